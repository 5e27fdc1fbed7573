"""The day an answer came about, apart from the answer itself."""

import re
from datetime import date

from routeboek_tui.core.dates import Found, find

_BEFORE = re.compile(r"(?:^|[ ,:(])(?:op)?[ ,:(]*$")
_OTHER_DAY = re.compile(
    r"\b(?:sinds|vanaf|tot|met|voor|na|geboren|ziektedag|dag|en|is|was)(?: op)?[ :]*$"
)
_FIRST = re.compile(r"(?:op )?$")
_OF_ITSELF = re.compile(
    r"\s*(?:was|is|wordt|tot|t/m|en|of)\b|.*\b(?:ziektedag|eerste dag|sinds|vanaf|geboren)\b"
)


def apart(text: str, today: date) -> tuple[str, Found | None]:
    """``text`` without the one day it ends or begins with, and that day.

    A day said of something else ("sinds 3 november") stays where it is.
    """
    days = find(text, today)
    if len(days) != 1:
        return text, None
    day = days[0]
    head, rest = text[: day.start], text[day.end :]
    if not rest.strip(" .!)"):
        before = _BEFORE.search(head)
        if before is None or _OTHER_DAY.search(head):
            return text, None
        return head[: before.start()].strip(), day
    if _FIRST.match(head) and not _OF_ITSELF.match(rest):
        return rest.strip(" ,:;-"), day
    return text, None
