"""A sentence about a pupil, cut to the words that say something, each said or denied."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from routeboek_tui.search.words import STOP, bare, near, plain, stem

MOST_WORDS = 60
"""Words of a sentence that are looked at; nobody says what it is about only after that."""

_NUMBERS = frozenset((
    "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "twintig",
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "anderhalve",
    "dertig", "half", "halve",
))  # fmt: skip
NUMBER = "#"
"""What stands for every number: how many is for the route to ask, not for the sentence to say."""

_SPECIAL = {
    "zestien": "zestien",
    "16": "zestien",
    "twaalf": "twaalf",
    "12": "twaalf",
    "halve": "halve",
    "nie": "niet",
    "gin": "geen",
    "niks": "niets",
    "nix": "niets",
}
"""Numbers that say what it is about, and words said otherwise."""

_JOINED = {
    "te laat": "telaat", "te late": "telaat", "te laad": "telaat", "de bel": "schoolbel",
    "op reis": "opreis",
    "op vakantie": "opvakantie", "met vakantie": "opvakantie",
    "op bed": "opbed", "smorgens": "ochtend", "s morgens": "ochtend",
}  # fmt: skip
"""Words that only say something together."""

NEGATIONS = frozenset(("niet", "geen", "nooit", "zonder", "nergens", "niemand", "niets"))
_SAID = frozenset(("wordt",))
"""Words that are searched for nothing elsewhere, and say something here."""

_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
WEEKDAY = "weekdag"
"""What stands for each of them: which day it is says nothing."""

_CLAUSES = re.compile(r"[.,;:!?()\n]+(?=\s|$)")
"""What stands between the parts of a sentence."""

MOST_LETTERS = 2_000
"""Of a longer text only the beginning is compared."""

_REACH = 2
"""Words after a negation that it denies."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: its stem, and whether it is denied."""

    text: str
    root: str
    denied: bool


def words_of(text: str) -> list[Word]:
    """The words of ``text`` that say something; a denial does not reach over a clause."""
    found: list[Word] = []
    for clause in _CLAUSES.split(bare(text[:MOST_LETTERS])):
        reach = 0
        said = f" {plain(clause)} "
        for apart, together in _JOINED.items():
            said = said.replace(f" {apart} ", f" {together} ")
        every = said.split()
        for number, typed in enumerate(every):
            word = WEEKDAY if _weekday(typed) else _SPECIAL.get(typed, typed)
            if word in NEGATIONS:
                reach = _REACH
                if found and every[number + 1 : number + 2] in (["maar"], ["meer"]):
                    found[-1] = replace(found[-1], denied=True)
                found.append(Word(word, stem(word), denied=False))
            elif word == "maar":
                reach = 0
            elif word.isdigit() or (word in _NUMBERS and word not in _SPECIAL):
                found.append(Word(word, NUMBER, denied=False))
            elif not _empty(word):
                found.append(Word(word, stem(word), denied=reach > 0))
                reach -= 1
        if len(found) >= MOST_WORDS:
            break
    return found[:MOST_WORDS]


@lru_cache(maxsize=5_000)
def _weekday(word: str) -> bool:
    """Whether ``word`` is a day of the school week, or a part of one, or a slip of it."""
    return word.startswith(_WEEKDAYS) or (word[:1] in "mdwv" and bool(near(word, _WEEKDAYS, 1)))


def _empty(word: str) -> bool:
    said = word in NEGATIONS or word in _SAID
    return (word in STOP and not said) or (len(word) == 1 and not word.isdigit())
