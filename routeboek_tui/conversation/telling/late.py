"""The day of the time late that a count came to, where somebody tells it."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from routeboek_tui.conversation.telling.count import DAY
from routeboek_tui.conversation.telling.day import without
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.core.policy.ongeoorloofd import LAST, TIMES
from routeboek_tui.library.language import Counting
from routeboek_tui.library.ways import either
from routeboek_tui.text.dates import Found, find

_WORDS = r"(?:[a-z]+ ){0,4}"
"""Words between a rank and its day, in one clause."""


def in_line(line: str, given: Mapping[str, str], today: date, words: Counting) -> Mapping[str, str]:
    """``given`` with the day that ``line``, which is bare, tells of its last time."""
    days = find(line, today)
    return last_time(in_figures(without(line, days, DAY), words), days, {**given}, today, words)


def last_time(
    text: str, days: Sequence[Found], given: dict[str, str], today: date, words: Counting
) -> dict[str, str]:
    """``given`` with the day that ``text``, with a § for each of ``days``, tells of its last time.

    That is the day beside the rank that was counted; two of them tell nothing.
    """
    times = given.get(TIMES, "")
    if not times.isdecimal() or text.count(DAY) != len(days):
        return given
    rank = rf"\b{times}(?:e|de|ste)\b(?: (?:{either(words.times)})\b)?"
    last = rf"\b(?:{either(words.last_time)})\b,? {_WORDS}(?P<last>{DAY})"
    behind = rf"{rank},? {_WORDS}(?P<behind>{DAY})"
    before = rf"(?P<before>{DAY}),? {_WORDS}{rank}(?!,? {_WORDS}{DAY})"
    places = [
        match.start(match.lastgroup or 0)
        for match in (ways for each in (behind, before, last) for ways in re.finditer(each, text))
    ]
    on = {days[text[:place].count(DAY)].day for place in places}
    day = on.pop() if len(on) == 1 else None
    return {**given, LAST: day.isoformat()} if day and day <= today else given
