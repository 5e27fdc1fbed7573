"""A question before the route is known: the doors it can be about, and then its answer."""

import pytest

from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import Passage, Places, Reply
from tests.course.talks import TODAY
from tests.known import guide
from tests.rows import each_row

VO = {"regio": "haaglanden", "sector": "vo"}


def told(line: str, **facts: str) -> tuple[Course, Reply]:
    course = Course.begin(guide(), TODAY, facts or VO)
    return course, course.tell(line)


@pytest.mark.parametrize(
    ("line", "door"),
    [
        ("mag ik een leerling schorsen die heeft gevochten?", "geschorst"),
        ("wat moet ik doen als een leerling steeds op maandag ziek is?", "ziek_vaste_dag"),
        ("moet ik luxe verzuim melden?", "luxeverzuim_gemeld"),
        ("moet ik te laat komen melden?", "te_laat_komen"),
        ("Hij zit precies op 16 uur, moet ik nu melden?", "spijbelt"),
        (
            "Wanneer mag ik een leerling die naar Duitsland verkast uit ons systeem halen?",
            "verhuizing",
        ),
        ("moet een leerling die net een jaar in Nederland is naar een gewone klas?", "nieuwkomer"),
    ],
)
def test_a_question_that_names_a_situation_gets_both(line: str, door: str) -> None:
    course, reply = told(line)
    assert course.asked
    assert door in {option.choice for option in course.asked.options}
    assert any(isinstance(part, Passage | Places) for part in reply)
    assert course.telling == line
    assert course.asides


def test_a_door_can_be_taken_after_the_answer() -> None:
    course, _ = told("mag ik een leerling schorsen die heeft gevochten?")
    before = course.asked
    course.pick("1")
    assert course.asked != before


def test_what_an_answer_offers_can_be_picked_beside_the_doors() -> None:
    course, reply = told("mag ik een leerling die vaak te laat komt naar huis sturen?")
    offered = [part for part in reply if isinstance(part, Places)]
    assert offered
    (found,) = course.hear(offered[0].places[0].mark)
    assert isinstance(found, Passage)
    assert course.telling


@each_row(
    "line",
    [
        "wat is een MDO?",
        "Waar staat SMA voor?",
        "Tot welke leeftijd loopt de kwalificatieplicht?",
        "Hoe lang moet een school verzuimgegevens bewaren?",
        "Wat betekent geoorloofd verzuim eigenlijk?",
    ],
)
def test_a_word_is_explained_without_a_door(line: str) -> None:
    course, reply = told(line)
    assert not course.telling
    assert any(isinstance(part, Passage) for part in reply)


def test_what_is_told_and_not_asked_gets_a_door_alone() -> None:
    course, reply = told("leerling spijbelt de laatste weken vaak")
    assert course.telling
    assert reply == ()


def test_a_threshold_is_told_of_the_own_sector() -> None:
    for sector, said, other in (("vo", "4e ziekmelding", "5 of meer"), ("po", "5 of meer", "7e")):
        _, reply = told("drempels ziekteverzuim?", regio="haaglanden", sector=sector)
        (part,) = reply
        assert isinstance(part, Passage)
        first, second = part.view.short[:2]
        assert said in first + second
        assert other not in first + second


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("kind wordt geschorst", "drempels_schorsing"),
        ("ouders zijn op vakantie zonder toestemming", "luxe_verzuim"),
    ],
)
def test_beside_a_door_a_page_that_is_sure_is_told(line: str, page: str) -> None:
    course, reply = told(line)
    assert course.telling
    (part,) = (each for each in reply if isinstance(each, Passage))
    assert part.view.place == f"boek:{page}"


@pytest.mark.parametrize(
    "line",
    [
        "school heeft gemeld dat een jongen van 9 al 20 uur spijbelt in vier weken",
        "vandaag 7e schooldag op rij ziek, havo 3",
        "4e ziekmelding in 10 schoolweken, vmbo 2",
        "10 dagen ziek dit schooljaar, jongen uit groep 8, moeder zegt dat het wel weer overgaat",
        "op onze school is een meisje uit groep 6 nu 12 keer te laat en de juf sprak haar moeder",
    ],
)
def test_beside_a_door_a_case_gets_no_page_that_it_did_not_ask_for(line: str) -> None:
    course, reply = told(line)
    assert course.telling
    assert not any(isinstance(part, Passage | Places) for part in reply)


SURE = "jongen groep 7 Rijswijk, 5e keer ziek dit jaar"
UNSURE = "er is een plan maar hij komt niet"


@each_row("said", ["nee", "Nee.", "nope!"])
@each_row("line", [SURE, UNSURE])
def test_a_bare_no_at_the_doors_is_none_of_them(line: str, said: str) -> None:
    course, _ = told(line, sector="po", gemeente="rijswijk")
    assert course.telling
    course.hear(said)
    assert not course.telling


def test_a_bare_yes_is_the_door_that_is_sure() -> None:
    course, _ = told(SURE, sector="po", gemeente="rijswijk")
    assert course.asked
    assert course.asked.default
    course.hear("ja")
    assert not course.asked or not course.asked.default


def test_a_bare_yes_chooses_none_of_several_unsure_doors() -> None:
    course, _ = told(UNSURE, sector="po", gemeente="rijswijk")
    before = course.asked
    assert before
    assert not before.default
    course.hear("ja")
    assert course.asked == before


def test_what_is_to_be_found_out_is_asked_once() -> None:
    course, _ = told("DUO overig verzuim ontvangen: gezin weigert JGZ", inschrijving="ingeschreven")
    assert course.asked
    notes = [note for option in course.asked.options for note in option.notes]
    assert notes
    assert not any(note.count("jaar of ouder?") > 1 for note in notes)


NOT_KNOWN = [
    "weet ik nog niet", "dat weet ik nog niet", "ik weet het niet", "geen idee", "?",
    "dat is nog niet duidelijk",
]  # fmt: skip
STORIES = ["jongen komt steeds te laat, vader brengt hem", "moeder wil een vrijstelling"]


@each_row("story", STORIES)
@each_row("line", NOT_KNOWN)
def test_not_knowing_which_door_is_none_of_them_and_no_story(line: str, story: str) -> None:
    facts = {**VO, "gemeente": "den_haag", "veiligheid": "nee"}
    course, _ = told(story, **facts)
    said = course.told.answers.said
    course.hear(line)
    assert not course.telling
    assert not course.beside_route
    assert course.talk.flow.route == "triage"
    assert course.talk.answers.said == said


@pytest.mark.parametrize(
    ("story", "facts"),
    [
        ("moeder wil een vrijstelling", {**VO, "ingeschreven": "ja"}),
        ("al zes weken thuis, drie JES geweest", VO),
        ("gezin wil buiten de vakantie op reis", {**VO, "sector": "po"}),
    ],
)
def test_the_questions_that_look_for_a_route_are_called_no_route(
    story: str, facts: dict[str, str]
) -> None:
    course, _ = told(story, **facts, gemeente="den_haag", veiligheid="nee")
    name = guide().flows["triage"].title
    while course.asked and course.beside_route:
        assert not any(name in option.leads_to for option in course.asked.options)
        reply = course.pick("1")
        assert not any(name in str(part) for part in reply)
