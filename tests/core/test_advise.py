"""From a walk to who does what, where, and what would change it."""

from collections.abc import Callable
from datetime import date

import pytest

from routeboek_tui.core.advice import Advice, Turn, advise, what_if
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.core.flow import Certainty
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.core.trail import Ask, Trail

PO = {"sector": "po", "leeftijd": "onder_12"}
TO_OVERLEG = ("drempel=ja", "evaluatie_schoolplan=nee", "advies_vragen=naar_overleg")


@pytest.fixture
def advice(walk: Callable[..., Trail], rulebook: Rulebook) -> Callable[..., Advice]:
    return lambda *lines, **other: advise(rulebook, walk(*lines, **other))


def done(todo: tuple[object, ...]) -> set[tuple[str, str]]:
    return {(do.step, do.action.id) for do in todo}  # type: ignore[attr-defined]


def test_what_was_answered_is_earlier_and_what_waits_is_now(
    advice: Callable[..., Advice],
) -> None:
    found = advice(*TO_OVERLEG, facts=PO)
    assert ("gesprek_en_plan", "gesprek_voeren") in done(found.earlier)
    assert ("mdo_jes", "situatie_in_beeld") in done(found.now)
    assert done(found.alongside) == {("melding_swv", "melden_in_onderwijs_transparant")}
    assert found.possible == ()
    assert found.waiting == Ask("jgz_advies_nodig", 1)
    assert found.outcome == ""


def test_what_comes_before_an_open_question_stays_now_whatever_is_answered_after_it(
    advice: Callable[..., Advice],
) -> None:
    before = ("gesprek_en_plan", "gesprek_voeren")
    found = advice("drempel=ja", "evaluatie_schoolplan=", "advies_vragen=naar_overleg", facts=PO)
    assert before in done(found.now)
    assert before not in done(found.earlier)


def test_the_actor_of_an_action_is_its_own_or_that_of_its_step(
    advice: Callable[..., Advice],
) -> None:
    found = advice(*TO_OVERLEG, "jgz_advies_nodig=ja", "akkoord_jgz=nee", facts=PO)
    actors = {do.action.id: do.action.actor for do in found.now}
    assert actors == {"ouders_inlichten": "school", "melden_bij_duo": "school"}
    feedback = advice(
        *TO_OVERLEG, "jgz_advies_nodig=ja", "akkoord_jgz=ja", "jgz_consult=ja", facts=PO
    )
    assert {do.action.id: do.action.actor for do in feedback.now if do.step == "jgz_advies"} == {
        "adviseren": "jgz",
        "volgen": "school",
    }


def test_only_an_action_with_a_term_has_a_day(advice: Callable[..., Advice]) -> None:
    found = advice(*TO_OVERLEG, "jgz_advies_nodig=ja", "akkoord_jgz=nee@2026-03-02", facts=PO)
    assert {do.action.id: do.by for do in found.now} == {
        "ouders_inlichten": None,
        "melden_bij_duo": date(2026, 3, 2),
    }


def test_who_sits_at_the_table_depends_on_age(advice: Callable[..., Advice]) -> None:
    lines = (*TO_OVERLEG, "jgz_advies_nodig=ja", "akkoord_jgz=nee")
    (under,) = advice(*lines, facts=PO).tables
    assert under.step == "gesprek_leerplicht"
    assert [seat.actor for seat in under.seats] == ["leerplicht", "ouders"]
    (older,) = advice(*lines, facts={**PO, "leeftijd": "vanaf_12"}).tables
    assert [seat.actor for seat in older.seats] == ["leerplicht", "ouders", "leerling"]
    (unknown,) = advice(*lines, facts={**PO, "leeftijd": UNKNOWN}).tables
    assert unknown == older


def test_what_is_done_twice_alongside_stands_once(advice: Callable[..., Advice]) -> None:
    found = advice(
        "drempel=nee",
        "blijven_volgen=nieuwe_ziekmelding",
        "drempel#2=ja",
        facts={**PO, "vier_weken_afwezig": "ja"},
    )
    (swv,) = found.alongside
    assert (swv.step, swv.visit) == ("melding_swv", 2)


