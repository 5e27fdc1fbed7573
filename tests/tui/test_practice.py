import pytest
from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from routeboek_tui.course.practice.practice import Practice as Case
from routeboek_tui.library.compiled import BrokenLibrary
from routeboek_tui.library.problems import Problem
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.practice import MORE, OF_A_TALK, TALKS, PracticeScreen
from routeboek_tui.tui.screens.save import SaveScreen
from routeboek_tui.tui.screens.start import StartScreen
from routeboek_tui.tui.shelf import Shelf
from tests.practising import Practice, kit, whole
from tests.tui.conftest import screen_as_text
from tests.tui.stage import HOSTILE, Maker

SIZES = ((80, 24), (120, 40))
LONGEST = 20
"""No sheet is so many windows long."""


@pytest.fixture(autouse=True)
def _the_same_cases(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Guide, "training", lambda self: practice())


async def at_practice(pilot: Pilot[None], *lines: str) -> PracticeScreen:
    """The place to practise, from the first screen, after these lines."""
    await pilot.pause()
    assert isinstance(pilot.app, Guide)
    pilot.app.action_do("practice")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, PracticeScreen)
    for line in lines:
        await typed(pilot, line)
    return screen


async def typed(pilot: Pilot[None], line: str) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, PracticeScreen)
    screen.prompt.value = line
    before = screen._sheet
    await pilot.press("enter")
    await pilot.pause()
    if not line:  # Enter goes down first where not everything was in view.
        for _ in range(LONGEST):
            if screen._sheet != before:
                break
            await pilot.press("enter")
            await pilot.pause()


LOOKS = {
    "menu": (),
    "list": ("1",),
    "story": ("1", "vijfde-griepje"),
    "case": ("1", "vijfde-griepje", "", "a"),
    "feedback": ("1", "vijfde-griepje", "", "2"),
    "deeds": ("1", "vijfde-griepje", "", "1", "", "1 2"),
    "review": ("1", "vijfde-griepje", "", "1", *([""] * 9)),
    "drill": ("2",),
    "drilled": ("2", "1"),
    "names": ("3",),
    "progress": ("3", "linde-7"),
    "making": ("4",),
}
"""What is typed for each look of the place to practise."""


async def test_what_it_looks_like(guide: Maker, screen_text: SnapshotAssertion) -> None:
    for look, lines in LOOKS.items():
        app = guide()
        async with app.run_test(size=SIZES[0]) as pilot:
            await at_practice(pilot, *lines)
            for width, height in SIZES:
                await pilot.resize_terminal(width, height)
                await pilot.pause()
                assert screen_as_text(app) == screen_text(name=f"{look}-{width}x{height}")


