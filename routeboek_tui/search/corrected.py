"""An ear that was corrected by the sentences it misheard.

For every label it begins with what its sentences have in common: their mean. Then each sentence is
heard, and where its own label is not well ahead of every other, the two move apart by what the
sentence holds. A label also begins ahead or behind by how often it is meant: what says little is
about nothing. All of it is whole numbers, in an order that the sentences themselves give, so the
same sentences make the same ear, and a line that is added to a bank is heard at once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, count, repeat
from math import fsum, inf, log, sqrt
from operator import add, mul
from zlib import crc32

import msgspec

from routeboek_tui.library.sentences import Sentence
from routeboek_tui.search.drawers import put_away
from routeboek_tui.search.ear import NONE, SCALE, Ear
from routeboek_tui.search.features import heard_in, is_word
from routeboek_tui.search.lanes import Lanes
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

LANE = 4
"""Bytes in which a sum of weights fits."""

SELDOM = 12
"""Sentences below which a feature weighs for few labels, so that these are kept one by one."""


class _Held(msgspec.Struct):
    """A sentence while the ear is made: where its labels are, and the features that count.

    The ``rows`` are of those that many sentences hold; of the others there are the weights.
    """

    labels: tuple[int, ...]
    length: float
    rows: list[int]
    seldom: list[tuple[float, dict[int, int]]] = []


def corrected(
    sentences: Iterable[Sentence], concepts: Concepts = WORDS_ALONE, times: int = 2
) -> Ear:
    """The ear that a bank of sentences makes; those without a label are heard as :data:`NONE`.

    A sentence with two labels is heard as either. Each is heard so many ``times``.
    """
    # A feature is a number from here on: one that many sentences hold is there once.
    met: defaultdict[str, int] = defaultdict(count().__next__)
    bank = [
        (
            each.kinds or (NONE,),
            each.text,
            [*map(met.__getitem__, heard_in(words_in(each.text), concepts))],
        )
        for each in sentences
    ]
    bank.sort(key=lambda each: (crc32(each[1].encode()), each[1]))
    seen = Counter(chain.from_iterable(features for _, _, features in bank))
    # A pair or a piece that one sentence has says nothing about another.
    told = sorted(feature for feature, at in met.items() if seen[at] > 1 or is_word(feature))
    labels = tuple(sorted({kind for kinds, _, _ in bank for kind in kinds}))
    weights = _Weights([seen[met[feature]] for feature in told], len(bank), len(labels))
    at = {label: place for place, label in enumerate(labels)}
    places = [-1] * len(met)
    for place, feature in enumerate(told):
        places[met[feature]] = place
    held = []
    for kinds, _, features in bank:
        known = sorted([place for each in features if (place := places[each]) >= 0])
        if length := weights.length(known):
            held.append(_Held(tuple(at[kind] for kind in kinds), length, known))
    weights.begin(held)
    for each in held * times:
        weights.move(each)
    return weights.ear(labels, told, concepts)


class _Weights:
    """What every feature weighs for every label, while an ear is made; all of it times its rarity.

    The weights of a feature are one whole number with a lane for each label: so the features of a
    sentence are added up for all labels at once, and exactly. Of one that few sentences hold they
    are kept by label, which takes less room.
    """

    def __init__(self, seen: Sequence[int], sentences: int, labels: int) -> None:
        self._seen = seen
        self._rare = [log((1 + sentences) / (1 + n)) + 1 for n in seen]
        self._squares = [n * n for n in self._rare]
        self._lanes = Lanes(labels, LANE)
        self._rows = [0] * len(seen)
        self._seldom: dict[int, dict[int, int]] = {}
        self._begins = [0] * labels

    def length(self, features: Iterable[int]) -> float:
        """How long a sentence with these features is."""
        return sqrt(fsum(map(self._squares.__getitem__, features)))

    def begin(self, bank: Iterable[_Held]) -> None:
        """Weigh for each label what its sentences have in common: their mean, of length one."""
        lengths, means = self._means(bank)
        for feature, mean in enumerate(means):
            whole = WHOLE * self._rare[feature]
            weights = {label: round(n / lengths[label] * whole) for label, n in mean.items()}
            if self._seen[feature] < SELDOM:
                self._seldom[feature] = weights
            else:
                self._rows[feature] = self._lanes.row(weights)
        for each in bank:
            few = [feature for feature in each.rows if feature in self._seldom]
            each.seldom = [(self._squares[feature], self._seldom[feature]) for feature in few]
            each.rows = [feature for feature in each.rows if feature not in self._seldom]

    def _means(self, bank: Iterable[_Held]) -> tuple[list[float], list[dict[int, float]]]:
        """The length of the mean of each label, and by feature what it holds of each."""
        told: list[list[tuple[int, float]]] = [[] for _ in self._rare]
        for each in bank:
            for label in each.labels:
                by = label, each.length
                for feature in each.rows:
                    told[feature].append(by)
        squares, means = [0.0] * len(self._begins), []
        for rare, tellings in zip(self._rare, told, strict=True):
            mean: dict[int, float] = {}
            for label, length in tellings:
                mean[label] = mean.get(label, 0.0) + rare / length
            for label, n in mean.items():
                squares[label] += n * n
            means.append(mean)
        return list(map(sqrt, squares)), means

    def move(self, each: _Held) -> None:
        """Where the label of a sentence is not well ahead, move it and the next one apart."""
        rows, whole = self._rows, WHOLE * each.length
        heard = self._lanes.read(sum([rows[feature] for feature in each.rows]))
        for _, weights in each.seldom:
            for label, n in weights.items():
                heard[label] += n
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
        move, by = self._lanes.each[own] - self._lanes.each[other], far / each.length
        for feature in each.rows:
            rows[feature] += round(self._squares[feature] * by) * move
        for square, weights in each.seldom:
            n = round(square * by)
            weights[own] = weights.get(own, 0) + n
            weights[other] = weights.get(other, 0) - n
        self._begins[own] += round(far * ALWAYS)
        self._begins[other] -= round(far * ALWAYS)

    def ear(self, labels: tuple[str, ...], told: Sequence[str], concepts: Concepts) -> Ear:
        """The ear with these weights."""
        known = {}
        for place, feature in enumerate(told):
            whole = self._rare[place] * WHOLE / SCALE
            weights = {at: round(n / whole) for at, n in self._of(place)}
            known[feature] = (
                round(self._rare[place], 3),
                {at: n for at, n in weights.items() if n},
            )
        begins = tuple(round(n * ALWAYS / WHOLE, 6) for n in self._begins)
        return Ear(labels, begins, put_away(known), concepts)

    def _of(self, feature: int) -> Iterable[tuple[int, int]]:
        """What a feature weighs for each label that it has a part in, in their order."""
        if feature in self._seldom:
            return sorted(self._seldom[feature].items())
        lanes, empty = self._lanes.read(self._rows[feature]), self._lanes.empty
        return [(at, n - empty) for at, n in enumerate(lanes) if n != empty]
