"""Days that follow from one day that is known: how they are reckoned, and how they are said.

A day that takes a calendar is only given where every region the school may be in says the same.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import count

from msgspec.structs import replace

from routeboek_tui.core.answers import Answers
from routeboek_tui.core.calendar import LONGEST, Calendar
from routeboek_tui.core.facts import UNKNOWN, Situation
from routeboek_tui.core.figures import Figure, Unit
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.lasting import half_days
from routeboek_tui.core.policy.leerplichtig import anniversary
from routeboek_tui.core.policy.ziekteverzuim import school_year
from routeboek_tui.core.said import Said
from routeboek_tui.core.terms.milestone import (
    ARRIVED,
    AWAY,
    BORN,
    ILL,
    JULY,
    MONTH,
    OPEN,
    SCHOOL_DAY,
    SCHOOL_YEAR,
    UNAUTHORISED,
    WORRYING,
    Milestone,
)
from routeboek_tui.core.terms.words import closed_words, holiday_words
from routeboek_tui.text import dates

A_DAY = timedelta(days=1)

FAR = 2
"""Years ahead beyond which a birthday changes nothing of what is to be done."""

_GIVEN = (("eerste_ziektedag", ILL), ("geboortedatum", BORN), ("aankomst", ARRIVED))
"""Inputs of policies that are a day."""

DATED = {"ongeoorloofd_sinds": UNAUTHORISED, "zorgwekkend_sinds": WORRYING}
"""Facts that are a date, with the day it is."""

_REPORTS = "data"
"""The input that is the days of reports."""


def day_words(
    milestone: Milestone, first: date, on: date, knowledge: Knowledge, situation: Situation
) -> str:
    """A day that follows from ``first``; "" where it can't be reckoned.

    A holiday on the way is said, and a day that is past ``on`` is marked.
    """
    day = day_of(milestone, first, on, knowledge, situation)
    if day is None:
        return ""
    calendars = knowledge.calendars.of(situation)
    figure = knowledge.figure(milestone.figure, on) if milestone.figure else None
    long = figure is not None and figure.unit is not Unit.JAAR
    heads = holiday_words(first, day, calendars, knowledge) if long else ""
    over = f" ({knowledge.say('dag_voorbij')})" if day < on else ""
    return (
        f"{dates.write(day)}{over}{closed_words(day, calendars, knowledge) if long else ''}{heads}"
    )


def birthday_words(milestone: Milestone, first: date, on: date, knowledge: Knowledge) -> str:
    """The birthday after which a day moves on, for who was born on ``first``; "" for no such."""
    if milestone.since != BORN or milestone.rounded not in {MONTH, SCHOOL_YEAR}:
        return ""
    return dates.write(anniversary(first, knowledge.value(milestone.figure, on)))


def day_of(
    milestone: Milestone, first: date, on: date, knowledge: Knowledge, situation: Situation
) -> date | None:
    """The day that follows from ``first``; ``None`` for a birthday that tells nothing any more.

    Nor does one that is more than :data:`FAR` years ahead tell anything yet.
    """
    figure = knowledge.figure(milestone.figure, on) if milestone.figure else None
    day = reckoned(milestone, first, figure, knowledge.calendars.of(situation))
    if milestone.since != BORN or day is None:
        return day
    until = knowledge.value(milestone.told_until, on) if milestone.told_until else 0
    past = day < on and on >= anniversary(first, until)
    return None if past or day > anniversary(on, FAR) else day


def known_days(answers: Answers) -> dict[str, date]:
    """Every day that was said or asked, by what it is the day of."""
    found = {**answers.said.days}
    typed = [*answers.said.counts.values(), *(answer.given for answer in answers.steps)]
    for given in typed:
        found |= days_in(given)
    if answers.born:
        found[BORN] = answers.born
    for fact, name in DATED.items():
        if fact in answers.dates:
            found[name] = answers.dates[fact]
    if ILL in found:
        found.setdefault(AWAY, found[ILL])
    return found


def moved(answers: Answers, said: Said) -> Answers:
    """``answers`` in which a day that was ``said`` anew is that day where it was counted with.

    The day of a fact that was asked and not known then, is known now.
    """
    told = said.days
    of_facts = {fact: told[name] for fact, name in DATED.items() if name in told} | {**said.dates}
    for fact, day in of_facts.items():
        if answers.facts.get(fact) == UNKNOWN:
            answers = answers.with_date(fact, day)

    def anew(given: Mapping[str, str]) -> Mapping[str, str]:
        was = days_in(given)
        found = {
            name: told[day].isoformat()
            for name, day in _GIVEN
            if day in told and was.get(day, told[day]) != told[day]
        }
        if ILL in was and was[ILL] != told.get(ILL, was[ILL]) and given.get(_REPORTS):
            found[_REPORTS] = _reported(given[_REPORTS], was[ILL], told[ILL])
        return {**given, **found} if found else given

    steps = tuple(replace(each, given=anew(each.given)) for each in answers.steps)
    said = replace(answers.said, counts={p: anew(g) for p, g in answers.said.counts.items()})
    return replace(answers, steps=steps, said=said)


def _reported(days: str, was: date, now: date) -> str:
    """The days of reports, where that of the illness that goes on was not ``was`` but ``now``."""
    first, last = min(was, now).isoformat(), max(was, now).isoformat()
    others = {each for each in days.split(",") if not first <= each <= last}
    return ",".join(sorted({*others, now.isoformat()}))


def days_in(given: Mapping[str, str]) -> dict[str, date]:
    """The days that are among the inputs of a policy, by what they are the day of."""
    return {day: date.fromisoformat(given[name]) for name, day in _GIVEN if given.get(name)}


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
    of_school = of_school or milestone.rounded in {SCHOOL_DAY, OPEN}
    if milestone.rounded == SCHOOL_DAY:
        day = calendar.school_day_after(day, 1)
    elif milestone.rounded == OPEN:
        day = calendar.school_day_after(day - A_DAY, 1)
    elif milestone.rounded == MONTH:
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    elif milestone.rounded == SCHOOL_YEAR:
        day = school_year(day)[1]
    elif milestone.rounded == JULY:
        day = _next_july(day)
    return None if of_school and not calendar.knows(first, day) else day


def _next_july(day: date) -> date:
    """The first of July after ``day``."""
    july = date(day.year, 7, 1)
    return july if day < july else july.replace(year=day.year + 1)


def _counted(first: date, figure: Figure | None, beyond: int, calendar: Calendar) -> date:
    if figure is None:
        return first
    number = figure.value + beyond
    match figure.unit:
        case Unit.SCHOOLDAG:
            day = calendar.school_day_after(first - A_DAY, number)
        case Unit.WERKDAG:
            day = calendar.working_day_after(first, number)
        case Unit.DAGDEEL:
            day = _half_day(first, number, calendar)
        case Unit.WEEK:
            day = first + timedelta(weeks=number)
        case Unit.MAAND:
            day = _months_on(first, number)
        case _:
            day = anniversary(first, number)
    return day


def _half_day(first: date, number: int, calendar: Calendar) -> date:
    """The day on which so many half days of school are reached, ``first`` included.

    :raises ValueError: when it lies further on than a calendar counts
    """
    for after in count():
        day = first + timedelta(days=after)
        if after > LONGEST:
            raise ValueError(f"more than {LONGEST} days")
        number -= half_days(day, day, calendar)
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
