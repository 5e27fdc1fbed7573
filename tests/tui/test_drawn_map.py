"""The drawn map on the screen: what is chosen says itself, every key works, and fast."""

import time
from itertools import pairwise

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from routeboek_tui.course.course import Course
from routeboek_tui.export.drawing.faces import Zoom
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.choice import ChoiceScreen
from routeboek_tui.tui.screens.conversation import ConversationScreen
from routeboek_tui.tui.screens.drawing import DrawingScreen
from routeboek_tui.tui.screens.map import MapScreen
from routeboek_tui.tui.screens.panel import PanelScreen
from routeboek_tui.tui.screens.start import StartScreen
from routeboek_tui.tui.widgets.canvas import Canvas
from routeboek_tui.tui.widgets.page import Page
from tests.speed import millisecond
from tests.tui.conftest import screen_as_text
from tests.tui.stage import AT_CONSULT, Maker, Walk, onto

SIZES = [(80, 24), (120, 40)]
VO, OLD_VO = "met_schoolinschrijving_vo", "met_schoolinschrijving_vo_2024"


async def drawn(pilot: Pilot[None], course: Course | None = None) -> DrawingScreen:
    app = pilot.app
    assert isinstance(app, Guide)
    await pilot.pause()
    screen = DrawingScreen(app, course)
    await app.push_screen(screen)
    await pilot.pause()
    await pilot.pause()
    return screen


def canvas(screen: DrawingScreen) -> Canvas:
    return screen.query_one(Canvas)


def said(screen: DrawingScreen) -> str:
    return screen.query_one(Page).text()


