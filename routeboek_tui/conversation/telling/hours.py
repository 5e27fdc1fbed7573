"""Hours as people add them up: a day and its hours, since a day, and those that are not sure."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from routeboek_tui.conversation.telling import day as days_of
from routeboek_tui.conversation.telling.count import DAY, parts_of
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.core.calendar import WEEK, monday
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.ongeoorloofd import HOURS, ON, WEEKS
from routeboek_tui.core.policy.verdict import GivenError, in_halves
from routeboek_tui.core.said import Over, What
from routeboek_tui.library.language import Counting, Language
from routeboek_tui.library.ways import either, source
from routeboek_tui.text.dates import Found

OTHER_SPAN = (
    "Hier telt een andere tijd: {weken} weken achter elkaar. Typ hoeveel het er daarin zijn."
)
UNSURE = (
    "{zeker} zijn zeker en {rest} niet. Samen halen die de grens van {grens}."
    " Zoek de {rest} eerst uit, of typ alleen {zeker}."
)

_NUMBER = r"([0-9]{1,3}(?:\.5)?)"
_AGAINST = frozenset(
    ("others", Over.PAST, Over.RATE, *(each for each in What if each is not What.UNAUTHORISED))
) - {What.ABSENT}


class _Shapes(Struct, frozen=True):
    listed: re.Pattern[str]
    entry: re.Pattern[str]
    later: re.Pattern[str]
    unsure: re.Pattern[str]
    since: re.Pattern[str]


@lru_cache(maxsize=4)
def _shapes(words: Counting) -> _Shapes:
    unit = rf"(?: ?(?:les|klok)?(?:{either(words.hour)}))"
    entry = rf"{DAY}[ :=(]*{_NUMBER}{unit}?\)?"
    away = source(dict(words.what)[What.UNAUTHORISED])
    return _Shapes(
        listed=re.compile(
            rf"(?:op )?{entry}(?:(?:[,;.]? (?:en )?(?:op )?|[,;]){entry})+ ?(?:{away})?\.?"
        ),
        entry=re.compile(entry),
        later=re.compile(
            rf"{_NUMBER}{unit} [a-z ]+ en (?:nog )?{_NUMBER}{unit}? (?:{either(words.later)})"
            rf" ?(?:{away})?\.?"
        ),
        unsure=re.compile(
            rf"{_NUMBER}{unit} (?:{either(words.sure)})[,;]?(?: en| maar)? {_NUMBER}{unit}?"
            rf" (?:{either(words.unsure)})\.?"
        ),
        since=re.compile(rf"\b(?:{either(words.since)}) {DAY}"),
    )


def added(
    said: str, days: Sequence[Found], today: date, language: Language, knowledge: Knowledge
) -> tuple[str, dict[str, str]]:
    """What is left of ``said``, which is bare, and the inputs that are read from it, if any.

    :raises GivenError: when a day is none, the days lie too far apart, or unsure hours matter
    """
    shapes = _shapes(language.counting)
    text = in_figures(days_of.without(said, days, DAY), language.counting)
    marks = {mark.name for part in parts_of(text, language) for mark in part.marks}
    weeks = knowledge.value(WEEKS, today)
    if _AGAINST & marks:
        return said, {}
    if shapes.listed.fullmatch(text):
        return said, _per_day(shapes.entry.findall(text), days, weeks, knowledge)
    if found := shapes.later.fullmatch(text):
        return said, _lessons(float(found[1]) + float(found[2]))
    if found := shapes.unsure.fullmatch(text):
        return said, _sure(float(found[1]), float(found[2]), knowledge.value(HOURS, today))
    first = days[0].day if len(days) == 1 else None
    within = first and monday(today) - (weeks - 1) * WEEK <= first <= today
    return (shapes.since.sub("", text).strip() if within else said), {}


def _per_day(
    hours: Sequence[str], days: Sequence[Found], weeks: int, knowledge: Knowledge
) -> dict[str, str]:
    """The hours by day; a week of holiday between them is no week of lessons anywhere it is one."""
    on = [found.day for found in days if found.day]
    if len(on) < len(days):
        raise GivenError(days_of.NO_DAY)
    calendars = knowledge.calendars.of({})
    if all(len(each.school_weeks(min(on), max(on))) > weeks for each in calendars):
        raise GivenError(OTHER_SPAN.format(weken=weeks))
    each = zip(on, map(float, hours), strict=True)
    listed = ";".join(f"{day.isoformat()}={in_halves(number)}" for day, number in sorted(each))
    return {**_lessons(sum(map(float, hours))), ON: listed}


def _sure(sure: float, rest: float, limit: int) -> dict[str, str]:
    if sure < limit <= sure + rest:
        said = {"zeker": in_halves(sure), "rest": in_halves(rest), "grens": limit}
        raise GivenError(UNSURE.format(**said))
    return _lessons(sure)


def _lessons(hours: float) -> dict[str, str]:
    return {"lesuren": str(in_halves(hours))}
