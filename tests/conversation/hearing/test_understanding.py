"""Typed lines against the real choices of the guide."""

from datetime import date

from routeboek_tui.conversation.hearing.matching import Offer
from routeboek_tui.conversation.hearing.understanding import (
    Asked,
    AskedUnknown,
    Born,
    Chosen,
    Command,
    FirstDay,
    Given,
    Understood,
    Unknown,
    Unsure,
    Wrong,
    understand,
)
from routeboek_tui.library.wording import fill_in
from tests.known import guide
from tests.rows import each_row

TODAY = date(2026, 11, 18)
LIBRARY = guide()
ROUTE = "ziekteverzuim"
TERMS = {begrip.id: begrip.names for begrip in LIBRARY.pages.values()}
KNOWLEDGE = LIBRARY.knowledge
STEPS = {step.id: step for step in LIBRARY.flows[ROUTE].steps.values() if step.asks}


def offers_at(place: str) -> tuple[Offer, ...]:
    """The choices of a step or a fact as the screen shows them, with "weet ik nog niet" last."""
    if place in STEPS:
        texts = LIBRARY.texts[ROUTE][place].choices
        shown = [(choice.id, choice.parallel) for choice in STEPS[place].choices]
    else:
        texts = LIBRARY.facts[place].choices
        shown = [(value, False) for value in texts]
    words = LIBRARY.words_in({"sector": "po"})
    offers = [
        Offer(id_, str(n), fill_in(texts[id_].label, words), texts[id_].synonyms, parallel)
        for n, (id_, parallel) in enumerate(shown, start=1)
    ]
    return (*offers, Offer("", str(len(offers) + 1), "Weet ik nog niet"))


def read_line(place: str, text: str, sector: str = "po") -> Understood:
    step = STEPS.get(place)
    return understand(
        text,
        offers_at(place),
        policy=step.policy if step else "",
        fact="" if step else place,
        sector=sector,
        today=TODAY,
        language=LIBRARY.language,
        knowledge=KNOWLEDGE,
        terms=TERMS,
    )


def _chosen(*choices: str) -> Chosen:
    return Chosen(choices)


