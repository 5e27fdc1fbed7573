"""One thing that a question asks for, such as an amount or a number to call, and what has it."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise

from routeboek_tui.library.language import Seeking
from routeboek_tui.library.ways import pattern, source
from routeboek_tui.text.characters import plain, words_in
from routeboek_tui.text.numerals import word

_COUNT = rf"(?:[0-9][0-9.,]*|(?:{'|'.join(map(word, range(1, 21)))}|anderhal)\w*)"
_SIGNS: Mapping[str, str] = {
    "bedrag": "€", "telefoonnummer": r"\b0[0-9]{2,3}[- ]?[0-9]{3,}|\b0[89]00\b|\b11[23]\b",
    "mailadres": r"\S@\S",
}  # fmt: skip
"""What has a form of its own, whatever it is called."""


def asked_for(question: str, seeking: Seeking) -> str:
    """The kind of thing that ``question`` asks for, by its name in ``seeking``, or ""."""
    words = plain(question[:1000])
    return next((kind for kind, ways in seeking.asked.items() if pattern(ways).search(words)), "")


def doer(question: str, seeking: Seeking) -> str:
    """Who is to do what ``question`` asks, where it is not who asks; or ""."""
    words = [w for w in words_in(question[:1000]) if w not in seeking.articles]
    asked = (who for does, who in pairwise(words) if does in seeking.doing)
    return next((who for who in asked if who in seeking.doers), "")


def holds(kind: str, text: str, seeking: Seeking) -> bool:
    """Whether ``text`` has a thing of this kind; of a kind nobody knows every text has it."""
    ways = _forms(_SIGNS.get(kind, ""), seeking.worded.get(kind, ()), seeking.counted.get(kind, ()))
    return ways is None or bool(ways.search(text))


def lacks(question: str, lines: Iterable[str], seeking: Seeking) -> bool:
    """Whether ``question`` asks for what has a form of its own, which no line of ``lines`` has."""
    sign = _SIGNS.get(asked_for(question, seeking))
    return sign is not None and not any(re.search(sign, line) for line in lines)


def mentions(kind: str, line: str, seeking: Seeking) -> bool:
    """Whether ``line`` can be about a thing of this kind, though it does not have it."""
    ways = seeking.mentioned.get(kind)
    return not ways or bool(pattern(ways).search(line))


@cache
def _forms(sign: str, worded: tuple[str, ...], counted: tuple[str, ...]) -> re.Pattern[str] | None:
    found = [sign] if sign else []
    found += [source(worded)] if worded else []
    found += [rf"\b{_COUNT} (?:\w+ )?{source(counted)}"] if counted else []
    return re.compile("|".join(found), re.IGNORECASE) if found else None


def shows(ask: str, line: str, seeking: Seeking) -> bool:
    """Whether ``line`` tells what ``ask``, a key of ``of_it``, asks of something."""
    said, kind = plain(line), asked_for(ask, seeking)
    if pattern(seeking.untold).search(said) or hides(ask, line, seeking):
        return False
    told = bool(pattern(seeking.shows.get(ask, ())).search(said))
    return told and (not kind or holds(kind, line, seeking))


def untold(ask: str, line: str, seeking: Seeking) -> bool:
    """Whether ``line`` says that no source tells what ``ask`` asks, and not something else."""
    return bool(pattern(seeking.untold).search(plain(line))) and not hides(ask, line, seeking)


def hides(ask: str, line: str, seeking: Seeking) -> bool:
    """Whether ``line`` only seems to tell what ``ask`` asks."""
    return ask in seeking.hides and bool(pattern(seeking.hides[ask]).search(plain(line)))
