"""What a line does at the contested step: what each party says, and what becomes the answer."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.meanings import Born, Chosen, FirstDay, Given, Unknown, Wrong
from routeboek_tui.conversation.move import read
from routeboek_tui.conversation.overleg.positions import (
    choices,
    contested,
    of_family,
    positions_at,
    speakers,
)
from routeboek_tui.conversation.overleg.positions_wall import FOLLOW
from routeboek_tui.conversation.overleg.roll import roll
from routeboek_tui.conversation.view import Option, Question, question
from routeboek_tui.core.meeting import Position, Stand
from routeboek_tui.course.overleg_moves import one_of, onward, saying, says_all
from routeboek_tui.course.turn import Words as Said
from routeboek_tui.text.characters import plain

if TYPE_CHECKING:
    from routeboek_tui.course.course import Course


def positions(course: "Course", stand: Stand, text: str) -> Stand:
    """Where the meeting stands after ``text``."""
    talk = course.talk
    asked, differs = question(talk), contested(talk)
    if asked is None or differs is None or stand.at == FOLLOW:
        return _chosen(course, stand, asked, text)
    return _said(talk, stand, differs, text) if stand.at else _begun(talk, stand, differs, text)


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
    if everyone or (not said and not of_family(talk)):
        silent = [actor for actor in here if actor not in said]
        position = _position(choices(asked), rest)
        return (
            _saying(stand, asked, dict.fromkeys(silent, position)) if position else _no(talk, stand)
        )
    for party in speakers(talk, stand.meeting):
        if plain(text).startswith(f"{plain(party.word)} "):
            position = _position(choices(asked), text[len(party.word) :].strip(" :"))
            return _saying(stand, asked, {party.actor: position}) if position else _no(talk, stand)
    return _no(talk, stand)


def _said(talk: Conversation, stand: Stand, asked: Question, text: str) -> Stand:
    """What the party whose turn it is says; "allen 2" says it for all who did not speak yet."""
    here = [party.actor for party in speakers(talk, stand.meeting)]
    turn = here.index(stand.at) if stand.at in here else len(here)
    everyone, rest = says_all(talk, text)
    if everyone and of_family(talk):
        return saying(stand, talk.library.meeting.words.only_family)
    speaking = here[turn:] if everyone else here[turn : turn + 1]
    position = _position(choices(asked), rest)
    if text and position is None:
        return _no(talk, stand)
    said = dict.fromkeys(speaking, position) if position else {}
    after_them = here[turn + max(len(speaking), 1) :]
    return replace(_saying(stand, asked, said), at=after_them[0] if after_them else "", page=0)


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
    """What the table chose becomes the answer; who the route asks for now joins."""
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
    return replace(saying(stand, *told), at="", page=0, meeting=meeting)
