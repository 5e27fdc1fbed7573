"""Letters are listed, filled in, refused while something must come first, saved and copied."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from obstacles import NO_PLACES, no_place
from syrupy.assertion import SnapshotAssertion
from textual import events
from textual.pilot import Pilot
from textual.widgets import Button, Input

from routeboek_tui.core.letter import Field, FieldKind, FieldType
from routeboek_tui.course.course import Course
from routeboek_tui.course.paper import target
from routeboek_tui.letters.faults import Bounds, fault
from routeboek_tui.library.content import Library
from routeboek_tui.text.characters import safe
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.conversation import ConversationScreen
from routeboek_tui.tui.screens.letter import LetterScreen
from routeboek_tui.tui.screens.letter_form import FieldBox, LineInput, LinesInput, OneOf, Tick
from routeboek_tui.tui.screens.letters import LettersScreen
from routeboek_tui.tui.screens.save import SaveScreen
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page
from tests.tui.conftest import screen_as_text
from tests.tui.stage import AT_CONSULT, HOSTILE, WARNED, Maker, Walk, walked

PLAN = "plan-van-aanpak-school"
SENT = "melding-samenwerkingsverband"
REQUEST = "aanvraag-onderzoek-jgz"


@pytest.fixture
def walk(library: Library, today: date) -> Walk:
    return partial(walked, library, today)


async def opened(
    app: Guide, pilot: Pilot[None], walk: Walk, letter: str, *answers: str
) -> LetterScreen:
    course = app.course or Course(walk(*answers))
    if app.course is None:
        await app.push_screen(ConversationScreen(course))
    screen = LetterScreen(course.draft(letter))
    await app.push_screen(screen)
    await pilot.pause()
    return screen


def values(app: Guide) -> dict[str, str]:
    assert app.course is not None
    return app.course.values


def preview(screen: LetterScreen) -> str:
    return screen.query_one("#preview", Page).text()


async def settled(pilot: Pilot[None]) -> None:
    await pilot.pause(0.3)
    await pilot.pause()


async def save_to(app: Guide, pilot: Pilot[None], path: object) -> None:
    app.screen.query_one("#path", Input).value = str(path)
    await pilot.pause()
    app.screen.query_one("#path", Input).focus()
    await pilot.press("enter")
    await app.workers.wait_for_complete()
    await pilot.pause()


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


@pytest.mark.parametrize("extension", ["docx", "pdf", "md", "txt"])
async def test_it_is_saved_in_every_format(
    guide: Maker, walk: Walk, tmp_path: Path, extension: str
) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, walk, PLAN, *AT_CONSULT)
        await pilot.press("f9")
        await pilot.pause()
        await save_to(app, pilot, tmp_path / f"plan.{extension}")
        assert app.screen is screen
        assert "Bewaard" in screen_as_text(app)
    assert (tmp_path / f"plan.{extension}").stat().st_size > 100


async def test_what_cannot_be_saved_says_so_and_loses_nothing(
    guide: Maker, walk: Walk, tmp_path: Path
) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, walk, PLAN, *AT_CONSULT)
        await pilot.press("S", "a", "m", "f9")
        await pilot.pause()
        missing = tmp_path / "weg" / "plan.txt"
        await save_to(app, pilot, missing)
        assert "bestaat niet" in screen_as_text(app)
        assert app.screen.query_one("#path", Input).value == str(missing)
        for kind in NO_PLACES:
            if "format" in kind or kind == "a folder":
                continue
            (tmp_path / kind).mkdir()
            await save_to(app, pilot, no_place(kind, tmp_path / kind))
            assert isinstance(app.screen, SaveScreen)
            assert app.screen.query_one("#message").has_class("-wrong"), kind
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is screen
        assert "Sam" in values(app).values()


async def test_a_folder_that_may_not_be_written_says_so(
    guide: Maker, walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, walk, PLAN, *AT_CONSULT)
        await pilot.press("f9")
        await pilot.pause()
        await save_to(app, pilot, tmp_path / "plan.txt")
        assert isinstance(app.screen, SaveScreen)
        assert "niet schrijven" in " ".join(screen_as_text(app).split())


async def test_an_unforeseen_fault_keeps_the_screen_open(
    guide: Maker, walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("[/b]")

    monkeypatch.setattr("routeboek_tui.course.paper.write", broken)
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, walk, PLAN, *AT_CONSULT)
        await pilot.press("f9")
        await pilot.pause()
        app.screen.query_one("#path", Input).focus()
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert isinstance(app.screen, SaveScreen)
        assert "niet gelukt" in screen_as_text(app)


async def test_an_existing_file_is_replaced_only_when_asked(
    guide: Maker, walk: Walk, tmp_path: Path
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("oud", encoding="utf-8")
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, walk, PLAN, *AT_CONSULT)
        await pilot.press("f9")
        await pilot.pause()
        assert not app.screen.query_one("#replace").display
        await save_to(app, pilot, path)
        assert "Er is al een bestand" in screen_as_text(app)
        await save_to(app, pilot, path)
        assert path.read_text(encoding="utf-8") == "oud"
        app.screen.query_one("#replace", Button).press()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert "Plan van aanpak" in path.read_text(encoding="utf-8")


async def test_the_format_and_the_name_follow_each_other(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, walk, PLAN, *AT_CONSULT)
        await pilot.press("f9")
        await pilot.pause()
        path = app.screen.query_one("#path", Input)
        reference = app.screen.query_one("#reference", Input)
        assert path.value.endswith(f"{PLAN}.docx")
        await pilot.press("shift+tab", "down", "down", "enter")
        await pilot.pause()
        assert path.value.endswith(f"{PLAN}.pdf")
        assert not reference.display
        path.value = "brief.docx"
        await pilot.pause()
        assert "● Word" in screen_as_text(app)
        assert reference.display


async def test_it_is_copied_with_a_hint_to_save(guide: Maker, walk: Walk) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, walk, PLAN, *AT_CONSULT)
        await pilot.press("ctrl+k")
        assert app.clipboard.startswith("[nog invullen: school of organisatie")
        assert "Beste ouders of verzorgers" in app.clipboard
        assert "Bewaar het dan met F9" in screen_as_text(app)


def test_every_letter_has_a_form_for_all_it_asks(library: Library) -> None:
    for letter in library.letters.values():
        assert all(name in library.fields for name in (*letter.fields, *letter.required))


@pytest.mark.parametrize(
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


def test_what_is_typed_as_a_place_becomes_a_file(tmp_path: Path) -> None:
    assert target("brief", tmp_path, "plan", "pdf") == tmp_path / "brief.pdf"
    assert target("brief.DOCX", tmp_path, "plan", "pdf") == tmp_path / "brief.DOCX"
    assert target("v1.2", tmp_path, "plan", "pdf") == tmp_path / "v1.2.pdf"
    assert target("", tmp_path, "plan", "pdf") == tmp_path / "plan.pdf"
    assert target(f'"{tmp_path}"', Path("/"), "plan", "md") == tmp_path / "plan.md"
    assert target("~/x.txt", tmp_path, "plan", "md") == Path.home() / "x.txt"
