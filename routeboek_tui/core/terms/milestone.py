"""Days that follow from one day that is known: what they are, and how they are reckoned.

A day that takes a calendar is only given where every region the school may be in says the same.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import count

from msgspec import Struct, field

from routeboek_tui.core.answers import Answers
from routeboek_tui.core.calendar import LONGEST, Calendar
from routeboek_tui.core.facts import When
from routeboek_tui.core.figures import Figure, Unit
from routeboek_tui.core.flow import Source
from routeboek_tui.core.policy.leerplichtig import anniversary
from routeboek_tui.core.policy.ziekteverzuim import school_year

ILL, AWAY, UNAUTHORISED, BORN = "ziek", "afwezig", "ongeoorloofd", "geboren"
"""Days that are known by more than what is said of them."""

SCHOOL_DAY, MONTH, SCHOOL_YEAR = "schooldag", "maand", "schooljaar"
ROUNDED = (SCHOOL_DAY, MONTH, SCHOOL_YEAR)
"""What a day can be moved on to: the next school day, the first of the next month, or the last day
of the school year it is in."""

A_DAY = timedelta(days=1)
WEDNESDAY = 2
"""Our reading: there is one half day of school on it, and two on the others."""

UNITS = (Unit.SCHOOLDAG, Unit.DAGDEEL, Unit.WEEK, Unit.MAAND, Unit.JAAR)
"""What a milestone can count."""


class Start(Struct, frozen=True):
    """A day from which others follow: what it is called, and the ways people say it.

    What happens ``once`` is said of a day without "sinds".
    """

    word: str
    said: tuple[str, ...] = ()
    once: bool = False


class Milestone(Struct, frozen=True):
    """A day that follows from the day ``since``, told at ``steps`` and, once known, on their route.

    ``figure`` is counted on from it; "" for that day itself. Of school days and half days the first
    counts too, and ``beyond`` are how many more than the figure. ``rounded`` moves the day on.
    ``how`` says how it is reckoned.
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


class Milestones(Struct, frozen=True):
    """All of them, and the days from which they follow."""

    starts: Mapping[str, Start] = field(default_factory=dict)
    of: Mapping[str, Milestone] = field(default_factory=dict)


def known_days(answers: Answers) -> dict[str, date]:
    """Every day that was said or asked, by what it is the day of."""
    found = {**answers.said.days}
    typed = [*answers.said.counts.values(), *(answer.given for answer in answers.steps)]
    for given in typed:
        for name, day in (("eerste_ziektedag", ILL), ("geboortedatum", BORN)):
            if given.get(name):
                found[day] = date.fromisoformat(given[name])
    if answers.born:
        found[BORN] = answers.born
    if "ongeoorloofd_sinds" in answers.dates:
        found[UNAUTHORISED] = answers.dates["ongeoorloofd_sinds"]
    if ILL in found:
        found.setdefault(AWAY, found[ILL])
    return found


def reckoned(
    milestone: Milestone, first: date, figure: Figure | None, calendars: Sequence[Calendar]
) -> date | None:
    """The day; ``None`` where that takes a calendar that is not known, or not of one mind."""
    found = {_reckoned(milestone, first, figure, calendar) for calendar in calendars}
    return found.pop() if len(found) == 1 else None


def _reckoned(
    milestone: Milestone, first: date, figure: Figure | None, calendar: Calendar
) -> date | None:
    day = _counted(first, figure, milestone.beyond, calendar)
    of_school = figure is not None and figure.unit in {Unit.SCHOOLDAG, Unit.DAGDEEL}
    if milestone.rounded == SCHOOL_DAY:
        day = calendar.school_day_after(day, 1)
    elif milestone.rounded == MONTH:
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    elif milestone.rounded == SCHOOL_YEAR:
        day = school_year(day)[1]
    return None if of_school and not calendar.knows(first, day) else day


def _counted(first: date, figure: Figure | None, beyond: int, calendar: Calendar) -> date:
    if figure is None:
        return first
    number = figure.value + beyond
    match figure.unit:
        case Unit.SCHOOLDAG:
            return calendar.school_day_after(first - A_DAY, number)
        case Unit.DAGDEEL:
            return _half_day(first, number, calendar)
        case Unit.WEEK:
            return first + timedelta(weeks=number)
        case Unit.MAAND:
            return _months_on(first, number)
        case _:
            return anniversary(first, number)


def _half_day(first: date, number: int, calendar: Calendar) -> date:
    """The day on which so many half days of school are reached, ``first`` included.

    :raises ValueError: when it lies further on than a calendar counts
    """
    for after in count():
        day = first + timedelta(days=after)
        if after > LONGEST:
            raise ValueError(f"more than {LONGEST} days")
        if calendar.is_school_day(day):
            number -= 1 if day.weekday() == WEDNESDAY else 2
        if number <= 0:
            break
    return day


def _months_on(first: date, months: int) -> date:
    """The same day so many months on; the last of a month that has it not."""
    years, month = divmod(first.month - 1 + months, 12)
    for day in range(first.day, 0, -1):
        try:
            return date(first.year + years, month + 1, day)
        except ValueError:
            continue
    return first
