from collections.abc import Callable

import pytest
from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.course.course import Course
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.advice import AdviceScreen
from routeboek_tui.tui.screens.conversation import ConversationScreen
from routeboek_tui.tui.screens.letters import LettersScreen
from routeboek_tui.tui.screens.map import MapScreen
from routeboek_tui.tui.screens.panel import PanelScreen
from routeboek_tui.tui.screens.start import StartScreen
from routeboek_tui.tui.widgets.facts_strip import FactsStrip
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prompt import Prompt
from tests.tui.conftest import screen_as_text
from tests.tui.stage import onto
from tests.walks_as_data import SAFE

Maker = Callable[..., Guide]

TO_JES = (*"ja", "enter", "2", "enter", "2", "enter", "1", "enter")
"""Threshold met, 12 or over, the plan is not enough, to the JES."""


async def begun(pilot: Pilot[None], *keys: str) -> ConversationScreen:
    screen = await onto(pilot)
    await pilot.press(*keys)
    await pilot.pause()
    return screen


async def typed(pilot: Pilot[None], text: str) -> None:
    pilot.app.screen.query_one(Prompt).value = text
    await pilot.press("enter")
    await pilot.pause()


@pytest.fixture
def app(guide: Maker) -> Guide:
    return guide(sector="vo", gemeente="den_haag")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_in_the_middle(
    app: Guide, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    async with app.run_test(size=size) as pilot:
        await begun(pilot, *TO_JES)
        await pilot.pause()
        assert screen_as_text(app) == screen_text


async def test_an_outcome(app: Guide, screen_text: SnapshotAssertion) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(pilot, *"ja", "enter", "2", "enter", "1", "enter")
        await pilot.pause()
        assert screen_as_text(app) == screen_text


async def test_numbers_answer_after_enter(app: Guide) -> None:
    async with app.run_test() as pilot:
        screen = await begun(pilot, *TO_JES)
        steps = [answer.step for answer in screen.talk.answers.steps]
        assert steps == ["drempel", "evaluatie_schoolplan", "advies_vragen"]


async def test_enter_alone_answers_nothing(app: Guide) -> None:
    async with app.run_test() as pilot:
        screen = await begun(pilot, "enter", "enter")
        assert not screen.talk.answers.steps
        assert "Kies een antwoord" in screen_as_text(app)


async def test_arrow_and_enter_answer(app: Guide) -> None:
    async with app.run_test() as pilot:
        screen = await begun(pilot, "down", "enter")
        assert [answer.choices for answer in screen.talk.answers.steps] == [("ja",)]


async def test_what_a_line_selects_stands_out_while_it_is_typed(app: Guide) -> None:
    async with app.run_test() as pilot:
        screen = await begun(pilot)
        for key, marked in (("1", {"answer:1"}), ("6", set()), ("space", set()), ("u", set())):
            await pilot.press(key)
            await pilot.pause()
            assert screen.page.marked == marked
        await pilot.press("escape", "2")
        await pilot.pause()
        assert screen.page.marked == {"answer:2"}
        assert not screen.talk.answers.steps


async def test_typed_words_answer(app: Guide) -> None:
    async with app.run_test() as pilot:
        screen = await begun(pilot)
        await typed(pilot, "ja")
        await typed(pilot, "12-3-2012")
        assert screen.talk.answers.birth_date is not None
        await typed(pilot, "nee, het verzuim gaat door")
        assert [a.step for a in screen.talk.answers.steps] == ["drempel", "evaluatie_schoolplan"]


async def test_counts_are_kept_until_they_settle_it(app: Guide) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await begun(pilot)
        await typed(pilot, "4 meldingen")
        assert "Nog nodig" in screen_as_text(app)
        assert not screen.talk.answers.steps
        await typed(pilot, "11 weken")
        assert screen.talk.answers.steps[0].given == {"meldingen": "4", "weken": "11"}
        page = screen.query_one("#talk", Page)
        assert "12 schoolweken" in page.text()


async def test_what_cannot_be_right_is_said_and_stays(app: Guide) -> None:
    async with app.run_test() as pilot:
        screen = await begun(pilot, *"ja", "enter")
        await typed(pilot, "31-02-2014")
        assert "Let op" in screen_as_text(app)
        await pilot.pause(0.2)
        assert "Let op" in screen_as_text(app)
        assert screen.talk.ask is not None
        assert screen.talk.ask.fact == "leeftijd"


async def test_a_question_is_answered_and_the_conversation_goes_on(app: Guide) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        screen = await begun(pilot)
        asked = screen.talk.ask
        await typed(pilot, "wat is een JES?")
        shown = screen.query_one("#talk", Page).text()
        assert "jeugdhulp- en schooloverleg" in shown
        assert "Bron:" in shown
        assert screen.talk.ask == asked
        await typed(pilot, "1")
        assert "JES (boek)" in screen.query_one("#talk", Page).text()


async def test_not_known_yet_says_how_to_find_out(app: Guide) -> None:
    async with app.run_test() as pilot:
        screen = await begun(pilot)
        await typed(pilot, "geen idee")
        assert screen.talk.trail.unknown
        assert "Genoteerd bij nog uitzoeken" in screen_as_text(app)


async def test_answers_that_go_together_are_ticked(app: Guide, talk: Conversation) -> None:
    steps = {step.id: step for step in talk.flow.steps.values()}
    several = next(s for s in steps.values() if s.choices and all(c.parallel for c in s.choices))
    async with app.run_test(size=(100, 40)) as pilot:
        flow = replace(talk.rulebook.flow, start=several.id)
        rulebook = Rulebook(flow, talk.rulebook.knowledge)
        fresh = Conversation(talk.library, rulebook, Answers(SAFE), talk.today)
        screen = ConversationScreen(Course(fresh))
        await app.push_screen(screen)
        await pilot.press("down", "space", "down", "space")
        await pilot.pause()
        assert screen_as_text(app).count("[x]") == 2
        assert not screen.talk.answers.steps
        await pilot.press("space", "enter")
        await pilot.pause()
        first = several.choices[0].id
        assert screen.talk.answers.steps == (Answer(several.id, 1, (first,), on=screen.talk.today),)


async def test_changing_shows_the_bill_first(app: Guide) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        screen = await begun(pilot, *TO_JES)
        before = screen.talk
        await typed(pilot, "wijzig drempel ziekteverzuim")
        await typed(pilot, "3")
        shown = screen_as_text(app)
        assert "Dit verandert er" in shown
        assert "vervallen" in shown
        await typed(pilot, "2")
        assert screen.talk is before
        await typed(pilot, "wijzig drempel ziekteverzuim")
        await typed(pilot, "3")
        await typed(pilot, "1")
        assert len(screen.talk.answers.steps) < len(before.answers.steps)
        fresh = Conversation(before.library, before.rulebook, screen.talk.answers, before.today)
        assert fresh.trail.branches == screen.talk.trail.branches


async def test_an_earlier_answer_is_reached_with_the_arrow(app: Guide) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await begun(pilot, *TO_JES, "up", "enter")
        await pilot.pause()
        assert "Nu staat er" in screen_as_text(app)


async def test_a_fact_is_changed_in_the_strip(app: Guide) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        screen = await begun(pilot, *TO_JES)
        app.screen.query_one(FactsStrip).focus()
        await pilot.press("right", "enter")
        await pilot.pause()
        assert "Gemeente" in screen_as_text(app)
        await typed(pilot, "3")
        if screen.course.beside_route:
            await typed(pilot, "1")
        assert screen.talk.answers.facts["gemeente"] == "rijswijk"


async def test_undo_goes_back_one_step_at_a_time(app: Guide) -> None:
    async with app.run_test() as pilot:
        screen = await begun(pilot, *TO_JES, "ctrl+z", "ctrl+z")
        assert [answer.step for answer in screen.talk.answers.steps] == ["drempel"]
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)


