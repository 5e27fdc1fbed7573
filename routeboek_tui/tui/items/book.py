"""The book as items of a page: its contents, a chapter, a page, and what a search finds."""

from collections.abc import Iterator

from textual.content import Content

from routeboek_tui.conversation.enquiry.book_view import (
    DIFFERENCES,
    PAPERS,
    ChapterView,
    PageView,
    Part,
    Told,
    chapter_view,
    contents,
    page_view,
)
from routeboek_tui.conversation.reader import KIND_WORDS, Reader
from routeboek_tui.course.findings import Finding, Findings
from routeboek_tui.text.characters import shortened
from routeboek_tui.tui.items.doubt import conflict_items
from routeboek_tui.tui.items.passages import link_items
from routeboek_tui.tui.widgets.item import BLANK, Item, styled
from routeboek_tui.tui.widgets.prose import prose

MUTED = "$text-muted"
SOURCE_WIDTH = 60
"""Characters of the source of a hit: the whole of it stands on the page itself."""

HOW_TO_SEARCH = (
    "Typ een paar woorden, of een hele vraag. Wat past, staat er meteen.",
    "Wij zoeken in het boek, de stappen van alle routes, de brieven, de stukken en de plekken"
    " waar bronnen verschillen. Een tikfout is niet erg.",
)
EXAMPLES = ("hoe vaak komt het JES bij elkaar?", "te laat", "schorsing langer dan een dag")
OWN_PAGE = "Onze eigen uitleg."


def contents_items(reader: Reader) -> Iterator[Item]:
    """The chapters of the book."""
    for view in contents(reader):
        count = styled((_pages(view), MUTED))
        yield Item(
            styled((view.chapter.title, "bold")), 2, lead="▸", side=count,
            action=f"hoofdstuk:{view.chapter.id}",
        )  # fmt: skip
        yield Item(view.chapter.about, 2, style=MUTED)


def _pages(view: ChapterView) -> str:
    count = len(view.pages)
    if view.chapter.id in {PAPERS, DIFFERENCES}:
        return str(count)
    return f"{count} {'bladzijde' if count == 1 else 'bladzijden'}"


def chapter_items(reader: Reader, chapter: str) -> Iterator[Item]:
    """The pages of one chapter."""
    view = chapter_view(reader, chapter)
    yield Item(view.chapter.about, style=MUTED)
    yield BLANK
    yield from link_items(view.pages)


def page_items(reader: Reader, page_id: str) -> Iterator[Item]:
    """A page of the book with everything that belongs to it."""
    view = page_view(reader, page_id)
    yield Item(styled((view.title, "$heading bold")))
    if view.kind != KIND_WORDS["boek"]:
        yield Item(view.kind.capitalize(), style=MUTED)
    for part in view.parts:
        yield from _part(part)
    if view.blocks:
        yield BLANK
        yield from prose(view.blocks)
    if view.conflicts:
        yield from _heading("Waar bronnen verschillen")
    for number, conflict in enumerate(view.conflicts):
        if number:
            yield BLANK
        yield from conflict_items(conflict)
    yield from _belonging(view)


def _part(part: Part) -> Iterator[Item]:
    yield from _heading(part.heading)
    for told in part.told:
        yield from _told(told, bullet=len(part.told) > 1)


def _told(told: Told, *, bullet: bool) -> Iterator[Item]:
    indent, mark = (4, "  •") if bullet else (2, "")
    if told.lead:
        own = ("  bij jouw school", "$text-success") if told.own else ""
        yield Item(styled((told.lead, "bold"), own), indent, lead=mark)
        mark = ""
    yield Item(told.say, indent, lead=mark)
    if told.sources:
        yield Item(f"Bron: {'; '.join(told.sources)}", indent, style=MUTED)


def _belonging(view: PageView) -> Iterator[Item]:
    for title, links in (
        ("Stappen in de route", view.steps),
        ("Brieven", view.letters),
        ("Zie ook", view.links),
    ):
        if links:
            yield from _heading(title)
            yield from link_items(links)
    yield from _heading("Bron")
    for source in view.sources:
        yield Item(source, 2, lead="•")
    if not view.sources:
        yield Item(OWN_PAGE)
    yield BLANK
    chapter = view.chapter
    words = styled(("Hoofdstuk: ", MUTED), chapter.title)
    yield Item(words, 2, lead="▸", action=f"hoofdstuk:{chapter.id}")


def _heading(text: str) -> Iterator[Item]:
    yield BLANK
    yield Item(text, style="$heading bold")


def how_to_search() -> Iterator[Item]:
    """What can be typed, where nothing was typed yet."""
    yield from (Item(line) for line in HOW_TO_SEARCH)
    yield BLANK
    yield Item("Bijvoorbeeld:", style=MUTED)
    for words in EXAMPLES:
        yield Item(words, 2, lead="▸", action=f"zoek:{words}")


def found_items(findings: Findings) -> Iterator[Item]:
    """What a search found, the best first; danger that was heard goes before."""
    if findings.danger:
        yield Item(findings.danger, 2, "▸", style="$text-error", action=findings.page)
    if findings.notes:
        yield Item(findings.notes, style=MUTED)
    for number, each in enumerate(findings.found):
        if number:
            yield BLANK
        title, side = styled((each.passage.title, "bold")), styled((each.kind, MUTED))
        yield Item(title, 2, lead="▸", side=side, action=each.passage.id)
        if each.excerpt:
            yield Item(marked(each), 2)
        if each.sources:
            first, *more = each.sources
            others = f" en {len(more)} meer" if more else ""
            said = first if each.general else shortened(first, SOURCE_WIDTH)
            yield Item(f"{said}{others}", 2, style=MUTED)
    if not findings.found and not findings.notes:
        yield Item("Niets gevonden. Probeer een ander woord, of minder woorden.")


def marked(found: Finding) -> Content:
    """The excerpt of a place, with the words that were sought standing out."""
    parts: list[str | tuple[str, str]] = []
    end = 0
    for start, stop in found.marks:
        parts += [found.excerpt[end:start], (found.excerpt[start:stop], "$heading bold")]
        end = stop
    return styled(*parts, found.excerpt[end:])
