"""A line that reads as an agreement where something else is asked: it is asked where it belongs."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.asides import BELONGS
from routeboek_tui.conversation.overleg.plan import agreement_words
from routeboek_tui.core.meeting import Part, Stand
from routeboek_tui.course.overleg.plan import agreements
from routeboek_tui.course.overleg.who import known
from routeboek_tui.text import ahead
from routeboek_tui.text.picked import numbers

if TYPE_CHECKING:
    from routeboek_tui.course.course import Course

FREE = frozenset({Part.OWN_WORDS, Part.ANALYSIS, Part.AGREEMENTS})
"""Where any text is taken as it is typed."""

FEW = 2
"""Words before a day that are no agreement yet: "elke les dinsdag 12 januari"."""


def doubted(talk: Conversation, stand: Stand, text: str) -> Stand | None:
    """Ask whether ``text`` is an agreement, where it reads as one and another thing is asked."""
    if stand.part in FREE or ";" in text or not _reads_as_one(talk, stand, text):
        return None
    return replace(stand, aside=BELONGS, doubt=text, notes=(), page=0)


def _reads_as_one(talk: Conversation, stand: Stand, text: str) -> bool:
    head, colon, behind = text.partition(":")
    if colon and known(talk, stand, head):
        return not numbers(behind.split(maxsplit=1)[0] if behind.strip() else "1")
    what, day = ahead.at_end(text, talk.today)
    return stand.part is Part.STAGES and day is not None and len(what.split()) > FEW


def agreed(course: "Course", stand: Stand, text: str) -> Stand:
    """The agreement that was meant; it goes on where it was, unless something is lacking."""
    talk = course.talk
    asked = replace(stand, part=Part.AGREEMENTS, at="", notes=())
    found = agreements(course, asked, text)
    if found.at:
        return found
    told = talk.library.meeting.words.belongs_kept
    last = agreement_words(talk, found.meeting.agreements[-1])
    return replace(found, part=stand.part, at=stand.at, notes=(told.format(last), *found.notes))