CHOICES = [
    # by key
    ("akkoord_jgz", "2", _chosen("nee")),
    ("akkoord_jgz", " 2. ", _chosen("nee")),
    ("akkoord_jgz", "2)", _chosen("nee")),
    ("akkoord_jgz", "optie 1", _chosen("ja")),
    ("akkoord_jgz", "3", _chosen("niet_uitgelegd")),
    ("akkoord_jgz", "4", _chosen("verdeeld")),
    ("akkoord_jgz", "5", Unknown()),
    ("vervolgstappen", "1 en 3", _chosen("veilig_thuis", "strafrecht")),
    ("vervolgstappen", "3,1", _chosen("veilig_thuis", "strafrecht")),
    ("vervolgstappen", "1, 2 en 3",
     _chosen("veilig_thuis", "jeugdbeschermingstafel", "strafrecht")),
    ("gegrond", "1 en 6", _chosen("behandelaar_met_toestemming", "jeugdhulp_nodig")),
    # by label or synonym
    ("akkoord_jgz", "Ja, akkoord met een consult", _chosen("ja")),
    ("akkoord_jgz", "JA", _chosen("ja")),
    ("akkoord_jgz", "jaa!", _chosen("ja")),
    ("akkoord_jgz", "niet akkoord", _chosen("nee")),
    ("akkoord_jgz", "weigeren", _chosen("nee")),
    ("jgz_consult", "één keer", _chosen("eerste_keer")),
    ("jgz_consult", "een keer", _chosen("eerste_keer")),
    ("jgz_consult", "2x", _chosen("twee_keer_zonder_bericht")),
    ("drempel", "nee", _chosen("nee")),
    ("drempel", "gehaald", _chosen("ja")),
    ("drempel", "patroon", _chosen("nee_wel_zorgen")),
    ("drempel", "steeds op maandag", _chosen("nee_wel_zorgen")),
    ("gemeente", "'s-Gravenhage", _chosen("den_haag")),
    ("gemeente", "leidschendam voorburg", _chosen("leidschendam_voorburg")),
    ("sector", "basisschool", _chosen("po")),
    ("sector", "VO", _chosen("vo")),
    ("advies_vragen", "jgz", _chosen("eerst_jgz")),
    ("jgz_advies", "opnieuw", Unsure(("opnieuw_bespreken",))),
    # "ja" or "nee" in front
    ("akkoord_jgz", "nee, ouders willen niet", _chosen("nee")),
    ("akkoord_jgz", "nee hoor", Unsure(("nee", "niet_uitgelegd", "verdeeld"))),
    ("akkoord_jgz", "ja, dat is goed", _chosen("ja")),
    ("drempel", "nee, maar wel zorgen", _chosen("nee_wel_zorgen")),
    ("drempel", "nee, geen zorgen", _chosen("nee")),
    ("drempel", "ja hoor", _chosen("ja")),
    ("jgz_consult", "ja", _chosen("ja")),
    ("nieuw_verzuim", "ja, ze gaan naar JGZ", _chosen("ja_naar_jgz")),
    ("consensus_mdo", "ja, overslaan", _chosen("ja_overslaan")),
    ("blijven_volgen", "ja", _chosen("nieuwe_ziekmelding")),
    # in a sentence
    ("akkoord_jgz", "de ouders gaan akkoord", _chosen("ja")),
    ("akkoord_jgz", "ze zijn er niet mee akkoord", _chosen("nee")),
    ("akkoord_jgz", "ouders weigeren toestemming", _chosen("nee")),
    ("visieverschil", "we zijn het oneens", _chosen("ja")),
    ("evaluatie", "het loopt vast", _chosen("vastgelopen")),
    ("vervolgstappen", "veilig thuis en strafrecht", _chosen("veilig_thuis", "strafrecht")),
    ("vervolgstappen", "veilig thuis, geen strafrecht", _chosen("veilig_thuis")),
    ("gegrond", "niet aannemelijk en ook jeugdhulp",
     _chosen("niet_aannemelijk", "jeugdhulp_nodig")),
    # what is denied is not said
    ("drempel", "niet gehaald", _chosen("nee")),
    ("drempel", "de drempel is niet gehaald", _chosen("nee")),
    ("drempel", "geen zorgen", _chosen("nee")),
    ("drempel", "we hebben geen zorgen", _chosen("nee")),
    ("jgz_advies_nodig", "jgz is niet nodig", _chosen("nee")),
    ("oordeel_sma_arts", "geen vrijstelling", _chosen("nee")),
    ("ingeschreven", "niet ingeschreven", _chosen("nee")),
    ("ingeschreven", "hij is niet meer ingeschreven", _chosen("nee")),
    # slips
    ("akkoord_jgz", "akoord", _chosen("ja")),
    ("akkoord_jgz", "de ouders gaan akoord", _chosen("ja")),
    ("akkoord_jgz", "niet akoord", _chosen("nee")),
    ("gemeente", "Leidschedam", _chosen("leidschendam_voorburg")),
    ("gemeente", "rijswjik", _chosen("rijswijk")),
    ("driehoeksoverleg", "vrijsteling", _chosen("vrijstelling")),
    # with the day it came about
    ("akkoord_jgz", "ja op 12-03-2026", Chosen(("ja",), date(2026, 3, 12))),
    ("akkoord_jgz", "2 op 12/3/26", Chosen(("nee",), date(2026, 3, 12))),
    ("akkoord_jgz", "nee, ouders willen niet, gisteren", Chosen(("nee",), date(2026, 11, 17))),
    ("akkoord_jgz", "akkoord vandaag", Chosen(("ja",), TODAY)),
    ("akkoord_jgz", "ja eergisteren", Chosen(("ja",), date(2026, 11, 16))),
    ("akkoord_jgz", "ja op 12 maart 2026.", Chosen(("ja",), date(2026, 3, 12))),
    ("akkoord_jgz", "ja op 12 dec", Chosen(("ja",), date(2025, 12, 12))),
    ("akkoord_jgz", "ja op 2026-03-12", Chosen(("ja",), date(2026, 3, 12))),
    # ages, births and absences
    ("leeftijd", "ja", _chosen("vanaf_12")),
    ("leeftijd", "nog geen 12", _chosen("onder_12")),
    ("leeftijd", "12", _chosen("vanaf_12")),
    ("leeftijd", "hij is 11 jaar", _chosen("onder_12")),
    ("leeftijd", "twaalf jaar oud", _chosen("vanaf_12")),
    ("leeftijd", "geboren op 3-4-2012", Born(date(2012, 4, 3))),
    ("leeftijd", "3-4-14", Born(date(2014, 4, 3))),
    ("vier_weken_afwezig", "sinds 3 november", FirstDay(date(2026, 11, 3))),
    ("vier_weken_afwezig", "12-10-2026", FirstDay(date(2026, 10, 12))),
    ("vier_weken_afwezig", "vijf weken", _chosen("ja")),
    ("vier_weken_afwezig", "pas 3 weken", _chosen("nee")),
    ("leeftijd", "sinds 3-11-2026", Unsure()),
    ("leeftijd", "broer 3-4-2012", Unsure()),
    ("vier_weken_afwezig", "tot 3 november", Unsure()),
    ("vier_weken_afwezig", "geboren op 3-4-2026", Unsure()),
    # not known
    ("akkoord_jgz", "weet ik nog niet", Unknown()),
    ("akkoord_jgz", "?", Unknown()),
    ("akkoord_jgz", "geen idee", Unknown()),
    ("akkoord_jgz", "weet niet", Unknown()),
    ("akkoord_jgz", "dat weet ik niet", Unknown()),
    ("sector", "nog niet bekend", Unknown()),
    # questions
    ("akkoord_jgz", "wat is een JES?", Asked("jes")),
    ("akkoord_jgz", "hoe meld ik me aan bij het ECZ?", Asked("expertiseteam_complexe_zorg")),
    ("akkoord_jgz", "Wat is maatwerk in onderwijstijd", Asked("maatwerk_in_onderwijstijd")),
    ("akkoord_jgz", "wat is een driehoekoverleg?", Asked("driehoeksoverleg")),
    ("akkoord_jgz", "zorgplicht", Asked("zorgplicht")),
    ("vervolgstappen", "wat doet veilig thuis", Asked("veilig_thuis")),
    ("akkoord_jgz", "hoe laat is het?", AskedUnknown("hoe laat is het?")),
    # commands
    ("akkoord_jgz", "terug", Command("undo")),
    ("akkoord_jgz", "Vorige", Command("undo")),
    ("akkoord_jgz", "waarom?", Command("why")),
    ("akkoord_jgz", "bron", Command("source")),
    ("akkoord_jgz", "waar ben ik?", Command("map")),
    ("akkoord_jgz", "wat nu?", Command("advice")),
    ("akkoord_jgz", "brieven", Command("letters")),
    ("akkoord_jgz", "help", Command("help")),
    ("akkoord_jgz", "/stop", Command("stop")),
    ("akkoord_jgz", "opnieuw", Command("restart")),
    ("akkoord_jgz", "wijzig", Command("change")),
    ("akkoord_jgz", "feiten", Command("facts")),
    # not sure: offered, not taken
    (
        "jgz_consult",
        "nee",
        Unsure(("twee_keer_zonder_bericht", "eerste_keer", "steeds_afgemeld")),
    ),
    ("nieuw_verzuim", "ja", Unsure(
        ("ja_naar_jgz", "ja_hulp_aanvaard", "ja_afspraak_niet_nagekomen"))),
    ("akkoord_jgz", "ja, maar ouders willen niet", Unsure(("ja", "nee"))),
    ("akkoord_jgz", "ja en nee", Unsure(("ja", "nee"))),
    ("akkoord_jgz", "ja, misschien", Unsure(("ja",))),
    ("akkoord_jgz", "blabla", Unsure()),
    ("evaluatie_schoolplan", "nee, het is gestopt", Unsure(("ja", "nee"))),
    ("drempel", "nee, we weten het", Unsure(("nee_wel_zorgen", "nee"))),
    ("gegrond", "wel aannemelijk, geen reden",
     Unsure(("aannemelijk_zonder_toestemming", "weggebleven_zonder_reden"))),
]  # fmt: skip

