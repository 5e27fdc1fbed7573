"""The next pupil of the same table, begun with on the wall."""

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.overleg.begin import ROUTE, cases, topic_of
from routeboek_tui.core.flow import Flow
from routeboek_tui.core.meeting import Part
from routeboek_tui.course.overleg.overleg import Overleg
from routeboek_tui.course.overleg.paper import letters_of
from routeboek_tui.course.state import resumed, state_of
from tests.course.meetings import TODAY
from tests.course.talks import talk
from tests.known import guide
from tests.overleg.played import choosing, held, wall
from tests.rows import each_row

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


def picking(found: Overleg, *said: str) -> None:
    """Pick what stands there in these words, one after another."""
    for each in said:
        found.hear(str(next(n for n, text in enumerate(offered(found), 1) if each in text)))


SICK = ("ziek gemeld", "Voor het eerst")


def test_where_the_next_case_is_can_be_picked_and_how_old_the_pupil_is() -> None:
    found = following()
    assert WORDS.where in wall(found)
    picking(found, "ziek gemeld")
    assert WORDS.what_for in wall(found)
    picking(found, "Voor het eerst")
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
    picking(found, *SICK)
    for line in ("2", ""):
        found.hear(line)
    assert found.talk.flow.id == "ziekteverzuim"
    assert found.stand.part is Part.ROLL
    assert found.stand.at == "lacking"
    begun = talk(
        "triage", heard=("nieuw",), regio="haaglanden", sector="po", veiligheid="nee"
    ).overleg
    assert WORDS.where not in wall(begun)


def test_only_the_school_is_left_of_the_pupil_before() -> None:
    found = following(leeftijd="onder_12")
    picking(found, *SICK)
    assert {*found.talk.answers.facts} == {"sector", "gemeente", "regio"}
    assert found.talk.flow.id == "ziekteverzuim"
    assert found.talk.answers.steps == ()
    assert found.meeting.roll == {}
    assert not found.talk.earlier


SCHOOLS: list[dict[str, str]] = [
    {"regio": "haaglanden", "gemeente": "den_haag", "sector": "po"},
    {"regio": "haaglanden", "gemeente": "rijswijk", "sector": "vo"},
    {"regio": "noord_kennemerland", "sector": "po"},
    {"regio": "haaglanden"},
    {"sector": "vo"},
    {},
]


def in_force(flow: Flow, school: dict[str, str]) -> bool:
    """Whether a school of which this is known can be on a route now."""
    region = guide().editions[flow.edition].region
    here = school.get("regio", region) == region
    sector = school.get("sector") in {None, *guide().sectors(flow)}
    return here and sector and guide().current(flow.route, TODAY) is flow


@each_row("school", SCHOOLS, ids=str)
def test_every_step_of_this_kind_of_meeting_can_be_begun_at_in_two_choices(
    school: dict[str, str],
) -> None:
    """No title of a step or a route is among them, and no choice says the same as another."""
    found = talk("triage", **school).overleg
    stand = replace(found.stand, at=ROUTE)
    titles = {t.title for texts in guide().texts.values() for t in texts.values() if t.title}
    first, begun = cases(found.talk, stand), []
    for doors_of in first.values():
        second = cases(found.talk, replace(stand, at=topic_of(doors_of[0])))
        assert not titles & {*first, *second}
        begun += [door for each in second.values() for door in each]
        assert all(len(each) == 1 for each in second.values())
    steps = {
        (flow.id, step)
        for flow in guide().flows.values()
        for step in guide().meeting.kinds[found.meeting.kind].steps
        if step in flow.steps and in_force(flow, school)
    }
    assert {(door.flow.id, door.step) for door in begun} == steps


@pytest.mark.parametrize("line", ["", "3"])
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
    picking(found, "niet ziek gemeld")
    found.hear(line)
    assert WORDS.unheard in wall(found)
    assert WORDS.what_for in wall(found)


def test_a_wrong_door_is_taken_back() -> None:
    found = following()
    before = found.talk.answers
    picking(found, "niet ziek gemeld", "Voor het eerst")
    assert found.talk.flow.id == "met_schoolinschrijving_po"
    found.hear("terug")
    assert found.talk.answers == before
    assert found.talk.flow.id == "triage"
    assert WORDS.what_for in wall(found)
    found.hear("terug")
    assert WORDS.where in wall(found)
    picking(found, *SICK)
    assert found.talk.flow.id == "ziekteverzuim"


def test_the_age_can_be_open() -> None:
    found = following()
    picking(found, *SICK)
    found.hear("")
    assert "leeftijd" not in found.talk.answers.facts
    assert "Ouders: maken het plan mee" in wall(found)


def test_another_program_goes_on_where_the_next_pupil_stands() -> None:
    found = following()
    picking(found, "ziek gemeld")
    halfway = resumed(guide(), state_of(found.course))
    assert wall(halfway.overleg) == wall(found)
    picking(found, "Voor het eerst")
    again = resumed(guide(), state_of(found.course))
    assert wall(again.overleg) == wall(found)
    again.overleg.hear("2")
    assert again.talk.situation["leeftijd"] == "vanaf_12"
    assert [case.initials for case in again.overleg.cases] == ["AB"]
