"""The wall of a meeting on the screen: what is seen, how one gets there, and hiding everything."""

from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Input

from routeboek_tui.conversation.view import Option
from routeboek_tui.core.meeting import Here
from routeboek_tui.core.safety import Manner
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.keyboard import TABLE, everywhere
from routeboek_tui.tui.rooms import ROOMS, room
from routeboek_tui.tui.screens.conversation import ConversationScreen
from routeboek_tui.tui.screens.hidden import HiddenScreen
from routeboek_tui.tui.screens.letter import LetterScreen
from routeboek_tui.tui.screens.overleg import OverlegScreen
from routeboek_tui.tui.screens.paper import PaperScreen
from routeboek_tui.tui.screens.save import SaveScreen
from routeboek_tui.tui.screens.start import StartScreen
from tests.known import guide as library
from tests.overleg.played import MEETINGS, course_of
from tests.tui.conftest import screen_as_text

Maker = Callable[..., Guide]

MOMENTS = {
    "wie": 0, "leerling": 3, "analyse": 5, "standpunten": 9, "gevolg": 10, "dag": 13,
    "plan": 14, "opbouw": 16, "evaluatie": 18, "akkoord": 19, "anderen": 21, "uit": 22,
}  # fmt: skip
"""How many lines of the MDO were typed at each moment that is looked at."""

CALENDAR = library().meeting.words.calendar

SIZES = [(60, 20), (80, 24), (120, 40)]


async def on_the_wall(pilot: Pilot[None], name: str = "mdo", typed: int = 0) -> OverlegScreen:
    """The wall of a meeting of which ``typed`` lines were typed."""
    await pilot.pause()
    app, course = pilot.app, course_of(name)
    assert isinstance(app, Guide)
    for line in MEETINGS[name]["lines"][:typed]:
        course.overleg.hear(line)
    app.show("talk", course)
    await pilot.pause()
    await pilot.press("f6")
    await pilot.pause()
    screen = app.screen
    assert isinstance(screen, OverlegScreen)
    return screen


async def test_the_wall(guide: Maker, screen_text: SnapshotAssertion) -> None:
    """At every moment in every size; a window too small for it in between changes nothing."""
    async with guide().run_test(size=(80, 24)) as pilot:
        screen, heard = await on_the_wall(pilot), 0
        for moment, typed in MOMENTS.items():
            for line in MEETINGS["mdo"]["lines"][heard:typed]:
                screen.held.hear(line)
            heard = typed
            screen.show()
            stand = screen.held.stand
            for size in ((20, 5), *SIZES):
                await pilot.resize_terminal(*size)
                await pilot.pause()
                name = f"{moment}-{size[0]}x{size[1]}"
                assert size not in SIZES or screen_as_text(pilot.app) == screen_text(name=name)
            assert screen.held.stand == stand


async def test_the_first_screen_leads_to_the_wall(guide: Maker) -> None:
    async with guide(sector="po", gemeente="den_haag").run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert isinstance(pilot.app.screen, StartScreen)
        await pilot.press("f6")
        await pilot.pause()
        assert isinstance(pilot.app.screen, OverlegScreen)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConversationScreen)


async def test_esc_is_asked_about_once_and_without_a_name(guide: Maker) -> None:
    async with guide().run_test(size=(60, 20)) as pilot:
        screen = await on_the_wall(pilot, typed=MOMENTS["plan"])
        screen.hear("school: haalt Zebra op, 1 december")
        meeting = screen.held.meeting
        for again in (True, False):
            await pilot.press("escape")
            await pilot.pause()
            assert pilot.app.screen is screen
            assert screen.held.wall.notes == (library().meeting.words.leave_once,)
            assert "Zebra" not in " ".join(screen.held.wall.notes)
            if again:
                screen.hear("lijst")
                await pilot.press("escape")
                await pilot.pause()
                assert pilot.app.screen is screen
                assert not screen.held.stand.aside
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConversationScreen)
        await pilot.press("f6")
        await pilot.pause()
        again_there = pilot.app.screen
        assert isinstance(again_there, OverlegScreen)
        assert again_there.held.meeting == meeting
        assert not again_there.held.wall.notes


