"""What was said about the safety of the pupil, beside the fact ``veiligheid`` itself.

It stands in the answers and not in a flow, so that every road asks it and none can forget it.
"""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.core.facts import UNKNOWN

SAFETY = "veiligheid"
"""The fact that says whether there is danger now, a worry, or neither."""

KIND = "soort_gevaar"
"""What is asked after it: of which kind the danger is. No fact: there can be several."""

NOW, WORRY, NONE = "gevaar", "zorgen", "nee"
"""The values of :data:`SAFETY`; ``UNKNOWN`` counts as danger until it is known."""

UNCLEAR = "onduidelijk"
"""The kind of danger of which nothing more is known."""


class Manner(StrEnum):
    """How the guide asks whether the pupil is safe."""

    ALOUD = "aloud"
    """As a question, before every other one."""
    QUIET = "quiet"
    """As a sign that can be opened: others are watching the screen."""
    SILENT = "silent"
    """Not at all, because nobody is there to answer; the advice says so."""


class Safety(Struct, frozen=True):
    """The kinds of danger, by their id in ``content/gevaar``.

    ``dangers`` are settled. ``heard`` are those heard in what was typed and not answered yet: one,
    or several where it can be any of them; ``sure`` says that it is danger, and not only may be.
    ``which`` are those of which one must be chosen now that there is danger, and ``guesses`` those
    of which nobody could say which one it is: then :data:`UNCLEAR` is settled. ``called`` are the
    numbers that were called already. ``rest`` is the line in which something was heard, to be read
    again afterwards for whatever else it says, and ``place`` the question it was typed at.
    """

    dangers: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    sure: bool = False
    which: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    rest: str = ""
    place: str = ""
    manner: Manner = Manner.ALOUD

    def hearing(
        self,
        kinds: tuple[str, ...],
        called: tuple[str, ...],
        rest: str,
        *,
        sure: bool,
        place: str = "",
    ) -> "Safety":
        """This, with danger heard in the line ``rest``, typed at ``place``.

        What is typed while a line waits is about the danger in it: that line goes on waiting.
        """
        called = _joined(self.called, called)
        rest, place = (self.rest, self.place) if self.rest else (rest, place)
        return replace(
            self, heard=kinds, sure=sure, which=(), called=called, rest=rest, place=place
        )

    def answered(self, value: str) -> "Safety":
        """This, with the fact answered: what was heard is settled, or gone with a "nee"."""
        if value == NONE:
            return replace(self, dangers=(), heard=(), which=(), guesses=())
        if len(self.heard) > 1:
            asked = replace(self, which=self.heard, heard=())
            return asked.of_kind(()) if value == UNKNOWN else asked
        told = replace(self, heard=(), which=())
        return told.of_kind(self.heard) if self.heard else told

    def of_kind(self, kinds: tuple[str, ...]) -> "Safety":
        """This, with the kinds of the danger told; none is "weet ik nog niet"."""
        if not kinds:
            guesses = _joined(self.guesses, self.which)
            return replace(
                self, dangers=_joined(self.dangers, (UNCLEAR,)), which=(), guesses=guesses
            )
        found = tuple(kind for kind in _joined(self.dangers, kinds) if kind != UNCLEAR)
        return replace(self, dangers=found or kinds, which=(), guesses=())

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds the danger can be: those settled or else :data:`UNCLEAR`, and the guesses."""
        return _joined(self.dangers or (UNCLEAR,), self.maybe)

    @property
    def maybe(self) -> tuple[str, ...]:
        """The kinds of which it is not known whether it is them."""
        found = _joined(self.which, self.guesses)
        return tuple(kind for kind in found if kind not in {*self.dangers, UNCLEAR})

    def asks(self, value: str | None) -> str:
        """What must be asked first: :data:`SAFETY`, :data:`KIND`, or "".

        ``value`` is that of the fact, ``None`` while it was not asked.
        """
        if value is None or self.heard:
            return SAFETY
        if value in {NOW, WORRY} and (self.which or not self.dangers):
            return KIND
        return ""


def _joined(first: tuple[str, ...], then: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *then)))
