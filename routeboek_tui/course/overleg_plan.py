"""What a line does to the agreements of a meeting, and the day that is meant by one ahead."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.plan import Proposal, proposals, remarks
from routeboek_tui.conversation.overleg.roll import present
from routeboek_tui.conversation.overleg.walls import LETTERS
from routeboek_tui.core.meeting import Agreement, Part, Stand
from routeboek_tui.course.overleg_who import known, meant
from routeboek_tui.text import dates

if TYPE_CHECKING:
    from routeboek_tui.course.course import Course

YEAR = timedelta(days=364)
"""How far ahead a day without a year can lie."""

_ENDS_IN_DAY = re.compile(
    r"^(?P<what>.*?)[,;]?\s+(?:(?:voor|op|uiterlijk|vóór)\s+)?(?P<day>\S*\d.*)$"
)


def day_ahead(text: str, today: date) -> date | None:
    """The day that ``text`` is; without a year the next such day from ``today``."""
    day = dates.read(text)
    if day is None and (far := dates.read(text, today + YEAR)) is not None:
        day = far if far >= today else None
    return day


def agreements(course: "Course", stand: Stand, text: str) -> Stand:
    """Where the meeting stands after ``text``: actions picked, or an agreement of one's own."""
    talk, agreed = course.talk, stand.meeting.agreements
    words, parts = talk.library.meeting.words, text.replace(",", " ").split()
    if stand.at == "who":
        return _who(talk, stand, text)
    if not text:
        return replace(stand, part=Part.STAGES, at="", page=0)
    if all(part.isdecimal() for part in parts):
        offered = proposals(talk, agreed)
        if not all(0 < int(part) <= len(offered) for part in parts):
            return replace(stand, notes=(words.no_such,))
        picked = (_agreed(offered[int(part) - 1]) for part in parts)
        return _with(stand, (*agreed, *picked))
    letter, _, rest = text.partition(" ")
    if len(letter) == 1 and letter.casefold() in LETTERS[: len(agreed)]:
        return _changed(talk, stand, LETTERS.index(letter.casefold()), rest.strip())
    return _free(talk, stand, text)


def _agreed(offered: Proposal) -> Agreement:
    return Agreement(offered.who, offered.what, offered.by, offered.place)


def _with(stand: Stand, agreed: tuple[Agreement, ...], *notes: str) -> Stand:
    return replace(stand, meeting=replace(stand.meeting, agreements=agreed), notes=notes, at="")


def _free(talk: Conversation, stand: Stand, text: str) -> Stand:
    """An agreement of one's own: "school: belt elke maandag, 12 januari"; all but what may lack."""
    head, colon, rest = text.partition(":")
    who = known(talk, stand, head) if colon else ""
    what, by = _day_in(rest.strip() if who else text, talk.today)
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
    if day := day_ahead(said, talk.today):
        agreed[number] = replace(agreed[number], by=day)
    elif any(char.isdecimal() for char in said):
        return replace(stand, notes=(talk.library.meeting.words.no_day,))
    else:
        who = meant(talk, stand, said)
        if not who.word:
            return who.stand
        agreed[number] = replace(agreed[number], who=who.word)
    return _with(stand, tuple(agreed), *remarks(talk, agreed[number]))


def _day_in(text: str, today: date) -> tuple[str, date | None]:
    """What is agreed, and the day at its end, if it ends in one."""
    found = _ENDS_IN_DAY.match(text)
    day = day_ahead(found["day"], today) if found else None
    return (found["what"].strip(" ,;"), day) if found and day else (text, None)
