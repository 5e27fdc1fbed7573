"""Days as they are written in Dutch: the one reader of dates, and the way they are written out."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
SHORT_DAYS = ("ma", "di", "wo", "do", "vr", "za")
"""As people write them before a day in figures; "zo" is a word of its own."""

AGO = ("vandaag", "gisteren", "eergisteren")
"""Words for a day, by how many days ago it was."""

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""The days that can be meant. Beyond them a term could run out of the calendar."""

_SHORT = {"maart": "mrt"}
_NUMBERS = {
    said: number
    for number, name in enumerate(MONTHS, start=1)
    for said in (name, _SHORT.get(name, name[:3]), *(("sept",) if name == "september" else ()))
}
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?<![0-9])(?:\b(?P<weekday>{'|'.join(WEEKDAYS)}),? )?(?:"
    r"(?P<iso>[0-9]{4})-(?P<iso_month>[0-9]{1,2})-(?P<iso_day>[0-9]{1,2})"
    r"|(?P<day>[0-9]{1,2})(?P<sep>[-/.])(?P<month>[0-9]{1,2})(?P=sep)(?P<year>[0-9]{4}|[0-9]{2})"
    rf"|(?P<named>[0-9]{{1,2}})e?[ ]{{0,3}}(?P<name>{_MONTH})\b\.?"
    r"(?:[ ]{1,3}(?P<named_year>[0-9]{4}))?"
    r")(?![0-9])"
    rf"|\b(?P<short>{'|'.join((*WEEKDAYS, *SHORT_DAYS))})\.? "
    r"(?P<short_day>[0-9]{1,2})[-/](?P<short_month>[0-9]{1,2})(?![-/.]?[0-9])"
    rf"|\b(?P<word>{'|'.join(AGO)})\b",
    re.IGNORECASE,
)

_PAIR = re.compile(
    r"(?<![\w/.-])([0-9]{1,2})[-/]([0-9]{1,2})(?![-/.]?[0-9])"
    r"(?=\s*(?:$|[,;:.!?)=(]|(?:en|t/m|tot|is|was|nog|al|ziek|weg|afwezig|[0-9])\b))",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[ ]*(?:[,;&+]|,?[ ]*\b(?:en|t/m)\b)[ ]*(?:op[ ]+)?", re.IGNORECASE)
_CALLED = re.compile(
    r"\b(?:sinds|vanaf|is|was|op|per|(?:ziekte)?dag(?: [a-z ]{1,25})?)[ :]*$", re.IGNORECASE
)

_BEFORE = re.compile(
    r"(?:^|[,;:(.!?] ?|\b(?:op|van|dagen|data|de|en) )"
    r"(?P<row>(?:[0-9]{1,2}, ?)*[0-9]{1,2}(?:,? en | & ))(?:op )?$",
    re.IGNORECASE,
)
"""A row of numbers before a day with its month, where nothing counts by the first of them."""


_ALONE = re.compile(rf"(?<![0-9e] )\b(?P<name>{_MONTH})\.? (?P<year>[0-9]{{4}})\b", re.IGNORECASE)


class Found(Struct, frozen=True):
    """A day from ``start`` to ``end`` in a text.

    ``day`` is ``None`` where it does not exist, lies before :data:`FIRST` or after :data:`LAST`, or
    fell on another ``weekday`` than the text says.
    """

    start: int
    end: int
    day: date | None


def find(text: str, today: date | None) -> tuple[Found, ...]:
    """Every day in ``text``.

    Without a year, or with two figures of one, it is the last such day up to ``today``. Without
    ``today`` only what is written in full is a day.
    """
    found = (match for match in _DATE.finditer(text) if today or _whole(match))
    days = [Found(match.start(), match.end(), _day(match, today)) for match in found]
    if today:
        days += [*_in_figures(text, days, today), *_of_that_month(text, days)]
    return tuple(sorted(days, key=lambda day: day.start))


def _of_that_month(text: str, days: Sequence[Found]) -> Iterator[Found]:
    """The days before one with its month, in a row of that month: "22, 25 en 27 januari"."""
    for last in days:
        row = _BEFORE.search(text, 0, last.start)
        numbers = [*re.finditer(r"[0-9]+", row["row"])] if row and last.day else []
        each = [*(int(number[0]) for number in numbers), last.day.day if last.day else 0]
        if row and last.day and each == sorted(set(each)) and each[0]:
            for number, day in zip(numbers, each, strict=False):
                start = row.start("row") + number.start()
                yield Found(start, start + len(number[0]), last.day.replace(day=day))


def _in_figures(text: str, days: Sequence[Found], today: date) -> Iterator[Found]:
    """The days in ``text`` that are a day and a month in figures, and nothing else.

    "8-9" can be eight or nine as well. It is a day behind a word that says so, and in a row of
    three, or beside one that is a day for certain.
    """
    marks = {day.start: day for day in days}
    taken = [range(day.start, day.end) for day in days]
    for match in _PAIR.finditer(text):
        if not any(match.start() in each for each in taken):
            try:
                day = _latest(int(match[2]), int(match[1]), today)
            except ValueError:
                continue
            marks[match.start()] = Found(match.start(), match.end(), day)
    row: list[Found] = []
    for each in (*(marks[start] for start in sorted(marks)), None):
        if row and each and _JOINED.fullmatch(text, row[-1].end, each.start):
            row.append(each)
            continue
        sure = any(day in days for day in row) or len(row) > 2  # noqa: PLR2004 - a row of three
        if sure or (row and _CALLED.search(text, 0, row[0].start)):
            yield from (day for day in row if day not in days)
        row = [each] if each else []


def read(text: str, today: date | None = None) -> date | None:
    """The day that is all ``text`` says, "op" before it included; ``None`` where it is none."""
    bare = re.sub(r"^op ", "", text.strip(), flags=re.IGNORECASE)
    found = find(bare, today)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(bare))
    return found[0].day if whole else None


