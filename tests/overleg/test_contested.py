"""The contested step: who says what, what would follow, and what becomes the answer."""

import re

import pytest

from routeboek_tui.conversation.advice.first_screen import come_back
from routeboek_tui.conversation.overleg.positions import later
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.meeting import Part
from routeboek_tui.course.overleg.overleg import Overleg
from tests.course.meetings import VO
from tests.course.talks import talk
from tests.known import guide
from tests.overleg.played import held, wall
from tests.rows import each_row


def differing() -> Overleg:
    found = held("mdo_jes", "ziekteverzuim", "standpunten", "", "1 omdat het moet", "2")
    found.hear("allen 1")
    return found


def test_where_it_differs_is_seen_at_a_glance() -> None:
    found = differing()
    assert guide().meeting.words.differ in wall(found)
    assert "omdat het moet" in wall(found)


def test_one_that_speaks_agrees_with_nobody() -> None:
    found = held("mdo_jes", "ziekteverzuim", "standpunten", "", "1", "standpunten")
    words = guide().meeting.words
    assert words.one_view in wall(found)
    assert words.agree not in wall(found)


def test_a_number_at_the_overview_is_said_by_all_who_are_there() -> None:
    found = held("mdo_jes", "ziekteverzuim", "4 5", "standpunten", "2")
    [said] = found.meeting.positions.values()
    assert {each.choice for each in said.values()} == {"nee"}
    assert not {"swv", "leerplicht"} & said.keys()
    assert guide().meeting.words.agree in wall(found)


def test_one_can_say_something_else_at_the_overview() -> None:
    found = held("mdo_jes", "ziekteverzuim", "", "standpunten", "1", "ouders 2 het is te vroeg")
    [said] = found.meeting.positions.values()
    assert (said["ouders"].choice, said["ouders"].why) == ("nee", "het is te vroeg")
    assert said["school"].choice == "ja"
    assert guide().meeting.words.differ in wall(found)
    for wrong in ("ouders 9", "piet 1", "9", "1"):
        before = found.meeting
        found.hear(wrong)
        assert found.meeting == before
        assert found.wall.notes[0] == guide().meeting.words.unheard


def test_the_others_can_say_the_same_once_some_spoke() -> None:
    found = held("mdo_jes", "ziekteverzuim", "standpunten", "", "2", "standpunten", "allen 1")
    [said] = found.meeting.positions.values()
    assert [each.choice for each in said.values()] == ["nee", *["ja"] * (len(said) - 1)]
    assert len(said) == 8


def test_nothing_is_decided_by_counting() -> None:
    found = differing()
    asked = found.course.asked
    found.hear("")
    assert found.course.asked == asked
    assert guide().meeting.words.not_counted in wall(found)
    found.hear("2")
    assert found.course.asked != asked


def test_what_would_change_the_advice_stands_below_what_would_follow() -> None:
    found = talk(heard=("ja",), **{**VO, "leeftijd": "vanaf_12"}).overleg
    for line in ("standpunten", "", "allen 1"):
        found.hear(line)
    assert any("Anders bij" in row.text for row in found.wall.rows)


def test_not_knowing_is_a_position() -> None:
    found = held("mdo_jes", "ziekteverzuim", "standpunten", "", "3", "allen 3")
    assert guide().meeting.words.agree in wall(found)


def test_an_answer_given_in_the_talk_is_not_taken_back_from_the_wall() -> None:
    found = held("mdo_jes", "ziekteverzuim", "standpunten", "", "allen 1", "", "1")
    found.course.hear("ja")
    answers = found.talk.answers.steps
    found.hear("terug")
    assert found.talk.answers.steps == answers


def test_a_day_is_read_at_a_question_of_the_route_as_in_the_talk() -> None:
    found = talk("ziekteverzuim", heard=("ja",)).overleg
    found.hear("standpunten")
    before = found.course.asked
    found.hear("32 januari")
    assert found.course.asked == before
    assert found.wall.notes
    found.hear("1-3-2012")
    assert found.course.asked != before
    assert found.talk.situation["leeftijd"] == "vanaf_12"
    found.hear("terug")
    assert found.course.asked == before


FAMILY = {*guide().meeting.family.actors}
SHARED = guide().meeting.family.shared


def reading(step: str) -> Overleg:
    """A meeting at a question, on whatever route it stands."""
    flow = next(f.id for f in guide().flows.values() if step in f.steps)
    found = held(step, flow, "")
    found.hear("standpunten")
    if later(found.talk, found.stand):
        found.hear("1")
    return found


