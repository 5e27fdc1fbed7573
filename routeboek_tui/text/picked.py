"""Numbers that are picked in one line: "2", "1 3 4", "1 en 3", "2-4", "2 t/m 4"."""

import re

MOST = 99
"""The largest number that picks something."""

_APART = re.compile(r"[, ]+|\ben\b")
_TO = re.compile(r" *(?:-|–|t/m|tot en met) *")
_RANGE = re.compile(r"([0-9]{1,2})-([0-9]{1,2})")


def numbers(text: str) -> tuple[int, ...]:
    """The numbers that ``text`` is, if it is nothing else; each stands once."""
    found: list[int] = []
    for part in filter(None, _APART.split(_TO.sub("-", text.casefold()))):
        between = _RANGE.fullmatch(part)
        first, last = (int(between[1]), int(between[2])) if between else (0, 0)
        if between and first <= last:
            found += range(first, last + 1)
        elif part.isdecimal() and int(part) <= MOST:
            found.append(int(part))
        else:
            return ()
    return tuple(dict.fromkeys(found))
