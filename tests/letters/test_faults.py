"""What cannot be right in a field is said, whichever face it was typed in."""

from datetime import date

import pytest

from routeboek_tui.core.letter import Field, FieldKind, FieldType
from routeboek_tui.letters.faults import NO_DATE, NO_NUMBER, NOT_BORN, TOO_MANY, Bounds, fault
from tests.rows import each_row

TODAY = date(2026, 3, 12)


@each_row(
    ("name", "kind", "typed", "wrong"),
    [
        ("datum", FieldType.DATE, "31-02-2026", NO_DATE),
        ("datum", FieldType.DATE, "morgen", NO_DATE),
        ("datum", FieldType.DATE, "3-3-2090", ""),
        ("datum", FieldType.DATE, " \u202e 3 maart 2026 ", ""),
        ("datum", FieldType.DATE, "", ""),
        ("geboortedatum", FieldType.DATE, "13-03-2026", NOT_BORN),
        ("geboortedatum", FieldType.DATE, "12-03-2026", ""),
        ("aantal", FieldType.COUNT, "12", ""),
        ("aantal", FieldType.COUNT, "12,5", NO_NUMBER),
        ("aantal", FieldType.COUNT, "-1", NO_NUMBER),
        ("aantal", FieldType.COUNT, "\u0661\u0662", NO_NUMBER),
        ("aantal", FieldType.COUNT, "99999", TOO_MANY),
        ("naam", FieldType.LINE, "31-02-2026", ""),
        ("verhaal", FieldType.TEXT, "[/b] {{ 7*7 }}", ""),
    ],
)
def test_fault(name: str, kind: FieldType, typed: str, wrong: str) -> None:
    field = Field(name, name, FieldKind.PROCESS, kind)
    assert fault(field, typed, Bounds(TODAY)) == wrong


@pytest.mark.parametrize(("typed", "wrong"), [("15,5", ""), ("15,3", NO_NUMBER), (",5", NO_NUMBER)])
def test_only_a_half_stands_in_a_count_of_halves(typed: str, wrong: str) -> None:
    field = Field("uren", "uren", FieldKind.PROCESS, FieldType.COUNT, halves=True)
    assert fault(field, typed, Bounds(TODAY)) == wrong
