"""A day is the day of what a sentence says with it, in the ways people say that."""

from datetime import date

from routeboek_tui.conversation.hearing.told import told
from tests.known import guide
from tests.rows import each_row

TODAY = date(2026, 12, 1)
DAYS = [
    ("sinds 5 oktober alleen ochtenden", "minder", date(2026, 10, 5)),
    ("volgt sinds 5 oktober een aangepast rooster", "minder", date(2026, 10, 5)),
    ("zit sinds 12 oktober op halve dagen", "minder", date(2026, 10, 12)),
    ("MWTA heeft op 24 november de aanvraag geaccepteerd", "consult", date(2026, 11, 24)),
    ("de directeur wees het verlof 24 november af", "besluit_verlof", date(2026, 11, 24)),
    ("wij hebben Rick donderdag geschorst", "schorsing", date(2026, 11, 26)),
]


@each_row(("line", "name", "day"), DAYS)
def test_it_is_the_day_of_that(line: str, name: str, day: date) -> None:
    assert told(line, guide(), {}, TODAY, unasked=True).days.get(name) == day


def test_sick_so_often_since_a_holiday_is_no_illness_since_then() -> None:
    said = told("6e keer ziek sinds de herfstvakantie", guide(), {}, TODAY, unasked=True)
    assert "ziek" not in said.days
    assert "vier_weken_afwezig" not in said.facts


AGES = [
    ("ze wordt volgende maand 12", "11"),
    ("morgen wordt hij 18", "17"),
    ("kind wordt 5 in januari", "4"),
    ("ze is bijna 16", "15"),
    ("hij wordt 2 dagen geschorst", ""),
    ("ze wordt in groep 5 gepest", ""),
    ("misschien wordt ze zaterdag twaalf", ""),
]


@each_row(("line", "years"), AGES)
def test_who_soon_is_a_year_older_is_younger_now(line: str, years: str) -> None:
    counts = told(line, guide(), {}, TODAY, unasked=True).counts
    assert counts.get("leerplichtig", {}).get("jaren", "") == years
