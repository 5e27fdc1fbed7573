"""The own days of a school: what counts, what is told of a line that cannot be right."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from routeboek_tui.core.calendar import Calendar
from routeboek_tui.library.calendar import OwnDays
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library
from routeboek_tui.library.own_days import EXAMPLE, LARGEST, read_own_days
from routeboek_tui.library.places import own_days_file


def written(tmp_path: Path, text: str | bytes, library: Library) -> OwnDays:
    file = tmp_path / "vrije-dagen.txt"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_own_days(file, library.calendar.names)


def with_own(tmp_path: Path, text: str, library: Library, region: str = "midden") -> Calendar:
    own = written(tmp_path, text, library)
    return replace(library.calendar, own=own).calendar(region)


WRONG = [
    ("2027-02-30 studiedag", f"“2027-02-30” is geen dag. {EXAMPLE}"),
    ("studiedag", f"“studiedag” is geen dag. {EXAMPLE}"),
    ("dinsdag 8 februari 2027 studiedag", "“dinsdag 8 februari 2027” is geen dag."),
    ("8 februari studiedag", "“8” is geen dag."),
    ("2027-02-08", f"Achter de dag staat niet wat er dan is. {EXAMPLE}"),
    ("2027-02-08 studidag", "“studidag” kent de gids niet als vrije dag. Bedoel je “studiedag”?"),
    ("2027-02-08 Kim is jarig", "“kim is jarig” kent de gids niet als vrije dag."),
    ("2027-02-21..2027-02-13 voorjaarsvakantie", "De laatste dag (2027-02-13) ligt voor de eerste"),
    ("2027-02-13..2028-02-21 voorjaarsvakantie", "Dit zijn 374 dagen. Kijk de dagen na."),
    ("2027-02-13..2027-02-14..2027-02-15 studiedag", "is geen eerste en laatste dag."),
    ("2027-02-13.. studiedag", "“” is geen dag."),
    ("2027-02-13..2027-02-14 studiedag", "Dit is alleen weekend: dan is er al geen school."),
    ("\x1b[31m studiedag", "is geen dag."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "message"), WRONG)
def test_a_line_that_is_wrong_is_told_and_does_not_count(
    tmp_path: Path, library: Library, line: str, message: str
) -> None:
    own = written(tmp_path, f"# eigen dagen\n\n{line}\n2027-03-01 studiedag\n", library)
    (problem,) = own.problems
    assert (problem.file, problem.line) == (str(tmp_path / "vrije-dagen.txt"), 3)
    assert message in problem.message
    assert [(day.name, day.first, day.line) for day in own.days] == [
        ("studiedag", date(2027, 3, 1), 4)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2027-02-08..2027-02-09 studiedag",
        "8-2-2027..9/2/2027 studiedag",
        "8 februari 2027..9 feb 2027 studiedag",
        "maandag 8 februari 2027..dinsdag 9 februari 2027 studiedag",
    ],
)
def test_a_day_is_written_as_everywhere(tmp_path: Path, library: Library, line: str) -> None:
    own = written(tmp_path, line, library)
    assert own.problems == ()
    assert [(day.first, day.last) for day in own.days] == [(date(2027, 2, 8), date(2027, 2, 9))]


def test_a_day_that_stands_there_twice_counts_once(tmp_path: Path, library: Library) -> None:
    own = written(tmp_path, "2027-03-01 studiedag\n1-3-2027 vrije dag\n", library)
    assert len(own.days) == 1
    assert [str(problem.message) for problem in own.problems] == ["Deze dag staat ook op regel 1."]


@pytest.mark.parametrize(
    "raw", [b"\xff\xfe\x00\xd8", b"\x00" * 50, b"x" * (LARGEST + 1), b"\n\r\n"]
)
def test_no_file_makes_the_guide_fall_over(tmp_path: Path, library: Library, raw: bytes) -> None:
    own = written(tmp_path, raw, library)
    assert own.days == ()
    assert bool(own.problems) == bool(raw.strip())


def test_without_a_file_and_with_a_folder_for_one(tmp_path: Path, library: Library) -> None:
    names = library.calendar.names
    assert read_own_days(tmp_path / "er_niet", names).problems == ()
    (problem,) = read_own_days(tmp_path, names).problems
    assert problem.message == "Dit bestand is niet te lezen."


def test_line_ends_and_a_mark_of_windows_are_fine(tmp_path: Path, library: Library) -> None:
    own = written(
        tmp_path, b"\xef\xbb\xbf2027-02-08  Studiedag\r\n2027-02-09 vrije   dag\r\n", library
    )
    assert ([day.name for day in own.days], own.problems) == (["studiedag", "vrije_dag"], ())


def test_an_own_day_is_no_school_day(tmp_path: Path, library: Library) -> None:
    calendar = with_own(tmp_path, "2027-02-08 studiedag", library)
    assert not calendar.is_school_day(date(2027, 2, 8))
    assert calendar.is_school_day(date(2027, 2, 9))
    assert calendar.remarks == ()


def test_an_own_holiday_goes_before_the_advice(tmp_path: Path, library: Library) -> None:
    calendar = with_own(tmp_path, "2027-02-13..2027-02-21 krokusvakantie", library)
    assert not calendar.is_school_day(date(2027, 2, 15))
    assert calendar.is_school_day(date(2027, 2, 22))
    assert not calendar.is_school_day(date(2026, 2, 16)), "that of another year stays"


def test_an_own_holiday_does_not_move_what_the_government_sets(
    tmp_path: Path, library: Library
) -> None:
    calendar = with_own(tmp_path, "2026-12-14..2026-12-18 kerstvakantie", library)
    assert not calendar.is_school_day(date(2026, 12, 15))
    assert not calendar.is_school_day(date(2026, 12, 21))


def test_an_own_holiday_makes_sure_what_was_not(tmp_path: Path, library: Library) -> None:
    span = date(2027, 4, 12), date(2027, 5, 21)
    assert not library.calendar.calendar("midden").knows(*span)
    calendar = with_own(tmp_path, "2027-04-24..2027-05-09 meivakantie", library)
    assert calendar.knows(*span)
    assert len(calendar.school_weeks(*span)) == 4


def test_what_was_found_nowhere_makes_all_between_its_neighbours_unknown(
    tmp_path: Path, library: Library
) -> None:
    zuid = library.calendar.calendar("zuid")
    assert not zuid.knows(date(2027, 6, 7), date(2027, 6, 11))
    assert zuid.knows(date(2027, 10, 25), date(2027, 10, 29))
    own = with_own(tmp_path, "2027-07-17..2027-08-29 zomervakantie", library, "zuid")
    assert own.knows(date(2027, 6, 7), date(2027, 6, 11))


def test_a_wrong_line_is_said_wherever_it_was_counted(tmp_path: Path, library: Library) -> None:
    (remark,) = with_own(tmp_path, "2027-02-30 studiedag\nx\n", library).remarks
    assert "staan 2 fouten" in remark
    (remark,) = with_own(tmp_path, "x\n", library).remarks
    assert "staat 1 fout" in remark


def test_the_guide_is_loaded_with_the_own_days(root: Path, tmp_path: Path) -> None:
    assert load(root, tmp_path).calendar.own.days == ()
    own_days_file().parent.mkdir(parents=True)
    own_days_file().write_text("2027-02-08 studiedag\n", encoding="utf-8")
    (day,) = load(root, tmp_path).calendar.own.days
    assert day.first == date(2027, 2, 8)
    kept = next(tmp_path.glob("gids-*.json")).read_bytes()
    assert b"2027-02-08" not in kept
