"""Who does an action is its actor: its words begin with what is done, in every edition."""

from collections.abc import Iterator

from routeboek_tui.core.flow import Action, Step
from routeboek_tui.library.content import Library
from routeboek_tui.library.subjects import subject
from routeboek_tui.library.wording import Text
from tests.rows import each_row

OTHERS = frozenset({
    "school", "overleg", "leerplicht", "jgz", "ouders", "swv", "jeugdhulp", "gemeente",
    "behandelaar",
})  # fmt: skip
"""Who is at turn so often that a list of it would say nothing."""

WHO = """
triage/vrijstelling_besproken#vormen_nagaan kdc
met_schoolinschrijving_po/minder_uren_po#inspectie_nagaan schoolbestuur
met_schoolinschrijving_po/vastgelopen_po#eigen_advies partner
met_schoolinschrijving_po/wijz_po#beleidsmedewerker_inschakelen beleidsmedewerker
met_schoolinschrijving_po/adviestafel_po#meedenken teamleider
met_schoolinschrijving_po/adviestafel_po#opschalen managers
met_schoolinschrijving_po/doorverwijzing_po#doorverwijzen adviestafel
met_schoolinschrijving_po/doorverwijzing_po#jeugdhulp_regelen analysetafel
met_schoolinschrijving_po/school_zoeken_po#school_zoeken adviseur_sppoh
met_schoolinschrijving_po/doorbraaktafel_po#besluiten directeuren
met_schoolinschrijving_vo/maatwerk_onderwijstijd#inspectie_vragen schoolbestuur
met_schoolinschrijving_vo/wachtlijst_overbrugging#bij_onveilig_opschalen partner
zonder_schoolinschrijving/instroomloket#gezin_helpen partner
zonder_schoolinschrijving/ouders_melden_aan#gezin_helpen partner
zonder_schoolinschrijving/alternatieven_nagaan#leerplicht_betrekken kdc
zonder_schoolinschrijving/alternatieven_nagaan#samen_nagaan kdc
zonder_schoolinschrijving/alternatieven_nagaan#swv_vragen kdc
ziekteverzuim/aanmelding_zonder_school#leerplicht_laten_weten kdc
met_schoolinschrijving_vo/eigen_manager#manager_inschakelen partner
met_schoolinschrijving_vo/intercollegiale_afstemming#advies_vragen partner
met_schoolinschrijving_vo/regisseur_sociaal_domein#aanmelden managers
met_schoolinschrijving_vo/regisseur_sociaal_domein#meedenken regisseur
ziekteverzuim/opschalen#eigen_advies partner
ziekteverzuim/school_zoeken#swv_bellen kdc
zonder_schoolinschrijving/nog_niet_leerplichtig#plek_zoeken schoolbestuur
met_schoolinschrijving_vo/regisseur_jeugd_en_leerplicht#meedenken regisseur
met_schoolinschrijving_vo/teamleider_jeugdhulp#meedenken teamleider
met_schoolinschrijving_vo/afstemming_directeuren#voorleggen_aan_directeuren regisseur
met_schoolinschrijving_vo/afstemming_directeuren#voorleggen_rijswijk teamleider
met_schoolinschrijving_vo/mwta#formulier_invullen sot_consulent
met_schoolinschrijving_vo/mwta#dossier_compleet_maken sot_consulent
met_schoolinschrijving_vo/mwta#mailen sot_consulent
met_schoolinschrijving_vo/mwta#adviseren mwta
met_schoolinschrijving_vo/expertisetafel_vso#aanmelden sot_consulent
met_schoolinschrijving_vo/ecz_vo#adviseren ecz
met_schoolinschrijving_vo/jeugdbeschermingstafel_vo#aanmelden hulpverlener
met_schoolinschrijving_vo/jeugdbeschermingstafel_vo#adres_den_haag hulpverlener
met_schoolinschrijving_vo/jeugdbeschermingstafel_vo#adres_leidschendam_voorburg hulpverlener
met_schoolinschrijving_vo/jeugdbeschermingstafel_vo#adres_rijswijk hulpverlener
met_schoolinschrijving_vo/forensisch_team#aanmelden hulpverlener
met_schoolinschrijving_vo_2024/maatwerk_onderwijstijd#inspectie_vragen schoolbestuur
met_schoolinschrijving_vo_2024/intern_advies_vragen#advies_vragen partner
met_schoolinschrijving_vo_2024/mwta#formulier_invullen sot_consulent
met_schoolinschrijving_vo_2024/mwta#dossier_compleet_maken sot_consulent
met_schoolinschrijving_vo_2024/mwta#mailen sot_consulent
met_schoolinschrijving_vo_2024/mwta#adviseren mwta
met_schoolinschrijving_vo_2024/expertisetafel_vso#aanmelden sot_consulent
met_schoolinschrijving_vo_2024/plek_in_netwerk#zoeken_in_netwerk sot_consulent
met_schoolinschrijving_vo_2024/plaatsingstafel#dossier_aanleveren sot_consulent
met_schoolinschrijving_vo_2024/regisseur_sociaal_domein#meedenken regisseur
met_schoolinschrijving_vo_2024/regisseur_jeugd_en_leerplicht#meedenken regisseur
met_schoolinschrijving_vo_2024/teamleider_jeugdhulp#meedenken teamleider
met_schoolinschrijving_vo_2024/doorbraaktafel_vo#voorbereiden_rijswijk teamleider
met_schoolinschrijving_vo_2024/doorbraaktafel_vo#aanmelden regisseur
met_schoolinschrijving_vo_2024/doorbraaktafel_vo#aanmelden_rijswijk teamleider
met_schoolinschrijving_vo_2024/maatwerkoplossing_lv#voorbereiden regisseur
met_schoolinschrijving_vo_2024/maatwerkoplossing_lv#nagaan regisseur
met_schoolinschrijving_vo_2024/ecz_vo#adviseren ecz
met_schoolinschrijving_vo_2024/jeugdbeschermingstafel_vo#aanmelden hulpverlener
met_schoolinschrijving_vo_2024/jeugdbeschermingstafel_vo#adres_den_haag hulpverlener
met_schoolinschrijving_vo_2024/jeugdbeschermingstafel_vo#adres_leidschendam_voorburg hulpverlener
met_schoolinschrijving_vo_2024/jeugdbeschermingstafel_vo#adres_rijswijk hulpverlener
ziekteverzuim/sociaal_medisch_advies#adviseren sma_arts
ziekteverzuim/instemming_inspectie#inspectie_vragen schoolbestuur
ziekteverzuim/andere_vrijstelling#verlof_vragen gezin
ziekteverzuim/aanmelding_met_school#aanmeldformulier_invullen gezin
ziekteverzuim/aanmelding_met_school#bijlage_invullen gezin
ziekteverzuim/aanmelding_zonder_school#aanmeldformulier_invullen kdc
ziekteverzuim/driehoeksoverleg#toetsen driehoek
ziekteverzuim/beroep_zonder_driehoek#formulier_invullen gezin
ziekteverzuim/gesprek_weigering#nee_formulier gezin
ziekteverzuim/oordeel_sma_arts#adviseren sma_arts
ziekteverzuim/beleidsmedewerker_wijz#beleidsmedewerker_inschakelen beleidsmedewerker
zonder_schoolinschrijving/passend_aanbod_zoeken#plek_zoeken schoolbestuur
noord_kennemerland/advies_jeugdarts#in_kaart_brengen jeugdarts
noord_kennemerland/advies_jeugdarts#terugkoppelen jeugdarts
noord_kennemerland/verlof_directeur#besluiten directeur
noord_kennemerland/uren_vijfjarige_nk#besluiten directeur
noord_kennemerland/verlof_voor_leerplicht_nk#besluit_vanaf_begin directeur
noord_kennemerland/te_laat_3#ouders_bellen leerkracht
noord_kennemerland/te_laat_6#ouders_opnieuw_bellen leerkracht
noord_kennemerland/te_laat_9#gesprek_directeur directeur
noord_kennemerland/te_laat_12#brief_sturen directeur
noord_kennemerland/te_laat_12#coach_aanbieden directeur
noord_kennemerland/te_laat_12#waarschuwen directeur
noord_kennemerland/schorsing#hooguit_vijf_dagen schoolbestuur
noord_kennemerland/schorsing#schriftelijk_bericht schoolbestuur
noord_kennemerland/verwijdering#ouders_horen schoolbestuur
noord_kennemerland/verwijdering#leerling_en_inspectie_betrekken schoolbestuur
noord_kennemerland/verwijdering#besluiten schoolbestuur
noord_kennemerland/sancties_om#sanctie_ouders om
noord_kennemerland/sancties_om#sanctie_leerling om
triage/schorsing_haaglanden#besluit_sturen schoolbestuur
triage/schorsing_haaglanden#inspectie_laten_weten schoolbestuur
triage/verwijdering_haaglanden#horen schoolbestuur
triage/verwijdering_haaglanden#inspectie_raadplegen schoolbestuur
"""
"""Every action of somebody a source names who is not always there."""


