"""What is certain of a walk in which something is not known: the trail says it, once."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from msgspec.structs import replace

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.core.flow import Choice, Edge, Flow, Jump, Kind, Step
from routeboek_tui.core.replay import replay
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.core.trail import Ask, Trail
from routeboek_tui.library.content import Library

TODAY = date(2026, 11, 23)


def ask(step: str, assume: str = "", **goto: str) -> Step:
    """A question whose choices lead to these steps."""
    choices = tuple(Choice(choice, (Edge(to),)) for choice, to in goto.items())
    return Step(step, Kind.QUESTION, "school", choices=choices, assume=assume)


def end(step: str, route: str = "") -> Step:
    """An outcome, or a door to ``route``."""
    return Step(step, Kind.OUTCOME, "school", jump=Jump(route, "begin") if route else None)


def trail(*steps: Step, start: str = "een", said: str = "", supposed: bool = False) -> Trail:
    """The trail along these steps: answers like ``een=ja twee=``, nothing behind it is unknown."""
    flow = Flow("proef", "proef", start, {step.id: step for step in steps})
    return replay(Rulebook(flow), Answers(steps=tuple(_said(said)), supposed=supposed), TODAY)


def _said(text: str) -> Iterator[Answer]:
    visits: dict[str, int] = {}
    for each in text.split():
        step, _, choice = each.partition("=")
        visits[step] = visits.get(step, 0) + 1
        yield Answer(step, visits[step], (choice,) if choice else ())


def test_a_question_that_is_not_known_is_not_asked_again() -> None:
    steps = (ask("een", ja="twee", nee="klaar"), ask("twee", terug="een", op="klaar"), end("klaar"))
    found = trail(*steps, said="een= twee=")
    assert found.ask is None
    assert found.ended
    assert (found.outcome, found.provisional) == ("klaar", True)
    assert found.possible("twee")
    assert not found.certain("twee")


def test_who_may_still_be_in_a_circle_has_not_certainly_left_it() -> None:
    steps = (ask("een", ja="verder", nee="een"), ask("verder", op="klaar"), end("klaar"))
    found = trail(*steps, said="een=")
    assert found.ask is not None
    assert found.ask.step == "verder"
    assert found.certain_steps == {"een"}


def test_it_is_asked_again_once_something_was_settled() -> None:
    steps = (ask("een", ja="twee", nee="klaar"), ask("twee", terug="een", op="klaar"), end("klaar"))
    found = trail(*steps, said="een= twee=terug")
    assert found.ask is not None
    assert (found.ask.step, found.ask.visit) == ("een", 2)


def test_a_walk_with_no_other_way_than_round_stands_still() -> None:
    found = trail(ask("een", ja="twee", nee="twee"), ask("twee", terug="een"), said="een= twee=")
    assert (found.ask, found.outcome, found.ended) == (None, "", True)
    assert [answer.step for answer in found.unknown] == ["een", "twee"]


def test_a_guess_is_no_outcome() -> None:
    found = trail(ask("een", ja="klaar", nee="rust"), end("klaar"), end("rust"), said="een=")
    assert (found.outcome, found.provisional) == ("klaar", True)
    sure = trail(ask("een", ja="klaar", nee="rust"), end("klaar"), end("rust"), said="een=ja")
    assert (sure.outcome, sure.provisional) == ("klaar", False)


def test_what_is_assumed_goes_first_and_makes_nothing_certain() -> None:
    steps = (ask("een", "nee", ja="klaar", nee="rust"), end("klaar"), end("rust"))
    found = trail(*steps, said="een=")
    assert found.outcome == "rust"
    assert found.certain_steps == {"een"}


def test_who_waits_for_somebody_stays() -> None:
    waiting = replace(ask("een", ja="klaar", nee="rust"), waits=True)
    found = trail(waiting, end("klaar"), end("rust"), said="een=")
    assert found.ask == Ask("een", 1)
    assert (found.ended, found.used) == (False, ())
    sure = trail(waiting, end("klaar"), end("rust"), said="een=ja")
    assert sure.outcome == "klaar"


def test_not_knowing_closes_no_door() -> None:
    steps = (ask("een", ja="elders/begin", nee="klaar"), end("elders/begin", "elders"))
    found = trail(*steps, end("klaar"), said="een=")
    assert [door.step for door in found.doors] == ["elders/begin"]
    assert found.door is None
    sure = trail(*steps, end("klaar"), said="een=ja")
    assert sure.door is not None


def test_a_walk_that_began_by_a_guess_is_certain_of_nothing() -> None:
    found = trail(ask("een", ja="klaar"), end("klaar"), said="een=ja", supposed=True)
    assert found.certain_steps == frozenset()
    assert found.possible("klaar")
    assert found.provisional


def test_on_a_partial_trail_only_what_came_before_the_first_unknown_is_certain() -> None:
    questions = [ask(f"v{n}", ja=f"v{n + 1}", nee=f"v{n + 1}") for n in range(8)]
    first = ask("een", ja="v0", nee="v0")
    unknown = " ".join(f"v{n}=" for n in range(8))
    found = trail(first, *questions, end("v8"), said=f"een=ja {unknown}")
    assert found.partial
    assert found.certain_steps == {"een", "v0"}
    assert found.provisional


def _waits(found: Trail) -> bool:
    ask = found.ask
    return ask is not None and not ask.fact and found.flow.steps[ask.step].waits


@pytest.fixture(scope="module")
def never_known(library: Library) -> Callable[[str, str], Trail]:
    def walked(flow: str, start: str) -> Trail:
        rulebook = Rulebook(library.flows[flow])
        answers = Answers(start=start, began=TODAY)
        for _ in range(3 * len(rulebook.flow.steps)):
            found = replay(rulebook, answers, TODAY)
            # A resting outcome is left when something happens, not when something is not known;
            # so is a question that waits for somebody.
            if found.ask is None or found.ended or _waits(found):
                return found
            if found.ask.fact:
                answers = answers.with_fact(found.ask.fact, UNKNOWN)
            else:
                answers = answers.having(Answer(found.ask.step, found.ask.visit))
        raise AssertionError(f"{flow} from {start} goes on asking")

    return walked


def beginnings(library: Library) -> set[tuple[str, str]]:
    """Where a walk can begin: at the start of a route, behind a door, or where a signal leads."""
    found = {(flow.id, flow.start) for flow in library.flows.values()}
    jumps = [step.jump for flow in library.flows.values() for step in flow.jumps]
    found |= {
        (flow.id, jump.step)
        for jump in jumps
        for flow in library.flows.values()
        if jump and flow.route == jump.route and jump.step in flow.steps
    }
    return found


def test_every_walk_of_nothing_but_not_known_ends(
    library: Library, never_known: Callable[[str, str], Trail]
) -> None:
    places = beginnings(library)
    assert len(places) > 60
    for flow, start in sorted(places):
        found = never_known(flow, start)
        step = library.flows[flow].steps[start]
        asked = {(answer.step, answer.visit) for answer in found.unknown}
        assert all(visit == 1 for _, visit in asked), (flow, start)
        stays = step.waits or step.kind is Kind.OUTCOME
        assert asked or found.unknown_facts or not step.asks or stays
        ends = {way.last.step for way in found.branches}
        assert found.provisional or not found.outcome or len(ends) == 1, (flow, start)