async def test_typing_anywhere_goes_to_the_line(app: Guide) -> None:
    async with app.run_test() as pilot:
        screen = await begun(pilot)
        screen.query_one(FactsStrip).focus()
        await pilot.press("n", "e", "e")
        assert screen.query_one(Prompt).value == "nee"


async def test_a_resize_keeps_what_was_typed(app: Guide) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(pilot, *TO_JES)
        await pilot.press(*"nee, ou".replace(" ", "_").replace(",", ""))
        before = screen.query_one(Prompt).value
        await pilot.resize_terminal(130, 40)
        await pilot.pause(0.3)
        assert screen.query_one(Prompt).value == before
        assert "Nu te doen" in screen_as_text(app)


@pytest.mark.parametrize(
    ("key", "screen"), [("f2", AdviceScreen), ("f3", MapScreen), ("f4", LettersScreen)]
)
async def test_the_other_screens_are_one_key_away(app: Guide, key: str, screen: type) -> None:
    async with app.run_test() as pilot:
        here = await begun(pilot, *TO_JES, key)
        assert isinstance(app.screen, screen)
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert app.screen is here


@pytest.mark.parametrize(
    ("key", "words"),
    [("help", "Toetsen"), ("why", "Waar het staat"), ("what_if", "Wat als")],
)
async def test_panels_explain_and_close(app: Guide, key: str, words: str) -> None:
    async with app.run_test(size=(80, 60)) as pilot:
        screen = await begun(pilot)
        app.action_do(key)
        await pilot.pause()
        assert words in screen_as_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is screen


async def test_commands_work_by_typing_them(app: Guide) -> None:
    async with app.run_test() as pilot:
        await begun(pilot)
        await typed(pilot, "waarom")
        await pilot.pause()
        assert isinstance(app.screen, PanelScreen)


async def test_stopping_asks_when_something_was_answered(app: Guide) -> None:
    async with app.run_test() as pilot:
        await begun(pilot, *"ja", "enter", "f10")
        await pilot.pause()
        assert "Stoppen?" in screen_as_text(app)
        await typed(pilot, "2")
        assert isinstance(app.screen, ConversationScreen)


async def test_keys_and_footer_fit(app: Guide) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        last = screen_as_text(app).rstrip("\n").splitlines()[-1]
        assert "F1 hulp" in last


@pytest.mark.parametrize(
    ("title", "key"), [("drempel ziekteverzuim", "3"), ("evaluatie van het schoolplan", "1")]
)
async def test_the_bill_is_whole_with_its_question(app: Guide, title: str, key: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(pilot, *TO_JES)
        await typed(pilot, f"wijzig {title}")
        await typed(pilot, key)
        await pilot.pause()
        asked, shown = screen.course.asked, " ".join(screen_as_text(app).split())
        assert asked is not None
        assert len(asked.remarks) > 2
        said = [*(remark.text for remark in asked.remarks), *(o.label for o in asked.options)]
        lines = " ".join(line.strip(" ▁▂▃▄▅▆▇█") for line in screen_as_text(app).splitlines())
        assert [words for words in said if words not in " ".join(lines.split())] == [], shown
