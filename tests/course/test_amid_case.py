"""A question amid a case is answered from the case, or the nearest of it is offered."""

from pathlib import Path
from typing import Any

from routeboek_tui.core.safety import SAFETY
from routeboek_tui.course.turn import Passage, Places
from tests.course.test_every_question_is_answered import plainly
from tests.course.test_pointing import asked
from tests.known import in_kinds
from tests.rows import each_row

CASES = in_kinds(Path(__file__).parent / "amid_case.yaml")


@each_row("case", CASES, ids=[f"{each['step']}: {each['asked']}" for each in CASES])
def test_the_case_is_told_of_or_offered(case: dict[str, Any]) -> None:
    course, reply = asked(case)
    told = [line for part in reply if isinstance(part, Passage) for line in part.view.short]
    near = [p for part in reply if isinstance(part, Places) for p in part.places]
    said = " ".join(told or [line for place in near for line in place.lines])
    for wanted in (case["says"], case.get("and", "")):
        assert any(each in said for each in wanted.split("|"))
    if case.get("leads"):
        lines = told or [line for place in near[:1] for line in place.lines]
        assert any(each in lines[0] for each in case["says"].split("|"))
    assert told if case.get("sure") is True else not told or case.get("sure") is not False
    if "gap" in case:
        assert any(map(plainly, reply)) is case["gap"]
    # Nothing is answered that was only asked, and no danger is heard in it.
    assert not course.talk.answers.steps
    assert course.asked is None or course.asked.fact != SAFETY
