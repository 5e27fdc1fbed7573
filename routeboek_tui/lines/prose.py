"""Blocks of text as lines to be read aloud: no rules, no columns."""

from collections.abc import Iterable, Iterator

from routeboek_tui.text.document import Block, Document, Heading, Items, Table, plain
from routeboek_tui.text.rows import in_words


def markdown_lines(body: str) -> Iterator[str]:
    """The lines of a text from the content. Loads markdown-it."""
    from routeboek_tui.conversation.links import linked

    return block_lines(linked(body))


def document_lines(document: Document) -> Iterator[str]:
    """The lines of a whole document: title, notice and text."""
    yield document.title
    if document.notice:
        yield document.notice
    yield ""
    yield from block_lines(document.whole)


def block_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """The lines of ``blocks``; a table gives its rows in words."""
    for number, block in enumerate(blocks):
        if number and not isinstance(block, Items):
            yield ""
        if isinstance(block, Heading):
            yield plain(block.runs)
        elif isinstance(block, Items):
            for place, item in enumerate(block.items, 1):
                lead = f"{place}. " if block.ordered else "- "
                yield lead + plain(item).replace("\n", "\n  ")
        elif isinstance(block, Table):
            yield from (f"- {in_words(block.header, row)}" for row in block.rows)
        else:
            yield plain(block.runs)
