"""What the trail knows is not asked again; a question comes back only once something happened."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.core.flow import Flow, Kind, Step
from routeboek_tui.core.replay import replay
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.core.trail import Trail
from tests.known import guide, in_words

DAY = date(2026, 12, 2)
BACK = in_words(Path(__file__).with_name("asked_again.yaml"))

TOLD = [
    pytest.param(flow, step, name, id=f"{flow.id}/{step.id}<{name}")
    for flow in guide().flows.values()
    for step in flow.steps.values()
    for name in step.told
]


def _returning(flow: Flow) -> Iterator[str]:
    """The answers that lead back to their own question past nothing that asks."""
    for step in flow.steps.values():
        for choice in step.choices if step.kind is not Kind.OUTCOME else ():
            todo, seen = [edge.to for edge in choice.edges], set[str]()
            while todo:
                name = todo.pop()
                if name == step.id:
                    yield f"{flow.id}/{step.id}={choice.id}"
                    break
                here = flow.steps[name]
                if name not in seen and not here.asks:
                    seen.add(name)
                    todo += [edge.to for edge in here.edges]


def test_an_answer_after_which_the_same_is_asked_says_what_happened_meanwhile() -> None:
    found = {each for flow in guide().flows.values() for each in _returning(flow)}
    assert found == {*BACK}


def _walk(flow: Flow, answers: Answers) -> Trail:
    rulebook = Rulebook(flow, guide().knowledge)
    while True:
        found = replay(rulebook, answers, DAY)
        if not found.ask or not found.ask.fact:
            return found
        answers = answers.with_fact(found.ask.fact, UNKNOWN)


def _ways(flow: Flow, name: str, asked: Step) -> Iterator[Trail]:
    """Every way on from what tells the answer until ``asked`` is come to, without coming back."""
    start, _, chosen = name.partition("=")
    first = [chosen] if chosen else [each.id for each in flow.steps[start].choices]
    todo = [
        Answers(start=start, began=DAY, steps=(Answer(start, 1, (choice,)),)) for choice in first
    ]
    while todo:
        found = _walk(flow, todo.pop())
        ask, passed = found.ask, {visit.step for visit in found.main.visits[:-1]}
        if asked.id in {visit.step for visit in found.main.visits}:
            yield found
        elif ask and ask.step not in passed:
            step = flow.steps[ask.step]
            if step.kind is not Kind.OUTCOME and not step.policy:
                todo += [
                    found.answers.having(Answer(ask.step, 1, (choice.id,)))
                    for choice in step.choices
                    if not choice.parallel
                ]


@pytest.mark.parametrize(("flow", "step", "name"), TOLD)
def test_what_was_come_past_is_not_asked(flow: Flow, step: Step, name: str) -> None:
    ways = list(_ways(flow, name, step))
    assert ways
    for found in ways:
        visit = next(each for each in found.main.visits if each.step == step.id)
        assert visit.told
        assert visit.taken == (step.told[name],)
        assert found.ask is None or found.ask.step != step.id


def test_it_is_asked_anew_once_it_was_come_past() -> None:
    flow = guide().flows["ziekteverzuim"]
    said = (
        ("jgz_advies", "opnieuw_bespreken"),
        ("belastbaarheid", "nee"),
        ("evaluatie", "bijstellen"),
    )
    steps = tuple(Answer(step, 1, (choice,)) for step, choice in said)
    found = _walk(flow, Answers(start="jgz_advies", began=DAY, steps=steps))
    assert found.ask
    assert (found.ask.step, found.ask.visit) == ("jgz_advies_nodig", 2)
