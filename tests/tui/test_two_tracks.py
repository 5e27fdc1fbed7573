"""Two absences told at once, walked one after the other in every face."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from routeboek_tui.course.course import Course
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.session import Session
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.widgets.prompt import Prompt
from tests.known import guide as whole_guide
from tests.known import in_kinds
from tests.tui.conftest import screen_as_text
from tests.tui.test_said_first import SIZE, TODAY, Json
from tests.walks_as_data import SAFE

CASES: list[dict[str, Any]] = in_kinds(Path(__file__).parent.parent / "course" / "tracks.yaml")
OTHER = "ander spoor"


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
async def test_in_every_face_both_are_walked(
    case: dict[str, Any], guide: Callable[..., Guide]
) -> None:
    facts = whole_guide().scheme.settled({**SAFE, **case["facts"]})
    typed = (case["typed"], "1", OTHER, OTHER)
    face = Json({**SAFE, **case["facts"]})
    face.tell(typed[0])
    for line in typed[1:]:
        face._send(state=face.state, hear=line)
    out = io.StringIO()
    course = Course.begin(whole_guide(), TODAY, facts)
    session = Session(Lines(io.StringIO("".join(f"{line}\n" for line in typed[1:])), out), course)
    session.run(course.tell(typed[0]))
    app = guide(veiligheid="")
    app._talk = Course.begin(whole_guide(), TODAY, facts).talk
    painted = []
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for line in typed:
            app.screen.query_one(Prompt).value = line
            await pilot.press("enter")
            await pilot.pause()
            painted.append(screen_as_text(app))
        shown: Course = app.screen.course  # type: ignore[attr-defined]
    first, second = (whole_guide().signals[name].title for name in case["tracks"])
    for each in (session.course, shown):
        assert each.talk.answers.start == case["first"].partition("/")[2]
        assert each.other
        assert each.other.title == second
    assert face.state["now"]["legs"][-1]["answers"]["start"] == case["first"].partition("/")[2]
    assert face.state["other"]["title"] == second
    for told in (out.getvalue(), painted[2]):
        assert f"Je bent nu bij: {second}" in " ".join(told.split())
    assert f"Je bent nu bij: {first}" in " ".join(painted[3].split())
