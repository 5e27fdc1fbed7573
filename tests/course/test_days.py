"""The days of a meeting as a file: what is said before one is replaced, and what moves along."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from routeboek_tui.core.meeting import Evaluation
from routeboek_tui.course.days import DaysPaper, days_paper
from routeboek_tui.course.overleg import paper as overleg_paper
from routeboek_tui.export import ics
from tests.course.meetings import CASES
from tests.known import guide

LATER = Evaluation(date(2027, 1, 18))
Papers = Callable[..., DaysPaper]


@pytest.fixture
def paper() -> Papers:
    """The days of one meeting, as often as asked for, with its evaluation on another day."""
    sent: list[ics.Issued] = []
    talk, held = CASES["mdo"]

    def made(evaluation: Evaluation = held.evaluation, before: int = 0) -> DaysPaper:
        days = overleg_paper.calendar_of(talk, replace(held, evaluation=evaluation))
        return days_paper(talk, days, sent, before)

    return made


def uid_and_sequence(file: Path) -> tuple[str, int]:
    found = ics.issued(file.read_bytes())
    assert found
    [day] = (each for each in found.days if "plan werkt" in each.title)
    return day.uid, day.sequence


def test_a_second_file_of_the_same_meeting_moves_the_days_of_the_first(
    paper: Papers, tmp_path: Path
) -> None:
    assert paper().save("een", tmp_path, "ics", overwrite=False).path
    assert paper(LATER).save("twee", tmp_path, "ics", overwrite=False).path
    uid, sequence = uid_and_sequence(tmp_path / "een.ics")
    assert uid_and_sequence(tmp_path / "twee.ics") == (uid, sequence + 1)


def test_before_a_file_is_replaced_it_is_said_that_its_days_move_along(
    paper: Papers, tmp_path: Path
) -> None:
    paper().save("", tmp_path, "ics", overwrite=False)
    asked = paper(LATER).save("", tmp_path, "ics", overwrite=False)
    assert asked.exists
    assert asked.words.endswith(guide().meeting.paper.calendar_moves)
    assert not asked.path
    assert paper(LATER).save("", tmp_path, "ics", overwrite=True).path


def test_the_next_pupil_of_the_day_has_a_file_of_another_name(paper: Papers) -> None:
    assert paper().stem != paper(before=1).stem


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("", "agenda.ics"), ("mdo 11.1", "mdo 11.1.ics"), ("mdo.ics", "mdo.ics"),
        ("MDO.ICS", "MDO.ICS"), ("map/", "map/agenda.ics"), ("lijst.docx", "lijst.ics"),
    ],
)  # fmt: skip
def test_it_is_a_calendar_file_whatever_it_is_called(
    typed: str, name: str, paper: Papers, tmp_path: Path
) -> None:
    (tmp_path / "map").mkdir()
    assert paper().save(typed, tmp_path, "ics", overwrite=False).path == str(tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_folder_that_is_not_there_is_told(paper: Papers, tmp_path: Path) -> None:
    saved = paper().save("agenda", tmp_path / "weg", "ics", overwrite=False)
    assert "bestaat niet" in saved.words
    assert not saved.path
