"""What was told and chosen before a door stays: beside danger, and beside another story."""

from pathlib import Path
from typing import Any

import pytest

from routeboek_tui.course.course import Course
from tests.known import guide, in_kinds
from tests.walks_as_data import TODAY

ROWS: list[dict[str, Any]] = in_kinds(Path(__file__).parent / "stories_kept.yaml")


def _course(lines: list[str]) -> Course:
    course = Course.begin(guide(), TODAY, {})
    course.tell(lines[0])
    for line in lines[1:]:
        options = course.asked.options if course.asked else ()
        key = next((o.key for o in options if o.label == line), "")
        if key:
            course.pick(key)
        else:
            course.hear(line)
    return course


@pytest.mark.parametrize("row", ROWS, ids=[row["title"] for row in ROWS])
def test_a_story_leads_where_it_was_told_to(row: dict[str, Any]) -> None:
    course = _course(row["lines"])
    assert course.asked
    if doors := row.get("doors"):
        assert doors in [option.label for option in course.asked.options]
        assert course.telling.startswith(row["lines"][0])
        return
    assert (course.talk.flow.route, course.asked.step) == (row["route"], row["step"])
    assert (course.other.title if course.other else "") == row.get("other", "")
