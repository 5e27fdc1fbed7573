"""Danger heard in what is typed, by a model that was made from sentences.

The sentences stand in ``content/gevaar/zinnen``, and ``python -m training`` makes the model of
them. At run time it is sums of weights: no library, the same every time, and it can say which words
decided. What it hears surely is danger; where it doubts, the guide asks.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from math import sqrt
from pathlib import Path
from typing import TypeAlias

import msgspec

from routeboek_tui.library import ordinary_file
from routeboek_tui.library.danger import Calling, Number
from routeboek_tui.library.places import content_root
from routeboek_tui.library.sentences import MODEL
from routeboek_tui.search.drawers import Drawers, most_telling
from routeboek_tui.search.features import clauses, features, stretches
from routeboek_tui.text.characters import plain

Feature: TypeAlias = tuple[int, int, str]
"""How rare a feature is, how much it sounds like danger, and a sign for each kind, or none."""

SCALE = 1000
"""What a weight is multiplied by in the file, where it is a whole number."""

EVEN, STEP, MOST_STEPS = 79, 50, 40
"""A sign is a character: so far above or below :data:`EVEN` as the feature is for or against the
kind, in steps of so many thousandths, and no further than so many steps."""

MOST_LETTERS = 20_000
"""Of a longer text only the beginning is heard."""

LOUD = 800
"""The score of a clause that is asked about whatever else the sentence says, in thousandths."""

MOST_KINDS = 2
"""Kinds that are named together; of more nobody could choose."""

_TOLD = re.compile(r"[^\W\d_]{3}")
"""A word: without one nothing is told."""


class Heard(msgspec.Struct, frozen=True):
    """What was heard: the ``kinds`` it can be, likeliest first; none where there is nothing.

    ``sure`` says that it is danger, where otherwise it only may be. ``words`` are those of the text
    that decided.
    """

    kinds: tuple[str, ...] = ()
    sure: bool = False
    words: tuple[str, ...] = ()


class Ears(msgspec.Struct, dict=True):
    """The model, in thousandths.

    ``known`` gives what every known feature tells, the ``kinds`` by their signs (see :data:`EVEN`);
    the features that begin alike lie together, unread, each without its beginning.
    ``bias`` and ``biases`` are added to the sums. ``sure``, ``doubt`` and ``apart`` are the scores
    from which it is sure, from which it asks, and by which a kind must lead to stand alone.
    ``bank`` is a sum over the sentences the model was made of.
    """

    known: dict[str, msgspec.Raw]
    kinds: tuple[str, ...]
    bias: int
    biases: tuple[int, ...]
    sure: int
    doubt: int
    apart: int
    bank: str

    def hear(self, text: str) -> Heard:
        """What is heard of danger in ``text``."""
        if not _TOLD.search(text):
            return Heard()
        text = text[:MOST_LETTERS]
        score, words = self._loudest(stretches(text))
        if score < self.doubt:
            loud, words = self._loudest(clauses(text))
            if loud < LOUD:
                return Heard()
        return Heard(self.likeliest(words), score >= self.sure, self.telling(words))

    def _loudest(self, parts: Iterable[list[str]]) -> tuple[float, list[str]]:
        """Which of these sounds the most like danger, and how much."""
        scored = ((self.score(words), words) for words in parts)
        return max(scored, key=lambda each: each[0], default=(float("-inf"), []))

    def score(self, words: list[str]) -> float:
        """How much a stretch of words sounds like danger, in thousandths."""
        known = [each for each in self._known(words) if each[1]]
        if not known:
            return float(min(self.bias, self.doubt - 1))
        return self.bias + sum(weight for _, weight, _ in known) / _length(known)

    def likeliest(self, words: list[str]) -> tuple[str, ...]:
        """The likeliest kind, or the two that are near each other."""
        known = [each for each in self._known(words) if each[2]]
        length = _length(known) or 1.0
        scores = sorted(
            (
                (bias + sum(ord(sign[at]) - EVEN for *_, sign in known) * STEP / length, kind)
                for at, (kind, bias) in enumerate(zip(self.kinds, self.biases, strict=True))
            ),
            reverse=True,
        )
        first = scores[0][0]
        return tuple(kind for score, kind in scores[:MOST_KINDS] if first - score < self.apart)

    def telling(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words that by themselves sound most like danger, in the order of the text."""
        return most_telling(
            {
                word: sum(weight for _, weight, _ in self._known([word]))
                for word in dict.fromkeys(words)
            }
        )

    def _known(self, words: list[str]) -> list[Feature]:
        """What the model knows of the features of these words."""
        return self._drawers.known(features(words))

    @cached_property
    def _drawers(self) -> Drawers[Feature]:
        return Drawers(self.known, msgspec.json.Decoder(dict[str, Feature]))


def _length(known: Iterable[tuple[int, int, str]]) -> float:
    """The length of a vector of features."""
    return sqrt(sum(rare**2 for rare, *_ in known)) / SCALE


def called(text: str, numbers: Iterable[Number], calling: Calling) -> tuple[str, ...]:
    """The numbers of which ``text`` says that they were called; what is still to be done is not."""
    words = plain(text[:MOST_LETTERS])
    done = _any_of(calling.done)
    found = []
    for number in numbers:
        who = _any_of(number.names)
        near = rf"(?:\w+ ){{0,2}}(?:{who}(?: \w+){{0,5}}? {done}|{done}(?: \w+){{0,3}}? {who})"
        said = (each[0].split() for each in re.finditer(near, words))
        if any(not set(calling.not_yet).intersection(each) for each in said):
            found.append(number.id)
    return tuple(found)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, whole."""
    return rf"\b(?:{'|'.join(re.escape(plain(word)) for word in words)})\b"


@lru_cache(maxsize=1)
def ears(root: Path | None = None) -> Ears:
    """The model of the guide, read once.

    :raises OSError: when it is not there
    :raises msgspec.MsgspecError: when it is none
    """
    file = (root or content_root()) / MODEL
    return msgspec.json.decode(ordinary_file.read(file), type=Ears)
