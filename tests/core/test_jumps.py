"""A walk that begins halfway, with steps that were done before, and doors that end a walk."""

from collections.abc import Sequence
from datetime import date

import pytest
from msgspec.structs import replace

from routeboek_tui.core.advice import advise
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.change import bill, settle
from routeboek_tui.core.flow import Choice, Edge, Flow, Jump, Kind, Step
from routeboek_tui.core.paths import paths, report
from routeboek_tui.core.replay import Ask, Trail, replay
from routeboek_tui.core.rulebook import Rulebook
from tests.known import KNOWLEDGE

DOOR = "elders/verder"
OTHER_DOOR = "elders/anders"
TODAY = date(2026, 11, 23)


def asking(step: str, **ways: str | Edge) -> Step:
    choices = (
        Choice(name, (to if isinstance(to, Edge) else Edge(to),)) for name, to in ways.items()
    )
    return Step(step, Kind.QUESTION, "school", choices=tuple(choices))


def door(name: str) -> Step:
    route, _, step = name.partition("/")
    return Step(name, Kind.OUTCOME, "school", jump=Jump(route, step))


STEPS = (
    asking("vraag", ja="melden", nee=DOOR),
    Step("melden", Kind.ACTION, "school", edges=(Edge("gesprek"),)),
    asking(
        "gesprek",
        door=Edge(DOOR, done=("melding",), facts={"ingeschreven": "ja"}),
        anders=OTHER_DOOR,
        klaar="einde",
        terug="vraag",
    ),
    Step("einde", Kind.OUTCOME, "school"),
    door(DOOR),
    door(OTHER_DOOR),
)
FLOW = Flow("proef", "proef", "vraag", {step.id: step for step in STEPS}, route="proef")
RULES = Rulebook(FLOW, KNOWLEDGE)


def walk(*said: str, start: str = "", done: Sequence[str] = ()) -> Trail:
    answers = Answers(start=start, done=tuple(done))
    trail = replay(RULES, answers, TODAY)
    for choice in said:
        assert trail.ask is not None
        given = Answer(trail.ask.step, trail.ask.visit, (choice,) if choice else ())
        answers = answers.having(given)
        trail = replay(RULES, answers, TODAY)
    return trail


def passed(trail: Trail) -> list[str]:
    return [visit.step for visit in trail.main.visits]


def test_a_walk_begins_where_it_is_told_to() -> None:
    assert passed(walk()) == ["vraag"]
    assert passed(walk(start="melden")) == ["melden", "gesprek"]
    assert walk(start="gesprek").ask == Ask("gesprek", 1)


def test_what_lies_before_the_start_was_not_passed() -> None:
    trail = walk(start="gesprek")
    assert not trail.possible("vraag")
    assert not trail.possible("melden")
    assert trail.certain("gesprek")


def test_a_start_that_is_gone_is_the_start_of_the_route() -> None:
    assert passed(walk(start="bestaat_niet")) == ["vraag"]


def test_coming_back_to_a_step_before_the_start_is_its_first_visit() -> None:
    trail = walk("terug", start="gesprek")
    assert trail.ask == Ask("vraag", 1)
    assert walk("terug", "ja", start="gesprek").ask == Ask("gesprek", 2)


def test_steps_done_before_are_certain_but_not_walked() -> None:
    trail = walk(start="gesprek", done=("melden", "van_een_andere_route"))
    assert trail.certain("melden")
    assert trail.certain("van_een_andere_route")
    assert passed(trail) == ["gesprek"]
    assert {do.step for do in advise(RULES, trail).earlier} == set()


def test_steps_done_before_stay_certain_when_ways_part() -> None:
    trail = walk("", start="gesprek", done=("melden",))
    assert len(trail.branches) == 4
    assert trail.certain("melden")
    assert not trail.certain("einde")


def test_a_door_ends_the_walk() -> None:
    trail = walk("nee")
    assert trail.ended
    assert trail.ask is None
    assert trail.door is not None
    assert (trail.door.step, trail.door.visit) == (DOOR, 1)
    assert advise(RULES, trail).outcome == DOOR
    assert advise(RULES, trail).outcomes == (DOOR,)


def test_an_outcome_of_the_route_itself_is_no_door() -> None:
    assert walk("klaar", start="gesprek").door is None
    assert walk().door is None


def test_only_a_door_that_every_way_comes_to_is_one() -> None:
    same = replace(FLOW, steps={**FLOW.steps, "vraag": asking("vraag", ja=DOOR, nee=DOOR)})
    trail = replay(Rulebook(same), Answers(steps=(Answer("vraag"),)), TODAY)
    assert len(trail.branches) == 2
    assert trail.door is not None
    both = replace(FLOW, steps={**FLOW.steps, "vraag": asking("vraag", ja=DOOR, nee=OTHER_DOOR)})
    parted = replay(Rulebook(both), Answers(steps=(Answer("vraag"),)), TODAY)
    assert parted.ended
    assert parted.door is None
    half = replace(FLOW, steps={**FLOW.steps, "vraag": asking("vraag", ja=DOOR, nee="gesprek")})
    assert replay(Rulebook(half), Answers(steps=(Answer("vraag"),)), TODAY).door is None


def test_the_arrow_says_what_is_done_and_changed_behind_the_door() -> None:
    trail = walk("door", start="gesprek")
    assert trail.door is not None
    assert trail.door.via is not None
    assert trail.door.via.done == ("melding",)
    assert trail.door.via.facts == {"ingeschreven": "ja"}


def test_a_change_keeps_where_the_walk_began() -> None:
    trail = walk("terug", "ja", start="gesprek", done=("melden",))
    changed = replace(trail.answers, steps=(replace(trail.answers.steps[0], choices=("klaar",)),))
    cost = bill(RULES, trail, changed, TODAY)
    assert passed(cost.after) == ["gesprek", "einde"]
    assert cost.after.certain("melden")
    assert settle(RULES, trail, TODAY) == trail.answers


@pytest.mark.parametrize(
    "other",
    [{"start": "melden"}, {"done": ("melden",)}, {"facts": {"sector": "po"}},
     {"dates": {"zorgwekkend_sinds": TODAY}}, {"birth_date": date(2012, 1, 1)}],
)  # fmt: skip
def test_going_on_from_another_beginning_is_a_fresh_walk(other: dict[str, object]) -> None:
    before = walk(start="gesprek")
    answers = replace(
        before.answers,
        steps=(Answer("gesprek", 1, ("terug",)),),
        **other,  # type: ignore[arg-type]
    )
    assert replay(RULES, answers, TODAY, before) == replay(RULES, answers, TODAY)


def test_paths_end_at_a_door_and_cover_it() -> None:
    found = report(RULES)
    assert dict(found.endings) == {DOOR: 2, OTHER_DOOR: 1, "einde": 1}
    assert found.uncovered == found.unreachable == ()


def test_paths_from_halfway() -> None:
    found = list(paths(RULES, "gesprek"))
    assert [(path.steps[0], path.end) for path in found if not path.loop] == [
        ("gesprek", DOOR),
        ("gesprek", OTHER_DOOR),
        ("gesprek", "einde"),
        ("gesprek", DOOR),
    ]
    (loop,) = [path for path in found if path.loop]
    assert loop.steps == ("gesprek", "vraag", "melden")
    assert loop.end == "gesprek"


def test_the_doors_of_a_flow() -> None:
    assert [step.id for step in FLOW.jumps] == [DOOR, OTHER_DOOR]
