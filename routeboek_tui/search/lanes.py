"""Sums for many labels at once: one whole number with a lane for each label."""

from collections.abc import Mapping
from struct import Struct

_SIGNS = {4: "I", 8: "Q"}


class Lanes:
    """Lanes for so many ``labels``, of ``size`` bytes each: 4 or 8.

    What weighs against a label is below nothing, so a lane that holds nothing is read as ``empty``.
    The label at a place has ``each`` of them as its one.
    """

    def __init__(self, labels: int, size: int) -> None:
        self.empty = 1 << 8 * size - 1
        self.each = [1 << 8 * size * label for label in range(labels)]
        self._middle = sum(lane * self.empty for lane in self.each)
        self._packed = Struct(f"<{labels}{_SIGNS[size]}")

    def row(self, weights: Mapping[int, int]) -> int:
        """The number that holds these ``weights``, by the place of the label."""
        lanes = [self.empty] * len(self.each)
        for at, weight in weights.items():
            lanes[at] += weight
        return int.from_bytes(self._packed.pack(*lanes), "little") - self._middle

    def read(self, row: int) -> list[int]:
        """What each lane of ``row`` holds, beyond ``empty``."""
        return list(self._packed.unpack((row + self._middle).to_bytes(self._packed.size, "little")))
