"""School days of a calendar without school holidays: no weekend, no public holiday."""

from datetime import date

import pytest

from routeboek_tui.core.calendar import Calendar
from routeboek_tui.library.calendar import public_days, public_holidays
from tests.rows import each_row

CALENDAR = Calendar(public=public_days)


@each_row(
    ("first", "last", "days"),
    [
        (date(2026, 11, 16), date(2026, 11, 16), 1),
        (date(2026, 11, 16), date(2026, 11, 20), 5),
        (date(2026, 11, 16), date(2026, 11, 22), 5),
        (date(2026, 11, 16), date(2026, 11, 24), 7),
        (date(2026, 11, 21), date(2026, 11, 22), 0),
        (date(2026, 11, 17), date(2026, 11, 16), 0),
        (date(2026, 4, 27), date(2026, 5, 1), 4),
        (date(2026, 12, 31), date(2027, 1, 4), 2),
    ],
)
def test_school_days(first: date, last: date, days: int) -> None:
    assert CALENDAR.school_days(first, last) == days


def test_an_endless_span_is_refused() -> None:
    with pytest.raises(ValueError, match="days"):
        CALENDAR.school_days(date(1900, 1, 1), date(2026, 1, 1))


def test_public_holidays() -> None:
    assert public_holidays(date(2026, 12, 20), date(2026, 12, 31)) == (
        date(2026, 12, 25),
        date(2026, 12, 26),
    )
    assert public_holidays(date(2026, 12, 31), date(2026, 12, 20)) == ()
