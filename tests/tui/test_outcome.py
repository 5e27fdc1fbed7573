"""What stands at an outcome, and before it, when something is not known yet."""

from collections.abc import Callable

from textual.pilot import Pilot

from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.panel import PanelScreen
from routeboek_tui.tui.screens.start import StartScreen
from routeboek_tui.tui.widgets.actions_panel import ActionsPanel
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prompt import Prompt
from tests.tui.conftest import screen_as_text
from tests.tui.stage import onto

Maker = Callable[..., Guide]


async def walked(pilot: Pilot[None], *typed: str) -> str:
    """What the conversation says after these typed answers."""
    if isinstance(pilot.app.screen, StartScreen):
        await onto(pilot)
    for text in typed:
        pilot.app.screen.query_one(Prompt).value = text
        await pilot.press("enter")
        await pilot.pause()
    return pilot.app.screen.query_one("#talk", Page).text()


async def test_what_runs_alongside_stands_at_the_outcome_too(guide: Maker) -> None:
    app = guide(sector="po", gemeente="rijswijk")
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await walked(pilot, "nee", "ja")
        assert "Blijven volgen" in shown
        _, _, below = shown.partition("Nu te doen\n")
        assert "meld in Onderwijs Transparant" in below


async def test_an_outcome_is_provisional_while_something_is_open(guide: Maker) -> None:
    app = guide(sector="po", gemeente="rijswijk")
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await walked(pilot, "geen idee", "nee", "1", "1")
        assert "Voorlopige uitkomst" in shown
        assert "Nog uitzoeken" in shown
        assert "volgen wij voor nu" in shown
        await pilot.press("f2", "space")
        await pilot.pause()
        advice = app.screen.query_one("#advice", Page).text()
        assert "Voorlopige uitkomst" in advice
        assert "Nog mogelijke uitkomsten" in advice


async def test_what_hangs_on_an_unknown_fact_is_not_said_to_be_sure(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await walked(pilot, "nee", "3")
        assert "(tegelijk, misschien)" in shown
        assert "Misschien ook" in shown


async def test_nothing_is_to_be_done_before_the_fact_it_hangs_on(guide: Maker) -> None:
    app = guide(sector="po", gemeente="rijswijk")
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await walked(pilot, "5 meldingen")
        assert "12 jaar of ouder" in shown
        assert "Eerst doen" not in shown
        shown = await walked(pilot, "1")
        assert "praat met het gezin" in shown


async def test_the_answer_before_a_fact_stays_in_sight(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await walked(pilot, "3 meldingen, nu 6 dagen achter elkaar ziek", "nee")
        assert "vier weken" in shown
        assert "Vandaag is schooldag 6" in shown


async def test_at_the_end_the_guide_says_so(guide: Maker) -> None:
    app = guide(sector="po", gemeente="rijswijk")
    async with app.run_test(size=(80, 40)) as pilot:
        shown = await walked(pilot, "1", "1", "1", "nee")
        assert "vraagt niets meer" in shown
        assert "Kies er een" not in shown
        await pilot.press("f5")
        await pilot.pause()
        assert isinstance(app.screen, PanelScreen)
        assert "Waar het staat" in screen_as_text(app)


async def test_each_action_beside_the_conversation_has_its_own_term(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(120, 60)) as pilot:
        await walked(pilot, "1", "2", "2", "2", "2")
        lines = app.screen.query_one(ActionsPanel).text().splitlines()
        first = next(n for n, line in enumerate(lines) if line.strip() == "direct")
        assert "meld overig verzuim" in " ".join(lines[first - 2 : first])
        assert "direct" not in " ".join(lines[:first])


async def test_enter_on_a_ticked_answer_goes_on(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 30)) as pilot:
        await walked(pilot, "1", "2", "2", "2", "2", "2")
        await pilot.press("down", "down", "down", "enter")
        await pilot.pause()
        assert "(•)" in screen_as_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "noemt verzuim ongeoorloofd" in app.screen.query_one("#talk", Page).text()
