"""Dutch words as a search compares them: by their stem, and by the parts they are made of."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from threading import Lock
from typing import Protocol, TypeAlias

from msgspec import Struct, field

from routeboek_tui.text.characters import plain
from routeboek_tui.text.numerals import rank
from routeboek_tui.text.numerals import word as said
from routeboek_tui.text.spelling import LONGEST_WORD

_WORD = re.compile(r"[^\W_]+")

_MISREAD = ("alternatie", "begelei", "gemeent")
"""What the Kraaij-Pohlmann stemmer takes for other words: "alterneren", "beleid" and "mening"."""

_LINKS = ("", "s", "e", "en", "n")
"""What may stand between the parts of a compound word."""

SHORTEST_PART = 3
"""Letters of the shortest part of a compound word."""


def places(text: str) -> Iterator[tuple[str, int, int]]:
    """The bare words of ``text``, each with the place in ``text`` where it begins and ends."""
    for found in _WORD.finditer(text):
        word = found[0]
        if known := word.lower() if word.isascii() else plain(word).replace(" ", ""):
            yield known, found.start(), found.end()


def stems(text: str) -> tuple[str, ...]:
    """The stems of all words of ``text``, in order."""
    return tuple(map(stem, plain(text).split()))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of ``word``, which is plain: "gemeld" and "melden" have the same one.

    That of a number is the number in digits: "vijftien", "vijftiende" and "15e" have the same one.
    """
    if number := _NUMBERS.get(word):
        return number
    if ranked := _RANKED.fullmatch(word):
        return ranked[1]
    if len(word) > LONGEST_WORD:
        return word
    kept = any(part in word for part in _MISREAD)
    with _stemming:
        return _stemmer("dutch_porter" if kept else "dutch").stemWord(word)


_NUMBERS = {plain(form(n)): str(n) for n in range(2, 100) for form in (said, rank)}
_RANKED = re.compile("([0-9]{1,3})(?:e|de|ste)")

_stemming = Lock()
"""Held while stemming: a stemmer keeps the word it works on."""


Placed: TypeAlias = tuple[str, int, int]
"""A stem, with the place where its word begins and ends."""


class Stems(Struct, frozen=True):
    """The stem of every word of ``words``, and of any other.

    Those of a text of the guide are kept: it is looked into again with every letter typed.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    kept: dict[str, frozenset[str]] = field(default_factory=dict)
    placed: dict[str, tuple[Placed, ...]] = field(default_factory=dict)

    def of(self, text: str) -> Iterator[Placed]:
        """The stem of each word of ``text``, with the place where that word begins and ends."""
        for word, start, end in places(text):
            yield self.words.get(word) or stem(word), start, end

    def inside(self, text: str) -> tuple[Placed, ...]:
        """The same for a ``text`` of the guide, which is kept."""
        if (found := self.placed.get(text)) is None:
            found = self.placed[text] = tuple(self.of(text))
        return found

    def within(self, text: str) -> frozenset[str]:
        """All stems of ``text``, which is of the guide: what somebody typed must not be kept."""
        if (found := self.kept.get(text)) is None:
            found = self.kept[text] = frozenset(root for root, _, _ in self.of(text))
        return found


@lru_cache(maxsize=1_000)
def beginning(word: str, least: int) -> str:
    """What other forms of ``word`` begin with too: at least this many letters, or all of it."""
    if len(word) > LONGEST_WORD:
        return word
    with _stemming:
        found = [_stemmer(name).stemWord(word) for name in ("dutch", "dutch_porter")]
    begins = (root for root in found if len(root) >= least and word.startswith(root))
    return min(begins, key=len, default=word)


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str:
        """The stem of a word."""


@lru_cache
def _stemmer(name: str) -> _Stemmer:
    from Stemmer import Stemmer

    made: _Stemmer = Stemmer(name)
    return made


def is_part(text: str, words: Collection[str]) -> bool:
    """Whether ``text`` can be a part of a compound word whose parts are among ``words``."""
    if len(text) < SHORTEST_PART:
        return False
    return text in words or any(
        text[: -len(link)] in words for link in _LINKS[1:] if text.endswith(link)
    )


def split(word: str, words: Collection[str]) -> tuple[str, ...]:
    """The parts of a compound word, each among ``words``; the longest last part wins."""
    for start in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        last, first = word[start:], word[:start]
        if last not in words:
            continue
        for link in _LINKS:
            lead = first.removesuffix(link)
            if len(lead) < SHORTEST_PART or not first.endswith(link):
                continue
            if parts := (lead,) if lead in words else split(lead, words):
                return (*parts, last)
    return ()
