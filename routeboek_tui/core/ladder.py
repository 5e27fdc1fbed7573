"""The ladder of a route: everything that is due a while after a date, as soon as it is known."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from routeboek_tui.core.advice import Do
from routeboek_tui.core.facts import Situation, may_hold
from routeboek_tui.core.flow import Certainty, Flow
from routeboek_tui.core.trail import Trail


def rungs(trail: Trail, on: date) -> tuple[Do, ...]:
    """What is due counted from the dates that are known, the first due first, seen from ``on``.

    Those are the rungs the pupil's facts can come to, whether the walk has passed them or not. None
    before the walk has come to the first of them.
    """
    found = list(_rungs(trail, on))
    passed = {visit.step for visit in trail.main.visits}
    if not any(do.step in passed for do in found):
        return ()
    return tuple(sorted(found, key=lambda do: do.by or date.max))


def _rungs(trail: Trail, on: date) -> Iterator[Do]:
    situation, dates = trail.main.situation, trail.answers.dates
    if not dates:
        return
    for name in _within(trail.flow, situation):
        step = trail.flow.steps[name]
        for action in step.actions:
            term = action.term
            if term and term.since in dates and may_hold(action.when, situation):
                actor = action.actor or step.actor
                by = term.due(on, dates)
                yield Do(name, 0, replace(action, actor=actor), on, by, Certainty.SOURCE)


def _within(flow: Flow, situation: Situation) -> Iterator[str]:
    """Every step the facts allow, wherever on the route."""
    found, todo = {flow.start: None}, [flow.start]
    while todo:
        for _, edge in flow.steps[todo.pop()].ways():
            if edge.to not in found and may_hold(edge.when, situation):
                found[edge.to] = None
                todo.append(edge.to)
    yield from found
