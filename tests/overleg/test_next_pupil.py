"""The next pupil of the same table, begun with on the wall."""

import pytest

from routeboek_tui.core.meeting import Part
from routeboek_tui.course.overleg import Overleg
from routeboek_tui.course.overleg_paper import letters_of
from routeboek_tui.course.state import resumed, state_of
from tests.course.talks import talk
from tests.known import guide
from tests.overleg.played import choosing, held, wall

WORDS = guide().meeting.words


def following(
    step: str = "mdo_jes", flow: str = "ziekteverzuim", *lines: str, **facts: str
) -> Overleg:
    """The meeting after one that was closed, in which these lines were typed."""
    first = held(step, flow, "", "plan", "school: belt, 1 december", **facts)
    course = first.course
    choosing(first, WORDS.next_case)
    for line in ("ab", *lines):
        course.overleg.hear(line)
    return course.overleg


def offered(found: Overleg) -> list[str]:
    return [row.text for row in found.wall.rows]


def test_where_the_next_case_is_can_be_picked_and_how_old_the_pupil_is() -> None:
    found = following()
    assert WORDS.where in wall(found)
    found.hear(str(offered(found).index("Ziekteverzuim: Het MDO") + 1))
    assert "12 jaar of ouder" in wall(found)
    found.hear("2")
    assert found.talk.situation["leeftijd"] == "vanaf_12"
    assert "Leerling: praat zelf mee" in wall(found)
    for line in ("", "standpunten", "1", "1"):
        found.hear(line)
    assert found.talk.answers.steps[-1].choices == ("ja",)
    found.hear("uit")
    assert offered(found)[0] == guide().letters["afsprakenlijst-overleg"].title
    assert letters_of(found.talk, found.meeting)


def test_a_wall_before_any_question_asks_where_it_begins() -> None:
    found = talk("triage", regio="haaglanden", sector="po", gemeente="den_haag").overleg
    assert WORDS.where in wall(found)
    for line in ("3", "2", ""):
        found.hear(line)
    assert found.talk.flow.id == "ziekteverzuim"
    assert found.stand.part is Part.ROLL
    assert found.stand.at == "lacking"
    begun = talk(
        "triage", heard=("nieuw",), regio="haaglanden", sector="po", veiligheid="nee"
    ).overleg
    assert WORDS.where not in wall(begun)


def test_only_the_school_is_left_of_the_pupil_before() -> None:
    found = following("mdo_jes", "ziekteverzuim", "3", leeftijd="onder_12")
    assert {*found.talk.answers.facts} == {"sector", "gemeente", "regio"}
    assert found.talk.flow.id == "ziekteverzuim"
    assert found.talk.answers.steps == ()
    assert found.meeting.roll == {}
    assert not found.talk.earlier


@pytest.mark.parametrize(
    ("step", "flow", "doors"),
    [
        (
            "mdo_jes",
            "ziekteverzuim",
            {
                "Met schoolinschrijving, PO: Het MDO",
                "Met schoolinschrijving, PO: Het MDO stelt het plan bij",
                "Ziekteverzuim: Het MDO",
                "Ziekteverzuim: Het MDO stelt het plan bij",
                "Ziekteverzuim: Overleg over het medisch advies",
                "Ziekteverzuim: Overeenstemming in het MDO",
            },
        ),
        (
            "jes_plan",
            "met_schoolinschrijving_vo",
            {
                "Met schoolinschrijving, VO: Het JES",
                "Met schoolinschrijving, VO: Evaluatie in het JES",
                "Met schoolinschrijving, VO: Het JES stelt het plan bij",
                "Ziekteverzuim: Het JES",
                "Ziekteverzuim: Het JES stelt het plan bij",
                "Ziekteverzuim: Overleg over het medisch advies",
            },
        ),
    ],
)
def test_the_doors_are_those_of_the_school(step: str, flow: str, doors: set[str]) -> None:
    found = following(step, flow)
    assert {*offered(found)[:-1]} == doors
    assert offered(found)[-1] == WORDS.later


@pytest.mark.parametrize("line", ["", "7"])
def test_the_advice_can_come_later_and_its_agreements_are_on_the_list_of_the_day(
    line: str,
) -> None:
    found = following("mdo_jes", "ziekteverzuim", line)
    assert found.stand.part is Part.AGREEMENTS
    for each in ("ouders: halen op, 4 december", "regie", "2", "", ""):
        found.hear(each)
    choosing(found, WORDS.next_case)
    found.hear("cd")
    cases = found.course.overleg.cases
    assert [case.initials for case in cases] == ["AB", "CD"]
    told = found.course.overleg.shown("recap").text
    assert "halen op" in told
    assert "belt" in told


@pytest.mark.parametrize("line", ["9", "piet", "1 2"])
def test_a_door_that_is_not_there_opens_none(line: str) -> None:
    found = following("mdo_jes", "ziekteverzuim", line)
    assert WORDS.unheard in wall(found)
    assert WORDS.where in wall(found)


def test_a_wrong_door_is_taken_back() -> None:
    found = following()
    before = found.talk.answers
    found.hear("1")
    assert found.talk.flow.id == "met_schoolinschrijving_po"
    found.hear("terug")
    assert found.talk.answers == before
    assert found.talk.flow.id == "triage"
    assert WORDS.where in wall(found)
    found.hear("3")
    assert found.talk.flow.id == "ziekteverzuim"


def test_the_age_can_be_open() -> None:
    found = following("mdo_jes", "ziekteverzuim", "3", "")
    assert "leeftijd" not in found.talk.answers.facts
    assert "Ouders: maken het plan mee" in wall(found)


def test_another_program_goes_on_where_the_next_pupil_stands() -> None:
    found = following("mdo_jes", "ziekteverzuim", "3")
    again = resumed(guide(), state_of(found.course))
    assert wall(again.overleg) == wall(found)
    again.overleg.hear("2")
    assert again.talk.situation["leeftijd"] == "vanaf_12"
    assert [case.initials for case in again.overleg.cases] == ["AB"]
