"""Numbers typed before a sentence that are no part of it: the keys of choices."""

import re
from datetime import date
from functools import lru_cache

from routeboek_tui.core.said import Unit
from routeboek_tui.library.language import Counting, Language
from routeboek_tui.library.ways import either, pattern
from routeboek_tui.text.characters import plain
from routeboek_tui.text.dates import find

_BETWEEN = r"\s*(?:[.,:;)-]\s*|\s)"
_NUMBERED = re.compile(rf"\s*(\d{{1,2}}(?:{_BETWEEN}\d)?){_BETWEEN}([^\W\d].*)", re.DOTALL)
_GLUED = re.compile(r"\s*(\d{1,2})([^\W\d]{3,}.*)", re.DOTALL)


@lru_cache(maxsize=4)
def _behind_number(words: Counting) -> re.Pattern[str]:
    """What people write behind a number without a space: "16uur", "16jarige", "3havo"."""
    units = (each for unit in Unit for each in getattr(words, unit))
    counted = rf"(?:\w{{3,}})?(?:{either((*units, *words.years))})"  # "lesuren" is one too
    return re.compile(rf"{counted}|{either(words.of_class)}|jarig\w*|ste|tal")


def apart(line: str, language: Language, today: date) -> tuple[str, str]:
    """The number before a sentence, and the sentence; "" and ``line`` where they belong together.

    "1 Milan is ziek" is a choice and a sentence, "1 6 hij spijbelt" and "16hij spijbelt" are two
    choices and one; "1 keer ziek" and "3 havo" are one sentence. What can be either stays whole:
    nothing is chosen that was not meant.
    """
    found, glued = _NUMBERED.fullmatch(line), _GLUED.fullmatch(line)
    if not (found := found or glued):
        return "", line
    number, rest = found.groups()
    said, first = plain(line), plain(rest).partition(" ")[0]
    telling = language.telling
    named = rest[0].isupper() or first in telling.begins
    named = named or bool(glued and not _behind_number(language.counting).fullmatch(first))
    counted = any(pattern(ways).match(said) for _, ways in telling.says)
    dated = any(day.start <= line.index(number) for day in find(line, today))
    return (number, rest) if named and not (counted or dated) else ("", line)
