"""That something is general information, and when it was seen, goes with it in every face."""

import json
from datetime import date

import pytest

from routeboek_tui.cli import main
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.book_view import page_view
from routeboek_tui.conversation.enquiry.passage_view import passage_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.course import places
from routeboek_tui.course.findings import Findings, Search
from routeboek_tui.course.turn import Passage
from routeboek_tui.library.content import Library
from routeboek_tui.library.general import CHAPTER
from routeboek_tui.lines.passages import page_lines, passage_lines
from routeboek_tui.tui.items.book import found_items, page_items
from tests.known import guide
from tests.rows import each_row

MARK = "algemene informatie, gezien op 28-11-2026"
PAGES = [page.id for page in guide().pages.values() if page.chapter == CHAPTER]


@each_row("page", PAGES)
def test_in_the_book_and_in_a_passage(library: Library, today: date, page: str) -> None:
    reader = Reader(library, today)
    view, short = page_view(reader, page), passage_view(reader, f"boek:{page}")
    assert view.kind == short.kind == MARK
    assert all(
        source.startswith("algemene informatie: ") for source in (*view.sources, *short.sources)
    )
    assert view.links
    for lines in (page_lines(view), passage_lines(short)):
        said = [text for text, _ in lines]
        assert MARK in said[0]
        assert any(text.startswith("Bron: algemene informatie: ") for text in said)
    shown = [str(item.content) for item in page_items(reader, page)]
    assert MARK.capitalize() in shown[1]


@each_row("page", PAGES)
def test_in_what_a_search_finds(library: Library, today: date, page: str) -> None:
    title = library.pages[page].title
    found = Search(library).findings(Reader(library, today), title).found
    (hit,) = (each for each in found if each.passage.id == f"boek:{page}")
    assert hit.kind == MARK
    shown = [str(item.content) for item in found_items(Findings((hit,)))]
    assert any(hit.sources[0] in said for said in shown)


def test_in_the_middle_of_a_talk(library: Library, today: date) -> None:
    talk = Conversation.start(library, "ziekteverzuim", today)
    said = places.answer(talk, "kinderbijslag")
    assert isinstance(said, Passage)
    assert said.view.kind == MARK
    assert "SVB" in said.view.source


def test_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    main(["zoek", "kinderbijslag"])
    assert f"1. Kinderbijslag ({MARK})" in capsys.readouterr().out
    main(["zoek", "kinderbijslag", "--json"])
    assert json.loads(capsys.readouterr().out)["hits"][0]["general"] == MARK
    main(["zoek", "mdo", "--json"])
    assert not json.loads(capsys.readouterr().out)["hits"][0]["general"]


def test_the_routeboek_is_not_marked(library: Library, today: date) -> None:
    reader = Reader(library, today)
    assert page_view(reader, "mdo").kind == "boek"
    assert MARK.capitalize() not in str([each.content for each in page_items(reader, "mdo")])
