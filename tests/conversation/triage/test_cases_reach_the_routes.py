"""The cases together come to every end of a route, and to both sides of every threshold.

A figure is told by moving it: a case stands at it where it says something else with one more, and
just below it with one less. So it needs no list of figures, nor of how each of them counts.
"""

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from routeboek_tui.conversation.practice.way import Stop, Way, standing, walked
from routeboek_tui.core.figures import Figures
from routeboek_tui.core.flow import Flow
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.ziekteverzuim import SPPOH
from routeboek_tui.library.content import Library
from routeboek_tui.library.exercises import read_exercises
from tests.known import KNOWLEDGE, ROOT, guide
from tests.rows import each_row

FLOWS = tuple(guide().flows.values())
NOT_RECKONED = (*SPPOH, "ongeoorloofd_weken")
"""Those of SPPOH are shown and not followed; the weeks are said with the hours."""

LEFT_TO_A_PERSON = {
    ("leerplicht_einde", 1),
    ("kwalificatieplicht_einde", -1),
    ("schakelklas_jaren", -1),
}
"""On that side a date settles nothing: a diploma or the language decides, and a case chooses."""

SIDES = [
    (policy, figure, more)
    for policy, rule in registry.STEPS.items()
    for figure in rule.figures
    for more in (1, -1)
    if figure not in NOT_RECKONED and (figure, more) not in LEFT_TO_A_PERSON
]


@cache
def ways() -> tuple[Way, ...]:
    found, problems = read_exercises(ROOT, guide())
    assert not problems, "\n".join(map(str, problems))
    return tuple(walked(guide(), exercise) for exercise in found.values())


@each_row("flow", FLOWS, ids=lambda flow: flow.id)
def test_every_outcome_that_is_no_door_is_the_end_of_a_case(flow: Flow) -> None:
    come = {standing(way.end) for way in ways() if way.end.flow.id == flow.id}
    assert {step.id for step in flow.outcomes if not step.jump} - come == set()


@each_row(("policy", "figure", "more"), SIDES)
def test_both_sides_of_every_threshold_have_a_case(
    library: Library, policy: str, figure: str, more: int
) -> None:
    moved = with_figure(KNOWLEDGE, figure, more)
    assert any(verdict(stop, KNOWLEDGE) != verdict(stop, moved) for stop in reckoned(policy)), (
        f"no case says something else when {figure} moves by {more}"
    )


def reckoned(policy: str) -> Iterator[Stop]:
    """The answers of all cases that are counted by ``policy``."""
    for way in ways():
        for stop in way.stops:
            if stop.said.given and stop.talk.step(stop.step).policy == policy:
                yield stop


def verdict(stop: Stop, knowledge: Knowledge) -> str:
    """What the policy of the step makes of what was counted, by these figures."""
    rule = registry.STEPS[stop.talk.step(stop.step).policy]
    on = stop.said.on or stop.talk.today
    return rule.verdict(stop.said.given, stop.talk.situation, on, knowledge).choice


def with_figure(knowledge: Knowledge, name: str, more: int) -> Knowledge:
    """The same knowledge, with one figure that is ``more``."""
    entries = {**knowledge.figures.entries}
    entries[name] = tuple(replace(each, value=each.value + more) for each in entries[name])
    return replace(knowledge, figures=Figures(entries))
