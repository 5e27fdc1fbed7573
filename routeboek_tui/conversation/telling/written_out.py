"""A line in which the days that a week or a holiday tells are written out, as anybody reads them.

What is not certain stays as it was typed, to be asked: a holiday that no source confirms or that is
another one in the next region, and a week that is not over yet.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from routeboek_tui.core.calendar import FRIDAY, WEEK, Calendar, Holiday, monday
from routeboek_tui.core.policy.ziekteverzuim import school_year
from routeboek_tui.library.language import Counting
from routeboek_tui.library.ways import either
from routeboek_tui.text.dates import find, short
from routeboek_tui.text.near_days import WEEKDAYS

NEAR = timedelta(days=183)
"""A holiday farther off, or longer ago, is not the one that is meant."""

_Span = tuple[date, date]
_Read = Callable[[re.Match[str], Calendar, date], date | _Span | None]

_THROUGH = r"t/m|tot en met|-|–"
_JOIN = rf" ?(?:,|&|\+|/|\ben\b|{_THROUGH}) ?"
_NUMBER = re.compile(rf"(?P<through>{_THROUGH})? ?(?P<number>[0-9]{{1,2}})")


def written_out(
    line: str,
    every: Sequence[Calendar],
    calendars: Callable[[], Sequence[Calendar]],
    today: date,
    words: Counting,
) -> str:
    """``line`` with its weeks and the days around holidays as days with their year.

    ``every`` are the calendars of all regions, and ``calendars`` gives those that the school can
    have.
    """
    names = frozenset(each.name for one in every for each in one.holidays if not each.own)
    for read, shape in _shapes(names, words):
        if shape.search(line):
            line = shape.sub(_writer(read, calendars(), today), line)
    return _numbered(_whole_weeks(line, today, words), today, words)


@lru_cache(maxsize=8)
def _shapes(names: frozenset[str], words: Counting) -> tuple[tuple[_Read, re.Pattern[str]], ...]:
    """How people tell a day by a holiday, each with what reads it; the closest ones first."""
    by = {name: either(ways) for name, ways in words.days_by}
    holiday = rf"(?:de |het )?(?P<name>{either(names)})\b"
    since = rf"(?P<lead>\b(?:{either(words.since)}) )"
    weekday = rf"\b(?:de )?(?P<weekday>{'|'.join(WEEKDAYS)})"
    ways: tuple[tuple[_Read, str], ...] = (
        (_weekday, rf"{weekday} (?:(?P<after>{by['after']})|{by['before']}) {holiday}"),
        (_first, rf"{since}(?:{by['week_after']}) {holiday}"),
        (_week_after, rf"\b(?:{by['week_after']}) {holiday}"),
        (_week_before, rf"(?<!sinds )\b(?:{by['week_before']}) {holiday}"),
        (_first, rf"\b(?:{by['first']}) {holiday}"),
        (_last, rf"\b(?:{by['last']}) {holiday}"),
        (_since, rf"{since}(?:(?:{either(words.after_holiday)}) )?{holiday}"),
        (_of_year, rf"\b(?:{by['first_of_year']})\b(?! (?:{by['other_first']})\b)(?!\W*[0-9])"),
    )
    return tuple((read, re.compile(way, re.IGNORECASE)) for read, way in ways)


def _writer(
    read: _Read, calendars: Sequence[Calendar], today: date
) -> Callable[[re.Match[str]], str]:
    """What writes the day that all ``calendars`` have, and leaves any other as it is."""

    def write(found: re.Match[str]) -> str:
        read_as = {read(found, calendar, today) for calendar in calendars}
        days = read_as.pop() if len(read_as) == 1 else None
        lead = found.groupdict().get("lead") or ""
        return f"{lead}{_short(days)}" if days else found[0]

    return write


def _short(days: date | _Span) -> str:
    return short(days) if isinstance(days, date) else f"{short(days[0])} t/m {short(days[1])}"


def _near(found: re.Match[str], calendar: Calendar, today: date) -> Holiday | None:
    """The holiday called so that is nearest to ``today``, where it is sure and near."""
    name = found["name"].lower()
    named = [each for each in calendar.holidays if each.name == name]
    nearest = min(named, key=lambda each: _off(each, today), default=None)
    return nearest if nearest and nearest.sure and _off(nearest, today) < NEAR else None


def _off(holiday: Holiday, today: date) -> timedelta:
    return max(holiday.first - today, today - holiday.last, timedelta())


def _weekday(found: re.Match[str], calendar: Calendar, today: date) -> date | None:
    holiday, weekday = _near(found, calendar, today), WEEKDAYS.index(found["weekday"].lower())
    if holiday is None:
        return None
    if found["after"]:
        day = holiday.last + timedelta(days=(weekday - holiday.last.weekday() - 1) % 7 + 1)
    else:
        day = holiday.first - timedelta(days=(holiday.first.weekday() - weekday - 1) % 7 + 1)
    return day if calendar.is_school_day(day) else None


def _first(found: re.Match[str], calendar: Calendar, today: date) -> date | None:
    holiday = _near(found, calendar, today)
    return calendar.school_day_after(holiday.last, 1) if holiday else None


def _last(found: re.Match[str], calendar: Calendar, today: date) -> date | None:
    holiday = _near(found, calendar, today)
    if holiday is None:
        return None
    before = (holiday.first - timedelta(days=n) for n in range(1, WEEK.days))
    return next(filter(calendar.is_school_day, before), None)


def _week_after(found: re.Match[str], calendar: Calendar, today: date) -> _Span | None:
    day = _first(found, calendar, today)
    return _week(monday(day)) if day else None


def _week_before(found: re.Match[str], calendar: Calendar, today: date) -> _Span | None:
    day = _last(found, calendar, today)
    return _week(monday(day)) if day else None


def _since(found: re.Match[str], calendar: Calendar, today: date) -> date | None:
    """The first school day after the last holiday called so."""
    name = found["name"].lower()
    over = [each for each in calendar.holidays if each.name == name and each.last < today]
    last = max(over, key=lambda each: each.last, default=None)
    day = calendar.school_day_after(last.last, 1) if last and last.sure else None
    return day if day and day <= today else None


def _of_year(_: re.Match[str], calendar: Calendar, today: date) -> date | None:
    """The first school day of this school year, which begins within a holiday."""
    begin = school_year(today)[0]
    summer = next((each for each in calendar.holidays if each.sure and begin in each), None)
    day = calendar.school_day_after(summer.last, 1) if summer else None
    return day if day and day <= today else None


def _week(start: date) -> _Span:
    return start, start + FRIDAY


@lru_cache(maxsize=4)
def _week_of(words: Counting) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says that the whole week of a day is meant: anywhere, and before that day."""
    way = rf"\b(?:{either(dict(words.days_by)['week_of'])}) "
    return re.compile(way, re.IGNORECASE), re.compile(f"{way}$", re.IGNORECASE)


