"""Where one waits for somebody, "weet ik nog niet" leads nowhere: the talk stays and says when."""

from datetime import date
from pathlib import Path

import pytest

from routeboek_tui.conversation.advice.first_screen import BACK
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.core.flow import TRIAGE, Flow, Step
from routeboek_tui.core.safety import NONE, SAFETY, Manner
from routeboek_tui.course.course import Course
from routeboek_tui.library.waiting import never
from tests.known import guide, in_words
from tests.rows import each_row

DAY = date(2026, 12, 2)

OTHERS = [
    (flow, step)
    for flow in guide().flows.values()
    for step in flow.steps.values()
    if flow.route != TRIAGE and not never(step)
]
"""Every question of every route that could wait."""

WAITING = [pytest.param(f, s, id=f"{f.id}/{s.id}") for f, s in OTHERS if s.waits]

AT_ONCE = in_words(Path(__file__).with_name("not_waiting.yaml"))
"""The questions that wait for nobody, each with why."""


def _at(flow: Flow, step: Step) -> Conversation:
    answers = Answers({SAFETY: NONE}, start=step.id)
    talk = Conversation.at(guide(), flow, answers, DAY)
    while talk.trail.ask and talk.trail.ask.fact:
        talk = talk.knowing(talk.trail.ask.fact, UNKNOWN)
    return talk


@each_row(("flow", "step"), WAITING)
def test_who_does_not_know_yet_stays_and_hears_when_to_come_back(flow: Flow, step: Step) -> None:
    course = Course.along(_at(flow, step), Manner.ALOUD)
    before = course.talk
    reply = course.hear("weet ik nog niet")
    assert course.talk.answers == before.answers
    assert course.talk.trail.ask == before.trail.ask
    assert BACK.partition("{}")[0] in " ".join(str(part) for part in reply)


def test_every_question_that_waits_for_nobody_says_why() -> None:
    found = {step.id for _, step in OTHERS if not step.waits}
    assert found == {*AT_ONCE}
