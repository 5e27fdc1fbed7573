"""A door knows where the case stands: no threshold is skipped, and nothing is done unsaid."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.wat_nu import begin, beginning, implied
from routeboek_tui.core.flow import Edge, Flow
from routeboek_tui.library.sentences import SAID
from tests.known import guide
from tests.walks_as_data import SAFE, TODAY

ROOT = Path(__file__).resolve().parent.parent.parent

DATA: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "doors.yaml").read_text(encoding="utf-8")
)


def _leading() -> dict[str, tuple[Edge, ...]]:
    return {e.id: e.goto for e in (*guide().signals.values(), *guide().together.values())}


def _flow(edge: Edge) -> tuple[Flow, str]:
    route, _, step = edge.to.partition("/")
    return next(f for f in guide().editions_of(route) if step in f.steps), step


def _without(flow: Flow, left_out: str) -> set[str]:
    """The steps that can be reached from the start without passing one of them."""
    seen: set[str] = set()
    todo = [flow.start]
    while todo:
        step = todo.pop()
        if step != left_out and step not in seen:
            seen.add(step)
            todo += [edge.to for _, edge in flow.steps[step].ways()]
    return seen


def _skipped(edge: Edge) -> list[str]:
    """The thresholds that every way to the door passes first."""
    flow, step = _flow(edge)
    thresholds = (each.id for each in flow.steps.values() if each.policy and each.id != step)
    return [each for each in thresholds if step not in _without(flow, each)]


def test_no_door_lies_behind_a_threshold_that_was_not_asked() -> None:
    behind = {name for name, edges in _leading().items() if any(map(_skipped, edges))}
    assert behind == set(DATA["past"])
    assert all(DATA["past"].values())


def test_what_is_done_is_said() -> None:
    done = {
        name: {step for edge in edges for step in edge.done}
        for name, edges in _leading().items()
        if any(edge.done for edge in edges)
    }
    assert done == {name: set(steps) for name, steps in DATA["done"].items()}
    for name, steps in DATA["done"].items():
        signal = guide().signals[name]
        said = (each.text for each in SAID.sentences(ROOT) if name in each.kinds)
        told = " ".join((signal.title, *said)).casefold()
        for words in steps.values():
            assert [word for word in words if word in told] == words


@pytest.mark.parametrize(
    ("case", "choice"),
    [(case, choice) for case in DATA["asked"] for choice in case["opens"]],
    ids=lambda each: each if isinstance(each, str) else f"{each['signal']} {each['in']}",
)
def test_a_question_tells_apart_where_the_case_stands(case: dict[str, Any], choice: str) -> None:
    region, sector = case["in"].split()
    facts = {**SAFE, "regio": region, "gemeente": "den_haag", "sector": sector}
    at = beginning(guide(), guide().signals[case["signal"]].goto, implied(guide(), facts))
    assert at.door == case["door"]
    talk = begin(guide(), at, facts, TODAY).answered((choice,))
    assert _stands(talk.onward()) == case["opens"][choice]


def _stands(talk: Conversation) -> str:
    """Where a talk stands now, as route/step."""
    first = talk.answers.start if talk.flow.route != "triage" else talk.trail.main.last.step
    return f"{talk.flow.route}/{first}"


def test_every_signal_still_begins_today_in_its_region() -> None:
    """A region that a signal names has a door there that can be opened."""
    for name, signal in guide().signals.items():
        for edge in signal.goto:
            facts = {fact: values[0] for fact, values in edge.when.items()}
            at = beginning(guide(), signal.goto, implied(guide(), facts))
            assert at.door == edge.to, name
            assert begin(guide(), at, facts, TODAY).trail.main.visits
