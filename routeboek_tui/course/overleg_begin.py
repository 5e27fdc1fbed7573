"""What a line does where a meeting begins of which the route is not known."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.conversation.overleg.begin import (
    AGE,
    ROUTE,
    SCHOOL,
    doors,
    first_asked,
    next_talk,
)
from routeboek_tui.core.meeting import Part, Stand
from routeboek_tui.course.overleg_moves import one_of, saying

if TYPE_CHECKING:
    from routeboek_tui.course.course import Course


def begin(course: "Course", stand: Stand, text: str) -> Stand:
    """Where the case is, and how old the pupil is; Enter goes on with agreements alone."""
    if stand.at in SCHOOL:
        return _school(course, stand, text)
    return (_where if stand.at == ROUTE else _age)(course, stand, text)


def _school(course: "Course", stand: Stand, text: str) -> Stand:
    """Where the school is, and of which sector; Enter leaves it to be found out."""
    talk, fact = course.talk, stand.at
    if text:
        values = [*talk.library.facts[fact].choices]
        number = one_of(text, len(values))
        if not number:
            return saying(stand, talk.library.meeting.words.unheard)
        course.go_to(talk.having(talk.answers.with_fact(fact, values[number - 1])))
    talk = course.talk
    meeting = replace(stand.meeting, kind=talk.library.meeting.kind(talk.situation))
    return replace(stand, meeting=meeting, at=first_asked(talk, fact), page=0)


def _where(course: "Course", stand: Stand, text: str) -> Stand:
    found = doors(course.talk, stand.meeting.kind)
    number = one_of(text, len(found) + 1)
    if not text or number == len(found) + 1:
        return replace(stand, part=Part.AGREEMENTS, at="", page=0)
    if not number:
        return saying(stand, course.talk.library.meeting.words.unheard)
    course.go_to(next_talk(course.talk, found[number - 1]))
    return replace(stand, at=AGE, page=0)


def _age(course: "Course", stand: Stand, text: str) -> Stand:
    """The age decides who sits at the table; Enter leaves it to be found out."""
    called = replace(stand, at="", page=0)
    if not text:
        return called
    values = [*course.talk.library.facts[AGE].choices]
    number = one_of(text, len(values))
    if not number:
        return saying(stand, course.talk.library.meeting.words.unheard)
    talk = course.talk
    course.go_to(talk.having(talk.answers.with_fact(AGE, values[number - 1])))
    return called
