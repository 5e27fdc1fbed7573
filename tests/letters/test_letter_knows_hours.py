"""The hours of each day that were told stand in the texts for DUO, with the days they run over."""

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.course.course import Course
from routeboek_tui.course.letter.drafting import Drafting
from routeboek_tui.text import dates
from tests.known import guide
from tests.walks_as_data import SAFE

TODAY = dates.exact("2026-10-29")
HOURS = "di 6 oktober 3; do 8 oktober 4,5; di 13 oktober 5; di 27 oktober 4"
ROWS = [
    ("tekst-duo-melding-16-uur", "verzuim_periode", "6 oktober 2026 tot en met 27 oktober 2026"),
    (
        "tekst-duo-melding-16-uur",
        "uren_per_dag",
        "6-10-2026: 3; 8-10-2026: 4,5; 13-10-2026: 5; 27-10-2026: 4",
    ),
    ("tekst-duo-melding-16-uur", "lesuren_ongeoorloofd", "16,5"),
    ("uitnodiging-gesprek-verzuim", "verzuim_overzicht", "lesuren per dag: 6-10-2026: 3; 8-10"),
]


def _talk(line: str) -> Conversation:
    assert TODAY
    facts = {**SAFE, "sector": "vo", "gemeente": "rijswijk", "leerplicht_begonnen": "ja"}
    flow = guide().flows["met_schoolinschrijving_vo"]
    course = Course(Conversation.at(guide(), flow, Answers(facts, start="zestien_uur_vo"), TODAY))
    course.hear(line)
    return course.talk


@pytest.mark.parametrize(("letter", "field", "known"), ROWS)
def test_hours_by_day_are_known(letter: str, field: str, known: str) -> None:
    draft = Drafting(_talk(HOURS), guide().letters[letter], {})
    assert known in draft.value(field)


@pytest.mark.parametrize("field", ["verzuim_periode", "uren_per_dag"])
def test_a_number_alone_tells_no_days(field: str) -> None:
    draft = Drafting(_talk("16 uur"), guide().letters["tekst-duo-melding-16-uur"], {})
    assert not draft.value(field)
