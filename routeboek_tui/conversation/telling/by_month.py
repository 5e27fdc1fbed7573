"""Counts that are told month by month: those of one thing in this school year are added up."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from routeboek_tui.conversation.telling.count import Part, counted, parts_of
from routeboek_tui.core.policy.ziekteverzuim import school_year
from routeboek_tui.core.said import Count, Over, Unit
from routeboek_tui.library.language import Counting, Language
from routeboek_tui.library.ways import either
from routeboek_tui.text.dates import MONTHS

_ADDED = frozenset({Unit.TIMES, Unit.REPORT})
"""What can be added up: of hours and days it matters in which weeks they fell."""

_OF_IT = frozenset({Over.PART, Over.RUNNING})


def summed(
    text: str, language: Language, today: date
) -> tuple[tuple[Count, ...], tuple[Count, ...]]:
    """What ``text`` counts where it was asked, as it stands and added up."""
    parts, words = parts_of(text, language), language.counting
    every = counted(text, parts, words)
    return every, by_month(every, text, parts, today, words, asked=True)


def by_month(  # noqa: PLR0913 - what was counted, and all it is read with
    counts: Sequence[Count],
    text: str,
    parts: Sequence[Part],
    today: date,
    words: Counting,
    *,
    asked: bool = False,
) -> tuple[Count, ...]:
    """``counts`` of ``text``, of which those that are one thing counted by month are their sum.

    They are where each stands in a part of its own with a month of this school year that no other
    one has, and nothing makes one of them unsure. Where it was ``asked`` nobody says what it is.
    """
    added = [each for each in counts if each.unit in _ADDED]
    if len(added) < 2:  # noqa: PLR2004 - one is no sum
        return tuple(counts)
    months = [_month(each, text, parts, added, today, words) for each in added]
    alike = len({each.what for each in added}) == 1 and (asked or all(e.what for e in added))
    plain = all(_plain(each) for each in added)
    if not (alike and plain and all(months) and len(set(months)) == len(months)):
        return tuple(counts)
    total = str(sum(int(each.number) for each in added))
    whole = replace(added[0], number=total, over=frozenset({Over.YEAR}), unit=added[0].unit)
    rest = (each for each in counts if each not in added)
    return (whole, *rest)


def _plain(count: Count) -> bool:
    unsure = count.rank or count.denied or count.doubted or count.another or not count.exact
    return not unsure and count.over <= _OF_IT and count.number.isdecimal()


def _month(  # noqa: PLR0913, PLR0917 - a count, and all that stands around it
    count: Count,
    text: str,
    parts: Sequence[Part],
    others: Sequence[Count],
    today: date,
    words: Counting,
) -> int:
    """The month, from 1, that the part of ``count`` names, and in which nothing else is counted."""
    part = next((each for each in parts if each.start <= count.start < each.end), None)
    if part is None or sum(part.start <= each.start < part.end for each in others) != 1:
        return 0
    found = [*_shape(words).finditer(text, part.start, part.end)]
    if len(found) != 1:
        return 0
    name = (found[0]["name"] or "").lower()
    number = MONTHS.index(name) + 1 if name else today.month
    begin = school_year(today)[0]
    on = date(today.year - (number > today.month), number, 1)
    return number if on >= begin else 0


@lru_cache(maxsize=4)
def _shape(words: Counting) -> re.Pattern[str]:
    this = either(dict(words.days_by)["this_month"])
    return re.compile(rf"\b(?:(?P<name>{'|'.join(MONTHS)})|{this})\b", re.IGNORECASE)
