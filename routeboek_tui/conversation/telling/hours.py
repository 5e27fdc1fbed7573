"""Hours as people add them up: a day and its hours, since a day, and those that are not sure."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from routeboek_tui.conversation.telling import day as days_of
from routeboek_tui.conversation.telling.count import DAY, parts_of
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.conversation.telling.rows import Row, fits, parted, tidy
from routeboek_tui.core.calendar import SATURDAY, WEEK
from routeboek_tui.core.calendar import days as days_between
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.ongeoorloofd import HOURS, ON, OUT, WEEKS
from routeboek_tui.core.policy.verdict import GivenError, in_halves
from routeboek_tui.core.said import Over, What
from routeboek_tui.library.language import Counting, Language
from routeboek_tui.library.ways import either, pattern, source
from routeboek_tui.text.dates import SHORT_DAYS, Found
from routeboek_tui.text.near_days import WEEKDAYS

OTHER_SPAN = (
    "Hier telt een andere tijd: {weken} weken achter elkaar. Typ hoeveel het er daarin zijn."
)
OTHER_TOTAL = "Bij elkaar is dat {som}, en je schrijft een ander totaal. Kijk het na."
MOST_WEEKS = 12
"""Weeks back that a count can begin, holidays among them."""

MANY = 3
"""So many bare numbers in a row are those of several days, and no guess at one."""

UNSURE = (
    "{zeker} zijn zeker en {rest} niet. Samen halen die de grens van {grens}."
    " Zoek de {rest} eerst uit, of typ alleen {zeker}."
)

HOUR = "(?: ?(?:les|klok)?(?:{}))"
"""The words for an hour behind a number, as a pattern."""

_NUMBER = r"([0-9]{1,3}(?:\.5)?)"
_AGAINST = frozenset(
    ("others", Over.PAST, *(each for each in What if each is not What.UNAUTHORISED))
) - {What.ABSENT}


class _Shapes(Struct, frozen=True):
    listed: re.Pattern[str]
    entry: re.Pattern[str]
    days: re.Pattern[str]
    total: re.Pattern[str]
    of_week: re.Pattern[str]
    later: re.Pattern[str]
    unsure: re.Pattern[str]
    since: re.Pattern[str]
    sum: re.Pattern[str]
    within: re.Pattern[str]
    daily: re.Pattern[str]
    nth: re.Pattern[str]
    whole: re.Pattern[str]
    part_of_day: re.Pattern[str]
    bare: re.Pattern[str]
    between: re.Pattern[str]
    none_before: re.Pattern[str]
    named: re.Pattern[str]


@lru_cache(maxsize=4)
def _shapes(words: Counting) -> _Shapes:
    unit = HOUR.format(either(words.hour))
    through = either(words.through)
    entry = rf"{DAY}[ :=(]*{_NUMBER}{unit}?\)?"
    away = source(dict(words.what)[What.UNAUTHORISED])
    one = rf"(?:{_of_week(words)})?{entry}"
    each, since = either(words.each_day), either(words.since)
    return _Shapes(
        listed=re.compile(
            rf"(?:op )?{one}(?:(?:[,;.]? (?:en )?(?:op )?|[,;]){one})+ ?(?:{away})?\.?"
        ),
        entry=re.compile(entry),
        days=re.compile(rf"(?:op )?{DAY}(?:(?:, ?|,? en )(?:op )?{DAY})+"),
        total=re.compile(rf"[,;.:=]? (?:{either(words.together)})[ :=]*{_NUMBER}{unit}?\.?$"),
        of_week=re.compile(rf"{_of_week(words)}{DAY}"),
        later=re.compile(
            rf"{_NUMBER}{unit} [a-z ]+ en (?:nog )?{_NUMBER}{unit}? (?:{either(words.later)})"
            rf" ?(?:{away})?\.?"
        ),
        unsure=re.compile(
            rf"{_NUMBER}{unit} (?:{either(words.sure)})[,;]?(?: en| maar)? {_NUMBER}{unit}?"
            rf" (?:{either(words.unsure)})\.?"
        ),
        since=re.compile(rf"(?:\b(?:alle|allemaal),? )?\b(?:{since}) {DAY}"),
        sum=re.compile(
            rf"{_NUMBER}(?: ?\+ ?{_NUMBER})+{unit}?(?: ?= ?(?P<total>{_NUMBER}))?{unit}?"
            rf"(?:[,;]? (?:{either(words.with_it)}) {DAY}(?: erbij)? (?P<now>{_NUMBER}){unit}?)?"
            rf"(?: ?{away})?[,;.]?"
        ),
        within=re.compile(
            rf"(?P<total>{_NUMBER}){unit}?(?: {away})?[:,]? ?\(?(?P<row>{_NUMBER}{unit}? op {DAY}"
            rf"(?:(?:, ?|,? en ){_NUMBER}{unit}? op {DAY})*)\)?\.?"
        ),
        daily=re.compile(
            rf"(?:(?:{since}) {DAY},? {_NUMBER}{unit} (?:{each})"
            rf"|{_NUMBER}{unit} (?:{each}),? (?:{since}) {DAY}"
            rf"|(?:{each}) {_NUMBER}{unit},? (?:{since}) {DAY}) ?(?:{away})?\.?"
        ),
        nth=re.compile(rf"[,;.:(]* ?\b(?:(?:het|de) )?([0-9]+)(?:e|de|ste){unit}\b[^,;:()]*\)?"),
        whole=re.compile(
            rf"[,:]? ?\b(?:(?:{since}|van) {DAY},? (?:{through}|tot)|tussen {DAY},? en) {DAY}"
        ),
        part_of_day=re.compile(
            rf"(?P<of>{DAY}|{_NUMBER}{unit}),? ?\(?(?:'?s |in de |de )?"
            rf"(?:{either(words.part_of_day)})\b\)?"
        ),
        bare=re.compile(
            rf"(?:(?P<total>{_NUMBER}){unit}? ?[:=(]+ ?)?"
            rf"(?P<row>{_NUMBER}{unit}?(?:(?:, ?|,? en )(?:{DAY} )?{_NUMBER}{unit}?)+)\)?"
            rf" ?(?:{away})?[,;.]?"
        ),
        between=re.compile(
            rf",? ?\b(?:tussen|van) (?P<first>[0-9]{{1,2}}) (?:en|{through}|tot) {DAY}"
        ),
        none_before=pattern(words.none_before),
        named=re.compile(rf"{DAY} (?:\((?:{'|'.join((*WEEKDAYS, *SHORT_DAYS))})\) (?:nog )?|nog )"),
    )


def _of_week(words: Counting) -> str:
    """What makes of the day behind it the last one of a week, or of more days, as a pattern."""
    first = rf"(?:[0-9]{{1,2}}|{DAY}) ?(?:-|{either(words.through)}) ?"
    return rf"(?:(?:{either(words.week)})(?: van)? |{first})"


@lru_cache(maxsize=4)
def _span(words: Counting) -> re.Pattern[str]:
    """Days from one up to another, and the hours of each of them."""
    unit, each = HOUR.format(either(words.hour)), either(words.each_day)
    away = source(dict(words.what)[What.UNAUTHORISED])
    return re.compile(
        rf"(?:van |op )?{DAY}(?: ?[-–] ?|,? (?:tot|{either(words.through)}) ){DAY}[,:;]?"
        rf" (?:(?:{each}) {_NUMBER}{unit}?|{_NUMBER}{unit}? (?:{each})) ?(?:{away})?\.?"
    )


def added(
    said: str, days: Sequence[Found], today: date, language: Language, knowledge: Knowledge
) -> tuple[str, dict[str, str]]:
    """What is left of ``said``, which is bare, and the inputs that are read from it, if any.

    :raises GivenError: when a day is none, the days lie too far apart, or unsure hours matter
    """
    shapes = _shapes(language.counting)
    text = in_figures(days_of.without(said, days, DAY), language.counting)
    text = tidy(text, days, language.counting)
    weeks, limit = knowledge.value(WEEKS, today), knowledge.value(HOURS, today)
    marks = {mark.name for part in parts_of(text, language) for mark in part.marks}
    found = _in_parts(text, days, weeks, today, shapes, knowledge)
    if not (found or _AGAINST & marks):
        found = _each_day(text, days, weeks, today, language.counting, knowledge)
    if found:
        return said, found
    nth = shapes.nth.fullmatch(text)
    if nth:
        return said, _lessons(float(nth[1])) if int(nth[1]) >= limit else {}
    text = shapes.named.sub(f"{DAY} ", text)
    if len(re.findall(_NUMBER, text)) >= len(days) > 1:
        text = shapes.part_of_day.sub(r"\g<of>", text)
        marks = {mark.name for part in parts_of(text, language) for mark in part.marks}
    text, days = _of_one_time(text, days, weeks, shapes, knowledge)
    if not days and DAY not in text and text.strip():
        said = text
    if _AGAINST & marks:
        return said, {}
    first = days[0].day if len(days) == 1 else None
    first = first if first and first <= today else None
    found = _row(text, days, weeks, today, shapes, knowledge)
    if first and not found and (each := shapes.daily.fullmatch(text)):
        same = [float(each[1] or each[2] or each[3])] * SATURDAY
        found = daily(same, first, today, weeks, knowledge)
    if found or Over.RATE in marks:
        return said, found
    within = first is not None and near(first, today, weeks, knowledge)
    bare = shapes.since.sub("", text).strip(" ,;") if within else text
    found = _added_up(text, bare, limit, shapes)
    return (bare if within and not found else said), found


def _each_day(  # noqa: PLR0913, PLR0917 - a time, and all it is read with
    text: str, days: Sequence[Found], weeks: int, today: date, words: Counting, knowledge: Knowledge
) -> dict[str, str]:
    """The hours of every school day from one day up to another; else none."""
    each = _span(words).fullmatch(text)
    if each is None or days[0].day is None or days[1].day is None or days[1].day > today:
        return {}
    same = [float(each[1] or each[2])] * SATURDAY
    return daily(same, days[0].day, days[1].day, weeks, knowledge)


def _in_parts(  # noqa: PLR0913, PLR0917 - a row of numbers, and all it is read with
    text: str, days: Sequence[Found], weeks: int, today: date, shapes: _Shapes, knowledge: Knowledge
) -> dict[str, str]:
    """The hours of a row of bare numbers; of two only behind the total that they come to.

    :raises GivenError: when they come to something else than is written before them
    """
    left = shapes.named.sub(f"{DAY} ", shapes.none_before.sub("", text)).strip(" ,;.")
    first = [found.day for found in days if found.day]
    if span := shapes.between.search(left):
        first += [
            day.replace(day=int(span["first"])) for day in first if int(span["first"]) <= day.day
        ]
        left = f"{left[: span.start()]}{left[span.end() :]}".strip(" ,;.")
    found = shapes.bare.fullmatch(left)
    if not found or (days and not (first and near(min(first), today, weeks, knowledge))):
        return {}
    terms = [float(each) for each in re.findall(_NUMBER, found["row"])]
    if found["total"] and float(found["total"]) != sum(terms):
        raise GivenError(OTHER_TOTAL.format(som=in_halves(sum(terms))))
    return _lessons(sum(terms)) if found["total"] or len(terms) >= MANY else {}


def _of_one_time(
    text: str, days: Sequence[Found], weeks: int, shapes: _Shapes, knowledge: Knowledge
) -> tuple[str, Sequence[Found]]:
    """What is left of ``text`` without the time that its hours are of, where that one counts.

    The hour at which the border was reached counts nothing either, nor does a lesson of that day.
    """
    left = shapes.nth.sub("", text)
    span = shapes.whole.search(left)
    if span:
        at = text[: text.find(span[0])].count(DAY)
        first, last = days[at].day, days[at + 1].day
        if not (first and last and first <= last and near(first, last, weeks, knowledge)):
            return text, days
        left = f"{left[: span.start()]}{left[span.end() :]}"
    elif (span := shapes.between.search(left)) and len(days) == 1 and (last := days[0].day):
        number = int(span["first"])
        first = last.replace(day=number) if 0 < number <= last.day else None
        if not (first and near(first, last, weeks, knowledge)):
            return text, days
        left = f"{left[: span.start()]}{left[span.end() :]}"
    return (left.strip(" ,;"), ()) if left != text and DAY not in left else (text, days)


def _added_up(text: str, bare: str, limit: int, shapes: _Shapes) -> dict[str, str]:
    """The hours of a sum, of two numbers, or of those that are sure; else none.

    :raises GivenError: when a sum is another one, or unsure hours matter
    """
    if found := shapes.sum.fullmatch(bare):
        return _summed(found)
    if found := shapes.later.fullmatch(text):
        return _lessons(float(found[1]) + float(found[2]))
    found = shapes.unsure.fullmatch(text)
    return _sure(float(found[1]), float(found[2]), limit) if found else {}


def _summed(found: re.Match[str]) -> dict[str, str]:
    """A sum that is written out, with what came to it later.

    :raises GivenError: when it comes to something else than is written behind it
    """
    terms = found[0].partition("=")[0] if found["total"] else found[0].partition(DAY)[0]
    added_up = sum(map(float, re.findall(r"[0-9]+(?:\.5)?", terms)))
    if found["total"] and float(found["total"]) != added_up:
        raise GivenError(OTHER_TOTAL.format(som=in_halves(added_up)))
    return _lessons(float(found["now"]) if found["now"] else added_up)


def daily(
    hours: Sequence[float], first: date, today: date, weeks: int, knowledge: Knowledge
) -> dict[str, str]:
    """The ``hours`` of each weekday, on what is a school day everywhere, in the first weeks.

    :raises GivenError: when that is no day at all
    """
    calendars = knowledge.calendars.of({})
    last = min(today, first + MOST_WEEKS * WEEK)
    on = [
        day
        for day in days_between(first, last)
        if all(c.is_school_day(day) and len(c.school_weeks(first, day)) <= weeks for c in calendars)
    ]
    if not on:
        raise GivenError(days_of.NO_DAY)
    return _listed(sorted((day, hours[day.weekday()]) for day in on))


def _row(  # noqa: PLR0913, PLR0917 - a row of days, and all it is read with
    text: str, days: Sequence[Found], weeks: int, today: date, shapes: _Shapes, knowledge: Knowledge
) -> dict[str, str]:
    """The inputs of a row of days or weeks with their hours, of each or together; else none.

    :raises GivenError: when the total is another one, or the days lie too far apart
    """
    total: re.Match[str] | None = shapes.total.search(text)
    row = text[: total.start()] if total else text
    if total and shapes.days.fullmatch(row):
        first = min((found.day for found in days if found.day), default=None)
        if first and not near(first, today, weeks, knowledge):
            raise GivenError(OTHER_SPAN.format(weken=weeks))
        return _lessons(float(total[1]))
    hours = shapes.entry.findall(row) if shapes.listed.fullmatch(row) else []
    if behind := shapes.within.fullmatch(text):
        total, hours = behind, re.findall(rf"{_NUMBER}[^0-9]* op {DAY}", behind["row"])
    added_up = sum(map(float, hours))
    if hours and shapes.of_week.search(row):  # the hours of a week have no day of their own
        on = [found.day for found in days if found.day]
        if on and not fits(min(on), max(on), weeks, knowledge):
            raise GivenError(OTHER_SPAN.format(weken=weeks))
        inputs = _lessons(added_up)
    else:
        inputs = per_day(hours, days, weeks, knowledge) if hours else {}
    if hours and total and float(total[1]) not in {added_up, _number(inputs)}:
        raise GivenError(OTHER_TOTAL.format(som=in_halves(added_up)))
    return inputs


def _number(inputs: Mapping[str, str]) -> float:
    return float(inputs["lesuren"].replace(",", "."))


def near(first: date, today: date, weeks: int, knowledge: Knowledge) -> bool:
    """Whether no more than so many weeks of lessons lie from ``first`` on, in every region."""
    if today - first > MOST_WEEKS * WEEK:
        return False
    calendars = knowledge.calendars.of({})
    return all(len(each.school_weeks(first, today)) <= weeks for each in calendars)


def per_day(
    hours: Sequence[str], days: Sequence[Found], weeks: int, knowledge: Knowledge
) -> dict[str, str]:
    """The hours by day, and apart those outside the weeks of lessons that count.

    :raises GivenError: when a day is none
    """
    on = [found.day for found in days if found.day]
    if len(on) < len(days):
        raise GivenError(days_of.NO_DAY)
    inside, outside = parted([*zip(on, map(float, hours), strict=True)], weeks, knowledge)
    other = {OUT: _rows(outside)} if outside else {}
    return {**_listed(inside), **other}


def _listed(each: Sequence[tuple[date, float]]) -> dict[str, str]:
    """The hours of each day, and all of them together."""
    return {**_lessons(sum(number for _, number in each)), ON: _rows(each)}


def _rows(each: Sequence[Row]) -> str:
    return ";".join(f"{day.isoformat()}={in_halves(number)}" for day, number in each)


def _sure(sure: float, rest: float, limit: int) -> dict[str, str]:
    if sure < limit <= sure + rest:
        said = {"zeker": in_halves(sure), "rest": in_halves(rest), "grens": limit}
        raise GivenError(UNSURE.format(**said))
    return _lessons(sure)


def _lessons(hours: float) -> dict[str, str]:
    return {"lesuren": str(in_halves(hours))}
