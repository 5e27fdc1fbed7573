"""What was said before it was asked: filled in, undone, changed, contradicted, forgotten."""

import json
from typing import Any

import pytest

from routeboek_tui.core.said import Said
from routeboek_tui.course.changing import all_said
from routeboek_tui.course.course import Course
from routeboek_tui.course.state import State, resumed, state_of
from routeboek_tui.course.unfit import Unfit
from routeboek_tui.json_lines.talking import answered
from tests.course.talks import VO, keys, said, talk
from tests.known import guide
from tests.walks_as_data import SAFE, TODAY

TYPED = "Hij is al 4 keer ziek gemeld in 10 weken, en 14 jr"
PO = {**VO, "sector": "po"}


def _told(typed: str = TYPED, signal: str = "vaak_ziek", **facts: str) -> Course:
    course = talk("triage", **(facts or VO))
    course.tell(typed)
    course.pick(keys(course)[signal])
    return course


def test_what_was_said_is_answered_and_shown_as_such() -> None:
    course = talk("triage", **VO)
    course.tell(TYPED)
    reply = course.pick(keys(course)["vaak_ziek"])
    assert "Uit wat je zei: Is de leerling 12 jaar of ouder? 12 of ouder." in said(reply)
    assert [e.fact or e.step for e in course.exchanges if e.from_said] == ["drempel", "leeftijd"]
    assert course.talk.answers.find("drempel", 1)
    assert not course.talk.answers.said.facts
    assert "zorgwekkend_ziekteverzuim" not in course.talk.answers.said.counts
    assert resumed(guide(), state_of(course)).exchanges == course.exchanges


def test_undoing_asks_what_was_filled_in() -> None:
    course = _told()
    for expected in ("leeftijd", "drempel"):
        course.do("undo")
        assert course.asked
        assert expected in {course.asked.fact, course.asked.step}
    course.hear("nee")
    assert not [each for each in course.exchanges if each.from_said]


def test_a_filled_answer_is_changed_like_any_other() -> None:
    course = _told()
    course.change(step="drempel", visit=1)
    course.pick(keys(course)["nee_wel_zorgen"])
    course.hear("ja")
    answer = course.talk.answers.find("drempel", 1)
    assert answer
    assert answer.choices == ("nee_wel_zorgen",)
    assert "drempel" not in {each.step for each in course.exchanges if each.from_said}


def test_a_part_is_kept_and_only_what_lacks_is_asked() -> None:
    course = talk("triage", **VO)
    course.tell("al 4 keer ziek gemeld")
    assert "Nog nodig: in hoeveel weken" in said(course.pick(keys(course)["vaak_ziek"]))
    assert course.asked
    assert course.asked.step == "drempel"
    course.hear("in 10 weken")
    answer = course.talk.answers.find("drempel", 1)
    assert answer
    assert answer.given == {"meldingen": "4", "weken": "10"}


def test_numbers_under_the_border_leave_the_worries_to_be_said() -> None:
    course = talk("triage", **PO)
    course.tell("2 keer ziek, 3 dagen ziek")
    course.pick(keys(course)["vaak_ziek"])
    assert course.asked
    assert course.asked.step == "drempel"
    assert not course.talk.answers.steps


def test_nothing_unclear_is_filled_in() -> None:
    course = _told("vorig jaar 10 keer ziek gemeld, vaak ziek")
    assert course.asked
    assert course.asked.step == "drempel"


@pytest.mark.parametrize(("choice", "route"), [("po", "_po"), ("vo", "_vo")])
def test_what_contradicts_is_asked(choice: str, route: str) -> None:
    course = talk("triage", **PO)
    course.tell("havo 3, spijbelt, 18 uur gespijbeld")
    assert course.asked
    assert course.asked.text.startswith("Eerst stond er Primair onderwijs (PO)")
    assert course.talk.answers.facts["sector"] == "po"
    course.pick(keys(course)[choice])
    course.pick(keys(course)["spijbelt"])
    assert course.talk.flow.route.endswith(route)
    assert course.talk.answers.facts["sector"] == choice


def test_another_region_takes_the_place_of_the_town() -> None:
    course = talk("triage", **PO)
    course.tell("basisschool in Heiloo, vaak ziek")
    course.pick(keys(course)["noord_kennemerland"])
    course.pick(keys(course)["vaak_ziek"])
    course.pick(*([keys(course)["po"]] if course.asked and course.asked.fact == "sector" else []))
    assert course.talk.flow.route == "noord_kennemerland"
    assert "gemeente" not in course.talk.answers.facts


