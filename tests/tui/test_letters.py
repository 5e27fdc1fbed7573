"""Letters are listed, filled in, refused while something must come first, saved and copied."""

from datetime import date
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual import events

from routeboek_tui.core.letter import Field, FieldKind, FieldType
from routeboek_tui.course.course import Course
from routeboek_tui.letters.faults import Bounds, fault
from routeboek_tui.library.content import Library
from routeboek_tui.text.characters import safe
from routeboek_tui.tui.screens.letter_form import FieldBox, LineInput, LinesInput, OneOf, Tick
from routeboek_tui.tui.screens.letters import LettersScreen
from routeboek_tui.tui.screens.save import SaveScreen
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page
from tests.rows import each_row
from tests.tui.conftest import screen_as_text
from tests.tui.letters_stage import PLAN, REQUEST, SENT, opened, preview, settled, values
from tests.tui.stage import AT_CONSULT, HOSTILE, WARNED, Maker, Walk


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_the_list_looks_as_it_did(
    guide: Maker, walk: Walk, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    app = guide()
    async with app.run_test(size=size) as pilot:
        await app.push_screen(LettersScreen(Course(walk(*AT_CONSULT))))
        await pilot.pause()
        assert screen_as_text(app) == screen_text


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_a_letter_looks_as_it_did(
    guide: Maker, walk: Walk, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    app = guide()
    app.cursor_blink = False
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot, walk, REQUEST, *AT_CONSULT)
        await settled(pilot)
        assert screen_as_text(app) == screen_text


async def test_a_locked_letter_says_why_and_cannot_be_opened(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        walk = walk(*AT_CONSULT)
        await app.push_screen(LettersScreen(Course(walk)))
        await pilot.pause()
        page = app.screen.query_one(Page)
        assert {item.action for item in page.items} - {""} == {one.id for one in walk.letters}
        assert "De grond voor deze brief ontstaat bij" in page.text()


async def test_what_is_typed_stands_in_the_letter_and_in_every_other(
    guide: Maker, walk: Walk
) -> None:
    app = guide()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot, walk, REQUEST, *AT_CONSULT)
        assert "[nog invullen: naam van de leerling]" in preview(screen)
        app.screen.query_one("#field-leerling LineInput").focus()
        await pilot.press("S", "a", "m")
        await settled(pilot)
        assert "consult met Sam" in preview(screen)
        assert "[nog invullen: naam van de leerling]" not in preview(screen)
        await pilot.press("escape")
        other = await opened(app, pilot, walk, PLAN, *AT_CONSULT)
        assert "Onderwerp: plan van aanpak voor Sam" in preview(other)


async def test_what_must_come_first_keeps_the_letter_in(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, walk, REQUEST, *AT_CONSULT)
        assert "eerst nodig" in screen_as_text(app)
        await pilot.press("enter", "tab")
        for key in ("f9", "ctrl+k"):
            await pilot.press(key)
            await pilot.pause()
            assert app.screen is screen
            assert "Vul dit eerst in" in screen_as_text(app)
        assert not app.clipboard
        await pilot.press(*"31-02-2026", "f9")
        await pilot.pause()
        assert app.screen is screen
        assert "Kijk dit eerst na" in screen_as_text(app)
        box = screen.query_one("#field-akkoord_jgz_op LineInput", LineInput)
        box.value = "3-3-2026"
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(app.screen, SaveScreen)


async def test_a_date_that_does_not_exist_is_said_on_leaving_its_box(
    guide: Maker, walk: Walk
) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, walk, REQUEST, *AT_CONSULT)
        await pilot.press("tab", *"31-02-2026")
        await pilot.pause()
        assert "Deze datum bestaat niet" not in screen_as_text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "Deze datum bestaat niet" in screen_as_text(app)


async def test_a_letter_to_agree_with_asks_for_the_tick(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, walk, "waarschuwingsbrief", *WARNED)
        await pilot.press("f9")
        await pilot.pause()
        assert app.screen is screen
        assert "Bevestig dit eerst" in screen_as_text(app)
        assert "uitzondering" in screen_as_text(app)
        await pilot.press("space", "f9")
        await pilot.pause()
        assert isinstance(app.screen, SaveScreen)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.click(Tick)
        await pilot.pause()
        assert not screen.query_one(Tick).ticked


async def test_words_of_health_are_asked_about_in_the_letter(
    guide: Maker, walk: Walk, tmp_path: Path
) -> None:
    app = guide()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot, walk, SENT, *AT_CONSULT)
        screen.query_one("#field-stappen_tot_nu LinesInput", LinesInput).text = "Hij heeft ADHD."
        await settled(pilot)
        await pilot.press("f9")
        await pilot.pause()
        assert app.screen is screen
        tick = screen.focused
        assert isinstance(tick, Tick)
        assert "adhd" in tick.question
        screen.query_one("#field-stappen_tot_nu LinesInput", LinesInput).text = "Hij heeft PTSS."
        await settled(pilot)
        assert not screen.query(Tick)
        await pilot.press("f9")
        await pilot.pause()
        assert "ptss" in screen.query_one(Tick).question
        await pilot.press("enter", "f9")
        await pilot.pause()
        assert isinstance(app.screen, SaveScreen)


