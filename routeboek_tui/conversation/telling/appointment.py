"""What a line says of meetings that people set a day for themselves: which one, and when."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from routeboek_tui.core.terms.milestone import Start
from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text import ahead
from routeboek_tui.text.characters import bare_line, plain
from routeboek_tui.text.clauses import AND, WHILE, clauses
from routeboek_tui.text.near_days import WEEKDAYS, near

LONGEST = 1000
"""Characters. Of a longer text only the beginning is read."""

FURTHEST = timedelta(days=183)
"""How far ahead a day can lie that was set: a day without a year lies no further than that."""

_WORD = re.compile(r"[^\s,;:!?()]+")
_MOST_WORDS = 4
_NUMBERED = re.compile(r"[0-9]")
_LOOSE = re.compile(r"[0-9][-/][0-9]")
"""Two figures that can be anything as well as a day."""

_BEGIN = frozenset((*WEEKDAYS, *(day[:2] for day in WEEKDAYS), "morgen", "overmorgen", "over"))
"""The words in which a day begins that does not begin with a number."""


class Appointment(Struct, frozen=True):
    """A meeting by its name in the guide, "" for one that was not named, and its day.

    Without a day it is cancelled. ``moved`` says that it takes the place of an earlier day.
    """

    name: str
    on: date | None
    moved: bool = False


class Heard(Struct, frozen=True):
    """The appointments in a line, and what else stands in it."""

    appointments: tuple[Appointment, ...] = ()
    rest: str = ""


def appointments(text: str, starts: Mapping[str, Start], language: Language, today: date) -> Heard:
    """The appointments that ``text`` tells.

    What was, is denied, doubted or asked is none, and neither is a last day or a day of every week.
    """
    line = bare_line(text[:LONGEST])
    meetings = {name: start for name, start in starts.items() if start.meeting}
    found: list[Appointment] = []
    rest: list[str] = []
    for clause in _clauses(line, language, today):
        said = tuple(_in(clause, meetings, language, today))
        # What is joined to a meeting with "en" can be something else, of which it says nothing.
        whole = said or clause.rstrip().endswith("?")
        for each in (clause,) if whole else clauses(clause, AND):
            of_it = said or tuple(_in(each, meetings, language, today))
            found += of_it
            if not of_it:
                rest.append(each)
    return Heard(tuple(found), ", ".join(rest))


def _clauses(line: str, language: Language, today: date) -> list[str]:
    """The clauses of ``line``; one that is only a day belongs to the one before it."""
    found: list[str] = []
    time = pattern(language.appointment["time"])
    for each in clauses(line, WHILE):
        days = _days(each, today)
        left = plain(f"{each[: days[0][0]]}{each[days[0][1] :]}").strip() if days else each
        alone = len(days) == 1 and (not left or time.fullmatch(left))
        if found and alone and not _days(found[-1], today):
            found[-1] = f"{found[-1]} {each}"
        elif len(days) > 1:
            found += clauses(each, AND)
        else:
            found.append(each)
    return found


def _in(
    clause: str, meetings: Mapping[str, Start], language: Language, today: date
) -> Iterator[Appointment]:
    """What one clause tells of a meeting."""
    ways, said = language.appointment, plain(clause)
    if clause.rstrip().endswith("?") or pattern(ways["over"]).search(said):
        return
    name = next((n for n, start in meetings.items() if _named(start, said, ways)), "")
    some = pattern(ways["some"]).search(said)
    if not name and not some:
        return
    if pattern(ways["cancelled"]).search(said):
        yield Appointment(name, None)
        return
    moved = bool(pattern(ways["moved"]).search(said))
    denied = language.negators.intersection(said.split()) or pattern(ways["unsure"]).search(said)
    days = _days(clause, today)
    if denied or not days or ahead.every_week(clause) or not (name or moved):
        return
    start, _, on = days[-1] if moved else days[0]
    head = f"{plain(clause[:start])}$"
    by = pattern(ways["by"]).search(head) and not pattern(ways["planned"]).search(said)
    if (len(days) > 1 and not moved) or by or pattern(ways["until"]).search(head):
        return
    if today < on <= today + FURTHEST:
        yield Appointment(name, on, moved)


def _named(start: Start, said: str, ways: Mapping[str, Sequence[str]]) -> bool:
    """Whether ``said`` names a meeting, and not only as what something else comes of."""
    found = pattern(start.said).search(said)
    return bool(found and not pattern(tuple(ways["beside"])).search(f"{said[: found.start()]}$"))


def _days(clause: str, today: date) -> list[tuple[int, int, date]]:
    """The days of ``clause`` with their places: a weekday is the coming one unless it says so."""
    found = [(each.start, each.end, each.day) for each in near(clause, today)]
    words = [*_WORD.finditer(clause)]
    place = 0
    while place < len(words):
        day, last = _day_from(clause, words, place, today)
        start, end = words[place].start(), words[last].end()
        if day and not any(start < e and s < end for s, e, _ in found):
            found.append((start, end, day))
            place = last
        place += 1
    return sorted(found)


def _day_from(
    clause: str, words: Sequence[re.Match[str]], place: int, today: date
) -> tuple[date | None, int]:
    """The longest day that begins at a word, and the place of its last word."""
    first = words[place][0].casefold()
    if _LOOSE.fullmatch(first) or not (_NUMBERED.search(first) or first in _BEGIN):
        return None, place
    for last in range(min(place + _MOST_WORDS, len(words)) - 1, place - 1, -1):
        said = clause[words[place].start() : words[last].end()].rstrip(".")
        if day := ahead.read(said, today):
            return day, last
    return None, place
