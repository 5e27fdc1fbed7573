"""A figure in every form, on every day, and two that would hold at once."""

from datetime import date, timedelta

import pytest

from routeboek_tui.core.figures import Figure, Figures, Form, Unit, overlapping, turned
from tests.rows import each_row

TURN = date(2026, 8, 1)
DAY = timedelta(days=1)
UNTIL_THEN = Figure("x", 16, Unit.LESUUR, until=TURN - DAY)
FROM_THEN = Figure("x", 18, Unit.LESUUR, since=TURN)


@each_row(
    ("figure", "forms"),
    [
        (
            Figure("x", 16, Unit.LESUUR),
            {"": "16", "woord": "zestien", "e": "16e", "rang": "zestiende"},
        ),
        (
            Figure("x", 8, Unit.WEEK, least=4),
            {"": "4 tot 8", "woord": "vier tot acht", "van": "4", "tot": "8"},
        ),
        (Figure("x", 23, Unit.JAAR, least=0), {"": "0 tot 23", "woord": "nul tot drieëntwintig"}),
        (Figure("x", 3, Unit.HALVE_WEEK), {"": "1,5", "woord": "anderhalve"}),
        (Figure("x", 4, Unit.HALVE_WEEK), {"": "2", "woord": "twee"}),
        (Figure("x", 5, Unit.HALVE_WEEK), {"": "2,5"}),
    ],
)
def test_forms(figure: Figure, forms: dict[str, str]) -> None:
    assert {form: figure.said(Form(form)) for form in forms} == forms


@pytest.mark.parametrize(
    ("figure", "form"),
    [
        (Figure("x", 8, Unit.WEEK, least=4), Form.NTH),
        (Figure("x", 8, Unit.WEEK, least=4), Form.RANK),
        (Figure("x", 8, Unit.WEEK), Form.FROM),
        (Figure("x", 8, Unit.WEEK), Form.TO),
    ],
)
def test_a_form_it_has_not(figure: Figure, form: Form) -> None:
    with pytest.raises(ValueError, match=form):
        figure.said(form)


@pytest.mark.parametrize("on", [date.min, TURN - DAY, TURN, date.max])
def test_the_value_of_a_day(on: date) -> None:
    figures = Figures({"x": (UNTIL_THEN, FROM_THEN)})
    assert figures.value("x", on) == (18 if on >= TURN else 16)
    assert figures.figure("x", on).holds(on)


def test_where_none_holds_it_is_the_last_that_did_or_the_first_that_will() -> None:
    gone = Figures({"x": (UNTIL_THEN,)})
    assert gone.value("x", TURN) == 16
    coming = Figures({"x": (FROM_THEN,)})
    assert coming.value("x", TURN - DAY) == 18
    with pytest.raises(KeyError):
        gone.value("y", TURN)


def test_two_at_once() -> None:
    assert overlapping([FROM_THEN, UNTIL_THEN]) is None
    endless = Figure("x", 16, Unit.LESUUR)
    assert overlapping([FROM_THEN, endless]) is FROM_THEN
    late = Figure("x", 16, Unit.LESUUR, until=TURN)
    assert overlapping([late, FROM_THEN]) is FROM_THEN
    assert overlapping([endless, endless]) is endless
    assert overlapping([endless]) is None


def test_written_as_the_facts_have_it() -> None:
    assert Figure("x", 16, Unit.UUR).written == "16"
    assert Figure("x", 8, Unit.WEEK, least=4).written == "4-8"


def test_the_days_a_file_turns() -> None:
    text = "a:\n  - until: 2026-07-31\n  - {value: 3, since: 2026-08-01}\n  since: '2027-01-01'\n"
    assert turned(text, date(2026, 7, 31)) == ()
    after = ("until 2026-07-31", "since 2026-08-01")
    assert turned(text, date(2026, 8, 1)) == after
    assert turned(text, date(2027, 1, 1)) == (*after, "since 2027-01-01")


def test_what_counts_time() -> None:
    assert {unit for unit in Unit if not unit.timed} == {
        Unit.KEER, Unit.MELDING, Unit.OVERLEG, Unit.SCHOOL, Unit.EURO,
    }  # fmt: skip
