"""Where the source leaves room, and where sources differ, in words."""

from collections.abc import Iterator

from msgspec import Struct

from routeboek_tui.conversation.advice.difference import Difference
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import CERTAINTY_WORDS
from routeboek_tui.core.facts import may_hold
from routeboek_tui.core.flow import Certainty
from routeboek_tui.library.conflict import Conflict, Weight
from routeboek_tui.library.wording import Reading

TO = "De weg naar “{}”"
"""How an arrow is called: its certainty is not that of the step."""


class Unsure(Struct, frozen=True):
    """An arrow on the way that the source does not settle, and why we read it so."""

    title: str
    certainty: str
    because: str


def readings(talk: Conversation, step: str) -> tuple[Reading, ...]:
    """Other ways to read the arrows of a step, in this situation and in its words."""
    return tuple(
        Reading(
            about=talk.say(reading.about),
            options=tuple(talk.say(option) for option in reading.options),
            chosen=talk.say(reading.chosen),
            because=talk.say(reading.because),
        )
        for reading in talk.text(step).readings
        if may_hold(reading.when, talk.situation)
    )


def conflicts(talk: Conversation, step: str) -> tuple[Difference, ...]:
    """The places where sources disagree at a step, in this situation and in its words.

    What differs in words only leads nobody astray: that stands in the book.
    """
    near = talk.near
    return tuple(
        near.difference(each, whole=False)
        for each in _disputed(talk, step)
        if near.is_near(each, step) and each.weight is not Weight.WORDING
    )


def elsewhere(talk: Conversation, step: str) -> tuple[Difference, ...]:
    """What sources of other regions and sectors say otherwise at a step, beside one's own."""
    return tuple(
        talk.near.difference(each, whole=True)
        for each in _disputed(talk, step)
        if not all(map(talk.near.own, each.says))
    )


def _disputed(talk: Conversation, step: str) -> Iterator[Conflict]:
    for conflict in talk.library.conflicts.values():
        if step in conflict.steps and may_hold(conflict.when, talk.situation):
            yield conflict


def unsure(talk: Conversation) -> tuple[Unsure, ...]:
    """The arrows on the way that rest on our reading, each once."""
    found: dict[tuple[str, str], Unsure] = {}
    before: list[str] = []
    for visit in talk.trail.main.visits:
        edge = visit.via
        if edge and edge.certainty is not Certainty.SOURCE:
            title = TO.format(talk.say(talk.text(edge.to).title))
            written = (talk.text(step).edges.get(edge.to, "") for step in reversed(before))
            because = talk.near.text(talk.say(next(filter(None, written), "")))
            found[before[0] if before else "", edge.to] = Unsure(
                title, CERTAINTY_WORDS[edge.certainty], because
            )
        before = [*before, visit.step] if visit.alongside else [visit.step]
    return tuple(found.values())
