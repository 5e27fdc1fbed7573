"""Where editions and sources differ, the page that speaks of it says so."""

from datetime import date

import pytest

from routeboek_tui.conversation.enquiry.enquiry import Enquiry
from routeboek_tui.conversation.enquiry.passage_view import passage_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.search.compiled import index
from routeboek_tui.search.sought import Sought
from tests.conversation.enquiry.test_page_answer import told
from tests.known import guide

TODAY = date(2026, 9, 7)
VO = {"regio": "haaglanden", "sector": "vo"}
LV = {**VO, "gemeente": "leidschendam_voorburg"}
PO = {"regio": "haaglanden", "sector": "po", "gemeente": "den_haag"}


def said(page: str, question: str, known: dict[str, str]) -> str:
    enquiry = Enquiry(Reader(guide(), TODAY, known), index(guide()), question)
    return told(enquiry.view(f"boek:{page}"))


@pytest.mark.parametrize(
    ("page", "question", "known", "older"),
    [
        ("expertisetafel_vso", "expertisetafel vso is die elke maand", VO, "elke maand"),
        ("directeurenniveau", "is er in voorburg een doorbraaktafel", LV, "geen doorbraaktafel"),
        ("mdo", "mag leerplicht bij het mdo zitten als er niets is gemeld", VO, "bijzondere"),
        ("driehoeksoverleg", "welk formulier als ouders geen driehoeksoverleg willen", VO, "eigen"),
    ],
)
def test_a_difference_that_is_asked_for_is_told_with_the_page(
    page: str, question: str, known: dict[str, str], older: str
) -> None:
    found = said(page, question, known)
    assert "De bronnen verschillen" in found
    assert older in found


def test_what_a_difference_says_nothing_of_does_not_bring_it() -> None:
    assert "De bronnen verschillen" not in said("luxe_verzuim", "luxe verzuim melden", PO)


def test_the_difference_itself_tells_both_editions() -> None:
    view = passage_view(Reader(guide(), TODAY, VO), "verschil:expertisetafel_vso", Sought())
    assert "elke maand" in told(view)
    assert "op verzoek" in told(view)


def test_every_difference_names_the_pages_that_speak_of_it() -> None:
    assert not [name for name, each in guide().conflicts.items() if not each.pages]
