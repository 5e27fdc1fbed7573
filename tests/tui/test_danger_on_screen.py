"""Danger in the terminal app: asked on every road, on top of every screen, and quiet for others."""

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.safety import ASKED, SIGN
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.safety import SAFETY
from routeboek_tui.course.course import Course
from routeboek_tui.library.content import Library
from routeboek_tui.tui.screens.book import BookScreen
from routeboek_tui.tui.screens.conversation import ConversationScreen
from routeboek_tui.tui.widgets.prompt import Prompt
from tests.tui.conftest import screen_as_text
from tests.tui.stage import Maker, onto

BEATEN = "papa slaat hem met de riem"
FIRST = "Bel 112 als er nu geweld is of dreigt."


async def typed(pilot: Pilot[None], text: str) -> str:
    pilot.app.screen.query_one(Prompt).value = text
    await pilot.press("enter")
    await pilot.pause()
    return " ".join(screen_as_text(pilot.app).split())


def flat(pilot: Pilot[None]) -> str:
    return " ".join(screen_as_text(pilot.app).split())


async def test_every_route_asks_it_and_asks_it_once(guide: Maker, library: Library) -> None:
    app = guide(sector="vo", gemeente="den_haag", veiligheid="")
    async with app.run_test(size=(80, 24)) as pilot:
        for route in dict.fromkeys(flow.route for flow in library.flows.values()):
            screen = await onto(pilot, route)
            assert ASKED in flat(pilot), route
            await pilot.press("3", "enter")
            await pilot.pause()
            assert screen.talk.answers.facts[SAFETY] == "nee"
            assert ASKED not in flat(pilot), route
            screen.dismiss()
            await pilot.pause()


async def test_a_case_picked_up_asks_it(guide: Maker, library: Library) -> None:
    app = guide()
    flow = library.flows["ziekteverzuim"]
    for step in ("jgz_consult", "driehoeksoverleg", "opschalen"):
        talk = Conversation.at(library, flow, Answers({"sector": "po"}, start=step), app.today)
        async with guide().run_test(size=(80, 24)) as pilot:
            pilot.app.push_screen(ConversationScreen(Course(talk)))
            await pilot.pause()
            assert ASKED in flat(pilot), step


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_the_first_screen_with_danger(
    guide: Maker, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    app = guide(sector="po", gemeente="den_haag", veiligheid="")
    async with app.run_test(size=size) as pilot:
        await typed(pilot, f"{BEATEN} en hij komt steeds te laat")
        await pilot.press("1", "enter")
        await pilot.pause()
        assert screen_as_text(app) == screen_text


async def test_after_a_no_what_was_typed_is_the_answer_it_was(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag", veiligheid="nee")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await onto(pilot, "ziekteverzuim")
        await typed(pilot, f"ja, de drempel is gehaald en {BEATEN}")
        assert screen.talk.answers.find("drempel", 1) is None
        await typed(pilot, "nee")
        answer = screen.talk.answers.find("drempel", 1)
        assert answer
        assert answer.choices == ("ja",)


async def test_it_is_on_top_of_every_screen(guide: Maker) -> None:
    app = guide(sector="po", gemeente="den_haag", veiligheid="")
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(pilot, BEATEN)
        await pilot.press("1", "enter")
        await pilot.pause()
        for key in ("f2", "f3", "f4"):
            await pilot.press(key)
            await pilot.pause()
            assert FIRST in flat(pilot), key
            assert "Beloof de leerling niet dat je zwijgt" in flat(pilot), key
            await pilot.press("escape")
            await pilot.pause()
        assert FIRST in flat(pilot)


async def test_a_line_in_the_middle_of_a_walk_is_heard(guide: Maker) -> None:
    app = guide(sector="po", gemeente="den_haag")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await onto(pilot)
        shown = await typed(pilot, BEATEN.upper())
        assert "Dit kan gaan over geweld of dreiging thuis" in shown
        await pilot.press("3", "enter")
        await pilot.pause()
        assert screen.talk.answers.facts[SAFETY] == "nee"
        assert screen.course.asked is not None
        assert screen.course.asked.step == "drempel"


async def test_the_search_and_a_letter_say_so_too(guide: Maker) -> None:
    app = guide(sector="po", gemeente="den_haag", leeftijd="vanaf_12")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await onto(pilot)
        await pilot.press("f8")
        await pilot.pause()
        assert isinstance(app.screen, BookScreen)
        await pilot.press(*BEATEN)
        await pilot.pause()
        assert FIRST in flat(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "Boek › Gevaar" in flat(pilot)
        await pilot.press("escape", "escape", "escape", "escape")
        await pilot.pause()
        draft = screen.course.draft("melding-samenwerkingsverband")
        draft.put(draft.letter.fields[0], BEATEN)
        app.show("letter", draft)
        await pilot.pause()
        assert FIRST in flat(pilot)


async def test_in_front_of_others_only_a_sign(guide: Maker) -> None:
    app = guide(sector="po", gemeente="den_haag")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await onto(pilot)
        await typed(pilot, "anderen kijken mee")
        shown = await typed(pilot, BEATEN)
        assert SIGN in shown
        assert "geweld" not in shown.lower()
        assert "112" not in shown
        shown = await typed(pilot, "teken")
        assert "Dit kan gaan over geweld of dreiging thuis" in shown
        await pilot.press("1", "enter")
        await pilot.pause()
        assert FIRST in flat(pilot)
        shown = await typed(pilot, "anderen kijken mee")
        assert "gevaar" not in shown.lower()
        assert SIGN in shown
        await pilot.press("f2")
        await pilot.pause()
        assert "112" not in flat(pilot)
        assert screen.talk.safety.dangers == ("geweld_thuis",)


async def test_the_command_list_leads_to_it(guide: Maker) -> None:
    app = guide(sector="po", gemeente="den_haag")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await onto(pilot)
        await pilot.press("ctrl+p", *"veiligheid", "enter")
        await pilot.pause()
        assert app.screen is screen
        assert ASKED in flat(pilot)


async def test_what_to_do_stands_on_top_before_the_route_is_known(guide: Maker) -> None:
    async with guide(veiligheid="").run_test(size=(80, 24)) as pilot:
        await onto(pilot, "triage")
        for line in ("leerling is vaak weg", "1", "1"):
            shown = await typed(pilot, line)
        assert "Op weg naar" in shown
        assert "Bel 112 als het leven van iemand in gevaar is" in shown
