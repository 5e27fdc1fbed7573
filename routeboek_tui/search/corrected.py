"""An ear that was corrected by the sentences it misheard.

For every label it begins with what its sentences have in common: their mean. Then each sentence is
heard, and where its own label is not well ahead of every other, the two move apart by what the
sentence holds. A label also begins ahead or behind by how often it is meant: what says little is
about nothing. All of it is whole numbers, in an order that the sentences themselves give, so the
same sentences make the same ear, and a line that is added to a bank is heard at once.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import compress, repeat
from math import fsum, inf, log, sqrt
from operator import add, mul
from struct import Struct
from zlib import crc32

import msgspec

from routeboek_tui.library.sentences import Sentence
from routeboek_tui.search.drawers import put_away
from routeboek_tui.search.ear import NONE, SCALE, Ear
from routeboek_tui.search.features import heard_in, is_word
from routeboek_tui.text.characters import words_in
from routeboek_tui.text.concepts import WORDS_ALONE, Concepts

AHEAD = 0.2
"""How far the label of a sentence must lie ahead of every other."""

MOST = 0.15
"""How far two labels move apart at most for one sentence."""

ALWAYS = 0.3
"""How much what is in every text counts, where all that a text holds counts 1."""

WHOLE = 1_000_000
"""What a weight is multiplied by while the ear is made, so that it is a whole number."""

LANE = 32
"""Bits in which a sum of weights fits."""

EMPTY = 1 << LANE - 1
"""What a lane is where nothing weighs for its label, so that a weight may be below it."""


class _Held(msgspec.Struct):
    """A sentence while the ear is made: where its labels are, and the features that count."""

    labels: tuple[int, ...]
    features: list[int]
    length: float


def corrected(
    sentences: Iterable[Sentence], concepts: Concepts = WORDS_ALONE, times: int = 2
) -> Ear:
    """The ear that a bank of sentences makes; those without a label are heard as :data:`NONE`.

    A sentence with two labels is heard as either. Each is heard so many ``times``.
    """
    bank = [
        (each.kinds or (NONE,), each.text, heard_in(words_in(each.text), concepts))
        for each in sentences
    ]
    bank.sort(key=lambda each: (crc32(each[1].encode()), each[1]))
    seen = Counter(feature for _, _, features in bank for feature in features)
    # A pair or a piece that one sentence has says nothing about another.
    rare = {
        feature: log((1 + len(bank)) / (1 + n)) + 1
        for feature, n in sorted(seen.items())
        if n > 1 or is_word(feature)
    }
    squares = [n * n for n in rare.values()]
    labels = tuple(sorted({kind for kinds, _, _ in bank for kind in kinds}))
    at = {label: place for place, label in enumerate(labels)}
    places = {feature: place for place, feature in enumerate(rare)}
    held = []
    for kinds, _, features in bank:
        known = sorted(places[feature] for feature in features if feature in places)
        if length := sqrt(fsum([squares[place] for place in known])):
            held.append(_Held(tuple(at[kind] for kind in kinds), known, length))
    weights = _Weights(rare, len(labels))
    weights.begin(held)
    for each in held * times:
        weights.move(each)
    return weights.ear(labels, concepts)


class _Weights:
    """What every feature weighs for every label, while an ear is made; all of it times its rarity.

    The weights of a feature are one whole number with a lane for each label: so the features of a
    sentence are added up for all labels at once, and exactly.
    """

    def __init__(self, rare: Mapping[str, float], labels: int) -> None:
        self._features = tuple(rare)
        self._rare = list(rare.values())
        self._squares = [n * n for n in self._rare]
        self._lanes = [1 << LANE * label for label in range(labels)]
        self._middle = sum(lane * EMPTY for lane in self._lanes)
        self._lane = Struct(f"<{labels}I")
        self._rows = [0] * len(rare)
        self._begins = [0] * labels

    def begin(self, bank: Iterable[_Held]) -> None:
        """Weigh for each label what its sentences have in common: their mean, of length one."""
        sums: list[dict[int, float]] = [{} for _ in self._rare]
        for each in bank:
            for feature in each.features:
                share, count = self._rare[feature] / each.length, sums[feature]
                for label in each.labels:
                    count[label] = count.get(label, 0.0) + share
        squares = [0.0] * len(self._lanes)
        for count in sums:
            for label, n in count.items():
                squares[label] += n * n
        lengths = list(map(sqrt, squares))
        for feature, count in enumerate(sums):
            whole, row = WHOLE * self._rare[feature], [0] * len(lengths)
            for label, n in count.items():
                row[label] = round(n / lengths[label] * whole)
            self._rows[feature] = int.from_bytes(self._lane.pack(*row), "little")

    def move(self, each: _Held) -> None:
        """Where the label of a sentence is not well ahead, move it and the next one apart."""
        rows, whole = self._rows, WHOLE * each.length
        heard = self._lanes_of(sum([rows[feature] for feature in each.features]))
        # There are many labels, and each sentence is weighed for all: no loop of our own.
        sums = list(map(add, heard, map(mul, self._begins, repeat(ALWAYS * each.length))))
        own = max(each.labels, key=sums.__getitem__)
        ahead = sums[own]
        for label in each.labels:
            sums[label] = -inf
        next_to_it = max(sums)
        other = sums.index(next_to_it)
        short = AHEAD - (ahead - next_to_it) / whole
        if short <= 0:
            return
        far = min(MOST, short / 2) * WHOLE
        move, by = self._lanes[own] - self._lanes[other], far / each.length
        for feature in each.features:
            rows[feature] += round(self._squares[feature] * by) * move
        self._begins[own] += round(far * ALWAYS)
        self._begins[other] -= round(far * ALWAYS)

    def ear(self, labels: tuple[str, ...], concepts: Concepts) -> Ear:
        """The ear with these weights."""
        known = {}
        for feature, rare, row in zip(self._features, self._rare, self._rows, strict=True):
            whole = rare * WHOLE / SCALE
            lanes = self._lanes_of(row)
            weighing = compress(enumerate(lanes), map(EMPTY.__ne__, lanes))
            weights = {at: round((n - EMPTY) / whole) for at, n in weighing}
            known[feature] = (round(rare, 3), {at: n for at, n in weights.items() if n})
        begins = tuple(round(n * ALWAYS / WHOLE, 6) for n in self._begins)
        return Ear(labels, begins, put_away(known), concepts)

    def _lanes_of(self, row: int) -> tuple[int, ...]:
        """Each lane of ``row``; one that holds nothing is :data:`EMPTY`."""
        return self._lane.unpack(
            (row + self._middle).to_bytes(len(self._lanes) * LANE // 8, "little")
        )
