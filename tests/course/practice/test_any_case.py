"""Along whatever way of whatever route a case goes, it can be played to its end."""

from datetime import date
from random import Random

from msgspec.structs import replace

from routeboek_tui.conversation.practice.way import begun, standing
from routeboek_tui.core.flow import TRIAGE, Flow, Source
from routeboek_tui.course.practice.practice import Practice
from routeboek_tui.library.content import Library
from routeboek_tui.library.exercise import Exercise, Known, Said, Trap
from tests.known import guide
from tests.practising import kit
from tests.rows import each_row

FLOWS = [flow for flow in guide().flows.values() if flow.route != TRIAGE]
BARE = Exercise(
    id="proef", title="Een proef", teaches="Iets.", author="a", checked="b",
    day=date(2026, 11, 20), teller="school", route="", ends="", story="Een verhaal.",
    facts={}, ask=(Known("Hoe vaak?", "school", "Vijf keer."),), way=(), traps=(),
    sources=(Source("schema-2024", "startvak"),),
)  # fmt: skip


@each_row("flow", FLOWS, ids=lambda flow: flow.id)
@each_row("seed", range(2))
def test_it_is_played_to_its_end(library: Library, flow: Flow, seed: int) -> None:
    chance = Random(f"{flow.id} {seed}")
    exercise = along(library, flow, chance)
    place = Practice(library, kit().words, exercise, lambda result: None)
    for _ in range(100):
        sheet = place.sheet
        if sheet.default == "2":
            break
        # An extra beside an answer cannot stand alone; the last choice is "weet ik nog niet".
        keys = [option.key for option in sheet.options if option.key.isdecimal()]
        if place.hear("" if sheet.default else chance.choice(keys)).said:
            place.hear(keys[-1])
    assert place.over
    assert place.result.of >= len(exercise.way)


def along(library: Library, flow: Flow, chance: Random) -> Exercise:
    """A case along a way that is drawn by lot."""
    exercise = replace(BARE, route=flow.id)
    talk, way, facts = begun(library, exercise), [], {}
    for _ in range(chance.randint(1, 12)):
        if talk.trail.ask is None and talk.trail.door:
            talk = talk.jump()
        if (ask := talk.trail.ask) is None or ask.fact in library.scheme.dates:
            break
        if ask.fact:
            facts[ask.fact] = chance.choice(list(library.facts[ask.fact].choices))
            talk = talk.knowing(ask.fact, facts[ask.fact])
        else:
            choice = chance.choice([c for c in talk.step(ask.step).choices if not c.parallel])
            way.append(Said(ask.step, (choice.id,)))
            talk = talk.answered((choice.id,))
    ends = _ends(library, replace(exercise, facts=facts), way)
    trap = Trap(ends, "Dat hoort hier niet.", thought="Iets anders doen", sources=BARE.sources)
    return replace(exercise, facts=facts, way=tuple(way), ends=ends, traps=(trap,))


def _ends(library: Library, exercise: Exercise, way: list[Said]) -> str:
    """Where the way ends: a door is only gone through to answer what is asked behind it."""
    talk = begun(library, exercise)
    for said in way:
        talk = (talk if said.step in talk.flow.steps else talk.jump()).answered(said.choices)
    return standing(talk)
