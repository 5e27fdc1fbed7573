"""A letter for what was done already is not among those to write now; it can still be made."""

from datetime import date

import pytest

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.library.content import Library

FACTS = {
    "veiligheid": "nee",
    "regio": "haaglanden",
    "sector": "po",
    "gemeente": "den_haag",
    "leeftijd": "vanaf_12",
    "ingeschreven": "ja",
}


def names(talk: Conversation) -> tuple[set[str], set[str]]:
    """The letters to write now, and those behind."""
    now = {letter.id for letter in talk.to_write}
    return now, {letter.id for letter in talk.letters} - now


def test_an_answer_puts_the_letter_of_its_step_behind(library: Library, today: date) -> None:
    talk = Conversation.start(library, "ziekteverzuim", today, FACTS).answered(("ja",))
    now, behind = names(talk)
    assert {"uitnodiging-gesprek-school", "plan-van-aanpak-school"} <= now
    assert not behind
    now, behind = names(talk.answered(("nee",)))
    assert {"uitnodiging-gesprek-school", "plan-van-aanpak-school"} <= behind


def test_what_runs_beside_is_still_to_be_written(library: Library, today: date) -> None:
    talk = Conversation.start(library, "ziekteverzuim", today, FACTS)
    for choice in ("ja", "nee", "naar_overleg", "ja", "nee"):
        talk = talk.answered((choice,))
        assert "melding-samenwerkingsverband" in names(talk)[0]


def test_what_was_done_before_the_case_came_in_is_behind(library: Library, today: date) -> None:
    answers = Answers(FACTS, start="gesprek_leerplicht", done=("duo_melding",))
    talk = Conversation.at(library, library.flows["ziekteverzuim"], answers, today)
    now, behind = names(talk)
    assert {"tekst-duo-melding", "mededeling-duo-melding"} <= behind
    assert "uitnodiging-gesprek-leerplicht" in now


def test_the_numbers_of_the_list_run_on_with_those_behind(library: Library, today: date) -> None:
    talk = Conversation.start(library, "ziekteverzuim", today, FACTS)
    for choice in ("ja", "nee", "naar_overleg"):
        talk = talk.answered((choice,))
    now = talk.to_write
    assert talk.letters[: len(now)] == now
    assert {name for name, _ in advice_view(talk).letters} == {letter.id for letter in now}


@pytest.mark.parametrize("route", ["ziekteverzuim", "noord_kennemerland"])
def test_a_letter_beside_an_action_of_now_is_never_behind(
    library: Library, today: date, route: str
) -> None:
    flow = library.flows[route]
    facts = FACTS if route == "ziekteverzuim" else {**FACTS, "regio": "noord_kennemerland"}
    for step in flow.steps.values():
        talk = Conversation.at(library, flow, Answers(facts, start=step.id), today)
        beside = set(library.texts[route][step.id].letters.values()) if step.actions else set()
        assert not beside & names(talk)[1], step.id