COUNTS = [
    ("po", "5 meldingen, 8 dagen", {"meldingen": "5", "dagen": "8"}),
    ("vo", "5 meldingen, 8 dagen achter elkaar", {"meldingen": "5", "achtereen": "8"}),
    ("vo", "4e melding, nu 8 dagen ziek", {"meldingen": "4", "achtereen": "8"}),
    ("vo", "4 meldingen, 8 dagen dit schooljaar", {"meldingen": "4", "dagen": "8"}),
    ("", "8 dagen", {"dagen": "8"}),
    ("po", "4 keer", {"meldingen": "4"}),
    ("po", "vier keer ziek gemeld", {"meldingen": "4"}),
    ("po", "4x", {"meldingen": "4"}),
    ("po", "viermaal", {"meldingen": "4"}),
    ("po", "één melding", {"meldingen": "1"}),
    ("vo", "vijfde melding", {"meldingen": "5"}),
    ("vo", "4e melding, 11 weken na de eerste", {"meldingen": "4", "weken": "11"}),
    ("vo", "vierde ziekmelding 11 weken na de eerste melding", {"meldingen": "4", "weken": "11"}),
    ("vo", "4 keer ziek in 12 weken", {"meldingen": "4", "weken": "12"}),
    ("vo", "4 meldingen in 14 schoolweken",
     {"meldingen": "4", "weken": "14", "vakantieweken": "0"}),
    ("vo", "14 weken waarvan 2 weken vakantie", {"weken": "14", "vakantieweken": "2"}),
    ("vo", "2 vakantieweken", {"vakantieweken": "2"}),
    ("vo", "geen vakantie", {"vakantieweken": "0"}),
    ("vo", "7e dag ziek", {"achtereen": "7"}),
    ("vo", "zevende schooldag", {"achtereen": "7"}),
    ("vo", "8 dagen ziek", {"achtereen": "8"}),
    ("vo", "8 dagen dit schooljaar", {"dagen": "8"}),
    ("po", "8 dagen ziek", {"dagen": "8"}),
    ("po", "8 dagen achter elkaar", {"achtereen": "8"}),
    ("vo", "nu niet ziek", {"achtereen": "0"}),
    ("vo", "ziek sinds 3 november", {"eerste_ziektedag": "2026-11-03"}),
    ("vo", "ziek sinds gisteren", {"eerste_ziektedag": "2026-11-17"}),
    ("vo", "eerste ziektedag: 3-11-2026", {"eerste_ziektedag": "2026-11-03"}),
    *(("vo", said.format("dinsdag 3 november"), {"eerste_ziektedag": "2026-11-03"}) for said in (
        "eerste dag ziek {}", "eerste dag ziek: {}", "1e dag ziek was {}", "dag 1 was {}",
        "eerste dag van de ziekte {}", "eerste dag dat hij ziek was: {}", "ziek geworden op {}",
        "ziek vanaf {}", "ziek sinds {}",
    )),
    *(("po", said, {"data": "2026-09-08,2026-10-13,2026-11-17"}) for said in (
        "8-9, 13-10 en 17-11", "3 keer: 8-9, 13-10 en 17-11-2026", "3x ziek: 8-9, 13-10, gisteren",
        "drie meldingen: 8 september, 13 oktober, 17 november",
    )),
    ("vo", "meldingen op 1-9-2026, 3-10-2026 en 5 nov",
     {"data": "2026-09-01,2026-10-03,2026-11-05"}),
]  # fmt: skip

