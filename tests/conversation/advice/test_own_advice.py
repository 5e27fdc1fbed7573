"""What no source asks for says so: every action has a fact of a source, or bears the mark."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

from routeboek_tui.conversation.advice.advice_view import AdviceView, advice_view
from routeboek_tui.conversation.advice.first_screen import LEGEND
from routeboek_tui.conversation.advice.groups import Todo
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.provenance_view import of_step
from routeboek_tui.conversation.map.flow_words import FlowWords
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.flow import Action, Flow, Step
from routeboek_tui.export import advice
from routeboek_tui.export.markdown import markdown
from routeboek_tui.export.text import text
from routeboek_tui.library.content import Library
from routeboek_tui.library.own_advice import OWN
from routeboek_tui.tui.items.advice import advice_items, folds
from routeboek_tui.tui.items.step import step_items
from tests.rows import each_row

MARK = f"({OWN})"

OURS = """
met_schoolinschrijving_po/duo_melding_16_uur_po#ouders_inlichten
met_schoolinschrijving_po/minder_uren_po#hele_dag_aanbieden
met_schoolinschrijving_po/minder_uren_po#inspectie_nagaan
met_schoolinschrijving_po/luxe_verzuim_po#ouders_inlichten
met_schoolinschrijving_po/luxe_verzuim_po#registratie_rechtzetten
met_schoolinschrijving_po/aanbod_gestart_po#aanbod_uitvoeren
met_schoolinschrijving_po/ecz_po#opschrijven
met_schoolinschrijving_po/managers_po#opschrijven
met_schoolinschrijving_po/managers_po#ouders_vertellen
met_schoolinschrijving_po/wijz_po#ouders_vertellen
met_schoolinschrijving_po/adviestafel_po#zonder_naam
met_schoolinschrijving_po/adviestafel_po#ouders_vertellen
met_schoolinschrijving_vo/gesprek_vo#leerling_spreken
met_schoolinschrijving_vo/registreren_vo#onbekend_navragen
met_schoolinschrijving_vo/duo_melding_16_uur#ouders_inlichten
met_schoolinschrijving_vo/achttien_plus_vo#leerling_beslist
met_schoolinschrijving_vo/achttien_plus_vo#uren_registreren
met_schoolinschrijving_vo/achttien_plus_vo#eigen_melding_nagaan
met_schoolinschrijving_vo/achttien_plus_vo#jes_vragen
met_schoolinschrijving_vo/jes_plan#leerling_inbrengen
met_schoolinschrijving_vo/jes_plan#taken_verdelen
met_schoolinschrijving_vo/externe_expertise#uitkomst_bespreken
met_schoolinschrijving_vo/onderwijsconsulent#ouders_wijzen
met_schoolinschrijving_vo/wachtlijst_overbrugging#afspreken
met_schoolinschrijving_vo/eigen_manager#overbrugging_laten_doorlopen
met_schoolinschrijving_vo/afstemming_managers#ouders_vertellen
met_schoolinschrijving_vo/regisseur_sociaal_domein#ouders_vertellen
met_schoolinschrijving_vo/regisseur_jeugd_en_leerplicht#ouders_vertellen
met_schoolinschrijving_vo/teamleider_jeugdhulp#ouders_vertellen
met_schoolinschrijving_vo/afstemming_directeuren#ouders_vertellen
met_schoolinschrijving_vo/afstemming_directeuren#besluit_uitvoeren
met_schoolinschrijving_vo/jeugdbeschermingstafel_vo#vastleggen
met_schoolinschrijving_vo_2024/gesprek_vo#leerling_spreken
met_schoolinschrijving_vo_2024/registreren_vo#onbekend_navragen
met_schoolinschrijving_vo_2024/duo_melding_16_uur#ouders_inlichten
met_schoolinschrijving_vo_2024/achttien_plus_vo#leerling_beslist
met_schoolinschrijving_vo_2024/achttien_plus_vo#uren_registreren
met_schoolinschrijving_vo_2024/achttien_plus_vo#eigen_melding_nagaan
met_schoolinschrijving_vo_2024/achttien_plus_vo#jes_vragen
met_schoolinschrijving_vo_2024/lukt_binnen_school#leerplicht_laten_meedenken
met_schoolinschrijving_vo_2024/jes_plan#taken_verdelen
met_schoolinschrijving_vo_2024/externe_expertise#uitkomst_bespreken
met_schoolinschrijving_vo_2024/onderwijsconsulent#ouders_wijzen
met_schoolinschrijving_vo_2024/wachtlijst_overbrugging#afspreken
met_schoolinschrijving_vo_2024/scholen_benaderen#antwoorden_noteren
met_schoolinschrijving_vo_2024/scholen_benaderen#ingeschreven_houden
met_schoolinschrijving_vo_2024/plek_in_netwerk#ingeschreven_houden
met_schoolinschrijving_vo_2024/plaatsingstafel#ingeschreven_houden
met_schoolinschrijving_vo_2024/afstemming_managers#voorleggen_aan_managers
met_schoolinschrijving_vo_2024/afstemming_managers#ouders_vertellen
met_schoolinschrijving_vo_2024/afstemming_managers#consulent_aanvragen
met_schoolinschrijving_vo_2024/regisseur_sociaal_domein#ouders_vertellen
met_schoolinschrijving_vo_2024/regisseur_jeugd_en_leerplicht#ouders_vertellen
met_schoolinschrijving_vo_2024/teamleider_jeugdhulp#ouders_vertellen
met_schoolinschrijving_vo_2024/doorbraaktafel_vo#ouders_vertellen
met_schoolinschrijving_vo_2024/doorbraaktafel_vo#besluit_uitvoeren
met_schoolinschrijving_vo_2024/jeugdbeschermingstafel_vo#vastleggen
ziekteverzuim/blijven_volgen#periode_navragen
ziekteverzuim/uitleg_jgz#uitleggen
ziekteverzuim/nog_niet_leerplichtig_ziek#plan_laten_doorlopen
ziekteverzuim/nog_niet_leerplichtig_ziek#op_tijd_bespreken
ziekteverzuim/verdeeld_jgz#opnieuw_praten
ziekteverzuim/verdeeld_jgz#antwoorden_vastleggen
ziekteverzuim/verdeeld_jgz#nee_uitleggen
ziekteverzuim/jgz_consult#wegblijven_vertellen
ziekteverzuim/nieuwe_afspraak_jgz#afspraak_regelen
ziekteverzuim/wegblijven_gemeld_zhw#school_leerling_berichten
ziekteverzuim/gegrond#reden_navragen
ziekteverzuim/sociaal_medisch_advies#aanmelden
ziekteverzuim/sociaal_medisch_advies#adviseren
ziekteverzuim/sociaal_medisch_advies_nodig#uitkomst_vertellen
ziekteverzuim/nieuwe_duo_melding#uren_tellen
ziekteverzuim/lang_ongeoorloofd#uren_tellen
ziekteverzuim/lang_ongeoorloofd#lange_duur_melden
ziekteverzuim/hulp_aanbieden#hulp_en_jgz_aanbieden
ziekteverzuim/hulp_aanbieden#antwoord_vastleggen
ziekteverzuim/jeugdbeschermingstafel#vastleggen
ziekteverzuim/onderwijs_uitzoeken#terugkoppelen
ziekteverzuim/onderwijs_uitzoeken#overleg_plannen
ziekteverzuim/andere_vrijstelling#wie_mag_weten
ziekteverzuim/andere_vrijstelling#aan_leerplicht_vragen
ziekteverzuim/andere_vrijstelling#ouders_vertellen
ziekteverzuim/andere_vrijstelling#ingeschreven_houden
ziekteverzuim/plek_voor_alternatief#aan_swv_vragen
ziekteverzuim/mdo_met_leerplicht#overleg_plannen
ziekteverzuim/verdeeld_driehoek#opnieuw_praten
ziekteverzuim/verdeeld_driehoek#antwoorden_vastleggen
ziekteverzuim/gesprek_weigering#leerplicht_laten_weten
ziekteverzuim/bericht_zonder_school#leerling_horen
ziekteverzuim/school_zoeken#swv_bellen
ziekteverzuim/plan_uitvoeren#taken_verdelen
ziekteverzuim/alternatief_uitvoeren#taken_verdelen
ziekteverzuim/opschalen#ouders_vertellen
ziekteverzuim/managementafstemming#opschrijven
zonder_schoolinschrijving/signaal_basisregistratie#inschrijving_nagaan
zonder_schoolinschrijving/toch_ingeschreven#verzuim_oppakken
zonder_schoolinschrijving/nog_niet_leerplichtig#niet_melden
zonder_schoolinschrijving/nog_niet_leerplichtig#dan_nagaan
zonder_schoolinschrijving/niet_van_toepassing#reden_vastleggen
zonder_schoolinschrijving/niet_van_toepassing#hulp_aanbieden
zonder_schoolinschrijving/niet_van_toepassing#eigen_melding_nagaan
zonder_schoolinschrijving/niet_geregistreerd#reden_vastleggen
zonder_schoolinschrijving/niet_geregistreerd#woonplaats_nagaan
zonder_schoolinschrijving/niet_geregistreerd#in_beeld_houden
zonder_schoolinschrijving/vrijstelling_loopt#reden_vastleggen
zonder_schoolinschrijving/vrijstelling_loopt#duur_nagaan
zonder_schoolinschrijving/toezicht_op_aanmelding#leerplicht_laten_weten
zonder_schoolinschrijving/alternatief_zonder_school#mogelijkheden_bespreken
zonder_schoolinschrijving/instroomloket#loket_navragen
zonder_schoolinschrijving/instroomloket#plek_po_navragen
zonder_schoolinschrijving/instroomloket#weg_wijzen
zonder_schoolinschrijving/instroomloket#in_beeld_houden
zonder_schoolinschrijving/passend_aanbod_zoeken#toezicht_houden
zonder_schoolinschrijving/school_vol#weigering_op_papier
zonder_schoolinschrijving/school_vol#swv_inlichten
zonder_schoolinschrijving/alsnog_aanmelden#uitleggen
zonder_schoolinschrijving/bemiddeling_aanmelding#op_een_rij_zetten
zonder_schoolinschrijving/bemiddeling_aanmelding#toezicht_houden
noord_kennemerland/jeugdarts_betrekken#antwoord_vastleggen
noord_kennemerland/jeugdarts_betrekken#zonder_naam
noord_kennemerland/uitleg_jeugdarts_nk#uitleggen
noord_kennemerland/uitleg_jeugdarts_nk#opnieuw_vragen
noord_kennemerland/verdeeld_jeugdarts_nk#opnieuw_praten
noord_kennemerland/verdeeld_jeugdarts_nk#antwoorden_vastleggen
noord_kennemerland/ongeoorloofde_uren_melden_nk#uren_apart_tellen
noord_kennemerland/reis_betwist_nk#beide_kanten_vastleggen
noord_kennemerland/reis_betwist_nk#registratie_laten_staan
noord_kennemerland/verlof_leerplicht#aanvraag_doorsturen
noord_kennemerland/verlof_leerplicht#ouders_berichten
noord_kennemerland/rooster_psychisch#registratie_rechtzetten
noord_kennemerland/vrijstelling_inschrijving#ouders_helpen
noord_kennemerland/afspraken_voor_vertrek#afspraken_vastleggen
noord_kennemerland/andere_school_zoeken#werk_meegeven
noord_kennemerland/schorsing#dagen_vastleggen
noord_kennemerland/verwijdering#hulp_nagaan
triage/andere_regio#eigen_afspraken_zoeken
triage/andere_regio#om_raad_vragen
triage/reis_betwist#beide_kanten_vastleggen
triage/reis_betwist#registratie_laten_staan
triage/verlof_haaglanden#aanvraag_bekijken
triage/na_schorsing_haaglanden#oorzaak_zoeken
triage/na_schorsing_haaglanden#terug_laten_komen
triage/na_schorsing_haaglanden#uren_los_vastleggen
triage/schorsing_haaglanden#gesprek_voeren
triage/schorsing_haaglanden#werk_meegeven
met_schoolinschrijving_vo/luxe_verzuim_vo#ouders_inlichten
met_schoolinschrijving_po/wachtlijst_po#om_overbrugging_vragen
met_schoolinschrijving_po/wachtlijst_po#afspreken
met_schoolinschrijving_vo/handhaving_vo#halt_verwijzen
met_schoolinschrijving_vo/handhaving_vo#raad_vragen
met_schoolinschrijving_vo/handhaving_vo#doorgaan
met_schoolinschrijving_vo/wachtlijst_overbrugging#om_overbrugging_vragen
met_schoolinschrijving_vo_2024/wachtlijst_overbrugging#om_overbrugging_vragen
ziekteverzuim/aanmelding_zonder_school#leerplicht_laten_weten
zonder_schoolinschrijving/alternatieven_nagaan#swv_vragen
zonder_schoolinschrijving/instroomloket#elk_kind
zonder_schoolinschrijving/instroomloket#gezin_helpen
zonder_schoolinschrijving/ouders_melden_aan#elk_kind
zonder_schoolinschrijving/ouders_melden_aan#gezin_helpen
zonder_schoolinschrijving/ouders_melden_aan#weg_wijzen
zonder_schoolinschrijving/handhaving_aanmelding#aanmelden_uitleggen
zonder_schoolinschrijving/handhaving_aanmelding#aanmelden_bij_school
zonder_schoolinschrijving/handhaving_aanmelding#raad_vragen
met_schoolinschrijving_vo/luxe_verzuim_vo#melden_bij_duo
met_schoolinschrijving_vo/luxe_verzuim_vo#registratie_rechtzetten
triage/verhuizing_haaglanden#leerplicht_vragen
triage/verhuizing_haaglanden#vertrek_afspreken
triage/vrijstelling_anders#naar_leerplicht_wijzen
triage/vrijstelling_anders#ingeschreven_houden
triage/vrijstelling_anders#verzuim_blijven_volgen
triage/vrijstelling_anders#kennisgeving_bekijken
triage/vo_noord_kennemerland#eigen_afspraken_zoeken
triage/vo_noord_kennemerland#om_raad_vragen
triage/stand_overleg#minder_uren
triage/stand_overleg#onderwijs_doorgeven
triage/stand_overleg#registratie_nagaan
triage/stand_overleg#standpunten_opschrijven
triage/vrijstelling_besproken#in_beeld_houden
triage/vrijstelling_besproken#ingeschreven_houden
noord_kennemerland/verlof_voor_leerplicht_nk#besluit_vanaf_begin
met_schoolinschrijving_po/doorbraaktafel_po#ouders_vertellen
met_schoolinschrijving_po/mdo_bijstellen_po#evaluatie_plannen
met_schoolinschrijving_po/mdo_bijstellen_po#plan_bijstellen
met_schoolinschrijving_po/mdo_bijstellen_po#taken_verdelen
met_schoolinschrijving_po/mdo_bijstellen_po#terugkijken
met_schoolinschrijving_po/plan_loopt_po#evaluatie_voorbereiden
met_schoolinschrijving_po/plan_loopt_po#les_of_huiswerk
met_schoolinschrijving_po/plan_loopt_po#uitvoeren
met_schoolinschrijving_vo/expertisetafel_vso#ouders_vertellen
met_schoolinschrijving_vo/jes_bijstellen#taken_verdelen
met_schoolinschrijving_vo/plan_loopt_vo#evaluatie_voorbereiden
met_schoolinschrijving_vo/plan_loopt_vo#uitvoeren
met_schoolinschrijving_vo_2024/expertisetafel_vso#ouders_vertellen
met_schoolinschrijving_vo_2024/jes_bijstellen#taken_verdelen
met_schoolinschrijving_vo_2024/plan_loopt_vo#evaluatie_voorbereiden
met_schoolinschrijving_vo_2024/plan_loopt_vo#uitvoeren
noord_kennemerland/mdo_bijstellen_nk#evaluatie_voorbereiden
noord_kennemerland/mdo_bijstellen_nk#terugkijken
noord_kennemerland/uren_vijfjarige_nk#einde_nagaan
noord_kennemerland/uren_vijfjarige_nk#uren_geoorloofd_boeken
noord_kennemerland/uren_vijfjarige_nk#uren_vragen
ziekteverzuim/mdo_bijstellen#taken_verdelen
ziekteverzuim/mdo_bijstellen#terugkijken
ziekteverzuim/plan_loopt#evaluatie_voorbereiden
ziekteverzuim/consensus_mdo#ieder_vragen
ziekteverzuim/consensus_mdo#ingeschreven_houden
"""
"""Every action that is our own advice: one more is decided by somebody."""


def actions(library: Library) -> Iterator[tuple[Flow, Step, Action]]:
    for flow in library.flows.values():
        for step in flow.steps.values():
            for action in step.actions:
                yield flow, step, action


def ours(library: Library) -> set[str]:
    texts = library.texts
    return {
        f"{flow.id}/{step.id}#{action.id}"
        for flow, step, action in actions(library)
        if action.id in texts[flow.id][step.id].own
    }


def test_an_action_is_ours_where_no_fact_of_a_source_says_it(library: Library) -> None:
    told = {place for claim in library.claims.values() for place in claim.places}
    every = {f"{flow.id}/{step.id}#{action.id}" for flow, step, action in actions(library)}
    told |= {
        f"stap:{flow.id}/{step.id}#{action}"
        for flow, step, _ in actions(library)
        for action in library.texts[flow.id][step.id].outside
    }
    assert ours(library) == {place for place in every if f"stap:{place}" not in told}
    assert ours(library) == set(OURS.split())


def at(library: Library, place: str, today: date) -> tuple[Conversation, AdviceView, Todo]:
    """The conversation in which this action is there to do."""
    flow_id, _, rest = place.partition("/")
    flow, step = library.flows[flow_id], rest.partition("#")[0]
    kinds: Mapping[str, tuple[str, ...]] = {
        "sector": flow.sectors or library.editions[flow.edition].sectors,
        "gemeente": ("den_haag", "leidschendam_voorburg", "rijswijk"),
        "meerderjarig": ("nee", "ja"),
    }
    for values in product(*kinds.values()):
        known = {
            "leeftijd": "vanaf_12",
            "veiligheid": "nee",
            **dict(zip(kinds, values, strict=True)),
        }
        talk = Conversation.at(library, flow, Answers(known, start=step), today)
        view = advice_view(talk)
        groups = (*view.now, *view.alongside, *view.earlier, *view.possible)
        for todo in (todo for group in groups for todo in group.todo):
            if todo.place == f"stap:{place}":
                return talk, view, todo
    raise AssertionError(place)


@each_row("place", OURS.split())
def test_our_own_advice_says_so_in_every_face_and_file(
    library: Library, today: date, place: str
) -> None:
    talk, view, todo = at(library, place, today)
    step, action = place.partition("/")[2].split("#")
    raw = talk.say(talk.text(step).actions[action])
    assert todo.own
    assert todo.text == f"{raw} {MARK}"
    told = [each for group in advice.data(view)["now"] for each in group["todo"]]
    assert all(each["own"] == each["text"].endswith(MARK) for each in told)
    document = advice.document(view)
    for written in (text(document), markdown(document)):
        assert f"{raw} {MARK}" in " ".join(written.split())
    shown = {str(item.content) for item in advice_items(talk, view, folds(view))}
    assert todo.text in shown
    short = {str(item.content) for item in advice_items(talk, view, ())}
    own = [deed for deed in view.first.deeds if deed.own]
    assert bool(own) == (LEGEND in short)
    assert {f"▸ {deed.kort} *" for deed in own} <= short
    assert any(str(item.content).endswith(todo.text) for item in step_items(talk, step))
    assert not of_step(talk, step, action)


def test_what_a_source_says_bears_no_mark_of_ours(library: Library) -> None:
    for flow, step, action in actions(library):
        found = library.texts[flow.id][step.id]
        own = action.id in found.own
        assert OWN not in found.actions[action.id].lower()
        assert found.deed(action.id).endswith(MARK) == own
        assert (MARK in FlowWords(library, flow.id).todo(step, action)) == own
