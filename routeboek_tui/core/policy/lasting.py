"""How much school an illness took: half days, and what it was at the least where weeks are told."""

from collections.abc import Sequence
from datetime import date, timedelta

from routeboek_tui.core.calendar import WEEK, Calendar

WEDNESDAY = 2
"""Our reading: there is one half day of school on it, and two on the others."""

ROUNDED = timedelta(days=4)
"""What may lack of the weeks somebody tells: three weeks can be two and a half."""


def half_days(first: date, last: date, calendar: Calendar) -> int:
    """The half days of school from ``first`` up to and including ``last``."""
    days = (first + timedelta(days=after) for after in range((last - first).days + 1))
    return sum(_halves(day, calendar) for day in days)


def school_days_at_least(weeks: int, on: date, calendars: Sequence[Calendar]) -> int:
    """The school days of the last ``weeks`` (calendar weeks) up to and including ``on``."""
    first = _first(weeks, on)
    return min((c.school_days(first, on) for c in calendars if c.knows(first, on)), default=0)


def half_days_at_least(weeks: int, on: date, calendars: Sequence[Calendar]) -> int:
    """The half days of school of the last ``weeks`` (calendar weeks), before ``on``."""
    first, last = _first(weeks, on), on - timedelta(days=1)
    return min((half_days(first, last, c) for c in calendars if c.knows(first, on)), default=0)


def _first(weeks: int, on: date) -> date:
    return on - weeks * WEEK + ROUNDED


def _halves(day: date, calendar: Calendar) -> int:
    if not calendar.is_school_day(day):
        return 0
    return 1 if day.weekday() == WEDNESDAY else 2