WRONG = [
    ("akkoord_jgz", "", "Typ een antwoord"),
    ("akkoord_jgz", "\x1b[31m\u200f", "Typ een antwoord"),
    ("akkoord_jgz", "...", "Typ een antwoord"),
    ("akkoord_jgz", "9", "geen antwoord 9"),
    ("akkoord_jgz", "1 en 2", "gaan niet samen"),
    ("akkoord_jgz", "ja op 31-02-2026", "bestaat niet"),
    ("akkoord_jgz", "ja op 19-11-2026", "toekomst"),
    ("akkoord_jgz", "12-03-2026", "alleen"),
    ("gegrond", "6", "nooit alleen"),
    ("gegrond", "jeugdhulp", "nooit alleen"),
    ("gegrond", "ook jeugdhulp graag", "nooit alleen"),
    ("leeftijd", "19-11-2026", "toekomst"),
    ("leeftijd", "1-1-1980", "30 jaar"),
    ("leeftijd", "31-02-2014", "bestaat niet"),
    ("vier_weken_afwezig", "sinds 1-12-2026", "toekomst"),
    ("drempel", "999 meldingen", "te groot"),
    ("drempel", "4 keer: 8-9, 13-10 en 17-11", "Je schrijft 4, en noemt 3 dagen"),
    ("drempel", "3 november", "wat er op die dag was"),
    ("drempel", "-3 meldingen", "geen -3"),
    ("drempel", "0 meldingen", "geen 0"),
    ("drempel", "anderhalve week ziek", "schooldagen"),
    ("drempel", "2 weken ziek", "schooldagen"),
    ("drempel", "4,5 dagen", "schooldagen"),
    ("drempel", "20 kalenderdagen", "schooldagen"),
    ("drempel", "ongeveer 8 dagen", "precies"),
    ("drempel", "nog geen 5 meldingen", "precies"),
    ("drempel", "4 of 5 meldingen", "precies"),
    ("drempel", "3-4 keer", "precies"),
    ("drempel", "5 meldingen, 8", "elk getal"),
    ("drempel", "5 meldingen en 6 meldingen", "verschillende"),
    ("drempel", "17", "5 meldingen"),
    ("leeftijd", "40", "leeftijd"),
    ("drempel", "van 3-11-2026 tot 5-11-2026", "ziek sinds"),
    ("drempel", "ziek sinds 3-12-2026", "toekomst"),
    ("akkoord_jgz", "a" * 10_000, "te lang"),
]


