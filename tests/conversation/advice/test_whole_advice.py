"""Nothing a source asks is left out: duties of questions, divided answers, what runs beside."""

from collections.abc import Iterator

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.flow import TRIAGE, Flow, Step
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import TODAY, Walk, first_facts, walked, walks

QUESTION_DUTIES = {
    "F082": "ziekteverzuim/akkoord_jgz#aanvraag_bespreken",
    "F083": "ziekteverzuim/akkoord_jgz#wegblijven_aankondigen",
    "F084": "ziekteverzuim/aanmelding_jgz#aanmelden",
    "F096": "ziekteverzuim/gesprek_leerplicht#gesprek_voeren",
    "F159": "ziekteverzuim/gesprek_weigering#gesprek_voeren",
    "F169": "ziekteverzuim/oordeel_sma_arts#adviseren",
    "F469": "ziekteverzuim/bericht_passend_onderwijs#uitkomst_overbrengen",
}
DIVIDED = {
    ("ziekteverzuim", "akkoord_jgz"),
    ("ziekteverzuim", "akkoord_driehoek"),
    ("ziekteverzuim", "gesprek_weigering"),
    ("noord_kennemerland", "contact_jeugdarts"),
}
FLOWS = guide().flows


def _step(place: str) -> Step:
    flow, _, step = place.partition("/")
    return FLOWS[flow].steps[step]


def _onward(flow: Flow, start: str) -> Iterator[str]:
    """Every step that can come after ``start``, and the doors at which a way ends."""
    found, todo = {start}, [start]
    while todo:
        for _, edge in flow.steps[todo.pop()].ways():
            if edge.to not in found:
                found.add(edge.to)
                todo.append(edge.to)
    yield from found - {start}


def test_every_duty_that_a_source_gives_at_a_step_is_an_action_of_it() -> None:
    silent = set()
    for name, claim in guide().claims.items():
        places = [each.removeprefix("stap:") for each in claim.places if each.startswith("stap:")]
        if claim.kind != "action" or not places:
            continue
        if not any(_acts(place) for place in places):
            silent.add(name)
    assert silent == set()


def _acts(place: str) -> bool:
    where, _, part = place.partition("#")
    ids = {action.id for action in _step(where).actions}
    return part in ids if part else bool(ids)


@each_row(("fact", "place"), QUESTION_DUTIES.items())
def test_the_duty_of_a_question_is_in_the_advice(fact: str, place: str) -> None:
    assert f"stap:{place}" in guide().claims[fact].places
    assert _acts(place)


def test_who_is_asked_together_can_answer_divided() -> None:
    found = {
        (flow.id, step.id)
        for flow in FLOWS.values()
        for step in flow.steps.values()
        if any(choice.id == "verdeeld" for choice in step.choices)
    }
    assert found == DIVIDED
    for route, name in DIVIDED:
        (edge,) = FLOWS[route].steps[name].choice("verdeeld").edges
        again = FLOWS[route].steps[edge.to]
        assert again.id == name or [each.to for each in again.edges] == [name]
        assert again.actions


def test_without_leerplicht_there_is_a_new_meeting_with_leerplicht() -> None:
    step = _step("ziekteverzuim/consensus_mdo")
    (edge,) = step.choice("leerplicht_ontbrak").edges
    meeting = _step(f"ziekteverzuim/{edge.to}")
    assert "leerplicht" in {seat.actor for seat in meeting.table}
    assert [each.to for each in meeting.edges] == [step.id]
    assert "leerplicht" in guide().texts["ziekteverzuim"][step.id].question


@pytest.mark.parametrize(
    ("choice", "actor"),
    [
        ("zwangerschap", "leerplicht"),
        ("artikel_15", "leerplicht"),
        ("arbeid_of_dagbesteding", "swv"),
    ],
)
def test_each_alternative_has_an_actor_of_its_own(choice: str, actor: str) -> None:
    edge, *others = _step("ziekteverzuim/alternatief").choice(choice).edges
    assert _step(f"ziekteverzuim/{edge.to}").actor == actor
    of_age = {"met_schoolinschrijving_vo/achttien_plus_vo"}
    assert {other.to for other in others} <= {edge.to} | of_age


def test_no_way_to_an_exemption_jumps_over_its_alternatives() -> None:
    for flow in FLOWS.values():
        for step in flow.steps.values() if flow.route != TRIAGE else ():
            for _, edge in step.ways():
                if edge.to.startswith("ziekteverzuim/") and edge.to.endswith(
                    ("advies_driehoek", "akkoord_driehoek", "schoolinschrijving", "weigering")
                ):
                    assert "alternatief" in {choice.id for choice in step.choices}


def test_a_case_of_sickness_comes_back_from_every_route_it_is_sent_to() -> None:
    doors = [door for door in FLOWS["ziekteverzuim"].jumps if door.jump]
    for door in doors:
        jump = door.jump
        assert jump
        for flow in FLOWS.values():
            if flow.route == jump.route and jump.step in flow.steps and flow.route[:3] == "met":
                assert "ziekteverzuim/mdo_jes" in set(_onward(flow, jump.step))


