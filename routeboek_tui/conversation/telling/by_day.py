"""The hours of several days in a story: all of them together, where each has a day of its own."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from routeboek_tui.conversation.telling.count import DAY
from routeboek_tui.conversation.telling.hours import HOUR, near, per_day
from routeboek_tui.conversation.telling.measure import shorter
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.ongeoorloofd import ON, WEEKS
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.said import Count, Over, Unit, What
from routeboek_tui.library.language import Counting
from routeboek_tui.library.ways import either, pattern
from routeboek_tui.text.characters import plain
from routeboek_tui.text.dates import SHORT_DAYS, Found
from routeboek_tui.text.near_days import WEEKDAYS

_MISSED = frozenset((What.UNAUTHORISED, What.ABSENT))
_NUMBER = r"([0-9]{1,2}(?:\.5)?)"


@lru_cache(maxsize=4)
def _entry(words: Counting) -> re.Pattern[str]:
    hour = HOUR.format(either(words.hour))
    weekday = rf"(?: \((?:{'|'.join((*WEEKDAYS, *SHORT_DAYS))})\))?"
    between = rf"[ :=(]*(?:(?:{either((*words.later_on, *words.whole))}) )*"
    return re.compile(
        rf"{DAY}{weekday}{between}{_NUMBER}(?:{hour})?\b|{_NUMBER}(?:{hour})? (?:op ){DAY}"
    )


@lru_cache(maxsize=4)
def _total(words: Counting) -> re.Pattern[str]:
    hour = HOUR.format(either(words.hour))
    return re.compile(rf"[,;.:=(]? ?\b(?:{either(words.together)})[ :=]*{_NUMBER}{hour}\b")


def by_day(  # noqa: PLR0913, PLR0917 - a story, and all it is read with
    text: str,
    counts: Sequence[Count],
    days: Sequence[Found],
    today: date,
    words: Counting,
    knowledge: Knowledge,
) -> dict[str, str]:
    """The hours by day of ``text``, in figures with a § for each of ``days``, and their total.

    Empty where a number of hours has no day of its own, is no surely missed hour, or lies too far
    back: then some of it would be taken for the whole.
    """
    hours = [each for each in counts if each.unit is Unit.HOUR and not each.rank]
    entries = list(_entry(words).finditer(text))
    hours, entries = _own(hours, entries, _named_before(text, entries, words))
    total = _total(words).search(text)
    if total:
        hours = [each for each in hours if each.end <= total.start()]
    if len(entries) < 2 or not hours or text.count(DAY) != len(days):  # noqa: PLR2004 - days
        return {}
    weeks = knowledge.value(WEEKS, today)
    missed = all(_missed(each, weeks) for each in hours)
    sure = any(What.UNAUTHORISED in each.what for each in hours)
    told = missed and sure and not pattern(words.and_more).search(plain(text))
    inside = all(any(e.start() <= each.start < e.end() for e in entries) for each in hours)
    on = [days[text[: e.start() + e[0].index(DAY)].count(DAY)] for e in entries]
    first = min((each.day for each in on if each.day), default=None)
    calendars = knowledge.calendars.of({})
    known = all(
        each.day and each.day <= today and any(c.is_school_day(each.day) for c in calendars)
        for each in on
    )
    if not (told and inside and known and first) or len({each.day for each in on}) < len(on):
        return {}
    amounts = [entry[1] or entry[2] for entry in entries]
    if total and float(total[1]) != sum(map(float, amounts)):
        return {}
    try:
        given = per_day(amounts, on, weeks, knowledge)
    except GivenError:
        return {}
    begun = date.fromisoformat(given[ON].partition("=")[0])
    return given if near(begun, today, weeks, knowledge) else {}


def _named_before(text: str, entries: Sequence[re.Match[str]], words: Counting) -> frozenset[What]:
    """What ``text`` is about before the first of ``entries``, where that is one reason."""
    head = text[: entries[0].start()] if entries else ""
    named = {What(name) for name, ways in words.what if pattern(ways).search(head)}
    reasons = named - {What.ABSENT, What.ELSE}
    return frozenset(reasons) if len(reasons) == 1 else frozenset()


def _own(
    hours: Sequence[Count], entries: Sequence[re.Match[str]], named: frozenset[What]
) -> tuple[list[Count], list[re.Match[str]]]:
    """The ``hours`` and days that are not surely of something else, such as illness.

    Hours of which nothing is told are like those before them in the row, the first as ``named``.
    """
    kept: list[Count] = []
    others: list[Count] = []
    for each in hours:
        named = each.what or named
        told = replace(each, what=named)
        (others if each.what and named.isdisjoint(_MISSED) else kept).append(told)
    apart = [e for e in entries if not any(e.start() <= o.start < e.end() for o in others)]
    return kept, apart


def _missed(count: Count, weeks: int) -> bool:
    """Whether a count is surely of hours missed without leave, and of this pupil."""
    against = count.another or count.denied or count.doubted or not count.exact
    against = against or bool(count.span and not shorter(count, weeks))
    over = count.over & {Over.PAST, Over.RATE, Over.YEAR}
    return bool(count.what) and count.what <= _MISSED and not (against or over)
