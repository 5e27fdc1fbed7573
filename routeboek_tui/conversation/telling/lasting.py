"""What goes on since a day: how long it lasts, and how much of it was counted by then."""

from collections.abc import Iterable, Mapping
from datetime import date

from routeboek_tui.conversation.telling import measure
from routeboek_tui.core.facts import Situation, holds
from routeboek_tui.core.figures import Unit as FigureUnit
from routeboek_tui.core.policy.lasting import half_days
from routeboek_tui.core.said import Count, Over, Unit, What
from routeboek_tui.core.terms.milestone import AWAY, ILL, UNAUTHORISED
from routeboek_tui.library.content import Library


def half_days_of(first: date, today: date, situation: Situation, library: Library) -> str:
    """The half days of an illness that goes on, where it is those that are counted; else ""."""
    knowledge = library.knowledge
    counted = any(
        each.since == ILL
        and holds(each.when, situation)
        and each.figure
        and knowledge.figure(each.figure, today).unit is FigureUnit.DAGDEEL
        for each in library.milestones.of.values()
    )
    calendars = knowledge.calendars.of(situation) if counted else ()
    if not all(each.knows(first, today) for each in calendars):
        return ""
    found = {half_days(first, today, each) for each in calendars}
    return str(found.pop()) if len(found) == 1 else ""


def lasting(days: Mapping[str, date]) -> dict[str, dict[str, str]]:
    """How long an absence goes on, by its first day."""
    first = days.get(UNAUTHORISED) or days.get(AWAY)
    name = measure.OF_DAY[measure.LASTING]
    return {measure.LASTING: {name: first.isoformat()}} if first else {}


def missed(count: Count) -> bool:
    """Whether a count is hours without a valid reason, and no others."""
    whole = count.exact and not (count.another or count.denied or count.doubted or count.strange)
    now = not count.over & {Over.PAST, Over.RATE, Over.PART, Over.APART} and not count.span
    what = bool(count.what) and count.what <= {What.UNAUTHORISED, What.ABSENT}
    return whole and now and what and count.unit is Unit.HOUR


def away(count: Count) -> bool:
    """Whether a count is whole weeks of an illness that still goes on."""
    whole = count.exact and not (count.another or count.denied or count.doubted or count.rank)
    now = not count.over & {Over.PAST, Over.RATE, Over.PART, Over.APART}
    weeks = count.unit is Unit.WEEK and not (count.within or count.kind)
    return whole and now and weeks and What.SICK in count.what <= {What.SICK, What.ABSENT}


def weeks_away(counts: Iterable[Count], limit: int) -> str:
    """Whether the weeks of illness that still goes on are as many as the fact asks."""
    found = {long(count, limit) for count in counts if away(count)}
    return found.pop() if len(found) == 1 else ""


def long(count: Count, limit: int) -> str:
    """Whether the weeks of a count are so many, as the fact says it."""
    return "ja" if int(count.number) >= limit else "nee"
