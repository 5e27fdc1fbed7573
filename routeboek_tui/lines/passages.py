"""Places of the guide in lines: a page of the book, a chapter, or anything else."""

from collections.abc import Iterator
from typing import TypeAlias

from routeboek_tui.conversation.enquiry.book_view import ChapterView, PageView
from routeboek_tui.conversation.enquiry.passage_view import PassageView
from routeboek_tui.conversation.reader import Link
from routeboek_tui.conversation.view import answered
from routeboek_tui.core.address import Address
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.prose import block_lines

Line: TypeAlias = tuple[str, str]
"""A text and what stands before it."""


def show_lines(out: Lines, lines: Iterator[Line]) -> None:
    """Write lines, each with what stands before it."""
    for text, lead in lines:
        out.say(text, lead)


def chapter_lines(view: ChapterView) -> Iterator[Line]:
    """A chapter with its pages, and the name to ask each by."""
    yield f"{view.chapter.title}. {view.chapter.about}", ""
    for link in view.pages:
        yield answered(link.title, Address.read(link.place).name), "- "


def passage_lines(view: PassageView) -> Iterator[Line]:
    """Anything that can be found in the guide, with its source."""
    yield f"{view.title} ({view.kind}).", ""
    for line in block_lines(view.blocks):
        yield line, ""
    yield f"Bron: {view.source}." if view.source else "Onze eigen uitleg.", ""


def page_lines(view: PageView) -> Iterator[Line]:
    """A page of the book with everything that belongs to it."""
    yield f"{view.title} ({view.kind}, {view.chapter.title})", ""
    for part in view.parts:
        yield "", ""
        yield f"{part.heading}:", ""
        for told in part.told:
            lead = f"{told.lead}: " if told.lead else ""
            yield f"{lead}{told.say}", "- "
            if told.sources:
                yield f"Bron: {'; '.join(told.sources)}", "  "
    if view.blocks:
        yield "", ""
    for line in block_lines(view.blocks):
        yield line, ""
    for conflict in view.conflicts:
        yield "", ""
        yield f"Bronnen verschillen: {conflict.about}", ""
        for source, says in conflict.says:
            yield f"{source}: {says}", "- "
        yield f"Zo gaan wij ermee om: {conflict.handling}", ""
    yield "", ""
    for word, links in (
        ("Stap in de route", view.steps), ("Brief", view.letters), ("Zie ook", view.links),
    ):  # fmt: skip
        yield from (link_line(word, link) for link in links)
    for source in view.sources or ("onze eigen uitleg",):
        yield f"Bron: {source}", ""


def link_line(word: str, link: Link) -> Line:
    """A place elsewhere in the guide, by the name it is asked by."""
    note = f", route {link.note}" if link.note else ""
    return f"{word}: {link.title}{note} ({link.place})", ""
