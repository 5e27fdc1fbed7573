"""The bill of a change: what stays, what falls away, and that it equals a fresh start."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.change import bill, settle
from routeboek_tui.core.replay import Ask, Trail, replay
from routeboek_tui.core.rulebook import Rulebook

PO = {"sector": "po", "leeftijd": "onder_12"}
LINES = (
    "drempel=ja",
    "evaluatie_schoolplan=nee",
    "advies_vragen=naar_overleg",
    "jgz_advies_nodig=ja",
    "akkoord_jgz=nee",
    "gesprek_leerplicht=ja",
)


def test_a_change_costs_what_no_longer_has_a_place(
    walk: Callable[..., Trail], said: Callable[[str], Answer], rulebook: Rulebook, today: date
) -> None:
    before = walk(*LINES, facts=PO)
    changed = before.answers.having(said("akkoord_jgz=ja"))
    cost = bill(rulebook, before, changed, today)
    assert [answer.step for answer in cost.dropped] == ["gesprek_leerplicht"]
    assert [answer.step for answer in cost.kept] == [line.partition("=")[0] for line in LINES[:5]]
    assert cost.lost == ("duo_melding", "gesprek_leerplicht", "afsprakenbrief", "nieuw_verzuim")
    assert cost.gained == ("jgz_consult",)
    assert cost.ask == Ask("jgz_consult", 1)
    assert not cost.free


def test_the_bill_equals_a_fresh_walk(
    walk: Callable[..., Trail], said: Callable[[str], Answer], rulebook: Rulebook, today: date
) -> None:
    before = walk(*LINES, facts=PO)
    cost = bill(rulebook, before, before.answers.having(said("advies_vragen=eerst_jgz")), today)
    fresh = walk(
        "drempel=ja",
        "evaluatie_schoolplan=nee",
        "advies_vragen=eerst_jgz",
        "akkoord_jgz=nee",
        "gesprek_leerplicht=ja",
        facts=PO,
    )
    assert cost.after.branches == fresh.branches
    assert cost.after.used == fresh.used
    assert [answer.step for answer in cost.dropped] == ["jgz_advies_nodig"]


def test_a_change_without_effect_is_free(
    walk: Callable[..., Trail], rulebook: Rulebook, today: date
) -> None:
    before = walk(*LINES, facts=PO)
    cost = bill(rulebook, before, before.answers, today)
    assert cost.free
    assert cost.kept == before.used
    assert cost.after == before


def test_a_fact_can_be_changed_too(
    walk: Callable[..., Trail], rulebook: Rulebook, today: date
) -> None:
    lines = (
        *LINES[:3],
        "jgz_advies_nodig=nee",
        "belastbaarheid=ja",
        "terugkeer=nee",
        "passend_onderwijs=nee",
        "alternatief=nee",
        "consensus_mdo=ja_overslaan",
    )
    before = walk(*lines, facts=PO)
    assert before.certain("beroep_vrijstelling")
    cost = bill(rulebook, before, before.answers.with_fact("sector", "vo"), today)
    assert [answer.step for answer in cost.dropped] == ["consensus_mdo"]
    assert "advies_driehoek" in cost.gained
    assert "beroep_vrijstelling" in cost.lost


def test_an_answer_put_back_restores_what_waited(
    walk: Callable[..., Trail], said: Callable[[str], Answer], rulebook: Rulebook, today: date
) -> None:
    before = walk(*LINES, facts=PO)
    away = before.answers.having(said("akkoord_jgz=ja"))
    assert replay(rulebook, away.having(said("akkoord_jgz=nee")), today) == before


def test_settling_leaves_out_what_has_no_place(
    walk: Callable[..., Trail], rulebook: Rulebook, today: date
) -> None:
    trail = walk(*LINES, "strafrecht=ja", facts=PO, born=date(2015, 1, 1))
    settled = settle(rulebook, trail, today)
    assert settled.steps == trail.used
    assert settled.facts == trail.answers.facts
    assert settled.birth_date == date(2015, 1, 1)
    assert replace(trail.answers, steps=settled.steps) == settled


def test_a_walk_without_answers_has_nothing_to_lose(rulebook: Rulebook, today: date) -> None:
    before = replay(rulebook, Answers(), today)
    cost = bill(rulebook, before, Answers({"sector": "po"}), today)
    assert cost.dropped == cost.lost == cost.gained == ()
    assert cost.ask == Ask("drempel", 1)


def test_answers_beyond_a_fact_still_to_be_asked_are_not_lost(
    walk: Callable[..., Trail], rulebook: Rulebook, today: date
) -> None:
    facts = {fact: value for fact, value in PO.items() if fact != "vier_weken_afwezig"}
    before = walk(*LINES, facts=facts)
    changed = before.answers.having(Answer("drempel", 1, ("nee_wel_zorgen",)))
    cost = bill(rulebook, before, changed, today)
    assert cost.ask
    assert cost.ask.fact == "vier_weken_afwezig"
    assert cost.dropped == ()
    kept = settle(rulebook, cost.after, today)
    assert kept.steps == changed.steps
    told = replay(rulebook, kept.with_fact("vier_weken_afwezig", "nee"), today)
    assert [answer.step for answer in told.used] == [answer.step for answer in before.used]
