"""A question at the end of a case of which more than one answer can be right, as a value."""

from enum import StrEnum

from msgspec import Struct

from routeboek_tui.conversation.practice.feedback import Verdict
from routeboek_tui.core.flow import Source


class Part(StrEnum):
    """What is asked."""

    DEEDS = "deeds"
    DAYS = "days"
    DATES = "dates"
    SEATS = "seats"
    PRESENT = "present"
    LETTERS = "letters"
    DATA = "data"


class Pick(Struct, frozen=True):
    """Something that can be chosen. ``right`` is ``None`` where it may be, but need not."""

    label: str
    right: bool | None
    why: str = ""
    sources: tuple[Source, ...] = ()


class Picking(Struct, frozen=True):
    """One question of which more than one answer can be right.

    ``about`` is what it is about, ``why`` and ``sources`` why those are right, and where that is.
    Of a ``single`` one just one is right, and ``why`` is how that was reckoned. ``letter`` is the
    name of the letter it is about, "" for none.
    """

    part: Part
    about: str
    picks: tuple[Pick, ...]
    why: str = ""
    sources: tuple[Source, ...] = ()
    single: bool = False
    letter: str = ""


class Picked(Struct, frozen=True):
    """What was chosen, by how it compares; ``why`` and ``sources`` are those of the question."""

    rightly: tuple[Pick, ...]
    missed: tuple[Pick, ...]
    wrongly: tuple[Pick, ...]
    neutral: tuple[Pick, ...]
    why: str = ""
    sources: tuple[Source, ...] = ()
    single: bool = False

    @property
    def verdict(self) -> Verdict:
        """Right when nothing was missed and nothing wrong was chosen."""
        if self.rightly and self.missed and not self.wrongly:
            return Verdict.PART
        if any(pick.sources for pick in self.wrongly):
            return Verdict.TRAP
        return Verdict.OTHER if self.missed or self.wrongly else Verdict.RIGHT


def compared(asked: Picking, chosen: frozenset[str]) -> Picked:
    """How the ``chosen`` labels compare with what is right."""
    taken = [pick for pick in asked.picks if pick.label in chosen]
    return Picked(
        rightly=tuple(pick for pick in taken if pick.right),
        missed=tuple(p for p in asked.picks if p.right and p.label not in chosen),
        wrongly=tuple(pick for pick in taken if pick.right is False),
        neutral=tuple(pick for pick in taken if pick.right is None),
        why=asked.why,
        sources=asked.sources,
        single=asked.single,
    )
