"""A finished text as blocks of runs: the one value from which every format is written."""

from collections.abc import Iterator
from itertools import chain
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
    """A titled text. ``notice`` says what it is and is not, and stands above the text.

    ``apart`` says that title and notice are no part of the text: they are about it, not on its
    paper. ``sender`` are the lines at the top that paper of one's own has printed already.
    """

    title: str
    notice: str
    blocks: tuple[Block, ...]
    language: str = "nl-NL"
    apart: bool = False
    sender: Runs = ()

    @property
    def whole(self) -> tuple[Block, ...]:
        """All that stands on plain paper."""
        return ((Paragraph(self.sender),) if self.sender else ()) + self.blocks


_SHORT = 300
"""Characters in a paragraph that is better moved to the next page than cut in two."""


def lacking(document: Document) -> bool:
    """Whether a place in ``document`` is still to be filled in."""
    return any(run.missing for block in document.whole for run in _runs(block))


def _runs(block: Block) -> Iterator[Run]:
    if isinstance(block, Items):
        yield from chain(*block.items)
    elif isinstance(block, Table):
        yield from chain(*chain(block.header, *block.rows))
    else:
        yield from block.runs


def announces(runs: Runs) -> bool:
    """Whether ``runs`` end with a colon, so that what follows belongs on the same page."""
    return plain(runs).rstrip().endswith(":")


def short(runs: Runs) -> bool:
    """Whether ``runs`` are few enough to stay on one page, as a signature must."""
    return len(plain(runs)) <= _SHORT


def plain(runs: Runs) -> str:
    """The text of ``runs`` without its style."""
    return "".join(run.text for run in runs)
