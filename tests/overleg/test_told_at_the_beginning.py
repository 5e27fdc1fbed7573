"""Where a meeting begins, school and age are heard in any words, at any of the questions."""

from datetime import date

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.begin import AGE, ROUTE, SCHOOL
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.meeting import Part
from routeboek_tui.course.course import Course
from routeboek_tui.course.overleg.overleg import Overleg
from tests.course.meetings import TODAY
from tests.course.talks import talk
from tests.known import guide
from tests.overleg.played import wall
from tests.rows import each_row

WORDS = guide().meeting.words
REGION, PLACE, SECTOR = SCHOOL


def begun(*lines: str) -> Overleg:
    """A meeting about a school of which nothing is known, in which these lines were typed."""
    found = Course(Conversation.start(guide(), TRIAGE, TODAY)).overleg
    for line in lines:
        found.hear(line)
    return found


def asked_the_age() -> Overleg:
    found = talk(TRIAGE, regio="haaglanden", gemeente="den_haag", sector="vo").overleg
    for line in ("1", "1"):
        found.hear(line)
    assert found.stand.at == AGE
    return found


@each_row(
    ("line", "age"),
    [
        ("15", "vanaf_12"),
        ("15 jaar", "vanaf_12"),
        ("leerling van 15", "vanaf_12"),
        ("hij is twaalf", "vanaf_12"),
        ("11", "onder_12"),
        ("ja", "vanaf_12"),
        ("nee", "onder_12"),
        ("1", "onder_12"),
        ("2", "vanaf_12"),
        ("3-4-2011", "vanaf_12"),
        ("geboren op 3 april 2016", "onder_12"),
        ("weet ik nog niet", ""),
        ("", ""),
    ],
)
def test_the_age_is_heard_as_in_the_talk(line: str, age: str) -> None:
    found = asked_the_age()
    found.hear(line)
    assert not found.stand.at
    assert found.talk.situation.get(AGE, "") == age


def test_a_date_of_birth_is_kept_as_one() -> None:
    found = asked_the_age()
    found.hear("3-4-2011")
    assert found.talk.answers.birth_date == date(2011, 4, 3)


@pytest.mark.parametrize("line", ["piet", "99", "3-4-2025", "31-2-2011"])
def test_what_is_no_age_is_asked_again_with_a_word_of_why(line: str) -> None:
    found = asked_the_age()
    found.hear(line)
    assert found.stand.at == AGE
    assert found.wall.notes
    assert AGE not in found.talk.situation


@each_row(
    ("lines", "at", "known"),
    [
        (("Den Haag",), SECTOR, {PLACE: "den_haag", REGION: "haaglanden"}),
        (("vo",), REGION, {SECTOR: "vo"}),
        (("1", "vo"), PLACE, {REGION: "haaglanden", SECTOR: "vo"}),
        (("1", "vo", "rijswijk"), ROUTE, {PLACE: "rijswijk", SECTOR: "vo"}),
        (("po in Rijswijk",), ROUTE, {PLACE: "rijswijk", SECTOR: "po"}),
        (("Alkmaar",), SECTOR, {REGION: "noord_kennemerland"}),
        (("", "", "", "vo in Den Haag"), ROUTE, {PLACE: "den_haag", SECTOR: "vo"}),
        (
            ("leerling van 13 in Den Haag, vo",),
            ROUTE,
            {PLACE: "den_haag", SECTOR: "vo", AGE: "vanaf_12"},
        ),
    ],
)
def test_what_is_said_at_another_question_is_heard(
    lines: tuple[str, ...], at: str, known: dict[str, str]
) -> None:
    found = begun(*lines)
    assert found.stand.at == at
    assert found.stand.part is Part.ROLL
    facts = guide().scheme.settled(found.talk.situation)
    assert {name: facts.get(name) for name in known} == known


def test_what_was_heard_elsewhere_is_said_and_no_more_asked() -> None:
    found = begun("1", "vo")
    label = guide().facts[SECTOR].choices["vo"].label
    assert found.wall.notes == (WORDS.answered.format(label),)
    assert guide().facts[PLACE].question in wall(found)
    found.hear("3")
    assert WORDS.where in wall(found)


def test_the_age_that_was_said_is_not_asked() -> None:
    found = begun("leerling van 13 in Den Haag, vo", "1", "1")
    assert not found.stand.at
    assert found.talk.situation[AGE] == "vanaf_12"
    assert "Leerling: praat zelf mee" in " ".join(row.text for row in found.wall.rows)


def test_what_was_heard_is_taken_back() -> None:
    found = begun("1", "vo", "terug")
    assert SECTOR not in found.talk.situation
    assert found.stand.at == PLACE
