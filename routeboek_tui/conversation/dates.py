"""The day an answer came about, apart from the answer itself."""

import re
from datetime import date
from functools import lru_cache

from routeboek_tui.library.language import Counting
from routeboek_tui.library.ways import either
from routeboek_tui.text.dates import Found, find

_BEFORE = re.compile(r"(?:^|[ ,:(])(?:op)?[ ,:(]*$")
_FIRST = re.compile(r"(?:op )?$")


@lru_cache(maxsize=4)
def _of_else(words: Counting) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a day, and what after it, where the day is not that of the answer."""
    before = rf"\b(?:{either(words.day_of_else)})(?: op)?[ :]*$"
    after = rf"\s*(?:{either(words.day_itself)})\b|.*\b(?:{either(words.day_named)})\b"
    return re.compile(before), re.compile(after)


def apart(text: str, today: date, words: Counting) -> tuple[str, Found | None]:
    """``text`` without the one day it ends or begins with, and that day.

    A day said of something else ("sinds 3 november") stays where it is.
    """
    days = find(text, today)
    before_else, after_else = _of_else(words)
    if len(days) != 1:
        return text, None
    day = days[0]
    head, rest = text[: day.start], text[day.end :]
    if not rest.strip(" .!)"):
        before = _BEFORE.search(head)
        if before is None or before_else.search(head):
            return text, None
        return head[: before.start()].strip(), day
    if _FIRST.match(head) and not after_else.match(rest):
        return rest.strip(" ,:;-"), day
    return text, None
