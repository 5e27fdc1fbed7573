"""Meetings of the real guide for tests: where their talk stands, and what the table said."""

from collections.abc import Mapping
from datetime import date

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.meeting import (
    Agreement,
    Evaluation,
    Factor,
    Here,
    Layer,
    Meeting,
    OwnWords,
    Position,
    Side,
    Stage,
)
from routeboek_tui.core.safety import NONE, SAFETY
from tests.known import guide

TODAY = date(2026, 11, 23)
HAAGLANDEN = {SAFETY: NONE, "regio": "haaglanden", "ingeschreven": "ja", "meerderjarig": "nee"}
PO = {**HAAGLANDEN, "sector": "po", "gemeente": "den_haag", "leeftijd": "vanaf_12"}
VO = {**PO, "sector": "vo"}
YOUNG = {"leeftijd": "onder_12"}
RIJSWIJK, LV = {"gemeente": "rijswijk"}, {"gemeente": "leidschendam_voorburg"}


def standing(
    flow: str, step: str, facts: Mapping[str, str], done: tuple[str, ...] = ()
) -> Conversation:
    """A talk that begins at ``step``, with other steps done before."""
    answers = Answers(facts=dict(facts), start=step, done=done)
    return Conversation.at(guide(), guide().flows[flow], answers, TODAY)


ROLL = {
    "school": Here.PRESENT,
    "ouders": Here.PRESENT,
    "leerling": Here.LEFT,
    "smw": Here.PRESENT,
    "swv": Here.ABSENT,
}
ANALYSIS = (
    Factor(Layer.SCHOOL, Side.LOWERS, "een vaste plek in de klas", ticked=True),
    Factor(Layer.PUPIL, Side.RAISES, "opzien tegen drukke gangen", ticked=True),
    Factor(Layer.HOME, Side.RAISES, "zorgen over geld"),
)
OWN_WORDS = (
    OwnWords("helpt", "ik wil met één vak beginnen", ticked=True),
    OwnWords("lastig", "ik wil dit niet in het verslag"),
)
AGREEMENTS = (
    Agreement("School", "past het rooster aan", date(2026, 12, 1)),
    Agreement("Schoolmaatschappelijk werk", "belt elke week naar huis", date(2026, 12, 4)),
    Agreement("", "zoekt een rustige plek om te werken", None),
)
STAGES = (
    Stage("week 1", "dinsdag, eerste uur", "kamer 4", "de mentor", "bel de mentor"),
    Stage("week 2", "dinsdag en donderdag, eerste uur", "kamer 4", "de mentor", "bel de mentor"),
)


def meeting(kind: str, positions: Mapping[str, Mapping[str, Position]] | None = None) -> Meeting:
    """A whole meeting; of the analysis and the pupil's sheet some lines are ticked."""
    return Meeting(
        kind,
        roll=ROLL,
        factors=ANALYSIS,
        own_words=OWN_WORDS,
        positions=positions or {},
        agreements=AGREEMENTS,
        stages=STAGES,
        regie="de zorgcoördinator",
        evaluation=Evaluation(date(2027, 1, 11)),
        consent={"school": True, "ouders": kind != "jes", "smw": True},
        held_on=TODAY,
    )


DIFFER_SICK = {
    "passend_onderwijs": {
        "school": Position("ja", "een kleine groep kan", ticked=True),
        "ouders": Position("nee", "te druk; nu te vroeg", ticked=True),
        "smw": Position(""),
    },
    "belastbaarheid": {
        "school": Position("nee", "twee uur per dag lukt", ticked=True),
        "ouders": Position("ja"),
    },
}
DIFFER_VO = {
    "jes_evaluatie": {
        "school": Position("gaat_door", "alles is geprobeerd", ticked=True),
        "ouders": Position("aanbod"),
        "smw": Position("bijstellen", "het plan loopt pas twee weken", ticked=True),
    }
}
DIFFER_PO = {
    "mdo_analyse_po": {
        "school": Position("vastgelopen", "er is geen plek", ticked=True),
        "ouders": Position("aanbod"),
    }
}

_SICK, _VO, _OLD, _PO = (
    "ziekteverzuim", "met_schoolinschrijving_vo", "met_schoolinschrijving_vo_2024",
    "met_schoolinschrijving_po",
)  # fmt: skip
_MDO, _JES = meeting("mdo", DIFFER_SICK), meeting("jes", DIFFER_VO)
_STUCK = meeting("mdo", DIFFER_PO)
_AFTER_MDO = ("mdo_jes",)

CASES: Mapping[str, tuple[Conversation, Meeting]] = {
    "mdo": (standing(_SICK, "mdo_jes", PO), meeting("mdo")),
    "mdo-onder-12": (standing(_SICK, "mdo_jes", PO | YOUNG), meeting("mdo")),
    "mdo-oneens": (standing(_SICK, "visieverschil", PO, _AFTER_MDO), _MDO),
    "jes": (standing(_VO, "jes_evaluatie", VO), _JES),
    "driehoek": (standing(_SICK, "aanmelding_met_school", PO, _AFTER_MDO), _MDO),
    "driehoek-zonder-school": (
        standing(_SICK, "aanmelding_zonder_school", PO | {"ingeschreven": "nee"}, _AFTER_MDO),
        _MDO,
    ),
    "po-loket": (standing(_PO, "loket_sppoh", PO), _STUCK),
    "po-managers-den-haag": (standing(_PO, "managers_po", PO), _STUCK),
    "po-wijz": (standing(_PO, "wijz_po", PO | LV), _STUCK),
    "po-adviestafel": (standing(_PO, "adviestafel_po", PO | RIJSWIJK), _STUCK),
    "po-doorbraaktafel": (standing(_PO, "doorbraaktafel_po", PO), _STUCK),
    "vo-eigen-organisatie": (standing(_VO, "intercollegiale_afstemming", VO), _JES),
    "vo-managers-den-haag": (standing(_VO, "afstemming_managers", VO), _JES),
    "vo-regisseur-den-haag": (standing(_VO, "regisseur_sociaal_domein", VO), _JES),
    "vo-regisseur-lv": (standing(_VO, "regisseur_jeugd_en_leerplicht", VO | LV), _JES),
    "vo-teamleider-rijswijk": (standing(_VO, "teamleider_jeugdhulp", VO | RIJSWIJK), _JES),
    "vo-directeuren": (standing(_VO, "afstemming_directeuren", VO), _JES),
    "vo-2024-den-haag": (standing(_OLD, "inzet_regisseur", VO), _JES),
    "vo-2024-lv": (standing(_OLD, "inzet_regisseur", VO | LV), _JES),
    "vo-2024-rijswijk": (standing(_OLD, "inzet_regisseur", VO | RIJSWIJK), _JES),
}
"""A talk and the meeting held beside it, by what it shows."""
