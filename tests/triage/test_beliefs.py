"""What people say that is not so is set right beside the door, and nothing else is."""

import io
from pathlib import Path
from typing import Any

import pytest

from routeboek_tui.conversation.hearing.mistaken import MIND, mistaken
from routeboek_tui.course.course import Course
from routeboek_tui.library.sentences import SAID
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.session import Session
from tests.known import guide, in_words
from tests.rows import each_row
from tests.walks_as_data import TODAY

CASES: Any = in_words(Path(__file__).parent / "beliefs.yaml")
VO = {"gemeente": "den_haag", "regio": "haaglanden", "sector": "vo"}
NK = {"regio": "noord_kennemerland", "sector": "po"}
REMINDERS = {"meer_kinderen", "editie_2024"}
"""What is so, and still worth saying."""
LEAST_BELIEFS, LEAST_SILENT = 20, 60
SAID_HERE = "leerplicht moet een school zoeken, hij is verwijderd"


def found(said: str, facts: dict[str, str]) -> list[str]:
    return [each.id for each in mistaken(guide(), said, facts)]


@each_row(
    ("belief", "said"), [(name, said) for name, all_ in CASES["heard"].items() for said in all_]
)
def test_what_is_not_so_is_heard(belief: str, said: str) -> None:
    assert found(said, VO) == [belief]


@pytest.mark.parametrize("case", CASES["elsewhere"], ids=lambda case: case["said"])
def test_what_is_not_so_somewhere_is_heard_there(case: dict[str, Any]) -> None:
    assert found(case["said"], case["facts"]) == [case["belief"]]


@pytest.mark.parametrize("case", CASES["not_for"], ids=lambda case: case["said"])
def test_where_it_does_not_hold_nothing_is_said(case: dict[str, Any]) -> None:
    assert not found(case["said"], case["facts"])


@each_row("said", CASES["silent"])
def test_what_is_so_asked_or_denied_is_left_alone(said: str) -> None:
    assert not found(said, VO)
    assert not found(said, NK)


def test_there_are_enough_of_both() -> None:
    tried = {*CASES["heard"], *(case["belief"] for case in CASES["elsewhere"])}
    assert tried == set(guide().beliefs.of)
    assert len(tried) >= LEAST_BELIEFS
    assert len(CASES["silent"]) >= LEAST_SILENT


def test_what_people_say_of_a_pupil_is_left_alone(root: Path) -> None:
    """Of the thousands of sentences in the bank hardly one says what is not so."""
    said = [sentence.text for sentence in SAID.sentences(root)]
    heard = [each for each in said if {*found(each, VO)} - REMINDERS]
    assert len(heard) * 1000 < len(said), heard


def test_it_stands_beside_the_door_and_not_instead_of_it() -> None:
    course = Course.begin(guide(), TODAY, VO)
    course.tell(SAID_HERE)
    asked = course.asked
    assert asked is not None
    assert any(remark.text.startswith(MIND) for remark in asked.remarks)
    assert any("Bron:" in remark.text for remark in asked.remarks)
    assert len(asked.options) > 1


def test_on_the_way_it_is_said_beside_what_comes_of_the_line() -> None:
    target = io.StringIO()
    course = Course.begin(guide(), TODAY, {**VO, "veiligheid": "nee"}, "met_schoolinschrijving_vo")
    Session(Lines(io.StringIO("wij kunnen hem gewoon uitschrijven\n"), target), course).run()
    assert MIND in " ".join(target.getvalue().split())
