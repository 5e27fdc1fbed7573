"""Days that follow from one day that is known, as values."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from routeboek_tui.core.facts import When
from routeboek_tui.core.figures import Unit
from routeboek_tui.core.flow import Source

ILL, AWAY, UNAUTHORISED, BORN = "ziek", "afwezig", "ongeoorloofd", "geboren"
FULL, ARRIVED, WORRYING, NOW = "grens_bereikt", "aankomst", "zorgwekkend", "vandaag"
"""Days that are known by more than what is said of them."""

HOURS_FROM, HOURS_UP_TO = "urenperiode", "urenperiode_einde"
"""The first and the last day of the time in which hours without leave are counted."""

GOES_ON = frozenset((ILL, AWAY, UNAUTHORISED))
"""Days since which somebody is not at school, until being back there."""

SCHOOL_DAY, OPEN, MONTH, SCHOOL_YEAR = "schooldag", "open", "maand", "schooljaar"
JULY = "juli"
ROUNDED = (SCHOOL_DAY, OPEN, MONTH, SCHOOL_YEAR, JULY)
"""What a day can be moved on to: the next school day, that day itself where there is school on it
and else the next, the first of the next month, the last day of the school year it is in, or the
next first of July, before which an exemption is asked for anew (Leerplichtwet, artikel 6)."""

UNITS = (Unit.SCHOOLDAG, Unit.WERKDAG, Unit.DAGDEEL, Unit.WEEK, Unit.MAAND, Unit.JAAR)
"""What a milestone can count."""


class Start(Struct, frozen=True):
    """A day from which others follow: what it is called, and the ways people say it.

    What happens ``once`` is said of a day without "sinds", and what is announced may lie ``ahead``.
    ``last`` is the day at which something ends. It is also the day on which ``answer`` came about,
    a step with its choice, where that was said. ``until`` is the day at which what begins here
    ends: it is told by days in a row, and by one day alone behind the ways of ``on``. Of what came
    about ``twice`` it is the second day. A text with a way of ``unless`` tells neither of it nor of
    its end. Where a text has a way of ``after``, it is the school day after the day it tells.
    ``to_come`` is what it is called where it still lies ahead.
    ``meeting`` is what a meeting is called for which people set the day themselves: it is
    told by a day ahead (:mod:`routeboek_tui.conversation.telling.appointment`).
    """

    word: str
    said: tuple[str, ...] = ()
    once: bool = False
    ahead: bool = False
    last: bool = False
    answer: str = ""
    until: str = ""
    on: tuple[str, ...] = ()
    twice: bool = False
    unless: tuple[str, ...] = ()
    meeting: str = ""
    after: tuple[str, ...] = ()
    to_come: str = ""

    def called(self, day: date, today: date) -> str:
        """What it is called where it is ``day``: what is still to come did not come about."""
        return self.to_come if self.to_come and day > today else self.word


class Milestone(Struct, frozen=True):
    """A day that follows from the day ``since``, told at ``steps`` and, once known, on their route.

    ``figure`` is counted on from it; "" for that day itself. Of school days and half days the first
    counts too, and ``beyond`` are how many more than the figure. ``rounded`` moves the day on.
    ``how`` says how it is reckoned. With ``full`` it follows only for hours that are reported: not
    where they were told and stay below that border. Past a step of ``not_after`` it does not.
    The day of the start it ``limits`` may lie no later. With ``first_time`` it holds for who was
    not ill before. It does not follow where a day of ``unless`` is known; nobody is asked for a
    day that only matters ``if_told``. A birthday that is past
    is told only up to the age ``told_until``, a figure. With ``passed`` it is told once one of its
    steps was. What is ``lent`` is told to who has not its source as well, as taken over.
    """

    id: str
    title: str
    since: str
    figure: str = ""
    beyond: int = 0
    rounded: str = ""
    how: str = ""
    steps: tuple[str, ...] = ()
    when: When = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    full: bool = False
    not_after: tuple[str, ...] = ()
    limits: str = ""
    first_time: bool = False
    unless: tuple[str, ...] = ()
    told_until: str = ""
    if_told: bool = False
    passed: bool = False
    lent: bool = False


class Milestones(Struct, frozen=True):
    """All of them, and the days from which they follow."""

    starts: Mapping[str, Start] = field(default_factory=dict)
    of: Mapping[str, Milestone] = field(default_factory=dict)
