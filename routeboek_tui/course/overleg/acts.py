"""What a line does to a meeting: which part hears it.

Digits pick what stands on the wall, Enter alone goes on, and all else is text.
"""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.core.meeting import Part, Stand, asked_anew
from routeboek_tui.course.overleg import onward as overleg_onward
from routeboek_tui.course.overleg import table as overleg_table
from routeboek_tui.course.overleg.belongs import agreed, doubted
from routeboek_tui.course.overleg.consent import consent
from routeboek_tui.course.overleg.plan import agreements
from routeboek_tui.course.overleg.positions import positions

if TYPE_CHECKING:
    from routeboek_tui.course.course import Course


def act(
    course: "Course", stand: Stand, text: str, read: Collection[str], *, sure: bool = False
) -> Stand:
    """Where the meeting stands after ``text``, which may be empty.

    ``read`` are the keys of the rows that could be read: of others nothing is taken as said. What
    reads as an agreement is asked about first, unless it is ``sure`` that it is none.
    """
    page, stand = stand.page, replace(stand, notes=(), page=0)
    if not sure and (asked := doubted(course.talk, stand, text)):
        return asked
    if stand.part is Part.ROLL:
        found = overleg_table.call(course, replace(stand, page=page), text, read)
    elif stand.part is Part.CONSENT:
        found = consent(course, replace(stand, page=page), text, read)
    else:
        found = _ACTS[stand.part](course, stand, text)
    before, now = stand.meeting, asked_anew(stand.meeting, found.meeting)
    if before.consent and not now.consent:
        again = course.talk.library.meeting.words.agree_again
        found = replace(found, notes=(*found.notes, again))
    found = replace(found, meeting=now)
    return replace(found, doubt="") if found.doubt == stand.doubt else found


def decided(course: "Course", stand: Stand, text: str) -> Stand:
    """What comes of the answer where it was asked whether something typed is an agreement."""
    typed, back = stand.doubt, replace(stand, aside="", doubt="", page=0)
    if text == "1":
        found = agreed(course, back, typed)
        return replace(found, meeting=asked_anew(back.meeting, found.meeting))
    rows = back.part is Part.STAGES and text == "2"
    return act(course, back, typed, (), sure=True) if rows else back


_ACTS: dict[Part, Callable[["Course", Stand, str], Stand]] = {
    Part.SITUATION: overleg_table.situation,
    Part.OWN_WORDS: overleg_table.own_words,
    Part.ANALYSIS: overleg_table.analysis,
    Part.POSITIONS: positions,
    Part.AGREEMENTS: agreements,
    Part.STAGES: overleg_onward.stages,
    Part.REGIE: overleg_onward.regie,
    Part.EVALUATION: overleg_onward.evaluation,
    Part.OUT: overleg_onward.out,
}