def test_what_a_signal_says_holds_only_once_it_is_chosen() -> None:
    course = talk("triage", **VO)
    course.tell("Ouders weigeren de jeugdarts")
    course.pick(keys(course)["geen"])
    assert "advies_vragen" not in course.talk.answers.said.choices
    course = _told("Ouders weigeren de jeugdarts", "weigert_jeugdarts")
    for choice in ("ja", "vanaf_12", "nee"):
        course.pick(keys(course)[choice])
    answer = course.talk.answers.find("akkoord_jgz", 1)
    assert answer
    assert answer.choices == ("nee",)


def test_what_was_said_with_an_answer_in_the_triage_is_kept() -> None:
    course = talk("triage", **SAFE, regio="noord_kennemerland", sector="po")
    assert course.asked
    course.hear("te laat, al 15 keer te laat")
    if course.beside_route:
        course.pick(keys(course)["te_laat_komen"])
    assert course.talk.answers.find("te_laat", 1)


def test_danger_goes_first_and_nothing_is_lost() -> None:
    course = talk("triage", **{**VO, "veiligheid": "nee"})
    course.tell("Hij wordt thuis geslagen, en is al 4 keer ziek gemeld in 10 weken")
    assert course.asked
    assert course.asked.fact == "veiligheid"
    course.hear("nee, zo is het niet")
    assert "zorgwekkend_ziekteverzuim" in course.talk.answers.said.counts


def test_restarting_forgets_it() -> None:
    course = talk("triage", **VO)
    course.tell("leerling is vaak ziek, 4 keer ziek gemeld, 14 jr")
    course.pick(keys(course)["geen"])
    assert course.talk.answers.said
    course.do("restart")
    course.hear("ja") if course.beside_route else None
    assert course.talk.answers.said == Said()


def test_it_goes_along_in_the_state_and_is_looked_over() -> None:
    course = talk("triage", **VO)
    course.tell("geboren 3-2-2012, vaak ziek, 4 keer ziek gemeld")
    course.pick(keys(course)["geen"])
    state: State = state_of(course)
    assert resumed(guide(), state).talk.answers == course.talk.answers
    line: dict[str, Any] = answered(guide(), json.dumps({"date": TODAY.isoformat()}).encode())
    for wrong in (
        {"facts": {"sector": "havo"}},
        {"facts": {"kleur": "rood"}},
        {"counts": {"niets": {"x": "1"}}},
        {"counts": {"te_laat": {"uren": "1"}}},
        {"counts": {"te_laat": {"keren": "-3"}}},
        {"choices": {"akkoord_jgz": ["misschien"]}},
        {"birth_date": "2090-01-01"},
    ):
        held = json.loads(json.dumps(line["state"]))
        held["now"]["legs"][-1]["answers"]["said"] = wrong
        reply = answered(guide(), json.dumps({"state": held, "hear": "ja"}).encode())
        assert "error" in reply, wrong


def test_the_state_is_refused_as_a_value_too() -> None:
    course = talk("triage", **VO)
    state = state_of(course.along(course.talk.hearing(Said(facts={"sector": "?"})), "aloud"))  # type: ignore[arg-type]
    with pytest.raises(Unfit):
        resumed(guide(), state)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("17 en 18 december 2026", False),
        ("17 en 18 december 2026, samen 11 uur", False),
        ("op 17-12-2026 en 18-12-2026", False),
        ("17 en 18 december geschorst", True),
    ],
)
def test_days_alone_are_no_other_case(line: str, told: bool) -> None:
    course = talk("triage", **{**PO, "ingeschreven": "ja"})
    course.tell("twee dagen eerder op vakantie gegaan")
    course.pick(keys(course)["eerder_op_vakantie"])
    asked = course.asked
    course.hear(line)
    assert (course.asked != asked) is told


def test_a_line_of_the_walk_says_what_is_asked_later() -> None:
    course = talk("triage", **VO)
    course.tell("vaak ziek, 4 keer ziek gemeld in 10 weken")
    course.pick(keys(course)["vaak_ziek"])
    assert course.asked
    assert course.asked.fact == "leeftijd"
    course.hear("14 jaar, zijn ouders weigeren de jeugdarts")
    while course.asked and course.asked.fact == "veiligheid":
        course.hear("nee")
    assert course.talk.answers.said.choices["akkoord_jgz"] == ("nee",)


def test_who_reports_now_has_it_still_to_do_with_its_letter() -> None:
    course = talk("triage", **SAFE, regio="noord_kennemerland", sector="po")
    course.tell("groep 7, spijbelt, 17 lesuren gespijbeld")
    course.pick(keys(course)["spijbelt"])
    course.pick(keys(course)["onder_12"])
    course.pick(keys(course)["nu_melden"])
    now = {do.action.id for do in course.talk.advice.now}
    assert "melden_als_wettelijk" in now
    ready = [each.id for each in course.talk.letters if not course.talk.behind(each)]
    assert "tekst-duo-melding-16-uur" in ready


