"""What holds on every path of every flow of the guide."""

import random
from collections.abc import Iterator
from datetime import date

import pytest

from routeboek_tui.core.advice import advise
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import UNKNOWN, situations
from routeboek_tui.core.flow import Certainty, Edge, Flow, Step
from routeboek_tui.core.paths import Path as Way
from routeboek_tui.core.paths import taken_sets
from routeboek_tui.core.policy import registry
from routeboek_tui.core.replay import replay
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.library.content import Library
from tests.all_paths import gone
from tests.known import guide

LIBRARY = guide()
FLOWS = tuple(LIBRARY.flows)
WALKS = 30


def doors() -> Iterator[tuple[Flow, Step, str, Edge]]:
    """Every arrow to another route."""
    for flow in LIBRARY.flows.values():
        for step in flow.steps.values():
            for choice, edge in step.ways():
                if "/" in edge.to:
                    yield flow, step, choice, edge


DOORS = [pytest.param(*each, id=f"{each[0].id}:{each[1].id}:{each[3].to}") for each in doors()]


def answers_of(path: Way) -> Answers:
    facts = {fact: values[0] for fact, values in LIBRARY.scheme.domains.items()} | dict(
        path.situation
    )
    steps = tuple(Answer(move.step, 1, move.taken) for move in path.moves if move.taken)
    return Answers(facts, steps)


@pytest.mark.parametrize("flow", FLOWS)
def test_every_step_and_arrow_is_on_some_path(flow: str) -> None:
    found = gone(flow).report
    assert found
    assert found.uncovered == ()
    assert found.unreachable == ()


@pytest.mark.parametrize("flow", FLOWS)
def test_advice_can_be_given_at_every_moment_of_every_path(flow: str, today: date) -> None:
    rules = Rulebook(LIBRARY.flows[flow], LIBRARY.knowledge)
    advised = set()
    for path in gone(flow).kept:
        whole, trail = answers_of(path), None
        for count in range(len(whole.steps) + 1):
            answers = Answers(whole.facts, whole.steps[:count])
            trail = replay(rules, answers, today, trail)
            assert trail.used == answers.steps
            # Paths begin alike: what is asked at such a moment is asked once.
            moment = (frozenset(whole.facts.items()), str(answers.steps))
            if moment not in advised:
                advised.add(moment)
                advice = advise(rules, trail)
                assert advice.waiting or advice.outcome
        passed = [visit.step for visit in trail.main.visits]
        assert passed[: len(path.steps)] == list(path.steps)
        assert path.loop or (trail.ended and passed[-1] == path.end)


@pytest.mark.parametrize("flow", FLOWS)
def test_a_path_through_a_door_knows_the_sector_behind_it(library: Library, flow: str) -> None:
    own = library.flows[flow]
    sectors = own.sectors or library.editions[own.edition].sectors
    wrong = set()
    for step, end, sector in gone(flow).ends:
        jump = own.steps[end].jump
        if jump is None:
            continue
        behind = library.behind(jump, date(2026, 11, 23), {own.edition})
        fits = behind.sectors or library.editions[behind.edition].sectors
        possible = {sector} if sector else set(sectors)
        if not possible <= set(fits):
            wrong.add((step, end, sector))
    assert wrong == set()


@pytest.mark.parametrize(("flow", "step", "choice", "edge"), DOORS)
def test_a_door_leads_to_a_step_that_can_be_asked(
    library: Library, today: date, flow: Flow, step: Step, choice: str, edge: Edge
) -> None:
    jump = flow.steps[edge.to].jump
    assert jump is not None
    behind = library.behind(jump, today, {flow.edition})
    assert jump.step in behind.steps
    rules = Rulebook(behind, LIBRARY.knowledge)
    for known in ({}, *situations(tuple(edge.when), {}, flow.domains)):
        carried = {**known, **edge.facts}
        for unknown in (False, True):
            facts = dict(carried)
            if unknown:
                facts = {fact: UNKNOWN for fact in library.facts} | facts
            trail = replay(rules, Answers(facts, start=jump.step, done=edge.done), today)
            assert trail.main.first.step == jump.step
            assert all(trail.certain(done) for done in edge.done)
            advise(rules, trail)
            if trail.ask and trail.ask.fact:
                assert library.facts[trail.ask.fact].question
                assert trail.ask.fact not in facts
            elif trail.ask:
                assert behind.steps[trail.ask.step].asks
            else:
                assert trail.ended


@pytest.mark.parametrize("flow", FLOWS)
def test_every_arrow_that_is_not_of_the_source_says_why(library: Library, flow: str) -> None:
    silent = [
        (step.id, edge.to)
        for step in library.flows[flow].steps.values()
        for _, edge in step.ways()
        if edge.certainty is not Certainty.SOURCE
        and not library.texts[flow][step.id].edges.get(edge.to, "").strip()
    ]
    assert silent == []


@pytest.mark.parametrize("flow", FLOWS)
def test_every_step_has_words_and_every_door_says_where_it_leads(
    library: Library, flow: str
) -> None:
    own = library.flows[flow]
    for step in own.steps.values():
        text = library.texts[flow][step.id]
        assert text.title
        if step.jump:
            assert text.title.startswith("Verder op de route ")
            assert step.actor in library.actors
        assert set(text.choices) == {choice.id for choice in step.choices}
        assert set(text.actions) == {action.id for action in step.actions}


@pytest.mark.parametrize("flow", FLOWS)
def test_what_a_policy_can_say_the_step_has_a_choice_for(flow: str) -> None:
    for step in LIBRARY.flows[flow].steps.values():
        if step.policy:
            known = {choice.id for choice in step.choices}
            assert set(registry.STEPS[step.policy].choices) <= known, step.id


@pytest.mark.parametrize("flow", FLOWS)
def test_any_walk_from_any_step_forgets_no_order_and_can_be_gone_on_with(
    flow: str, today: date
) -> None:
    """Replay is a function of the answers: shuffled, settled or step by step it is the same."""
    rules, chance = Rulebook(LIBRARY.flows[flow], LIBRARY.knowledge), random.Random(flow)
    steps = [step.id for step in rules.flow.steps.values() if not step.jump]
    for _ in range(WALKS):
        facts = {
            fact: chance.choice((*values, UNKNOWN)) for fact, values in rules.flow.domains.items()
        }
        some = tuple(chance.sample(steps, 2))
        answers = Answers(facts, start=chance.choice(["", *steps]), done=some)
        trail = replay(rules, answers, today)
        for _ in range(12):
            if trail.ask is None:
                break
            step = rules.flow.steps[trail.ask.step]
            sets = [tuple(choice.id for choice in taken) for taken in taken_sets(step)]
            taken = () if chance.random() < 0.1 else chance.choice(sets)
            answers = answers.having(Answer(step.id, trail.ask.visit, taken))
            fresh = replay(rules, answers, today)
            trail = replay(rules, answers, today, trail)
            assert trail == fresh
        assert all(trail.certain(done) for done in some)
        shuffled = tuple(chance.sample(answers.steps, len(answers.steps)))
        other = Answers(facts, shuffled, start=answers.start, done=some)
        assert replay(rules, other, today).branches == trail.branches
        advise(rules, trail)
