"""Who comes in half-way hears of the report in Onderwijs Transparant, with its text."""

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import PLACE, REGION, SECTOR
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

REPORT = "melding-samenwerkingsverband"
PUPIL = {"leeftijd": "vanaf_12", "meerderjarig": "nee", "leerplicht_begonnen": "ja"}
HERE = {**SAFE, **PUPIL, REGION: "haaglanden", "ingeschreven": "ja", "jgz": "den_haag"}
ILL = (
    "evaluatie", "gesprek_leerplicht",
    "gegrond", "verzuim_houdt_aan", "blijvende_weigering", "vervolgstappen", "belastbaarheid",
    "opschalen",
)  # fmt: skip
PO = (
    "vastgelopen_po", "managers_po", "wijz_po", "adviestafel_po", "doorbraaktafel_po",
    "wachtlijst_po",
)  # fmt: skip
VO = (
    "opschalingsgrond", "extra_expertise", "alleen_wachtlijst", "intercollegiale_afstemming",
    "nog_vast", "afstemming_managers", "regisseur_sociaal_domein", "regisseur_jeugd_en_leerplicht",
    "teamleider_jeugdhulp", "afstemming_directeuren",
)  # fmt: skip
VO_2024 = (
    "opschalingsgrond", "intern_advies", "welke_tafel", "inzet_regisseur", "scholen_benaderd",
    "plaatsingstafel", "regisseur_sociaal_domein", "doorbraaktafel_vo",
)  # fmt: skip
DOORS = [
    *(("ziekteverzuim", sector, step) for sector in ("po", "vo") for step in ILL),
    *(("met_schoolinschrijving_po", "po", step) for step in PO),
    *(("met_schoolinschrijving_vo", "vo", step) for step in VO),
    *(("met_schoolinschrijving_vo_2024", "vo", step) for step in VO_2024),
]
TOWNS = {
    "wijz_po": "leidschendam_voorburg",
    "regisseur_jeugd_en_leerplicht": "leidschendam_voorburg",
    "teamleider_jeugdhulp": "rijswijk",
}


@each_row(("flow_id", "sector", "step"), DOORS)
def test_the_report_is_asked_where_a_case_comes_in(flow_id: str, sector: str, step: str) -> None:
    flow = guide().flows[flow_id]
    town = TOWNS.get(step, "den_haag")
    facts = {**HERE, SECTOR: sector, PLACE: town}
    view = advice_view(Conversation.at(guide(), flow, Answers(facts=facts, start=step), TODAY))
    deeds = [deed for deed in view.first.deeds if "Onderwijs Transparant" in deed.kort]
    assert len(deeds) == 1, [deed.kort for deed in view.first.deeds]
    assert deeds[0].letter == REPORT


def test_who_has_an_exemption_is_not_asked_for_it() -> None:
    facts = {**HERE, SECTOR: "vo", PLACE: "den_haag"}
    answers = Answers(facts=facts, start="vrijstelling")
    view = advice_view(Conversation.at(guide(), guide().flows["ziekteverzuim"], answers, TODAY))
    assert not [deed for deed in view.first.deeds if "Onderwijs Transparant" in deed.kort]
