"""A document as plain text, for a mail or a screen reader."""

import textwrap
from collections.abc import Iterator

from routeboek_tui.text.document import Block, Document, Heading, Items, Runs, Table, plain

WIDTH = 72
"""Characters on a line."""


def render(document: Document) -> bytes:
    """``document`` as plain text in UTF-8."""
    return text(document).encode()


def text(document: Document) -> str:
    """``document`` as plain text, with lines of at most :data:`WIDTH` where words allow."""
    parts = [_underlined(document.title, "=")]
    if document.notice:
        parts.append(_wrapped(document.notice))
    if document.apart:
        parts.append("-" * WIDTH)
    return "\n\n".join([*parts, body(document)])


def body(document: Document) -> str:
    """The text itself, as it is sent: without its title and what it says of itself."""
    return "\n\n".join(map(_block, document.whole)) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return _underlined(plain(block.runs), "-" if block.level == 1 else "")
    if isinstance(block, Items):
        leads = [f"{number}. " if block.ordered else "- " for number in _numbers(block)]
        return "\n".join(
            _wrapped(plain(item), lead) for lead, item in zip(leads, block.items, strict=True)
        )
    if isinstance(block, Table):
        return "\n".join(_row(block.header, row) for row in block.rows or (block.header,))
    return _wrapped(plain(block.runs))


def _numbers(block: Items) -> range:
    return range(1, len(block.items) + 1)


def _row(header: tuple[Runs, ...], row: tuple[Runs, ...]) -> str:
    """A row of a table with each cell after its header: columns are lost on a narrow screen."""
    names, values = ([plain(cell).strip() for cell in cells] for cells in (header, row))
    cells = zip(names, values, strict=True)
    lines = [f"{name}: {cell}" if name and name != cell else cell for name, cell in cells]
    first, *others = lines
    return "\n".join([_wrapped(first, "- "), *(_wrapped(line, "  ") for line in others)])


def _underlined(title: str, sign: str) -> str:
    lines = _wrapped(title)
    if not sign:
        return lines
    return f"{lines}\n{sign * max(map(len, lines.splitlines()), default=0)}"


def _wrapped(long: str, lead: str = "") -> str:
    return "\n".join(_lines(long, lead))


def _lines(long: str, lead: str) -> Iterator[str]:
    indent = " " * len(lead)
    for number, line in enumerate(long.split("\n")):
        yield from textwrap.wrap(
            line,
            WIDTH,
            initial_indent=indent if number else lead,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [lead.rstrip() if not number else ""]
