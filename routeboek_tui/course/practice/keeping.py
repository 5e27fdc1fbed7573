"""What is kept of who practises: under which pseudonym, what stands there, and how it goes."""

from collections.abc import Callable
from datetime import date, datetime

from routeboek_tui.conversation.practice.outcome import Result
from routeboek_tui.library.practice_words import Words, filled
from routeboek_tui.library.progress import (
    Deed,
    Drilled,
    Newer,
    Played,
    Progress,
    Store,
)


class Keeping:
    """Progress of one trainee. Without a pseudonym, or where it cannot be kept, it is forgotten.

    ``now`` gives the moment, with its zone.
    """

    def __init__(
        self, words: Words, store: Store, now: Callable[[], datetime], name: str = ""
    ) -> None:
        self._words, self.store, self._now = words, store, now
        self.name = ""
        self.progress = Progress()
        self._said: list[str] = []
        if name:
            self.call(name)

    @property
    def now(self) -> datetime:
        """The moment it is."""
        return self._now()

    @property
    def today(self) -> date:
        """The day it is."""
        return self._now().date()

    def call(self, name: str) -> None:
        """Go on as ``name``; what was done so far without a name comes along."""
        before = self.progress.deeds if not self.name else ()
        self.name, self.progress = name, Progress()
        try:
            kept = self.store.add(name, before) if before else self.store.read(name)
        except Newer:
            self.name = ""
            self._said.append(self._words.newer)
        except OSError:
            self.name = ""
            self._said.append(filled(self._words.not_read, self.store.folder))
        else:
            self._took(kept.progress, kept.aside)

    def played(self, result: Result) -> None:
        """A case was played to its end."""
        self._add(
            Played(
                result.exercise, self.now, result.right, result.of,
                result.traps, result.partly, result.wrong,
            )
        )  # fmt: skip

    def drilled(self, question: str, *, right: bool) -> None:
        """A short question was answered."""
        self._add(Drilled(question, self.now, right))

    def _add(self, deed: Deed) -> None:
        if not self.name:
            self.progress = self.progress.also(deed)
            return
        try:
            kept = self.store.add(self.name, (deed,))
        except Newer:
            self._lost(deed, self._words.newer)
        except OSError:
            self._lost(deed, filled(self._words.not_kept, self.store.folder))
        else:
            self._took(kept.progress, kept.aside)

    def _lost(self, deed: Deed, why: str) -> None:
        self.progress = self.progress.also(deed)
        self._said.append(why)

    def _took(self, progress: Progress, aside: str) -> None:
        self.progress = progress
        if aside:
            self._said.append(filled(self._words.damaged, aside))

    def remove(self) -> None:
        """Throw away all there is of this pseudonym."""
        name, self.name, self.progress = self.name, "", Progress()
        try:
            self.store.remove(name)
        except OSError:
            self._said.append(filled(self._words.not_kept, self.store.folder))
        else:
            self._said.append(filled(self._words.removed, name))

    def told(self) -> tuple[str, ...]:
        """What there is to say of keeping; it is said once."""
        said, self._said = tuple(self._said), []
        return said
