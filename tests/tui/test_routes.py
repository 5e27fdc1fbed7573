"""From one route to another, older editions, and a fact that is a date."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.course.course import Course
from routeboek_tui.library.content import Library
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.conversation import ConversationScreen
from routeboek_tui.tui.screens.panel import PanelScreen
from routeboek_tui.tui.widgets.facts_strip import FactsStrip
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prompt import Prompt
from tests.tui.conftest import screen_as_text
from tests.tui.stage import onto
from tests.walks_as_data import SAFE

Maker = Callable[..., Guide]

TO_THE_DOOR = ("ja", "nee", "naar_overleg", "nee", "nee", "vastgelopen")
"""Ill, nothing helps, the JES has not solved it."""

FACTS = {"sector": "vo", "gemeente": "den_haag", "leeftijd": "vanaf_12", "regio": "haaglanden"}


async def at_the_door(pilot: Pilot[None]) -> ConversationScreen:
    screen = await onto(pilot)
    for choice in TO_THE_DOOR:
        asked = screen.course.asked
        assert asked is not None
        key = next(option.key for option in asked.options if option.choice == choice)
        screen.heard(screen.course.pick(key))
    await pilot.pause()
    assert screen.talk.trail.door
    return screen


async def typed(pilot: Pilot[None], text: str) -> str:
    pilot.app.screen.query_one(Prompt).value = text
    await pilot.press("enter")
    await pilot.pause()
    return " ".join(screen_as_text(pilot.app).split())


async def test_a_door_to_another_route(guide: Maker, screen_text: SnapshotAssertion) -> None:
    app = guide(**FACTS)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_the_door(pilot)
        assert screen_as_text(app) == screen_text


async def test_after_the_jump_the_earlier_route_is_one_line(
    guide: Maker, screen_text: SnapshotAssertion
) -> None:
    app = guide(**FACTS)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await at_the_door(pilot)
        letters = {letter.id for letter in screen.talk.letters}
        await pilot.press("1", "enter")
        await pilot.pause()
        assert screen.talk.flow.id == "met_schoolinschrijving_vo"
        assert letters <= {letter.id for letter in screen.talk.letters}
        assert screen_as_text(app) == screen_text
        page = app.screen.query_one("#talk", Page)
        assert page.point("leg:0")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PanelScreen)
        assert "Ja, de drempel is gehaald" in screen_as_text(app)


async def test_a_typed_yes_goes_along_and_undo_comes_back(guide: Maker) -> None:
    app = guide(**FACTS)
    async with app.run_test(size=(80, 40)) as pilot:
        screen = await at_the_door(pilot)
        assert "gaat de zaak verder op een andere route" in await typed(pilot, "hmm misschien")
        await typed(pilot, "ja")
        assert screen.talk.flow.id == "met_schoolinschrijving_vo"
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert screen.talk.flow.id == "ziekteverzuim"
        assert screen.talk.trail.door


async def test_the_questions_go_on_to_the_route_they_found(guide: Maker) -> None:
    app = guide(**FACTS)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await onto(pilot, "triage")
        for key in ("1", "1", "1"):
            await pilot.press(key, "enter")
            await pilot.pause()
        assert screen.talk.flow.id == "ziekteverzuim"
        assert "Wat is er aan de hand?, 2 antwoorden" in screen_as_text(app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert screen.talk.flow.id == "triage"
        assert screen.course.asked is not None
        assert screen.course.asked.step == "kwestie"


async def test_a_walk_that_was_given_goes_back_over_its_legs(
    guide: Maker, library: Library, today: date
) -> None:
    talk = Conversation.start(library, "ziekteverzuim", today, FACTS)
    for choice in TO_THE_DOOR:
        talk = talk.answered((choice,))
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(screen := ConversationScreen(Course(talk.jump())))
        await pilot.pause()
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert screen.talk.flow.id == "ziekteverzuim"


async def test_beginning_again_on_a_second_route_asks_first(guide: Maker) -> None:
    app = guide(**FACTS)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await at_the_door(pilot)
        await pilot.press("1", "enter")
        await pilot.pause()
        app.action_do("restart")
        await pilot.pause()
        assert "Je antwoorden vervallen" in screen_as_text(app)
        await pilot.press("1", "enter")
        await pilot.pause()
        assert not screen.course.loses
        assert screen.talk.flow.id == "ziekteverzuim"


async def test_the_map_is_of_the_new_route(guide: Maker) -> None:
    app = guide(**FACTS)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_the_door(pilot)
        await pilot.press("1", "enter", "f3")
        await pilot.pause()
        assert "Kaart: Met schoolinschrijving, VO" in screen_as_text(app)


async def test_what_was_done_before_is_passed_on_the_map(
    guide: Maker, library: Library, today: date
) -> None:
    answers = Answers(
        facts={"sector": "po", "gemeente": "rijswijk"},
        start="evaluatie_schoolplan",
        done=("gesprek_en_plan",),
    )
    talk = Conversation.at(library, library.flows["ziekteverzuim"], answers, today)
    app = guide()
    async with app.run_test(size=(80, 50)) as pilot:
        app.push_screen(ConversationScreen(Course(talk)))
        await pilot.pause()
        assert "✓ Al gedaan: Gesprek en plan van aanpak" in screen_as_text(app)
        await pilot.press("f3")
        await pilot.pause()
        rows = screen_as_text(app).splitlines()
        row = next(row for row in rows if "Gesprek en plan" in row and "al gedaan" in row)
        assert row.strip().startswith("✓")


async def test_an_older_edition_is_warned_of(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 24)) as pilot:
        await onto(pilot, "met_schoolinschrijving_vo_2024")
        strip = app.screen.query_one(FactsStrip)
        assert "oudere editie" in strip.render().plain
        assert any("$text-warning" in str(span.style) for span in strip.render().spans)
        await pilot.press("f2")
        await pilot.pause()
        assert "Let op: dit is een oudere editie" in screen_as_text(app)
        await pilot.press("space")
        await pilot.pause()
        page = app.screen.query_one(Page)
        assert "Wij nemen aan dat deze editie gold" in " ".join(page.text().split())


async def test_a_current_edition_is_not_warned_of(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 24)) as pilot:
        await onto(pilot, "met_schoolinschrijving_vo")
        assert "oudere" not in screen_as_text(app)


def at_the_date(library: Library, today: date) -> Conversation:
    """A walk that waits for the first day of zorgwekkend verzuim."""
    flow = library.flows["met_schoolinschrijving_vo"]
    step = next(step for step in flow.steps.values() if "zorgwekkend_sinds" in step.needs)
    facts = {**SAFE, "sector": "vo", "gemeente": "den_haag", "regio": "haaglanden"}
    needed = {fact: "" for fact in step.needs if fact not in facts and fact != "zorgwekkend_sinds"}
    answers = Answers(facts={**facts, **needed}, start=step.id)
    return Conversation.at(library, flow, answers, today)


async def test_a_fact_that_is_a_date(guide: Maker, library: Library, today: date) -> None:
    app = guide()
    async with app.run_test(size=(100, 30)) as pilot:
        app.push_screen(screen := ConversationScreen(Course(at_the_date(library, today))))
        await pilot.pause()
        assert screen.course.asked is not None
        assert screen.course.asked.fact == "zorgwekkend_sinds"
        assert "Typ de datum" in await typed(pilot, "1")
        assert "Let op" in await typed(pilot, "12-3-2027")
        shown = await typed(pilot, "12-10-2026")
        assert "zorgwekkend sinds 12-10-2026" in shown
        assert screen.talk.answers.dates == {"zorgwekkend_sinds": date(2026, 10, 12)}
        screen.on_facts_strip_picked(FactsStrip.Picked("zorgwekkend_sinds"))
        await pilot.pause()
        assert screen.course.beside_route
        assert screen.course.asked.fact == "zorgwekkend_sinds"
        shown = await typed(pilot, "1-10-2026")
        if screen.course.beside_route:
            shown = await typed(pilot, "1")
        assert "zorgwekkend sinds 1-10-2026" in shown


async def test_a_fact_the_route_hangs_on_is_not_changed_on_it(
    guide: Maker, library: Library, today: date
) -> None:
    talk = at_the_date(library, today)
    talk = talk.having(replace(talk.answers, start=""))
    app = guide()
    async with app.run_test(size=(100, 30)) as pilot:
        app.push_screen(screen := ConversationScreen(Course(talk)))
        await pilot.pause()
        for fact, words in (("sector", "alleen voor het VO"), ("regio", "alleen voor Haaglanden")):
            screen.on_facts_strip_picked(FactsStrip.Picked(fact))
            await pilot.pause()
            assert words in screen_as_text(app)
            await pilot.press("escape")
            await pilot.pause()


async def test_ten_choices_or_more_fit_and_can_be_typed(
    guide: Maker, screen_text: SnapshotAssertion
) -> None:
    app = guide(regio="noord_kennemerland")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await onto(pilot, "noord_kennemerland")
        assert screen_as_text(app) == screen_text
        await pilot.press("1", "1", "enter")
        await pilot.pause()
        assert screen.talk.answers.steps[0].choices == ("schorsing",)