@pytest.mark.parametrize("choice", ["ja", "nee"])
def test_opp_and_custom_hours_run_beside_whatever_the_pupil_can_bear(choice: str) -> None:
    beside = _step("ziekteverzuim/belastbaarheid").choice(choice).alongside
    assert [edge.to for edge in beside] == ["opp_en_maatwerk", "instemming_inspectie"]


@pytest.mark.parametrize("choice", ["ja", "niet_alle_drie"])
def test_what_was_reported_is_investigated_whatever_else_there_is(choice: str) -> None:
    found = _step("noord_kennemerland/ook_ongeoorloofd_gemeld_nk").choice(choice)
    assert "onderzoek_leerplicht_nk" in {edge.to for edge in found.alongside}


ENDING = [
    walk
    for walk in walks()
    for step in FLOWS[walk.route].steps.values()
    if walk.outcome in step.until
]


def test_steps_that_run_beside_end_where_they_should() -> None:
    ends = {step.id: step.until for flow in FLOWS.values() for step in flow.steps.values()}
    other = "andere_vrijstelling"
    assert ends["opp_en_maatwerk"] == ("vrijstelling", "verzuim_gestopt", other)
    assert ends["continuiteit_onderwijs"] == ("verzuim_gestopt_vo",)
    assert ENDING


@each_row("walk", ENDING, ids=lambda walk: walk.id)
def test_what_is_over_is_not_to_be_done_beside(walk: Walk) -> None:
    talk = walked(guide(), walk)
    over = {s.id for s in talk.flow.steps.values() if walk.outcome in s.until}
    assert not over & {do.step for do in (*talk.advice.alongside, *talk.advice.now)}


def test_reporting_who_is_late_asks_for_the_age() -> None:
    late = next(walk for walk in walks() if "te_laat" in {g.step for g in walk.answers})
    talk = Conversation.start(guide(), "noord_kennemerland", TODAY, first_facts(late))
    talk = talk.answered(("te_laat",)).answered((), given={"keren": "15"})
    assert talk.ask
    assert talk.ask.fact == "leeftijd"
    old = talk.knowing("leeftijd", "vanaf_12")
    assert {"contact_leerling_nk", "melden_bij_duo_nk"} <= old.trail.main.steps


HOME = {
    ("ziekteverzuim", "aanmelding_jeugdhulp"),
    ("ziekteverzuim", "jeugdbeschermingstafel"),
    ("met_schoolinschrijving_vo", "jeugdbeschermingstafel_vo"),
    ("met_schoolinschrijving_vo_2024", "jeugdbeschermingstafel_vo"),
}
"""Where youth care is sought at a gemeente: it may be that of the home and not of the school."""


def test_where_home_and_school_can_differ_it_is_said() -> None:
    found = {
        (flow.id, step.id)
        for flow in FLOWS.values()
        for step in flow.steps.values()
        if "gemeente" in step.needs and step.id.startswith(("aanmelding_jeugd", "jeugdbescherm"))
    }
    assert found == HOME
    steps = guide().conflicts["welke_gemeente_leerplicht"].steps
    assert {step for _, step in found} | {"opschalen", "opschalingsgrond"} <= set(steps)
    assert "woon" in guide().facts["gemeente"].hint.casefold()


ALSO_AWAY = ("ook_ongeoorloofd", "ook_ongeoorloofd_gemeld_nk", "ook_ongeoorloofd_onder_grens_nk")


@pytest.mark.parametrize("step", ALSO_AWAY)
def test_hours_away_without_leave_are_counted_apart_from_sickness(step: str) -> None:
    found = _step(f"noord_kennemerland/{step}")
    beside = {edge.to for choice in found.choices for edge in choice.alongside}
    onward = {edge.to for choice in found.choices for edge in choice.edges}
    assert "relatief_verzuim" in onward
    assert ("ongeoorloofde_uren_melden_nk" in beside) == ("mdo_nk" in onward)


def test_whoever_is_sick_is_asked_about_other_absence_too() -> None:
    sick = _step("noord_kennemerland/ziekte_drempel_nk")
    for choice in sick.choices:
        (edge,) = choice.edges
        after = {edge.to, *_onward(FLOWS["noord_kennemerland"], edge.to)}
        assert after & set(ALSO_AWAY)


ABROAD = [
    "noord_kennemerland/afspraken_voor_vertrek#melden_vanaf_vertrek",
    "noord_kennemerland/afspraken_voor_vertrek#lang_weg_opnieuw_melden",
]
"""Reports about who is leaving: where the pupil lives then is elsewhere."""


def test_every_report_says_whose_leerplicht_gets_it() -> None:
    texts, letters = guide().texts, guide().letters
    silent = [
        f"{flow.id}/{step.id}#{action.id}"
        for flow in FLOWS.values()
        for step in flow.steps.values()
        for action in step.actions
        if letters.get(texts[flow.id][step.id].letters.get(action.id, ""), None)
        and texts[flow.id][step.id].letters[action.id].startswith("tekst-duo-melding")
        and "woont"
        not in f"{texts[flow.id][step.id].actions[action.id]}{texts[flow.id][step.id].body}"
    ]
    assert silent == ABROAD
