"""What is said to stand nowhere stands nowhere: all of a page is weighed, not only what is told."""

from datetime import date
from itertools import cycle

import pytest

from routeboek_tui.conversation.enquiry.enquiry import Enquiry, Surety
from routeboek_tui.conversation.enquiry.page_answer import whole
from routeboek_tui.conversation.enquiry.reply import Reply, reply
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.library.places import content_root
from routeboek_tui.library.sentences import ASKED
from routeboek_tui.search.attribute import asked_for, holds
from routeboek_tui.search.compiled import index
from tests.course.talks import said, talk
from tests.known import guide

TODAY = date(2026, 9, 7)
VO = {"regio": "haaglanden", "gemeente": "leidschendam_voorburg", "sector": "vo"}
ASKERS = (
    VO,
    {"regio": "haaglanden", "gemeente": "den_haag", "sector": "po"},
    {"regio": "noord_kennemerland", "sector": "po"},
    {},
)
SEEKING = guide().language.seeking


def answered(question: str, known: dict[str, str]) -> Reply:
    return reply(Enquiry(Reader(guide(), TODAY, known), index(guide()), question))


def kinds() -> list[str]:
    return [kind for kind in SEEKING.asked if kind not in ("telefoonnummer", "mailadres")]


@pytest.mark.parametrize("kind", kinds())
def test_what_a_page_is_said_to_lack_stands_nowhere_on_it(kind: str) -> None:
    bank = [each.text for each in ASKED.sentences(content_root())]
    told = (f"hoeveel {kind.removeprefix('aantal ')} is een jes", f"{kind} mdo")
    asked = [*told, *(text for text in bank if asked_for(text, SEEKING) == kind)]
    for question, known in zip(asked[:50], cycle(ASKERS), strict=False):
        found = answered(question, known)
        reader = Reader(guide(), TODAY, known)
        for view in found.told if found.lacks else ():
            page = guide().pages.get(view.place.partition(":")[2])
            lines = tuple(whole(reader, page, question)) if page else view.short
            assert not holds(found.lacks, " ".join(lines), SEEKING), (question, view.place)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("MWTA aanmelden, en hoe lang duurt het", "3 weken"),
        ("hoe meld ik aan bij het mwta en hoelang duurt het", "3 weken"),
        ("aanmelden experttafel en hoe lang duurt het advies", "2 weken"),
    ],
)
def test_what_stands_in_another_part_of_a_page_is_told(question: str, says: str) -> None:
    found = answered(question, VO)
    assert not found.lacks
    assert says in " ".join(line for view in found.told for line in view.short)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("hoeveel kinderbijslag raken we kwijt als hij spijbelt", "bedrag"),
        ("hoeveel uitkering scheelt het als hij spijbelt", "bedrag"),
        ("hoeveel budget heeft de regisseur sociaal domein", "bedrag"),
        ("wat is de doorlooptijd van een sociaal-medisch advies", "doorlooptijd"),
        ("hoe lang duurt het voor de inspectie antwoord geeft op een isd aanvraag", "doorlooptijd"),
    ],
)
def test_what_no_line_holds_is_told_as_absent_though_the_page_is_known(
    question: str, kind: str
) -> None:
    found = answered(question, VO)
    assert found.surety is Surety.ABSENT
    assert found.lacks == kind


@pytest.mark.parametrize(
    "question",
    [
        "hoe lang duurt het van beroep 5 sub a tot besluit sma arts, aantal weken",
        "hoe lang duurt het voordat leerplicht over een vrijstelling beslist",
        "doorlooptijd driehoeksoverleg van aanmelding tot advies",
    ],
)
def test_another_term_is_no_time_that_something_takes(question: str) -> None:
    assert answered(question, VO).surety is not Surety.SURE


@pytest.mark.parametrize(
    ("page", "question", "first"),
    [
        (
            "driehoeksoverleg",
            "op welke dag is het driehoeksoverleg en hoe vaak",
            "Hoe vaak: Staat niet",
        ),
        ("mdo", "hoe vaak is het mdo en wie leidt het", "Hoe vaak: Staat niet"),
        ("managementafstemming", "wie zit er in de managementafstemming", "Wie er zit: Managers"),
    ],
)
def test_the_part_of_a_tafel_that_is_asked_for_goes_first(
    page: str, question: str, first: str
) -> None:
    enquiry = Enquiry(Reader(guide(), TODAY, ASKERS[1]), index(guide()), question)
    assert enquiry.view(f"boek:{page}").short[0].startswith(first)


def test_the_name_of_a_pupil_is_no_word_that_the_sources_lack() -> None:
    course = talk("triage", gemeente="den_haag", regio="haaglanden", sector="po")
    reply = course.tell("jayden is nu voor de 5e keer ziek gemeld, moet ik al iets doen?")
    assert reply
    assert "jayden" not in said(reply)
    assert "jayden" not in getattr(reply[0], "words", "")
