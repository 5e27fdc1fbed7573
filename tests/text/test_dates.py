"""Days as people write them: one reader, so that a text is the same day wherever it is typed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routeboek_tui.text.dates import (
    FIRST,
    LAST,
    MONTHS,
    coming,
    exact,
    find,
    read,
    write,
)  # fmt: skip
from routeboek_tui.text.near_days import AGO, WEEKDAYS
from tests.rows import each_row

TODAY = date(2026, 11, 28)
FORMS = (
    "{d}-{m}-{y}", "{d:02}-{m:02}-{y}", "{d}/{m}/{y}", "{d}.{m}.{y}", "{y}-{m:02}-{d:02}",
    "{d} {month} {y}", "{d}e {month} {y}", "{d} {short} {y}", "op {d}-{m}-{y}",
    "{weekday} {d} {month} {y}",
    "op {weekday} {d}-{m}-{y}", "{D} {MONTH} {y}",
)  # fmt: skip


def said(form: str, day: date) -> str:
    """``day`` as ``form`` writes it."""
    month = MONTHS[day.month - 1]
    return form.format(
        d=day.day,
        D=day.day,
        m=day.month,
        y=day.year,
        month=month,
        MONTH=month.upper(),
        short="mrt" if month == "maart" else month[:3],
        weekday=WEEKDAYS[day.weekday()],
    )


@given(day=st.dates(date(1990, 1, 1), date(2040, 12, 31)), form=st.sampled_from(FORMS))
def test_every_form_says_the_same_day(day: date, form: str) -> None:
    text = said(form, day)
    assert read(text) == read(text, TODAY) == day
    assert [found.day for found in find(f"dat was {text}, dus", TODAY)] == [day]


@given(day=st.dates(date(1990, 1, 1), date(2040, 12, 31)))
def test_what_is_written_is_read(day: date) -> None:
    assert read(write(day)) == day


@each_row(
    ("text", "day"),
    [
        ("3 maart", date(2026, 3, 3)),
        ("3 dec", date(2025, 12, 3)),
        ("28 november", TODAY),
        ("3-3-26", date(2026, 3, 3)),
        ("3-3-98", date(1998, 3, 3)),
        *((word, TODAY - timedelta(days=ago)) for ago, word in enumerate(AGO)),
        ("zaterdag 28 november", TODAY),
    ],
)
def test_without_a_year_it_is_the_last_such_day(text: str, day: date) -> None:
    assert read(text, TODAY) == day
    assert read(text) is None


@each_row(
    "text",
    ["31-2-2026", "30 februari 2026", "2026-13-01", "vrijdag 28 november 2026", "", "maart", "op",
     "3-3", "12 keer", "3 maart 2026 en 4 maart 2026", "3-4/2026"],
)  # fmt: skip
def test_what_is_no_day_is_none(text: str) -> None:
    assert read(text, TODAY) is None


@given(day=st.dates(), form=st.sampled_from(FORMS))
def test_a_day_too_far_off_to_reckon_with_is_none(day: date, form: str) -> None:
    text = said(form, day) if day.year > 999 else f"{day:%d-%m}-{day.year:04}"
    expected = day if FIRST <= day <= LAST else None
    assert read(text) == expected
    assert exact(day.isoformat()) == expected


@pytest.mark.parametrize("text", ["31-12-9999", "1-1-0001", "0001-01-01", "1-1-0000", "1 mei 9999"])
def test_the_ends_of_the_years_are_no_days(text: str) -> None:
    assert read(text) is None
    assert [found.day for found in find(f"op {text}", TODAY)] == [None]


@each_row(
    ("text", "days"),
    [
        ("8-9, 29-9, 13-10, 5-11 en 24-11-2026", ["8-9", "29-9", "13-10", "5-11", "24-11"]),
        ("5 keer: 8/9, 29/9 en 13/10", ["8-9", "29-9", "13-10"]),
        ("8-9 en 24 november", ["8-9", "24-11"]),
        ("ziek sinds 15-10", ["15-10"]),
        ("eerste dag ziek: 15-10", ["15-10"]),
        ("op 15/10 was hij er niet", ["15-10"]),
        ("op 15/10 nog ziek", ["15-10"]),
        ("8-9 keer", []),
        ("2-3 dagen en 4-5 uur", []),
        ("op 2-3 plekken", []),
        ("sinds 2-3 weken", []),
        ("1/2 dag, 1/2 les", []),
        ("8-9", []),
        ("ziek sinds 31-13", []),
    ],
)
def test_a_day_and_month_in_figures(text: str, days: list[str]) -> None:
    assert [f"{f.day.day}-{f.day.month}" for f in find(text, TODAY) if f.day] == days


@each_row(
    ("text", "days"),
    [
        ("17 en 18 november", ["17-11", "18-11"]),
        ("op 2, 5 en 9 november 2026", ["2-11", "5-11", "9-11"]),
        ("afwezig: 2, 5, 6 en 9 nov", ["2-11", "5-11", "6-11", "9-11"]),
        ("ziek op 3 & 5 november", ["3-11", "5-11"]),
        ("groep 7, 5 november", ["5-11"]),
        ("2 nov 4 en 11 nov 3", ["2-11", "11-11"]),
        ("hij mist 9 en 4 november", ["4-11"]),
        ("0 en 4 november", ["4-11"]),
    ],
)
def test_a_row_of_days_shares_its_month(text: str, days: list[str]) -> None:
    assert [f"{f.day.day}-{f.day.month}" for f in find(text, TODAY) if f.day] == days
    assert [text[f.start : f.end].split(maxsplit=1)[0] for f in find(text, TODAY)] == [
        day.partition("-")[0] for day in days
    ]


@each_row(
    ("text", "days"),
    [
        ("van 10 maart tot en met 12 maart 2027", [date(2027, 3, 10), date(2027, 3, 12)]),
        ("van 10 maart 2026 t/m 12 maart", [date(2026, 3, 10), date(2026, 3, 12)]),
        ("28 december t/m 3 januari 2027", [date(2026, 12, 28), date(2027, 1, 3)]),
        ("van 20 november t/m 5 december", [date(2026, 11, 20), date(2026, 12, 5)]),
        ("3 november en 10 maart 2027", [date(2026, 11, 3), date(2027, 3, 10)]),
        ("wo 10 maart", [date(2027, 3, 10)]),
        ("wo 10, do 11 en vr 12 maart", [date(2027, 3, day) for day in (10, 11, 12)]),
        ("wo 10, vr 11 en vr 12 maart", [date(2027, 3, 10), None, date(2027, 3, 12)]),
        ("di 3 nov en ma. 9 nov", [date(2026, 11, 3), date(2026, 11, 9)]),
        ("wo 3 nov", [None]),
    ],
)
def test_a_weekday_and_the_other_end_give_the_year(text: str, days: list[date | None]) -> None:
    assert [found.day for found in find(text, TODAY)] == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2 december", date(2026, 12, 2)),
        ("2 december 2025", date(2025, 12, 2)),
        ("20 november", date(2026, 11, 20)),
        ("1 augustus", date(2026, 8, 1)),
    ],
)
def test_what_is_announced_is_the_nearer_day(text: str, day: date) -> None:
    (found,) = find(text, TODAY)
    assert coming(found, {each.start for each in find(text, None)}, TODAY) == day
