"""A question that points to what was told, or to where the case stands, is asked of that."""

from pathlib import Path
from typing import Any

from msgspec.structs import replace

from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import Passage, Places, Reply
from tests.course.test_own_case import standing
from tests.known import in_kinds
from tests.rows import each_row

CASES = in_kinds(Path(__file__).parent / "pointing.yaml")


def asked(case: dict[str, Any]) -> tuple[Course, Reply]:
    """The talk of ``case``, and what it replies."""
    course = standing(case["step"], case["sector"])
    if "gemeente" in case:
        course.go_to(course.talk.knowing("gemeente", case["gemeente"]))
    if "told" in case:
        spoken = course.moment.spoken.telling(case["told"])
        course = Course(course.talk, replace(course.moment, spoken=spoken))
    if "first" in case:
        course.hear(case["first"])
    return course, course.hear(case["asked"])


@each_row("case", CASES, ids=[f"{each['step']}: {each['asked']}" for each in CASES])
def test_what_is_pointed_to_is_told_of(case: dict[str, Any]) -> None:
    course, reply = asked(case)
    views = [part.view for part in reply if isinstance(part, Passage)]
    if "offers" in case:
        near = [each.place for part in reply if isinstance(part, Places) for each in part.places]
        assert near == case["offers"]
        return
    (view,) = views
    told = " ".join(view.short)
    assert case.get("says", "") in told
    assert case.get("and", "") in told
    origin = case.get("from", "")
    assert view.place == origin if origin.startswith("boek:") else view.place.startswith(origin)
    # Nothing is answered that was only asked.
    assert not course.talk.answers.steps
