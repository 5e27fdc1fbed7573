"""Every paper of a meeting is read before it can be saved, in every face, and as it is then."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from routeboek_tui.course.overleg.out import papers
from routeboek_tui.course.overleg.overleg import Overleg
from routeboek_tui.course.state import state_of
from routeboek_tui.export.file import ExportError
from routeboek_tui.json_lines import talking
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.overleg import show_paper
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.overleg import OverlegScreen
from routeboek_tui.tui.screens.paper import PaperScreen
from routeboek_tui.tui.screens.save import SaveScreen
from routeboek_tui.tui.widgets.page import Page
from tests.known import guide
from tests.overleg.played import choosing, held

WORDS = guide().meeting.words


def ready() -> Overleg:
    """A meeting of which every paper is there: something was agreed, after another pupil."""
    first = held("jes_plan", "met_schoolinschrijving_vo", "", "plan", "school: belt, 1 december")
    choosing(first, WORDS.next_case)
    first.hear("ab")
    found = first.course.overleg
    for line in ("", "plan", "ouders: halen op, 4 december", "uit"):
        found.hear(line)
    return found


NAMES = ("calendar", "recap", "sheet", *guide().meeting.agendas)


def test_these_are_all_the_papers() -> None:
    assert {*papers(ready())} == {*NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_that_was_not_shown_is_not_to_be_saved(name: str) -> None:
    found = ready()
    with pytest.raises(ExportError, match=WORDS.read_first):
        found.to_save(name)
    assert found.shown(name).text
    assert found.to_save(name) == found.shown(name)


def test_a_paper_that_changed_is_shown_anew() -> None:
    found = ready()
    found.shown("calendar")
    found.hear("plan")
    found.hear("a 11 december")
    with pytest.raises(ExportError):
        found.to_save("calendar")


@pytest.mark.parametrize("name", NAMES)
def test_in_lines_it_stands_there_before_a_name_is_asked(name: str, tmp_path: Path) -> None:
    out = io.StringIO()
    paper = ready().shown(name)
    show_paper(Lines(io.StringIO(f"bewaar {tmp_path / 'papier'}\n"), out), paper)
    said = out.getvalue()
    assert said.index(paper.title) < said.index("Typ bewaar") < said.index("Bewaard")
    assert len([*tmp_path.iterdir()]) == 1


@pytest.mark.parametrize("name", NAMES)
def test_between_programs_it_is_asked_for_before_it_is_saved(name: str, tmp_path: Path) -> None:
    state: Any = talking.msgspec.to_builtins(state_of(ready().course))
    asked = {"view": "paper", "name": name}
    saving = {**asked, "save": str(tmp_path / "papier")}

    def reply(**request: Any) -> dict[str, Any]:
        return json.loads(json.dumps(talking.answered(guide(), json.dumps(request).encode())))

    assert reply(state=state, **saving)["error"] == WORDS.read_first
    assert not [*tmp_path.iterdir()]
    shown = reply(state=state, **asked)
    assert shown["opened"]["shows"]["text"]
    saved = reply(state=shown["state"], **saving)
    assert "error" not in saved
    assert len([*tmp_path.iterdir()]) == 1


@pytest.mark.parametrize("name", NAMES)
async def test_on_the_screen_it_is_read_and_then_saved(
    name: str, app: Callable[..., Guide]
) -> None:
    made, found = app(), ready()
    async with made.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        made.show("talk", found.course)
        await pilot.pause()
        await pilot.press("f6")
        await pilot.pause()
        wall = made.screen
        assert isinstance(wall, OverlegScreen)
        title = found.shown(name).title
        found.read = ()
        ways = [row.text for row in found.wall.rows]
        wall.hear(str(ways.index(title) + 1) if title in ways else _named(ways, name))
        await pilot.pause()
        assert isinstance(made.screen, PaperScreen)
        assert title in made.screen.query_one(Page).text()
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(made.screen, SaveScreen)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert made.screen is wall


def _named(ways: list[str], name: str) -> str:
    label = {"calendar": WORDS.calendar, "recap": WORDS.recap, "sheet": WORDS.sheet}[name]
    return str(ways.index(label) + 1)
