"""All days of a ladder at once; and what is disputed stays with the outcome it decided."""

from datetime import date

import pytest

from routeboek_tui.conversation.advice.advice_view import advice_view, conflicts, readings
from routeboek_tui.conversation.advice.timeline import lacking
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.told import told
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.ladder import rungs
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, Walk, asking_all, walked

TODAY = date(2026, 11, 24)
FIRST = "2026-09-21"
STEPS = {
    "den_haag": ["intercollegiale_afstemming", "afstemming_managers", "regisseur_sociaal_domein"],
    "leidschendam_voorburg": ["intercollegiale_afstemming", "regisseur_jeugd_en_leerplicht"],
    "rijswijk": ["intercollegiale_afstemming", "teamleider_jeugdhulp"],
}


def _escalating(gemeente: str, first: str = FIRST) -> Conversation:
    facts = {**SAFE, "sector": "vo", "gemeente": gemeente, "regio": "haaglanden"}
    talk = Conversation.start(guide(), "met_schoolinschrijving_vo", TODAY, facts)
    for choice in ("ja", "nee", "nee", "nee", "gaat_door", "vier_weken"):
        talk = talk.answered((choice,))
        if talk.ask and talk.ask.fact == "zorgwekkend_sinds":
            talk = talk.dated("zorgwekkend_sinds", date.fromisoformat(first))
    talk = talk.answered(("nee",))
    if talk.ask and talk.ask.fact == "zorgwekkend_sinds":
        talk = talk.dated("zorgwekkend_sinds", date.fromisoformat(first))
    return talk


@pytest.mark.parametrize("gemeente", STEPS)
def test_with_the_first_day_known_every_rung_has_its_day(gemeente: str) -> None:
    found = rungs(_escalating(gemeente).trail, TODAY)
    assert [do.step for do in found] == [*STEPS[gemeente], "afstemming_directeuren"]
    assert found[-1].by == date(2026, 12, 21)
    assert all(do.by for do in found)


def test_a_day_that_is_past_is_marked_and_a_holiday_is_said() -> None:
    said = advice_view(_escalating("den_haag")).dates[:4]
    past = ["die dag is al voorbij" in each for each in said]
    assert past == [True, True, False, False]
    assert "uiterlijk 21 december 2026" in said[3]
    assert "kerstvakantie" in said[3]


def test_what_is_disputed_about_a_later_rung_is_said_at_the_first() -> None:
    talk = _escalating("den_haag")
    said = advice_view(talk).conflicts
    later = conflicts(talk, "regisseur_sociaal_domein")
    assert later
    assert all(each in said for each in later)


def test_before_the_ladder_there_are_no_days_of_it() -> None:
    facts = {**SAFE, "sector": "vo", "gemeente": "den_haag"}
    talk = Conversation.start(guide(), "met_schoolinschrijving_vo", TODAY, facts)
    known = talk.dated("zorgwekkend_sinds", date.fromisoformat(FIRST))
    eight, goal = sorted(advice_view(known).dates)
    assert eight.startswith("acht weken te weinig meedoen")
    assert goal.startswith("drie maanden na die datum")


@each_row("walk", asking_all(), ids=lambda walk: walk.id)
def test_what_decided_the_outcome_is_shown_with_it_and_once(walk: Walk) -> None:
    talk = walked(guide(), walk)
    view = advice_view(talk)
    for shown in (view.readings, view.conflicts):
        assert all(shown.count(each) == 1 for each in shown)  # type: ignore[arg-type]
    for step in talk.advice.decided:
        assert all(each in view.readings for each in readings(talk, step))
        assert all(each in view.conflicts for each in conflicts(talk, step))


def test_the_reading_of_a_divided_family_stays_with_the_report_it_led_to() -> None:
    facts = {**SAFE, "sector": "vo", "gemeente": "den_haag", "leeftijd": "vanaf_12"}
    talk = Conversation.start(guide(), "ziekteverzuim", TODAY, facts)
    for choice in ("ja", "nee", "eerst_jgz", "nee"):
        talk = talk.answered((choice,))
    assert talk.ask
    assert talk.ask.step == "gesprek_leerplicht"
    assert talk.advice.decided == ("drempel", "akkoord_jgz")
    assert readings(talk, "akkoord_jgz")[0] in advice_view(talk).readings


def _before_the_first_rung() -> Conversation:
    facts = {**SAFE, "sector": "vo", "gemeente": "leidschendam_voorburg", "regio": "haaglanden"}
    flow = guide().flows["met_schoolinschrijving_vo"]
    talk = Conversation.at(guide(), flow, Answers(facts, start="opschalingsgrond"), TODAY)
    return talk.answered(("partners_oneens",))


def test_a_ladder_without_a_day_names_the_day_to_tell() -> None:
    talk = _before_the_first_rung()
    said = [each for each in advice_view(talk).dates if "Stap 1" in each]
    assert len(said) == 1
    assert "Typ de eerste datum van zorgwekkend verzuim erbij" in said[0]
    assert "zorgwekkend" in lacking(talk, [])


@pytest.mark.parametrize("unknown", [False, True], ids=["not asked yet", "asked and not known"])
@pytest.mark.parametrize(
    "line", ["de eerste datum van zorgwekkend verzuim was 21 september 2026",
             "zorgwekkend sinds 21 september 2026"],
)  # fmt: skip
def test_a_day_told_at_any_question_gives_the_days_of_the_ladder(line: str, unknown: bool) -> None:
    talk = _before_the_first_rung()
    if unknown:
        talk = talk.knowing("zorgwekkend_sinds")
    told_day = talk.hearing(told(line, guide(), talk.situation, TODAY))
    assert [do.by for do in rungs(told_day.trail, TODAY)][-1] == date(2026, 12, 21)
    assert "zorgwekkend" not in lacking(told_day, [])
    assert "zorgwekkend_sinds" not in told_day.advice.facts_to_find_out
