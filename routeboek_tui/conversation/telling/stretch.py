"""The first and the last day of what is asked or decided ahead: leave, a suspension."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from routeboek_tui.conversation.telling.count import DAY, THROUGH, Part, with_another
from routeboek_tui.core.calendar import SATURDAY, WEEK, Calendar, monday
from routeboek_tui.core.terms.milestone import Start
from routeboek_tui.library.ways import pattern

_BETWEEN = rf"(?:{THROUGH}|,? en |, ?)"
_JOIN = re.compile(_BETWEEN)
_ROW = re.compile(rf"(?:(?P<first>[0-9]{{1,2}}){_BETWEEN})?{DAY}(?:{_BETWEEN}{DAY})*")
_FROM = re.compile(r"\btussen $")
"""What stands before two days of which "en" names the last one of a whole time."""

_AND = {"", "en"}
"""What stands between days that are each named: of what goes on they are no whole time."""

_AND_AGAIN = re.compile(rf"(?:(?P<first>[0-9]{{1,2}})|{DAY}),? en (?:[a-z]+ ){{0,2}}{DAY}")
_SENTENCE = re.compile(r"[^.;!?]+")

BOTH = 2
"""Days of what came about twice."""

_UP_TO = "tot en met"
_SENTENCES = re.compile(r"[.;!?]\s")


class _Run(Struct, frozen=True):
    """Days in a row, from one up to another or each named, and their place in a text."""

    start: int
    end: int
    first: date
    last: date
    each: bool = False


def bounds(
    text: str,
    parts: Sequence[Part],
    days: Sequence[date | None],
    starts: Mapping[str, Start],
    today: date,
) -> dict[str, date]:
    """The days at which what ``text`` tells of begins and ends, by what they are the day of.

    ``days`` are those for which :data:`DAY` stands in it. What is asked for or may be so has its
    days as well; what another child has, or what is denied, has none. What is not
    announced lies not ahead.
    """
    found: dict[str, date] = {}
    runs = sorted(_rows(text, days), key=lambda run: run.start)
    for run in runs:
        inside = [(p, other) for p, other in with_another(parts) if _in(run, p)]
        if any(other or part.has("denied") for part, other in inside):
            continue
        end = max((part.end for part, _ in inside), default=run.end)
        for name in _named(text, run, end, runs, starts, today):
            found.setdefault(name, run.first)
            found.setdefault(starts[name].until, run.last)
    return {name: day for name, day in found.items() if day <= today or starts[name].ahead}


def after(
    text: str,
    parts: Sequence[Part],
    days: Sequence[date | None],
    starts: Mapping[str, Start],
    calendars: Sequence[Calendar],
) -> dict[str, date]:
    """The school day after the one day on which ``text`` says that something was the last time."""
    day = days[0] if len(days) == 1 else None
    if day is None:
        return {}
    found = {calendar.school_day_after(day, 1) for calendar in calendars}
    own = [p for p, other in with_another(parts) if not (other or p.asks)]
    # A day between two words parts them not.
    told = [text[each.start : each.end].replace(f"{DAY} ", "") for each in own]
    ways = {name: pattern(start.after) for name, start in starts.items() if start.after}
    named = [name for name, way in ways.items() if any(map(way.search, told))]
    return dict.fromkeys(named, found.pop()) if len(found) == 1 else {}


def twice(
    text: str, parts: Sequence[Part], days: Sequence[date | None], starts: Mapping[str, Start]
) -> dict[str, date]:
    """The first and the second day of what ``text`` says came about on two, of no other child."""
    found: dict[str, date] = {}
    pairs = {name: start for name, start in starts.items() if start.twice}
    if text.count(DAY) != len(days) or not any(_tells(start, text) for start in pairs.values()):
        return found
    for match in _SENTENCE.finditer(text):
        inside = [other for p, other in with_another(parts) if _overlaps(match.span(), p)]
        both = _both(text, match.span(), days)
        for name, start in pairs.items() if both and not any(inside) else ():
            if _tells(start, match[0].replace(f"{DAY} ", "")):
                found |= {name: both[0], start.until: both[1]}
    return found


def _both(text: str, place: tuple[int, int], days: Sequence[date | None]) -> list[date]:
    """The two days of the sentence at ``place``, or those of it that stand together."""
    said = text[place[0] : place[1]]
    row = _AND_AGAIN.search(said)
    start, end = row.span() if row else (0, len(said))
    before = text[: place[0] + start].count(DAY)
    found = [day for day in days[before : before + said[start:end].count(DAY)] if day]
    number = int(row["first"] or 0) if row else 0
    if number and found and number < found[0].day:
        found.insert(0, found[0].replace(day=number))
    return found if len(found) == BOTH and found[0] < found[-1] else []


def _overlaps(place: tuple[int, int], part: Part) -> bool:
    return part.start < place[1] and place[0] < part.end


def _in(run: _Run, part: Part) -> bool:
    return part.start < run.end and run.start < part.end


def _named(  # noqa: PLR0913, PLR0917 - a time, and all that stands around it
    text: str,
    run: _Run,
    end: int,
    runs: Sequence[_Run],
    starts: Mapping[str, Start],
    today: date,
) -> list[str]:
    """What ``run`` is a time of: what stands around it, or in all of a text of no other days."""
    before = max((each.end for each in runs if each.end <= run.start), default=0)
    head = _SENTENCES.split(text[before : run.start])[-1]
    whole = f"{head}{text[run.end : end]}"
    pairs = [n for n, start in starts.items() if start.until and (start.once or not run.each)]
    if run.first == run.last:
        return [n for n in pairs if run.first >= today and _before(starts[n], head)]
    found = [name for name in pairs if _tells(starts[starts[name].until], whole)]
    only = text.count(DAY) == text[run.start : run.end].count(DAY)
    return found or [name for name in pairs if only and _tells(starts[starts[name].until], text)]


def _before(start: Start, head: str) -> bool:
    """Whether ``head`` ends in what is said before the one day of it."""
    return any(found.end() == len(head) for found in pattern(start.on).finditer(head))


def _tells(start: Start, said: str) -> bool:
    return bool(pattern(start.said).search(said))


def _rows(text: str, days: Sequence[date | None]) -> Iterator[_Run]:
    """The days in ``text`` that stand from one up to another, or one after the other."""
    if text.count(DAY) != len(days):
        return
    for row in _ROW.finditer(text):
        at = text[: row.start()].count(DAY)
        found = days[at : at + row[0].count(DAY)]
        said = [day for day in found if day]
        number = int(row["first"] or 0)
        if number and said and number < said[0].day:
            said.insert(0, said[0].replace(day=number))
        joins = _JOIN.findall(row[0])
        if len(joins) == 1 and _FROM.search(text[: row.start()]):
            joins = [_UP_TO]
        if len(said) == len(joins) + 1 and _together(said, joins):
            yield _Run(
                row.start(), row.end(), said[0], said[-1], each=not {*map(_bare, joins)} - _AND
            )


def _together(days: Sequence[date], joins: Iterable[str]) -> bool:
    """Whether ``days`` are one time: up to and including the next, or the school day after it."""
    return all(
        one < other and (other == _day_after(one) or _bare(join) not in _AND)
        for (one, other), join in zip(pairwise(days), joins, strict=True)
    )


def _bare(join: str) -> str:
    return join.strip(" ,")


def _day_after(day: date) -> date:
    """The next day that is not in a weekend."""
    after = day + timedelta(days=1)
    return after if after.weekday() < SATURDAY else monday(after) + WEEK
