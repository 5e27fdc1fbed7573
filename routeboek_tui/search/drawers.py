"""What is known of many features, put away by how they begin: a text opens only what it needs."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

import msgspec

BEGINS = 4
"""Characters by which the features of a file lie together."""

TELLING = 3
"""Words that are named as those that decided."""

T = TypeVar("T")


class Drawers(Generic[T]):
    """The drawers of a file, each read when it is first opened by ``decoder``."""

    def __init__(
        self, closed: Mapping[str, msgspec.Raw], decoder: "msgspec.json.Decoder[dict[str, T]]"
    ) -> None:
        self._closed, self._decoder = closed, decoder
        self._open: dict[str, dict[str, T]] = {}

    def known(self, features: Iterable[str]) -> list[T]:
        """What is known of these features, in their order; of the others nothing is."""
        found = (self._drawer(each[:BEGINS]).get(each[BEGINS:]) for each in features)
        return [each for each in found if each]

    def _drawer(self, begin: str) -> dict[str, T]:
        if begin not in self._open:
            raw = self._closed.get(begin)
            self._open[begin] = self._decoder.decode(raw) if raw else {}
        return self._open[begin]


def put_away(features: Mapping[str, T]) -> dict[str, msgspec.Raw]:
    """The drawers with these features, each feature without its beginning."""
    found: dict[str, dict[str, T]] = {}
    for feature, tells in sorted(features.items(), key=lambda each: each[0]):
        found.setdefault(feature[:BEGINS], {})[feature[BEGINS:]] = tells
    return {begin: msgspec.Raw(msgspec.json.encode(each)) for begin, each in found.items()}


def most_telling(weights: Mapping[str, float]) -> tuple[str, ...]:
    """The few words that weigh most, of those that speak for it at all, in their own order."""
    best = sorted(weights, key=lambda word: -weights[word])[:TELLING]
    return tuple(word for word in weights if word in best and weights[word] > 0)
