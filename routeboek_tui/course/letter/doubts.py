"""What may be so in a letter but seldom is: its days, and what differs from the talk."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.calendar import LONGEST
from routeboek_tui.core.letter import Field, FieldType, Letter
from routeboek_tui.course.letter.asked import Asked
from routeboek_tui.letters.values import clean
from routeboek_tui.text import dates
from routeboek_tui.text.characters import plain

CLOSED = (
    "Bij “{}” staat {}. Dan is er geen school: het is weekend, vakantie of een vrije dag."
    " Kijk de datum na, of bevestig dat het klopt."
)
GONE_BY = (
    "Bij “{}” staat {}. Die dag is al voorbij, en deze brief schrijft alsof hij nog komt."
    " Kijk de datum na, of bevestig dat je de brief zo wilt versturen."
)
TOO_MANY_DAYS = (
    "Van {} tot en met {} zijn {} schooldagen. Voor deze brief is het hooguit {}."
    " Kijk de datums na, of bevestig dat het klopt."
)
TOO_MUCH = (
    "Bij “{}” staat {}. Voor deze brief is het hooguit {}. Kijk het na, of bevestig dat het klopt."
)
SPAN_AHEAD = (
    "Bij “{}” staat een dag die nog komt: {}. Kijk de datums na, of bevestig dat het klopt."
)
SPAN_TURNED = "Bij “{}” ligt de laatste dag voor de eerste: {}. Kijk de datums na."
SPAN_LONG = (
    "Bij “{}” staat {}. Dat is langer dan {} weken. Kijk de datums na, of bevestig dat het klopt."
)
OTHERWISE = (
    "Bij “{}” staat “{}”. In het gesprek was het “{}”. Kijk na welke klopt, of bevestig dat de"
    " brief klopt."
)
_CERTAIN = {FieldType.CHOICE, FieldType.COUNT, FieldType.DATE}
"""What the talk knows exactly; lines of text may say the same in other words."""


def doubts(
    letter: Letter, values: Mapping[str, str], known: Mapping[str, str], talk: Conversation
) -> Iterator[Asked]:
    """All in ``letter`` that is asked about; ``known`` is what the talk knows, by field."""
    for field in (talk.library.fields[name] for name in letter.fields):
        value = values[field.name]
        said = known.get(field.name, value)
        if field.type in _CERTAIN and value and _shown(field, value) != _shown(field, said):
            words = OTHERWISE.format(
                talk.say(field.label), _shown(field, value), _shown(field, said)
            )
            yield Asked(field.name, words)
        if field.type is FieldType.DATE and (day := dates.read(value)):
            yield from _of_day(letter, field, day, values, talk)
        if field.span:
            yield from _of_span(field, value, talk)
        if field.type is FieldType.COUNT and (most := _most(letter, field, talk)):
            number = value.partition(",")
            if number[0].isdecimal() and (int(number[0]), number[2]) > (most, ""):
                yield Asked(field.name, TOO_MUCH.format(talk.say(field.label), value, most))


def _of_day(
    letter: Letter, field: Field, day: date, values: Mapping[str, str], talk: Conversation
) -> Iterator[Asked]:
    calendars = talk.rulebook.knowledge.calendars.of(talk.trail.known)
    named = talk.say(field.label), dates.named(day)
    if field.meeting and not any(each.is_school_day(day) for each in calendars):
        yield Asked(field.name, CLOSED.format(*named))
    if field.name in letter.coming and day < talk.today:
        yield Asked(field.name, GONE_BY.format(*named))
    first = _first(letter, field, values)
    most = _most(letter, field, talk)
    if most and first and first <= day:
        long = (day - first).days >= LONGEST
        count = LONGEST if long else min(each.school_days(first, day) for each in calendars)
        if count > most:
            span = dates.write(first), dates.write(day)
            yield Asked(field.name, TOO_MANY_DAYS.format(*span, count, most))


def _of_span(field: Field, value: str, talk: Conversation) -> Iterator[Asked]:
    """What is odd in a time that is written as a line."""
    label, weeks = talk.say(field.label), talk.rulebook.knowledge.value(field.span, talk.today)
    for first, last in dates.spans(value, dates.find(value, talk.today)):
        if first.day is None or last.day is None:
            continue
        said = value[first.start : last.end]
        if last.day < first.day:
            yield Asked(field.name, SPAN_TURNED.format(label, said))
        elif last.day - first.day >= timedelta(weeks=weeks):
            yield Asked(field.name, SPAN_LONG.format(label, said, weeks))
        if max(first.day, last.day) > talk.today:
            yield Asked(field.name, SPAN_AHEAD.format(label, dates.write(max(first.day, last.day))))


def _most(letter: Letter, field: Field, talk: Conversation) -> int:
    """What is seldom exceeded in ``field``; 0 for nothing."""
    figure = letter.most.get(field.name)
    return talk.rulebook.knowledge.value(figure, talk.today) if figure else 0


def _first(letter: Letter, field: Field, values: Mapping[str, str]) -> date | None:
    """The first of the days of which the day in ``field`` is the last."""
    names = (name for name in field.not_before if name in letter.fields)
    return next((day for name in names if (day := dates.read(values[name]))), None)


def _shown(field: Field, value: str) -> str:
    return plain(value) if field.type is FieldType.COUNT else clean(value, field.type)
