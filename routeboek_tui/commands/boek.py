"""``routeboek boek``: the contents of the book, or one page of it."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date

from routeboek_tui.commands.output import lines
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit, Refusal
from routeboek_tui.conversation.enquiry.book_view import contents, page_named, page_view
from routeboek_tui.conversation.enquiry.passage_view import passage_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.library.compiled import load
from routeboek_tui.lines.passages import (
    Line,
    chapter_lines,
    page_lines,
    passage_lines,
    show_lines,
)
from routeboek_tui.text.spelling import suggestion


def add_options(made: Parser) -> None:
    """What can be given to it."""
    made.add_argument("bladzijde", metavar="BLADZIJDE", nargs="*", help="een bladzijde")
    made.add_argument("--inhoud", action="store_true", help="toon de inhoud, of die van een deel")


def run(options: Namespace) -> Exit:
    """``routeboek boek``: a page, a chapter, or all that is in the book."""
    reader = Reader(load(), date.today())
    out = lines()
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
