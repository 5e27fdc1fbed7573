"""Words that say the same in a story about a pupil: an ear hears what they stand for as well."""

from collections import defaultdict
from functools import cached_property

from msgspec import Struct

OPEN = "*"
"""Stands for any letters, at the beginning or at the end of a word."""


class Concepts(Struct, frozen=True, dict=True):
    """The concepts, each with its words as they are written in the file."""

    words: dict[str, tuple[str, ...]] = {}

    def of(self, word: str) -> tuple[str, ...]:
        """The concepts that ``word`` stands for, in the order of their names."""
        if word not in self._heard:
            lengths = range(1, len(word) + 1)
            open_ends = (f"{word[:length]}{OPEN}" for length in lengths)
            open_begins = (f"{OPEN}{word[-length:]}" for length in lengths)
            found = (self._written.get(each, ()) for each in (word, *open_ends, *open_begins))
            self._heard[word] = tuple(sorted({each for concepts in found for each in concepts}))
        return self._heard[word]

    @cached_property
    def _written(self) -> dict[str, list[str]]:
        written = defaultdict(list)
        for concept, words in self.words.items():
            for word in words:
                written[word].append(concept)
        return dict(written)

    @cached_property
    def _heard(self) -> dict[str, tuple[str, ...]]:
        return {}


WORDS_ALONE = Concepts()
"""No word stands for anything but itself."""
