"""What a line does at the contested step: what each party says, and what becomes the answer."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.conversation.advice.first_screen import come_back
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import (
    Born,
    Chosen,
    FirstDay,
    Given,
    Unknown,
    Wrong,
)
from routeboek_tui.conversation.hearing.move import read
from routeboek_tui.conversation.overleg.positions import (
    choices,
    contested,
    for_itself,
    later,
    of_family,
    positions_at,
    speakers,
)
from routeboek_tui.conversation.overleg.positions_wall import FOLLOW, NOW
from routeboek_tui.conversation.overleg.roll import roll
from routeboek_tui.conversation.view import Option, Question, question
from routeboek_tui.core.meeting import Position, Stand
from routeboek_tui.course.overleg.moves import named_party, one_of, onward, saying, says_all
from routeboek_tui.course.turn import Words as Said

if TYPE_CHECKING:
    from routeboek_tui.course.course import Course


def positions(course: "Course", stand: Stand, text: str) -> Stand:
    """Where the meeting stands after ``text``."""
    talk = course.talk
    asked, differs = question(talk), contested(talk)
    if differs and later(talk, stand):
        return _later(talk, stand, text)
    if differs and (said := _by_name(talk, stand, differs, text)):
        return said
    if asked is None or differs is None or stand.at == FOLLOW:
        return _chosen(course, stand, asked, text)
    begun = stand.at in {"", NOW}
    return (_begun if begun else _said)(talk, stand, differs, text)


def _later(talk: Conversation, stand: Stand, text: str) -> Stand:
    """The question can wait: Enter goes on, and it can be spoken of all the same."""
    if text == "1":
        return replace(stand, at=NOW)
    return saying(stand, talk.library.meeting.words.unheard) if text else onward(stand)


def _by_name(talk: Conversation, stand: Stand, asked: Question, text: str) -> Stand | None:
    """What a party says that is named, wherever the question stands: "ouders 2 te vroeg"."""
    party, behind = named_party(speakers(talk, stand.meeting), text)
    position = _position(choices(asked), behind) if party else None
    if party is None or position is None:
        return None
    said = _saying(stand, asked, {party.actor: position})
    if stand.at == party.actor:
        return _turn(talk, said, asked, party.actor)
    told = talk.library.meeting.words.said_by.format(party.word)
    return saying(replace(said, at="" if stand.at in {FOLLOW, NOW} else stand.at), told)


def _chosen(course: "Course", stand: Stand, asked: Question | None, text: str) -> Stand:
    """What the table chose; Enter leaves the question open."""
    if not text or asked is None:
        return onward(stand)
    differs = contested(course.talk)
    options = choices(asked) if differs else asked.options
    if number := one_of(text, len(options)):
        return _answered(course, stand, options[number - 1].key)
    if differs or text.isdecimal():
        return saying(stand, course.talk.library.meeting.words.unheard)
    return _as_in_the_talk(course, stand, text)


def _as_in_the_talk(course: "Course", stand: Stand, text: str) -> Stand:
    """What is typed at a question about which no table differs is read as the talk reads it."""
    understood, words = read(course.talk, text), course.talk.library.meeting.words
    if isinstance(understood, Wrong):
        return saying(stand, understood.message)
    if not isinstance(understood, Chosen | Unknown | Given | Born | FirstDay):
        return saying(stand, words.unheard)
    before, asked = len(course.before), course.asked
    told = [part.text for part in course.hear(text) if isinstance(part, Said)]
    if course.asked == asked and len(course.before) == before:
        return saying(stand, *told)
    told = told or [words.answered.format(text)]
    return replace(saying(stand, *told), at="", page=0)


def _begun(talk: Conversation, stand: Stand, asked: Question, text: str) -> Stand:
    """The overview: all say the same, one says something, or Enter goes round the table.

    When something was said, Enter goes to what would follow.
    """
    here = [party.actor for party in speakers(talk, stand.meeting)]
    said = positions_at(talk, stand.meeting)
    if not text:
        if said or not here:
            return replace(stand, at=FOLLOW, page=0)
        return replace(stand, at=here[0], page=0)
    everyone, rest = says_all(talk, text)
    if (everyone or text.partition(" ")[0].isdecimal()) and of_family(talk):
        return saying(stand, talk.library.meeting.words.only_family)
    position = _position(choices(asked), rest) if everyone or not said else None
    return _for_all(talk, stand, asked, here, position) if position else _no(talk, stand)


def _for_all(
    talk: Conversation, stand: Stand, asked: Question, here: list[str], position: Position
) -> Stand:
    """All of ``here`` who did not speak yet say the same; who answers for itself is asked."""
    silent = [actor for actor in here if actor not in positions_at(talk, stand.meeting)]
    own = [actor for actor in silent if for_itself(talk, actor)]
    said = _saying(stand, asked, dict.fromkeys((a for a in silent if a not in own), position))
    if not own:
        return _over(talk, said)
    told = () if own == silent else (talk.library.meeting.words.only_family,)
    return saying(replace(said, at=own[0]), *told)


def _over(talk: Conversation, stand: Stand) -> Stand:
    """Once all spoke: the overview where they differ, and else what would follow."""
    said = positions_at(talk, stand.meeting)
    silent = any(party.actor not in said for party in speakers(talk, stand.meeting))
    if silent or len({each.choice for each in said.values()}) > 1:
        return replace(stand, at="", page=0)
    return saying(replace(stand, at=FOLLOW, page=0), talk.library.meeting.words.agree)


def _turn(talk: Conversation, stand: Stand, asked: Question, spoke: str) -> Stand:
    """The next one in the round, after who spoke."""
    here = [party.actor for party in speakers(talk, stand.meeting)]
    rest = here[here.index(spoke) + 1 :] if spoke in here else []
    said = positions_at(talk, stand.meeting)
    following = next((actor for actor in rest if actor not in said), "")
    return replace(stand, at=following, page=0) if following else _over(talk, stand)


def _said(talk: Conversation, stand: Stand, asked: Question, text: str) -> Stand:
    """What the party whose turn it is says; "allen 2" says it for all who did not speak yet."""
    here = [party.actor for party in speakers(talk, stand.meeting)]
    everyone, rest = says_all(talk, text)
    if everyone and of_family(talk):
        return saying(stand, talk.library.meeting.words.only_family)
    position = _position(choices(asked), rest)
    if text and position is None:
        return _no(talk, stand)
    if everyone and position:
        turn = here.index(stand.at) if stand.at in here else len(here)
        return _for_all(talk, stand, asked, here[turn:], position)
    said = {stand.at: position} if position and stand.at in here else {}
    return _turn(talk, _saying(stand, asked, said) if said else stand, asked, stand.at)


def _position(options: tuple[Option, ...], text: str) -> Position | None:
    """What is said: the number of a choice, and a line of why behind it."""
    first, _, why = text.partition(" ")
    number = one_of(first, len(options))
    return Position(options[number - 1].choice, why.strip()) if number else None


def _saying(stand: Stand, asked: Question, said: Mapping[str, Position | None]) -> Stand:
    before = stand.meeting.positions.get(asked.step, {})
    told = {actor: position for actor, position in said.items() if position}
    kept = {**stand.meeting.positions, asked.step: {**before, **told}}
    return replace(stand, meeting=replace(stand.meeting, positions=kept))


def _no(talk: Conversation, stand: Stand) -> Stand:
    return saying(stand, talk.library.meeting.words.unheard)


def _answered(course: "Course", stand: Stand, key: str) -> Stand:
    """What the table chose becomes the answer; who the route asks for now joins.

    A question that comes back is not asked twice in one meeting: what to do until then comes next.
    """
    words = course.talk.library.meeting.words
    before = {party.actor for party in roll(course.talk, stand.meeting)}
    asked = course.asked
    label = next((o.label for o in asked.options if o.key == key), "") if asked else ""
    choice = next((o.choice for o in asked.options if o.key == key), "") if asked else ""
    course.pick(key)
    joined = [p.word for p in roll(course.talk, stand.meeting) if p.actor not in before]
    told = [words.answered.format(label), *(words.joined.format(each) for each in joined)]
    meeting = stand.meeting
    if asked:
        outcomes = {**meeting.outcomes, asked.step: choice}
        meeting = replace(meeting, outcomes=outcomes)
    here = replace(saying(stand, *told), at="", page=0, meeting=meeting)
    again = contested(course.talk)
    if asked is None or again is None or again.step != asked.step:
        return here
    return saying(onward(here), *told, *filter(None, (come_back(course.talk),)))
