"""What a typed question is answered with: own first, elsewhere by name, each where not known."""

from datetime import date

import pytest

from routeboek_tui.conversation.enquiry.enquiry import Enquiry, Surety, asking
from routeboek_tui.conversation.enquiry.passage_view import passage_view
from routeboek_tui.conversation.enquiry.reply import Reply, distance, reply
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.library.reach import Far
from routeboek_tui.search.compiled import index
from routeboek_tui.search.sought import Sought
from tests.conversation.enquiry.test_page_answer import told
from tests.known import guide
from tests.rows import each_row

TODAY = date(2026, 9, 7)
NK = {"regio": "noord_kennemerland", "sector": "po"}
VO = {"regio": "haaglanden", "sector": "vo"}


def answered(question: str, page: str = "", **known: str) -> Reply:
    return reply(Enquiry(Reader(guide(), TODAY, known), index(guide()), question, page))


@pytest.mark.parametrize(
    ("question", "surety"),
    [
        ("wat is een thuiszitter", Surety.SURE),
        ("wat is het verschil tussen mdo en jes", Surety.NEAREST),
        ("wat is een xylofoonbekken", Surety.ABSENT),
    ],
)
def test_it_is_said_how_sure_the_place_is(question: str, surety: Surety) -> None:
    found = asking(index(guide()), question)
    assert found.surety is surety
    assert bool(found.places) is (surety is not Surety.ABSENT)
    assert answered(question).surety is surety


def test_a_page_that_the_question_seems_to_name_is_one_of_the_nearest() -> None:
    found = asking(index(guide()), "mag een ouder dat", "mdo")
    assert "boek:mdo" in found.places
    assert asking(index(guide()), "mag een ouder dat", "geen_bladzijde").surety is Surety.NEAREST


def test_a_step_of_another_route_stands_behind() -> None:
    far = distance(Reader(guide(), TODAY, VO), Reader(guide(), TODAY, VO).asker())
    assert far("stap:noord_kennemerland/schorsing") is Far.ELSEWHERE
    assert far("stap:met_schoolinschrijving_vo_2024/preventie_vo") is Far.OLDER
    assert far("stap:met_schoolinschrijving_vo/preventie_vo") is Far.OWN
    assert far("boek:mdo") is Far.OWN


def page(name: str, question: str, **known: str) -> str:
    sought = Sought.of(index(guide()), question)
    return told(passage_view(Reader(guide(), TODAY, known), f"boek:{name}", sought))


def test_who_is_not_known_is_told_each_by_name() -> None:
    said = page("drempels_schorsing", "hoe lang mag een schorsing duren")
    assert "Noord-Kennemerland | duur van een schorsing" in said
    said = page("drempels_te_laat", "wat gebeurt er bij 12 keer te laat?")
    assert "stuurt de ouders een brief" in said
    assert "VO | geregeld te laat, geen aantal" in said
    said = page("opschalingstrap", "naar wie schaal ik op in Rijswijk?")
    assert "teamleider jeugdhulp" in said
    said = page("drempels_opschalen", "na hoeveel weken naar de regisseur")
    assert "(VO)" in said


def test_elsewhere_is_told_where_it_is_asked_for_and_said_to_be_from_there() -> None:
    said = page("drempels_schorsing", "hoe lang mag een schorsing duren in nk", **VO)
    assert "Je vroeg naar Noord-Kennemerland" in said
    assert "hoogstens 5 schooldagen" in said


def test_what_only_another_region_has_is_taken_over_or_pointed_to() -> None:
    assert "Overgenomen uit: Verzuimprotocol Noord-Kennemerland (PO)." in page(
        "signaalverzuim", "wat is signaalverzuim", **VO
    )
    said = page("adviestafel", "wie zit er bij de Adviestafel", **NK)
    assert "Voor Noord-Kennemerland, PO zeggen de bronnen hier niets over. Overgenomen" in said
    said = page("leerplicht_noord_kennemerland", "wat doet leerplicht", **VO)
    assert "Voor Haaglanden, VO zeggen de bronnen hier niets over" in said
    assert "Om dat te lezen noem je in je vraag Noord-Kennemerland" in said


def test_sources_of_the_own_school_that_disagree_are_both_told() -> None:
    question = "hoeveel ziekmeldingen is zorgwekkend"
    said = page("zorgwekkend_ziekteverzuim", question, regio="haaglanden", sector="po")
    assert "De bronnen verschillen" in said
    assert "Schema ziekteverzuim" in said
    assert "Toelichting routeboek PO" in said
    assert "Verzuimprotocol" not in said
    assert "De bronnen verschillen" not in page("zorgwekkend_ziekteverzuim", question, **VO)


