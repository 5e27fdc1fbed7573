"""Whole meetings, typed line by line in every face: what stood on the wall at each moment.

``pytest --update-golden tests/overleg`` writes the golden files anew; read the difference before
keeping it.
"""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from routeboek_tui.conversation.overleg.wall import MOST, WIDTH
from routeboek_tui.core.meeting import Part
from routeboek_tui.course.state import state_of
from routeboek_tui.json_lines import talking
from routeboek_tui.lines.lines import Lines, harmless
from routeboek_tui.lines.start import hold
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.overleg import OverlegScreen
from routeboek_tui.tui.widgets.page import Page
from tests.known import guide
from tests.overleg.played import MEETINGS, course_of, walls

GOLDEN = Path(__file__).parent / "golden"
MOST_KEYS, ON_THE_WALL = 107, 74
"""Keys of a meeting of twelve minutes: from invitation to list, and those of them on the wall."""


def _typed(name: str) -> list[str]:
    held = MEETINGS[name]
    return [*held["before"], "overleg", *held["lines"], *held["after"]]


def _read(file: Path) -> str:
    if file.suffix == ".docx":
        document = Document(str(file))
        rows = (row for table in document.tables for row in table.rows)
        cells = ("; ".join(cell.text for cell in row.cells) for row in rows)
        return "\n".join((*(each.text for each in document.paragraphs), *cells, ""))
    return file.read_text(encoding="utf-8")


def _in_lines(name: str) -> str:
    out = io.StringIO()
    source = io.StringIO("".join(f"{line}\n" for line in _typed(name)))
    hold(Lines(source, out), course_of(name))
    return out.getvalue()


@pytest.mark.parametrize("name", MEETINGS)
def test_every_moment_of_a_meeting(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(tmp_path)
    keys = sum(len(line) + 1 for line in _typed(name))
    meeting = sum(len(line) + 1 for line in MEETINGS[name]["lines"])
    said = _in_lines(name).replace(str(tmp_path), "MAP")
    told = f"Toetsen: {keys}, waarvan {meeting} op de muur.\n\n{said}"
    saved = sorted(tmp_path.iterdir())
    for file in saved:
        told += f"\n==== {file.name}\n{_read(file)}"
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_a_meeting_of_twelve_minutes_takes_few_keys() -> None:
    assert sum(len(line) + 1 for line in _typed("mdo")) <= MOST_KEYS
    assert sum(len(line) + 1 for line in MEETINGS["mdo"]["lines"]) <= ON_THE_WALL


BEFORE = ("f4", "down", "enter", "f9", "enter", "f6")
AFTER = ("f9", "space", "f9", "enter", "f10", "1", "enter")
"""Keys in the app before the wall, for the invitation, and after it, for the list and to stop."""
IN_THE_APP = 87


async def test_in_the_app_every_key_of_the_chair_is_counted(
    app: Callable[..., Guide], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    lines = [[*line, "enter"] for line in MEETINGS["mdo"]["lines"]]
    keys = [*BEFORE, *(key for line in lines for key in line), *AFTER]
    made = app()
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        course = course_of("mdo")
        made.show("talk", course)
        await pilot.pause()
        for key in keys:
            await pilot.press("space" if key == " " else key)
            await pilot.pause()
        assert made._exit
    assert course.overleg.stand.part is Part.OUT
    assert {file.stem for file in tmp_path.rglob("*.docx")} == {
        "uitnodiging-overleg",
        "afsprakenlijst-overleg",
    }
    assert len(keys) <= IN_THE_APP


@pytest.mark.parametrize("name", MEETINGS)
def test_the_wall_is_small_at_every_moment(name: str) -> None:
    for wall in walls(name):
        assert len(wall) <= MOST
        assert max(map(len, wall)) <= WIDTH


@pytest.mark.parametrize("name", MEETINGS)
def test_in_lines_stands_what_stands_on_the_wall(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said, course = _in_lines(name), course_of(name)
    for line in ("", *MEETINGS[name]["lines"]):
        if line or course.overleg.before:
            course.overleg.hear(line)
        wall = course.overleg.wall
        rows = [f"{row.key}. {row.text}" if row.key else row.text for row in wall.rows]
        whole = "\n".join(map(harmless, (wall.title, wall.ask, *wall.notes, *rows)))
        assert f"\n{whole}\n" in said, whole
    assert ", meer: +" not in said


@pytest.mark.parametrize("name", MEETINGS)
def test_between_programs_stands_what_stands_on_the_wall(name: str) -> None:
    course = course_of(name)
    state: Any = json.loads(json.dumps(talking.msgspec.to_builtins(state_of(course))))
    for line, wall in zip(MEETINGS[name]["lines"], walls(name)[1:], strict=True):
        asked = json.dumps({"state": state, "meeting": line}).encode()
        reply = json.loads(json.dumps(talking.answered(guide(), asked)))
        assert tuple(reply["meeting"]["wall"]["lines"]) == wall, line
        state = reply["state"]


@pytest.mark.parametrize("name", MEETINGS)
async def test_on_the_screen_stands_what_stands_on_the_wall(
    name: str, app: Callable[..., Guide]
) -> None:
    async with app().run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        course = course_of(name)
        pilot.app.show("talk", course)  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.press("f6")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, OverlegScreen)
        every = walls(name, screen.held.room)
        for line, wall in zip(["", *MEETINGS[name]["lines"]], every, strict=True):
            if wall != every[0] or line:
                screen.prompt.value = line
                await pilot.press("enter")
                await pilot.pause()
            shown = [each for each in screen.query_one(Page).text().splitlines() if each]
            assert shown == [each.rstrip() for each in wall], line


def test_stop_on_the_wall_in_lines_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    out = io.StringIO()
    typed = ("overleg", "plan", "school: belt", "stop", "1", "nooit gelezen")
    source = io.StringIO("".join(f"{line}\n" for line in typed))
    hold(Lines(source, out), course_of("mdo"))
    assert "Stoppen?" in out.getvalue()
    assert source.read() == "nooit gelezen\n"


def test_the_meetings_pass_every_part() -> None:
    titles = {part: guide().meeting.parts[part].title for part in Part}
    seen = {line for name in MEETINGS for wall in walls(name) for line in wall[:1]}
    assert [p for p, title in titles.items() if not any(title in each for each in seen)] == []
