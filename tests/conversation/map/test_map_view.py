"""The map shows the whole route, and where the walk stands in it."""

from datetime import date

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.map.map_view import MapRow, Place, RowKind, here, rows
from routeboek_tui.core.flow import Kind
from routeboek_tui.library.content import Library

TODAY = date(2026, 3, 3)


@pytest.fixture
def talk(library: Library) -> Conversation:
    """PO, Den Haag, under 12, standing at the evaluation of the school's plan."""
    known = {"sector": "po", "gemeente": "den_haag", "leeftijd": "onder_12"}
    return Conversation.start(library, "ziekteverzuim", TODAY, known).answered(("ja",))


def steps(talk: Conversation) -> dict[str, MapRow]:
    return {row.step: row for row in rows(talk) if row.kind is RowKind.STEP}


def ways(talk: Conversation, step: str) -> dict[str, MapRow]:
    return {row.choice: row for row in rows(talk) if row.step == step and row.choice}


def test_every_step_stands_once_in_the_order_of_the_route(talk: Conversation) -> None:
    assert list(steps(talk)) == list(talk.flow.steps)


def test_every_part_begins_at_a_step_and_the_first_at_the_start(talk: Conversation) -> None:
    parts = {part.start: part.title for part in talk.flow.parts}
    assert next(iter(parts)) == talk.flow.start
    assert "Overleg (MDO)" in [row.text for row in rows(talk)]
    assert [row.text for row in rows(talk) if row.kind is RowKind.PART] == [
        talk.say(title) for title in parts.values()
    ]
    assert [step for step in talk.flow.steps if step in parts] == list(parts)


def test_every_choice_and_every_arrow_that_fits_is_shown(talk: Conversation) -> None:
    for step in talk.flow.steps.values():
        assert set(ways(talk, step.id)) == {choice.id for choice in step.choices}
    shown = {arrow.to for row in rows(talk) for arrow in row.arrows}
    elsewhere = {
        "beleidsmedewerker_wijz",
        "teamleider_jeugdteam",
        "instemming_inspectie",
        "nog_niet_leerplichtig_ziek",
    }
    in_vo = {
        "met_schoolinschrijving_vo/achttien_plus_vo",
        "met_schoolinschrijving_vo/afstemming_managers",
        "met_schoolinschrijving_vo/regisseur_jeugd_en_leerplicht",
        "met_schoolinschrijving_vo/teamleider_jeugdhulp",
    }
    assert shown == set(talk.flow.steps) - {talk.flow.start} - elsewhere - in_vo


def test_the_way_so_far_is_marked(talk: Conversation) -> None:
    found = steps(talk)
    assert here(talk) == "evaluatie_schoolplan"
    assert [step for step, row in found.items() if row.place is Place.HERE] == [here(talk)]
    passed = {step for step, row in found.items() if row.place is Place.PASSED}
    assert passed == {"ziekmelding", "drempel"}
    assert found["melding_swv"].note == "loopt tegelijk"
    assert ways(talk, "drempel")["ja"].taken
    assert not ways(talk, "drempel")["nee"].taken


def test_what_the_situation_rules_out_is_closed(talk: Conversation) -> None:
    found = steps(talk)
    assert found["met_schoolinschrijving_po/adviestafel_po"].place is Place.AHEAD
    assert found["met_schoolinschrijving_vo/afstemming_managers"].place is Place.CLOSED
    assert found["teamleider_jeugdteam"].place is Place.CLOSED


def test_what_is_not_known_yet_keeps_both_ways_and_says_under_which_fact(
    talk: Conversation,
) -> None:
    arrows = ways(talk, "jgz_consult")["twee_keer_zonder_bericht"].arrows
    assert [arrow.when for arrow in arrows] == ["bij JGZ Den Haag", "bij JGZ ZHW"]


def test_an_answer_that_is_not_known_marks_every_choice_as_possible(talk: Conversation) -> None:
    unsure = talk.answered(("nee",)).answered(())
    choices = ways(unsure, "advies_vragen").values()
    assert all(row.supposed and not row.taken for row in choices)
    assert steps(unsure)["akkoord_jgz"].place is Place.MAYBE


def test_the_certainty_of_an_arrow_is_said(talk: Conversation) -> None:
    assert ways(talk, "drempel")["nee"].arrows[0].certainty == "afgeleid"
    assert ways(talk, "drempel")["nee_wel_zorgen"].arrows[0].certainty == "lezing"
    assert ways(talk, "drempel")["ja"].arrows[0].certainty == ""


def test_a_step_come_to_again_says_so(talk: Conversation) -> None:
    stopped = talk.having(talk.answers).answered(("ja",))
    assert stopped.ended
    assert steps(stopped)["verzuim_gestopt"].place is Place.HERE
    again = Conversation.start(
        talk.library, "ziekteverzuim", TODAY, {"sector": "po", "vier_weken_afwezig": "nee"}
    )
    again = again.answered(("nee",)).answered(("nieuwe_ziekmelding",))
    assert steps(again)["drempel"].note == "2e keer"


def test_outcomes_are_named(talk: Conversation) -> None:
    named = {step for step, row in steps(talk).items() if "uitkomst" in row.note}
    assert named == {s.id for s in talk.flow.steps.values() if s.kind is Kind.OUTCOME}


def test_a_row_reads_as_one_line(talk: Conversation) -> None:
    lines = [row.plain for row in rows(talk)]
    assert "● School: Evaluatie van het schoolplan (hier ben je)" in lines
    assert (
        "    gekozen: Ja, de drempel is gehaald, dan: Gesprek en plan van aanpak;"
        " tegelijk: Melding bij het samenwerkingsverband (lezing)" in lines
    )
    assert not any("\n" in line or "{" in line for line in lines)


def test_what_is_to_be_done_is_told_from_what_is_done_and_what_may_be(talk: Conversation) -> None:
    found = steps(talk)
    todo = {do.step for do in (*talk.advice.now, *talk.advice.alongside)}
    assert {step for step, row in found.items() if row.place is Place.TODO} == todo
    assert todo == {"gesprek_en_plan", "melding_swv"}
    after = steps(talk.answered(("nee",)))
    assert after["gesprek_en_plan"].place is Place.PASSED
    assert "gedaan" in after["gesprek_en_plan"].plain
    assert "te doen" in found["gesprek_en_plan"].plain
