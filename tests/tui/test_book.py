"""The book is read, searched and left again; what it names can be followed."""

from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from routeboek_tui.conversation.enquiry.passage_view import passage_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.library.content import Library
from routeboek_tui.search.passages import passages
from routeboek_tui.tui.items.book import page_items
from routeboek_tui.tui.items.passages import panel_items
from routeboek_tui.tui.screens.book import BookScreen
from routeboek_tui.tui.screens.panel import PanelScreen
from routeboek_tui.tui.screens.start import StartScreen
from routeboek_tui.tui.widgets.finder import Finder
from routeboek_tui.tui.widgets.page import Page
from tests.tui.conftest import screen_as_text
from tests.tui.stage import HOSTILE, Maker

HOME = {"regio": "haaglanden", "gemeente": "rijswijk", "sector": "vo"}


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_contents(
    guide: Maker, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    app = guide(**HOME)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f7")
        await pilot.pause()
        assert screen_as_text(app) == screen_text


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_page_with_the_own_gemeente_first(
    guide: Maker, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    app = guide(**HOME)
    async with app.run_test(size=size) as pilot:
        app.show("book", app.reader, "boek:jeugdbeschermingstafel")
        await pilot.pause()
        await pilot.pause()
        assert screen_as_text(app) == screen_text
        text = app.screen.query_one(Page).text()
    assert text.index("Rijswijk  bij jouw school") < text.index("Den Haag")
    for heading in ("Waar bronnen verschillen", "Stappen in de route", "Zie ook", "Bron"):
        assert heading in text


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_searching_while_typing(
    guide: Maker, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    app = guide(**HOME)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f8", *"schorsing")
        await pilot.pause()
        assert screen_as_text(app) == screen_text


async def test_through_the_chapters_and_back_to_where_one_was(guide: Maker) -> None:
    app = guide(**HOME)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7", "down", "down", "down", "enter", "down", "enter")
        await pilot.pause()
        assert "Boek › Tafels en overleggen" in screen_as_text(app)
        assert "Waarvoor" in screen_as_text(app)
        await pilot.press("backspace")
        await pilot.pause()
        page = app.screen.query_one(Page)
        assert page.cursor is not None
        assert page.items[page.cursor].action == "boek:directeurenniveau"
        await pilot.press("escape")
        await pilot.pause()
        assert "Het boek bij de routes" in screen_as_text(app)
        await pilot.press("escape")
        assert isinstance(app.screen, StartScreen)


async def test_a_hit_is_opened_and_back_are_the_hits(guide: Maker) -> None:
    app = guide(**HOME)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8", *"jbt", "enter")
        await pilot.pause()
        assert "Jeugdbeschermingstafel" in screen_as_text(app)
        assert app.screen.query_one(Finder).value == ""
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.query_one(Finder).value == "jbt"
        assert "Boek › zoeken" in screen_as_text(app)
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, StartScreen)


async def test_a_question_finds_its_answer_first(guide: Maker) -> None:
    app = guide(**HOME)
    async with app.run_test(size=(80, 24)) as pilot:
        app.show("book", app.reader, "zoeken", "wie zit er bij de jeugdbeschermingstafel?")
        await pilot.pause()
        first = app.screen.query_one(Page).items[0]
        assert first.action == "tafel:jeugdbeschermingstafel/deelnemers"


async def test_a_slash_searches_and_nothing_is_found_for_nonsense(guide: Maker) -> None:
    app = guide(**HOME)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7", *"xqzzyw")
        await pilot.pause()
        assert "Niets gevonden" in screen_as_text(app)


async def test_a_step_and_a_difference_open_in_a_panel_from_which_one_reads_on(
    guide: Maker,
) -> None:
    app = guide(**HOME)
    async with app.run_test(size=(80, 24)) as pilot:
        app.show("book", app.reader, "boek:jeugdbeschermingstafel")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, BookScreen)
        page = screen.query_one(Page)
        assert page.point("stap:ziekteverzuim/jeugdbeschermingstafel")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PanelScreen)
        panel = app.screen.query_one(Page)
        assert "Waar het staat" in panel.text()
        assert panel.point("boek:jeugdbeschermingstafel")
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is screen


async def test_a_word_in_the_text_is_followed_with_the_mouse(guide: Maker) -> None:
    app = guide(**HOME)
    async with app.run_test(size=(80, 40)) as pilot:
        app.show("book", app.reader, "boek:mdo")
        await pilot.pause()
        page = app.screen.query_one(Page)
        said = [str(item.content) for item in page.items]
        place = next(n for n, words in enumerate(said) if "MDO staat voor" in words)
        page.scroll_to_item(place, top=True)
        await pilot.pause()
        lines = screen_as_text(app).split("\n")
        y, x = next((y, line.index("JES;")) for y, line in enumerate(lines) if "JES;" in line)
        await pilot.click(offset=(x + 1, y))
        await pilot.pause()
        assert str(app.screen.query_one(Page).items[0].content) == "JES"


def test_every_page_and_every_place_can_be_shown(library: Library, today: date) -> None:
    reader = Reader(library, today, HOME)
    for page in library.pages:
        text = "\n".join(str(item.content) for item in page_items(reader, page))
        assert "{" not in text, page
        assert "](" not in text, page
    for passage in passages(library):
        view = passage_view(reader, passage.id)
        text = "\n".join(str(item.content) for item in panel_items(view))
        assert "{" not in text, passage.id


@pytest.mark.parametrize("typed", HOSTILE)
async def test_whatever_is_sought_nothing_steers_the_screen(guide: Maker, typed: str) -> None:
    app = guide(**HOME)
    async with app.run_test(size=(80, 24)) as pilot:
        app.show("book", app.reader, "zoeken", typed)
        await pilot.pause()
        assert "Boek › zoeken" in screen_as_text(app)
        assert "\x1b" not in app.screen.query_one(Page).text()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, BookScreen)


async def test_from_a_panel_over_it_the_book_is_gone_back_to(guide: Maker) -> None:
    app = guide(**HOME)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7", "f1")
        await pilot.pause()
        assert isinstance(app.screen, PanelScreen)
        await pilot.press("f8")
        await pilot.pause()
        assert isinstance(app.screen, BookScreen)
        assert "Boek › zoeken" in screen_as_text(app)
        assert len(app.screen_stack) == 2


@pytest.mark.parametrize("sought", ["verlof", "mdo"])
async def test_back_at_the_hits_what_is_typed_is_another_search(guide: Maker, sought: str) -> None:
    app = guide(**HOME)
    async with app.run_test() as pilot:
        await pilot.press("f8", *"schorsing", "enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.query_one(Finder).value == "schorsing"
        await pilot.press(*sought)
        await pilot.pause()
        assert app.screen.query_one(Finder).value == sought
