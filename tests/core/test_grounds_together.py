"""Two grounds that can both be true are one answer."""

import pytest

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.paths import taken_sets
from routeboek_tui.core.replay import valid
from routeboek_tui.core.safety import Manner
from routeboek_tui.course.course import Course
from tests.known import guide
from tests.walks_as_data import SAFE, TODAY

FACTS = {
    **SAFE, "ingeschreven": "ja", "sector": "vo", "gemeente": "den_haag", "regio": "haaglanden",
    "leeftijd": "vanaf_12", "vier_weken_afwezig": "ja",
}  # fmt: skip
TOGETHER = {
    ("met_schoolinschrijving_vo", "opschalingsgrond"): {
        ("vier_weken", "acht_weken"),
        ("vier_weken", "partners_oneens"),
        ("acht_weken", "partners_oneens"),
    },
    ("met_schoolinschrijving_vo_2024", "opschalingsgrond"): {("vier_weken", "acht_weken")},
}
"""Every question with grounds that stand besides each other, and which do."""
STEPS = {
    (flow.id, step.id): step for flow in guide().flows.values() for step in flow.steps.values()
}


def _talk(*taken: str) -> Conversation:
    flow = guide().flows["met_schoolinschrijving_vo"]
    talk = Conversation.at(guide(), flow, Answers(facts=FACTS, start="opschalingsgrond"), TODAY)
    return talk.answered(taken) if taken else talk


def _beside(*taken: str) -> set[str]:
    return {visit.step for visit in _talk(*taken).trail.main.visits if visit.alongside}


def test_the_grounds_that_go_together_are_these() -> None:
    found = {
        place: {(one, choice.id) for choice in step.choices for one in choice.besides}
        for place, step in STEPS.items()
        if any(choice.besides for choice in step.choices)
    }
    assert found == TOGETHER


@pytest.mark.parametrize("place", TOGETHER)
def test_they_are_answers_alone_and_together_and_nothing_else_is(place: tuple[str, str]) -> None:
    step = STEPS[place]
    names = {tuple(sorted(choice.id for choice in each)) for each in taken_sets(step)}
    for pair in TOGETHER[place]:
        assert valid(step, pair)
        assert tuple(sorted(pair)) in names
        assert all(valid(step, (one,)) for one in pair)
        assert not valid(step, (pair[1], "geen_grond"))


def test_what_runs_beside_each_runs_beside_both_and_once() -> None:
    both = _beside("vier_weken", "partners_oneens")
    assert both == _beside("vier_weken") | _beside("partners_oneens")
    visits = _talk("vier_weken", "partners_oneens").trail.main.visits
    steps = [visit.step for visit in visits]
    steps = steps[steps.index("opschalingsgrond") :]
    assert len(steps) == len({*steps})


def test_who_only_disagrees_needs_no_shorter_timetable() -> None:
    assert "maatwerk_onderwijstijd" in _beside("acht_weken")
    assert "maatwerk_onderwijstijd" not in _beside("partners_oneens")


def test_they_are_typed_and_picked_together() -> None:
    for typed in ("1 en 3", "3 en 1"):
        course = Course.along(_talk(), Manner.ALOUD)
        course.hear(typed)
        assert course.talk.answers.steps[-1].choices == ("vier_weken", "partners_oneens")
    assert advice_view(_talk("vier_weken", "partners_oneens")).first.deeds
