"""What stands on the wall from the agreements on: who does what, how it goes on, who agrees."""

from collections.abc import Iterator

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.asides import settled
from routeboek_tui.conversation.overleg.consent import consented, unsaid
from routeboek_tui.conversation.overleg.plan import (
    LATER,
    SOON,
    agreement_words,
    day_said,
    days_after,
    lacks,
    offered,
    term_of,
)
from routeboek_tui.conversation.overleg.roll import present
from routeboek_tui.conversation.overleg.ticks import ticks
from routeboek_tui.conversation.overleg.wall import (
    LETTERS,
    Row,
    Wall,
    lettered,
    numbered,
    ticked,
)
from routeboek_tui.core.meeting import Agreement, Part, Stand
from routeboek_tui.library.overleg_words import Words

WHO = "who"
"""Where who does the last agreement is asked."""

BY = "by:"
"""What stands before the letters of the agreements of which the day is asked."""

TICK, INITIALS = "tick", "initials"


def asks_who(stand: Stand) -> bool:
    """Whether the wall asks who does something, so that a word that is a party means that."""
    return stand.part is Part.REGIE or (stand.part is Part.AGREEMENTS and stand.at == WHO)


def dayless(stand: Stand) -> tuple[int, ...]:
    """Which agreements the day is asked of now."""
    letters = stand.at.removeprefix(BY) if stand.at.startswith(BY) else ""
    return tuple(map(LETTERS.index, letters))


def agreements_wall(talk: Conversation, stand: Stand, words: Words) -> Wall:
    """What was agreed, and what can be picked; or who does one, or by when."""
    agreed = stand.meeting.agreements
    if stand.at == WHO:
        rows = numbered(party.word for party in present(talk, stand.meeting))
        return Wall("", words.who, (*rows, Row(words.about.format(agreed[-1].what))))
    if asked := [agreed[number] for number in dayless(stand)]:
        return _by(talk, asked, words)
    actions = tuple(
        Row(f"{each.who}: {each.what}", str(number))
        for number, each in offered(talk, agreed).items()
    )
    mine = lettered(agreement_words(talk, each) for each in agreed)
    return Wall("", "" if actions else words.own_agreement, (*mine, *actions))


def _by(talk: Conversation, asked: list[Agreement], words: Words) -> Wall:
    past = (day_said(talk, term) for each in asked if (term := term_of(talk, each)))
    days = (*(day_said(talk, day) for day in days_after(talk, SOON)), words.leave_open)
    notes = tuple(words.past_by.format(day) for day in dict.fromkeys(past))
    about = (Row(words.about.format(each.what)) for each in asked)
    return Wall("", words.until, (*numbered(days), *about), notes, words.enter_day)


def regie_wall(talk: Conversation, stand: Stand, words: Words) -> Wall:
    """Who is there to see to it that it is done."""
    rows = numbered(party.word for party in present(talk, stand.meeting))
    regie = stand.meeting.regie
    return Wall("", "", rows, (words.regie_is.format(regie),) if regie else ())


def evaluation_wall(talk: Conversation, stand: Stand, words: Words) -> Wall:
    """The days to look again that can be picked; Enter takes the first one."""
    days = [day_said(talk, day) for day in days_after(talk, LATER)]
    press = "" if stand.meeting.evaluation.settled else words.enter_day
    return Wall("", "", numbered((*days, words.leave_open)), tuple(settled(talk, stand)), press)


def out_wall(talk: Conversation, stand: Stand, words: Words) -> Wall:
    """What is still open; what can be picked is put there by the course."""
    if stand.at == TICK:
        lines = ticks(talk, stand.meeting)
        rows = numbered(ticked(words.ticked, each.label, each.ticked) for each in lines)
        return Wall("", words.tick, rows)
    if stand.at == INITIALS:
        return Wall("", words.initials, ())
    return Wall("", "", (), tuple(_still_open(talk, stand, words)), words.enter_out)


def _still_open(talk: Conversation, stand: Stand, words: Words) -> Iterator[str]:
    meeting = stand.meeting
    if bare := sum(bool(lacks(talk, each)) for each in meeting.agreements):
        yield words.open_agreements.format(bare)
    if not meeting.regie:
        yield words.no_regie
    if not meeting.evaluation.settled:
        yield words.no_evaluation
    if meeting.agreed and not meeting.consent:
        yield words.no_consent
    elif unsaid(talk, meeting) and meeting.consent and not stand.notes:
        yield from consented(talk, meeting)
