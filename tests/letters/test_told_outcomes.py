"""A letter whose fixed text tells what an answer decides is there with that answer alone."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from routeboek_tui.core.flow import Flow, Kind
from routeboek_tui.core.letter import Letter
from routeboek_tui.library.content import Library
from tests.known import guide, in_kinds
from tests.rows import each_row

TOLD: dict[str, dict[str, Any]] = in_kinds(Path(__file__).with_name("outcomes.yaml"))

TELLS = re.compile(
    r"(?:is|nu) helemaal gestopt|niet vaststellen|is daar geen akkoord|krijgt de vrijstelling"
    r"|is er niet gekomen|[Hh]et advies is:|ziet (?:een|deze) mogelijkheid|[Ii]k verwijs|voordat ik"
    r"|er geen besluit is|willen geen contact|gaven daarvoor toestemming|vind ik gegrond"
)
"""Words by which the text of a letter tells what was decided, or that nothing is decided yet."""


def reached(flow: Flow, starts: Iterable[str], without: Iterable[str] = ()) -> set[str]:
    """Every step a way from ``starts`` comes past; it ends at the questions ``without``.

    At an outcome the case is over: what comes after it is new.
    """
    found, todo, ends = set[str](), [*starts], {*without}
    while todo:
        name = todo.pop()
        if name in found or name not in flow.steps:
            continue
        found.add(name)
        step = flow.steps[name]
        if name not in ends and step.kind is not Kind.OUTCOME:
            todo += [edge.to for _, edge in step.ways()]
            todo += [e.to for choice in step.choices for e in choice.alongside]
    return found


def faults(flow: Flow, letter: Letter, told: dict[str, Any]) -> list[str]:
    """The questions and choices at which ``letter`` would tell what is not so."""
    found = []
    for name, right in told["is"].items():
        step = flow.steps.get(name)
        if step is None:
            continue
        may = name in told.get("before", ())
        held = name in letter.steps or name in reached(flow, letter.steps)
        if name in letter.steps and not may:
            found.append(f"{flow.id}: {name}, before it is answered")
        for choice in (each for each in step.choices if not each.parallel):
            if choice.id in right:
                continue
            if held and choice.id not in letter.gone.get(name, ()):
                found.append(f"{flow.id}: {name}={choice.id} leaves the letter")
            on = reached(flow, [edge.to for edge in choice.edges], told["is"])
            # What stands at a question that is asked again is told before it is answered.
            if {*letter.steps} & (on - {*told.get("before", ())}):
                found.append(f"{flow.id}: {name}={choice.id} leads to the letter")
    return found


@each_row("name", TOLD)
def test_another_answer_takes_the_letter_away_on_every_way(name: str) -> None:
    letter = guide().letters[name]
    flows = guide().flows.values()
    assert [each for flow in flows for each in faults(flow, letter, TOLD[name])] == []
    asked = {step for flow in flows for step in flow.steps}
    assert {*TOLD[name]["is"]} <= asked


def test_every_letter_that_tells_an_outcome_is_listed(library: Library) -> None:
    telling = {letter.id for letter in library.letters.values() if TELLS.search(letter.body)}
    assert telling <= {*TOLD}
