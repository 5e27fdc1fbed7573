"""What in a text names a person, where a letter goes out without a name."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from routeboek_tui.text import dates
from routeboek_tui.text.characters import one_line, words_in

SHORTEST = 3
"""Letters. A shorter word of a name may be any word, and counts only with its capital."""

LONGEST_INITIALS = 3
"""Letters of initials that stand together: "SdV"."""

_NUMBERS = (
    re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[^\W\d_]{2,}"),
    re.compile(r"(?<!\w)(?:\+|0)(?=[^,;]*\d{3})\d(?:[ .\-/()]{0,2}\d){8,12}(?!\w)"),
    re.compile(r"(?<!\w)\d{4}[. ]?\d{2}[. ]?\d{3}(?!\w)"),
    re.compile(r"(?<!\w)[1-9]\d{3} ?[A-Z]{2}(?!\w)"),
)
"""An address of mail, a telephone number, a burgerservicenummer and a post code."""

_WORD = re.compile(r"[^\W\d_]+")


def named(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """The words of ``text`` that are of one of ``names``, or say that something is theirs.

    In a script without capitals, which may have no blanks either, a word is found anywhere.
    """
    every = [one_line(name) for name in names]
    bare = {word for name in every for word in words_in(name)}
    long = {word for word in bare if len(word) >= SHORTEST}
    short = {word for name in every for word in _WORD.findall(name) if _short(word)}
    said = words_in(text)
    found = [word for word in said if word in long or word.removesuffix("s") in long]
    found += [word for word in _WORD.findall(text) if word in short]
    found += [word for word in sorted(bare) if _unspaced(word) and word in "".join(said)]
    return tuple(dict.fromkeys(unicodedata.normalize("NFC", word) for word in found))


def first_name(name: str) -> str:
    """The first word of a whole name; "" where that is no first name.

    In a list the surname stands first, before a comma; what begins small is part of a surname.
    """
    first, _, rest = one_line(name).partition(" ")
    return "" if "," in name or (rest and first.islower()) else first


def numbered(text: str, today: date, born: date | None = None) -> tuple[str, ...]:
    """What in ``text`` reaches or tells one person: a number, an address, the day of ``born``."""
    line = one_line(text)
    days = dates.find(line, today)
    birth = [line[each.start : each.end] for each in days if born and each.day == born]
    for each in reversed(days):
        line = f"{line[: each.start]},{line[each.end :]}"
    numbers = [each[0] for pattern in _NUMBERS for each in pattern.finditer(line)]
    return tuple(dict.fromkeys((*birth, *numbers)))


def whole_names(text: str) -> tuple[str, ...]:
    """The words of ``text`` that are more than initials; "Th." is one, and "van" stands between."""
    words = ((each[0], text[each.end() :]) for each in _WORD.finditer(text))
    return tuple(
        word
        for word, rest in words
        if len(word) > LONGEST_INITIALS
        or _unspaced(word)
        or (len(word) > 1 and word.istitle() and not rest.startswith("."))
    )


def _short(word: str) -> bool:
    """Whether ``word`` is a name of two letters, such as "Bo"."""
    return len(word) == SHORTEST - 1 and word.istitle()


def _unspaced(word: str) -> bool:
    """Whether ``word`` is of a script without capitals, such as Chinese or Thai."""
    return len(word) >= SHORTEST - 1 and word.isalpha() and word.upper() == word.lower()
