"""Whatever is typed in a case, and however a file of one is broken: nothing raises."""

import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from routeboek_tui.course.practice.making import checked
from routeboek_tui.library.content import Library
from tests.practising import CASES, place

RIGHT = Path(__file__).resolve().parents[2] / "library/cases/right.yaml"
TYPED = ("", "1", "2", "3", "1 2", "a", "b", "z", "ja", "nee", "?", "terug", "5 meldingen")
LINE = some.one_of(
    some.sampled_from(TYPED),
    some.text(max_size=30),
    some.text(string.printable, max_size=30),
)  # fmt: skip


@given(case=some.sampled_from(CASES), lines=some.lists(LINE, max_size=25))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_line_breaks_a_case(
    library: Library, tmp_path: Path, case: str, lines: list[str]
) -> None:
    held = place(library, tmp_path / "oefenen", first=case)
    for line in lines:
        heard = held.hear(line)
        if heard.back or heard.stop:
            break
        sheet = held.sheet
        assert sheet.options or sheet.free
        assert len({option.key for option in sheet.options}) == len(sheet.options)


@given(lines=some.lists(LINE, max_size=40))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_line_breaks_the_making_of_one(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    held = place(library, tmp_path / "oefenen", first="nieuw")
    for line in lines:
        heard = held.hear(line)
        if heard.back or heard.stop:
            break


@given(some.data())
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_broken_file_is_told_and_raises_nothing(
    library: Library, tmp_path: Path, data: some.DataObject
) -> None:
    whole = RIGHT.read_bytes()
    start = data.draw(some.integers(0, len(whole)))
    gone = data.draw(some.integers(0, 40))
    put = data.draw(
        some.binary(max_size=12) | some.sampled_from([b": ", b"- ", b"{", b"&a ", b"\t"])
    )
    file = tmp_path / "proef.yaml"
    file.write_bytes(whole[:start] + put + whole[start + gone :])
    for problem in checked(library, file):
        assert problem.file == "proef.yaml"
        assert problem.line >= 1
        assert problem.message