async def test_a_closed_choice_is_chosen(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot, walk, SENT, *AT_CONSULT)
        box = screen.query_one("#field-reden_melding_swv OneOf", OneOf)
        assert box.value == "zorgwekkend ziekteverzuim"
        box.focus()
        await pilot.press("down")
        assert values(app)["reden_melding_swv"].startswith("vier weken achter elkaar geoorloofd")
        await pilot.press("x", "1")
        assert values(app)["reden_melding_swv"] == "zorgwekkend ziekteverzuim"
        await settled(pilot)
        assert "zorgwekkend ziekteverzuim" in preview(screen)


async def test_a_missing_field_is_reached_from_the_letter(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, walk, REQUEST, *AT_CONSULT)
        await pilot.press("ctrl+t")
        await pilot.pause()
        page = screen.query_one("#preview", Page)
        assert screen.focused is page
        assert "Onderwerp" in screen_as_text(app)
        assert page.point("geboortedatum")
        await pilot.press("enter")
        await pilot.pause()
        assert screen.focused in set(screen.query("#field-geboortedatum LineInput"))


async def test_the_mouse_alone_switches_sides_and_leaves(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, walk, REQUEST, *AT_CONSULT)
        await pilot.click("#tabs", offset=(18, 0))
        await pilot.pause()
        assert screen.query_one("#preview").display
        assert not screen.query_one("#form").region
        await pilot.click("#tabs", offset=(4, 0))
        await pilot.pause()
        assert screen.query_one("#form").region
        words = screen_as_text(app).split("\n")[-2]
        await pilot.click(Keys, offset=(words.index("Esc"), 0))
        await pilot.pause()
        assert app.screen is not screen


async def test_hostile_text_is_only_text(guide: Maker, walk: Walk) -> None:
    """Every box takes the first; of each kind of box one takes them all."""
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, walk, REQUEST, *AT_CONSULT)
        line = screen.query_one("#field-leerling LineInput", LineInput)
        lines = screen.query_one("#field-verzuim_overzicht LinesInput", LinesInput)
        for number, value in enumerate(HOSTILE):
            line.value = lines.text = ""
            boxes = [line, lines] if number else [each.box for each in screen.query(FieldBox)]
            for box in boxes:
                box.post_message(events.Paste(f"{value}\r\n{value}"))
            await settled(pilot)
            await pilot.press("ctrl+t")
            await pilot.pause()
            typed = values(app)["leerling"]
            assert "\x1b" not in typed
            assert "\u202e" not in typed
            assert typed.count(safe(value).strip()[:4]) >= 2
            text = preview(screen)
            assert "49" not in text
            if value.startswith(("[", "{{", "**")):
                assert value in text.replace("\n", " ")
            await pilot.press("f9")
            await pilot.pause()
            assert "\x1b" not in screen_as_text(app)
            app.pop_screen() if app.screen is not screen else await pilot.press("ctrl+t")
            await pilot.pause()


async def test_typing_survives_a_change_of_size(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, walk, REQUEST, *AT_CONSULT)
        screen.query_one("#field-verzuim_overzicht LinesInput", LinesInput).focus()
        await pilot.press("d", "r", "i", "e")
        for size in ((120, 40), (60, 20), (30, 8), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await pilot.press("x")
        await settled(pilot)
        assert values(app)["verzuim_overzicht"] == "driex"


def test_every_letter_has_a_form_for_all_it_asks(library: Library) -> None:
    for letter in library.letters.values():
        assert all(name in library.fields for name in (*letter.fields, *letter.required))


@each_row(
    ("name", "kind", "value", "wrong"),
    [
        ("dag", FieldType.DATE, "31-02-2026", True),
        ("dag", FieldType.DATE, "3 maart 2026", False),
        ("dag", FieldType.DATE, "morgen", True),
        ("dag", FieldType.DATE, "", False),
        ("geboortedatum", FieldType.DATE, "4-3-2026", True),
        ("geboortedatum", FieldType.DATE, "3-3-2026", False),
        ("aantal", FieldType.COUNT, "12", False),
        ("aantal", FieldType.COUNT, "99999", True),
        ("aantal", FieldType.COUNT, "-1", True),
        ("tekst", FieldType.LINE, "31-02-2026", False),
    ],
)
def test_what_cannot_be_right_is_found(name: str, kind: FieldType, value: str, wrong: bool) -> None:
    field = Field(name, "Label", FieldKind.PROCESS, kind)
    assert bool(fault(field, value, Bounds(date(2026, 3, 3)))) is wrong
