"""Many ways of saying something at once: which of them a text can hold is known by its words."""

import re
from collections.abc import Iterator

from msgspec import Struct

from routeboek_tui.library.speaking import Named
from routeboek_tui.library.ways import PARTS, either_of, pattern

SHORTEST = 3
"""Letters by which a word is looked up that a way only begins."""

ANY_WORDS = ".."
_LONG = 5
_USUAL = 5
_BEGINS = re.compile(r"([^*]+)\*.*")


class Place(Struct, frozen=True):
    """Where a way is in a text, and the words that stand in what it leaves open."""

    name: str
    start: int
    end: int
    between: str = ""


class Repertoire:
    """Ways of saying by name. Only those are tried of which a text has a word that they need.

    ``usual`` are words that stand in most texts, and by which nothing is looked up if need not be.
    """

    def __init__(self, named: Named, usual: frozenset[str]) -> None:
        self._ways = [(name, _pieces(way)) for name, ways in named for way in ways]
        self._whole: dict[str, list[int]] = {}
        self._begun: dict[str, list[tuple[str, int]]] = {}
        self._always: list[int] = []
        ways = (way for _, ways in named for way in ways)
        for place, way in enumerate(ways):
            self._keep(place, needed(way, usual))

    def _keep(self, place: int, words: tuple[str, ...]) -> None:
        if not words:
            self._always.append(place)
        for word in words:
            if begins := _BEGINS.fullmatch(word):
                key = begins[1][:SHORTEST]
                self._begun.setdefault(key, []).append((begins[1], place))
            else:
                self._whole.setdefault(word, []).append(place)

    def found(self, said: str) -> Iterator[Place]:
        """Each place where ``said``, which is plain, holds a way."""
        numbers = set(self._always)
        for word in set(said.split()):
            numbers.update(self._whole.get(word, ()))
            begun = self._begun.get(word[:SHORTEST], ())
            numbers.update(number for start, number in begun if word.startswith(start))
        for number in sorted(numbers):
            yield from _places(*self._ways[number], said)


def needed(way: str, usual: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The words of which a text that says ``way`` has one; none where no such words are sure."""
    parts = [part for part in PARTS.findall(way) if part != ANY_WORDS and part[0] != "("]
    sure = [tuple(map(_key, either_of(part))) for part in parts]
    found = [words for words in sure if all(words)]
    return min(found, key=lambda words: _weight(words, usual)) if found else ()


def _key(said: str) -> str:
    """The one word of ``said`` that tells most of it; "" where none can be looked up."""
    words = [word for word in said.split() if "N" not in word]
    words = [w for w in words if "*" not in w or len(w.partition("*")[0]) >= SHORTEST]
    return max(words, key=len, default="")


def _weight(words: tuple[str, ...], usual: frozenset[str]) -> int:
    return sum(_USUAL * (w in usual) + (1 if len(w) >= _LONG else 2) for w in words)


def _pieces(way: str) -> tuple[tuple[str, ...], ...]:
    """What of ``way`` stands together, piece by piece."""
    pieces: list[list[str]] = [[]]
    for part in PARTS.findall(way):
        if part == ANY_WORDS:
            pieces.append([])
        else:
            pieces[-1].append(part)
    return tuple((" ".join(piece),) for piece in pieces if piece)


def _places(name: str, pieces: tuple[tuple[str, ...], ...], said: str) -> list[Place]:
    """Where the pieces stand one after the other, each as soon as it can; the closest at an end."""
    found: dict[int, Place] = {}
    for begin in pattern(pieces[0]).finditer(said):
        at, between = begin.end(), []
        for piece in pieces[1:]:
            match = pattern(piece).search(said, at)
            if match is None:
                return list(found.values())
            between.append(said[at : match.start()])
            at = match.end()
        found[at] = Place(name, begin.start(), at, " ".join(between))
    return list(found.values())
