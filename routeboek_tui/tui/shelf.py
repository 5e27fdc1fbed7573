"""What every screen has at hand: the library, a search in it, the talk, and the other rooms."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, runtime_checkable

from textual.app import App

from routeboek_tui.core.safety import Manner
from routeboek_tui.tui.rooms import room

if TYPE_CHECKING:
    from routeboek_tui.conversation.reader import Reader
    from routeboek_tui.course.course import Course
    from routeboek_tui.course.findings import Search
    from routeboek_tui.course.practice.training import Training
    from routeboek_tui.course.turn import Reply
    from routeboek_tui.library.content import Library


Then: TypeAlias = Callable[[Any], None] | Callable[[Any], Awaitable[None]]
"""What gets what a room is left with."""


@runtime_checkable
class Talk(Protocol):
    """A screen on which a talk is held."""

    @property
    def course(self) -> "Course":
        """The talk."""

    def heard(self, reply: "Reply") -> None:
        """Show what the guide said."""


@runtime_checkable
class Hearing(Protocol):
    """A screen on which a line is heard."""

    def hear(self, line: str) -> None:
        """A line was typed."""


class Shelf(App[None], inherit_bindings=False):
    """An app with a library. ``take`` gives it, when it is first needed; ``today`` is the day.

    ``known`` are the facts known before a talk begins. ``manner`` is how the safety of a pupil is
    asked in the next talk.
    """

    def __init__(
        self, take: "Callable[[], Library]", today: date, known: Mapping[str, str]
    ) -> None:
        super().__init__()
        self._take = take
        self.today = today
        self.known = dict(known)
        self.manner = Manner.ALOUD
        self.practised: Training | None = None
        self._preparing = self._making = False
        self._after: Callable[[], None] | None = None

    @cached_property
    def library(self) -> "Library":
        """Everything the guide knows."""
        return self._take()

    @cached_property
    def search(self) -> "Search":
        """The search in everything the guide knows."""
        from routeboek_tui.course.findings import Search

        return Search(self.library)

    def prepare_new(self) -> None:
        """Get ready, beside it, what was never made here: that takes long."""
        from routeboek_tui.course.findings import never_made

        if never_made():
            self._making = self._preparing = True
            self.run_worker(self._make, thread=True)

    def _make(self) -> None:
        _ = self.search
        self.call_from_thread(self._made)

    def _made(self) -> None:
        self._making, after = False, self._after
        if after is not None:
            after()

    def waits(self, then: Callable[[], None]) -> str:
        """What to say where a line must wait for what is being made, or "".

        The last ``then`` is called when it was made.
        """
        if not self._making:
            return ""
        self._after = then
        from routeboek_tui.course.findings import MAKING

        return MAKING

    def prepare_search(self) -> None:
        """Somebody types: get ready, beside it, what a line or a search needs."""
        if not (self._preparing or self.is_headless):
            self._preparing = True
            self.run_worker(lambda: self.search, thread=True)

    @property
    def held(self) -> Talk | None:
        """The screen of the talk that goes on, if there is one."""
        return next((s for s in reversed(self.screen_stack) if isinstance(s, Talk)), None)

    @property
    def course(self) -> "Course | None":
        """The talk that goes on, if there is one."""
        return self.held.course if self.held else None

    @property
    def reader(self) -> "Reader":
        """Who reads now: within the talk that goes on, if there is one."""
        from routeboek_tui.conversation.reader import Reader

        if self.course is not None:
            return Reader.within(self.course.talk)
        known = {fact: value for fact, value in self.known.items() if fact in self.library.facts}
        return Reader(self.library, self.today, known)

    def training(self) -> "Training":
        """The place to practise: the same one while the program runs, for a case may wait there."""
        from routeboek_tui.course.practice.training import opened

        if self.practised is None:
            self.practised = opened(self.library)
        return self.practised

    def practise(self) -> None:
        """Open the place to practise; where it cannot be read that is said, and all goes on."""
        from routeboek_tui.course.practice.training import CANNOT
        from routeboek_tui.library.compiled import BrokenLibrary

        try:
            place = self.training()
        except BrokenLibrary as broken:
            self.notify(CANNOT.format(broken.problems[0]), markup=False)
        else:
            self.show("practice", place)

    def show(
        self,
        name: str,
        *arguments: object,
        then: Callable[[Any], None] | Callable[[Any], Awaitable[None]] | None = None,
    ) -> None:
        """Open a room; ``then`` gets what it is left with."""
        self.push_screen(room(name)(*arguments), then)

    def remember(self, **values: str) -> None:
        """Keep sector, gemeente or thema for a next time."""
        raise NotImplementedError

    def action_do(self, name: str) -> None:
        """Do what stands in the table of keys under ``name``, wherever one is."""
        raise NotImplementedError

    def to_question(self) -> None:
        """Close what lies over the question: that of the talk, or else those of the first screen.

        What was typed stays; nothing is chosen.
        """
        asking = self.held or self.screen_stack[0]
        while self.screen is not asking:
            self.pop_screen()

    def tell(self, line: str) -> None:
        """Hear a line that was typed where it chose nothing, at the question."""
        self.to_question()
        if isinstance(self.screen, Hearing):
            self.screen.hear(line)
