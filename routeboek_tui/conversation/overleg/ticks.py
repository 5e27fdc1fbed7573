"""What can be ticked for a report, line by line, as the wall shows it.

What the pupil or the table said in words of its own is on no wall: there it says only that there
is a line.
"""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.positions import reason
from routeboek_tui.conversation.overleg.unseen import factor_words, given
from routeboek_tui.core.meeting import Meeting, reasons


class Tick(Struct, frozen=True):
    """A line that enters a report when it is ``ticked``, in the words of the wall."""

    label: str
    ticked: bool


def ticks(talk: Conversation, meeting: Meeting) -> tuple[Tick, ...]:
    """The lines that can be ticked, in the order in which ``core.meeting.turned`` numbers them."""
    return tuple(_ticks(talk, meeting))


def _ticks(talk: Conversation, meeting: Meeting) -> Iterator[Tick]:
    guide, nth = talk.library.meeting, Counter[str]()
    for each in meeting.factors:
        label = factor_words(talk, each, meeting.factors)
        if not given(talk, each):
            label = guide.words.row_of_stages.format(guide.layers[each.layer], label)
        yield Tick(label, each.ticked)
    asked = {each.id: talk.say(each.ask) for each in guide.own_words}
    for line in meeting.own_words:
        nth[line.question] += 1
        label = guide.words.line_of.format(nth[line.question], asked.get(line.question, ""))
        yield Tick(label, line.ticked)
    for step, party in reasons(meeting):
        said = meeting.positions[step][party]
        yield Tick(reason(talk, meeting, step, party), said.ticked)
