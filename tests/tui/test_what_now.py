"""What is going on, typed in a few words: what fits, safety first, and the way there."""

from collections.abc import Callable

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.conversation import ConversationScreen
from routeboek_tui.tui.screens.info import InfoScreen
from routeboek_tui.tui.screens.start import StartScreen
from routeboek_tui.tui.screens.what_now import WhatNowScreen
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prompt import Prompt
from tests.tui.conftest import screen_as_text
from tests.tui.stage import onto

Maker = Callable[..., Guide]

MONDAYS = "Milan meldt zich steeds op maandag ziek"


async def typed(pilot: Pilot[None], text: str) -> str:
    """What the screen shows after this line."""
    await pilot.pause()
    pilot.app.screen.query_one(Prompt).value = text
    await pilot.press("enter")
    await pilot.pause()
    return screen_as_text(pilot.app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_what_fits_and_what_to_mind(
    guide: Maker, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    app = guide(sector="po", gemeente="rijswijk")
    async with app.run_test(size=size) as pilot:
        assert await typed(pilot, MONDAYS) == screen_text


async def test_safety_is_asked_before_the_route(guide: Maker) -> None:
    app = guide(sector="po", gemeente="rijswijk", veiligheid="")
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(pilot, MONDAYS)
        await pilot.press("1")
        await pilot.pause()
        assert "Is er nu gevaar" in screen_as_text(app)
        await pilot.press("3")
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.talk.flow.id == "ziekteverzuim"
        assert app.screen.talk.trail.main.last.step == "drempel"


async def test_worry_about_safety_goes_along(guide: Maker) -> None:
    app = guide(sector="po", gemeente="rijswijk", veiligheid="")
    async with app.run_test(size=(80, 40)) as pilot:
        await typed(pilot, MONDAYS)
        await pilot.press("1", "2", "2")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ConversationScreen)
        assert screen.talk.safety.dangers == ("geweld_thuis",)
        assert "Zorgen over de veiligheid: geweld" in screen_as_text(app)
        await pilot.press("f2")
        await pilot.pause()
        shown = screen_as_text(app)
        assert shown.index("Zorgen over de veiligheid") < shown.index("Route:")


async def test_danger_is_asked_about_first_and_the_rest_is_kept(guide: Maker) -> None:
    app = guide(sector="po", gemeente="den_haag", veiligheid="")
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await typed(pilot, "papa slaat hem met de riem en hij komt steeds te laat")
        assert "geweld of dreiging thuis" in shown
        await pilot.press("2")
        await pilot.pause()
        shown = " ".join(screen_as_text(app).split())
        assert "Veilig Thuis (0800-2000)" in shown
        assert "Je schreef ook iets anders" in shown
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, WhatNowScreen)
        assert "Komt te laat" in screen_as_text(app)


async def test_facts_that_are_missing_are_asked_on_the_way(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "hangt af van" in await typed(pilot, "steeds te laat")
        await pilot.press("1")
        await pilot.pause()
        assert "In welke regio" in screen_as_text(app)
        assert "Zit de leerling in het primair" in await typed(pilot, "haaglanden")
        await typed(pilot, "po")
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.talk.flow.id == "met_schoolinschrijving_po"


async def test_the_figures_of_another_region_do_not_count(guide: Maker) -> None:
    app = guide(regio="noord_kennemerland")
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(pilot, MONDAYS)
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.talk.flow.id == "noord_kennemerland"


async def test_elsewhere_the_guide_refers(guide: Maker) -> None:
    app = guide(regio="elders")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "kent geen afspraken voor deze regio" in await typed(pilot, MONDAYS)
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.talk.advice.outcome == "andere_regio"


async def test_what_fits_nothing_is_said_and_typed_again(guide: Maker) -> None:
    app = guide(sector="po", gemeente="rijswijk")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Hierbij past geen route" in await typed(pilot, "mooi weer vandaag")
        assert "Steeds ziek op dezelfde dag" in await typed(pilot, MONDAYS)


async def test_none_of_these_asks_the_questions(guide: Maker) -> None:
    app = guide(sector="po", gemeente="rijswijk")
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(pilot, MONDAYS)
        page = app.screen.query_one(Page)
        none = [item.action for item in page.items if item.action][-1]
        assert page.point(none)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.talk.flow.id == "triage"


async def test_the_way_back(guide: Maker) -> None:
    app = guide(sector="po", gemeente="rijswijk", veiligheid="")
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(pilot, MONDAYS)
        await pilot.press("1", "ctrl+z")
        await pilot.pause()
        assert "Je typte" in screen_as_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)


async def test_a_click_picks_what_fits(guide: Maker) -> None:
    app = guide(sector="po", gemeente="rijswijk")
    async with app.run_test(size=(80, 24)) as pilot:
        shown = (await typed(pilot, MONDAYS)).splitlines()
        y = next(n for n, row in enumerate(shown) if "Steeds ziek op" in row)
        await pilot.click(offset=(10, y))
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)


async def test_it_can_be_told_within_the_questions_too(guide: Maker) -> None:
    app = guide(sector="po", gemeente="rijswijk")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await onto(pilot, "triage")
        await typed(pilot, MONDAYS)
        assert isinstance(app.screen, WhatNowScreen)
        await pilot.press("1")
        await pilot.pause()
        assert app.screen is screen
        assert screen.talk.flow.id == "ziekteverzuim"
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert screen.talk.flow.id == "triage"


async def test_help(guide: Maker) -> None:
    app = guide(sector="po", gemeente="rijswijk")
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(pilot, MONDAYS)
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, InfoScreen)
        assert "Hij kiest niet voor je" in screen_as_text(app)


@pytest.mark.parametrize("text", ["[/b]", "{{ 7*7 }}", "\x1b[31mrood", "x" * 10_000, "😀" * 50])
async def test_hostile_lines_are_only_text(guide: Maker, text: str) -> None:
    app = guide(sector="po", gemeente="rijswijk")
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await typed(pilot, text)
        assert "\x1b" not in shown
        assert "49" not in shown
        assert app.is_running