NATURAL = [
    ("drempel", "nog niet zorgwekkend", _chosen("nee")),
    (
        "evaluatie_schoolplan",
        "het is gestopt maar nu weer ziek",
        Unsure(("ja", "nee", "opnieuw_toetsen")),
    ),
    ("evaluatie_schoolplan", "ja een beetje", Unsure(("ja",))),
    ("evaluatie_schoolplan", "weer op school maar twee dagen per week", Unsure(("ja",))),
    ("evaluatie_schoolplan", "hij is volgende week weer op school", Unsure(("ja",))),
    ("akkoord_jgz", "ja mits de school erbij is", Unsure(("ja",))),
    ("akkoord_jgz", "nee ze vinden het goed", Unsure(("ja", "nee"))),
    ("akkoord_jgz", "nee, nog niet gevraagd", Unsure(("nee", "niet_uitgelegd"))),
    ("akkoord_jgz", "nee nog niet", Unsure(("ja", "nee", "niet_uitgelegd"))),
    ("akkoord_jgz", "alleen vader akkoord", Unsure(("ja", "verdeeld"))),
    ("evaluatie", "de hulp is gestopt", Unsure(("gestopt", "bijstellen"))),
    ("vervolgstappen", "strafrecht pas later", Unsure(("strafrecht",))),
    ("akkoord_jgz", "toestemming geweigerd", Unsure(("ja", "nee"))),
    ("akkoord_jgz", "we moeten nog toestemming vragen", Unsure(("ja", "nee"))),
    ("akkoord_jgz", "alleen de ouders zijn akkoord", Unsure(("ja", "verdeeld"))),
    ("akkoord_driehoek", "ja alleen de ouders", Unsure(("ja", "verdeeld"))),
    ("akkoord_driehoek", "we zijn het er niet mee eens", _chosen("nee")),
    ("jgz_consult", "hij is 2 keer geweest", _chosen("ja")),
    ("jgz_consult", "moeder kwam alleen", Unsure()),
    ("jgz_consult", "tweemaal niet verschenen", _chosen("twee_keer_zonder_bericht")),
    ("jgz_consult", "2x niet gekomen", _chosen("twee_keer_zonder_bericht")),
    ("jgz_consult", "2 keer afgemeld", _chosen("steeds_afgemeld")),
    ("gesprek_leerplicht", "ja er is hulp nodig", Unsure(("ja", "nee"))),
    ("gesprek_leerplicht", "geen hulp nodig", Unsure(("ja", "nee"))),
    ("gesprek_leerplicht", "nee helemaal gestopt", Unsure(("ja", "nee"))),
    ("gesprek_leerplicht", "gestopt en geen hulp nodig", _chosen("ja")),
    ("gesprek_leerplicht", "gestopt maar wel hulp nodig", Unsure(("ja", "nee"))),
    ("verzuim_houdt_aan", "nee ze werken niet mee", Unsure(("ja", "nee"))),
    ("blijvende_weigering", "nee niet akkoord", Unsure(("ja", "nee"))),
    ("vervolgstappen", "veilig thuis of jbt", Unsure(("veilig_thuis", "jeugdbeschermingstafel"))),
    ("visieverschil", "nee we zijn het niet eens", Unsure(("ja", "nee"))),
    ("visieverschil", "we zijn het niet eens", _chosen("ja")),
    ("belastbaarheid", "meer dan een jaar", Unsure(("ja", "nee"))),
    ("belastbaarheid", "volledig niet belastbaar", Unsure(("ja", "nee"))),
    ("terugkeer", "nee nog niet", Unsure(("ja", "nee"))),
    ("passend_onderwijs", "dat is moeilijk", Unsure(("nee", "ja"))),
    ("driehoeksoverleg", "vrijstelling of onderwijs", Unsure(("vrijstelling",))),
    ("evaluatie", "we zijn er klaar mee", Unsure()),
    ("managementafstemming", "ja, ze schalen op", Unsure(("opgelost", "niet_opgelost"))),
    ("gemeente", "hij woont in Rijswijk", Unsure(("rijswijk",))),
    ("sector", "groep 6", _chosen("po")),
    ("leeftijd", "ja, 11", Unsure(("vanaf_12", "onder_12"))),
    ("leeftijd", "nee, 11 jaar", _chosen("onder_12")),
    ("vier_weken_afwezig", "ja, 3 weken", Unsure(("ja", "nee"))),
    ("vier_weken_afwezig", "nog geen 4 weken", _chosen("nee")),
    # a word of its own is no slip of a choice
    (
        "jgz_consult",
        "hij moet nog verschijnen",
        Unsure(("twee_keer_zonder_bericht", "eerste_keer")),
    ),
    ("jgz_consult", "de leerling is aangemeld", Unsure(("steeds_afgemeld",))),
    ("drempel", "het verzuim is gedaald", Unsure(("ja",))),
]
"""What is easily taken for the opposite, or for half of the answer, is offered and not taken."""