def _whole_weeks(line: str, today: date, words: Counting) -> str:
    """``line`` with a week that is called by one of its days from its Monday to its Friday."""
    called, lead = _week_of(words)
    if not called.search(line):
        return line
    for found in reversed(find(line, today)):
        said = lead.search(line, 0, found.start)
        if said and found.day and monday(found.day) + FRIDAY <= today:
            line = f"{line[: said.start()]}{_short(_week(monday(found.day)))}{line[found.end :]}"
    return line


@lru_cache(maxsize=4)
def _week_shapes(words: Counting) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Weeks that are called by their number, and what beside them may be on a day of it."""
    by = dict(words.days_by)
    shape = (
        rf"(?P<lead>\b(?:{either(words.since)}) )?\b(?P<all>(?:{either(by['all_of'])}) )?"
        rf"(?:{either(by['numbered'])})\.? (?P<numbers>[0-9]{{1,2}}(?:{_JOIN}"
        rf"(?:(?:{either(by['numbered'])}) )?[0-9]{{1,2}})*)\b(?! ?(?:{either(by['no_week'])})\b)"
    )
    aside = rf"\b(?:{either((*words.report, *words.times, *by['part_of_week']))})\b"
    return re.compile(shape, re.IGNORECASE), re.compile(aside)


def _numbered(line: str, today: date, words: Counting) -> str:
    """``line`` with the weeks that are called by their number from Monday to Friday.

    Behind "sinds" it is the first day of the week. Who names reports or weekdays beside a week that
    is not told as whole, may mean a day of it; who names weekdays that come back means those.
    """
    shape, aside = _week_shapes(words)
    told = len(shape.findall(line))
    if not told:
        return line
    part = bool(aside.search(line.lower()))
    row = _row(line, dict(words.days_by)["each_week"])

    def write(found: re.Match[str]) -> str:
        spans = [*_spans(found["numbers"], today)]
        if not spans or any(last > today for _, last in spans):
            return found[0]
        if found["lead"]:
            return f"{found['lead']}{short(spans[0][0])}"
        if row and not found["all"]:
            days = [day for span in spans for day in _each_week(row, *span)]
            return ", ".join(map(_short, days)) if told == 1 else found[0]
        alone = any(last - first <= FRIDAY for first, last in spans)
        return found[0] if part and alone and not found["all"] else ", ".join(map(_short, spans))

    return shape.sub(write, line)


def _row(line: str, each: Sequence[str]) -> list[int]:
    """The weekdays that ``line`` says come back every week: "telkens maandag en dinsdag"."""
    name = "|".join(WEEKDAYS[:5])
    shape = rf"\b(?:{either(each)}) (?:de )?(?P<row>(?:{name})(?:(?:, ?| en | & |/)(?:{name}))*)\b"
    found = re.search(shape, line, re.IGNORECASE)
    days = re.findall(name, found["row"], re.IGNORECASE) if found else ()
    return sorted({WEEKDAYS.index(day.lower()) for day in days})


def _each_week(row: Sequence[int], first: date, last: date) -> Iterator[date | _Span]:
    """Those weekdays of each week between two days: days that follow each other as one time."""
    start = monday(first)
    while start <= last:
        days = [start + timedelta(days=weekday) for weekday in row]
        following = (days[-1] - days[0]).days == len(days) - 1 > 0
        yield from [(days[0], days[-1])] if following else days
        start += WEEK


def _spans(numbers: str, today: date) -> Iterator[_Span]:
    """The weeks in ``numbers``, those that follow each other as one time."""
    starts: list[date] = []
    for each in _NUMBER.finditer(numbers):
        start = _monday(int(each["number"]), today)
        if start is None:
            return
        while each["through"] and starts and starts[-1] + WEEK < start:
            starts.append(starts[-1] + WEEK)
        starts.append(start)
    first: date | None = None
    for start, after in zip(starts, (*starts[1:], None), strict=True):
        first = first or start
        if after != start + WEEK:
            yield first, start + FRIDAY
            first = None


def _monday(number: int, today: date) -> date | None:
    """The Monday of the week of that number in this school year, where it has begun."""
    begin = school_year(today)[0]
    for year in {begin.year, today.year}:
        try:
            start = date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
        if begin <= start <= today:
            return start
    return None
