"""A holiday since which something is so: the first school day after it."""

import re
from collections.abc import Sequence
from datetime import date

from routeboek_tui.core.calendar import Calendar
from routeboek_tui.library.language import Counting
from routeboek_tui.library.ways import either
from routeboek_tui.text.dates import Found


def since_holiday(
    line: str, calendars: Sequence[Calendar], today: date, words: Counting
) -> tuple[Found, ...]:
    """The days in ``line`` that are told as since a holiday by its own name.

    It is the last such holiday before ``today``. Where ``calendars`` differ it is no day.
    """
    said = _said(calendars, words)
    found = (
        Found(match.start("day"), match.end("day"), _after(match["name"].lower(), calendars, today))
        for match in said.finditer(line)
    )
    return tuple(each for each in found if each.day)


def names_holiday(line: str, calendars: Sequence[Calendar], words: Counting) -> bool:
    """Whether ``line`` tells of a day as since a holiday of any of ``calendars``."""
    return _said(calendars, words).search(line) is not None


def _said(calendars: Sequence[Calendar], words: Counting) -> re.Pattern[str]:
    names = {each.name for calendar in calendars for each in calendar.holidays if not each.own}
    return re.compile(
        rf"\b(?:{either(words.since)}) (?P<day>(?:(?:{either(words.after_holiday)}) )?"
        rf"(?:de |het )?(?P<name>{either(names)}))\b",
        re.IGNORECASE,
    )


def _after(name: str, calendars: Sequence[Calendar], today: date) -> date | None:
    """The first school day after the last holiday called so, where all calendars have the same."""
    days = set()
    for calendar in calendars:
        over = [each for each in calendar.holidays if each.name == name and each.last < today]
        last = max(over, key=lambda each: each.last, default=None)
        days.add(calendar.school_day_after(last.last, 1) if last and last.sure else None)
    day = days.pop() if len(days) == 1 else None
    return day if day and day <= today else None
