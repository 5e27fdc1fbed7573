"""A typed line, heard where the conversation stands: what it changes, or what to say back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.meanings import Told
from routeboek_tui.conversation.move import Answered, answer, hear_alarm, read, rest_of
from routeboek_tui.conversation.safety import Alarm
from routeboek_tui.conversation.understanding import (
    Asked,
    AskedUnknown,
    Command,
    FirstDay,
    Understood,
    Unsure,
    Wrong,
)
from routeboek_tui.text.characters import shortened

AT_DOOR = (
    "Hier gaat de zaak verder op een andere route. Kies een nummer om mee te gaan,"
    " of ga met Ctrl+Z een stap terug."
)
AT_END = (
    "De route is hier klaar en vraagt niets meer."
    " Wijzig een eerder antwoord, of typ “opnieuw” om te beginnen."
)


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of a line: one of these is filled in.

    ``talk`` is the conversation with the answer; ``message`` what to say back;
    ``question`` what is asked, with the ``page`` of the book that it names; ``command``
    something to do; ``told`` says that the line tells what is going on with the pupil, in the
    triage. With a message may come ``nearest``, choices to offer, and ``given``, numbers to
    keep for a next line. With a conversation may come ``rest``, a line to read after it.
    """

    talk: Conversation | None = None
    message: str = ""
    nearest: tuple[str, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)
    question: str = ""
    page: str = ""
    command: str = ""
    argument: str = ""
    told: bool = False
    rest: str = ""


def hear(talk: Conversation, text: str, given: Mapping[str, str]) -> Heard:
    """What ``text`` means here; ``given`` are numbers from earlier lines to this question."""
    return _heard(talk, read(talk, text), text, given)


def hear_rest(talk: Conversation, text: str) -> Heard | None:
    """What the line in which danger was heard says besides, if that is anything."""
    meaning = rest_of(talk, text)
    return _heard(talk, meaning, text, {}) if meaning is not None else None


def _heard(  # noqa: PLR0911 - one way out for each thing a line can be
    talk: Conversation, meaning: Understood, text: str, given: Mapping[str, str]
) -> Heard:
    if talk.ask is None and isinstance(meaning, Unsure | Wrong):
        return Heard(message=AT_DOOR if talk.trail.doors else AT_END)
    match meaning:
        case Alarm():
            alarmed = hear_alarm(talk, meaning, text)
            return Heard(alarmed.talk, " ".join(alarmed.sentences), rest=alarmed.rest)
        case Told():
            return Heard(told=True)
        case Asked(page):
            return Heard(question=text, page=page)
        case AskedUnknown():
            return Heard(question=text)
        case Command(name, argument):
            return Heard(command=name, argument=argument)
        case Unsure(nearest) if nearest:
            words = f"Bij “{shortened(text, 60)}” twijfelt de gids. Bedoel je dit?"
            return Heard(message=words, nearest=nearest)
        case Unsure():
            words = f"“{shortened(text, 60)}” past bij geen van de antwoorden."
            return Heard(message=f"{words} Kies er een, of typ het in andere woorden.")
        case Wrong(message):
            return Heard(message=message)
        case _:
            result = answer(talk, meaning, given)
    if isinstance(result, Answered):
        # What numbers come to stands with the answer itself; a first day leaves no trace there.
        told = result.sentences if isinstance(meaning, FirstDay) else ()
        return Heard(result.talk, message=" ".join(told), rest=result.rest)
    return Heard(message=" ".join(result.sentences), given=result.given)