@pytest.mark.parametrize("size", SIZES)
async def test_all_routes_at_one_look(
    guide: Maker, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    app = guide()
    async with app.run_test(size=size) as pilot:
        await drawn(pilot)
        assert screen_as_text(app) == screen_text


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
async def test_it_opens_where_the_talk_stands(
    guide: Maker, walk: Walk, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    app = guide()
    async with app.run_test(size=size) as pilot:
        await drawn(pilot, Course(walk(*AT_CONSULT)))
        assert "═ ● ═" in screen_as_text(app)
        assert screen_as_text(app) == screen_text


@pytest.mark.parametrize("size", SIZES)
async def test_nearer_are_the_questions_with_their_choices(
    guide: Maker, walk: Walk, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    app = guide()
    async with app.run_test(size=size) as pilot:
        await drawn(pilot, Course(walk(*AT_CONSULT)))
        await pilot.press("plus", "tab")
        await pilot.pause()
        assert "1 Ja, verschenen" in screen_as_text(app)
        assert screen_as_text(app) == screen_text


@pytest.mark.parametrize("size", SIZES)
async def test_two_editions_on_one_map(
    guide: Maker, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    app = guide(sector="vo")
    async with app.run_test(size=size) as pilot:
        screen = await drawn(pilot)
        canvas(screen).choose(VO)
        await pilot.press("enter", "ctrl+e")
        await pilot.pause()
        assert "anders ─┐" in screen_as_text(app)
        assert "Gewijzigde stap" in said(screen)
        assert screen_as_text(app) == screen_text
        await pilot.press("ctrl+e")
        await pilot.pause()
        assert "anders ─┐" not in screen_as_text(app)


async def test_every_box_and_line_of_every_route_says_its_source(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await drawn(pilot)
        for flow in app.library.flows.values():
            screen.drawn.look_at(flow.id)
            drawing = screen.drawn.drawing()
            canvas(screen).show(drawing, flow.start)
            for line in drawing.lines:
                canvas(screen).choose(line.start, line)
                assert "Bron" in said(screen), line
            for name in drawing.boxes:
                canvas(screen).choose(name)
                assert ("Bron" in said(screen)) is (flow.steps[name].jump is None), name


async def test_the_arrow_keys_go_from_box_to_box_and_tab_along_the_lines(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await drawn(pilot)
        canvas(screen).choose("ziekteverzuim")
        await pilot.press("enter")
        assert screen.drawn.zoom is Zoom.TITLES
        assert canvas(screen).box == "ziekmelding"
        await pilot.press("tab")
        assert canvas(screen).line is not None
        assert "Ziekmelding → " in said(screen)
        await pilot.press("down")
        assert (canvas(screen).box, canvas(screen).line) == ("drempel", None)
        await pilot.press("shift+tab")
        line = canvas(screen).line
        assert line is not None
        assert line.end == "drempel"
        await pilot.press("up")
        assert canvas(screen).box == line.start


async def test_a_route_is_walked_without_a_pupil_however_fast_one_types(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await drawn(pilot)
        canvas(screen).choose("ziekteverzuim")
        await pilot.press("enter", "tab", "enter", "tab", "tab", "enter", "tab", "enter")
        await pilot.pause()
        walked = screen.drawn.walked
        assert len(walked) == 3
        assert all(end == start for (_, end), (start, _) in pairwise(walked))
        assert canvas(screen).box == walked[-1][1]
        assert "● ═" in screen_as_text(app)
        await pilot.press("backspace")
        assert screen.drawn.walked == walked[:-1]
        assert app.course is None


async def test_a_box_is_read_or_a_talk_begins_there(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await drawn(pilot)
        canvas(screen).choose("ziekteverzuim")
        await pilot.press("enter", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ChoiceScreen)
        await pilot.press("1", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PanelScreen)
        assert "Aan zet: School" in screen_as_text(app)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("2", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.course.talk.trail.main.first.step == "drempel"


async def test_a_door_leads_to_the_route_behind_it(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await drawn(pilot)
        screen.drawn.look_at("ziekteverzuim")
        screen._show()
        door = app.library.flows["ziekteverzuim"].jumps[0]
        canvas(screen).choose(door.id)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("2", "enter")
        await pilot.pause()
        assert door.jump
        assert screen.drawn.flow.route == door.jump.route
        assert canvas(screen).box == door.jump.step


async def test_a_click_chooses_a_box_or_a_line_and_a_second_one_opens(
    guide: Maker, walk: Walk
) -> None:
    app = guide()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await drawn(pilot, Course(walk(*AT_CONSULT)))

        def shown() -> tuple[int, int]:
            """Where the title of the box stands now."""
            rows = screen_as_text(app).split("\n")
            y = next(n for n, row in enumerate(rows) if "┃ Aanmelden bij JGZ" in row)
            return rows[y].index("Aanmelden"), y

        await pilot.click(offset=shown())
        assert "Aanmelden bij JGZ" in said(screen)
        await pilot.pause()
        x, y = shown()
        leaves = screen_as_text(app).split("\n")[y + 1].index("┳", x - 2)
        await pilot.click(offset=(leaves, y + 2))
        assert "Aanmelden bij JGZ →" in said(screen)
        await pilot.pause()
        x, y = shown()
        await pilot.click(offset=(x, y))
        await pilot.pause(0.6)
        await pilot.click(offset=(x, y))
        await pilot.pause()
        assert isinstance(app.screen, PanelScreen)


async def test_the_list_and_the_drawing_change_places_with_one_key(guide: Maker) -> None:
    app = guide(sector="po", gemeente="den_haag")
    async with app.run_test(size=(80, 24)) as pilot:
        await onto(pilot)
        await pilot.press("f3")
        await pilot.pause()
        assert isinstance(app.screen, MapScreen)
        await pilot.press("ctrl+t")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, DrawingScreen)
        await pilot.press("ctrl+t")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, MapScreen)


async def test_it_opens_from_the_first_screen_and_text_goes_back_there(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+p", *"getekend", "enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, DrawingScreen)
        await pilot.press("ctrl+t")
        assert isinstance(app.screen, DrawingScreen)
        await pilot.press(*"ver")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)
        assert app.screen.prompt.value == "ver"


async def test_what_cannot_be_is_said(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await drawn(pilot)
        await pilot.press("minus", "ctrl+e", "ctrl+t", "backspace")
        canvas(screen).choose("ziekteverzuim")
        await pilot.press("enter", "plus", "plus", "ctrl+e", "home")
        await pilot.pause()
        told = [note.message for note in app._notifications]
        for words in ("Verder weg kan niet", "Kies eerst een route", "De lijst hoort bij",
                      "Dichterbij kan niet", "één editie"):  # fmt: skip
            assert any(words in each for each in told), words
        assert canvas(screen).box == "ziekmelding"


async def test_the_window_moves_over_the_drawing(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await drawn(pilot, Course(walk(*AT_CONSULT)))
        before = canvas(screen).scroll_offset
        await pilot.press("ctrl+down", "ctrl+left")
        await pilot.pause()
        after = canvas(screen).scroll_offset
        assert (after.x, after.y) == (before.x - 8, before.y + 4)
        await pilot.press("home")
        await pilot.pause()
        assert "● ═" in screen_as_text(app)


async def test_a_key_is_done_within_twenty_milliseconds(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await drawn(pilot, Course(walk(*AT_CONSULT)))
        await pilot.press("plus", "tab", "down", "home")
        for action in ("turn(1)", "go(0, 1)", "go(0, -1)"):
            taken = []
            for _ in range(5):
                before = time.process_time()
                await canvas(screen).run_action(action)
                await pilot.pause(0)
                taken.append(time.process_time() - before)
            assert min(taken) <= 20 * millisecond(), action
