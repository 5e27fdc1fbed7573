"""The term of something to do, in words and as a day; and other spans of time in words."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol

from routeboek_tui.core.advice import Do
from routeboek_tui.core.calendar import SATURDAY, Calendar
from routeboek_tui.core.facts import Situation
from routeboek_tui.core.figures import Unit
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.sayings import unit_saying
from routeboek_tui.core.terms.term import DIRECT, Term
from routeboek_tui.text import dates

A_DAY = timedelta(days=1)
A_WEEK_OF_SCHOOL = 5
"""Days. What is shorter is a day off and no holiday to mind in a term."""


class DateFact(Protocol):
    """A fact that is a day, from which a term can run."""

    @property
    def after(self) -> str:
        """What a term of it is counted after, in words."""


NO_TERM = "geen termijn in de bron"


def term_words(
    do: Do, knowledge: Knowledge, facts: Mapping[str, DateFact], situation: Situation
) -> str:
    """By when, as the source says it; with the day where it can be reckoned.

    A moment stands in it as a word in braces. An aim is no last day, nor is a term that runs from a
    date, unless the source calls it the latest. A term in which a school
    holiday falls says so, and one that ends on a day without school too.
    """
    term, calendars = do.action.term, knowledge.calendars.of(situation)
    if term is None:
        return NO_TERM
    words = span_words(term, knowledge, facts)
    if term.unit is None:
        closed = closed_words(do.by, calendars, knowledge) if do.by else ""
        return f"{DIRECT} ({_at_once(do.by, calendars[0])}{closed})" if do.by else words
    by = last_day(do, calendars)
    if by is None:
        asked = f"{words} (vul die datum in, dan rekenen wij de dag uit)"
        return asked if term.since else words
    over = ", die dag is al voorbij" if by < do.on else ""
    closed = closed_words(by, calendars, knowledge)
    heads = "" if over else holiday_words(do.on + A_DAY, by, calendars, knowledge)
    lead = words.removeprefix("uiterlijk ") if do.by else words
    return f"{lead}: {_last(term)}{_span_start(term, by)}{dates.write(by)}{over}{closed}{heads}"


def soon_words(
    do: Do, knowledge: Knowledge, facts: Mapping[str, DateFact], situation: Situation
) -> str:
    """By when, in the fewest words: the day where it can be reckoned; "" for no term."""
    term = do.action.term
    if term is None:
        return ""
    by = last_day(do, knowledge.calendars.of(situation))
    if term.unit is None or by is None:
        return span_words(term, knowledge, facts)
    aim = "streven: " if term.aim else ""
    over = ", al voorbij" if by < do.on else ""
    return f"{aim}{_last(term)}{_span_start(term, by)}{dates.write(by)}{over}"


def last_day(do: Do, calendars: Sequence[Calendar]) -> date | None:
    """The day on which the term of ``do`` ends; ``None`` where that can't be reckoned."""
    term = do.action.term
    if do.by or term is None:
        return do.by
    if term.since or term.after:
        return None
    if term.unit is Unit.WERKDAG:
        return calendars[0].working_day_after(do.on, term.most)
    if term.unit is not Unit.SCHOOLDAG:
        return None
    found = {calendar.school_day_after(do.on, term.most) for calendar in calendars}
    known = all(each.knows(do.on, max(found)) for each in calendars)
    return found.pop() if known and len(found) == 1 else None


def closed_words(day: date, calendars: Sequence[Calendar], knowledge: Knowledge) -> str:
    """That there is no school on a weekday, where every calendar says so; else ""."""
    names = [
        next((each.name for each in calendar.holidays if each.sure and day in each), "")
        for calendar in calendars
    ]
    if day.weekday() >= SATURDAY or not all(names):
        return ""
    return f"; {knowledge.say('termijn_dicht', naam=names[0])}"


def holiday_words(
    first: date, last: date, calendars: Sequence[Calendar], knowledge: Knowledge
) -> str:
    """The holidays in a term, as far as every calendar has them; a day off is none."""
    said = ""
    for each in calendars[0].holidays_in(first, last):
        others = ([one.name for one in other.holidays_in(first, last)] for other in calendars)
        whole = (each.last - each.first).days + 1 >= A_WEEK_OF_SCHOOL and last not in each
        if whole and all(each.name in names for names in others):
            saying = "termijn_vakantie" if each.sure else "termijn_misschien"
            said += f"; {knowledge.say(saying, naam=each.name)}"
    return said


def _at_once(day: date, calendar: Calendar) -> str:
    """A day; in the weekend with its name and the first day that offices are open."""
    if day.weekday() < SATURDAY:
        return dates.write(day)
    name = "zaterdag" if day.weekday() == SATURDAY else "zondag"
    working = calendar.working_day_after(day, 1)
    return f"{name} {dates.write(day)}; eerste werkdag: {dates.write(working)}"


def span_words(term: Term, knowledge: Knowledge, facts: Mapping[str, DateFact]) -> str:
    """How long a term is, without a day; ``facts`` say from which date it runs.

    The moment it runs from stands in braces.
    """
    moment = f" {{{term.after}}}" if term.after else ""
    if term.unit is None:
        return f"{DIRECT}{moment}"
    unit = knowledge.say(unit_saying(term.unit), aantal=term.most)
    count = f"{term.least} tot {term.most} {unit}" if term.least else f"{term.most} {unit}"
    aim = "streven: " if term.aim else ""
    if term.since:
        return f"{aim}{_last(term)}{count} {facts[term.since].after}"
    return f"{aim}binnen {count}{moment}"


def weeks_words(days: int, knowledge: Knowledge) -> str:
    """A number of days in weeks and days."""
    weeks, rest = divmod(days, 7)
    if rest:
        return knowledge.say("weken_en_dagen", weken=weeks, dagen=rest)
    return knowledge.say("weken", weken=weeks)


def _last(term: Term) -> str:
    """A term within so long has a last day; one from a date only where the source says so."""
    return "uiterlijk " if term.latest or not (term.aim or term.since) else ""


def _span_start(term: Term, by: date) -> str:
    """The first day of a span that runs from a date, in front of its last."""
    first = term.begun(by) if term.since and not term.latest else None
    return f"{dates.write(first)} tot " if first else ""