@each_row(("place", "text", "meaning"), [*CHOICES, *NATURAL])
def test_meaning(place: str, text: str, meaning: Understood) -> None:
    assert read_line(place, text) == meaning


@each_row(("sector", "text", "values"), COUNTS)
def test_counts(sector: str, text: str, values: dict[str, str]) -> None:
    assert read_line("drempel", text, sector) == Given(values)


def test_counts_with_the_day_they_were_made() -> None:
    expected = Given({"meldingen": "5"}, date(2026, 3, 12))
    assert read_line("drempel", "5 meldingen op 12-3-2026") == expected


def test_days_beside_reports_in_the_vo_may_be_a_sum() -> None:
    meaning = read_line("drempel", "5 meldingen, 8 dagen", "vo")
    assert isinstance(meaning, Wrong)
    assert "achter elkaar" in meaning.message


def test_a_count_with_worries_is_offered() -> None:
    assert read_line("drempel", "3 meldingen, maar wel zorgen") == Unsure(("nee_wel_zorgen",))


@each_row(("place", "text", "message"), WRONG)
def test_what_cannot_be_right_says_so(place: str, text: str, message: str) -> None:
    meaning = read_line(place, text)
    assert isinstance(meaning, Wrong)
    assert message in meaning.message


@each_row("flow", list(LIBRARY.flows))
def test_no_choice_takes_the_word_of_a_command_that_looks_or_goes_back(flow: str) -> None:
    """Who types "advies" or "terug" must not answer the question with it."""
    words = {"advies", "brieven", "bron", "feiten", "hulp", "kaart", "stop", "terug", "waarom"}
    taken = {
        (step, said)
        for step, text in LIBRARY.texts[flow].items()
        for choice in text.choices.values()
        for said in (choice.label, *choice.synonyms)
        if said.casefold() in words
    }
    assert taken == set()
