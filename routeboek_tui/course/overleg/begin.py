"""What a line does where a meeting begins of which the route is not known."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import Unknown, Wrong
from routeboek_tui.conversation.overleg.begin import (
    AGE,
    ROUTE,
    asked_fact,
    cases,
    first_asked,
    next_talk,
    still_open,
    topic_of,
)
from routeboek_tui.conversation.overleg.facts import hearing, labels
from routeboek_tui.core.meeting import Meeting, Part, Stand
from routeboek_tui.course.overleg.moves import one_of, saying

if TYPE_CHECKING:
    from routeboek_tui.course.course import Course


def begin(course: "Course", stand: Stand, text: str) -> Stand:
    """Where the case is, and how old the pupil is; Enter goes on with agreements alone."""
    return (_fact if asked_fact(course.talk, stand) else _where)(course, stand, text)


def _fact(course: "Course", stand: Stand, text: str) -> Stand:
    """Where the school is, of which sector, how old the pupil is; Enter leaves it to be found out.

    What is said of another of these is heard as well, and then the same is asked again.
    """
    fact = stand.at
    if text:
        heard = hearing(course.talk, text, fact)
        if isinstance(heard, Wrong):
            return _unheard(course, stand, heard)
        if not isinstance(heard, Unknown):
            stand = _told(course, stand, heard)
            if still_open(course.talk, fact):
                return stand
    talk = course.talk
    at = "" if fact == AGE else first_asked(talk, fact)
    return replace(saying(stand), meeting=_meeting(talk, stand), at=at, page=0)


def _where(course: "Course", stand: Stand, text: str) -> Stand:
    """What it is about, and then what it is for; of the school and the age one can tell here."""
    found = cases(course.talk, stand)
    number = one_of(text, len(found) + (stand.at == ROUTE))
    if not text or number > len(found):
        return replace(stand, part=Part.AGREEMENTS, at="", page=0)
    if not number:
        heard = hearing(course.talk, text)
        if isinstance(heard, Wrong | Unknown):
            return _unheard(course, stand, heard)
        return replace(_told(course, stand, heard), at=ROUTE)
    first, *others = [*found.values()][number - 1]
    if others:
        return replace(stand, at=topic_of(first), page=0)
    course.go_to(next_talk(course.talk, first))
    return replace(stand, at=AGE if still_open(course.talk, AGE) else "", page=0)


def _told(course: "Course", stand: Stand, heard: Conversation) -> Stand:
    """The same wall where the talk has become what was ``heard``, which is said."""
    answered = course.talk.library.meeting.words.answered
    said = labels(course.talk, heard)
    course.go_to(heard)
    told = saying(replace(stand, page=0), *(answered.format(each) for each in said))
    return replace(told, meeting=_meeting(heard, stand))


def _unheard(course: "Course", stand: Stand, heard: Wrong | Unknown) -> Stand:
    message = heard.message if isinstance(heard, Wrong) else ""
    return saying(stand, message or course.talk.library.meeting.words.unheard)


def _meeting(talk: Conversation, stand: Stand) -> Meeting:
    """The meeting, of the kind that fits the school as it is known now."""
    return replace(stand.meeting, kind=talk.library.meeting.kind(talk.situation))
