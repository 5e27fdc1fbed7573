"""From which question on something can be asked: where the story has come that far."""

from collections.abc import Iterator, Sequence

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.practice.way import Stop, Way
from routeboek_tui.core.facts import holds
from routeboek_tui.core.trail import Visit
from routeboek_tui.library.exercise import Known


def opens(way: Way, known: Known) -> int:
    """At which question of the way, from 0, ``known`` can be asked first.

    That is where its case says so, and else where the last thing that had to be done before the
    question it helps with was done.
    """
    if known.since:
        return number(way.stops, known.since)
    return stage(way, known.at) if known.at else 0


def stage(way: Way, step: str) -> int:
    """The first question after the last that was to be done before ``step`` asks, or is done there.

    What comes of a deed, or happened in between, is not known before it.
    """
    last = number(way.stops, step)
    for at in range(last, 0, -1):
        if way.stops[at].said.meanwhile or _done_before(way.stops[at - 1].talk, way.stops[at].talk):
            return at
    return 0


def number(stops: Sequence[Stop], step: str) -> int:
    """Of the questions of the way the first that is asked at ``step``."""
    return next(n for n, stop in enumerate(stops) if stop.step == step)


def _done_before(before: Conversation, talk: Conversation) -> bool:
    """Whether there was something to do between two questions, or at the second."""
    passed = {(leg.flow.id, visit.step, visit.visit) for leg, visit in _visits(before)}
    return any(
        holds(action.when, leg.situation)
        for leg, visit in _visits(talk)
        if (leg.flow.id, visit.step, visit.visit) not in passed
        for action in leg.step(visit.step).actions
    )


def _visits(talk: Conversation) -> Iterator[tuple[Conversation, Visit]]:
    for leg in (*talk.earlier, talk):
        yield from ((leg, visit) for visit in leg.trail.main.visits if not visit.alongside)
