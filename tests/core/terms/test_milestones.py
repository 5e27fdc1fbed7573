"""Days that follow from one day: reckoned, only where it is certain, over holidays and months."""

from datetime import date, timedelta

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.calendar import Calendar, Holiday
from routeboek_tui.core.figures import Figure, Unit
from routeboek_tui.core.said import Said
from routeboek_tui.core.terms.days import known_days, reckoned
from routeboek_tui.core.terms.milestone import (
    AWAY,
    BORN,
    ILL,
    MONTH,
    SCHOOL_DAY,
    SCHOOL_YEAR,
    UNAUTHORISED,
    Milestone,
    Start,
)
from tests.rows import each_row

MONDAY = date(2026, 12, 7)
CHRISTMAS = Holiday("kerstvakantie", date(2026, 12, 19), date(2027, 1, 3))
KNOWN = Calendar("midden", (CHRISTMAS,), date(2026, 8, 1), date(2027, 7, 31))
EARLIER = Calendar(
    "noord", (Holiday("vrij", date(2026, 12, 8), date(2026, 12, 8)),), date(2026, 8, 1),
    date(2027, 7, 31),
)  # fmt: skip


def _day(number: int, unit: Unit, *, beyond: int = 0, rounded: str = "") -> date | None:
    milestone = Milestone("x", "", "", "x", beyond, rounded)
    return reckoned(milestone, MONDAY, Figure("x", number, unit), (KNOWN,))


@each_row(
    ("number", "unit", "day"),
    [
        (7, Unit.SCHOOLDAG, date(2026, 12, 15)),
        (1, Unit.SCHOOLDAG, MONDAY),
        (11, Unit.SCHOOLDAG, date(2027, 1, 4)),
        (4, Unit.WEEK, date(2027, 1, 4)),
        (13, Unit.WEEK, date(2027, 3, 8)),
        (3, Unit.MAAND, date(2027, 3, 7)),
        (18, Unit.JAAR, date(2044, 12, 7)),
        (9, Unit.DAGDEEL, date(2026, 12, 11)),
    ],
)
def test_a_figure_counted_on_from_a_day(number: int, unit: Unit, day: date) -> None:
    assert _day(number, unit) == day


def test_more_than_so_many_half_days_is_one_more() -> None:
    assert _day(14, Unit.DAGDEEL, beyond=1) == date(2026, 12, 17)


def test_a_day_is_moved_on() -> None:
    assert _day(5, Unit.SCHOOLDAG, rounded=SCHOOL_DAY) == date(2026, 12, 14)
    assert _day(5, Unit.JAAR, rounded=MONTH) == date(2032, 1, 1)
    assert _day(16, Unit.JAAR, rounded=SCHOOL_YEAR) == date(2043, 7, 31)


def test_three_months_from_the_end_of_a_month_is_the_end_of_a_month() -> None:
    milestone, figure = Milestone("x", "", "", "x"), Figure("x", 3, Unit.MAAND)
    assert reckoned(milestone, date(2026, 11, 30), figure, (KNOWN,)) == date(2027, 2, 28)


def test_without_a_calendar_that_knows_there_is_no_school_day() -> None:
    milestone, figure = Milestone("x", "", "", "x"), Figure("x", 7, Unit.SCHOOLDAG)
    assert reckoned(milestone, MONDAY, figure, (Calendar(),)) is None
    assert reckoned(milestone, MONDAY, figure, (KNOWN, EARLIER)) is None
    assert reckoned(milestone, MONDAY, figure, (EARLIER,)) == date(2026, 12, 16)


def test_the_day_itself_takes_no_figure() -> None:
    assert reckoned(Milestone("x", "", ""), MONDAY, None, (KNOWN,)) == MONDAY


def test_days_are_known_from_what_was_said_and_from_what_was_typed() -> None:
    said = Said(days={"schorsing": MONDAY})
    typed = Answer("drempel", given={"eerste_ziektedag": "2026-12-01"})
    answers = Answers(
        steps=(typed,), said=said, birth_date=date(2010, 5, 3),
        dates={"ongeoorloofd_sinds": date(2026, 11, 2)},
    )  # fmt: skip
    assert known_days(answers) == {
        "schorsing": MONDAY,
        ILL: date(2026, 12, 1),
        AWAY: date(2026, 12, 1),
        BORN: date(2010, 5, 3),
        UNAUTHORISED: date(2026, 11, 2),
    }


@each_row(("day", "called"), [(-1, "werd"), (0, "werd"), (1, "wordt")])
def test_what_is_still_to_come_did_not_come_about(day: int, called: str) -> None:
    start = Start("de dag waarop het werd", to_come="de dag waarop het wordt")
    on = MONDAY + timedelta(days=day)
    assert start.called(on, MONDAY).endswith(called)
    assert Start("de dag").called(on, MONDAY) == "de dag"
