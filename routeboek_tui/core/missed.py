"""What lies before the step where a walk began half-way: what should be done, what still runs.

A case comes in at a step of its route. Every step that each way from the beginning passes should be
behind it then. What runs beside each of those ways and is not over yet runs now; what runs beside
some of them should be done only where the answer was one of those. On a ladder the rungs below the
one that was reached should be done. Nobody said that it was done: that is asked.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.core.facts import Situation, holds, may_hold
from routeboek_tui.core.flow import Choice, Edge, Flow, Kind, Step
from routeboek_tui.core.trail import Trail, Visit


class Missed(Struct, frozen=True):
    """A ``step`` with something to do before the one where the walk began, or a lower rung.

    It holds only where the question ``asked`` was answered with one of ``choices``; "" and none
    where it holds on every way.
    """

    step: Step
    asked: str = ""
    choices: tuple[str, ...] = ()


def missed(trail: Trail) -> tuple[Missed, ...]:
    """What should have been done before the walk began, in the order of the flow.

    What was done, what the walk came to after all, and what is over by now is not among it.
    """
    flow, start, situation = trail.flow, trail.answers.start, trail.main.situation
    onward = _onward(flow, situation)
    # A way along what stands in place of a step is gone only by who says so.
    other = {name for step in flow.steps.values() for name in step.instead} - {start}
    onward = {name: tuple(to for to in tos if to not in other) for name, tos in onward.items()}
    before = _before(flow, start, situation, onward)
    found = {name: Missed(flow.steps[name]) for name in before}
    for name in (each for each in flow.steps if each in before):
        leading = _leading(flow.steps[name], start, onward)
        for beside, choices in _beside(leading, situation).items():
            if {start, *before} & {*flow.steps[beside].until}:
                continue
            if len(choices) == len(leading):
                found[beside] = Missed(flow.steps[beside])
            else:
                found.setdefault(beside, Missed(flow.steps[beside], name, choices))
    for rung in _lower(trail):
        found.setdefault(rung.id, Missed(rung))
    passed = {*trail.answers.done, *(visit.step for visit in trail.main.visits)}
    left = (found[name] for name in flow.steps if name in found and name not in passed)
    return tuple(each for each in left if each.step.actions and not passed & {*each.step.instead})


def _lower(trail: Trail) -> Iterator[Step]:
    """The rungs below those that were reached; what is done at several of them goes along."""
    for visit in trail.main.visits:
        rungs = _rungs(trail.flow.steps[visit.step], trail.flow)
        for rung in () if visit.assumed else _climbed(trail.flow, visit)[:-1]:
            others = {a.id for each in rungs if each is not rung for a in each.actions}
            yield replace(rung, actions=tuple(a for a in rung.actions if a.id not in others))


def _climbed(flow: Flow, visit: Visit) -> tuple[Step, ...]:
    """The rungs up to the one that was reached, the lowest first; none where there is no ladder."""
    step = flow.steps[visit.step]
    if not step.ladder or not visit.taken:
        return ()
    reached = [choice.id for choice in step.choices].index(visit.taken[0])
    return tuple(r for r in _rungs(step, flow)[: reached + 1] if r.kind is Kind.ACTION)


def _rungs(step: Step, flow: Flow) -> tuple[Step, ...]:
    return tuple(flow.steps[edge.to] for choice in step.choices for edge in choice.edges)


def running(
    flow: Flow, start: str, situation: Situation, known: Mapping[str, str] | None = None
) -> Iterator[Edge]:
    """The arrows to what runs beside every way to ``start`` and is not over there.

    ``known`` are the answers that were told to steps before it: no other way was gone there.
    """
    if start == flow.start:
        return
    onward = _onward(flow, situation)
    before = _before(flow, start, situation, onward)
    seen = set[str]()
    for name in (each for each in flow.steps if each in before):
        leading = _leading(flow.steps[name], start, onward)
        told = (known or {}).get(name)
        leading = tuple(each for each in leading if each.id == told) or leading
        for edge in leading[0].alongside if leading else ():
            over = {start, *before} & {*flow.steps[edge.to].until}
            if not over and edge.to not in seen and all(_has(c, edge, situation) for c in leading):
                seen.add(edge.to)
                yield edge


def _has(choice: Choice, beside: Edge, situation: Situation) -> bool:
    """Whether ``beside`` surely runs beside ``choice`` too."""
    return any(e.to == beside.to and holds(e.when, situation) for e in choice.alongside)


def _beside(leading: Iterable[Choice], situation: Situation) -> dict[str, tuple[str, ...]]:
    """What may run beside these answers, each with the answers it runs beside."""
    found: dict[str, tuple[str, ...]] = {}
    for choice in leading:
        for edge in choice.alongside:
            if may_hold(edge.when, situation):
                found[edge.to] = (*found.get(edge.to, ()), choice.id)
    return found


Onward = Mapping[str, tuple[str, ...]]
"""Per step the steps its arrows lead to, as far as the facts allow."""


def _onward(flow: Flow, situation: Situation) -> Onward:
    return {
        step.id: tuple(
            edge.to
            for edges in (step.edges, *(choice.edges for choice in step.choices))
            for edge in edges
            if not edge.when or may_hold(edge.when, situation)
        )
        for step in flow.steps.values()
    }


def _before(flow: Flow, start: str, situation: Situation, onward: Onward) -> set[str]:
    """The steps every way passes before ``start``; none where the route is not for this pupil."""
    if start not in flow.steps or start == flow.start or not may_hold(flow.when, situation):
        return set()
    return _always_before(flow.start, start, onward)


def _leading(step: Step, end: str, onward: Onward) -> tuple[Choice, ...]:
    """The answers to ``step`` by which a way leads to ``end`` without coming back to it.

    One that is ticked besides another is none of its own.
    """
    return tuple(
        choice
        for choice in step.choices
        if not choice.parallel
        and any(
            edge.to in onward[step.id] and end in _reached(edge.to, onward, step.id)
            for edge in choice.edges
        )
    )


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
