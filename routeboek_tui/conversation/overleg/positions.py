"""The contested step: what each party says, what would follow, and what would change the advice."""

from collections.abc import Iterator

from msgspec import Struct

from routeboek_tui.conversation.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.roll import roll
from routeboek_tui.conversation.view import Option, Question, question
from routeboek_tui.core.meeting import Meeting, Position

NO_VIEW = ""
"""The choice of a party that does not know yet."""


class Standpoint(Struct, frozen=True):
    """A choice of the question, and who is for it, each with a line of why."""

    choice: str
    label: str
    parties: tuple[tuple[str, str], ...]


def contested(talk: Conversation) -> Question | None:
    """The question of the route that a table can differ about; ``None`` where none is open."""
    asked = question(talk)
    if asked is None or asked.fact or asked.beside_route or not talk.flow.steps[asked.step].choices:
        return None
    return asked


def choices(asked: Question) -> tuple[Option, ...]:
    """What a party can say, "weet ik nog niet" last."""
    return tuple(sorted(asked.options, key=lambda option: not option.choice))


def positions_at(talk: Conversation, meeting: Meeting) -> dict[str, Position]:
    """What was said to the question of now."""
    asked = contested(talk)
    return dict(meeting.positions.get(asked.step, {})) if asked else {}


def standpoints(talk: Conversation, meeting: Meeting) -> tuple[Standpoint, ...]:
    """Who holds what, by choice, in the order of the question."""
    asked, said = contested(talk), positions_at(talk, meeting)
    words = {party.actor: party.word for party in roll(talk, meeting)}
    found = []
    for option in choices(asked) if asked else ():
        held = tuple(
            (words.get(actor, talk.word(actor)), position.why)
            for actor, position in said.items()
            if position.choice == option.choice
        )
        if held:
            found.append(Standpoint(option.choice, option.label, held))
    return tuple(found)


def turning(talk: Conversation) -> Iterator[tuple[str, str, str]]:
    """The smallest changes that lead elsewhere: the question, the other answer, and where to."""
    for each in advice_view(talk).otherwise:
        yield each.title, each.said, each.leads_to
