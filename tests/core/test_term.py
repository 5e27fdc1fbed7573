"""Terms: how they are written, and the last day where that can be reckoned without a calendar."""

from datetime import date

import pytest

from routeboek_tui.core.term import Term, Unit, read_term

MONDAY = date(2026, 1, 12)


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("direct", Term(Unit.DIRECT)),
        ("7 werkdagen", Term(Unit.WORKING_DAYS, 7)),
        ("5 schooldagen", Term(Unit.SCHOOL_DAYS, 5)),
        ("1 weken", Term(Unit.WEEKS, 1)),
        ("4-8 weken", Term(Unit.WEEKS, 8, 4)),
        ("2 maanden", Term(Unit.MONTHS, 2)),
    ],
)
def test_a_term_as_it_is_written(written: str, term: Term) -> None:
    assert read_term(written) == term


@pytest.mark.parametrize(
    "written",
    [
        "", "weken", "8", "8 jaar", "8  weken", "8 weken ", " 8 weken", "acht weken", "0 weken",
        "8-4 weken", "8-8 weken", "4 - 8 weken", "-8 weken", "100 weken", "8 WEKEN", "Direct",
        "8 direct", "4-8 weken\n", "8 weken\n", "8 weken extra",
    ],
)  # fmt: skip
def test_what_is_no_term(written: str) -> None:
    assert read_term(written) is None


@pytest.mark.parametrize(
    ("term", "due"),
    [
        (Term(Unit.DIRECT), MONDAY),
        (Term(Unit.WEEKS, 1), date(2026, 1, 19)),
        (Term(Unit.WEEKS, 8, 4), date(2026, 3, 9)),
        (Term(Unit.WORKING_DAYS, 7), None),
        (Term(Unit.SCHOOL_DAYS, 7), None),
        (Term(Unit.MONTHS, 2), None),
    ],
)
def test_the_last_day_from_the_day_of_the_step(term: Term, due: date | None) -> None:
    assert term.due(MONDAY, {}) == due


def test_the_last_day_from_another_date() -> None:
    term = Term(Unit.WEEKS, 8, since="zorgwekkend_sinds")
    assert term.due(date(2026, 5, 1), {"zorgwekkend_sinds": MONDAY}) == date(2026, 3, 9)
    assert term.due(date(2026, 5, 1), {}) is None
    assert term.due(date(2026, 5, 1), {"iets_anders": MONDAY}) is None


def test_from_a_moment_that_nobody_knows_yet_there_is_no_last_day() -> None:
    assert Term(Unit.WEEKS, 3, after="aangenomen").due(MONDAY, {}) is None
    assert Term(Unit.DIRECT, after="aangenomen").due(MONDAY, {"aangenomen": MONDAY}) is None


def test_weeks_go_over_a_leap_day_and_a_change_of_the_clock() -> None:
    assert Term(Unit.WEEKS, 4).due(date(2024, 2, 12), {}) == date(2024, 3, 11)
    assert Term(Unit.WEEKS, 4).due(date(2026, 3, 16), {}) == date(2026, 4, 13)


def test_an_aim_is_reckoned_as_any_other() -> None:
    assert Term(Unit.WEEKS, 3, aim=True).due(MONDAY, {}) == date(2026, 2, 2)