async def test_from_the_wall_others_are_watching(guide: Maker) -> None:
    async with guide().run_test(size=(60, 20)) as pilot:
        screen = await on_the_wall(pilot)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert screen.held.talk.safety.manner is Manner.QUIET
        assert screen.held.farewell in {each.message for each in pilot.app._notifications}


async def test_everything_hides_and_any_key_brings_it_back(guide: Maker) -> None:
    async with guide().run_test(size=(60, 20)) as pilot:
        screen = await on_the_wall(pilot, typed=7)
        before = screen_as_text(pilot.app)
        for key in ("a", "enter", "escape", "f2", "f12"):
            await pilot.press("f12")
            await pilot.pause()
            assert isinstance(pilot.app.screen, HiddenScreen)
            hidden = screen_as_text(pilot.app)
            assert not any(line.text.strip() in hidden for line in screen.held.wall.lines())
            await pilot.press(key)
            await pilot.pause()
            assert screen_as_text(pilot.app) == before, key


async def test_nothing_that_was_told_stays_when_everything_hides(guide: Maker) -> None:
    async with guide().run_test(size=(60, 20), notifications=True) as pilot:
        screen = await on_the_wall(pilot)
        screen.say("zebra")
        await pilot.pause()
        assert "zebra" in screen_as_text(pilot.app)
        await pilot.press("f12")
        await pilot.pause()
        assert "zebra" not in screen_as_text(pilot.app)
        pilot.app.notify("giraffe")
        await pilot.pause()
        assert "giraffe" not in screen_as_text(pilot.app)
        await pilot.press("space")
        await pilot.pause()
        assert "zebra" not in screen_as_text(pilot.app)


async def test_the_calendar_is_saved_as_a_calendar_and_says_so(
    guide: Maker, tmp_path: Path
) -> None:
    async with guide().run_test(size=(100, 40)) as pilot:
        screen = await on_the_wall(pilot, typed=MOMENTS["uit"])
        screen.hear(str([row.text for row in screen.held.wall.rows].index(CALENDAR) + 1))
        await pilot.pause()
        assert isinstance(pilot.app.screen, PaperScreen)
        await pilot.press("f9")
        await pilot.pause()
        asked = pilot.app.screen
        assert isinstance(asked, SaveScreen)
        path = asked.query_one("#path", Input)
        assert Path(path.value).name == "agenda.ics"
        shown = screen_as_text(pilot.app)
        assert not any(word in shown for word in ("docx", "pdf", "Word"))
        path.value = str(tmp_path / "agenda.docx")
        await pilot.pause()
        asked.save()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert pilot.app.screen is screen
        assert any(each.message.startswith("Bewaard") for each in pilot.app._notifications)
    assert [file.name for file in tmp_path.glob("agenda*")] == ["agenda.ics"]
    assert (tmp_path / "agenda.ics").read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")


async def test_every_room_hides(guide: Maker) -> None:
    async with guide(sector="po", gemeente="den_haag").run_test(size=(80, 24)) as pilot:
        screen = await on_the_wall(pilot)
        app = pilot.app
        assert isinstance(app, Guide)
        reader, course = app.reader, screen.held.course
        arguments = {
            "commands": ((),), "book": (reader,), "compare": (reader,),
            "drawing": (app, course), "practice": (app.training(),), "panel": ("Titel", ()),
            "choice": ("Titel", (), (Option("1", "ja", "Ja"),)),
            "letter": (course.draft("uitnodiging-overleg"),),
            "save": (course.draft("uitnodiging-overleg").paper(),),
            "paper": (course.overleg.shown("sheet"),),
        }  # fmt: skip
        for name in sorted({*ROOMS} - {"hidden"}):
            app.to_question()
            if name != "talk":
                app.show(name, *arguments.get(name, (course,)))
            await pilot.pause()
            shown = app.screen
            assert isinstance(shown, room(name))
            await pilot.press("f12")
            await pilot.pause()
            assert isinstance(app.screen, HiddenScreen)
            await pilot.press("space")
            await pilot.pause()
            assert app.screen is shown, name


async def test_the_first_screen_hides(guide: Maker) -> None:
    async with guide().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f12")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HiddenScreen)