def test_a_difference_shows_only_the_own_sources() -> None:
    reader = Reader(guide(), TODAY, {"regio": "haaglanden", "sector": "po"})
    view = passage_view(reader, "verschil:drempel_ziekteverzuim_po", Sought(question="wat dan"))
    assert "36 dagdelen" not in told(view)
    other = passage_view(Reader(guide(), TODAY, VO), "verschil:drempel_ziekteverzuim_po")
    assert told(other).count("Overgenomen uit") == 1


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("wie zit er in de adviestafel", VO),  # the page is for another sector
        ("wat is het telefoonnummer van de leerplichtambtenaar", VO),  # no number is told
        ("hoeveel jongeren zitten er op het opdc", VO),
        ("wat is het verschil tussen luxe verzuim en signaalverzuim", NK),  # two pages
    ],
)
def test_a_page_that_lacks_what_is_asked_is_only_near(question: str, known: dict[str, str]) -> None:
    assert answered(question, **known).surety is not Surety.SURE


def test_a_word_that_nobody_used_is_named() -> None:
    assert answered("wat kost een zeppelin op het jes", **VO).unknown == ("zeppelin",)
    assert not answered("wat is een jes", **VO).unknown


def test_of_a_story_the_question_is_answered() -> None:
    story = "Een meisje uit klas 2 komt al drie weken niet. Haar moeder belt elke dag."
    plainly = answered("Wie zit er aan tafel bij een JES?", **VO)
    told_too = answered(f"{story} Wie zit er aan tafel bij een JES?", **VO)
    assert told_too.surety is Surety.SURE
    assert told_too.told == plainly.told


def test_a_question_that_leans_on_its_story_is_about_the_story() -> None:
    found = answered("Een leerling is geschorst. Wat nu?", **VO)
    assert found.surety is Surety.NEAREST
    assert found.told


def test_of_two_questions_none_is_the_one_that_answers() -> None:
    found = answered("Wat is een MDO? En wie heeft de regie?", **VO)
    assert found.surety is Surety.NEAREST
    assert {view.place for view in found.told} >= {"boek:mdo", "boek:procesregie"}


def test_a_number_in_words_finds_its_row() -> None:
    said = answered("vandaag kwam hij voor de vijftiende keer te laat", **NK).told[0].short
    assert "Keer 15." in said[0]


def test_a_long_page_is_told_from_what_answers() -> None:
    said = page("geschillen", "bezwaar tegen verwijdering, hoe lang", **VO)
    assert "binnen 6 weken" in said


PO = {"regio": "haaglanden", "sector": "po", "gemeente": "rijswijk"}


def test_of_two_pages_with_one_name_the_one_that_speaks_to_who_asks_is_meant() -> None:
    for known, place in ((PO, "boek:doorbraaktafel_po"), (VO, "boek:directeurenniveau")):
        found = answered("wie zit er aan de doorbraaktafel", **known)
        assert found.surety is Surety.SURE
        assert [view.place for view in found.told] == [place]


def test_what_a_tafel_does_in_some_case_is_not_what_it_is_for() -> None:
    found = answered("een zorginstelling wil niet plaatsen, wat doet de adviestafel", **PO)
    assert "Analysetafel" in " ".join(line for view in found.told for line in view.short)


@each_row(
    ("question", "says"),
    [
        ("wat gebeurt er na een sociaal-medisch advies", "plan van"),
        ("welke alternatieven zijn er voor een vrijstelling 5a", "artikel 11g"),
        ("vrijstelling is afgewezen, wat doet de school", "MDO of JES"),
        ("met wie praat de school bij zorgwekkend ziekteverzuim", "met de ouders"),
        ("wanneer bespreek ik een casus met mijn eigen manager", "4 tot 8 weken"),
        ("wat zijn de vijf stappen van de meldcode", "vijf stappen"),
        ("naar wie schaal ik op in rijswijk", "teamleider jeugdhulp"),
    ],
)
def test_what_a_professional_asks_is_read_in_the_answer(question: str, says: str) -> None:
    found = answered(question, **VO)
    assert found.surety is not Surety.ABSENT
    assert says in " ".join(line for view in found.told for line in view.short)


@each_row(
    "question",
    [
        "hoe heet de teamleider jeugdteam in rijswijk", "hoeveel procent komt na het jes terug",
        "mop over te laat komen", "wie is de nieuwe manager van het jeugdteam",
        "hoe zet ik een leerling op non-actief in somtoday", "wat kost een plek op het opdc",
    ],
)  # fmt: skip
def test_what_lies_near_and_is_told_nowhere_is_absent(question: str) -> None:
    assert answered(question, **VO).surety is Surety.ABSENT
