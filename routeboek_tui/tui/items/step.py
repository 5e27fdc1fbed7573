"""All there is to read about a step of a route."""

from collections.abc import Iterator

from routeboek_tui.conversation.advice.doubts import conflicts, readings
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.links import linked
from routeboek_tui.conversation.view import CERTAINTY_WORDS
from routeboek_tui.core.flow import Certainty
from routeboek_tui.tui.items.doubt import conflict_items, reading_items
from routeboek_tui.tui.items.written import book_items, written_items
from routeboek_tui.tui.widgets.item import BLANK, Item, styled
from routeboek_tui.tui.widgets.prose import prose

MUTED = "$text-muted"


def step_items(talk: Conversation, step_id: str) -> Iterator[Item]:
    """All there is to read about a step: question, actions, text, source, and what is unsure."""
    step, text = talk.step(step_id), talk.text(step_id)
    yield Item(styled(("Aan zet: ", MUTED), (talk.word(step.actor), f"$actor-{step.actor} bold")))
    if text.question:
        yield Item(talk.say(text.question), style="bold")
    for words in (text.hint, text.why):
        if words:
            yield BLANK
            yield Item(talk.say(words))
    actions = [a for a in step.actions if a.may_be(talk.situation)]
    if actions:
        yield from _heading("Wat er gebeurt")
    for action in actions:
        actor = action.actor or step.actor
        who = (f"{talk.word(actor)}: ", f"$actor-{actor} bold")
        yield Item(styled(who, talk.say(text.deed(action.id))), 2, lead="•")
    if text.body:
        yield BLANK
        yield from prose(linked(talk.say(text.body)))
    yield BLANK
    yield from written_items(talk, step_id)
    yield from _open_items(talk, step_id)
    yield from book_items(talk, step_id)


def _open_items(talk: Conversation, step_id: str) -> Iterator[Item]:
    """The arrows out of a step that rest on our reading, and where sources differ."""
    step, text = talk.step(step_id), talk.text(step_id)
    unsure = {e.to: e for _, e in step.ways() if e.certainty is not Certainty.SOURCE}
    found_readings = readings(talk, step_id)
    if unsure or found_readings:
        yield from _heading("Waar de bron ruimte laat")
    for to, edge in unsure.items():
        title = talk.say(talk.text(to).title)
        yield Item(
            styled("naar ", (title, "bold"), f": {CERTAINTY_WORDS[edge.certainty]}."), 2, lead="~"
        )
        if because := text.edges.get(to, ""):
            yield Item(talk.say(because), 2)
    for reading in found_readings:
        yield from reading_items(reading)
    found = conflicts(talk, step_id)
    if found:
        yield from _heading("Waar bronnen verschillen")
    for conflict in found:
        yield from conflict_items(conflict)


def _heading(text: str) -> Iterator[Item]:
    yield BLANK
    yield Item(text, style="$heading bold")
