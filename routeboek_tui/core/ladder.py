"""The ladder of a route: everything that is due a while after a date, as soon as it is known."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from routeboek_tui.core.advice import Do
from routeboek_tui.core.facts import Situation, may_hold
from routeboek_tui.core.flow import Certainty, Flow
from routeboek_tui.core.trail import Trail


def rungs(trail: Trail, on: date) -> tuple[Do, ...]:
    """What is due counted from the dates that are known, the first due first, seen from ``on``.

    Those are the rungs the pupil's facts can come to, whether the walk has passed them or not. None
    before the walk has come to the first of them, or to the question that leads there.
    """
    known = _dates(trail)
    found = [do for since, do in _counted(trail, on) if since in known] if known else []
    if not _come_to(trail, (do.step for do in found)):
        return ()
    return tuple(sorted(found, key=lambda do: do.by or date.max))


def without_day(trail: Trail, on: date) -> dict[str, tuple[str, ...]]:
    """The rungs of which no day is known, by the date from which it is counted."""
    known, found = _dates(trail), dict[str, dict[str, None]]()
    for since, do in _counted(trail, on):
        if since not in known:
            found.setdefault(since, {})[do.step] = None
    return {since: tuple(steps) for since, steps in found.items() if _come_to(trail, steps)}


def _dates(trail: Trail) -> dict[str, date]:
    """The dates of facts: those of answers, and those that were said before they are asked."""
    return {**trail.answers.said.dates, **trail.answers.dates}


def _counted(trail: Trail, on: date) -> Iterator[tuple[str, Do]]:
    """Everything that is due a while after a date, with that date and, once known, its day."""
    flow, situation, dates = trail.flow, trail.main.situation, _dates(trail)
    every = ((step.id, each.term) for step in flow.steps.values() for each in step.actions)
    # Most routes have none, and of a ladder nothing is told before the walk comes to it.
    if not _come_to(trail, (step for step, term in every if term and term.since)):
        return
    for name in _within(flow, situation):
        step = flow.steps[name]
        for action in step.actions:
            term = action.term
            if term and term.since and may_hold(action.when, situation):
                actor, by = action.actor or step.actor, term.due(on, dates)
                do = Do(name, 0, replace(action, actor=actor), on, by, Certainty.SOURCE)
                yield term.since, do


def _come_to(trail: Trail, steps: Iterable[str]) -> bool:
    """Whether the walk passed one of ``steps``, or asks now what leads to one."""
    near = {visit.step for visit in trail.main.visits}
    if trail.ask:
        near |= {edge.to for _, edge in trail.flow.steps[trail.ask.step].ways()}
    return not near.isdisjoint(steps)


def _within(flow: Flow, situation: Situation) -> Iterator[str]:
    """Every step the facts allow, wherever on the route."""
    found, todo = {flow.start: None}, [flow.start]
    while todo:
        for _, edge in flow.steps[todo.pop()].ways():
            if edge.to not in found and may_hold(edge.when, situation):
                found[edge.to] = None
                todo.append(edge.to)
    yield from found
