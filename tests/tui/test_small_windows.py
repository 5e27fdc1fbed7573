"""A window that shrinks to nothing and grows again: whatever is opened meanwhile, all goes on."""

from itertools import cycle

import pytest
from textual.pilot import Pilot

from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.panel import PanelScreen
from routeboek_tui.tui.screens.too_small import TooSmallScreen
from routeboek_tui.tui.widgets.item import Item
from routeboek_tui.tui.widgets.page import Page
from tests.tui.stage import Maker, onto

KEYS = (
    "ctrl+p", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "slash", "a", "1",
    "enter", "down",
)  # fmt: skip
LARGE = (80, 24)


async def resized(pilot: Pilot[None], width: int, height: int) -> None:
    await pilot.resize_terminal(width, height)
    await pilot.pause()


def covered(app: Guide) -> bool:
    return any(isinstance(screen, TooSmallScreen) for screen in app.screen_stack)


async def back(app: Guide, pilot: Pilot[None], depth: int) -> None:
    for _ in range(4):
        if len(app.screen_stack) > depth:
            await pilot.press("escape")
            await pilot.pause()


@pytest.mark.parametrize(("width", "talking"), [(1, True), (3, False)])
async def test_any_key_in_a_small_window_leaves_no_cover_behind(
    guide: Maker, width: int, talking: bool
) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=LARGE) as pilot:
        if talking:
            await onto(pilot)
        depth = len(app.screen_stack)
        for key in KEYS:
            await resized(pilot, width, 12)
            assert covered(app)
            await pilot.press(key)
            await pilot.pause()
            await resized(pilot, *LARGE)
            await back(app, pilot, depth)
            assert not covered(app), key
    assert app.failure is None


async def test_anything_open_may_shrink_and_grow(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=LARGE) as pilot:
        await onto(pilot)
        depth = len(app.screen_stack)
        for key, width in zip(KEYS[:-4], cycle((1, 3)), strict=False):
            await pilot.press(key)
            await pilot.pause()
            opened = app.screen
            await resized(pilot, width, 1)
            await pilot.press("a")
            await resized(pilot, *LARGE)
            assert app.screen is opened, key
            await back(app, pilot, depth)
    assert app.failure is None


@pytest.mark.parametrize("width", [1, 2, 39])
async def test_a_window_that_stays_small_is_painted_once(
    guide: Maker, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[object] = []
    paint = Guide._display
    monkeypatch.setattr(Guide, "_display", lambda app, *a: (painted.append(a), paint(app, *a)))
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=LARGE) as pilot:
        await resized(pilot, width, 12)
        await pilot.pause(0.2)
        painted.clear()
        await pilot.pause(0.5)
        assert len(painted) <= 1


async def test_what_comes_over_the_cover_does_not_keep_it(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=LARGE) as pilot:
        first = app.screen
        await resized(pilot, 20, 5)
        await app.push_screen(PanelScreen("Stoppen?", [Item("een")]))
        await resized(pilot, *LARGE)
        await resized(pilot, 20, 5)
        await resized(pilot, *LARGE)
        assert isinstance(app.screen, PanelScreen)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.pause()
        assert app.screen is first


def test_a_page_without_any_width_takes_the_cursor() -> None:
    page = Page([Item("een"), Item("twee", action="twee")])
    page.action_move(1)
    assert page.cursor == 1
    assert page.point("twee")
