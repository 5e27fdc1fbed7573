"""Blocks of a document as items of a page."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from routeboek_tui.letters.document import Block, Heading, Items, Paragraph, Runs, Table, plain
from routeboek_tui.tui.widgets.item import BLANK, Item, styled

HEADING = ("$heading bold", "bold", "italic")
"""The style of a heading by its level; deeper levels look like the last."""


def prose(blocks: Iterable[Block], indent: int = 0) -> list[Item]:
    """Headings, paragraphs, lists and tables as items, an empty line between them."""
    found: list[Item] = []
    for block in blocks:
        if found:
            found.append(BLANK)
        found.extend(_items(block, indent))
    return found


def runs(parts: Runs) -> Content:
    """Runs as content with their styles; what is missing stands out, and says so itself."""
    return styled(*((run.text, _style(run.strong, run.emphasis, run.missing)) for run in parts))


def _style(strong: bool, emphasis: bool, missing: bool) -> str:
    styles = [("bold", strong), ("italic", emphasis), ("$text-warning bold", missing)]
    return " ".join(style for style, applies in styles if applies)


def _items(block: Block, indent: int) -> Iterator[Item]:
    match block:
        case Heading(level, text):
            yield Item(runs(text), indent, style=HEADING[min(level, len(HEADING)) - 1])
        case Paragraph(text):
            yield Item(runs(text), indent)
        case Items(ordered, entries):
            for number, entry in enumerate(entries, start=1):
                mark = f"{number}." if ordered else "•"
                lead = " " * indent + mark
                yield Item(runs(entry), indent + len(mark) + 1, lead=lead)
        case Table(header, rows):
            weights = _weights((header, *rows))
            cells = tuple(runs(cell) for cell in header)
            yield Item(indent=indent, cells=cells, weights=weights, style="bold")
            for row in rows:
                yield Item(indent=indent, cells=tuple(map(runs, row)), weights=weights)


def _weights(rows: tuple[tuple[Runs, ...], ...]) -> tuple[int, ...]:
    """The relative widths of columns: by their longest cell, none far wider than another."""
    longest = (max(len(plain(cell)) for cell in column) for column in zip(*rows, strict=True))
    return tuple(min(max(length, 6), 40) for length in longest)
