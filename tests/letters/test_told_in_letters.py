"""What only a letter asks for is heard in the talk, in words of the guide, and stands in it."""

from datetime import date

import msgspec
import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.told import told
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.letter import BIRTH_DATE
from routeboek_tui.core.safety import NONE, SAFETY
from routeboek_tui.core.said import Said
from routeboek_tui.course.course import Course
from routeboek_tui.course.letter.drafting import Drafting
from routeboek_tui.course.state import State, resumed, state_of
from routeboek_tui.course.unfit import Unfit
from tests.known import guide
from tests.rows import each_row

TODAY = date(2026, 11, 30)
NK = {SAFETY: NONE, "regio": "noord_kennemerland", "sector": "po", "leerplicht_begonnen": "ja"}
HEARD = {name: field for name, field in guide().fields.items() if field.heard}


def said(text: str) -> Said:
    return told(text, guide(), {}, TODAY)


@each_row(
    ("text", "fields"),
    [
        ("ouders vragen verlof voor een bruiloft", {"verlof_reden": "een bruiloft"}),
        ("oom trouwt", {"verlof_reden": "een bruiloft"}),
        ("verlof voor de uitvaart van oma", {"verlof_reden": "een begrafenis of crematie"}),
        ("verlof voor het suikerfeest", {"verlof_reden": "een feestdag van het geloof"}),
        ("oma en opa zijn 50 jaar getrouwd", {"verlof_reden": "een jubileum"}),
        ("verlof voor een bruiloft en een begrafenis", {}),
        ("een jongen uit groep acht", {"groep": "groep 8"}),
        ("meisje uit de vierde klas", {"groep": "klas 4"}),
        ("leerling in klas 2", {"groep": "klas 2"}),
        ("zit in de brugklas", {"groep": "de brugklas"}),
        ("een jongen uit groep 6, zijn zusje zit in groep 3", {"groep": "groep 6"}),
        ("mentor van een vierde klas", {}),
        ("al zorgen sinds groep 6", {}),
        ("hij heeft 6 lesuren per dag", {"uren_per_dag": "6 lesuren per dag"}),
        ("een lesdag is vijf uur per dag", {"uren_per_dag": "5 lesuren per dag"}),
        ("4,75 uur per dag", {}),
    ],
)
def test_what_a_letter_asks_is_heard(text: str, fields: dict[str, str]) -> None:
    assert said(text).fields == fields


def test_all_that_can_be_heard_is_in_words_of_the_guide() -> None:
    assert HEARD.keys() == {"verlof_reden", "groep", "uren_per_dag"}
    for field in HEARD.values():
        assert field.may_hold(next(iter(field.heard)).replace("#", "7"))
        assert not field.may_hold("Sam heeft griep")


def test_only_a_letter_takes_it_so_it_answers_nothing() -> None:
    assert not Said(fields={"groep": "groep 7"})
    talk = Conversation.at(guide(), guide().flows["noord_kennemerland"], Answers(facts=NK), TODAY)
    assert talk.hearing(Said(fields={"groep": "groep 7"})).answers.said.fields


def test_it_is_kept_and_nothing_else_is() -> None:
    course = Course.begin(guide(), TODAY, NK)
    course.hear("ouders vragen verlof voor een bruiloft, jongen uit groep 5")
    course.hear("1")
    kept = state_of(course)
    assert state_of(resumed(guide(), kept)) == kept
    written = msgspec.json.encode(kept)
    assert b"een bruiloft" in written
    other = written.replace(b"een bruiloft", b"Sam heeft griep")
    with pytest.raises(Unfit):
        resumed(guide(), msgspec.json.decode(other, type=State))


LEAVE = "ouders vragen verlof van 14 december tot en met 16 december voor een bruiloft, 3 dagen"


def test_a_letter_never_asks_what_was_said() -> None:
    flow = guide().flows["noord_kennemerland"]
    answers = Answers(facts=NK, start="verlof_directeur", said=said(LEAVE))
    talk = Conversation.at(guide(), flow, answers, TODAY)
    draft = Drafting(talk, guide().letters["besluit-verlof-directeur"], {})
    known = {name: draft.value(name) for name in ("verlof_begin", "verlof_einde", "verlof_reden")}
    assert known == {
        "verlof_begin": "14-12-2026",
        "verlof_einde": "16-12-2026",
        "verlof_reden": "een bruiloft",
    }


def test_the_weeks_of_the_hours_stand_beside_them() -> None:
    flow = guide().flows["noord_kennemerland"]
    text = "22 uur gespijbeld in vier weken van 2 november tot en met 27 november"
    answers = Answers(facts=NK, start="duo_melding_relatief", said=said(text))
    talk = Conversation.at(guide(), flow, answers, TODAY)
    draft = Drafting(talk, guide().letters["tekst-duo-melding-16-uur"], {})
    assert draft.value("verzuim_periode") == "2 november 2026 tot en met 27 november 2026"
    assert draft.value(BIRTH_DATE) == ""