def test_a_plain_no_says_that_the_plan_did_not_help() -> None:
    course = talk("triage", **PO)
    course.tell("Het plan van school loopt")
    course.pick(keys(course)["plan_loopt"])
    course.hear("nee")
    answer = course.talk.answers.find("evaluatie_schoolplan", 1)
    assert answer
    assert answer.choices == ("nee",)


@pytest.mark.parametrize(
    ("story", "signal", "step", "choice"),
    [
        ("Het plan loopt, maar hij blijft ziek", "plan_loopt", "evaluatie_schoolplan", "nee"),
        ("Alleen een wachtlijst houdt het tegen", "wachtlijst", "wachtlijst_po", "overbruggen"),
    ],
)
def test_what_the_story_says_of_the_door_is_not_asked(
    story: str, signal: str, step: str, choice: str
) -> None:
    course = talk("triage", **PO)
    course.tell(story)
    course.pick(keys(course)[signal])
    answer = course.talk.answers.find(step, 1)
    assert answer
    assert answer.choices == (choice,)
    assert step in {each.step for each in course.exchanges if each.from_said}


@pytest.mark.parametrize(
    ("typed", "signal", "facts"),
    [
        (
            "DUO-melding, weigert aanmelding JGZ, 3e klas vmbo, Den Haag, jongen van 15",
            "duo_weigert_jgz",
            {"gemeente": "den_haag", "sector": "vo", "leeftijd": "vanaf_12"},
        ),
        (
            "Jongen van 7, groep 4, Rijswijk. Zonder verlof op vakantie geweest",
            "luxeverzuim_gemeld",
            {"gemeente": "rijswijk", "sector": "po", "leeftijd": "onder_12"},
        ),
        (
            "Vaak ziek gemeld. Zijn zus zit in 3 vmbo",
            "vaak_ziek",
            {},
        ),
    ],
)
def test_what_was_said_of_pupil_and_school_is_known_where_nobody_asks(
    typed: str, signal: str, facts: dict[str, str]
) -> None:
    course = _told(typed, signal, **SAFE, regio="haaglanden")
    for fact in ("gemeente", "sector", "leeftijd"):
        assert course.talk.situation.get(fact, "") == facts.get(fact, ""), fact
    shown = {each.fact for each in all_said(course.talk)}
    assert facts.keys() <= shown


def test_what_stands_in_the_line_of_hours_and_report_is_not_asked() -> None:
    course = talk("triage", **SAFE, regio="noord_kennemerland", sector="po")
    course.tell("Jongen groep 8, 12 jaar, komt sinds ma 2 februari niet meer, ruzie met de juf")
    course.pick(keys(course)["weken_niet_gezien"])
    course.pick(keys(course)["relatief"])
    course.hear("Do 5 feb bij duo gezet als wettelijk verzuim, toen waren er 16 uur.")
    found = {each.step: each.choices for each in course.talk.answers.steps}
    assert found["duo_melding_relatief"] == ("al_gemeld",)
    assert "langer_dan_vier_weken" in found


@pytest.mark.parametrize(
    ("gemeente", "taken"),
    [("den_haag", "JGZ Den Haag"), ("rijswijk", "JGZ Zuid-Holland West"),
     ("leidschendam_voorburg", "JGZ Zuid-Holland West")],
)  # fmt: skip
def test_what_is_likely_is_taken_so_told_and_can_be_changed(gemeente: str, taken: str) -> None:
    course = _told("twee keer niet verschenen bij JGZ, zonder bericht", "niet_bij_jgz",
                   **{**PO, "gemeente": gemeente})  # fmt: skip
    assert "duo_melding" in course.talk.passed
    assert "tekst-duo-melding" in {letter.id for letter in course.talk.to_write}
    course.change(fact="jgz")
    assert course.asked
    assert course.asked.fact == "jgz"
    other = "zhw" if taken.endswith("Haag") else "den_haag"
    course.pick(keys(course)[other])
    course.hear("ja")
    assert course.talk.answers.facts["jgz"] == other


def test_what_somebody_said_goes_before_what_is_likely() -> None:
    course = _told("JGZ ZHW: twee keer niet verschenen bij JGZ", "niet_bij_jgz", **PO)
    if course.talk.trail.ask and course.talk.trail.ask.step == "jgz_consult":
        course.pick(keys(course)["twee_keer_zonder_bericht"])
    assert course.talk.answers.facts["jgz"] == "zhw"
