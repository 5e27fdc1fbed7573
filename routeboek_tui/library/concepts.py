"""Words that say the same in a story about a pupil: an ear hears what they stand for as well."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from routeboek_tui.library import ordinary_file
from routeboek_tui.library.node import read_yaml
from routeboek_tui.library.problems import Problem
from routeboek_tui.text.characters import plain

FILE = "content/taal/begrippen.yaml"

OPEN = "*"
"""Stands for any letters, at the beginning or at the end of a word."""

NEVER = "“{}” wordt zo nooit gehoord. Schrijf één woord, met hoogstens een * voor- of achteraan."

FEW = 2
"""Words a concept has at least: what one word says, that word says itself."""


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


def concepts(root: Path) -> Concepts:
    """The concepts of the guide below ``root``; none where they cannot be read."""
    with suppress(OSError):
        return Concepts(_read(ordinary_file.read_text(root / FILE, "replace"), []))
    return WORDS_ALONE


def prove_concepts(root: Path) -> Iterator[Problem]:
    """Every word that is never heard as it is written, and every concept of too few words."""
    problems: list[Problem] = []
    with suppress(OSError):
        _read(ordinary_file.read_text(root / FILE, "replace"), problems)
    yield from problems


def _read(text: str, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    found = {}
    for name, node in read_yaml(text, FILE, problems).items("De begrippen"):
        words = node.texts(f"Het begrip “{name}”")
        for word in words:
            letters = word.removeprefix(OPEN).removesuffix(OPEN)
            if not letters or plain(letters) != letters or " " in letters:
                node.problem(NEVER.format(word))
        if len({*words}) < FEW:
            node.problem(f"Het begrip “{name}” heeft minstens {FEW} verschillende woorden.")
        found[name] = words
    return found
