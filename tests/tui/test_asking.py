"""A question typed in the conversation is answered from the guide, and nothing is lost by it."""

from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from routeboek_tui.course.course import Course
from routeboek_tui.library.content import Library
from routeboek_tui.tui.screens.advice import AdviceScreen
from routeboek_tui.tui.screens.book import BookScreen
from routeboek_tui.tui.screens.choice import ChoiceScreen
from routeboek_tui.tui.screens.compare import CompareScreen
from routeboek_tui.tui.screens.conversation import ConversationScreen
from routeboek_tui.tui.screens.panel import PanelScreen
from routeboek_tui.tui.widgets.page import Page
from tests.tui.conftest import screen_as_text
from tests.tui.stage import CONSULT_REFUSED, Maker, Walk
from tests.walks_as_data import SAFE


async def test_a_question_is_answered_above_the_question_that_stays(
    guide: Maker, walk: Walk, screen_text: SnapshotAssertion
) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ConversationScreen(Course(walk("ja", "nee"))))
        await pilot.press(*"wie zit er bij de jeugdbeschermingstafel", "enter")
        await pilot.pause()
        await pilot.pause()
        shown = screen_as_text(app)
        assert shown == screen_text
        text = app.screen.query_one("#talk", Page).text()
        await pilot.resize_terminal(80, 60)
        await pilot.pause()
        whole = app.screen.query_one("#talk", Page).text()
    for part in ("wie zit er bij", "Jeugdbeschermingstafel", "Hoe ga je verder", "3  Weet ik"):
        assert part in shown
    assert shown.count("Bron:") == 1
    assert "Raad voor de Kinderbescherming" in whole
    assert "Bron: " in text
    assert "lees verder" in text.casefold()
    assert "Naar het MDO" in text


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_answer_the_question_and_all_its_choices_are_in_view(
    guide: Maker, walk: Walk, size: tuple[int, int]
) -> None:
    app = guide()
    async with app.run_test(size=size) as pilot:
        await app.push_screen(ConversationScreen(Course(walk())))
        await pilot.press(*"wat is een JES?", "enter")
        await pilot.pause()
        await pilot.pause()
        shown = screen_as_text(app)
    for part in ("wat is een JES?", "De situatie in beeld", "Bron:", "lees verder",
                 "Is de drempel", "1  Ja, ", "2  Nee, maar", "3  Nee", "4  Weet ik"):  # fmt: skip
        assert part in shown


@pytest.mark.parametrize("then", [("1", "enter"), (*"hij spijbelt", "enter")])
async def test_what_was_looked_up_is_a_line_at_the_next_question(
    guide: Maker, library: Library, today: date, then: tuple[str, ...]
) -> None:
    app = guide()
    course = Course.begin(library, today, {"sector": "po", "gemeente": "den_haag"})
    reply = course.tell("vaak ziek")
    async with app.run_test(size=(80, 40)) as pilot:
        await app.push_screen(ConversationScreen(course, reply))
        await pilot.pause()
        page = app.screen.query_one("#talk", Page)
        assert "Bron:" in page.text()
        await pilot.press(*then)
        await pilot.pause()
        await pilot.pause()
        lines = page.text().splitlines()
    here = next(n for n, line in enumerate(lines) if "Ziekteverzuim, de drempels (boek)" in line)
    assert not any("Eén criterium" in line for line in lines[here:])


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 30)])
@pytest.mark.parametrize("line", ["al 5 weken thuis, plan is uitgevoerd", "spijbelt"])
async def test_what_is_not_understood_is_said_in_view(
    guide: Maker, library: Library, today: date, size: tuple[int, int], line: str
) -> None:
    app = guide()
    course = Course.begin(library, today, {**SAFE, "sector": "vo", "gemeente": "den_haag"})
    course.tell(line)
    course.pick("1")
    async with app.run_test(size=size) as pilot:
        await app.push_screen(ConversationScreen(course))
        await pilot.press(*"xqzv qrst", "enter")
        await pilot.pause()
        await pilot.pause()
        shown = screen_as_text(app)
        assert "“xqzv qrst” past bij geen van de antwoorden" in shown
        await pilot.press("escape")
        await pilot.pause()
        assert screen_as_text(app) != shown


