"""Leaving a panel leaves that panel alone: the answers below stay."""

from collections.abc import Callable

from textual.pilot import Pilot

from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.advice import AdviceScreen
from routeboek_tui.tui.screens.choice import ChoiceScreen
from routeboek_tui.tui.screens.conversation import ConversationScreen
from routeboek_tui.tui.widgets.page import Page
from tests.tui.conftest import screen_as_text
from tests.tui.stage import onto

Maker = Callable[..., Guide]


async def begun(pilot: Pilot[None]) -> ConversationScreen:
    await onto(pilot)
    await pilot.press(*"ja", "enter", "2", "enter", "2", "enter", "1", "enter")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ConversationScreen)
    return screen


async def click_on(pilot: Pilot[None], words: str) -> None:
    rows = screen_as_text(pilot.app).splitlines()
    y = next(n for n, row in enumerate(rows) if words in row)
    await pilot.click(offset=(rows[y].index(words) + 1, y))
    await pilot.pause()


async def test_a_choice_made_twice_leaves_the_panel_once(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 30)) as pilot:
        talk = await begun(pilot)
        await pilot.press("f2", "f10")
        await pilot.pause()
        panel = app.screen
        assert isinstance(panel, ChoiceScreen)
        page = panel.query_one(Page)
        await pilot.press("down", "down")
        assert page.cursor is not None
        assert page.items[page.cursor].content == "Doorgaan"
        page.action_pick()
        page.action_pick()
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, AdviceScreen)
        panel.dismiss("")
        await pilot.pause()
        assert isinstance(app.screen, AdviceScreen)
        assert not talk.course.beside_route


async def test_a_screen_that_is_left_twice_leaves_the_conversation(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 30)) as pilot:
        talk = await begun(pilot)
        for key in ("f2", "f3", "f4"):
            await pilot.press(key)
            await pilot.pause()
            above = app.screen
            assert above is not talk
            await above.run_action("back")
            await above.run_action("back")
            await pilot.pause()
            assert app.screen is talk


async def test_an_answer_is_changed_with_the_mouse_alone(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 40)) as pilot:
        talk = await begun(pilot)
        await click_on(pilot, "wijzig")
        await click_on(pilot, "Nee, maar we maken")
        await click_on(pilot, "1  Wijzig")
        assert app.screen is talk
        assert talk.talk.answers.steps[0].choices == ("nee_wel_zorgen",)


async def test_the_choice_that_changes_nothing_can_be_clicked(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 30)) as pilot:
        talk = await begun(pilot)
        await pilot.press("f10")
        await pilot.pause()
        await click_on(pilot, "2  Doorgaan")
        assert app.screen is talk


async def test_choosing_what_was_chosen_changes_nothing(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 40)) as pilot:
        talk = await begun(pilot)
        before = talk.talk
        await click_on(pilot, "wijzig")
        await click_on(pilot, "1  Ja, de drempel is gehaald")
        assert "Er verandert niets" in screen_as_text(app)
        assert talk.talk is before
