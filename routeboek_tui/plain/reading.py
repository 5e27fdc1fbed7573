"""``routeboek boek``: the contents of the book, or one page of it."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from routeboek_tui.conversation.book_view import ChapterView, PageView, contents, page_view
from routeboek_tui.conversation.passage_view import PassageView, passage_view
from routeboek_tui.conversation.reader import Link, Reader
from routeboek_tui.conversation.view import answered
from routeboek_tui.library.compiled import load
from routeboek_tui.plain.lines import Lines
from routeboek_tui.plain.prose import block_lines
from routeboek_tui.plain.refusal import Exit, Refusal
from routeboek_tui.text.characters import plain
from routeboek_tui.text.spelling import suggestion

Line: TypeAlias = tuple[str, str]
"""A text and what stands before it."""


def read_book(options: Namespace) -> Exit:
    """``routeboek boek``: a page, a chapter, or all that is in the book."""
    reader = Reader(load(), date.today())
    out = Lines.between(sys.stdin, sys.stdout)
    name = " ".join(options.bladzijde)
    if name and not options.inhoud:
        show_lines(out, named_lines(reader, name))
        return Exit.DONE
    chapters = contents(reader)
    if name:
        chapters = tuple(view for view in chapters if view.chapter.id == name)
    if not chapters:
        raise Refusal(f"Het hoofdstuk “{name}” bestaat niet. Zie: routeboek boek --inhoud")
    for number, view in enumerate(chapters):
        if number:
            out.say()
        show_lines(out, chapter_lines(view))
    return Exit.DONE


def show_lines(out: Lines, lines: Iterator[Line]) -> None:
    """Write lines, each with what stands before it."""
    for text, lead in lines:
        out.say(text, lead)


def named_lines(reader: Reader, name: str) -> Iterator[Line]:
    """The page or chapter of this name.

    :raises Refusal: when there is none
    """
    library = reader.library
    page = page_named(reader, name)
    if page:
        return page_lines(page_view(reader, page))
    if name in library.chapters:
        return chapter_lines(next(v for v in contents(reader) if v.chapter.id == name))
    for kind, others in (("stuk", library.papers), ("verschil", library.conflicts)):
        if name in others:
            return passage_lines(passage_view(reader, f"{kind}:{name}"))
    known = [*library.pages, *library.chapters, *library.papers, *library.conflicts]
    names = (each for page in library.pages.values() for each in (page.title, *page.names))
    near = suggestion(name, [*known, *names])
    raise Refusal(
        f"De bladzijde “{name}” bestaat niet.{near} Zie: routeboek boek, of routeboek zoek WOORD"
    )


def page_named(reader: Reader, name: str) -> str:
    """The page with this id, title or other name, or ""."""
    pages = reader.library.pages
    if name in pages:
        return name
    words = plain(name)
    for page in pages.values():
        if words in {plain(reader.say(page.title)), *map(plain, page.names)}:
            return page.id
    return ""


def chapter_lines(view: ChapterView) -> Iterator[Line]:
    """A chapter with its pages, and the name to ask each by."""
    yield f"{view.chapter.title}. {view.chapter.about}", ""
    for link in view.pages:
        yield answered(link.title, link.place.partition(":")[2]), "- "


def passage_lines(view: PassageView) -> Iterator[Line]:
    """Anything that can be found in the guide, with its source."""
    yield f"{view.title} ({view.kind}).", ""
    for line in block_lines(view.blocks):
        yield line, ""
    yield f"Bron: {view.source}." if view.source else "Uitleg van de gids.", ""


def page_lines(view: PageView) -> Iterator[Line]:
    """A page of the book with everything that belongs to it."""
    yield f"{view.title} (boek, {view.chapter.title})", ""
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
        yield f"Zo gaat de gids ermee om: {conflict.handling}", ""
    yield "", ""
    for word, links in (
        ("Stap in de route", view.steps), ("Brief", view.letters), ("Zie ook", view.links),
    ):  # fmt: skip
        yield from (link_line(word, link) for link in links)
    for source in view.sources or ("uitleg van de gids zelf",):
        yield f"Bron: {source}", ""


def link_line(word: str, link: Link) -> Line:
    """A place elsewhere in the guide, by the name it is asked by."""
    note = f", route {link.note}" if link.note else ""
    return f"{word}: {link.title}{note} ({link.place})", ""
