"""What a line does to a meeting at each of its parts.

Digits pick what stands on the wall, Enter alone goes on, and all else is text.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.meanings import (
    Born,
    Chosen,
    FirstDay,
    Given,
    Unknown,
    Wrong,
)
from routeboek_tui.conversation.move import read
from routeboek_tui.conversation.overleg.asides import settled
from routeboek_tui.conversation.overleg.positions import choices, contested, positions_at
from routeboek_tui.conversation.overleg.roll import Party, lacking, present, roll
from routeboek_tui.conversation.overleg.ticks import ticks
from routeboek_tui.conversation.overleg.walls import (
    causes,
    days_offered,
    layer_of,
)
from routeboek_tui.conversation.view import question
from routeboek_tui.core.meeting import (
    Evaluation,
    Factor,
    Here,
    Layer,
    Meeting,
    OwnWords,
    Part,
    Position,
    Side,
    Stage,
    Stand,
    after,
    turned,
)
from routeboek_tui.course.overleg_plan import agreements
from routeboek_tui.course.overleg_who import Who, meant
from routeboek_tui.course.turn import Words as Said
from routeboek_tui.library.overleg import Words
from routeboek_tui.text import ahead
from routeboek_tui.text.characters import plain

if TYPE_CHECKING:
    from routeboek_tui.course.course import Course

LAST = -1
"""The page of a wall where what was typed last stands."""

MOST_STAGES = 5
"""Parts of a row of the step-up timetable."""


_NUMBERED = re.compile(r"([0-9]{1,2})[.):]? +(.+)")


def act(course: "Course", stand: Stand, text: str) -> Stand:
    """Where the meeting stands after ``text``, which may be empty."""
    found = _ACTS[stand.part](course, stand, text)
    return replace(found, doubt="") if found.doubt == stand.doubt else found


def numbers(text: str) -> tuple[int, ...]:
    """The numbers that ``text`` is, if it is nothing else."""
    parts = text.replace(",", " ").split()
    return tuple(map(int, parts)) if parts and all(part.isdecimal() for part in parts) else ()


def number_before(text: str, most: int) -> tuple[int, str]:
    """The number of a row at the beginning of a line, 0 for none, and the text behind it."""
    found = _NUMBERED.match(text)
    number = int(found[1]) if found else 0
    return (number, found[2]) if found and 0 < number <= most else (0, text)


def onward(stand: Stand) -> Stand:
    """The beginning of the part after this one."""
    return replace(stand, part=after(stand.part), at="", page=0)


def saying(stand: Stand, *notes: str) -> Stand:
    """This stand, with something told."""
    return replace(stand, notes=notes)


def _words(course: "Course") -> Words:
    return course.talk.library.meeting.words


def _changed(stand: Stand, meeting: Meeting, *notes: str) -> Stand:
    return replace(stand, meeting=meeting, notes=notes)


def _roll(course: "Course", stand: Stand, text: str) -> Stand:
    talk, meeting = course.talk, stand.meeting
    parties = roll(talk, meeting)
    if not text:
        return _called(talk, stand, parties)
    picked = numbers(text)
    if picked and all(0 < number <= len(parties) for number in picked):
        called = {**meeting.roll}
        for number in picked:
            party = parties[number - 1]
            called[party.actor] = _turned(party, begun=Here.PRESENT in meeting.roll.values())
        return _changed(replace(stand, at=""), replace(meeting, roll=called))
    actors = talk.library.actors.values()
    said = plain(text)
    found = [a.id for a in actors if said in {plain(talk.word(a.id)), *map(plain, a.names)}]
    if picked or not found:
        return saying(stand, _words(course).no_such if picked else _words(course).unheard)
    return _changed(stand, replace(meeting, roll={**meeting.roll, found[0]: Here.PRESENT}))


def _called(talk: Conversation, stand: Stand, parties: tuple[Party, ...]) -> Stand:
    """Everyone not called is there; what is missing for a valid outcome is told first."""
    meeting = stand.meeting
    everyone = {party.actor: party.here or Here.PRESENT for party in parties}
    called = _changed(stand, replace(meeting, roll=everyone))
    if not stand.at and lacking(talk, called.meeting):
        return replace(called, at="lacking")
    return onward(called)


def _turned(party: Party, *, begun: bool) -> Here:
    """What picking a party makes of it; who was there when the meeting had begun, left."""
    if party.here in {Here.ABSENT, Here.LEFT}:
        return Here.PRESENT
    return Here.LEFT if begun and party.here is Here.PRESENT else Here.ABSENT


def _situation(course: "Course", stand: Stand, text: str) -> Stand:
    return saying(stand, _words(course).unheard) if text else onward(stand)


def _own_words(course: "Course", stand: Stand, text: str) -> Stand:
    asked = course.talk.library.meeting.own_words
    if not text:
        return replace(stand, at="") if stand.at else onward(stand)
    picked = numbers(text)
    if picked:
        if len(picked) == 1 and 0 < picked[0] <= len(asked):
            return replace(stand, at=asked[picked[0] - 1].id)
        return saying(stand, _words(course).no_such)
    meeting = stand.meeting
    said = {each.question for each in meeting.own_words}
    free = next((each.id for each in asked if each.id not in said), asked[-1].id)
    numbered, behind = number_before(text, len(asked))
    answers = stand.at or (asked[numbered - 1].id if numbered else free)
    line = OwnWords(answers, text if stand.at else behind)
    return replace(stand, at="", meeting=replace(meeting, own_words=(*meeting.own_words, line)))


def _analysis(course: "Course", stand: Stand, text: str) -> Stand:
    layer, factors = layer_of(stand), stand.meeting.factors
    if not text:
        layers = [*Layer]
        later = layers.index(layer) + 1
        return replace(stand, at=layers[later], page=0) if layers[later:] else onward(stand)
    shown = causes(course.talk, stand)
    picked = numbers(text)
    if picked and not all(0 < number <= len(shown) for number in picked):
        return saying(stand, _words(course).no_such)
    if not picked:
        _, said = number_before(text, len(shown))
        side = Side.LOWERS if said.startswith("+") else Side.RAISES
        typed = Factor(layer, side, said.lstrip("+-− "))
        meeting = replace(stand.meeting, factors=(*factors, typed))
        return replace(stand, meeting=meeting, page=LAST)
    for number in picked:
        taken = shown[number - 1]
        same = [f for f in factors if (f.layer, f.side, f.text) == (layer, taken.side, taken.text)]
        kept = tuple(factor for factor in factors if factor not in same)
        factors = kept if same else (*factors, taken)
    return replace(stand, meeting=replace(stand.meeting, factors=factors))


def _positions(course: "Course", stand: Stand, text: str) -> Stand:
    talk, picked = course.talk, numbers(text)
    asked = question(talk)
    if contested(talk) is None or stand.at == "follow":
        if not text or asked is None:
            return onward(stand)
        if not picked and not contested(talk):
            return _as_in_the_talk(course, stand, text)
        options = choices(asked) if contested(talk) else asked.options
        if len(picked) != 1 or not 0 < picked[0] <= len(options):
            return saying(stand, _words(course).unheard)
        return _answered(course, stand, options[picked[0] - 1].key)
    if not stand.at:
        return _begun(course, stand, text)
    return _said(course, stand, text)


def _as_in_the_talk(course: "Course", stand: Stand, text: str) -> Stand:
    """What is typed at a question about which no table differs is read as the talk reads it."""
    understood = read(course.talk, text)
    if isinstance(understood, Wrong):
        return saying(stand, understood.message)
    if not isinstance(understood, Chosen | Unknown | Given | Born | FirstDay):
        return saying(stand, _words(course).unheard)
    before, asked = len(course.before), course.asked
    told = [part.text for part in course.hear(text) if isinstance(part, Said)]
    if course.asked == asked and len(course.before) == before:
        return saying(stand, *told)
    told = told or [_words(course).answered.format(text)]
    return replace(saying(stand, *told), at="", page=0)


def _begun(course: "Course", stand: Stand, text: str) -> Stand:
    """The overview: Enter goes round the table first, and then to what would follow."""
    talk = course.talk
    if text:
        return saying(stand, _words(course).unheard)
    here = present(talk, stand.meeting)
    if positions_at(talk, stand.meeting) or not here:
        return replace(stand, at="follow", page=0)
    return replace(stand, at=here[0].actor, page=0)


def _said(course: "Course", stand: Stand, text: str) -> Stand:
    """What the party whose turn it is says; "allen 2" says it for all who did not speak yet."""
    talk, words = course.talk, _words(course)
    asked = contested(talk)
    assert asked is not None
    options = choices(asked)
    here = [party.actor for party in present(talk, stand.meeting)]
    turn = here.index(stand.at) if stand.at in here else len(here)
    speaking = here[turn : turn + 1]
    first, _, rest = text.partition(" ")
    if talk.library.meeting.commands.get(first.casefold()) == "all":
        speaking, (first, _, rest) = here[turn:], rest.strip().partition(" ")
    said = {**stand.meeting.positions.get(asked.step, {})}
    if text:
        number = int(first) if first.isdecimal() else 0
        if not 0 < number <= len(options):
            return saying(stand, words.unheard)
        position = Position(options[number - 1].choice, rest.strip())
        said |= dict.fromkeys(speaking, position)
    positions = {**stand.meeting.positions, asked.step: said}
    after_them = here[turn + max(len(speaking), 1) :]
    meeting = replace(stand.meeting, positions=positions)
    return replace(stand, meeting=meeting, at=after_them[0] if after_them else "", page=0)


def _answered(course: "Course", stand: Stand, key: str) -> Stand:
    """What the table chose becomes the answer; who the route asks for now joins."""
    words, before = _words(course), {p.actor for p in roll(course.talk, stand.meeting)}
    asked = course.asked
    label = next((o.label for o in asked.options if o.key == key), "") if asked else ""
    course.pick(key)
    joined = [p.word for p in roll(course.talk, stand.meeting) if p.actor not in before]
    told = [words.answered.format(label), *(words.joined.format(each) for each in joined)]
    return replace(saying(stand, *told), at="", page=0)


def _stages(course: "Course", stand: Stand, text: str) -> Stand:
    if not text:
        return onward(stand)
    parts = [each.strip() for each in text.split(";", MOST_STAGES - 1)]
    parts += [""] * (MOST_STAGES - len(parts))
    stage = Stage(parts[0], parts[1], parts[2], parts[3], parts[4])
    meeting = stand.meeting
    return replace(stand, meeting=replace(meeting, stages=(*meeting.stages, stage)))


def _regie(course: "Course", stand: Stand, text: str) -> Stand:
    here, picked, words = present(course.talk, stand.meeting), numbers(text), _words(course)
    if not text:
        open_still = () if stand.meeting.regie else (words.no_regie,)
        return saying(onward(stand), *open_still)
    if picked and not (len(picked) == 1 and 0 < picked[0] <= len(here)):
        return saying(stand, words.no_such)
    who = Who(here[picked[0] - 1].word, stand) if picked else meant(course.talk, stand, text)
    if not (regie := who.word):
        return who.stand
    told = words.regie_is.format(regie)
    return saying(onward(replace(stand, meeting=replace(stand.meeting, regie=regie))), told)


def _evaluation(course: "Course", stand: Stand, text: str) -> Stand:
    talk, words, picked = course.talk, _words(course), numbers(text)
    offered = days_offered(talk)
    if not text:
        decided = stand.meeting.evaluation.settled
        return onward(stand) if decided else saying(stand, words.must_settle)
    if picked == (len(offered) + 1,):
        evaluation = Evaluation(open=True)
    elif len(picked) == 1 and 0 < picked[0] <= len(offered):
        evaluation = Evaluation(offered[picked[0] - 1])
    elif (day := ahead.read(text, talk.today)) is not None:
        if day < talk.today:
            return saying(stand, words.past_day)
        evaluation = Evaluation(day)
    else:
        return saying(stand, words.no_day)
    return _looking_again(talk, stand, evaluation)


def _looking_again(talk: Conversation, stand: Stand, evaluation: Evaluation) -> Stand:
    """The day is set; one that is odd stays on the wall with what is odd about it."""
    from routeboek_tui.conversation.overleg.plan import day_remarks

    chosen = replace(stand, meeting=replace(stand.meeting, evaluation=evaluation))
    odd = tuple(day_remarks(talk, evaluation.on)) if evaluation.on else ()
    if odd:
        return saying(chosen, *odd)
    return saying(onward(chosen), *settled(talk, chosen))


def _out(course: "Course", stand: Stand, text: str) -> Stand:
    picked, words = numbers(text), _words(course)
    if not text:
        return replace(stand, at="")
    most = len(ticks(course.talk, stand.meeting))
    if stand.at == "tick" and picked and all(0 < number <= most for number in picked):
        return replace(stand, meeting=turned(stand.meeting, picked))
    return saying(stand, words.no_such if picked else words.unheard)


_ACTS: dict[Part, Callable[["Course", Stand, str], Stand]] = {
    Part.ROLL: _roll,
    Part.SITUATION: _situation,
    Part.OWN_WORDS: _own_words,
    Part.ANALYSIS: _analysis,
    Part.POSITIONS: _positions,
    Part.AGREEMENTS: agreements,
    Part.STAGES: _stages,
    Part.REGIE: _regie,
    Part.EVALUATION: _evaluation,
    Part.OUT: _out,
}
