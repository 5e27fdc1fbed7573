"""What an illness took at the least, of which only the weeks are told."""

from datetime import date

import pytest

from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.lasting import (
    half_days,
    half_days_at_least,
    school_days_at_least,
)
from tests.known import KNOWLEDGE

MONDAY = date(2026, 11, 30)
AFTER_CHRISTMAS = date(2027, 1, 11)


@pytest.fixture
def knowledge() -> Knowledge:
    return KNOWLEDGE


def test_weeks_are_told_roundly(knowledge: Knowledge) -> None:
    calendars = knowledge.calendars.of({})
    assert school_days_at_least(3, MONDAY, calendars) == 12
    assert half_days_at_least(3, MONDAY, calendars) == 2 * 11 - 2


def test_a_holiday_is_no_school(knowledge: Knowledge) -> None:
    calendars = knowledge.calendars.of({})
    assert school_days_at_least(3, AFTER_CHRISTMAS, calendars) < 7


def test_a_calendar_that_does_not_know_the_days_tells_nothing(knowledge: Knowledge) -> None:
    assert school_days_at_least(3, date(1990, 5, 1), knowledge.calendars.of({})) == 0


def test_on_a_wednesday_there_is_one_half_day(knowledge: Knowledge) -> None:
    (calendar, *_) = knowledge.calendars.of({})
    monday, wednesday = date(2026, 11, 23), date(2026, 11, 25)
    assert half_days(monday, wednesday, calendar) == 5