def test_what_holds_on_some_ways_only_is_possible(advice: Callable[..., Advice]) -> None:
    found = advice("drempel=ja", "evaluatie_schoolplan=", facts=PO)
    assert ("advies_vragen", "partner_om_advies_vragen") in done(found.possible)
    assert ("verzuim_gestopt", "afspraken_vastleggen") in done(found.possible)
    assert not {"advies_vragen", "verzuim_gestopt"} & {do.step for do in found.now}
    assert [answer.step for answer in found.to_find_out] == ["evaluatie_schoolplan"]
    unknown = advice("drempel=nee", facts={"sector": UNKNOWN, "vier_weken_afwezig": UNKNOWN})
    assert unknown.facts_to_find_out == ("sector", "vier_weken_afwezig")
    assert done(unknown.possible) == {("melding_swv", "melden_in_onderwijs_transparant")}


def test_an_outcome_and_its_conditions(advice: Callable[..., Advice]) -> None:
    lines = (
        *TO_OVERLEG,
        "jgz_advies_nodig=nee",
        "belastbaarheid=ja",
        "terugkeer=nee",
        "passend_onderwijs=nee",
        "alternatief=nee",
        "consensus_mdo=ja_overslaan",
        "oordeel_sma_arts=ja",
    )
    enrolled = advice(*lines, facts={**PO, "ingeschreven": "ja"})
    assert enrolled.outcome == "vrijstelling"
    assert enrolled.outcomes == ("vrijstelling",)
    assert {do.action.id for do in enrolled.now if do.step == "vrijstelling"} == {
        "bevestigen",
        "school_inlichten",
        "uitschrijven",
    }
    not_enrolled = advice(*lines, facts={**PO, "ingeschreven": "nee"})
    assert {do.action.id for do in not_enrolled.now if do.step == "vrijstelling"} == {"bevestigen"}


def test_what_can_still_come_of_it(advice: Callable[..., Advice]) -> None:
    own = ("blijven_volgen", "vrijstelling", "verzuim_gestopt")
    doors = {
        "met_schoolinschrijving_po/adviestafel_po",
        "zonder_schoolinschrijving/ouders_melden_aan",
    }
    at_start = advice(facts=PO).outcomes
    assert at_start[:3] == own
    assert set(at_start[3:]) == doors
    assert advice("drempel=ja", facts=PO).outcomes == at_start[1:]
    enrolled = advice("drempel=ja", facts={**PO, "ingeschreven": "ja"}).outcomes
    assert set(enrolled) == {*own[1:], "met_schoolinschrijving_po/adviestafel_po"}
    ended = advice("drempel=ja", "evaluatie_schoolplan=ja", facts=PO)
    assert ended.outcomes == ("verzuim_gestopt",)


def test_turns_name_the_latest_answer_first(advice: Callable[..., Advice]) -> None:
    found = advice("drempel=ja", "evaluatie_schoolplan=nee", facts=PO)
    assert found.turns == (
        Turn("evaluatie_schoolplan", 1, "ja", ("verzuim_gestopt",)),
        Turn("drempel", 1, "nee", ("blijven_volgen",)),
    )


def test_what_if_splits_where_a_fact_is_not_known(rulebook: Rulebook) -> None:
    ways = what_if(rulebook, "alternatief", {})
    assert [edge.to for edge in ways["nee"]] == ["consensus_mdo", "advies_driehoek"]
    assert [edge.to for edge in ways["ja"]] == ["alternatief_uitvoeren"]
    assert [edge.to for edge in what_if(rulebook, "alternatief", {"sector": "vo"})["nee"]] == [
        "advies_driehoek"
    ]


def test_why_and_what_is_unsure(advice: Callable[..., Advice]) -> None:
    found = advice(*TO_OVERLEG, facts=PO)
    assert [(visit.step, visit.taken) for visit in found.why] == [
        ("drempel", ("ja",)),
        ("evaluatie_schoolplan", ("nee",)),
        ("advies_vragen", ("naar_overleg",)),
    ]
    assert all(v.via and v.via.certainty is not Certainty.SOURCE for v in found.unsure)
    assert [visit.step for visit in found.unsure] == ["melding_swv", "advies_vragen"]
