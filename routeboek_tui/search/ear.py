"""An ear: which label a text sounds like, and by which words."""

from collections import deque
from collections.abc import Sequence
from functools import cached_property
from math import fsum, sqrt

import msgspec

from routeboek_tui.search.drawers import Drawers, most_telling
from routeboek_tui.search.features import heard_in, words_and_stems
from routeboek_tui.search.lanes import Lanes
from routeboek_tui.text.concepts import Concepts

SCALE = 10_000
"""What a weight is multiplied by, so that it is kept as a whole number."""

NONE = "geen"
"""The label of what is about nothing the ear listens for."""

LATELY = 3
"""Texts of which is kept what they sound like: a line, and the parts of it that are heard alone."""

MANY = 24
"""Labels beyond which what a feature weighs for them is added up for all of them at once."""

LANE = 8
"""Bytes in which a sum of such weights fits."""

THOUSAND = 1000
"""How rare a feature is, is known to the thousandth."""


class Feature(msgspec.Struct, array_like=True):
    """How rare a feature is, and its weight for each label that has it, by the place of the label.

    Of one that many labels have, ``row`` is all of that in lanes, once it was needed.
    """

    rare: float
    weights: dict[int, int]
    row: int = 0


class Ear(msgspec.Struct, dict=True):
    """The ear: the ``labels``, what each ``begins`` with, and what is ``known`` of every feature.

    It was made with the ``concepts`` by which it hears.
    The features that begin alike lie together, unread, each without its beginning.
    """

    labels: tuple[str, ...]
    begins: tuple[float, ...]
    known: dict[str, msgspec.Raw]
    concepts: Concepts

    def scores(self, words: Sequence[str]) -> dict[str, float]:
        """How much the words sound like each label; nothing where no feature is known."""
        asked = tuple(words)
        for heard, known in self._lately:
            if heard == asked:
                return known.copy()
        made = self._scores(asked)
        self._lately.append((asked, made))
        return made.copy()

    @cached_property
    def _lately(self) -> deque[tuple[tuple[str, ...], dict[str, float]]]:
        """What was heard last: the same words are asked for again while a line is answered."""
        return deque(maxlen=LATELY)

    def _scores(self, words: Sequence[str]) -> dict[str, float]:
        found = self._known(words)
        length = sqrt(fsum([each.rare * each.rare for each in found]))
        if not length:
            return {}
        rows = [self._row(each) for each in found if len(each.weights) > MANY]
        sums = [n - self._lanes.empty for n in self._lanes.read(sum(rows))]
        for each in found:
            if len(each.weights) <= MANY:
                rare = round(each.rare * THOUSAND)
                for at, weight in each.weights.items():
                    sums[at] += rare * weight
        whole = length * SCALE * THOUSAND
        scores = (begin + n / whole for begin, n in zip(self.begins, sums, strict=True))
        return dict(zip(self.labels, scores, strict=True))

    def _row(self, feature: Feature) -> int:
        """What a feature weighs for every label, in lanes."""
        if not feature.row:
            rare = round(feature.rare * THOUSAND)
            feature.row = self._lanes.row({at: rare * n for at, n in feature.weights.items()})
        return feature.row

    @cached_property
    def _lanes(self) -> Lanes:
        return Lanes(len(self.labels), LANE)

    def telling(self, words: Sequence[str], label: str) -> tuple[str, ...]:
        """The words that by themselves speak most for ``label``, in the order of the text."""
        at = self.labels.index(label)
        return most_telling(
            {
                word: sum(each.rare * each.weights.get(at, 0) for each in self._known([word]))
                for word in dict.fromkeys(words)
            }
        )

    def knows(self, word: str) -> bool:
        """Whether any label uses ``word``, or what it stands for."""
        return bool(self.using(word) or self.concepts.of(word))

    def using(self, word: str) -> set[str]:
        """The labels for which ``word`` speaks, in whatever form."""
        found = self._drawers.known(words_and_stems([word]))
        return {self.labels[at] for each in found for at, n in each.weights.items() if n > 0}

    def _known(self, words: Sequence[str]) -> list[Feature]:
        return self._drawers.known(sorted(heard_in(words, self.concepts)))

    @cached_property
    def _drawers(self) -> Drawers[Feature]:
        return Drawers(self.known, msgspec.json.Decoder(dict[str, Feature]))