async def test_the_list_is_one_key_away(guide: Maker) -> None:
    async with guide().run_test(size=(60, 20)) as pilot:
        await on_the_wall(pilot, typed=MOMENTS["plan"])
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(pilot.app.screen, LetterScreen)
        assert pilot.app.screen._draft.letter.id == "afsprakenlijst-overleg"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, OverlegScreen)


@pytest.mark.parametrize("name", MEETINGS)
async def test_at_sixty_by_twenty_nothing_of_the_wall_is_cut(guide: Maker, name: str) -> None:
    async with guide().run_test(size=(60, 20)) as pilot:
        screen = await on_the_wall(pilot, name)
        for line in MEETINGS[name]["lines"]:
            screen.hear(line)
            await pilot.pause()
            shown = screen_as_text(pilot.app)
            for each in screen.held.wall.lines():
                assert each.text.rstrip() in shown, (line, each.text)
                assert "…" not in each.text
            assert "›" in shown
            assert "F12" in shown


async def test_a_party_that_leaves_is_gone_on_the_wall_and_is_asked_nothing(guide: Maker) -> None:
    async with guide().run_test(size=(60, 20)) as pilot:
        screen = await on_the_wall(pilot, typed=MOMENTS["uit"])
        for line in ("wie", "1"):
            screen.hear(line)
        await pilot.pause()
        assert "Ouders: al weg" in screen_as_text(pilot.app)
        assert screen.held.meeting.roll["ouders"] is Here.LEFT
        screen.hear("regie")
        await pilot.pause()
        assert "Ouders" not in screen_as_text(pilot.app)
        await pilot.press("ctrl+z", "ctrl+z")
        await pilot.pause()
        assert screen.held.meeting.roll["ouders"] is Here.PRESENT


@pytest.mark.parametrize("typed", ["stop", "f10"])
async def test_stopping_from_the_wall_is_asked_once_without_a_name(
    guide: Maker, typed: str
) -> None:
    app = guide()
    async with app.run_test(size=(60, 20)) as pilot:
        screen = await on_the_wall(pilot, typed=MOMENTS["plan"])
        screen.hear("school: haalt Zebra op, 1 december")
        if typed == "stop":
            screen.prompt.value = typed
            await pilot.press("enter")
        else:
            await pilot.press(typed)
        await pilot.pause()
        shown = " ".join(screen_as_text(app).split())
        assert "Stoppen" in shown
        assert "overleg" in shown
        assert "Zebra" not in shown
        await pilot.press("1", "enter")
        await pilot.pause()
        assert app._exit


async def test_going_on_after_stop_leaves_the_meeting_as_it_was(guide: Maker) -> None:
    async with guide().run_test(size=(60, 20)) as pilot:
        screen = await on_the_wall(pilot, typed=MOMENTS["plan"])
        held = screen.held.meeting
        screen.prompt.value = "stop"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConversationScreen)
        await pilot.press("2", "enter")
        await pilot.pause()
        await pilot.press("f6")
        await pilot.pause()
        again = pilot.app.screen
        assert isinstance(again, OverlegScreen)
        assert again.held.meeting == held


async def test_a_wrong_step_is_taken_back(guide: Maker) -> None:
    async with guide().run_test(size=(60, 20)) as pilot:
        screen = await on_the_wall(pilot, typed=MOMENTS["gevolg"])
        asked = screen.held.course.asked
        await pilot.press("1", "enter")
        await pilot.pause()
        assert screen.held.course.asked != asked
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert screen.held.course.asked == asked


async def test_what_was_answered_on_the_wall_stands_in_the_talk(guide: Maker) -> None:
    async with guide().run_test(size=(60, 20)) as pilot:
        await on_the_wall(pilot, typed=MOMENTS["gevolg"])
        await pilot.press("1", "enter")
        await pilot.pause()
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConversationScreen)
        assert "akkoord met een consult" in pilot.app.screen.page.text()


def test_what_if_has_no_key_and_stands_in_the_list() -> None:
    found = {key.name: key for key in TABLE}
    assert not found["what_if"].key
    assert found["meeting"].key == "f6"
    assert found["what_if"].title in {command.title for command in everywhere()}
