"""What a first line told is in the first advice: nothing of it is asked, its letters are there."""

from pathlib import Path
from typing import Any

import pytest

from tests.course.talks import keys, talk
from tests.known import in_kinds
from tests.walks_as_data import SAFE

CASES: dict[str, dict[str, Any]] = in_kinds(Path(__file__).parent / "first_advice.yaml")


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_the_first_advice_has_what_the_line_told(case: dict[str, Any]) -> None:
    course = talk("triage", **{**SAFE, **case["facts"]})
    course.tell(case["line"])
    course.pick(keys(course)[case["door"]])
    ask = course.talk.ask
    assert (ask.step if ask else "") == case["asks"]
    assert set(case["letters"]) <= {letter.id for letter in course.talk.to_write}
