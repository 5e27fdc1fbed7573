"""The contested step: what each party says, what would follow, and what would change the advice."""

from collections.abc import Iterator

from msgspec import Struct

from routeboek_tui.conversation.advice.first_screen import come_back
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.roll import Party, present, roll
from routeboek_tui.conversation.view import Option, Question, question
from routeboek_tui.core.letter import PUPIL
from routeboek_tui.core.meeting import Meeting, Position, Stand
from routeboek_tui.library.wording import Text


class Standpoint(Struct, frozen=True):
    """A choice of the question, who is for it, and their lines of why as the wall shows them."""

    choice: str
    label: str
    parties: tuple[str, ...]
    reasons: tuple[str, ...]


def contested(talk: Conversation) -> Question | None:
    """The question of the route that a table can differ about; ``None`` where none is open."""
    asked = question(talk)
    if asked is None or asked.fact or asked.beside_route or not talk.flow.steps[asked.step].choices:
        return None
    return asked


def of_family(talk: Conversation) -> bool:
    """Whether only the family itself answers the question of now."""
    asked = contested(talk)
    return asked is not None and asked.step in talk.library.meeting.family.steps


def for_itself(talk: Conversation, actor: str) -> bool:
    """Whether nobody else says for this party what it thinks of the question of now."""
    asked, family = contested(talk), talk.library.meeting.family
    steps = {*family.steps, *family.shared}
    return asked is not None and asked.step in steps and actor in family.actors


def later(talk: Conversation, stand: Stand) -> str:
    """What the talk says instead of asking now: when to come back; "" where a table can answer.

    A question that waits for the meeting itself is asked there, and so is any other once the table
    chose to speak of it.
    """
    asked, due, meeting = contested(talk), talk.library.meeting.due, stand.meeting
    if asked is None or asked.step in due.always or stand.at:
        return ""
    if asked.step not in meeting.outcomes and positions_at(talk, meeting):
        return ""
    return "" if asked.step in due.first and not meeting.outcomes else come_back(talk)


def speakers(talk: Conversation, meeting: Meeting) -> tuple[Party, ...]:
    """Who is there and is asked the question of now."""
    here, family = present(talk, meeting), talk.library.meeting.family.actors
    return tuple(p for p in here if p.actor in family) if of_family(talk) else here


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
        held = [actor for actor, each in said.items() if each.choice == option.choice]
        if asked and held:
            parties = tuple(words.get(actor, talk.word(actor)) for actor in held)
            why = (reason(talk, meeting, asked.step, actor) for actor in held if said[actor].why)
            found.append(Standpoint(option.choice, option.label, parties, tuple(why)))
    return tuple(found)


def reason(talk: Conversation, meeting: Meeting, step: str, actor: str) -> str:
    """A line of why as the wall shows it: of the pupil only that there is one."""
    words = talk.library.meeting.words
    if actor == PUPIL:
        return words.line_of.format(1, talk.say(text_of(talk, step).title))
    word = next((p.word for p in roll(talk, meeting) if p.actor == actor), talk.word(actor))
    return words.because.format(meeting.positions[step][actor].why, word)


def text_of(talk: Conversation, step: str) -> Text:
    """The words of a step: of this route, of one that led to it, or else of any.

    :raises KeyError: when no route has the step
    """
    legs = [leg.flow.id for leg in (talk, *reversed(talk.earlier))]
    for flow in (*legs, *talk.library.texts):
        texts = talk.library.texts[flow]
        if step in texts:
            return texts[step]
    raise KeyError(step)


def turning(talk: Conversation) -> Iterator[tuple[str, str, str]]:
    """The smallest changes that lead elsewhere: the question, the other answer, and where to."""
    for each in talk.view.otherwise:
        yield each.title, each.said, each.leads_to
