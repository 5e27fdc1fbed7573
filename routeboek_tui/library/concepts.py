"""Reads the words that say the same in a story about a pupil, from ``content/taal``."""

from contextlib import suppress
from pathlib import Path

from routeboek_tui.library import ordinary_file
from routeboek_tui.library.node import read_yaml
from routeboek_tui.library.problems import Problem
from routeboek_tui.text.characters import plain
from routeboek_tui.text.concepts import OPEN, WORDS_ALONE, Concepts

FILE = "content/taal/begrippen.yaml"

NEVER = "“{}” wordt zo nooit gehoord. Schrijf één woord, met hoogstens een * voor- of achteraan."

FEW = 2
"""Words a concept has at least: what one word says, that word says itself."""


def concepts(root: Path) -> Concepts:
    """The concepts of the guide below ``root``; none where they cannot be read."""
    with suppress(OSError):
        return read_concepts(ordinary_file.read_text(root / FILE, "replace"), FILE, [])
    return WORDS_ALONE


def read_concepts(text: str, file: str, problems: list[Problem]) -> Concepts:
    """The concepts of a file; a word that is never heard as it is written is a problem."""
    found = {}
    for name, node in read_yaml(text, file, problems).items("De begrippen"):
        words = node.texts(f"Het begrip “{name}”")
        for word in words:
            letters = word.removeprefix(OPEN).removesuffix(OPEN)
            if not letters or plain(letters) != letters or " " in letters:
                node.problem(NEVER.format(word))
        if len({*words}) < FEW:
            node.problem(f"Het begrip “{name}” heeft minstens {FEW} verschillende woorden.")
        found[name] = words
    return Concepts(found)
