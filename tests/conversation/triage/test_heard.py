"""What is heard in a sentence that denies, asks, or tells how a case went."""

import pytest

from routeboek_tui.conversation.triage.heard import FURTHER, heard_in
from routeboek_tui.conversation.triage.wat_nu import candidates
from routeboek_tui.library.content import Library
from tests.rows import each_row

HAAGLANDEN = {"gemeente": "den_haag", "regio": "haaglanden"}

TOLD = "hij zit al zeven weken thuis"

DANGEROUS = (
    "zijn vader slaat hem elke avond met een riem",
    "ze zegt dat ze niet meer wil leven en heeft pillen verzameld",
    "er staat elke dag een man met een auto die haar dure spullen geeft voor seks",
)

FAINT = (
    "is het wetsvoorstel terugdringen schoolverzuim al ingegaan",
    "wie gaat er over de verlichting op het plein?",
    "hoe laat begint de vergadering van morgen?",
)

DENIED = (
    "het is geen vakantie",
    "het is geen verlof",
    "het is geen griep",
    "er is geen wachtlijst",
    "het is geen begrafenis",
    "het is geen verhuizing",
    "hij spijbelt niet",
    "hij is niet geschorst",
    "ze is niet zwanger",
    "ik wil helemaal geen vrijstelling voor mijn zoon",
    "van een vrijstelling willen wij niets weten",
)


@each_row("denied", DENIED)
@each_row("line", ["{denied}, {told}", "{told}, {denied}"])
def test_what_is_only_denied_is_as_if_it_was_not_said(
    library: Library, denied: str, line: str
) -> None:
    heard = heard_in(library, line.format(denied=denied, told=TOLD))
    assert heard.fits[0].label == heard_in(library, TOLD).fits[0].label
    assert not candidates(library, line.format(denied=denied, told=TOLD), HAAGLANDEN).together


def test_what_is_told_beside_a_question_is_heard_and_never_surely(library: Library) -> None:
    line = "ze heeft gespijbeld, hoeveel uur mag dat voordat leerplicht belt?"
    found = candidates(library, line, HAAGLANDEN).candidates
    assert found[0].signal.id == "spijbelt"
    assert not found[0].sure


def test_where_a_case_stands_goes_before_what_it_began_with(library: Library) -> None:
    signals = library.signals
    begun = {s.id for s in signals.values() if s.counted}
    stands = {s.id for s in signals.values() if s.stands and not s.counted}
    assert {"vaak_ziek", "lang_ziek", "ziek_vaste_dag", "spijbelt"} <= begun
    assert {"plan_loopt", "weigert_jeugdarts", "jgz_aangemeld", "jgz_vindt_niets"} <= stands
    for line in STORIES:
        first, *others = heard_in(library, line).fits
        for fit in others if first.label in begun else ():
            near = fit.score >= max(FURTHER, first.score - FURTHER)
            same = signals[fit.label].theme == signals[first.label].theme
            assert not (fit.label in stands and near and same), line


@each_row("danger", DANGEROUS)
@each_row("line", ["{danger}, {told}", "{told}, {danger}", "{told} en {danger}"])
def test_beside_danger_the_absence_is_heard(library: Library, danger: str, line: str) -> None:
    for told in (TOLD, *BESIDE):
        alone = heard_in(library, told).fits[0].label
        assert heard_in(library, line.format(danger=danger, told=told)).fits[0].label == alone


@pytest.mark.parametrize("line", FAINT)
def test_a_line_that_asks_gets_no_faint_door(library: Library, line: str) -> None:
    assert not heard_in(library, line).fits


STORIES = (
    "zeven keer ziek sinds de zomer, een gesprek gehad, en nu staat de afspraak met de jeugdarts",
    "in groep vier was het oren, in groep vijf buik, nu negen meldingen en ouders willen geen jgz",
    "elf ziekmeldingen verder hebben we samen een plan dat sinds maandag loopt",
    "veel ziek, twee plannen, en gisteren zat de jeugdarts voor niets te wachten",
    "vijf weken ziek, de jeugdarts vond niets en hij ligt nog steeds in bed",
)


def test_of_two_at_once_one_leads_and_both_are_offered(library: Library) -> None:
    lines = (*STORIES, *(f"{a} en {b}" for a in BESIDE for b in BESIDE if a != b))
    told = 0
    for line in lines:
        found = candidates(library, line, HAAGLANDEN)
        offered = [each.signal.id for each in found.candidates]
        for each in found.together:
            parts = library.together[each.id].of
            if len(parts) > 1:
                told += 1
                assert all(not part.isdisjoint(offered) for part in parts), (line, each.id)
                assert offered[0] in frozenset().union(*parts), (line, each.id)
    assert told >= len(BESIDE)


BESIDE = (
    "hij is al zes keer ziek gemeld",
    "hij spijbelt elke week een paar uur",
    "hij komt elke ochtend te laat",
    "hij is geschorst",
    "ze waren zonder toestemming op vakantie",
)
