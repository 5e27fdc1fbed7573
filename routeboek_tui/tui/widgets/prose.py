"""Blocks of a document as items of a page."""

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.style import Style

from routeboek_tui.conversation.links import only_link
from routeboek_tui.text.document import Block, Heading, Items, Paragraph, Run, Runs, Table, plain
from routeboek_tui.tui.widgets.item import BLANK, PICK, Item, styled

HEADING = ("$heading bold", "bold", "italic")
"""The style of a heading by its level; deeper levels look like the last."""

LONGEST_WORD = 22
"""Cells a column of a table gets at most for one word."""


def prose(blocks: Iterable[Block], indent: int = 0) -> list[Item]:
    """Headings, paragraphs, lists and tables as items, an empty line between them."""
    found: list[Item] = []
    for block in blocks:
        if found:
            found.append(BLANK)
        found.extend(_items(block, indent))
    return found


def runs(parts: Runs) -> Content:
    """Runs as content with their styles; what is missing stands out, and says so itself.

    A word that leads elsewhere in the guide can be clicked.
    """
    return Content("").join([_run(part) for part in parts])


def _run(run: Run) -> Content:
    words = styled((run.text, _style(run.strong, run.emphasis, run.missing)))
    if not run.link:
        return words
    return words.stylize("underline").stylize(Style.from_meta({PICK: run.link}))


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
                action = only_link([entry])
                yield Item(runs(entry), indent + len(mark) + 1, lead=lead, action=action)
        case Table(header, rows):
            weights, least = _widths((header, *rows))
            heads = tuple(runs(cell) for cell in header)
            yield Item(indent=indent, cells=heads, weights=weights, least=least, style="bold")
            for row in rows:
                cells, action = tuple(map(runs, row)), only_link(row)
                yield Item(
                    indent=indent, cells=cells, weights=weights, least=least, heads=heads,
                    action=action,
                )  # fmt: skip


def _widths(rows: tuple[tuple[Runs, ...], ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The relative widths of columns, none far wider than another, and the least of each.

    A column gets at least its longest word, so that no word is cut in two.
    """
    columns = [[plain(cell) for cell in column] for column in zip(*rows, strict=True)]
    weights = tuple(min(max(6, *map(len, column)), 40) for column in columns)
    words = ((len(word) for cell in column for word in cell.split()) for column in columns)
    return weights, tuple(min(max(6, *found), LONGEST_WORD) for found in words)
