"""A meeting as a value that another program keeps. What comes back is not trusted."""

from typing import TYPE_CHECKING

from msgspec import Struct

from routeboek_tui.conversation.overleg.asides import ASIDES
from routeboek_tui.conversation.overleg.begin import AGE, ROUTE, SCHOOL, topics
from routeboek_tui.conversation.overleg.consent import OTHERS
from routeboek_tui.conversation.overleg.onward import BY, INITIALS, TICK, WHO
from routeboek_tui.conversation.overleg.positions_wall import FOLLOW, NOW
from routeboek_tui.conversation.overleg.wall import LETTERS
from routeboek_tui.conversation.overleg.walls import LACKING
from routeboek_tui.conversation.safety import Alarm
from routeboek_tui.core.meeting import Case, Layer, Part, Stand
from routeboek_tui.course.overleg import out
from routeboek_tui.course.overleg.overleg import MOST, Overleg
from routeboek_tui.course.unfit import Unfit, known

if TYPE_CHECKING:
    from routeboek_tui.course.course import Course

LONGEST, MOST_LINES = 2000, 200
"""Characters of a text, and lines of a list, that come back."""

TOO_MUCH = "Dit overleg is te lang. Begin een nieuw."


class Kept(Struct, frozen=True):
    """A meeting where it stands, what going back brings back, and the cases before it."""

    now: Stand
    before: tuple[Stand, ...] = ()
    cases: tuple[Case, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    read: tuple[str, ...] = ()


def kept(course: "Course") -> Kept | None:
    """The meeting that is held beside ``course``, if there is one."""
    held = course.held
    if held is None:
        return None
    return Kept(held.stand, tuple(held.before), tuple(held.cases), tuple(held.alarms), held.read)


def resume(course: "Course", state: Kept, where: str) -> None:
    """Go on with a meeting beside ``course``.

    :raises Unfit: when something in it cannot be, in this guide
    """
    if len(state.before) > MOST or len(state.cases) > MOST_LINES:
        raise Unfit(where, TOO_MUCH)
    for stand in (state.now, *state.before):
        _stand(course, stand, where)
    for alarm in state.alarms:
        for kind in alarm.kinds:
            known(kind, course.talk.library.dangers, where)
    for case in state.cases:
        if len(case.initials) > out.MOST_INITIALS:
            raise Unfit(f"{where}.cases", course.talk.library.meeting.words.too_long)
    course.held = Overleg(course, state.now, state.before, state.cases)
    course.held.alarms = [*state.alarms]
    course.held.read = state.read[-out.MOST_READ :]


def _stand(course: "Course", stand: Stand, where: str) -> None:
    """Look over every name in a stand."""
    library, meeting = course.talk.library, stand.meeting
    known(meeting.kind, library.meeting.kinds, f"{where}.kind")
    steps = {step for flow in library.flows.values() for step in flow.steps}
    for step, said in meeting.positions.items():
        known(step, steps, f"{where}.positions")
        for actor in said:
            known(actor, library.actors, f"{where}.positions")
    for actor in (*meeting.roll, *meeting.consent):
        known(actor, library.actors, f"{where}.roll")
    asked = [each.id for each in library.meeting.own_words]
    for line in meeting.own_words:
        known(line.question, asked, f"{where}.own_words")
    letters = LETTERS[: len(meeting.agreements)]
    at = stand.at
    if stand.part is Part.AGREEMENTS and at.startswith(BY) and {*at.removeprefix(BY)} <= {*letters}:
        at = ""
    known(at, ("", *_places(course, stand)), f"{where}.at")
    known(stand.aside, ("", *ASIDES), f"{where}.aside")
    lists = (meeting.agreements, meeting.stages, meeting.factors, meeting.own_words)
    texts = [each.what for each in meeting.agreements] + [each.text for each in meeting.factors]
    texts.append(stand.doubt)
    if max(map(len, lists)) > MOST_LINES or any(len(text) > LONGEST for text in texts):
        raise Unfit(where, TOO_MUCH)


def _places(course: "Course", stand: Stand) -> tuple[str, ...]:
    """What can be on the wall within a part."""
    library = course.talk.library
    found: dict[Part, tuple[str, ...]] = {
        Part.ROLL: (LACKING, ROUTE, AGE, *SCHOOL, *topics(course.talk)),
        Part.OWN_WORDS: tuple(each.id for each in library.meeting.own_words),
        Part.ANALYSIS: tuple(Layer),
        Part.POSITIONS: (FOLLOW, NOW, *library.actors),
        Part.AGREEMENTS: (WHO,) if stand.meeting.agreements else (),
        Part.CONSENT: (OTHERS, *library.meeting.family.actors),
        Part.OUT: (TICK, INITIALS),
    }
    return found.get(stand.part, ())
