"""Counting school days: Monday to Friday, less the public holidays of the Netherlands.

School holidays stand in no source and differ per region and year, so they are
not taken off; the user is told to do that. The same holds for days a school
closes by its own choice.
"""

from datetime import date, timedelta

SATURDAY = 5
"""``date.weekday()`` of the first day without school."""

LONGEST = 3660
"""Calendar days. A longer span is not counted: ten years is no running sick period."""


def school_days(first: date, last: date) -> int:
    """The number of school days from ``first`` up to and including ``last``; 0 if it is before.

    :raises ValueError: when the span is longer than ``LONGEST``
    """
    span = (last - first).days + 1
    if span > LONGEST:
        raise ValueError(f"more than {LONGEST} days")
    if span <= 0:
        return 0
    off = set(public_holidays(first, last))
    days = (first + timedelta(days=n) for n in range(span))
    return sum(day.weekday() < SATURDAY and day not in off for day in days)


def public_holidays(first: date, last: date) -> tuple[date, ...]:
    """The public holidays from ``first`` up to and including ``last``, in order."""
    from holidays import country_holidays

    if last < first:
        return ()
    found = country_holidays("NL", years=range(first.year, last.year + 1))
    return tuple(sorted(day for day in found if first <= day <= last))


def working_day_after(day: date, count: int) -> date:
    """The day that is ``count`` working days after ``day``: Monday to Friday, no public holiday."""
    span = timedelta(days=count * 2 + 14)
    off = set(public_holidays(day, day + span))
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < SATURDAY and day not in off
    return day
