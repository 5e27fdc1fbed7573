"""Answers that a known date contradicts."""

from datetime import date, timedelta

import pytest

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import Chosen
from routeboek_tui.conversation.hearing.move import Answered, Refused, answer
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.early import early
from routeboek_tui.library.content import Library
from routeboek_tui.text import dates
from tests.rows import each_row

SINCE = date(2026, 9, 1)


def at_the_ground(library: Library, route: str, today: date) -> Conversation:
    facts = {"gemeente": "den_haag", "ingeschreven": "ja", "leeftijd": "vanaf_12"}
    answers = Answers({**facts, "veiligheid": "nee"}, start="opschalingsgrond")
    dated = answers.with_date("zorgwekkend_sinds", SINCE)
    return Conversation.at(library, library.flows[route], dated, today)


@each_row("route", ["met_schoolinschrijving_vo", "met_schoolinschrijving_vo_2024"])
@each_row(
    ("choice", "days", "found"),
    [
        ("acht_weken", 40, True),
        ("acht_weken", 55, True),
        ("acht_weken", 56, False),
        ("vier_weken", 27, True),
        ("vier_weken", 28, False),
        ("geen_grond", 0, False),
    ],
)
def test_weeks_that_cannot_have_passed_are_said(
    library: Library, route: str, choice: str, days: int, found: bool
) -> None:
    talk = at_the_ground(library, route, SINCE + timedelta(days=days))
    result = answer(talk, Chosen((choice,)), {})
    assert isinstance(result, Answered)
    assert bool(list(early(result.talk.trail))) is found
    assert any("Kijk de datum na" in said for said in result.sentences) is found
    asked = [each.question for each in advice_view(result.talk).to_find_out]
    assert any(each.startswith("Klopt dit:") for each in asked) is found


def test_the_remark_names_both_days_and_is_said_once(library: Library) -> None:
    talk = at_the_ground(library, "met_schoolinschrijving_vo", SINCE + timedelta(days=40))
    result = answer(talk, Chosen(("acht_weken",)), {})
    assert isinstance(result, Answered)
    (said,) = [each for each in result.sentences if "Klopt dit" in each]
    assert "is 1-9-2026. Op 11-10-2026 is dat 5 weken en 5 dagen geleden" in said
    assert "nog geen 8 weken" in said


FIVE = date(2021, 12, 12)
"""Somebody who is leerplichtig from 1 January 2027 on."""


@pytest.mark.parametrize(
    ("known", "on", "held"),
    [
        ({"geboortedatum": FIVE.isoformat()}, date(2026, 11, 25), True),
        ({"geboortedatum": FIVE.isoformat()}, date(2026, 12, 31), True),
        ({"geboortedatum": FIVE.isoformat()}, date(2027, 1, 1), False),
        ({"jaren": "3"}, date(2026, 11, 25), True),
    ],
)
def test_what_was_reckoned_and_still_holds_is_not_said_away(
    library: Library, known: dict[str, str], on: date, held: bool
) -> None:
    facts = {"gemeente": "den_haag", "sector": "po", "veiligheid": "nee", "ingeschreven": "nee"}
    flow, then = library.flows["zonder_schoolinschrijving"], date(2026, 11, 25)
    talk = Conversation.at(library, flow, Answers(facts, start="leerplichtig"), then)
    stands = talk.answered(given=known)
    assert stands.trail.main.last.step == "nog_niet_leerplichtig"
    result = answer(stands, Chosen(("leerplichtig_geworden",), on), {})
    assert isinstance(result, Refused) is held
    if isinstance(result, Refused):
        assert dates.short(on) in result.sentences[0]


def test_what_was_only_chosen_can_be_otherwise_by_now(library: Library) -> None:
    facts = {"gemeente": "den_haag", "sector": "po", "veiligheid": "nee", "ingeschreven": "nee"}
    flow = library.flows["zonder_schoolinschrijving"]
    answers = Answers(facts, start="leerplichtig")
    stands = Conversation.at(library, flow, answers, SINCE).answered(("nog_niet",))
    assert isinstance(answer(stands, Chosen(("leerplichtig_geworden",)), {}), Answered)
