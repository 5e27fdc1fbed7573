"""What a line does to the agreements of a meeting."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.plan import (
    Proposal,
    day_remarks,
    proposals,
    remarks,
    term_of,
)
from routeboek_tui.conversation.overleg.roll import present
from routeboek_tui.conversation.overleg.walls import LETTERS
from routeboek_tui.core.meeting import Agreement, Part, Stand
from routeboek_tui.course.overleg_who import known, meant
from routeboek_tui.text import ahead

if TYPE_CHECKING:
    from routeboek_tui.course.course import Course


def agreements(course: "Course", stand: Stand, text: str) -> Stand:
    """Where the meeting stands after ``text``: actions picked, or an agreement of one's own."""
    talk, agreed = course.talk, stand.meeting.agreements
    words, parts = talk.library.meeting.words, text.replace(",", " ").split()
    if stand.at:
        return (_who if stand.at == "who" else _when)(talk, stand, text)
    if not text:
        return replace(stand, part=Part.STAGES, at="", page=0)
    if all(part.isdecimal() for part in parts):
        offered = proposals(talk, agreed)
        if not all(0 < int(part) <= len(offered) for part in parts):
            return replace(stand, notes=(words.no_such,))
        picked = (_agreed(talk, offered[int(part) - 1]) for part in parts)
        return _asking(talk, _with(stand, (*agreed, *picked)), len(agreed))
    letter, _, rest = text.partition(" ")
    if len(letter) == 1 and letter.casefold() in LETTERS[: len(agreed)]:
        return _changed(talk, stand, LETTERS.index(letter.casefold()), rest.strip())
    return _free(talk, stand, text)


def _agreed(talk: Conversation, offered: Proposal) -> Agreement:
    """The agreement that an action becomes; a day that is past is none to agree on."""
    by = offered.by if offered.by and offered.by >= talk.today else None
    return Agreement(offered.who, offered.what, by, offered.place)


def _asking(talk: Conversation, stand: Stand, start: int) -> Stand:
    """Ask the day of the first agreement from ``start`` on whose own term is past."""
    agreed = zip(LETTERS, stand.meeting.agreements, strict=False)
    for letter, each in [*agreed][start:]:
        term = term_of(talk, each)
        if each.by is None and term and term < talk.today:
            return replace(stand, at=letter)
    return stand


def _when(talk: Conversation, stand: Stand, text: str) -> Stand:
    """The day of an agreement whose term is past; Enter leaves it open."""
    number, words = LETTERS.index(stand.at), talk.library.meeting.words
    agreed = [*stand.meeting.agreements]
    told: tuple[str, ...] = ()
    if text:
        day = ahead.read(text, talk.today)
        if day is None or day < talk.today:
            return replace(stand, notes=(words.past_day if day else words.no_day,))
        agreed[number] = replace(agreed[number], by=day)
        told = tuple(day_remarks(talk, day))
    return _asking(talk, _with(stand, tuple(agreed), *told), number + 1)


def _with(stand: Stand, agreed: tuple[Agreement, ...], *notes: str) -> Stand:
    return replace(stand, meeting=replace(stand.meeting, agreements=agreed), notes=notes, at="")


def _free(talk: Conversation, stand: Stand, text: str) -> Stand:
    """An agreement of one's own: "school: belt elke maandag, 12 januari"; all but what may lack."""
    head, colon, rest = text.partition(":")
    who = known(talk, stand, head) if colon else ""
    what, by = ahead.at_end(rest.strip() if who else text, talk.today)
    agreement = Agreement(who, what, by)
    told = remarks(talk, agreement)
    added = _with(stand, (*stand.meeting.agreements, agreement), *told)
    return added if who else replace(added, at="who", notes=())


def _who(talk: Conversation, stand: Stand, text: str) -> Stand:
    """Who does the last one; Enter leaves it open."""
    *others, last = stand.meeting.agreements
    here = present(talk, stand.meeting)
    if text.isdecimal():
        if not 0 < int(text) <= len(here):
            return replace(stand, notes=(talk.library.meeting.words.no_such,))
        last = replace(last, who=here[int(text) - 1].word)
    elif text:
        who = meant(talk, stand, text)
        if not who.word:
            return who.stand
        last = replace(last, who=who.word)
    return _with(stand, (*others, last), *remarks(talk, last))


def _changed(talk: Conversation, stand: Stand, number: int, said: str) -> Stand:
    """Another day or another actor for an agreement; nothing takes it away."""
    agreed = [*stand.meeting.agreements]
    if not said:
        del agreed[number]
        return _with(stand, tuple(agreed))
    if day := ahead.read(said, talk.today):
        agreed[number] = replace(agreed[number], by=day)
    elif any(char.isdecimal() for char in said):
        return replace(stand, notes=(talk.library.meeting.words.no_day,))
    else:
        who = meant(talk, stand, said)
        if not who.word:
            return who.stand
        agreed[number] = replace(agreed[number], who=who.word)
    return _with(stand, tuple(agreed), *remarks(talk, agreed[number]))
