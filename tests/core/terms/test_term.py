"""Terms: the figures they are, and the last day where that can be reckoned without a calendar."""

from datetime import date

from routeboek_tui.core.figures import Figure, Unit
from routeboek_tui.core.terms.term import Term, term_of
from tests.rows import each_row

MONDAY = date(2026, 1, 12)


@each_row(
    ("figure", "term"),
    [
        (Figure("x", 7, Unit.WERKDAG), Term(Unit.WERKDAG, 7, figure="x")),
        (Figure("x", 5, Unit.SCHOOLDAG), Term(Unit.SCHOOLDAG, 5, figure="x")),
        (Figure("x", 8, Unit.WEEK, least=4), Term(Unit.WEEK, 8, 4, figure="x")),
        (Figure("x", 2, Unit.MAAND), Term(Unit.MAAND, 2, figure="x")),
        (Figure("x", 16, Unit.LESUUR), None),
        (Figure("x", 4, Unit.MELDING), None),
        (Figure("x", 12, Unit.JAAR), None),
    ],
)
def test_a_figure_as_a_term(figure: Figure, term: Term | None) -> None:
    assert term_of(figure) == term


@each_row(
    ("term", "due"),
    [
        (Term(), MONDAY),
        (Term(Unit.WEEK, 1), date(2026, 1, 19)),
        (Term(Unit.WEEK, 8, 4), date(2026, 3, 9)),
        (Term(Unit.WERKDAG, 7), None),
        (Term(Unit.SCHOOLDAG, 7), None),
        (Term(Unit.MAAND, 2), None),
    ],
)
def test_the_last_day_from_the_day_of_the_step(term: Term, due: date | None) -> None:
    assert term.due(MONDAY, {}) == due


def test_the_last_day_from_another_date() -> None:
    term = Term(Unit.WEEK, 8, since="zorgwekkend_sinds")
    assert term.due(date(2026, 5, 1), {"zorgwekkend_sinds": MONDAY}) == date(2026, 3, 9)
    assert term.due(date(2026, 5, 1), {}) is None
    assert term.due(date(2026, 5, 1), {"iets_anders": MONDAY}) is None


def test_from_a_moment_that_nobody_knows_yet_there_is_no_last_day() -> None:
    assert Term(Unit.WEEK, 3, after="aangenomen").due(MONDAY, {}) is None
    assert Term(after="aangenomen").due(MONDAY, {"aangenomen": MONDAY}) is None


def test_weeks_go_over_a_leap_day_and_a_change_of_the_clock() -> None:
    assert Term(Unit.WEEK, 4).due(date(2024, 2, 12), {}) == date(2024, 3, 11)
    assert Term(Unit.WEEK, 4).due(date(2026, 3, 16), {}) == date(2026, 4, 13)


def test_an_aim_is_reckoned_as_any_other() -> None:
    assert Term(Unit.WEEK, 3, aim=True).due(MONDAY, {}) == date(2026, 2, 2)
