"""By which day something must be done: asked in a case, and reckoned as the advice reckons it."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.advice.timeline import known_milestones, reckoned_from, rungs
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.practice.picking import Part, Pick, Picking
from routeboek_tui.core.advice import Do
from routeboek_tui.core.calendar import Calendar
from routeboek_tui.core.figures import Unit
from routeboek_tui.core.flow import Source
from routeboek_tui.core.terms.days import day_of, reckoned
from routeboek_tui.core.terms.words import last_day, term_words
from routeboek_tui.library.practice_words import Words, filled
from routeboek_tui.text import dates

MOST = 2
"""Of so many days it is asked when they are."""

WRONG = 3
"""So many other days are offered."""

NEAR = timedelta(days=366)
"""A day further off than this is nothing to ask in a case of today."""

OF_DAYS = frozenset({Unit.WERKDAG, Unit.SCHOOLDAG})
"""What is counted with a calendar, so that a weekend is no part of it."""

A_DAY, A_WEEK = timedelta(days=1), timedelta(weeks=1)


class Due(Struct, frozen=True):
    """A ``day`` that follows from ``start``: ``what`` it is the day of, and how it was reckoned.

    It is the ``last`` day for something, or else the day on which something falls. ``unit`` is what
    was counted, and ``slip`` another day to which people come, with why.
    """

    what: str
    day: date
    start: date
    reckoned: str
    sources: tuple[Source, ...]
    unit: Unit | None
    last: bool = False
    slip: tuple[date, str] | None = None


def days(talk: Conversation, words: Words) -> Iterator[Picking]:
    """A question for each of the first days that follow from where ``talk`` stands."""
    found = {each.what: each for each in (*_terms(talk, words), *_milestones(talk, words))}
    for each in [*found.values()][:MOST]:
        part = Part.DAYS if each.last else Part.DATES
        yield Picking(
            part, each.what, _offered(talk, each, words), each.reckoned, each.sources, single=True
        )


def _terms(talk: Conversation, words: Words) -> Iterator[Due]:
    """What is to be done now, and on the ladder, by a day that is known and is not past."""
    advice, knowledge = talk.advice, talk.rulebook.knowledge
    calendars = knowledge.calendars.of(talk.situation)
    for do in (*advice.now, *advice.alongside, *rungs(talk)):
        term, text = do.action.term, talk.text(do.step)
        day = last_day(do, calendars)
        if term is None or day is None or day < talk.today or do.action.id in text.terms:
            continue
        told = talk.say(term_words(do, knowledge, talk.library.facts, talk.situation))
        start = talk.answers.dates.get(term.since, do.on)
        last = not term.aim and (term.latest or not term.since)
        places, every = talk.step(do.step).sources, start + timedelta(days=term.most)
        slip = (every, words.day_counted) if term.unit in OF_DAYS else None
        yield Due(_what(talk, do), day, start, told, places, term.unit, last, slip)


def _what(talk: Conversation, do: Do) -> str:
    text = talk.text(do.step)
    said = text.kort.get(do.action.id) or text.title
    return f"{talk.word(do.action.actor)}: {talk.say(said)}"


def _milestones(talk: Conversation, words: Words) -> Iterator[Due]:
    """The days that follow from one that the case tells, the nearest first."""
    knowledge, found = talk.rulebook.knowledge, list[Due]()
    for each, first in known_milestones(talk):
        day = day_of(each, first, talk.today, knowledge, talk.near.situation)
        if day and abs(day - talk.today) < NEAR:
            told, what = reckoned_from(talk, each, first), talk.say(each.title)
            figure = knowledge.figure(each.figure, talk.today) if each.figure else None
            calendars = knowledge.calendars.of(talk.near.situation)
            bare = reckoned(replace(each, rounded=""), first, figure, calendars)
            slip = (bare, filled(words.day_bare, each.how.rstrip("."))) if bare else None
            what = f"{what[:1].upper()}{what[1:]}"
            unit = figure.unit if figure else None
            found.append(Due(what, day, first, told, each.sources, unit, slip=slip))
    yield from sorted(found, key=lambda due: abs(due.day - talk.today))


def _offered(talk: Conversation, due: Due, words: Words) -> tuple[Pick, ...]:
    """The day itself among those of who counts otherwise, in their order."""
    calendar = talk.rulebook.knowledge.calendars.of(talk.situation)[0]
    wrong: dict[date, str] = {}
    for day, cause in _mistakes(due, calendar, words):
        if day not in {due.day, *wrong} and day >= due.start:
            wrong[day] = f"{_apart(day, due.day, words)} {cause}".rstrip()
    offered = {due.day: "", **dict([*wrong.items()][:WRONG])}
    return tuple(
        Pick(dates.named(day), day == due.day, why) for day, why in sorted(offered.items())
    )


def _mistakes(due: Due, calendar: Calendar, words: Words) -> Iterator[tuple[date, str]]:
    """Other days, those of a way of counting that people use first."""
    if due.slip:
        yield due.slip
    free = (each for each in calendar.holidays_in(due.start, due.day) if each.last < due.day)
    weeks = sum(((each.last - each.first).days + 1) // 7 for each in free)
    if weeks and due.unit is Unit.WEEK:
        yield due.day + weeks * A_WEEK, words.day_holiday
    if due.day == due.start:
        yield due.day + A_DAY, ""
    elif due.unit is Unit.JAAR:
        yield _first_of_month(due.day), ""
        yield due.day - A_DAY, ""
    else:
        yield due.day - A_DAY, words.day_first
        yield due.day - A_WEEK, ""
    yield due.day + A_WEEK, ""
    yield due.day + 2 * A_WEEK, ""


def _first_of_month(day: date) -> date:
    """The first day of the month that follows."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _apart(day: date, right: date, words: Words) -> str:
    number = abs((day - right).days)
    late, early = (words.day_late, words.day_early)
    one_late, one_early = (words.day_late_one, words.day_early_one)
    if number == 1:
        return one_late if day > right else one_early
    return filled(late if day > right else early, number)
