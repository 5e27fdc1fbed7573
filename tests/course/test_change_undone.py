"""What "wijzig" offers can be changed, and "terug" comes back to where the talk was."""

from datetime import date

import pytest

from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import Reply, Words
from tests.known import guide

TODAY = date(2026, 11, 23)
SAFE, FIRST = "nee, daar heb ik geen aanwijzing voor", "1"
TALKS: dict[str, tuple[str, ...]] = {
    "luxe_zonder_antwoord": ("luxe verzuim", FIRST, SAFE, "Rijswijk", "po"),
    "ziek_zonder_antwoord": ("vaak ziek", FIRST, SAFE, "Den Haag", "vo"),
    "schorsing_zonder_antwoord": ("leerling geschorst in Alkmaar", FIRST, SAFE),
    "schorsing_met_antwoord": ("leerling geschorst in Alkmaar", FIRST, SAFE, "1"),
}
EVERY = pytest.mark.parametrize("talk", TALKS)
STORY = "Wat is er aan de hand?"


def told(lines: tuple[str, ...]) -> tuple[Course, list[str]]:
    course, said = Course.begin(guide(), TODAY, {}), list[str]()
    said += words(course.tell(lines[0]))
    for line in lines[1:]:
        said += words(course.hear(line))
    return course, said


def words(reply: Reply) -> list[str]:
    return [part.text for part in reply if isinstance(part, Words)]


@EVERY
def test_undoing_comes_back_to_where_the_story_was_asked_again(talk: str) -> None:
    course, _ = told(TALKS[talk])
    before = (course.talk.flow.id, course.talk.answers, course.asked)
    course.hear("wijzig")
    assert course.asked is not None
    course.hear(next(each.key for each in course.asked.options if each.label.startswith(STORY)))
    if course.talk.answers.steps:
        course.hear("ja")
    assert course.talk.flow.id != before[0]
    course.hear("terug")
    assert (course.talk.flow.id, course.talk.answers, course.asked) == before


@EVERY
def test_nothing_is_offered_that_cannot_be_changed(talk: str) -> None:
    course, _ = told(TALKS[talk])
    course.hear("wijzig")
    asked = course.asked
    assert asked is not None
    options = asked.options
    for each in options:
        again, _ = told(TALKS[talk])
        again.hear("wijzig")
        again.hear(each.key)
        assert again.asked != asked, each.label


@pytest.mark.parametrize("line", ["wijzig sector", "wijzig regio"])
def test_who_names_what_is_fixed_reads_why(line: str) -> None:
    course, _ = told(TALKS["schorsing_zonder_antwoord"])
    assert any("Noord-Kennemerland" in said for said in words(course.hear(line)))


@pytest.mark.parametrize(
    ("story", "unsaid"),
    [
        ("leerling geschorst in Alkmaar", True),
        ("leerling spijbelt, school in Heerhugowaard", True),
        ("leerling geschorst in Alkmaar, basisschool", False),
        ("leerling geschorst in Alkmaar op het vo", False),
    ],
)
def test_whose_sector_nobody_said_reads_for_whom_the_protocol_is(story: str, unsaid: bool) -> None:
    _, said = told((story, FIRST, SAFE))
    line = guide().editions["noord-kennemerland"].unsaid
    assert line
    assert (line in said) is unsaid
