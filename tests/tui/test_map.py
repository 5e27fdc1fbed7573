"""The map opens where the walk stands, and every step on it can be read."""

import pytest
from syrupy.assertion import SnapshotAssertion

from routeboek_tui.course.course import Course
from routeboek_tui.library.content import Library
from routeboek_tui.tui.items.step import step_items
from routeboek_tui.tui.screens.map import MapScreen
from routeboek_tui.tui.screens.panel import PanelScreen
from routeboek_tui.tui.widgets.page import Page
from tests.tui.conftest import screen_as_text
from tests.tui.stage import AT_CONSULT, Maker, Walk


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_it_opens_at_the_step_where_the_walk_stands(
    guide: Maker, walk: Walk, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    app = guide()
    async with app.run_test(size=size) as pilot:
        await app.push_screen(MapScreen(Course(walk(*AT_CONSULT))))
        await pilot.pause()
        await pilot.pause()
        assert "● JGZ  Consult bij JGZ" in screen_as_text(app)
        assert screen_as_text(app) == screen_text


async def test_h_comes_back_to_here_and_enter_reads_a_step(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(MapScreen(Course(walk(*AT_CONSULT))))
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        assert "Consult bij JGZ  " not in screen_as_text(app)
        await app.screen.run_action("here")
        await pilot.pause()
        assert "● JGZ  Consult bij JGZ" in screen_as_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PanelScreen)
        assert "Aan zet: JGZ" in screen_as_text(app)
        await pilot.press("escape", "down", "enter")
        await pilot.pause()
        assert "Nieuwe afspraak bij JGZ" in screen_as_text(app)
        await pilot.press("escape", "escape")
        assert not isinstance(app.screen, MapScreen)


async def test_a_click_reads_a_step(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(MapScreen(Course(walk(*AT_CONSULT))))
        await pilot.pause()
        await pilot.pause()
        row = next(y for y, line in enumerate(screen_as_text(app).split("\n")) if "● JGZ" in line)
        await pilot.click(offset=(8, row))
        await pilot.pause()
        assert isinstance(app.screen, PanelScreen)


@pytest.mark.parametrize("sector", ["po", "vo"])
def test_every_step_can_be_read_with_its_source(walk: Walk, library: Library, sector: str) -> None:
    walk = walk(sector=sector)
    for step in library.flows["ziekteverzuim"].steps:
        text = "\n".join(str(item.content) for item in step_items(walk, step))
        assert "Waar het staat" in text, step
        assert "{" not in text, step


async def test_it_stays_whole_in_a_narrow_window(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(120, 40)) as pilot:
        await app.push_screen(MapScreen(Course(walk(*AT_CONSULT))))
        await pilot.pause()
        await pilot.resize_terminal(42, 14)
        await pilot.pause()
        page = app.screen.query_one(Page)
        assert "Consult bij JGZ" in screen_as_text(app)
        assert page.virtual_size.width <= 42
