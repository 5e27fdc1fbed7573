"""An ear made from a bank of sentences: which label a text sounds like, and by which words.

For every label it holds what its sentences have in common (their mean), and what sets them apart
(how much rarer a feature is in all others, as in complement naive Bayes); the two are added to one
weight for a feature and a label. So there is nothing to train: sums over the sentences, the same
every time, and a line that is added to a bank is heard at once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import fsum, log, sqrt
from typing import TypeAlias

import msgspec

from routeboek_tui.library.sentences import Sentence
from routeboek_tui.search.drawers import Drawers, most_telling, put_away
from routeboek_tui.search.features import heard_in, words_and_stems
from routeboek_tui.text.characters import words_in

APART = 0.05
"""How much what sets a label apart counts, where what its sentences have in common counts 1."""

SMOOTH = 0.1
"""What is added to every count, so that a feature no other label has is not endlessly telling."""

SCALE = 10_000
"""What a weight is multiplied by, so that it is kept as a whole number."""

NONE = "geen"
"""The label of what is about nothing the ear listens for."""

Feature: TypeAlias = tuple[float, dict[int, int]]
"""How rare a feature is, and its weight for each label that has it, by the place of the label."""


class Ear(msgspec.Struct, dict=True):
    """The ear: the ``labels``, what is ``known`` of every feature, and what each label begins with.

    What it ``begins`` with counts by how much a text holds, what it ``always`` has does not. The
    features that begin alike lie together, unread, each without its beginning.
    """

    labels: tuple[str, ...]
    begins: tuple[float, ...]
    always: tuple[float, ...]
    known: dict[str, msgspec.Raw]

    def scores(self, words: Sequence[str]) -> dict[str, float]:
        """How much the words sound like each label; nothing where no feature is known."""
        found = self._known(words)
        length = sqrt(fsum([rare * rare for rare, _ in found]))
        if not length:
            return {}
        start = fsum([rare for rare, _ in found]) / length
        sums = [each + begin * start for each, begin in zip(self.always, self.begins, strict=True)]
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

    def using(self, word: str) -> set[str]:
        """The labels for which ``word`` speaks, in whatever form."""
        found = self._drawers.known(words_and_stems([word]))
        return {self.labels[at] for _, weights in found for at, n in weights.items() if n > 0}

    def _known(self, words: Sequence[str]) -> list[Feature]:
        return self._drawers.known(sorted(heard_in(words)))

    @cached_property
    def _drawers(self) -> Drawers[Feature]:
        return Drawers(self.known, msgspec.json.Decoder(dict[str, Feature]))


def ear_of(sentences: Iterable[Sentence]) -> Ear:
    """The ear that a bank of sentences makes; those without a label are heard as :data:`NONE`.

    A sentence with two labels is heard as either.
    """
    bank = []
    seen: Counter[str] = Counter()
    for sentence in sentences:
        features = heard_in(words_in(sentence.text))
        for label in sentence.kinds or (NONE,):
            bank.append((label, features))
            seen.update(features)
    rarities = {n: log((1 + len(bank)) / (1 + n)) + 1 for n in set(seen.values())}
    rare = {feature: rarities[n] for feature, n in seen.items()}
    counts = _counts(bank, rare)
    labels = tuple(sorted(counts))
    total: dict[str, float] = defaultdict(float)
    for label in labels:
        for feature, n in counts[label].items():
            total[feature] += n
    whole = fsum(total.values()) + SMOOTH * len(total)
    weights: dict[str, dict[int, int]] = {feature: {} for feature in rare}
    for at, label in enumerate(labels):
        for feature, weight in _weights(counts[label], total):
            weights[feature][at] = round(weight * SCALE)
    begins = tuple(round(APART * log(whole - fsum(counts[each].values())), 6) for each in labels)
    known = {feature: (round(rare[feature], 3), each) for feature, each in weights.items()}
    return Ear(labels, begins, (0.0,) * len(labels), put_away(known))


def _counts(
    bank: Iterable[tuple[str, set[str]]], rare: dict[str, float]
) -> dict[str, dict[str, float]]:
    """How often each label has each feature, where every sentence counts as one in all."""
    counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for label, features in bank:
        worth = [rare[feature] for feature in features]
        length = sqrt(fsum([each * each for each in worth]))
        count = counts[label]
        for feature, each in zip(features, worth, strict=True):
            count[feature] += each / length
    return counts


def _weights(count: dict[str, float], total: dict[str, float]) -> Iterator[tuple[str, float]]:
    length = sqrt(fsum([n * n for n in count.values()]))
    for feature, n in count.items():
        all_of_it = total[feature] + SMOOTH
        yield feature, n / length + APART * log(all_of_it / (all_of_it - n))
