"""What a line does to the agreements of a meeting."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.onward import BY, WHO, dayless
from routeboek_tui.conversation.overleg.plan import (
    SOON,
    Proposal,
    day_meant,
    day_remarks,
    days_after,
    offered,
    remarks,
    running,
    school_day,
)
from routeboek_tui.conversation.overleg.roll import present
from routeboek_tui.conversation.overleg.wall import LETTERS
from routeboek_tui.core.meeting import Agreement, Part, Stand
from routeboek_tui.course.overleg.moves import one_of
from routeboek_tui.course.overleg.who import known, meant
from routeboek_tui.text import ahead
from routeboek_tui.text.characters import plain
from routeboek_tui.text.picked import numbers

if TYPE_CHECKING:
    from datetime import date

    from routeboek_tui.course.course import Course

_SPACE = re.compile(r"[, ]+")


def agreements(course: "Course", stand: Stand, text: str) -> Stand:
    """Where the meeting stands after ``text``: actions picked, or an agreement of one's own."""
    talk, agreed = course.talk, stand.meeting.agreements
    words = talk.library.meeting.words
    if stand.at and not (dayless(stand) and _of_another(talk, stand, text)):
        return (_who if stand.at == WHO else _when)(talk, stand, text)
    stand = replace(stand, at="")
    if not text:
        return replace(stand, part=Part.STAGES, at="", page=0)
    picked, by = _picked(talk, text)
    if picked:
        actions = offered(talk, agreed)
        if not actions.keys() >= {*picked}:
            return replace(stand, notes=(words.no_such,))
        made = [_agreed(talk, actions[number], by) for number in picked]
        told = tuple(dict.fromkeys(each for one in made for each in remarks(talk, one)))
        return _asking(talk, _with(stand, (*agreed, *made), *told), len(agreed))
    letter, _, rest = text.partition(" ")
    if len(letter) == 1 and letter.casefold() in LETTERS[: len(agreed)]:
        return _changed(talk, stand, LETTERS.index(letter.casefold()), rest.strip())
    return _free(talk, stand, text)


def _of_another(talk: Conversation, stand: Stand, text: str) -> bool:
    """Whether a line is about another agreement than the one of which the day is asked."""
    head, colon, _ = text.partition(":")
    letter = text.partition(" ")[0].casefold()
    lettered = len(letter) == 1 and letter in LETTERS[: len(stand.meeting.agreements)]
    return lettered or bool(colon and known(talk, stand, head))


def _picked(talk: Conversation, text: str) -> "tuple[tuple[int, ...], date | None]":
    """The numbers that a line is, and the day behind them where there is one: "1 3 +2w"."""
    if found := numbers(text):
        return found, None
    for space in _SPACE.finditer(text):
        found, day = numbers(text[: space.start()]), day_meant(talk, text[space.end() :])
        if found and day:
            return found, day
    return (), None


def _agreed(talk: Conversation, offered: Proposal, by: "date | None") -> Agreement:
    """The agreement that an action becomes; a day that is past is none to agree on."""
    term = offered.by if offered.by and offered.by >= talk.today else None
    made = Agreement(offered.who, offered.what, by, offered.place)
    return made if by or running(talk, made) else replace(made, by=term)


def _asking(talk: Conversation, stand: Stand, start: int) -> Stand:
    """Ask the day of those from ``start`` on that have none; what comes back needs none."""
    agreed = [*zip(LETTERS, stand.meeting.agreements, strict=False)][start:]
    bare = [n for n, each in agreed if each.by is None and not running(talk, each)]
    return replace(stand, at=f"{BY}{''.join(bare)}" if bare else "")


def _when(talk: Conversation, stand: Stand, text: str) -> Stand:
    """The day of the agreements that have none; Enter takes the first one that is offered."""
    words, offered = talk.library.meeting.words, days_after(talk, SOON)
    number = one_of(text or "1", len(offered) + 1)
    if number > len(offered):
        return replace(stand, at="")
    day = offered[number - 1] if number else day_meant(talk, text)
    if day is None or day < talk.today:
        return replace(stand, notes=(words.past_day if day else words.no_day,))
    return _on(talk, stand, dayless(stand), day)


def _on(talk: Conversation, stand: Stand, which: Iterable[int], day: "date") -> Stand:
    agreed = [*stand.meeting.agreements]
    for number in which:
        agreed[number] = replace(agreed[number], by=day)
    return _with(stand, tuple(agreed), *day_remarks(talk, day))


def _with(stand: Stand, agreed: tuple[Agreement, ...], *notes: str) -> Stand:
    return replace(stand, meeting=replace(stand.meeting, agreements=agreed), notes=notes, at="")


def _free(talk: Conversation, stand: Stand, text: str) -> Stand:
    """An agreement of one's own: "school: belt elke maandag, 12 januari"; all but what may lack."""
    head, colon, rest = text.partition(":")
    who = known(talk, stand, head) if colon else ""
    what, by = ahead.at_end(rest.strip() if who else text, talk.today)
    agreement = Agreement(
        who, _once(who, what), school_day(talk, by) if by and ahead.counted(text) else by
    )
    before = stand.meeting.agreements
    added = _with(stand, (*before, agreement), *remarks(talk, agreement))
    return _asking(talk, added, len(before)) if who else replace(added, at=WHO, notes=())


def _of(agreement: Agreement, who: str) -> Agreement:
    return replace(agreement, who=who, what=_once(who, agreement.what))


def _once(who: str, what: str) -> str:
    """What is done, without who does it said before it once more."""
    said, rest = what[: len(who)], what[len(who) :]
    return rest.strip() if who and rest.startswith(" ") and plain(said) == plain(who) else what


def _who(talk: Conversation, stand: Stand, text: str) -> Stand:
    """Who does the last one; Enter leaves it open."""
    *others, last = stand.meeting.agreements
    here = present(talk, stand.meeting)
    if text.isdecimal():
        number = one_of(text, len(here))
        if not number:
            return replace(stand, notes=(talk.library.meeting.words.no_such,))
        last = _of(last, here[number - 1].word)
    elif text:
        who = meant(talk, stand, text)
        if not who.word:
            return who.stand
        last = _of(last, who.word)
    return _asking(talk, _with(stand, (*others, last), *remarks(talk, last)), len(others))


def _changed(talk: Conversation, stand: Stand, number: int, said: str) -> Stand:
    """Another day or another actor for an agreement; nothing takes it away."""
    agreed = [*stand.meeting.agreements]
    if not said:
        del agreed[number]
        return _with(stand, tuple(agreed))
    if day := day_meant(talk, said):
        agreed[number] = replace(agreed[number], by=day)
    elif any(char.isdecimal() for char in said):
        return replace(stand, notes=(talk.library.meeting.words.no_day,))
    else:
        who = meant(talk, stand, said)
        if not who.word:
            return who.stand
        agreed[number] = _of(agreed[number], who.word)
    return _with(stand, tuple(agreed), *remarks(talk, agreed[number]))
