"""An ear: which label a text sounds like, and by which words."""

from collections import deque
from collections.abc import Sequence
from functools import cached_property
from math import fsum, sqrt
from typing import TypeAlias

import msgspec

from routeboek_tui.search.drawers import Drawers, most_telling
from routeboek_tui.search.features import heard_in, words_and_stems
from routeboek_tui.text.concepts import Concepts

SCALE = 10_000
"""What a weight is multiplied by, so that it is kept as a whole number."""

NONE = "geen"
"""The label of what is about nothing the ear listens for."""

LATELY = 3
"""Texts of which is kept what they sound like: a line, and the parts of it that are heard alone."""

Feature: TypeAlias = tuple[float, dict[int, int]]
"""How rare a feature is, and its weight for each label that has it, by the place of the label."""


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
        length = sqrt(fsum([rare * rare for rare, _ in found]))
        if not length:
            return {}
        sums = list(self.begins)
        for rare, weights in found:
            share = rare / length / SCALE
            for at, weight in weights.items():
                sums[at] += share * weight
        return dict(zip(self.labels, sums, strict=True))

    def telling(self, words: Sequence[str], label: str) -> tuple[str, ...]:
        """The words that by themselves speak most for ``label``, in the order of the text."""
        at = self.labels.index(label)
        return most_telling(
            {
                word: sum(rare * weights.get(at, 0) for rare, weights in self._known([word]))
                for word in dict.fromkeys(words)
            }
        )

    def knows(self, word: str) -> bool:
        """Whether any label uses ``word``, or what it stands for."""
        return bool(self.using(word) or self.concepts.of(word))

    def using(self, word: str) -> set[str]:
        """The labels for which ``word`` speaks, in whatever form."""
        found = self._drawers.known(words_and_stems([word]))
        return {self.labels[at] for _, weights in found for at, n in weights.items() if n > 0}

    def _known(self, words: Sequence[str]) -> list[Feature]:
        return self._drawers.known(sorted(heard_in(words, self.concepts)))

    @cached_property
    def _drawers(self) -> Drawers[Feature]:
        return Drawers(self.known, msgspec.json.Decoder(dict[str, Feature]))
