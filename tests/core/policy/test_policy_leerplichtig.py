"""Leerplichtig or not: the day it begins, the school year it ends with, and up to 18."""

from datetime import date, timedelta

import pytest

from routeboek_tui.core.policy.leerplichtig import leerplichtig
from tests.known import KNOWLEDGE
from tests.rows import each_row

DAY = timedelta(days=1)


def choice(born: date, on: date) -> str:
    return leerplichtig({"geboortedatum": born.isoformat()}, {}, on, KNOWLEDGE).choice


@each_row(
    ("born", "first"),
    [
        (date(2021, 3, 15), date(2026, 4, 1)),
        (date(2021, 3, 1), date(2026, 4, 1)),
        (date(2021, 3, 31), date(2026, 4, 1)),
        (date(2021, 11, 30), date(2026, 12, 1)),
        (date(2021, 12, 1), date(2027, 1, 1)),
        (date(2021, 12, 31), date(2027, 1, 1)),
        (date(2021, 2, 28), date(2026, 3, 1)),
        (date(2020, 2, 29), date(2025, 4, 1)),
    ],
)
def test_it_begins_on_the_first_of_the_month_after_the_fifth_birthday(
    born: date, first: date
) -> None:
    assert choice(born, first - DAY) == "nog_niet"
    assert choice(born, first) == "ja"
    said = leerplichtig({"geboortedatum": born.isoformat()}, {}, first - DAY, KNOWLEDGE).arithmetic
    assert said == (f"Leerplichtig vanaf {first.day}-{first.month}-{first.year}.",)


@pytest.mark.parametrize(
    ("born", "last"),
    [
        (date(2010, 7, 31), date(2026, 7, 31)),
        (date(2010, 8, 1), date(2027, 7, 31)),
        (date(2010, 12, 31), date(2027, 7, 31)),
        (date(2008, 2, 29), date(2024, 7, 31)),
    ],
)
def test_it_ends_with_the_school_year_of_sixteen(born: date, last: date) -> None:
    assert choice(born, last) == "ja"
    after = leerplichtig({"geboortedatum": born.isoformat()}, {}, last + DAY, KNOWLEDGE)
    assert after.choice == ""
    assert after.missing == ()
    assert "kwalificatieplicht" in after.notes[0]


@pytest.mark.parametrize(
    ("born", "eighteen"),
    [
        (date(2008, 5, 10), date(2026, 5, 10)),
        (date(2008, 2, 29), date(2026, 3, 1)),
        (date(2008, 8, 1), date(2026, 8, 1)),
    ],
)
def test_from_eighteen_it_is_settled_again(born: date, eighteen: date) -> None:
    assert choice(born, eighteen - DAY) == ""
    assert choice(born, eighteen) == "nee"


def test_a_whole_childhood_goes_through_each_answer_once() -> None:
    born = date(2010, 9, 20)
    days = [born + timedelta(days=n) for n in range(19 * 365)]
    said = [choice(born, day) for day in days]
    turns = [a for a, b in zip(said, [None, *said], strict=False) if a != b]
    assert turns == ["nog_niet", "ja", "", "nee"]


@pytest.mark.parametrize("text", ["2026-11-24", "1990-01-01", "31-12-2015", "2015-02-30", "x"])
def test_a_birth_date_that_cannot_be_right_settles_nothing(text: str) -> None:
    verdict = leerplichtig({"geboortedatum": text}, {}, date(2026, 11, 23), KNOWLEDGE)
    assert (verdict.choice, len(verdict.notes)) == ("", 1)


def test_without_a_birth_date_it_is_missing() -> None:
    assert leerplichtig({}, {}, date(2026, 11, 23), KNOWLEDGE).missing == ("geboortedatum",)


@each_row(
    ("years", "expected"),
    [
        (4, "nog_niet"), (5, ""), (6, "ja"), (15, "ja"), (16, ""), (17, ""), (18, "nee"),
        (19, "nee"),
    ],
)  # fmt: skip
def test_an_age_settles_what_holds_all_that_year(years: int, expected: str) -> None:
    on = date(2026, 11, 23)
    verdict = leerplichtig({"jaren": str(years)}, {}, on, KNOWLEDGE)
    assert verdict.choice == expected
    assert bool(verdict.arithmetic or verdict.notes)
    born = (date(2026 - years - 1, 11, 24) + DAY * n for n in range(365))
    assert {choice(day, on) for day in born} == {expected} or not expected


def test_a_date_of_birth_goes_before_an_age() -> None:
    given = {"jaren": "5", "geboortedatum": "2021-09-30"}
    assert leerplichtig(given, {}, date(2026, 11, 23), KNOWLEDGE).choice == "ja"
