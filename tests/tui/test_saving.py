"""A letter is saved where it can be, under a name of its own, and copied."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input

from routeboek_tui.course.letter.paper import target
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.save import SaveScreen
from tests.obstacles import NO_PLACES, no_place
from tests.tui.conftest import screen_as_text
from tests.tui.letters_stage import PLAN, opened, values
from tests.tui.stage import AT_CONSULT, Maker, Walk


async def save_to(app: Guide, pilot: Pilot[None], path: object) -> None:
    app.screen.query_one("#path", Input).value = str(path)
    await pilot.pause()
    app.screen.query_one("#path", Input).focus()
    await pilot.press("enter")
    await app.workers.wait_for_complete()
    await pilot.pause()


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

    monkeypatch.setattr("routeboek_tui.course.letter.paper.write", broken)
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


def test_what_is_typed_as_a_place_becomes_a_file(tmp_path: Path) -> None:
    assert target("brief", tmp_path, "plan", "pdf") == tmp_path / "brief.pdf"
    assert target("brief.DOCX", tmp_path, "plan", "pdf") == tmp_path / "brief.DOCX"
    assert target("v1.2", tmp_path, "plan", "pdf") == tmp_path / "v1.2.pdf"
    assert target("", tmp_path, "plan", "pdf") == tmp_path / "plan.pdf"
    assert target(f'"{tmp_path}"', Path("/"), "plan", "md") == tmp_path / "plan.md"
    assert target("~/x.txt", tmp_path, "plan", "md") == Path.home() / "x.txt"
