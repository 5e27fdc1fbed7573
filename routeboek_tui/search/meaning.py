"""Which stems of the guide a typed word can stand for, and how surely."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from routeboek_tui.search.words import SHORTEST_PART, beginning, is_part, split, stem
from routeboek_tui.text.spelling import most_slips, near

SHORTEST_COMPOUND = 4
"""Letters that a word needs before it is sought inside other words."""

MOST = 60
"""Stems for one typed word; a beginning of two letters could stand for hundreds."""

KEPT = 128
"""Words whose meanings are kept: those of the last lines that were typed."""

MOST_SLIPS = 2
"""Slips that a word may hold and still be told from others."""

SAME, HEAD, INSIDE, BEGUN, SLIP, SLIP_BEGUN = 0.9, 0.6, 0.45, 0.6, 0.8, 0.5
"""How surely, from 0 to 1: another form of the word, a compound that ends in it, a compound that
holds it elsewhere, a word that begins so, a slip, a slip in a beginning."""

_FORMS = frozenset((
    "e", "n", "s", "t", "d", "en", "er", "de", "te", "den", "ten", "ing", "ingen", "end",
    "ende", "ers", "je", "jes", "es", "st", "heid", "lijk",
))  # fmt: skip
"""What can stand behind a word that is still the same word."""


class Vocabulary:
    """The words of the guide with their stems, made ready to be sought in."""

    def __init__(self, words: Mapping[str, str], stems: Collection[str]) -> None:
        """Take ``words`` with the stem of each, and the stems that are found in passages."""
        self._words = words
        self._stems = stems
        self._list = list(words)
        self._joined = "\n" + "\n".join(words) + "\n"
        self._as_long: dict[tuple[int, int], list[str]] = {}
        # A line is read anew with every letter that is typed: only its last word is another one.
        self.meanings = lru_cache(KEPT)(self._meanings)
        self.apart = lru_cache(KEPT)(self._apart)
        self.joined = lru_cache(KEPT)(self._joined_as)

    def _meanings(self, word: str, typing: bool) -> dict[str, float]:
        """The stems that ``word``, which is plain, can stand for, each with how surely."""
        found: dict[str, float] = {}
        root = self.root(word)
        if root:
            found[root] = 1.0
        for other, worth in self._compounds(word):
            _add(found, other, worth)
        if typing and len(word) > 1:
            for other in self._holding(f"\n{word}"):
                _add(found, self._words[other], BEGUN)
        return _surest(found) or self._guessed(word, typing=typing)

    def root(self, word: str) -> str:
        """The stem of ``word`` if the guide has it, in whatever form, and else ""."""
        known = self._words.get(word) or stem(word)
        return known if known in self._stems else ""

    def near(self, word: str, most: int = MOST_SLIPS) -> tuple[str, ...]:
        """The words of the guide nearest to ``word`` in spelling, with at most so many slips."""
        slips, letters = min(most, most_slips(word)), len(word)
        if (alike := self._as_long.get((letters, slips))) is None:
            alike = [other for other in self._list if abs(len(other) - letters) <= slips]
            self._as_long[letters, slips] = alike
        return near(word, alike, slips)

    def _joined_as(self, first: str, second: str) -> str:
        """The stem of two words written as one, if the guide has that word, and else ""."""
        if len(first) < SHORTEST_PART or len(second) < SHORTEST_PART:
            return ""
        whole = first + second
        if (known := self.root(whole)) or (self.root(first) and self.root(second)):
            return known
        return next((self._words[other] for other in self.near(whole, 1)), "")

    def _apart(self, word: str) -> tuple[str, ...]:
        """The parts of a compound that the guide only knows by its parts, or the word itself."""
        if len(word) < 2 * SHORTEST_PART or self.root(word) or self.near(word, 1):
            return (word,)
        return split(word, self._words) or (word,)

    def _guessed(self, word: str, *, typing: bool) -> dict[str, float]:
        """The stems of the nearest words, or of those that begin nearly so."""
        if close := self.near(word):
            return {self._words[other]: SLIP for other in close}
        if typing:
            begun: dict[str, list[str]] = {}
            for other in self._list:
                if other[:1] == word[:1] and len(other) > len(word):
                    begun.setdefault(other[: len(word)], []).append(other)
            close = near(word, list(begun), 1)
            return _surest({self._words[o]: SLIP_BEGUN for start in close for o in begun[start]})
        return {}

    def _compounds(self, word: str) -> Iterator[tuple[str, float]]:
        """The stems of words that hold ``word`` as one of their parts."""
        key = beginning(word, SHORTEST_COMPOUND)
        if len(key) < SHORTEST_COMPOUND:
            return
        for other in self._holding(key):
            start = other.find(key)
            before, after = other[:start], other[start + len(key) :]
            if before and not is_part(before, self._words):
                continue
            ends = not after or after in _FORMS
            if ends or is_part(after, self._words) or is_part(after[1:], self._words):
                sure = (HEAD if before else SAME) if ends else INSIDE
                yield self._words[other], sure
            elif not before and len(after) >= SHORTEST_COMPOUND:
                yield self._words[other], INSIDE

    def _holding(self, piece: str) -> Iterator[str]:
        """The words that hold ``piece``; one that begins with it where it starts with a line."""
        place = self._joined.find(piece)
        while place >= 0:
            start = self._joined.rfind("\n", 0, place + 1) + 1
            end = self._joined.index("\n", place + 1)
            yield self._joined[start:end]
            place = self._joined.find(piece, end)


def _add(found: dict[str, float], root: str, worth: float) -> None:
    found[root] = max(worth, found.get(root, 0.0))


def _surest(found: Mapping[str, float]) -> dict[str, float]:
    if len(found) <= MOST:
        return dict(found)
    return dict(sorted(found.items(), key=lambda item: (-item[1], len(item[0])))[:MOST])
