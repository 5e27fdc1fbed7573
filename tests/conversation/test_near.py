"""A reader sees the sources and differences of the own region and sector; the rest on request."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.advice.doubts import conflicts, elsewhere
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.near import TAKEN_OVER
from routeboek_tui.conversation.view import sources
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import may_hold
from routeboek_tui.core.flow import TRIAGE, Flow
from routeboek_tui.export import advice
from routeboek_tui.library.content import Library
from routeboek_tui.library.source import SourceDocument
from routeboek_tui.lines.prose import block_lines

PO = {"sector": "po", "leeftijd": "onder_12", "gemeente": "den_haag", "veiligheid": "nee"}
VO = {"sector": "vo", "leeftijd": "vanaf_12", "gemeente": "den_haag", "veiligheid": "nee"}

TAKEN = frozenset({"zonder_schoolinschrijving/po", "ziekteverzuim/po"})
"""Where most steps have no source of the own sector, and are taken over from the other."""


def readers(library: Library, today: date) -> Iterator[tuple[str, str, Conversation]]:
    for flow in library.flows.values():
        for sector in sectors(library, flow):
            facts = {**(PO if sector == "po" else VO)}
            if flow.route == TRIAGE:
                facts["regio"] = "haaglanden"
            yield flow.id, sector, Conversation.at(library, flow, Answers(facts), today)


def sectors(library: Library, flow: Flow) -> tuple[str, ...]:
    return library.sectors(flow) or ("po", "vo")


def far(document: SourceDocument, region: str, sector: str) -> bool:
    elsewhere_region = bool(document.regio) and document.regio != region
    return not document.outside and (
        elsewhere_region or bool(document.sectors and sector not in document.sectors)
    )


def named(library: Library, words: str) -> set[str]:
    """The documents of which both title and edition stand in ``words``."""
    every = library.sources.values()
    return {each.id for each in every if f"{each.title} ({each.edition})" in words}


def test_no_source_of_elsewhere_unless_there_is_no_other(library: Library, today: date) -> None:
    taken: dict[str, set[str]] = {}
    for flow_id, sector, talk in readers(library, today):
        region = library.editions[talk.flow.edition].region or "haaglanden"
        for step in talk.flow.steps.values():
            if step.jump or not step.sources:
                continue
            words = sources(talk, step.sources)
            if words.startswith(TAKEN_OVER.partition("{")[0]):
                taken.setdefault(f"{flow_id}/{sector}", set()).add(step.id)
                assert all(far(library.sources[s.document], region, sector) for s in step.sources)
            else:
                shown = named(library, words)
                assert not {d for d in shown if far(library.sources[d], region, sector)}, step.id
            away = named(library, talk.near.other_sources(step.sources))
            assert not {d for d in away if not far(library.sources[d], region, sector)}, step.id
    assert set(taken) <= {*TAKEN, "triage/po", "triage/vo", "ziekteverzuim/vo"}
    assert taken["ziekteverzuim/vo"] == {"nog_niet_leerplichtig_ziek"}
    assert taken["ziekteverzuim/po"] == {"instemming_inspectie"}
    assert {step for name in ("triage/po", "triage/vo") for step in taken.get(name, ())} == {
        "kwestie_nk",
        "sector_nk",
        "verlof_haaglanden",
    }


def test_no_difference_of_elsewhere_unless_it_is_asked(library: Library, today: date) -> None:
    hidden = 0
    for _, sector, talk in readers(library, today):
        region = library.editions[talk.flow.edition].region or "haaglanden"
        documents = {
            f"{each.title} ({each.edition}; {each.region})": each
            for each in library.sources.values()
        }
        for step in talk.flow.steps.values():
            taken_over = step.sources and all(
                far(library.sources[each.document], region, sector) for each in step.sources
            )
            for each in conflicts(talk, step.id):
                away = [s for s, _ in each.says if far(documents[s], region, sector)]
                assert not away or taken_over or not step.sources, (step.id, each.about)
            shown = {each.about for each in conflicts(talk, step.id)}
            hidden += sum(each.about not in shown for each in elsewhere(talk, step.id))
    assert hidden


@pytest.mark.parametrize(("facts", "word"), [(PO, "Routeboek verzuim en thuiszitters VO")])
def test_what_elsewhere_says_is_there_on_request(
    talk: Callable[..., Conversation], facts: dict[str, str], word: str
) -> None:
    view = advice_view(talk("ja", facts=facts))
    short = "\n".join(block_lines(advice.advice_blocks(view)))
    long = "\n".join(block_lines(advice.advice_blocks(view, everything=True)))
    assert word not in short
    assert word in long
    assert "Wat elders anders is" in long


def test_an_action_of_elsewhere_says_so(library: Library, today: date) -> None:
    """Where the step has a source of its own, and the action has not."""
    found = set()
    for flow_id, sector, talk in readers(library, today):
        for step in talk.flow.steps.values():
            found |= {
                f"{flow_id}/{step.id}#{action.id} {sector}"
                for action in step.actions
                if may_hold(action.when, talk.situation)
                and "(overgenomen uit" in talk.near.deed(step.id, action.id)
            }
    assert found == {
        "met_schoolinschrijving_po/onderzoek_leerplicht_po#melding_oppakken po",
        "met_schoolinschrijving_po/onderzoek_leerplicht_po#terugkoppelen po",
        "met_schoolinschrijving_po/vastgelopen_po#onderwijs_doorgeven po",
        "met_schoolinschrijving_po/wachtlijst_po#onderwijs_doorgeven po",
        "ziekteverzuim/beroep_vrijstelling#onderwijs_doorgeven po",
        "ziekteverzuim/school_zoeken#zelf_aanmelden po",
        "ziekteverzuim/school_zoeken#toezicht_houden po",
        "ziekteverzuim/onder_de_drempel#registratie_nagaan vo",
        "ziekteverzuim/plan_loopt#onderwijs_doorgeven po",
        "ziekteverzuim/mdo_bijstellen#onderwijs_doorgeven po",
        "ziekteverzuim/mdo_bijstellen#plan_bijstellen po",
        "triage/vrijstelling_besproken#leerplicht_uitnodigen po",
        "triage/reis_betwist#gesprek_voeren vo",
        "triage/reis_betwist#leerplicht_laten_meedenken po",
        "triage/reis_betwist#melden_als_het_vaststaat vo",
        "triage/verhuisd_ingeschreven#gesprek_voeren vo",
        "triage/verhuisd_ingeschreven#ingeschreven_houden po",
        "triage/verhuisd_ingeschreven#ingeschreven_houden vo",
        "triage/verhuisd_ingeschreven#school_kiezen po",
        "triage/verhuisd_ingeschreven#school_kiezen vo",
        "triage/verhuisd_ingeschreven#woongemeente_nagaan po",
        "triage/verhuisd_ingeschreven#woongemeente_nagaan vo",
        "triage/verwijdering_haaglanden#consulent_aanvragen po",
        "triage/verwijdering_haaglanden#ingeschreven_houden po",
        "triage/verwijdering_haaglanden#ingeschreven_houden vo",
        "triage/verwijdering_haaglanden#leerplicht_laten_meedenken po",
        "triage/verwijdering_haaglanden#melden_bij_leerplicht po",
        "triage/verwijdering_haaglanden#onderwijs_doorgeven po",
        "triage/verwijdering_haaglanden#proces_volgen po",
        "triage/verwijdering_haaglanden#school_zoeken po",
        "triage/verwijdering_haaglanden#schriftelijk_aanmelden po",
        "triage/verwijdering_haaglanden#swv_betrekken po",
        "triage/verwijdering_haaglanden#uren_los_vastleggen po",
        "ziekteverzuim/andere_vrijstelling#beslissen po",
        "ziekteverzuim/andere_vrijstelling#verlof_vragen po",
        "ziekteverzuim/bericht_zonder_school#keuze_uitleggen po",
        "ziekteverzuim/bericht_zonder_school#toezicht_houden po",
        "ziekteverzuim/bericht_zonder_school#uitkomst_overbrengen po",
        "ziekteverzuim/evaluatie#onderwijs_doorgeven po",
        "ziekteverzuim/gesprek_en_plan#opschrijven vo",
        "ziekteverzuim/gesprek_leerplicht#terugkoppelen po",
        "ziekteverzuim/jeugdbeschermingstafel#vrijwillige_hulp po",
        "ziekteverzuim/mdo_jes#onderwijs_doorgeven po",
        "ziekteverzuim/mdo_met_leerplicht#ouders_vooraf_vertellen po",
        "ziekteverzuim/nog_niet_leerplichtig_ziek#begin_nagaan po",
        "ziekteverzuim/nog_niet_leerplichtig_ziek#ouders_vertellen po",
        "ziekteverzuim/overleg_over_vrijstelling#onderwijs_doorgeven po",
        "ziekteverzuim/overleg_over_vrijstelling#ouders_vooraf_vertellen po",
        "ziekteverzuim/plan_uitvoeren#onderwijs_doorgeven po",
        "ziekteverzuim/vrijstelling#duur_noteren po",
        "ziekteverzuim/vrijstelling#uitkomst_uitleggen po",
        "zonder_schoolinschrijving/alternatieven_nagaan#leerplicht_betrekken po",
        "zonder_schoolinschrijving/handhaving_aanmelding#vorige_school_navragen vo",
        "zonder_schoolinschrijving/nog_niet_leerplichtig#begin_vertellen vo",
        "zonder_schoolinschrijving/ouders_melden_aan#zelf_aanmelden po",
        "zonder_schoolinschrijving/signaal_basisregistratie#signaal_oppakken po",
        "zonder_schoolinschrijving/vrijstelling_voorbij#einde_vertellen po",
    }


@pytest.mark.parametrize("facts", [PO, VO])
def test_no_sentence_points_back_to_one_that_is_left_out(
    talk: Callable[..., Conversation], facts: dict[str, str], library: Library
) -> None:
    near = talk(facts=facts).near
    for conflict in library.conflicts.values():
        handling = talk(facts=facts).say(conflict.handling)
        said = near.text(handling)
        first = said.partition(" ")[0]
        if not handling.startswith(first):
            assert first not in {"Dat", "Dit", "Die", "Daar", "Zo", "Deze"}, said


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        (PO, "Eerder praten mag."),
        (VO, "In het VO zoekt SWV ZHW. Dat staat in geen bron. Eerder praten mag."),
    ],
)
def test_what_points_back_goes_with_what_it_points_to(
    talk: Callable[..., Conversation], facts: dict[str, str], left: str
) -> None:
    words = "In het VO zoekt SWV ZHW. Dat staat in geen bron. Eerder praten mag."
    assert talk(facts=facts).near.text(words) == left
