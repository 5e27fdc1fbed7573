"""A finished text as blocks of runs: the one value from which every format is written."""

from typing import TypeAlias

from msgspec import Struct


class Run(Struct, frozen=True):
    """Text in one style. A line break in ``text`` is a line break on paper.

    ``missing`` marks what still has to be filled in; its text says so itself. ``link`` is the
    place in the guide that the text leads to, such as ``boek:mdo``, or "".
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    missing: bool = False
    link: str = ""


Runs: TypeAlias = tuple[Run, ...]


class Heading(Struct, frozen=True):
    """A heading; ``level`` counts from 1 and never skips a level."""

    level: int
    runs: Runs


class Paragraph(Struct, frozen=True):
    """One paragraph."""

    runs: Runs


class Items(Struct, frozen=True):
    """A list, numbered when ``ordered``."""

    ordered: bool
    items: tuple[Runs, ...]


class Table(Struct, frozen=True):
    """A table with one header row; every row has as many cells as the header."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


Block: TypeAlias = Heading | Paragraph | Items | Table


class Document(Struct, frozen=True):
    """A titled text. ``notice`` says what it is and is not, and stands above the text."""

    title: str
    notice: str
    blocks: tuple[Block, ...]
    language: str = "nl-NL"


_SHORT = 300
"""Characters in a paragraph that is better moved to the next page than cut in two."""


def announces(runs: Runs) -> bool:
    """Whether ``runs`` end with a colon, so that what follows belongs on the same page."""
    return plain(runs).rstrip().endswith(":")


def short(runs: Runs) -> bool:
    """Whether ``runs`` are few enough to stay on one page, as a signature must."""
    return len(plain(runs)) <= _SHORT


def plain(runs: Runs) -> str:
    """The text of ``runs`` without its style."""
    return "".join(run.text for run in runs)
