"""Nothing typed in a meeting is anywhere but in the files the chair chose to save."""

import io
from pathlib import Path

import pytest

from routeboek_tui.course.course import Course
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.start import hold
from tests.course.meetings import PO, standing

MARKS = ("zebrapad", "kwartelveld", "parkietgeel", "walrusbaai", "lamavel", "otterpoel")
"""One for each place where something can be typed; none is a word of the guide."""

TYPED = f"""
eigen woorden
1
de {MARKS[0]}
analyse
het {MARKS[1]}
afspraken
het {MARKS[2]} klaarzetten
1
4 december 2026
opbouwrooster
week 1; dinsdag; de {MARKS[3]}; de mentor; bellen
regie
de {MARKS[4]}
de {MARKS[4]}
standpunten

1 om de {MARKS[5]}
""".strip().split("\n")


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A talk at an MDO, in a folder of its own."""
    folder = tmp_path / "werk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Course(standing("ziekteverzuim", "mdo_jes", PO))


def held_with(course: Course, lines: list[str]) -> str:
    """What the real face says while ``lines`` are typed in the meeting of ``course``."""
    out = io.StringIO()
    hold(Lines(io.StringIO("".join(f"{line}\n" for line in lines)), out), course, meeting=True)
    return out.getvalue()


def files_with_a_mark(*folders: Path) -> set[str]:
    marks = [mark.encode() for mark in MARKS]
    return {
        file.name
        for folder in folders
        for file in folder.rglob("*")
        if file.is_file() and any(mark in file.read_bytes() for mark in marks)
    }


def test_every_mark_was_heard(course: Course) -> None:
    held_with(course, TYPED)
    said = str(course.overleg.meeting)
    assert [mark for mark in MARKS if mark not in said] == []


def test_no_file_and_no_letter_holds_what_was_typed(
    course: Course, tmp_path: Path, shared_cache: Path
) -> None:
    held_with(course, [*TYPED, "papieren", "lijst", "", "gesprek", "stop", "1"])
    assert files_with_a_mark(tmp_path, shared_cache) == set()
    assert not any(mark in str(dict(course.values)) for mark in MARKS)
    assert not any(mark in str(course.talk.answers) for mark in MARKS)


def test_only_the_file_that_was_saved_holds_it(
    course: Course, tmp_path: Path, shared_cache: Path
) -> None:
    held_with(course, TYPED)
    held = course.overleg
    days = held.shown("calendar")
    letter = held.draft(course.talk.library.letters["afsprakenlijst-overleg"])
    letter.confirmed = True
    letter.save("lijst.docx")
    letter.save("lijst.txt")
    assert days.save("dagen", Path.cwd(), "ics", overwrite=False).path
    assert files_with_a_mark(tmp_path, shared_cache) == {"lijst.txt"}
    told = Path("lijst.txt").read_text(encoding="utf-8")
    assert [mark for mark in MARKS if mark in told] == [MARKS[2], MARKS[3], MARKS[4]]
    assert Path("dagen.ics").exists()


def test_a_restart_takes_all_of_it_away(course: Course) -> None:
    held_with(course, [*TYPED, "gesprek", "opnieuw", "1"])
    kept = str(course.held.stand if course.held else "") + str(course.values)
    assert not any(mark in kept for mark in MARKS)
