"""Four weeks in a row, at, before and after the day they are full; and ages."""

from datetime import date, timedelta

import pytest

from routeboek_tui.core.policy.afwezigheid import vier_weken
from routeboek_tui.core.policy.age import group
from routeboek_tui.core.policy.verdict import GivenError, check_past
from tests.known import KNOWLEDGE

FIRST = date(2026, 10, 5)


@pytest.mark.parametrize(
    ("days", "choice"), [(0, "nee"), (27, "nee"), (28, "ja"), (29, "ja"), (366, "ja")]
)
def test_four_weeks(days: int, choice: str) -> None:
    verdict = vier_weken(FIRST, FIRST + timedelta(days=days), KNOWLEDGE)
    assert verdict.choice == choice
    assert len(verdict.arithmetic) == 1


def test_arithmetic_says_when() -> None:
    assert vier_weken(FIRST, FIRST + timedelta(days=27), KNOWLEDGE).arithmetic == (
        "3 weken en 6 dagen achter elkaar afwezig; de grens is 4 weken. Over 1 dag is die bereikt.",
    )


@pytest.mark.parametrize("on", [FIRST - timedelta(days=1), date(2057, 1, 1)])
def test_a_first_day_that_cannot_be_right_is_refused(on: date) -> None:
    with pytest.raises(GivenError):
        vier_weken(FIRST, on, KNOWLEDGE)


def test_a_day_exactly_thirty_years_back_is_accepted() -> None:
    today = date(2026, 2, 28)
    assert check_past(date(1996, 2, 28), today, "De geboortedatum", KNOWLEDGE) == date(1996, 2, 28)
    with pytest.raises(GivenError, match="30 jaar"):
        check_past(date(1996, 2, 27), today, "De geboortedatum", KNOWLEDGE)


@pytest.mark.parametrize(
    ("on", "value"),
    [
        (date(2026, 3, 11), "onder_12"),
        (date(2026, 3, 12), "vanaf_12"),
        (date(2026, 3, 13), "vanaf_12"),
    ],
)
def test_twelve_on_the_birthday(on: date, value: str) -> None:
    assert group(date(2014, 3, 12), on, KNOWLEDGE) == value


def test_more_than_a_year_ago_is_a_slip() -> None:
    with pytest.raises(GivenError, match="meer dan een jaar"):
        vier_weken(date(2014, 6, 1), date(2026, 3, 2), KNOWLEDGE)


MIDDEN = {"regio": "haaglanden"}


def test_holidays_count_and_the_other_reading_is_said_where_it_turns_the_answer() -> None:
    """From 10 December 2026: two weeks of Christmas, left out four weeks become two."""
    verdict = vier_weken(date(2026, 12, 10), date(2027, 1, 11), KNOWLEDGE, MIDDEN)
    assert verdict.choice == "ja"
    counted, other = verdict.notes
    assert "kerstvakantie. Wij tellen de vakantie mee" in counted
    assert "2 weken en 4 dagen, en nog geen 4 weken" in other


def test_where_both_readings_agree_only_the_holiday_is_named() -> None:
    verdict = vier_weken(date(2026, 10, 5), date(2026, 12, 7), KNOWLEDGE, MIDDEN)
    (counted,) = verdict.notes
    assert "herfstvakantie" in counted
    assert vier_weken(date(2026, 11, 2), date(2026, 12, 7), KNOWLEDGE, MIDDEN).notes == ()
