"""What a line does where a table says whether it agrees; nobody says so for parents or pupil."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.consent import (
    NO,
    OTHERS,
    YES,
    asked_now,
    consented,
    family,
    next_asked,
    others,
)
from routeboek_tui.conversation.overleg.roll import Party, present
from routeboek_tui.core.meeting import Stand
from routeboek_tui.course.overleg.moves import (
    excepted,
    named_party,
    one_of,
    onward,
    saying,
    says_all,
)
from routeboek_tui.text.picked import numbers

if TYPE_CHECKING:
    from routeboek_tui.course.course import Course


def consent(course: "Course", stand: Stand, text: str, read: Collection[str]) -> Stand:
    """Where the meeting stands after ``text``: each of the family for itself, then the others.

    Of the others only those that could be ``read`` are taken to agree by saying nothing.
    """
    talk, meeting, page = course.talk, stand.meeting, stand.page
    words, stand = talk.library.meeting.words, replace(stand, page=0)
    asked = asked_now(talk, stand)
    if not meeting.agreed or not (text or asked):
        return saying(stand, words.unheard) if text else onward(stand)
    party, behind = named_party(present(talk, meeting), text)
    if party and one_of(behind, NO):
        return _said(talk, stand, {party.actor: behind == str(YES)}, asked)
    if asked == OTHERS:
        return _others(talk, replace(stand, page=page), text, read)
    return _itself(talk, stand, text, asked) if asked else _again(talk, stand, text)


def _itself(talk: Conversation, stand: Stand, text: str, asked: str) -> Stand:
    """What one of the family says for itself; Enter says nothing, and "allen" is not heard."""
    words = talk.library.meeting.words
    if says_all(talk, text)[0]:
        return saying(stand, words.only_family)
    if text and not one_of(text, NO):
        return saying(stand, words.no_such if numbers(text) else words.unheard)
    return _next(talk, _with(stand, {asked: text == str(YES)} if text else {}), asked)


def _others(talk: Conversation, stand: Stand, text: str, read: Collection[str]) -> Stand:
    """Who is named does not agree, and all others do."""
    asked, words = others(talk, stand.meeting), talk.library.meeting.words
    if says_all(talk, text)[0] and _names(family(talk, stand.meeting), text):
        return saying(replace(stand, page=0), words.only_family)
    against = excepted(talk, asked, text) if text else ()
    if against is None:
        told = words.no_such if numbers(text) else words.unheard
        return saying(replace(stand, page=0), told)
    given = stand.meeting.consent
    said = {
        party.actor: number not in against
        for number, party in enumerate(asked, 1)
        if number in against or (str(number) in read and party.actor not in given)
    }
    found = _with(replace(stand, page=0), said)
    if all(party.actor in found.meeting.consent for party in asked):
        return _next(talk, found, OTHERS)
    return replace(found, at=OTHERS, page=stand.page + 1)


def _names(parties: Collection[Party], text: str) -> bool:
    return any(party.word.casefold() in text.casefold() for party in parties)


def _again(talk: Conversation, stand: Stand, text: str) -> Stand:
    """Once it was asked: who is picked says it anew; of the others it turns."""
    here, words = present(talk, stand.meeting), talk.library.meeting.words
    number = one_of(text, len(here))
    if not number:
        return saying(stand, words.no_such if numbers(text) else words.unheard)
    actor = here[number - 1].actor
    if actor in talk.library.meeting.family.actors:
        return replace(stand, at=actor)
    return _with(stand, {actor: not stand.meeting.consent.get(actor, False)})


def _said(talk: Conversation, stand: Stand, said: Mapping[str, bool], asked: str) -> Stand:
    """What somebody says by name; where it was its turn, the next one is asked."""
    found = _with(stand, said)
    return _next(talk, found, asked) if asked in said else replace(found, at=asked)


def _next(talk: Conversation, stand: Stand, asked: str) -> Stand:
    """Ask the next one; after all it goes on, unless somebody does not agree."""
    later = next_asked(talk, stand.meeting, asked)
    whose = [p.actor for p in others(talk, stand.meeting)] if later == OTHERS else [later]
    if later and not {*whose} <= stand.meeting.consent.keys():
        return replace(stand, at=later)
    if later:
        return _next(talk, stand, later)
    here = replace(stand, at="")
    if False in here.meeting.consent.values():
        return here
    return saying(onward(here), *consented(talk, here.meeting))


def _with(stand: Stand, said: Mapping[str, bool]) -> Stand:
    meeting = stand.meeting
    return replace(stand, meeting=replace(meeting, consent={**meeting.consent, **said}))
