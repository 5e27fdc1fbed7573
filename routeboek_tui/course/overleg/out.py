"""What leaves a meeting, to pick from on the wall; all of it is shown before anything is saved."""

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.overleg.onward import INITIALS, TICK
from routeboek_tui.conversation.overleg.ticks import ticks
from routeboek_tui.conversation.overleg.wall import Wall, numbered
from routeboek_tui.conversation.overleg.walls import wall
from routeboek_tui.core.facts import may_hold
from routeboek_tui.core.meeting import Case, Meeting, Stand
from routeboek_tui.course.overleg import paper as overleg_paper
from routeboek_tui.course.overleg import sheets as overleg_sheets
from routeboek_tui.course.turn import Open, View

if TYPE_CHECKING:
    from routeboek_tui.course.letter.paper import Paper
    from routeboek_tui.course.overleg.overleg import Overleg

MOST_READ = 40
"""Papers of which is kept that they were shown."""

SHEET, RECAP, CALENDAR = "sheet", "recap", "calendar"
MOST_INITIALS = 4


class Way(Struct, frozen=True):
    """Something to do at the end: ``opens`` is what a face opens, ``at`` a page of the wall."""

    label: str
    opens: Open | None = None
    at: str = ""


def ways(held: "Overleg") -> tuple[Way, ...]:
    """What can be picked at the end, what everyone takes along first."""
    return tuple(_ways(held))


def _ways(held: "Overleg") -> Iterator[Way]:
    talk, meeting = held.talk, held.meeting
    words = talk.library.meeting.words
    first, *others = overleg_paper.letters_of(talk, meeting) or (None,)
    if first:
        yield Way(first.title, Open(View.LETTER, first.id))
    if ticks(talk, meeting):
        yield Way(words.to_tick, at=TICK)
    for letter in others:
        yield Way(letter.title, Open(View.LETTER, letter.id))
    if overleg_paper.calendar_of(talk, meeting):
        yield Way(words.calendar, Open(View.PAPER, CALENDAR))
    if _closable(meeting):
        yield Way(words.next_case, at=INITIALS)
    if held.cases:
        yield Way(words.recap, Open(View.PAPER, RECAP))
    yield Way(words.sheet, Open(View.PAPER, SHEET))
    for agenda in talk.library.meeting.agendas.values():
        if may_hold(agenda.when, talk.situation):
            yield Way(agenda.title, Open(View.PAPER, agenda.id))


def _closable(meeting: Meeting) -> bool:
    """Whether there is something of this pupil for the list of the day."""
    return meeting.agreed or meeting.evaluation.settled


def wall_of(held: "Overleg") -> Wall:
    """The wall at the end."""
    found = wall(held.talk, held.stand)
    if held.stand.at or held.stand.aside:
        return found
    return replace(found, rows=numbered(way.label for way in ways(held)))


def papers(held: "Overleg") -> tuple[str, ...]:
    """The names of the papers there are now."""
    opened = (way.opens for way in ways(held))
    return tuple(each.name for each in opened if each and each.view is View.PAPER)


def paper(held: "Overleg", name: str) -> "Paper":
    """A paper of the meeting that is no letter, by its name.

    :raises KeyError: when there is none
    """
    talk, guide = held.talk, held.talk.library.meeting
    if name == SHEET:
        return overleg_sheets.sheet_of(talk)
    if name == RECAP:
        return overleg_sheets.recap_of(
            talk, held.cases, talk.today, without=_closable(held.meeting)
        )
    if name == CALENDAR:
        from routeboek_tui.course.days import days_paper

        days = overleg_paper.calendar_of(talk, held.meeting)
        return days_paper(talk, days, held.sent, len(held.cases))
    return overleg_sheets.agenda_of(talk, guide.agendas[name].id)


def mark(paper: "Paper") -> str:
    """What tells a paper as it is now from all others; nothing can be read from it."""
    return sha256(paper.text.encode()).hexdigest()


def closed(stand: Stand, initials: str) -> Case:
    """What is kept of a pupil for the list of the day."""
    meeting = stand.meeting
    return Case(initials, meeting.agreements, meeting.regie, meeting.evaluation)
