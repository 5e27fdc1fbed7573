"""A sentence about a pupil, cut to the words that say something, each said or denied."""

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.library.language import Seeking
from routeboek_tui.search.words import stem
from routeboek_tui.text.characters import bare, plain
from routeboek_tui.text.dates import WEEKDAYS
from routeboek_tui.text.numerals import rank, word
from routeboek_tui.text.spelling import near

MOST_WORDS = 60
"""Words of a sentence that are looked at; nobody says what it is about only after that."""

_NUMBERS = frozenset(
    {word(number) for number in (*range(2, 20), *range(20, 100, 10))}
    | {rank(number) for number in range(1, 21)}
)
NUMBER = "#"
"""What stands for every number: how many is for the route to ask, not for the sentence to say."""

_SAID = frozenset(("wordt",))
"""Words that are searched for nothing elsewhere, and say something here."""

_WEEKDAYS = WEEKDAYS[:5]
WEEKDAY = "weekdag"
"""What stands for each of them: which day it is says nothing."""

_CLAUSES = re.compile(r"[.,;:!?()\n]+(?=\s|$)")
"""What stands between the parts of a sentence."""

MOST_LETTERS = 2_000
"""Of a longer text only the beginning is compared."""

_REACH = 2
"""Words after a negation that it denies."""


class Word(Struct, frozen=True):
    """One word of a text: its stem, and whether it is denied."""

    text: str
    root: str
    denied: bool


def words_of(text: str, seeking: Seeking) -> list[Word]:
    """The words of ``text`` that say something; a denial does not reach over a clause."""
    found: list[Word] = []
    for clause in _CLAUSES.split(bare(text[:MOST_LETTERS])):
        reach = 0
        said = f" {plain(clause)} "
        for apart, together in seeking.joined.items():
            said = said.replace(f" {apart} ", f" {together} ")
        every = said.split()
        for number, typed in enumerate(every):
            known = WEEKDAY if _weekday(typed) else seeking.same.get(typed, typed)
            if known in seeking.negations:
                reach = _REACH
                if found and every[number + 1 : number + 2] in (["maar"], ["meer"]):
                    found[-1] = replace(found[-1], denied=True)
                found.append(Word(known, stem(known), denied=False))
            elif known == "maar":
                reach = 0
            elif known.isdigit() or (_number(known, seeking) and typed not in seeking.same):
                found.append(Word(known, NUMBER, denied=False))
            elif not _empty(known, seeking):
                found.append(Word(known, stem(known), denied=reach > 0))
                reach -= 1
        if len(found) >= MOST_WORDS:
            break
    return found[:MOST_WORDS]


def _number(known: str, seeking: Seeking) -> bool:
    return known in _NUMBERS or known in seeking.halves


@lru_cache(maxsize=5_000)
def _weekday(typed: str) -> bool:
    """Whether ``typed`` is a day of the school week, or a part of one, or a slip of it."""
    return typed.startswith(_WEEKDAYS) or (typed[:1] in "mdwv" and bool(near(typed, _WEEKDAYS, 1)))


def _empty(known: str, seeking: Seeking) -> bool:
    said = known in seeking.negations or known in _SAID
    return (known in seeking.stop and not said) or (len(known) == 1 and not known.isdigit())
