"""What leaves a meeting: letters filled in from it, papers to print, and days to keep.

Nothing here writes a file; each gives a draft or a paper that is shown first.
"""

from collections.abc import Iterable, Iterator, MutableMapping
from datetime import date

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.letter import Letter, Taken
from routeboek_tui.core.meeting import Case, Meeting
from routeboek_tui.course.drafting import Drafting
from routeboek_tui.course.overleg_fields import filled
from routeboek_tui.course.paper import Paper
from routeboek_tui.export.ics import Day

LIST = "afsprakenlijst-overleg"
"""The letter that is the list of agreements on one page."""


def drafting(
    talk: Conversation, meeting: Meeting, letter: Letter, values: MutableMapping[str, str]
) -> Drafting:
    """``letter`` to fill in, with what ``meeting`` knows of it; on the route that gives ground.

    ``values`` are what was typed in letters. Nothing of the meeting enters them.
    """
    legs = (talk, *reversed(talk.earlier))
    leg = next((each for each in legs if letter in each.letters), talk)
    return Drafting(leg, letter, values, filled(leg, meeting, letter))


def letters_of(talk: Conversation, meeting: Meeting) -> tuple[Letter, ...]:
    """The letters that have their ground and that ``meeting`` has something for; the list first."""
    raise NotImplementedError


def list_of(talk: Conversation, meeting: Meeting, values: MutableMapping[str, str]) -> Drafting:
    """The list of agreements on one page, as it is now."""
    return drafting(talk, meeting, talk.library.letters[LIST], values)


def calendar_of(talk: Conversation, meeting: Meeting) -> tuple[Day, ...]:
    """The days to keep: when each agreement must be done, and when the table looks again."""
    raise NotImplementedError


def agenda_of(talk: Conversation, kind: str) -> Paper:
    """An agenda to print, of a kind of meeting about no pupil."""
    raise NotImplementedError


def sheet_of(talk: Conversation, questions: Iterable[str]) -> Paper:
    """The pupil's own sheet, empty, to fill in before the meeting."""
    raise NotImplementedError


def recap_of(talk: Conversation, cases: Iterable[Case], on: date) -> Paper:
    """What was agreed about several pupils, each by initials, on one paper."""
    raise NotImplementedError
