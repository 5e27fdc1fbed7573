"""Numbers typed before a sentence that are no part of it: the keys of choices."""

import re
from datetime import date

from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain
from routeboek_tui.text.dates import find

_BETWEEN = r"\s*(?:[.,:;)-]\s*|\s)"
_NUMBERED = re.compile(rf"\s*(\d{{1,2}}(?:{_BETWEEN}\d)?){_BETWEEN}([^\W\d].*)", re.DOTALL)
_GLUED = re.compile(r"\s*(\d{1,2})([^\W\d]{3,}.*)", re.DOTALL)


def apart(line: str, language: Language, today: date) -> tuple[str, str]:
    """The number before a sentence, and the sentence; "" and ``line`` where they belong together.

    "1 Milan is ziek" is a choice and a sentence, "1 6 hij spijbelt" and "16hij spijbelt" are two
    choices and one; "1 keer ziek" and "3 havo" are one sentence. What can be either stays whole:
    nothing is chosen that was not meant.
    """
    found = _NUMBERED.fullmatch(line) or _GLUED.fullmatch(line)
    if not found:
        return "", line
    number, rest = found.groups()
    said, first = plain(line), plain(rest).partition(" ")[0]
    telling = language.telling
    named = rest[0].isupper() or first in telling.begins
    counted = any(pattern(ways).match(said) for _, ways in telling.says)
    dated = any(day.start <= line.index(number) for day in find(line, today))
    return (number, rest) if named and not (counted or dated) else ("", line)
