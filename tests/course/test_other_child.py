"""Another child that comes up amid a case is a case of its own: kept, offered, never mixed in."""

from pathlib import Path
from typing import Any

import pytest

from routeboek_tui.conversation.hearing.other_child import apart
from routeboek_tui.core.answers import Answers
from routeboek_tui.course import sentences
from routeboek_tui.course.course import Course
from routeboek_tui.course.state import resumed, state_of
from tests.course.talks import said, talk
from tests.known import guide, in_words
from tests.rows import each_row
from tests.walks_as_data import SAFE

CASES: list[dict[str, Any]] = in_words(Path(__file__).with_name("other_child.yaml"))
KNOWN = {**SAFE, "sector": "vo", "gemeente": "den_haag", "leeftijd": "vanaf_12"}
OTHER = "ander spoor"


def _amid() -> Course:
    course = talk("ziekteverzuim", **KNOWN)
    course.pick("1")
    return course


@each_row("case", CASES, ids=lambda case: case["typed"])
def test_what_is_told_of_another_child_is_told_apart(case: dict[str, str]) -> None:
    assert apart(case["typed"], guide().language) == (case["mine"], case["other"])


@each_row("case", [c for c in CASES if c["other"]], ids=lambda case: case["typed"])
def test_it_waits_and_changes_nothing_of_this_pupil(case: dict[str, str]) -> None:
    alone, course = _amid(), _amid()
    if case["mine"]:
        alone.hear(case["mine"])
    reply = said(course.hear(case["typed"]))
    while course.asked and course.talk.ask and course.talk.ask.fact == "veiligheid":
        reply += said(course.hear("nee, zo is het niet"))
    assert course.other
    assert course.other.apart
    assert sentences.ANOTHER_CHILD.format(course.other.title) in reply
    assert _without_safety(course.talk.answers) == _without_safety(alone.talk.answers)


def test_nothing_goes_over_but_where_they_live() -> None:
    course = _amid()
    course.values["leerling"] = "Noor"
    course.hear("ik heb nog een leerling die spijbelt")
    course = resumed(guide(), state_of(course))
    here = course.talk.answers
    course.hear(OTHER)
    assert dict(course.talk.answers.facts) == {"gemeente": "den_haag"}
    assert course.values == {}
    course.values["leerling"] = "Sam"
    course.hear(OTHER)
    assert course.talk.answers == here
    assert course.values == {"leerling": "Noor"}


def test_only_one_case_waits() -> None:
    course = _amid()
    course.hear("ik heb nog een leerling die spijbelt")
    assert course.other
    waits = course.other
    reply = said(course.hear("haar broertje is 4"))
    assert sentences.ONE_WAITS.format(waits.title) in reply or course.talk.safety.heard
    assert course.other == waits


def test_danger_to_another_child_goes_first() -> None:
    course = _amid()
    course.hear("haar zusje wordt thuis geslagen door vader")
    assert course.talk.ask
    assert course.talk.ask.fact == "veiligheid"


def _without_safety(answers: Answers) -> tuple[Any, ...]:
    facts = {f: v for f, v in answers.facts.items() if f != "veiligheid"}
    return facts, answers.steps, answers.said, answers.birth_date


@pytest.mark.parametrize("told", ["die spijbelt", "die vaak ziek is", "die steeds te laat komt"])
def test_the_door_of_another_child_is_chosen_and_stays(told: str) -> None:
    course = _amid()
    course.hear(f"ik heb nog een leerling {told}")
    course = resumed(guide(), state_of(course))
    for _ in range(2):
        course.hear(OTHER)
        assert course.telling
        assert course.asked
        assert course.asked.options[-1].choice == "geen"
        course.hear(OTHER)
    course.hear(OTHER)
    course.pick("1")
    asked = course.asked
    course.hear(OTHER)
    course.hear(OTHER)
    assert course.asked == asked
