"""What a line does after the agreements: the timetable, the regie, the day, who agrees, the end."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.asides import settled
from routeboek_tui.conversation.overleg.onward import TICK
from routeboek_tui.conversation.overleg.plan import LATER, day_meant, day_remarks, days_after
from routeboek_tui.conversation.overleg.roll import present
from routeboek_tui.conversation.overleg.ticks import ticks
from routeboek_tui.conversation.overleg.timetable import examples
from routeboek_tui.conversation.overleg.wall import LETTERS
from routeboek_tui.core.meeting import Evaluation, Stage, Stand, turned
from routeboek_tui.course.overleg.moves import (
    number_before,
    one_of,
    onward,
    saying,
    some_of,
)
from routeboek_tui.course.overleg.who import Who, meant
from routeboek_tui.text.picked import numbers

if TYPE_CHECKING:
    from routeboek_tui.course.course import Course

FIELDS = 4
"""Parts of a row of the step-up timetable behind its week."""


def stages(course: "Course", stand: Stand, text: str) -> Stand:
    """The step-up timetable: examples picked, with days of one's own, or a row typed."""
    if not text:
        return onward(stand)
    guide, meeting, offered = course.talk.library.meeting, stand.meeting, examples(course.talk)
    mine = [*meeting.stages]
    if picked := numbers(text):
        if not all(0 < number <= len(offered) for number in picked):
            return saying(stand, guide.words.no_such)
        rows = [offered[number - 1] for number in picked]
    else:
        letter, _, rest = text.partition(" ")
        if len(letter) == 1 and letter.casefold() in LETTERS[: len(mine)]:
            return _other_stage(stand, LETTERS.index(letter.casefold()), rest.strip())
        number, days = number_before(text, len(offered))
        _, _, behind = offered[number - 1].partition(";") if number else ("", "", "")
        rows = [f"{days};{behind}" if number else text]
    for each in rows:
        mine.append(_stage(each, guide.words.week, len(mine) + 1))
    return replace(stand, meeting=replace(meeting, stages=tuple(mine)))


def _stage(row: str, week: str, number: int) -> Stage:
    """A row as it is typed; one that names no week is of the next one."""
    named = row.casefold().startswith(week.partition(" ")[0]) or row.count(";") >= FIELDS
    parts = [each.strip() for each in row.split(";", FIELDS if named else FIELDS - 1)]
    if not named:
        parts.insert(0, week.format(number))
    parts += [""] * (FIELDS + 1 - len(parts))
    return Stage(parts[0], parts[1], parts[2], parts[3], parts[4])


def _other_stage(stand: Stand, number: int, days: str) -> Stand:
    """Other days and hours for a row; nothing takes it away."""
    mine = [*stand.meeting.stages]
    if days:
        mine[number] = replace(mine[number], when=days)
    else:
        del mine[number]
    return replace(stand, meeting=replace(stand.meeting, stages=tuple(mine)))


def regie(course: "Course", stand: Stand, text: str) -> Stand:
    """Who sees to it that it is done: a party that is there, or a role."""
    here, words = present(course.talk, stand.meeting), course.talk.library.meeting.words
    if not text:
        open_still = () if stand.meeting.regie else (words.no_regie,)
        return saying(onward(stand), *open_still)
    number = one_of(text, len(here))
    if text.isdecimal() and not number:
        return saying(stand, words.no_such)
    who = Who(here[number - 1].word, stand) if number else meant(course.talk, stand, text)
    if not who.word:
        return who.stand
    told = words.regie_is.format(who.word)
    return saying(onward(replace(stand, meeting=replace(stand.meeting, regie=who.word))), told)


def evaluation(course: "Course", stand: Stand, text: str) -> Stand:
    """When the table looks again; Enter takes the day that was proposed."""
    talk, words = course.talk, course.talk.library.meeting.words
    offered, settled_before = days_after(talk, LATER), stand.meeting.evaluation
    if not text and settled_before.settled:
        return onward(stand)
    first, _, rest = text.partition(" ")
    if first.casefold() == words.meets:
        day = day_meant(talk, rest)
        return (
            _on(talk, stand, replace(settled_before, meets=day))
            if day
            else saying(stand, words.no_day)
        )
    number = one_of(text or "1", len(offered) + 1)
    if number > len(offered):
        return _on(talk, stand, replace(settled_before, on=None, open=True))
    day = offered[number - 1] if number else day_meant(talk, text)
    if day is None:
        return saying(stand, words.no_day)
    return _on(talk, stand, replace(settled_before, on=day, open=False))


def _on(talk: Conversation, stand: Stand, evaluation: Evaluation) -> Stand:
    """The day is set; one that is odd stays on the wall with what is odd about it."""
    days = [day for day in (evaluation.on, evaluation.meets) if day]
    if any(day < talk.today for day in days):
        return saying(stand, talk.library.meeting.words.past_day)
    chosen = replace(stand, meeting=replace(stand.meeting, evaluation=evaluation))
    odd = tuple(told for day in days for told in day_remarks(talk, day))
    if odd or not evaluation.settled:
        return saying(chosen, *odd)
    return saying(onward(chosen), *settled(talk, chosen))


def out(course: "Course", stand: Stand, text: str) -> Stand:
    """The end: lines are ticked; what is opened there the course does."""
    words = course.talk.library.meeting.words
    if not text:
        return replace(stand, at="")
    picked = some_of(text, len(ticks(course.talk, stand.meeting))) if stand.at == TICK else ()
    if picked:
        return replace(stand, meeting=turned(stand.meeting, picked))
    return saying(stand, words.no_such if numbers(text) else words.unheard)
