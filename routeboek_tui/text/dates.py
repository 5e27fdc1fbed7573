"""Days as they are written in Dutch: the one reader of dates, and the way they are written out."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from routeboek_tui.text.near_days import WEEKDAYS, near

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
SHORT_DAYS = ("ma", "di", "wo", "do", "vr", "za")
"""As people write them before a day in figures; "zo" is a word of its own."""

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""The days that can be meant. Beyond them a term could run out of the calendar."""

_SHORT = {"maart": "mrt"}
_NUMBERS = {
    said: number
    for number, name in enumerate(MONTHS, start=1)
    for said in (name, _SHORT.get(name, name[:3]), *(("sept",) if name == "september" else ()))
}
_WEEKDAY = "|".join((*WEEKDAYS, *SHORT_DAYS))
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?<![0-9])(?:\b(?P<weekday>{_WEEKDAY})\.?,? )?(?:"
    r"(?P<iso>[0-9]{4})-(?P<iso_month>[0-9]{1,2})-(?P<iso_day>[0-9]{1,2})"
    r"|(?P<day>[0-9]{1,2})(?P<sep>[-/.])(?P<month>[0-9]{1,2})(?P=sep)(?P<year>[0-9]{4}|[0-9]{2})"
    rf"|(?P<named>[0-9]{{1,2}})e?[ ]{{0,3}}(?P<name>{_MONTH})\b\.?"
    r"(?:[ ]{1,3}(?P<named_year>[0-9]{4}))?"
    r")(?![0-9])"
    rf"|\b(?P<short>{_WEEKDAY})\.? "
    r"(?P<short_day>[0-9]{1,2})[-/](?P<short_month>[0-9]{1,2})(?![-/.]?[0-9])",
    re.IGNORECASE,
)

