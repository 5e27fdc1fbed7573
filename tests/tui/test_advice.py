"""The advice says who does what, opens its letters, and can be saved and copied."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from routeboek_tui.course.course import Course
from routeboek_tui.library.content import Library
from routeboek_tui.tui.screens.advice import AdviceScreen
from routeboek_tui.tui.screens.letter import LetterScreen
from routeboek_tui.tui.screens.save import SaveScreen
from routeboek_tui.tui.widgets.page import Page
from tests.tui.conftest import screen_as_text
from tests.tui.stage import CONSULT_REFUSED, Maker, Walk


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_it_looks_as_it_did(
    guide: Maker, walk: Walk, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    app = guide()
    async with app.run_test(size=size) as pilot:
        await app.push_screen(AdviceScreen(Course(walk(*CONSULT_REFUSED))))
        await pilot.pause()
        assert screen_as_text(app) == screen_text


async def test_it_says_what_to_find_out_and_what_is_still_possible(
    guide: Maker, walk: Walk
) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(AdviceScreen(Course(walk("", vier_weken_afwezig="nee"))))
        await pilot.press("space")
        await pilot.pause()
        text = app.screen.query_one(Page).text()
    assert "Nog uitzoeken" in text
    assert "Vraag het aan: School" in text
    assert "Misschien ook" in text
    assert "Nog mogelijke uitkomsten" in text


async def test_it_says_what_is_read_and_where_sources_differ(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(AdviceScreen(Course(walk())))
        await pilot.press("space")
        await pilot.pause()
        text = app.screen.query_one(Page).text()
    text = " ".join(text.split())
    assert "zo lezen wij het" in text
    assert "Waar bronnen verschillen" in text
    assert "Den Haag en Rijswijk" in text


async def test_it_names_the_fact_that_is_asked(guide: Maker, walk: Walk, library: Library) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(AdviceScreen(Course(walk(""))))
        await pilot.pause()
        assert library.facts["vier_weken_afwezig"].question in screen_as_text(app)


async def test_no_word_is_left_unsaid(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(AdviceScreen(Course(walk(*CONSULT_REFUSED))))
        await pilot.pause()
        assert "{" not in app.screen.query_one(Page).text()


async def test_a_letter_is_opened_with_the_keyboard_and_esc_comes_back(
    guide: Maker, walk: Walk, library: Library
) -> None:
    app = guide()
    # The first box of the text for DUO is a choice, in which nothing is typed.
    letters = library.letters.keys() - {"tekst-duo-melding"}
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(AdviceScreen(Course(walk(*CONSULT_REFUSED))))
        await pilot.pause()
        page = app.screen.query_one(Page)
        while page.cursor is None or page.items[page.cursor].action not in letters:
            await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, LetterScreen)
        values = app.screen._draft.values
        await pilot.press("h", "o", "i")
        await pilot.press("escape")
        assert isinstance(app.screen, AdviceScreen)
        assert "hoi" in values.values()


async def test_it_is_saved_and_copied(guide: Maker, walk: Walk, tmp_path: Path) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(AdviceScreen(Course(walk(*CONSULT_REFUSED))))
        await pilot.press("ctrl+k")
        assert "Meld" in app.clipboard
        assert "Gekopieerd" in screen_as_text(app)
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(app.screen, SaveScreen)
        app.screen.query_one("#path", Input).value = str(tmp_path / "advies.txt")
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, AdviceScreen)
        assert "Bewaard" in screen_as_text(app)
    assert (tmp_path / "advies.txt").read_text(encoding="utf-8").startswith("Advies")