async def test_what_is_not_sure_is_offered_and_can_be_picked(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = ConversationScreen(Course(walk("ja", "nee")))
        await app.push_screen(screen)
        await pilot.press(*"hoe zit dat met verlof en schorsing en jgz", "enter")
        await pilot.pause()
        page = screen.query_one("#talk", Page)
        offered = [item.action for item in page.items if item.action.startswith("look:")]
        assert 1 <= len(offered) <= 3
        assert page.point(offered[0])
        await pilot.press("enter")
        await pilot.pause()
        assert "Lees verder" in page.text() or "Bron:" in page.text()
        await pilot.press("1", "enter")
        await pilot.pause()
        assert screen.talk.trail.main.last.step == "jgz_advies_nodig"


async def test_reading_on_opens_the_book_and_esc_comes_back(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = ConversationScreen(Course(walk("ja", "nee")))
        await app.push_screen(screen)
        await pilot.press(*"boek jbt", "enter")
        await pilot.pause()
        assert isinstance(app.screen, BookScreen)
        assert "Jeugdbeschermingstafel" in screen_as_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is screen
        await pilot.press(*"zoek te laat", "enter")
        await pilot.pause()
        assert "Boek › zoeken" in screen_as_text(app)
        assert "Te laat komen" in screen_as_text(app)


async def test_why_a_step_is_there_names_what_the_source_says_and_the_book(
    guide: Maker, walk: Walk
) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = ConversationScreen(Course(walk("ja", "nee", "mdo")))
        await app.push_screen(screen)
        await pilot.press("f5")
        await pilot.pause()
        assert isinstance(app.screen, PanelScreen)
        text = app.screen.query_one(Page).text()
        assert "Waar het staat" in text
        assert "Wat daar staat" in text
        assert "In het boek" in text
        page = app.screen.query_one(Page)
        book = next(item.action for item in page.items if item.action.startswith("boek:"))
        assert page.point(book)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, BookScreen)


async def test_an_action_of_the_advice_says_where_it_is_written(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(AdviceScreen(Course(walk(*CONSULT_REFUSED))))
        await pilot.press("space")
        await pilot.pause()
        assert app.screen.query_one(Page).point("stap:ziekteverzuim/duo_melding#melden_bij_duo")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PanelScreen)
        text = app.screen.query_one(Page).text()
    assert "Schema ziekteverzuim (2024)" in text
    assert "Editie: " in text


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_two_editions_are_compared(
    guide: Maker, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    app = guide()
    async with app.run_test(size=size) as pilot:
        app.show("compare", app.reader)
        await pilot.pause()
        shown = screen_as_text(app)
        assert shown == screen_text
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.query_one(Page).point("swap")
        await pilot.press("enter")
        await pilot.pause()
        first, second = app.screen.query_one(Page).items[:2]
        assert "nieuwere editie" in str(first.content)
        assert "2024" in str(second.content)
        assert app.screen.query_one(Page).point("old")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ChoiceScreen)
        await pilot.press("2", "enter")
        await pilot.pause()
        assert "Oud" in screen_as_text(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_row_of_a_table_is_told_with_its_heads_beside_the_question(
    guide: Maker, walk: Walk, size: tuple[int, int]
) -> None:
    app = guide()
    async with app.run_test(size=size) as pilot:
        await app.push_screen(ConversationScreen(Course(walk())))
        await pilot.press(*"wat zijn de drempels ziekteverzuim?", "enter")
        await pilot.pause()
        await pilot.pause()
        shown = " ".join(screen_as_text(app).split())
    for part in ("5 of meer ziekmeldingen", "Haaglanden", "Bron", "Is de drempel", "4 Weet ik"):
        assert part in shown
    for part in ("36 dagdelen", "4e ziekmelding"):
        assert part not in shown


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_doors_stand_above_the_answer_and_both_are_in_view(
    guide: Maker, size: tuple[int, int]
) -> None:
    app = guide()
    asked = "moet ik luxe verzuim melden?"
    async with app.run_test(size=size) as pilot:
        course = Course.begin(app.library, app.today, {"regio": "haaglanden", "sector": "vo"})
        await app.push_screen(ConversationScreen(course, course.tell(asked)))
        await pilot.pause()
        await pilot.pause()
        shown = screen_as_text(app)
    door, answer = shown.find("1  "), shown.find("Dit komt het dichtst bij")
    assert door >= 0
    assert door < answer or answer < 0
    assert "Geen van deze" in shown
    assert "Luxe verzuim" in shown


FEW_WORDS = 12
"""Words of a place of which only the name is shown."""


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_nearest_place_shows_what_answers_however_full_the_screen_is(
    guide: Maker, walk: Walk, size: tuple[int, int]
) -> None:
    app = guide()
    async with app.run_test(size=size) as pilot:
        await app.push_screen(ConversationScreen(Course(walk())))
        await pilot.press(*"hoe vaak is het mdo en het jes?", "enter")
        await pilot.pause()
        await pilot.pause()
        shown = " ".join(screen_as_text(app).split())
    assert "Dit komt het dichtst bij" in shown
    first = shown[shown.index(" a ") : shown.index(" b ")]
    assert len(first.split()) > FEW_WORDS, shown
