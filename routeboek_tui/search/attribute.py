"""One thing that a question asks for, such as an amount or a number to call, and what has it."""

import re
from collections.abc import Mapping
from itertools import pairwise

from routeboek_tui.library.language import Seeking
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain, words_in

_SPOKEN = "een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|zestien|anderhal"
_COUNT = rf"(?:[0-9][0-9.,]*|(?:{_SPOKEN})\w*)"
_TIME = r"\w*uur|\w*dagen|\w*dag|\w*weken|\w*week|maand\w*|jaar|keer|schooljaar"
_HOLDS: Mapping[str, str] = {
    "bedrag": r"€|\beuro|\bgratis\b|\bkost niets",
    "telefoonnummer": r"\b0[0-9]{2,3}[- ]?[0-9]{3,}|\b0[89]00\b|\b11[23]\b",
    "mailadres": r"\S@\S",
    "minuten": r"\bminu(?:ut|ten)\b",
    "uren": rf"\b{_COUNT} (?:\w+ )?(?:\w*uur|\w*uren)\b",
    "dagen": rf"\b{_COUNT} (?:\w+ )?(?:\w*dagen|\w*dag|\w*weken|\w*week)\b",
    "weken": rf"\b{_COUNT} (?:\w+ )?(?:\w*weken|\w*week|\w*dagen|maand|maanden)\b",
    "maanden": rf"\b{_COUNT} (?:\w+ )?(?:maanden|maand|weken|jaar)\b",
    "tijd": rf"\b{_COUNT} (?:\w+ )?(?:{_TIME})\b",
}
_NAMES: Mapping[str, str] = {
    "bedrag": r"bedrag|kost|boete", "telefoonnummer": r"nummer|telefo", "mailadres": r"adres|mail",
}  # fmt: skip
"""How a line can say that no source tells it."""


def asked_for(question: str, seeking: Seeking) -> str:
    """The kind of thing that ``question`` asks for, by its name in ``seeking``, or ""."""
    words = plain(question[:1000])
    return next((kind for kind, ways in seeking.asked.items() if pattern(ways).search(words)), "")


def doer(question: str, seeking: Seeking) -> str:
    """Who is to do what ``question`` asks, where it is not who asks; or ""."""
    words = [w for w in words_in(question[:1000]) if w not in seeking.articles]
    asked = (who for does, who in pairwise(words) if does in seeking.doing)
    return next((who for who in asked if who in seeking.doers), "")


def holds(kind: str, text: str) -> bool:
    """Whether ``text`` has a thing of this kind; of a kind nobody knows every text has it."""
    way = _HOLDS.get(kind)
    return way is None or bool(re.search(way, text, re.IGNORECASE))


def names(kind: str, line: str) -> bool:
    """Whether ``line`` can be about a thing of this kind, though it does not have it."""
    return kind not in _NAMES or bool(re.search(_NAMES[kind], line, re.IGNORECASE))
