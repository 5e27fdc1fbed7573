"""Where the pupil may not be safe at home, nothing of the advice goes to the parents first."""

import re
from datetime import date

import pytest

from routeboek_tui.conversation.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.safety import FIRST, FIRST_KORT
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.flow import Flow, Step
from routeboek_tui.core.safety import NOW, SAFETY, WORRY, Safety
from tests.known import guide

DAY = date(2026, 12, 2)
STAFF = {"school", "leerkracht", "directeur"}
TO_PARENTS = re.compile(
    r"(Vertel|Bel|Spreek|Vraag|Stuur) (de ouders|of spreek)"
    r"|(Praat|Bespreek) (\w+ )*?met (de ouders|\{gezin\})"
    r"|Neem (weer )?contact op met de ouders|Ga met de ouders"
)
"""How an action begins that brings the school before the parents."""

ASKS = {"informatie_vragen", "toestemming_vragen"}
AFTER = {"bericht_passend_onderwijs", "andere_vrijstelling"}
"""Steps that come after a talk with the parents and leerplicht, and tell what came of it."""

STEPS = [
    pytest.param(flow, step, id=f"{flow.id}/{step.id}")
    for flow in guide().flows.values()
    for step in flow.steps.values()
    if not step.jump and step.id not in AFTER
]


def _talk(value: str, *called: str, kind: str = "geweld_thuis") -> Conversation:
    facts = {SAFETY: value, "gemeente": "rijswijk", "leeftijd": "vanaf_12", "ingeschreven": "ja"}
    answers = Answers(
        facts,
        (Answer("zestien_uur_vo", choices=("ja",)),),
        start="zestien_uur_vo",
        safety=Safety(dangers=(kind,), called=called),
    )
    return Conversation.at(guide(), guide().flows["met_schoolinschrijving_vo"], answers, DAY)


@pytest.mark.parametrize(("flow", "step"), STEPS)
def test_what_brings_the_school_before_the_parents_waits(flow: Flow, step: Step) -> None:
    text = guide().texts[flow.id][step.id]
    found = {
        action.id
        for action in step.actions
        if (action.actor or step.actor) in STAFF and TO_PARENTS.match(text.actions[action.id])
    }
    assert found - ASKS <= set(text.yields)


@pytest.mark.parametrize("value", [NOW, WORRY])
def test_the_parents_hear_after_advice(value: str) -> None:
    talk = _talk(value)
    said = {todo.place: todo for group in advice_view(talk).now for todo in group.todo}
    told = said["stap:met_schoolinschrijving_vo/duo_melding_16_uur#ouders_inlichten"]
    assert told.text.startswith(FIRST.partition("{}")[0])
    assert told.kort == FIRST_KORT
    assert "mededeling-verzuimmelding" not in {letter.id for letter in talk.letters}
    assert "tekst-duo-melding-16-uur" in {letter.id for letter in talk.letters}


@pytest.mark.parametrize("value", [NOW, WORRY])
def test_after_the_call_the_rest_is_as_it_was(value: str) -> None:
    talk = _talk(value, "veilig_thuis")
    assert FIRST_KORT not in {deed.kort for deed in advice_view(talk).first.deeds}
    assert "mededeling-verzuimmelding" in {letter.id for letter in talk.letters}


def test_where_all_is_well_nothing_waits() -> None:
    talk = _talk("nee")
    assert not talk.held
    assert FIRST_KORT not in {deed.kort for deed in advice_view(talk).first.deeds}


@pytest.mark.parametrize("kind", guide().dangers)
def test_where_veilig_thuis_is_to_be_called_the_parents_wait(kind: str) -> None:
    danger = guide().dangers[kind]
    assert "veilig_thuis" not in danger.call or "ouders" in danger.hold
