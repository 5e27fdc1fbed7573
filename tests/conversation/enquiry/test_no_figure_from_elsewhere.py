"""No figure of another region or sector is told, but where it says whose it is."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from routeboek_tui.conversation.enquiry.page_answer import as_told
from routeboek_tui.conversation.enquiry.passage_view import passage_view
from routeboek_tui.conversation.enquiry.pieces import held, pieces
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.core.address import CONFLICT, LETTER, PAPER
from routeboek_tui.core.facts import REGION, SECTOR
from routeboek_tui.library.content import Library
from routeboek_tui.library.load import read
from routeboek_tui.library.references import References
from routeboek_tui.search.passages import passages
from routeboek_tui.search.sought import Sought
from routeboek_tui.text.document import Heading, Items, Paragraph, Table, plain
from tests.known import ROOT

TODAY = date(2026, 9, 7)
ASKERS = {
    "PO in Haaglanden": {SECTOR: "po", REGION: "haaglanden"},
    "VO in Haaglanden": {SECTOR: "vo", REGION: "haaglanden"},
    "PO in Noord-Kennemerland": {SECTOR: "po", REGION: "noord_kennemerland"},
    "Haaglanden": {REGION: "haaglanden"},
    "nobody known": {},
}
FIGURE = re.compile(r"⟦([a-z_]+)⟧")


@cache
def marked() -> Library:
    """The guide with the name of every figure in the place of the figure."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(References, "said", lambda _, name, form: f"⟦{name}⟧")
        library, _ = read(ROOT)
    return library


def chunks(blocks: tuple[object, ...]) -> Iterator[str]:
    """What is read together: a row, an item or a paragraph, with all that stands over it."""
    over = note = ""
    for block in blocks:
        match block:
            case Heading(_, runs):
                over = plain(runs)
            case Paragraph(runs):
                note += plain(runs) if any(run.emphasis for run in runs) else ""
                yield f"{note} {over} {plain(runs)}"
                lead = plain(runs)
                over = f"{over} {lead}" if lead.rstrip().endswith(":") else over
            case Items(_, items):
                yield from (f"{note} {over} {plain(item)}" for item in items)
            case Table(header, rows):
                head = " ".join(map(plain, header))
                for row in rows:
                    yield f"{note} {over} {head} {' '.join(map(plain, row))}"


def astray(library: Library, known: dict[str, str]) -> Iterator[str]:
    reader = Reader(library, TODAY, known)
    asker = reader.asker()
    for page in library.pages.values():
        for piece in pieces(reader, page):
            if told := held(piece, asker):
                for chunk in chunks(as_told(reader, asker, page, [told])):
                    yield from wrong(reader, known, page.title, chunk)


def astray_besides(library: Library, known: dict[str, str]) -> Iterator[str]:
    reader = Reader(library, TODAY, known)
    for passage in passages(library):
        if passage.kind in {LETTER, PAPER, CONFLICT}:
            view = passage_view(reader, passage.id, Sought(question="hoe zit dat"))
            for chunk in chunks(view.blocks):
                yield from wrong(reader, known, f"{view.kind} {view.title}", chunk)


def wrong(reader: Reader, known: dict[str, str], title: str, chunk: str) -> Iterator[str]:
    named = reader.reaches.named(f"{title} {chunk}").facts
    for name in FIGURE.findall(chunk):
        figure = reader.library.figures.figure(name, TODAY)
        holds = {REGION: frozenset(figure.regions), SECTOR: frozenset(figure.sectors)}
        other = (f for f in holds if f in known and holds[f] and known[f] not in holds[f])
        # Who names the region says enough: its sectors are told there.
        fact = next(other, "")
        if fact and not named.get(fact, frozenset()) & holds[fact]:
            yield f"{title}: {name} ({fact}) in: {chunk}"


@pytest.mark.parametrize("asker", ASKERS)
def test_a_figure_from_elsewhere_is_told_as_such(asker: str) -> None:
    assert marked().pages
    assert "\n".join(dict.fromkeys(astray(marked(), ASKERS[asker]))) == ""


@pytest.mark.parametrize("asker", ASKERS)
def test_nor_in_a_letter_a_paper_or_a_difference(asker: str) -> None:
    assert "\n".join(dict.fromkeys(astray_besides(marked(), ASKERS[asker]))) == ""


@pytest.mark.parametrize("asker", ["PO in Haaglanden", "VO in Haaglanden"])
def test_a_step_of_another_route_is_not_told(asker: str) -> None:
    reader = Reader(marked(), TODAY, ASKERS[asker])
    for step in marked().flows["noord_kennemerland"].steps:
        if "/" not in step:
            place = f"stap:noord_kennemerland/{step}"
            view = passage_view(reader, place, Sought(question="hoe zit dat"))
            (said,) = chunks(view.blocks)
            assert "Noord-Kennemerland" in said
            assert not FIGURE.search(said)


def test_every_figure_of_a_page_is_found_by_its_mark() -> None:
    texts = "".join(page.body for page in marked().pages.values())
    assert len(set(FIGURE.findall(texts))) > 40
