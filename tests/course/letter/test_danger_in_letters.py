"""Danger in a letter that is being filled in: heard in any field, and never in a name."""

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.safety import NONE, SAFETY, Manner, Safety
from routeboek_tui.course.letter.drafting import Drafting
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import TODAY

DANGER = [
    "vader slaat haar",
    "zij wil dood",
    "hij durft niet naar huis",
    "ze woont alleen sinds haar moeder weg is",
    "moeder is dronken als hij thuiskomt",
    "er zijn blauwe plekken gezien",
    "hij loopt met een mes op zak",
    "ze zei dat ze er een eind aan maakt",
    "hij krijgt thuis al drie dagen niks te eten",
    "Moeder slaat hem",
]
NAMES = [
    "mevrouw De Vries en meneer Jansen",
    "mevrouw Jansen",
    "meneer Yilmaz",
    "meneer Hassan",
    "mevrouw Osman en meneer Ali",
    "stiefvader Jan",
    "tante Mia",
    "Fatima El Amrani",
    "mw. Van den Berg",
    "Kerkstraat 1, verdieping 3",
    "王小明",
]
FILLED = {
    "organisatie": "Het Lyceum",
    "leerling": "Sam de Vries",
    "leerling_voornaam": "Sam",
    "schoolgesprek_datum": "3-3-2026",
    "bereikbaar_via": "070-1234567",
    "afzender": "mevrouw Jansen",
    "functie": "zorgcoördinator",
    "adres_organisatie": "Kerkstraat 1\n2500 AA Den Haag",
    "ouders_naam": "mevrouw De Vries en meneer Jansen",
    "plaats": "Den Haag",
}


def draft_with(values: dict[str, str]) -> Drafting:
    facts = {"regio": "haaglanden", "gemeente": "den_haag", "sector": "vo", SAFETY: NONE}
    begun = Answers(facts=facts, start="gesprek_en_plan", safety=Safety(manner=Manner.ALOUD))
    talk = Conversation.at(guide(), guide().named("ziekteverzuim", TODAY), begun, TODAY)
    return Drafting(talk, guide().letters["plan-van-aanpak-school"], values)


@each_row("field", ["schoolplan", "kenmerk", "leerling"])
@each_row("typed", DANGER)
def test_danger_is_heard_in_a_letter_that_is_filled_in(field: str, typed: str) -> None:
    assert draft_with({**FILLED, field: typed}).danger


@each_row("name", NAMES)
def test_a_name_is_no_danger(name: str) -> None:
    for field in ("ouders_naam", "leerling", "afzender", "adres_ouders"):
        assert not draft_with({field: name}).danger, field
    assert not draft_with({**FILLED, "ouders_naam": name}).danger


def test_each_danger_is_told_that_stands_in_a_field() -> None:
    draft = draft_with({**FILLED, "schoolplan": DANGER[0], "kenmerk": DANGER[1]})
    for kind in ("geweld_thuis", "zelfdoding"):
        assert guide().dangers[kind].about in draft.danger