async def test_the_door_on_the_first_screen_leads_there_and_back(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first = app.screen
        assert isinstance(first, StartScreen)
        first.page.point("app.do('practice')")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PracticeScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is first


async def test_escape_goes_back_one_thing_at_a_time(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await at_practice(pilot)
        menu = screen_as_text(app)
        for line in ("1", "vijfde-griepje"):
            await typed(pilot, line)
        await pilot.press("escape")
        await pilot.press("escape")
        await pilot.pause()
        assert screen_as_text(app) == menu
        assert app.screen is screen


async def test_the_arrows_and_the_space_tick_and_enter_is_ready(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 40)) as pilot:
        await at_practice(pilot, "1", "vijfde-griepje", "", "1", "")
        await pilot.press("down", "space", "down", "space")
        await pilot.pause()
        assert screen_as_text(app).count("[x]") == 2
        await pilot.press("down", "space", "space")
        await pilot.pause()
        assert screen_as_text(app).count("[x]") == 2
        screen = app.screen
        assert isinstance(screen, PracticeScreen)
        screen.page.cursor = None
        await pilot.press("enter")
        await pilot.pause()
        assert "Jij koos: Elke partner: vraag eerst raad" in screen_as_text(app)
        assert "MDO: adviseer de ouders aanmelding" in screen_as_text(app)


async def test_stop_stops_and_what_is_hostile_is_text(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_practice(pilot, "1", "vijfde-griepje", "", *HOSTILE)
        assert isinstance(app.screen, PracticeScreen)
        assert "\x1b" not in screen_as_text(app)
        await typed(pilot, "stop")
    assert app.return_code == 0


async def test_a_small_window_shows_the_question(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(60, 18)) as pilot:
        await at_practice(pilot, "1", "vijfde-griepje", "")
        assert "Is de drempel voor zorgwekkend" in " ".join(screen_as_text(app).split())


async def test_a_hostile_story_is_text_on_the_screen(guide: Maker, practice: Practice) -> None:
    story = "\n".join(HOSTILE)
    exercise = replace(kit().exercises["vijfde-griepje"], story=story, title=HOSTILE[1])
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        app.show("practice", practice(first=exercise))
        await pilot.pause()
        assert "\x1b" not in screen_as_text(app)
        await typed(pilot, "")
        await typed(pilot, "1")
        assert "Goed." in screen_as_text(app)


async def test_the_page_for_a_mentor_is_saved_with_f9(guide: Maker, practice: Practice) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        app.show("practice", practice(name="linde-7", first="voortgang"))
        await pilot.pause()
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(app.screen, SaveScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, PracticeScreen)


async def test_the_answer_to_a_question_is_in_view(guide: Maker, practice: Practice) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        app.show("practice", practice(first=whole().exercises["acht-keer-te-laat"]))
        await pilot.pause()
        for line in ("", "e"):
            await typed(pilot, line)
        shown = " ".join(screen_as_text(app).split())
        assert "Dat is vertrouwelijk zolang de ouders geen toestemming geven." in shown


async def test_the_keys_name_saving_only_where_there_is_something_to_save(
    guide: Maker, practice: Practice
) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        app.show("practice", practice(name="linde-7"))
        await pilot.pause()
        assert "F9" not in screen_as_text(app)
        await typed(pilot, "3")
        assert "F9 bewaar" in screen_as_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "F9" not in screen_as_text(app)


async def begin_talk(app: Guide, pilot: Pilot[object]) -> None:
    """Begin a talk from the first screen."""
    await pilot.pause()
    first = app.screen
    assert isinstance(first, StartScreen)
    first.begin()
    await pilot.pause()


async def test_nothing_of_the_talk_is_saved_from_practising(
    guide: Maker, practice: Practice
) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin_talk(app, pilot)
        assert app.held
        await at_practice(pilot)
        assert "F9" not in screen_as_text(app)
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(app.screen, PracticeScreen)


@pytest.mark.parametrize("held", [True, False], ids=["beside a talk", "alone"])
async def test_no_key_of_a_talk_touches_it_from_practising(guide: Maker, held: bool) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first = app.screen
        assert isinstance(first, StartScreen)
        if held:
            first.begin()
            await pilot.pause()
        before = app.course and (app.course.talk, app.course.asked)
        screen = await at_practice(pilot, "1", "vijfde-griepje", "")
        for name in sorted(TALKS):
            app.clear_notifications()
            app.action_do(name)
            await pilot.pause()
            assert app.screen is screen, name
            assert OF_A_TALK in [note.message for note in app._notifications], name
            assert (app.course and (app.course.talk, app.course.asked)) == before, name


async def test_the_story_is_read_again_with_a_key_and_ticks_stay(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 40)) as pilot:
        screen = await at_practice(pilot, "1", "vijfde-griepje", "", "1", "")
        assert "^L verhaal" in screen_as_text(app)
        await pilot.press("down", "space", "down", "space")
        await pilot.pause()
        shown = screen_as_text(app)
        assert shown.count("[x]") == 2
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert "vertelt, op" in screen_as_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert screen_as_text(app).count("[x]") == 2
        assert screen._sheet.several


async def test_a_case_that_breaks_leaves_the_talk_as_it_was(
    guide: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def raises(*_: object) -> None:
        raise KeyError("lesuren")

    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin_talk(app, pilot)
        assert app.course
        talk = app.course.talk
        await at_practice(pilot, "1", "vijfde-griepje", "")
        monkeypatch.setattr(Case, "hear", raises)
        await typed(pilot, "1")
        shown = " ".join(screen_as_text(app).split())
        assert "Er ging iets mis bij het oefenen" in shown
        assert "Wat wil je doen?" in shown
        await pilot.press("escape")
        await pilot.pause()
        assert app.held
        assert app.course.talk == talk


async def test_where_it_cannot_be_read_the_talk_goes_on(
    guide: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise BrokenLibrary([Problem("content/oefenen.yaml", 3, "Dit mist.")])

    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        monkeypatch.setattr(Guide, "training", broken)
        first = app.screen
        app.action_do("practice")
        await pilot.pause()
        assert app.screen is first
        assert "Oefenen kan nu niet." in next(iter(app._notifications)).message


async def test_practising_is_typed_on_the_first_screen_and_in_a_talk(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first = app.screen
        assert isinstance(first, StartScreen)
        first.prompt.value = "oefenen"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PracticeScreen)
        assert not app.held
        await pilot.press("escape")
        first.begin()
        await pilot.pause()
        assert app.held
        app.held.hear("oefenen")
        await pilot.pause()
        assert isinstance(app.screen, PracticeScreen)


async def test_what_is_long_is_read_to_its_end_before_enter_leaves_it(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await at_practice(pilot, "1", "vijfde-griepje", "", "1", "", "1 2")
        long = screen._sheet
        assert screen.page.max_scroll_y > 0
        assert "lees verder" in screen_as_text(app)
        assert MORE in screen_as_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert screen._sheet == long
        assert "1 Verder" in " ".join(screen_as_text(app).split())
        assert "lees verder" not in screen_as_text(app)
        assert MORE not in screen_as_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert screen._sheet != long


async def test_a_case_waits_while_the_program_runs(guide: Maker, practice: Practice) -> None:
    app = guide()
    app.practised = practice()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for line in ("1", "vijfde-griepje", "", "a"):
            await typed(pilot, line)
        shown = screen_as_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "midden in deze zaak" in screen_as_text(app)
        await pilot.press("escape", "escape", "escape")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)
        app.show("practice", Shelf.training(app))
        await pilot.pause()
        for line in ("1", "vijfde-griepje"):
            await typed(pilot, line)
        assert screen_as_text(app) == shown


async def test_the_help_of_a_case_names_no_key_that_does_nothing(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 40)) as pilot:
        await at_practice(pilot, "1", "vijfde-griepje", "")
        await pilot.press("f1")
        await pilot.pause()
        shown = screen_as_text(app)
        assert "F7" in shown
        assert [each for each in ("Kaart van de route", "Bewaar deze brief") if each in shown] == []


@pytest.mark.parametrize("leave", ["f10", "escape"])
async def test_a_case_that_is_being_made_is_not_lost_at_once(guide: Maker, leave: str) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_practice(pilot, "4", "Een zaak van mij")
        await pilot.press(leave)
        await pilot.pause()
        assert "gaat dan weg" in screen_as_text(app)
        assert isinstance(app.screen, PracticeScreen)
        await pilot.press(leave)
        await pilot.pause()
        assert app._exit if leave == "f10" else "Wat wil je doen?" in screen_as_text(app)
