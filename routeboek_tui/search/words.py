"""Dutch words as a search compares them: bare, by their stem, and near in spelling."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from threading import Lock
from typing import Protocol

SHORTEST_SLIP = 4
"""Letters. In a shorter word one slip makes another word."""

LONG_WORD = 8
"""Letters. From here two slips are taken for slips."""

LONGEST_WORD = 48
"""Letters. What is longer is no word, and is not compared."""

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)?", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")

_MISREAD = ("begelei", "gemeent")
"""What the Kraaij-Pohlmann stemmer takes for other words: "beleid" and "mening"."""

_LINKS = ("", "s", "e", "en", "n")
"""What may stand between the parts of a compound word."""

SHORTEST_PART = 3
"""Letters of the shortest part of a compound word."""


def bare(text: str) -> str:
    """``text`` in lower case without accents, and without characters that do not show."""
    found = unicodedata.normalize("NFKD", _ESCAPES.sub(" ", text)).casefold()
    if found.isascii():
        return found
    return "".join(char for char in found if unicodedata.category(char) not in {"Mn", "Cf"})


def plain(text: str) -> str:
    """The bare words of ``text``, one blank between them."""
    return " ".join(_WORD.findall(bare(text)))


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
    """The stem of ``word``, which is plain: "gemeld" and "melden" have the same one."""
    if len(word) > LONGEST_WORD:
        return word
    kept = any(part in word for part in _MISREAD)
    with _stemming:
        return _stemmer("dutch_porter" if kept else "dutch").stemWord(word)


_stemming = Lock()
"""Held while stemming: a stemmer keeps the word it works on."""


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
    from snowballstemmer import stemmer

    made: _Stemmer = stemmer(name)
    return made


def most_slips(word: str) -> int:
    """How many slips of the keyboard ``word`` may hold and still be told from other words."""
    if len(word) < SHORTEST_SLIP or len(word) > LONGEST_WORD or word.isdigit():
        return 0
    return 2 if len(word) >= LONG_WORD else 1


def near(word: str, vocabulary: Sequence[str], most: int | None = None) -> tuple[str, ...]:
    """The words of ``vocabulary`` nearest to ``word`` in spelling, all equally near.

    A slip is a letter left out, added, changed or swapped with its neighbour. ``most``
    slips count, by default :func:`most_slips`. "Ongeoorloofd" is no slip of "geoorloofd".
    """
    most = most_slips(word) if most is None else min(most, most_slips(word))
    if not most:
        return ()
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(word, vocabulary, scorer=OSA.distance, score_cutoff=most, limit=8)
    opposite = word.startswith("on")
    # With the same first letter a slip is likelier than another word.
    ranked = sorted(
        (slips, other[0] != word[0], other)
        for other, slips, _ in found
        if other.startswith("on") == opposite or other[:2] == word[:2]
    )
    return tuple(other for *rank, other in ranked if rank == list(ranked[0][:2]))


def is_part(text: str, words: Collection[str]) -> bool:
    """Whether ``text`` can be a part of a compound word whose parts are among ``words``."""
    return len(text) >= SHORTEST_PART and any(
        text.endswith(link) and text[: len(text) - len(link)] in words for link in _LINKS
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
