"""What a question waits for came about: the deeds that belong to it are ticked, the others stay."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.course.course import Course
from tests.known import guide, in_kinds
from tests.walks_as_data import SAFE

CASES: list[dict[str, Any]] = in_kinds(Path(__file__).with_name("awaited.yaml"))


@pytest.mark.parametrize("case", CASES, ids=[each["at"] for each in CASES])
def test_who_says_that_it_came_about_did_it(case: dict[str, Any]) -> None:
    route, start = case["at"].split("/")
    known = {**SAFE, "gemeente": "den_haag", "regio": "haaglanden", "ingeschreven": "ja"}
    answers = Answers({**known, **case["facts"]}, start=start)
    flow = guide().flows[route]
    course = Course(Conversation.at(guide(), flow, answers, date(2026, 11, 24)))
    before = {do.action.id for do in course.talk.advice.now}
    assert {*case["ticked"], *case["stands"]} <= before
    course.hear(case["typed"])
    now = {do.action.id for do in course.talk.advice.now}
    assert not now & {*case["ticked"]}
    assert {*case["stands"]} <= now
    assert course.talk.ask
    assert course.talk.ask.step == start
    waits = {*guide().texts[route][start].awaits} - {*case["ticked"]}
    assert bool(course.talk.view.first.back) is bool(waits)
