"""Longer than four weeks: from the day behind the last of them, and not before."""

from datetime import date, timedelta

import pytest

from routeboek_tui.core.policy.langdurig import FIRST, langdurig
from tests.known import KNOWLEDGE

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("first", "choice"),
    [("2026-11-02", "ja"), ("2026-11-03", "ja"), ("2026-11-04", "nee"), ("2026-12-01", "nee")],
)
def test_behind_four_whole_weeks_it_is_longer(first: str, choice: str) -> None:
    assert langdurig({FIRST: first}, {}, TODAY, KNOWLEDGE).choice == choice


@pytest.mark.parametrize("text", ["2026-12-02", "2024-01-01", "31-12-2015", "2015-02-30", "x"])
def test_a_day_that_cannot_be_right_settles_nothing(text: str) -> None:
    verdict = langdurig({FIRST: text}, {}, TODAY, KNOWLEDGE)
    assert (verdict.choice, len(verdict.notes)) == ("", 1)


def test_without_a_day_it_is_missing() -> None:
    assert langdurig({}, {}, TODAY, KNOWLEDGE).missing == (FIRST,)


def test_the_day_before_it_says_how_many_are_left() -> None:
    verdict = langdurig({FIRST: (TODAY - timedelta(27)).isoformat()}, {}, TODAY, KNOWLEDGE)
    assert "Over 1 dag" in verdict.arithmetic[0]
