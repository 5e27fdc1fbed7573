"""A line that tells of another child as well: what of it is about this pupil, and what is not.

Each child is a case of its own, so nothing that is told of the one is taken for the other.
"""

import re
from functools import lru_cache

from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import either, source

_BEGIN = r"(?:^|[.,;:!?] *|\b(?:{}) )"
"""Where a clause begins: at the beginning, behind a sign, or behind one of the words that join."""

_LOOSE = " ,;:.!"


def apart(line: str, language: Language) -> tuple[str, str]:
    """``line`` up to where another child comes in, and what is told of that child; "" for none."""
    said = language
    ways, joins = (said.other_child, said.other_case), said.other_child_joins
    found = _pattern(*ways, joins, said.other_child_tells).search(line)
    if found is None:
        return line, ""
    told = line[found.end() :].strip(_LOOSE)
    return line[: found.start()].strip(_LOOSE), told or line[found.start() :].strip(_LOOSE)


@lru_cache(maxsize=4)
def _pattern(
    child: tuple[str, ...], case: tuple[str, ...], joins: frozenset[str], tells: frozenset[str]
) -> re.Pattern[str]:
    begin = _BEGIN.format(either(joins) or r"(?!)")
    sibling = rf"{source(child)}(?=(?:{either(tells) or '(?!)'})\b)"
    return re.compile(rf"{begin}(?:{sibling}|{source(case)})", re.IGNORECASE)