def month(text: str) -> date | None:
    """The first day of the one month ``text`` names without a day; ``None`` where it names none."""
    found = list(_ALONE.finditer(text))
    if len(found) != 1:
        return None
    first = date(int(found[0]["year"]) or 1, _NUMBERS[found[0]["name"].lower()], 1)
    return first if FIRST <= first <= LAST else None


def exact(text: str) -> date | None:
    """The day written as ``2026-11-28``; ``None`` where it is none that can be meant."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST <= day <= LAST else None


def write(day: date) -> str:
    """``day`` as on a Dutch letter: 3 maart 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """The day of the week, as it is called."""
    return WEEKDAYS[day.weekday()]


def named(day: date) -> str:
    """``day`` with its weekday: zaterdag 12 december 2026."""
    return f"{weekday(day)} {write(day)}"


def short(day: date) -> str:
    """``day`` in figures, the Dutch way: 7-9-2026."""
    return f"{day.day}-{day.month}-{day.year}"


def _whole(match: re.Match[str]) -> bool:
    """Whether a day is written with the whole of its year."""
    year = match["year"] or ""
    return bool(match["iso"] or match["named_year"] or len(year) > 2)  # noqa: PLR2004 - two figures


def _day(match: re.Match[str], today: date | None) -> date | None:
    parts = match.groupdict()
    try:
        if today and parts["word"]:
            return today - timedelta(days=AGO.index(parts["word"].lower()))
        day = _written(parts, today or date.max)
    except (ValueError, OverflowError):
        return None
    weekday = WEEKDAYS[day.weekday()]
    said = (parts["weekday"] or parts["short"] or weekday).lower()
    agrees = weekday in {said, *(day for day in WEEKDAYS if day[:2] == said)}
    return day if agrees and FIRST <= day <= LAST else None


def _written(parts: dict[str, str], today: date) -> date:
    if parts["iso"]:
        return date(int(parts["iso"]), int(parts["iso_month"]), int(parts["iso_day"]))
    if parts["day"]:
        return date(_year(parts["year"], today), int(parts["month"]), int(parts["day"]))
    if parts["short"]:
        return _latest(int(parts["short_month"]), int(parts["short_day"]), today)
    month, day = _NUMBERS[parts["name"].lower()], int(parts["named"])
    if parts["named_year"]:
        return date(int(parts["named_year"]), month, day)
    return _latest(month, day, today)


def _latest(month: int, day: int, today: date) -> date:
    past = (month, day) <= (today.month, today.day)
    return date(today.year if past else today.year - 1, month, day)


def _year(text: str, today: date) -> int:
    """The year; of two figures the last such year up to the current one."""
    year = int(text)
    if len(text) > 2:  # noqa: PLR2004 - two figures
        return year
    century = today.year - today.year % 100
    return century + year if century + year <= today.year else century - 100 + year
