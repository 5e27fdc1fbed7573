"""What a walk that began half-way never came past, and what should have been done there.

A case comes in at a step of its route. Every step that each way from the beginning passes should be
behind it then, and what runs beside those ways may be. Nobody said that it was done: that is asked.
"""

from collections.abc import Mapping

from routeboek_tui.core.facts import Situation, may_hold
from routeboek_tui.core.flow import Flow, Step
from routeboek_tui.core.trail import Trail


def missed(trail: Trail) -> tuple[Step, ...]:
    """The steps with something to do before the one where the walk began, in their order.

    Those that were done, or that the walk came to after all, are not among them, and what ran
    beside the way and is over by now isn't either.
    """
    flow, start = trail.flow, trail.answers.start
    if start not in flow.steps or start == flow.start:
        return ()
    onward = _onward(flow, trail.main.situation)
    before = _always_before(flow.start, start, onward)
    beside = _beside(flow, before, start, onward, trail.main.situation)
    over = {step for step in beside if {*before, start}.intersection(flow.steps[step].until)}
    passed = {*trail.answers.done, *(visit.step for visit in trail.main.visits)}
    found = (before | beside - over) - passed
    return tuple(step for step in flow.steps.values() if step.id in found and step.actions)


Onward = Mapping[str, tuple[str, ...]]
"""Per step the steps its arrows lead to, as far as the facts allow."""


def _onward(flow: Flow, situation: Situation) -> Onward:
    return {
        step.id: tuple(
            edge.to
            for edges in (step.edges, *(choice.edges for choice in step.choices))
            for edge in edges
            if may_hold(edge.when, situation)
        )
        for step in flow.steps.values()
    }


def _reached(start: str, onward: Onward, without: str = "") -> set[str]:
    """Every step a way from ``start`` can come to that does not pass ``without``."""
    found, todo = {start}, [start]
    while todo:
        for to in onward[todo.pop()]:
            if to != without and to not in found:
                found.add(to)
                todo.append(to)
    return found


def _always_before(begin: str, end: str, onward: Onward) -> set[str]:
    """The steps every way from ``begin`` to ``end`` passes, without ``end`` itself."""
    way = _some_way(begin, end, onward)
    return {step for step in way if step == begin or end not in _reached(begin, onward, step)}


def _some_way(begin: str, end: str, onward: Onward) -> set[str]:
    """The steps of a shortest way: what every way passes is among them. Empty where none is."""
    came_from, todo = {begin: ""}, [begin]
    for step in todo:
        for to in onward[step]:
            if to not in came_from:
                came_from[to] = step
                todo.append(to)
    found, step = set[str](), came_from.get(end, "")
    while step:
        found.add(step)
        step = came_from[step]
    return found


def _beside(
    flow: Flow, before: set[str], end: str, onward: Onward, situation: Situation
) -> set[str]:
    """What runs beside the answers by which those steps can be left on the way to ``end``."""
    return {
        beside.to
        for name in before
        for choice in flow.steps[name].choices
        if any(
            may_hold(edge.when, situation) and end in _reached(edge.to, onward, name)
            for edge in choice.edges
        )
        for beside in choice.alongside
        if may_hold(beside.when, situation)
    }
