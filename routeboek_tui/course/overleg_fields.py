"""What a meeting fills in: the value of each field of a letter that says what it takes of it.

Of the analysis and of the pupil's own sheet that is only what was ticked. Which fields a letter
has, and so who may read them, is decided by the letter; here nothing is added to it.
"""

from collections.abc import Callable, Iterator, Mapping

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.letter import Field, Letter, Part
from routeboek_tui.core.meeting import Here, Meeting, Position, differing
from routeboek_tui.library.content import Text
from routeboek_tui.text import dates
from routeboek_tui.text.characters import one_line

CELL = "; "
"""Between the cells of a table, as it is typed."""


def filled(talk: Conversation, meeting: Meeting, letter: Letter) -> dict[str, str]:
    """What ``meeting`` fills in of ``letter``, by field, as it would be typed."""
    fields = (talk.library.fields[name] for name in letter.fields)
    every = {field.name: _value(talk, meeting, letter, field) for field in fields if field.overleg}
    return {name: value for name, value in every.items() if value}


def _value(talk: Conversation, meeting: Meeting, letter: Letter, field: Field) -> str:
    assert field.overleg
    words = {name: talk.say(each) for name, each in field.overleg.words.items()}
    next_one = not set(letter.ahead).isdisjoint(_days(talk, letter))
    lines = _LINES[field.overleg.part](talk, meeting, words, next_one)
    return "\n".join(line for line in lines if line)


def _days(talk: Conversation, letter: Letter) -> Iterator[str]:
    """The fields of ``letter`` that are the day of a meeting like this one."""
    for name in letter.fields:
        taken = talk.library.fields[name].overleg
        if taken and taken.part is Part.DAY:
            yield name


Lines = Callable[[Conversation, Meeting, Mapping[str, str], bool], Iterator[str]]


def _day(
    talk: Conversation, meeting: Meeting, _words: Mapping[str, str], next_one: bool
) -> Iterator[str]:
    day = meeting.evaluation.on if next_one else meeting.held_on or talk.today
    yield dates.short(day) if day else ""


def _present(
    talk: Conversation, meeting: Meeting, words: Mapping[str, str], next_one: bool
) -> Iterator[str]:
    for party, here in meeting.roll.items():
        word = talk.word(party)
        if next_one or here is Here.PRESENT:
            yield word
        elif here is Here.LEFT:
            yield words["left"].replace("#", word)


def _absent(
    talk: Conversation, meeting: Meeting, _words: Mapping[str, str], _next_one: bool
) -> Iterator[str]:
    yield from (talk.word(who) for who, here in meeting.roll.items() if here is Here.ABSENT)


def _agreements(
    _talk: Conversation, meeting: Meeting, _words: Mapping[str, str], _next_one: bool
) -> Iterator[str]:
    for each in meeting.agreements:
        yield row(each.who, each.what, dates.write(each.by) if each.by else "")


def _stages(
    _talk: Conversation, meeting: Meeting, _words: Mapping[str, str], _next_one: bool
) -> Iterator[str]:
    for each in meeting.stages:
        yield row(each.week, each.when, each.where, each.adult, each.else_)


def _stage_lines(
    _talk: Conversation, meeting: Meeting, _words: Mapping[str, str], _next_one: bool
) -> Iterator[str]:
    for each in meeting.stages:
        yield ", ".join(filter(None, map(one_line, (each.week, each.when, each.where))))


def _regie(
    _talk: Conversation, meeting: Meeting, _words: Mapping[str, str], _next_one: bool
) -> Iterator[str]:
    yield one_line(meeting.regie)


def _evaluation(
    _talk: Conversation, meeting: Meeting, _words: Mapping[str, str], _next_one: bool
) -> Iterator[str]:
    yield dates.short(meeting.evaluation.on) if meeting.evaluation.on else ""


def _open(
    _talk: Conversation, meeting: Meeting, words: Mapping[str, str], _next_one: bool
) -> Iterator[str]:
    yield words["open"] if meeting.evaluation.open and not meeting.evaluation.on else ""


def _factors(
    _talk: Conversation, meeting: Meeting, words: Mapping[str, str], _next_one: bool
) -> Iterator[str]:
    for each in meeting.factors:
        if each.ticked:
            yield words[f"{each.layer}_{each.side}"].replace("#", one_line(each.text))


def _own_words(
    _talk: Conversation, meeting: Meeting, _words: Mapping[str, str], _next_one: bool
) -> Iterator[str]:
    yield from (one_line(each.text) for each in meeting.own_words if each.ticked)


def _positions(
    talk: Conversation, meeting: Meeting, words: Mapping[str, str], _next_one: bool
) -> Iterator[str]:
    for step, positions in meeting.positions.items():
        text = text_of(talk, step)
        for party, position in positions.items():
            said = _said(talk, text, position, words["unknown"])
            yield row(talk.say(text.question or text.title), talk.word(party), said)


def _differences(
    talk: Conversation, meeting: Meeting, words: Mapping[str, str], _next_one: bool
) -> Iterator[str]:
    for step, positions in meeting.positions.items():
        if differing(positions):
            text = text_of(talk, step)
            yield words["about"].replace("#", talk.say(text.question or text.title))
            for party, position in positions.items():
                yield f"{talk.word(party)}: {_said(talk, text, position, words['unknown'])}"


def _said(talk: Conversation, text: Text, position: Position, unknown: str) -> str:
    """A position in words, with the line of why behind it."""
    choice = text.choices.get(position.choice)
    said = talk.say(choice.label) if choice else unknown
    why = one_line(position.why)
    return f"{said}. {why}" if why else said


def text_of(talk: Conversation, step: str) -> Text:
    """The words of a step, of this route or of one that led to it.

    :raises KeyError: when none of them has the step
    """
    for leg in (talk, *reversed(talk.earlier)):
        texts = talk.library.texts[leg.flow.id]
        if step in texts:
            return texts[step]
    raise KeyError(step)


def row(*cells: str) -> str:
    """A row of a table as it is typed; what was typed in a cell makes no other cells."""
    return CELL.join(one_line(cell).replace(";", ",") for cell in cells)


_LINES: Mapping[Part, Lines] = {
    Part.DAY: _day,
    Part.PRESENT: _present,
    Part.ABSENT: _absent,
    Part.AGREEMENTS: _agreements,
    Part.STAGES: _stages,
    Part.STAGE_LINES: _stage_lines,
    Part.REGIE: _regie,
    Part.EVALUATION: _evaluation,
    Part.OPEN: _open,
    Part.FACTORS: _factors,
    Part.OWN_WORDS: _own_words,
    Part.POSITIONS: _positions,
    Part.DIFFERENCES: _differences,
}