_PAIR = re.compile(
    r"(?<![\w/.-])([0-9]{1,2})[-/]([0-9]{1,2})(?![-/.]?[0-9])"
    r"(?=\s*(?:$|[,;:.!?)=(]|(?:en|t/m|tot|is|was|nog|al|ziek|weg|afwezig|[0-9])\b))",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?: ?\([a-z' ]{1,15}\))?[ :=(]{1,3}[0-9]{1,2}(?:[.,]5)?(?![-/0-9])")
"""A number behind a day: so much it was on it."""
_JOINED = re.compile(
    r"[ ]*(?:[,;&+]|,?[ ]*\b(?:en|t/m|tot en met)\b)[ ]*(?:op[ ]+)?", re.IGNORECASE
)
_CALLED = re.compile(
    r"\b(?:sinds|vanaf|is|was|op|per|(?:ziekte)?dag(?: [a-z ]{1,25})?)[ :]*$", re.IGNORECASE
)

_IN_ROW = rf"(?:(?:{_WEEKDAY})\.? )?[0-9]{{1,2}}"
_BEFORE = re.compile(
    r"(?:(?:^|[,;:(.!?] ?|\b(?:op|van|dagen|data|de|en) )"
    rf"(?P<row>(?:{_IN_ROW}(?:, ?| ?/ ?))*{_IN_ROW}(?:,? en | & |,? (?:tot en met|t/?m|tot) ))"
    rf"|(?:^|; ?|\b(?:op|van|dagen|data|en) )(?P<loose>(?:{_IN_ROW}(?:, ?| ?/ ?))+))(?:op )?$",
    re.IGNORECASE,
)
"""A row of numbers before a day with its month, where nothing counts by the first of them."""

_SPAN = re.compile(r" ?[-–] ?|,? (?:tot en met|t/m) ", re.IGNORECASE)
_OPENED = re.compile(
    rf"(?<![\w/.–-])(?:(?:{_WEEKDAY})\.? )?(?P<first>[0-9]{{1,2}}) ?[-–] ?$", re.IGNORECASE
)
_THROUGH = re.compile(r",? (?:tot en met|t/m|tot) ", re.IGNORECASE)
_NEAR = timedelta(days=183)
"""A day that is ahead, and not farther off than the same day of the year before."""


_ALONE = re.compile(rf"(?<![0-9e] )\b(?P<name>{_MONTH})\.? (?P<year>[0-9]{{4}})\b", re.IGNORECASE)


_BESIDE = re.compile(r",? ?\(?")
"""What stands between a day and the same day said from today: "vandaag (30-11)"."""


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

    Without a year, or with two figures of one, it is the last such day up to ``today``; the coming
    one where only its weekday fits. What goes on from one day to another begins in the last year
    that fits the end, and ends behind its beginning. Without ``today`` only what is written in full
    is a day.
    """
    matches = [match for match in _DATE.finditer(text) if today or _whole(match)]
    days = [Found(match.start(), match.end(), _day(match, today)) for match in matches]
    if not today:
        return tuple(days)
    whole = {match.start() for match in matches if _whole(match)}
    said = [Found(each.start, each.end, each.day) for each in near(text, today)]
    pairs = [*_pairs(text, today)]
    days += _in_figures(text, [*days, *said], pairs)
    for each in said:
        days = _with(text, days, each, pairs)
    days = [*_in_order(text, days, whole)]
    days = [*days, *_of_that_month(text, days)]
    return tuple(sorted(days, key=lambda day: day.start))


def _with(text: str, days: Sequence[Found], said: Found, pairs: Sequence[Found]) -> list[Found]:
    """``days`` with one ``said`` from today; beside the same day it is one, also of ``pairs``."""
    for found in (*days, *pairs):
        first, last = sorted((found, said), key=lambda day: day.start)
        if found.day == said.day and _BESIDE.fullmatch(text, first.end, last.start):
            end = last.end + text[first.end : last.start].count("(")
            whole = Found(first.start, min(end, len(text)), found.day)
            return [*(day for day in days if day != found), whole]
    return [*days, said]


def coming(found: Found, whole: Collection[int], today: date) -> date | None:
    """The day of ``found`` as what is announced: the coming one where that is nearer.

    ``whole`` are the places of the days that are written with their year.
    """
    if found.day is None or found.day > today or found.start in whole:
        return found.day
    return _next(found.day, today) or found.day


def _next(day: date, today: date) -> date | None:
    """The same day a year later, where it is ahead and near."""
    try:
        after = day.replace(year=day.year + 1)
    except ValueError:
        return None
    return after if today < after < today + _NEAR else None


def _in_order(text: str, days: Sequence[Found], whole: Collection[int]) -> Iterator[Found]:
    """The days, of which those that bound a time stand in the year that fits the other bound."""
    row = sorted(days, key=lambda day: day.start)
    for place, found in enumerate(row):
        day = found.day
        after = row[place + 1] if place + 1 < len(row) else None
        if day and after and after.day and found.start not in whole:
            bounds = _THROUGH.fullmatch(text, found.end, after.start)
            day = _up_to(day, after.day) if bounds and after.start in whole else day
        before = row[place - 1] if place else None
        if day and before and before.day and found.start not in whole:
            bounds = _THROUGH.fullmatch(text, before.end, found.start)
            late = bounds and before.day > day
            day = (_next(day, before.day) if late else day) or day
        yield Found(found.start, found.end, day)


def _up_to(day: date, end: date) -> date:
    """The last such day of the year up to ``end``."""
    try:
        return _latest(day.month, day.day, end)
    except ValueError:
        return day


def _of_that_month(text: str, days: Sequence[Found]) -> Iterator[Found]:
    """The days before one with its month, in a row of that month: "22, 25 en 27 januari"."""
    for last in days:
        row = _BEFORE.search(text, 0, last.start)
        name = row.lastgroup if row else ""
        numbers = [*re.finditer(_IN_ROW, row[name], re.IGNORECASE)] if row and name else []
        said = [number[0].lower().rpartition(" ") for number in numbers]
        each = [*(int(number) for *_, number in said), last.day.day if last.day else 0]
        if row and name and last.day and each == sorted(set(each)) and each[0]:
            for number, (weekday, *_), on in zip(numbers, said, each, strict=False):
                start = row.start(name) + number.start()
                day = last.day.replace(day=on)
                right = WEEKDAYS[day.weekday()].startswith(weekday.rstrip("."))
                yield Found(start, start + len(number[0]), day if right else None)


def _pairs(text: str, today: date) -> Iterator[Found]:
    """Every pair of figures in ``text`` that can be a day and a month."""
    for match in _PAIR.finditer(text):
        try:
            day = _latest(int(match[2]), int(match[1]), today)
        except ValueError:
            continue
        yield Found(match.start(), match.end(), day)


def _in_figures(text: str, days: Sequence[Found], pairs: Iterable[Found]) -> Iterator[Found]:
    """The days among the ``pairs`` of ``text``: a day and a month in figures, and nothing else.

    "8-9" can be eight or nine as well. It is a day behind a word that says so, and in a row of
    three, from one through another, beside one that is a day for certain, or where each of some
    has a number behind it.
    """
    marks = {day.start: day for day in days}
    taken = [range(day.start, day.end) for day in days]
    for pair in pairs:
        if not any(pair.start in each for each in taken):
            marks[pair.start] = pair
    counted = [day for day in marks.values() if _COUNTED.match(text, day.end)]
    if len(counted) > 1:
        yield from (day for day in counted if day not in days)
        days = [*days, *counted]
    row: list[Found] = []
    for each in (*(marks[start] for start in sorted(marks)), None):
        if row and each and _JOINED.fullmatch(text, row[-1].end, each.start):
            row.append(each)
            continue
        through = any(_SPAN.fullmatch(text, a.end, b.start) for a, b in pairwise(row))
        sure = through or any(day in days for day in row) or len(row) > 2  # noqa: PLR2004 - three
        if sure or (row and _CALLED.search(text, 0, row[0].start)):
            yield from (day for day in row if day not in days)
        row = [each] if each else []


def opened(text: str, days: Sequence[Found]) -> tuple[Found, ...]:
    """``days`` of ``text`` with the first day of "8-9 september", where only the last was one."""
    found = [*days]
    for last in days:
        first = _OPENED.search(text, 0, last.start)
        number = int(first["first"]) if first else 0
        if first and last.day and 0 < number < last.day.day:
            found.append(Found(first.start(), first.end("first"), last.day.replace(day=number)))
    return tuple(sorted(found, key=lambda day: day.start))


def spans(
    text: str, days: Sequence[Found], *, loosely: bool = False
) -> tuple[tuple[Found, Found], ...]:
    """``days`` of ``text`` as times from one day up to another; a day alone is both.

    With ``loosely`` also where it does not say whether the last day is one of them: "tot 9 mei".
    """
    through = (_SPAN, _THROUGH) if loosely else (_SPAN,)
    found: list[tuple[Found, Found]] = []
    for day in days:
        if (
            found
            and found[-1][0] is found[-1][1]
            and any(each.fullmatch(text, found[-1][1].end, day.start) for each in through)
        ):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return tuple(found)


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
        day = _written(parts, today or date.max)
    except (ValueError, OverflowError):
        return None
    said = (parts["weekday"] or parts["short"] or "").lower()
    if today and said and not _whole(match) and not _on(day, said):
        day = _next(day, today) or day
    return day if _on(day, said) and FIRST <= day <= LAST else None


def _on(day: date, said: str) -> bool:
    """Whether ``day`` falls on the weekday ``said``, in full or in two letters."""
    return WEEKDAYS[day.weekday()].startswith(said)


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
