"""The rulebook answers where every arrow leads and is never changed by asking."""

import pytest

from routeboek_tui.core.facts import situations
from routeboek_tui.core.flow import Choice, Edge, Flow, Kind, Step, facts_of
from routeboek_tui.core.rulebook import NoWayOn, Rulebook


def shape(rulebook: Rulebook) -> list[tuple[str, str, str]]:
    machine = rulebook._machine
    return [
        (name, source, transition.dest)
        for name, event in machine.events.items()
        for source, transitions in event.transitions.items()
        for transition in transitions
    ]


def test_every_arrow_of_the_route_is_found(rulebook: Rulebook) -> None:
    for step in rulebook.flow.steps.values():
        ways = [("", step.edges), *((choice.id, choice.edges) for choice in step.choices)]
        for choice, edges in ways:
            if edges:
                found = {
                    rulebook.next(step, choice, situation).to
                    for situation in situations(facts_of(edges), {}, rulebook.flow.domains)
                }
                assert found == {edge.to for edge in edges}


def test_asking_does_not_change_the_shared_machine(rulebook: Rulebook) -> None:
    fresh = Rulebook(rulebook.flow, rulebook.knowledge)
    before, states = shape(fresh), dict(fresh._machine.states)
    for step in fresh.flow.steps.values():
        for choice in step.choices:
            for situation in situations(facts_of(choice.edges), {}, fresh.flow.domains):
                fresh.next(step, choice.id, situation)
    assert shape(fresh) == before
    assert dict(fresh._machine.states) == states
    assert fresh._machine.models == []
    assert shape(rulebook) == before


def lacking() -> Flow:
    """A flow in which one situation has no arrow."""
    steps = (
        Step(
            "vraag",
            Kind.QUESTION,
            "school",
            choices=(Choice("ja", (Edge("einde", {"sector": ("po",)}),)),),
        ),
        Step("einde", Kind.OUTCOME, "school"),
    )
    return Flow("proef", "proef", "vraag", {step.id: step for step in steps})


def test_no_arrow_in_a_situation_says_so_every_time() -> None:
    rulebook = Rulebook(lacking())
    step = rulebook.flow.steps["vraag"]
    assert rulebook.next(step, "ja", {"sector": "po"}).to == "einde"
    for _ in range(2):
        with pytest.raises(NoWayOn):
            rulebook.next(step, "ja", {"sector": "vo"})
    with pytest.raises(NoWayOn):
        rulebook.leave(step, ("ja",), {})


def test_a_choice_that_is_not_there_says_so(rulebook: Rulebook) -> None:
    with pytest.raises(KeyError):
        rulebook.next(rulebook.flow.steps["drempel"], "misschien", {})
