"""A newcomer: up to the day that makes two years, and then no more."""

from datetime import date, timedelta

import pytest

from routeboek_tui.core.policy.nieuwkomer import nieuwkomer
from tests.known import KNOWLEDGE

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("arrived", "years_on"),
    [
        (date(2025, 1, 12), date(2027, 1, 12)),
        (date(2025, 9, 22), date(2027, 9, 22)),
        (date(2024, 2, 29), date(2026, 3, 1)),
    ],
)
def test_the_day_that_makes_the_years_is_too_long(arrived: date, years_on: date) -> None:
    given = {"aankomst": arrived.isoformat()}
    before = nieuwkomer(given, {}, years_on - DAY, KNOWLEDGE)
    assert (before.choice, before.missing, len(before.notes)) == ("", (), 1)
    after = nieuwkomer(given, {}, years_on, KNOWLEDGE)
    assert after.choice == "nee"
    assert f"{years_on.day}-{years_on.month}-{years_on.year}" in after.arithmetic[0]


@pytest.mark.parametrize("text", ["2026-11-24", "1990-01-01", "31-12-2015", "2015-02-30", "x"])
def test_a_day_that_cannot_be_right_settles_nothing(text: str) -> None:
    verdict = nieuwkomer({"aankomst": text}, {}, date(2026, 11, 23), KNOWLEDGE)
    assert (verdict.choice, len(verdict.notes)) == ("", 1)


def test_without_a_day_it_is_missing() -> None:
    assert nieuwkomer({}, {}, date(2026, 11, 23), KNOWLEDGE).missing == ("aankomst",)
