"""Every path: counted by hand on a small flow, proved on the real one, the same as replay."""

import random
from datetime import date

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import Domains
from routeboek_tui.core.flow import Choice, Edge, Flow, Kind, Step
from routeboek_tui.core.paths import Move, Path, paths, report, taken_sets
from routeboek_tui.core.replay import replay
from routeboek_tui.core.rulebook import Rulebook

SAMPLE = 400


def small() -> Flow:
    """A loop, a fork by a fact, and a tick list of two."""
    steps = (
        Step(
            "vraag",
            Kind.QUESTION,
            "school",
            choices=(
                Choice("terug", (Edge("vooraf"),)),
                Choice("ja", (Edge("po", {"sector": ("po",)}), Edge("vo", {"sector": ("vo",)}))),
            ),
        ),
        Step("vooraf", Kind.ACTION, "school", edges=(Edge("vraag"),)),
        Step("po", Kind.ACTION, "school", edges=(Edge("lijst"),)),
        Step("vo", Kind.ACTION, "school", edges=(Edge("einde"),)),
        Step(
            "lijst",
            Kind.QUESTION,
            "school",
            choices=(
                Choice("a", (Edge("stap_a"),), parallel=True),
                Choice("b", (Edge("stap_b"),), parallel=True),
            ),
        ),
        Step("stap_a", Kind.ACTION, "school", edges=(Edge("einde"),)),
        Step("stap_b", Kind.ACTION, "school", edges=(Edge("einde"),)),
        Step("einde", Kind.OUTCOME, "school"),
        Step("los", Kind.OUTCOME, "school"),
    )
    domains = {"sector": ("po", "vo")}
    return Flow("klein", "proef", "vraag", {step.id: step for step in steps}, domains=domains)


def test_a_small_flow_counted_by_hand() -> None:
    found = report(Rulebook(small()))
    assert (found.paths, found.loops) == (5, 1)
    assert dict(found.endings) == {"einde": 4}
    assert found.longest.steps[:3] == ("vraag", "po", "lijst")
    assert found.unreachable == ("los",)
    assert found.uncovered == ()
    assert found.arrows["lijst", "a", "stap_a"] == 2
    assert found.arrows["stap_a", "", "einde"] == 2
    assert found.arrows["vraag", "ja", "po"] == 3
    assert found.arrows["vraag", "terug", "vooraf"] == 1


def test_the_answers_a_step_can_get() -> None:
    steps = small().steps
    assert [[c.id for c in taken] for taken in taken_sets(steps["lijst"])] == [
        ["a"],
        ["b"],
        ["a", "b"],
    ]
    assert [[c.id for c in taken] for taken in taken_sets(steps["vraag"])] == [["terug"], ["ja"]]


def test_every_arrow_of_a_long_route_is_covered(rulebook: Rulebook) -> None:
    found = report(rulebook)
    assert found.uncovered == ()
    assert found.unreachable == ()
    assert found.paths == found.loops + sum(found.endings.values())
    assert set(found.endings) == {step.id for step in rulebook.flow.outcomes}
    assert min(found.endings.values()) > 0


def answers_of(path: Path, domains: Domains) -> Answers:
    """The answers that walk ``path``; facts it does not fix get any value."""
    facts = {fact: values[0] for fact, values in domains.items()} | dict(path.situation)
    steps = tuple(Answer(move.step, 1, move.taken) for move in path.moves if move.taken)
    return Answers(facts, steps)


def test_a_path_and_its_replay_pass_the_same_steps(rulebook: Rulebook, today: date) -> None:
    draw = random.Random(7)
    for path in paths(rulebook):
        if draw.random() > SAMPLE / 178_000:
            continue
        trail = replay(rulebook, answers_of(path, rulebook.flow.domains), today)
        (branch,) = trail.branches
        passed = [visit.step for visit in branch.visits]
        assert passed[: len(path.steps)] == list(path.steps)
        if path.loop:
            assert passed[len(path.steps)] == path.end
        else:
            assert len(passed) == len(path.steps)
            assert branch.ended
        assert trail.used == trail.answers.steps


def test_paths_are_all_different(rulebook: Rulebook) -> None:
    found, seen = 0, set()
    for path in paths(rulebook):
        found += 1
        seen.add(tuple(map(id, path.moves)))
    assert len(seen) == found


def test_a_path_says_how_far_it_is_the_one_before() -> None:
    """The moves in common are those, and no more: what counts them goes through the rest alone."""
    before: tuple[Move, ...] = ()
    for path in paths(Rulebook(small())):
        same = [one is other for one, other in zip(path.moves, before, strict=False)]
        assert path.shared == [*same, False].index(False)
        before = path.moves