@each_row("step", [*guide().meeting.family.steps, *SHARED])
def test_where_somebody_agrees_nothing_said_for_all_is_said_for_the_family(step: str) -> None:
    for lines in (("1",), ("allen 1",), ("iedereen 2",), ("", "allen 1"), ("", "iedereen 2")):
        found = reading(step)
        for each in lines:
            found.hear(each)
        said = found.meeting.positions.get(step, {})
        assert not FAMILY & said.keys(), lines
        assert step not in SHARED or said


AGREES = re.compile(r"akkoord|\beens\b|oneens|toestemming|weiger|willen")
OTHERS_DECIDE = {
    "gegrond": "leerplicht judges",
    "jgz_po": "what JGZ tells afterwards",
    "verzuim_houdt_aan": "whether the absence goes on",
    "opschalingsgrond": "the partners differ among themselves",
    "jes_evaluatie": "what the meeting needs after the evaluation",
    "extra_expertise": "which table fits",
    "welke_tafel": "which table fits",
    "soort_verzuim": "what happened",
    "niets_gevonden_nk": "whether a plan works; what the parents want is asked them first",
    "reis_betwist_nk": "what is known for sure",
    "lukt_binnen_school": "whether the absence stopped",
    "verlofaanvraag": "what was asked for",
}
"""Questions with such a word that ask something else, and what that is."""


def test_every_question_about_agreeing_is_answered_by_the_family_itself() -> None:
    asked = {
        step
        for flow in guide().flows
        if flow != TRIAGE
        for step, text in guide().texts[flow].items()
        if guide().flows[flow].steps[step].choices
        and AGREES.search(" ".join((text.question, *(c.label for c in text.choices.values()))))
    }
    assert asked - {*guide().meeting.family.steps, *SHARED} == OTHERS_DECIDE.keys()


WAITING = sorted(
    {
        (flow.id, step)
        for flow in guide().flows.values()
        if flow.id != TRIAGE
        for step, text in guide().texts[flow.id].items()
        if text.back and flow.steps[step].choices
    }
)
"""Every question of which the talk says when to come back."""


@each_row(("flow", "step"), WAITING)
def test_what_lies_ahead_is_not_asked_round_the_table(flow: str, step: str) -> None:
    sector = {"sector": "vo"} if "vo" in guide().sectors(guide().flows[flow]) else {}
    region = {"regio": flow} if flow == "noord_kennemerland" else {}
    found = held(step, flow, "", "", **{**sector, **region})
    found.hear("standpunten")
    due, back = guide().meeting.due, come_back(found.talk)
    waits = bool(back) and step not in {*due.always, *due.first}
    assert (back in wall(found)) is waits or not back
    if waits:
        found.hear("2")
        assert not found.meeting.positions
        found.hear("")
        assert found.stand.part is Part.AGREEMENTS


def test_what_an_answer_of_the_table_leads_to_waits_as_in_the_talk() -> None:
    found = held("akkoord_jgz", "ziekteverzuim", "", "", "standpunten", "", "1", "1", "1")
    assert found.talk.trail.main.last.step == "jgz_consult"
    assert "Klaar voor nu. Kom terug als de afspraak bij JGZ is geweest." in wall(found)
    away = held("mdo_nk", "noord_kennemerland", "", "", regio="noord_kennemerland")
    away.hear("standpunten")
    away.hear("2")
    away.hear("2")
    assert away.meeting.outcomes
    assert "Klaar voor nu" in wall(away)
    away.hear("")
    assert away.stand.part is Part.AGREEMENTS
    again = held("akkoord_jgz", "ziekteverzuim", "", "", "standpunten", "", "1", "2", "", "4")
    assert "Het antwoord staat: Zij zijn verdeeld." in wall(again)
    assert again.stand.part is Part.AGREEMENTS


@pytest.mark.parametrize("line", ["leerling 2 te druk", "Leerling: 2 te druk"])
def test_a_party_by_name_and_a_number_is_heard_wherever_the_question_stands(line: str) -> None:
    for before in ((), ("",), ("", "1"), ("1",), ("1", "standpunten")):
        found = held("mdo_jes", "ziekteverzuim", "", "standpunten", *before)
        found.hear(line)
        said = found.meeting.positions["jgz_advies_nodig"]["leerling"]
        assert (said.choice, said.why) == ("nee", "te druk")
        assert "te druk" not in wall(found)
