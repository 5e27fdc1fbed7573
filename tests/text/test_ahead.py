"""Days to come as people say them at a table."""

from datetime import date

from routeboek_tui.text import ahead
from tests.rows import each_row

TODAY = date(2026, 11, 23)
"""A Monday."""


@each_row(
    ("said", "day"),
    [
        ("za 5 december", date(2026, 12, 5)),
        ("morgen", date(2026, 11, 24)),
        ("zaterdag", date(2026, 11, 28)),
        ("maandag", date(2026, 11, 30)),
        ("14/12", date(2026, 12, 14)),
        ("vrijdag 18 december", date(2026, 12, 18)),
        ("uiterlijk op 5 januari", date(2027, 1, 5)),
        ("gisteren", date(2026, 11, 22)),
        ("1-9-2026", date(2026, 9, 1)),
        ("vrijdag 12 december", None),
        ("31-2", None),
        ("14/13", None),
        ("mei", None),
        ("over twee weken", date(2026, 12, 7)),
        ("over een week", date(2026, 11, 30)),
        ("aanstaande donderdag", date(2026, 11, 26)),
        ("volgende week dinsdag", date(2026, 12, 1)),
        ("komende vrijdag", date(2026, 11, 27)),
        ("volgende week", None),
    ],
)
def test_a_day_is_read_whole(said: str, day: date | None) -> None:
    assert ahead.read(said, TODAY) == day


@each_row(
    ("said", "what", "day"),
    [
        ("belt vrijdag 18 december", "belt", date(2026, 12, 18)),
        ("belt, uiterlijk op za 5 december", "belt", date(2026, 12, 5)),
        ("belt elke maandag, 1 december", "belt elke maandag", date(2026, 12, 1)),
        ("belt elke week op maandag", "belt elke week op maandag", None),
        ("komt maandag en woensdag", "komt maandag en woensdag", None),
        ("leest bladzijde 1-2", "leest bladzijde 1-2", None),
        ("morgen", "morgen", None),
    ],
)
def test_a_day_at_the_end_is_parted_from_what_is_agreed(
    said: str, what: str, day: date | None
) -> None:
    assert ahead.at_end(said, TODAY) == (what, day)


@each_row(
    ("said", "past", "day"),
    [
        ("over twee weken", False, date(2026, 12, 7)),
        ("aanstaande donderdag", False, date(2026, 11, 26)),
        ("over twee weken", True, None),
        ("afgelopen vrijdag", True, date(2026, 11, 20)),
        ("5 december", False, None),
        ("5-12-2026", False, None),
    ],
)
def test_a_day_from_today_has_no_date(said: str, past: bool, day: date | None) -> None:
    assert ahead.from_today(said, TODAY, past=past) == day
