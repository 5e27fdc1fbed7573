"""What was typed, made fit for paper."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routeboek_tui.core.letter import FieldType
from routeboek_tui.letters.values import clean, items, rows
from routeboek_tui.text import dates
from tests.rows import each_row


@each_row(
    ("typed", "expected"),
    [
        ("\x1b[31mrood\x07", "[31mrood"),
        ("a\u202eb\u2066c\u200e\u200bd\ufeff", "abcd"),
        ("\ue000\ue100\uf8ff\U000f0000x", "x"),
        ("x\ud800\ufffe\uffff", "x"),
        ("👩‍👧", "👩‍👧"),
        ("\u200d \u2800\u3164", ""),
        ("﷽ [/b] {{ 7*7 }}", "﷽ [/b] {{ 7*7 }}"),
        ("a\tb\x85c", "a b c"),
        ("x" * 10_000, "x" * 10_000),
    ],
)
def test_line(typed: str, expected: str) -> None:
    assert clean(typed, FieldType.LINE) == expected


def test_text_keeps_lines() -> None:
    assert clean("\n a \r\n\r\n\r\n\n b\u2028c\n", FieldType.TEXT) == "a\n\nb\nc"


@pytest.mark.parametrize(
    "typed", ["2026-03-03", "3-3-2026", "03/03/2026", "3.3.2026", "3 Maart 2026"]
)
def test_a_date_is_written_out(typed: str) -> None:
    assert clean(typed, FieldType.DATE) == "3 maart 2026"


@pytest.mark.parametrize("typed", ["31-2-2026", "3-3-26", "volgende week", "3 maart"])
def test_what_is_no_date_stays_as_it_is(typed: str) -> None:
    assert dates.read(typed) is None
    assert clean(typed, FieldType.DATE) == typed


@given(st.dates(dates.FIRST, dates.LAST))
def test_a_written_date_is_read_again(day: date) -> None:
    assert dates.read(dates.write(day)) == day
    assert dates.read(day.isoformat()) == day


@given(st.text(), st.sampled_from(FieldType))
def test_cleaning_twice_changes_nothing(typed: str, kind: FieldType) -> None:
    once = clean(typed, kind)
    assert clean(once, kind) == once


def test_an_appointment_has_its_weekday() -> None:
    assert clean("3-3-2026", FieldType.DATE, weekday=True) == "dinsdag 3 maart 2026"
    assert clean("morgen", FieldType.DATE, weekday=True) == "morgen"


def test_a_list_is_typed_one_on_a_line_with_or_without_a_sign() -> None:
    assert items("- de mentor\n\n2. JGZ\n\u2022 de ouders\n3 maart") == (
        "de mentor", "JGZ", "de ouders", "3 maart",
    )  # fmt: skip
    assert items("gesprek; plan van aanpak") == ("gesprek", "plan van aanpak")
    assert items("") == ()


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("mentor; belt; elke dag", ("mentor", "belt", "elke dag")),
        ("mentor;belt", ("mentor", "belt", "")),
        ("De school past het rooster aan.", ("", "De school past het rooster aan.", "")),
        ("mentor; belt; maandag; dinsdag", ("mentor", "belt", "maandag; dinsdag")),
    ],
)
def test_a_row_is_typed_with_semicolons(typed: str, row: tuple[str, ...]) -> None:
    assert rows(typed, 3) == (row,)
