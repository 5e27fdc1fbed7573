"""What a policy answers, and what it says of a number or day that cannot be right."""

import re
from datetime import date

from msgspec import Struct

from routeboek_tui.core.knowledge import Knowledge

MOST = 366
"""The highest count that is accepted: the days of a leap year. A guard, from no source."""

OLDEST = 30
"""Years. A day longer ago than this is taken for a slip. A guard, from no source."""

_COUNT = re.compile(r"-?[0-9]{1,9}")
_HALVES = re.compile(r"[0-9]{1,9}(?:,5)?")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Verdict(Struct, frozen=True):
    """A choice (or a fact's value) with the arithmetic behind it.

    ``choice`` is "" when the numbers given settle nothing yet; ``missing`` then
    names the inputs that would. ``arithmetic`` is one Dutch sentence per
    criterion, in the order of the source. ``notes`` are remarks beside it, such
    as what another source says.
    """

    choice: str
    arithmetic: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class GivenError(ValueError):
    """A number or day that cannot be right. The message is Dutch and meant for the user."""


def read_count(text: str, what: str, knowledge: Knowledge, *, least: int = 0) -> int:
    """The count in ``text``; ``what`` is its Dutch name for the message.

    :raises GivenError: when it is no whole number from ``least`` to ``MOST``
    """
    if not _COUNT.fullmatch(text.strip()):
        raise GivenError(knowledge.say("geen_heel_getal", wat=what))
    count = int(text)
    if count < least:
        raise GivenError(knowledge.say("te_klein", wat=what, getal=count, minstens=least))
    if count > MOST:
        raise GivenError(knowledge.say("te_groot", wat=what, getal=count, hoogstens=MOST))
    return count


def read_halves(text: str, what: str, knowledge: Knowledge) -> float:
    """The count in ``text``, which may end in a half: "15,5"; ``what`` is its Dutch name.

    :raises GivenError: when it is none from 0 to ``MOST``
    """
    if not _HALVES.fullmatch(text.strip()):
        raise GivenError(knowledge.say("geen_half_getal", wat=what))
    whole, half, _ = text.strip().partition(",5")
    count = read_count(whole, what, knowledge)
    return count + 0.5 if half else count


def in_halves(count: float) -> int | str:
    """A count of :func:`read_halves` as a sentence says it."""
    return int(count) if count == int(count) else f"{int(count)},5"


def read_day(text: str, what: str, knowledge: Knowledge) -> date:
    """The ISO day in ``text``; ``what`` is its Dutch name for the message.

    :raises GivenError: when there is no such day
    """
    try:
        if _ISO.fullmatch(text.strip()):
            return date.fromisoformat(text.strip())
    except ValueError:
        pass
    raise GivenError(knowledge.say("geen_dag", wat=what))


def check_past(day: date, on: date, what: str, knowledge: Knowledge) -> date:
    """``day`` itself, if it is not after ``on`` and at most ``OLDEST`` years before it.

    :raises GivenError: otherwise; ``what`` is the Dutch name of the day for the message
    """
    if day > on:
        raise GivenError(knowledge.say("toekomst", wat=what))
    if (day.year + OLDEST, day.month, day.day) < (on.year, on.month, on.day):
        raise GivenError(knowledge.say("te_oud", wat=what, jaren=OLDEST))
    return day