def actions(library: Library) -> Iterator[tuple[str, Step, Action]]:
    for flow in library.flows.values():
        for step in flow.steps.values():
            for action in step.actions:
                yield f"{flow.id}/{step.id}#{action.id}", step, action


def text(library: Library, place: str) -> Text:
    flow, _, step = place.partition("#")[0].partition("/")
    return library.texts[flow][step]


def said(library: Library, place: str) -> str:
    return text(library, place).actions[place.partition("#")[2]]


def test_no_action_names_who_does_it(library: Library) -> None:
    named = {
        (place, words): found
        for place, step, action in actions(library)
        for words in (said(library, place), text(library, place).kort[action.id])
        if (own := library.actors[action.actor or step.actor])
        and (found := subject(words, own, library.actors))
    }
    assert not named


def test_every_action_begins_with_what_to_do(library: Library) -> None:
    """With a verb, or with the condition under which it holds: "Heb je gemeld, vertel dat dan"."""
    first = {said(library, place).split()[0] for place, _, _ in actions(library)}
    told = {word for word in first if word.endswith("t") and not word.endswith(("aat", "et"))}
    assert told == {
        "Besluit",
        "Blijft",
        "Duurt",
        "Heeft",
        "Houdt",
        "Klopt",
        "Komt",
        "Krijgt",
        "Loopt",
        "Start",
        "Volgt",
        "Wacht",
        "Werkt",
        "Wordt",
        "Zit",
    }
    assert not first & {"De", "Het", "Een", "Er", "Dat", "Elke", "Ook", "Samen", "Met", "Voor"}


def test_whom_a_source_names_is_at_turn(library: Library) -> None:
    found = {
        f"{place} {who}"
        for place, step, action in actions(library)
        if (who := action.actor or step.actor) not in OTHERS
    }
    assert found == set(WHO.strip().splitlines())


@each_row(
    ("words", "whose"),
    [
        ("Meld het verzuim bij leerplicht.", ""),
        ("Leerplicht meldt het.", "leerplicht"),
        ("Meld het. De school doet dat.", "school"),
        ("Meld het. Leerplicht hoort dat vanzelf.", ""),
        ("Lukt dat niet, dan mailt de SOT-consulent.", "sot_consulent"),
        ("Samen met de ouders vult {swv} het formulier in.", "swv"),
        ("Laat de leerplichtambtenaar weten wat er is.", ""),
        ("Vraag dan {jgz} om advies.", ""),
        ("Schoolmaatschappelijk werk praat met het gezin.", "smw"),
    ],
)
def test_the_subject_of_a_sentence(library: Library, words: str, whose: str) -> None:
    assert subject(words, library.actors["school"], library.actors) == whose
