"""F1 helps on every screen, and about what is chosen or typed in there."""

from collections.abc import Callable

import pytest

from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.panel import PanelScreen
from tests.tui.conftest import screen_as_text
from tests.tui.stage import onto

Maker = Callable[..., Guide]

TO_LETTERS = (*"ja", "enter", "2", "enter")


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("f2",), "Hulp bij het advies"),
        (("f3",), "Hulp bij de kaart"),
        (("f4",), "Hulp bij de brieven"),
        (("f4", "enter"), "Hulp bij deze brief"),
        (("f4", "enter", "f9"), "Hulp bij bewaren"),
    ],
)
async def test_every_screen_has_help(guide: Maker, keys: tuple[str, ...], words: str) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 40)) as pilot:
        await onto(pilot)
        await pilot.press(*TO_LETTERS)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        below = app.screen
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, PanelScreen)
        shown = screen_as_text(app)
        assert words in shown
        assert "Toetsen" in shown
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is below


async def test_help_in_a_letter_is_about_the_box(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 40)) as pilot:
        await onto(pilot)
        await pilot.press(*TO_LETTERS, "f4")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("tab", "f1")
        await pilot.pause()
        assert isinstance(app.screen, PanelScreen)
        assert "De naam wordt niet bewaard." in screen_as_text(app)


async def test_keys_that_do_something_stay_where_there_is_little_room(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(60, 20)) as pilot:
        last = screen_as_text(app).rstrip("\n").splitlines()[-1]
        assert "F10 stop" in last
        await onto(pilot)
        last = screen_as_text(app).rstrip("\n").splitlines()[-1]
        assert "F4 brieven" in last
        assert "F1 hulp" in last
