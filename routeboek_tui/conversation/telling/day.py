"""The days of a sentence: which day an answer came about, and what the others are days of."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from routeboek_tui.conversation.telling.count import DAY
from routeboek_tui.library.language import Counting
from routeboek_tui.library.ways import either, pattern
from routeboek_tui.text.dates import Found, find

_BEFORE = re.compile(r"(?:^|[ ,:(])(?:op)?[ ,:(]*$")
_FIRST = re.compile(r"(?:op )?$")


class _Shapes(Struct, frozen=True):
    before_else: re.Pattern[str]
    after_else: re.Pattern[str]
    since: re.Pattern[str]
    until: re.Pattern[str]
    born: re.Pattern[str]
    others: re.Pattern[str]
    beside: re.Pattern[str]
    listed: re.Pattern[str]


@lru_cache(maxsize=4)
def _shapes(words: Counting) -> _Shapes:
    of_else, itself = either(words.day_of_else), either(words.day_itself)
    report = rf"(?:ziek[ -]?gemeld|ziek[ -]?(?:{either(words.report)}))"
    return _Shapes(
        before_else=re.compile(rf"\b(?:{of_else})(?: op)?[ :]*$"),
        after_else=re.compile(rf"\s*(?:{itself})\b|.*\b(?:{either(words.day_named)})\b"),
        since=re.compile(rf"\b(?:{either(words.since)})[ :]*$"),
        until=re.compile(rf"\b(?:{either(words.until)})(?: op)?[ :]*$"),
        others=pattern(words.others),
        born=re.compile(rf"\b(?:{either(words.born)})[ .:]*$"),
        beside=re.compile(rf"(?:{either(words.beside_days)}|[ ,;.:&+\n-])*"),
        listed=re.compile(rf"{report} (?:op )?{DAY}(?:(?:, ?|,? en |, en op | en op ){DAY})+"),
    )


def apart(text: str, today: date, words: Counting) -> tuple[str, Found | None]:
    """``text`` without the one day it ends or begins with, and that day.

    A day said of something else ("sinds 3 november") stays where it is.
    """
    days, shapes = find(text, today), _shapes(words)
    if len(days) != 1:
        return text, None
    day = days[0]
    head, rest = text[: day.start], text[day.end :]
    if not rest.strip(" .!)"):
        before = _BEFORE.search(head)
        if before is None or shapes.before_else.search(head):
            return text, None
        return head[: before.start()].strip(), day
    if _FIRST.match(head) and not shapes.after_else.match(rest):
        return rest.strip(" ,:;-"), day
    return text, None


def only(text: str, days: Sequence[Found], words: Counting, *, of_birth: bool) -> date | None:
    """The one day of ``text`` where it can be that of birth, or else the first of what goes on.

    A day of somebody else, or one at which something ends, is neither.
    """
    shapes = _shapes(words)
    if len(days) != 1 or shapes.others.search(text):
        return None
    head = text[: days[0].start]
    other = shapes.since if of_birth else shapes.born
    return None if shapes.until.search(head) or other.search(head) else days[0].day


def without(text: str, days: Sequence[Found], mark: str = " ") -> str:
    """``text`` with ``mark`` in the place of ``days``."""
    for day in reversed(days):
        text = f"{text[: day.start]}{mark}{text[day.end :]}"
    return text


def first_day(text: str, days: Sequence[Found], words: Counting) -> date | None:
    """The day from which on something is, where ``text`` has no other day."""
    if len(days) == 1 and _shapes(words).since.search(text[: days[0].start]):
        return days[0].day
    return None


def born(head: str, words: Counting) -> bool:
    """Whether the day behind ``head`` is one of birth."""
    return bool(_shapes(words).born.search(head))


def since(head: str, words: Counting) -> bool:
    """Whether the day behind ``head`` is the first one of what goes on."""
    return bool(_shapes(words).since.search(head))


def only_reports(text: str, days: Sequence[Found], words: Counting) -> bool:
    """Whether ``text`` is nothing but a list of the days of reports."""
    return len(days) > 1 and bool(_shapes(words).beside.fullmatch(without(text, days)))


def listed(text: str, words: Counting) -> bool:
    """Whether all days of ``text``, in which :data:`DAY` stands for each, are days of reports."""
    found = _shapes(words).listed.search(text)
    return found is not None and found[0].count(DAY) == text.count(DAY)
