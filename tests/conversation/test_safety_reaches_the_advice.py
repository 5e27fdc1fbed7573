"""Where the pupil may not be safe at home, nothing of the advice goes to the parents first."""

import re
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.advice.groups import groups
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.safety import FIRST, FIRST_KORT, to_find_out
from routeboek_tui.core.advice import Do
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.flow import Certainty, Flow, Step
from routeboek_tui.core.safety import NOW, SAFETY, WORRY, Safety
from tests.known import guide, in_words
from tests.rows import each_row

DAY = date(2026, 12, 2)
FAMILY = {"ouders", "gezin", "leerling"}
"""Actors whose deeds are their own: nobody comes to the parents with them."""

PARENTS = re.compile(
    r"gezin\}|\b(ouders|verzorgers?|gezin|moeder|vader|familie)\b"
    r"|in de brief|gesprek te voeren|met de betrokkenen|Plan een (nieuw MDO|\{overleg\})",
    re.IGNORECASE,
)
"""What an action says that brings somebody before the parents, or may."""

NAMED = in_words(Path(__file__).with_name("parents_named.yaml"))
"""The actions that name the parents and wait for nothing, each with why."""

STEPS = [
    pytest.param(flow, step, id=f"{flow.id}/{step.id}")
    for flow in guide().flows.values()
    for step in flow.steps.values()
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


def _before_parents(flow: Flow, step: Step) -> set[str]:
    """The actions of a step that bring somebody before the parents, or name them."""
    text = guide().texts[flow.id][step.id]
    return {
        action.id
        for action in step.actions
        if (action.actor or step.actor) not in FAMILY and PARENTS.search(text.actions[action.id])
    }


@each_row(("flow", "step"), STEPS)
def test_what_brings_somebody_before_the_parents_waits(flow: Flow, step: Step) -> None:
    named = {each.id for each in step.actions if f"{flow.id}/{step.id}#{each.id}" in NAMED}
    waits = set(guide().texts[flow.id][step.id].yields)
    assert _before_parents(flow, step) - named <= waits


def test_what_names_the_parents_and_waits_for_nothing_is_still_there() -> None:
    there = {
        f"{flow.id}/{step.id}#{name}"
        for flow in guide().flows.values()
        for step in flow.steps.values()
        for name in _before_parents(flow, step) - set(guide().texts[flow.id][step.id].yields)
    }
    assert there == set(NAMED)
    assert all(NAMED.values())


@each_row(("flow", "step"), STEPS)
def test_what_waits_says_so_to_whoever_does_it(flow: Flow, step: Step) -> None:
    answers = Answers({SAFETY: NOW}, safety=Safety(dangers=("huwelijksdwang",)))
    talk = Conversation.at(guide(), flow, answers, DAY)
    todo = [
        Do(step.id, 1, replace(each, actor=each.actor or step.actor), DAY, None, Certainty.SOURCE)
        for each in step.actions
    ]
    said = {each.place: each.kort for group in groups(talk, todo) for each in group.todo}
    waits = {name.partition("#")[2] for name, kort in said.items() if kort == FIRST_KORT}
    acts = {each.id for each in step.actions}
    assert waits == acts.intersection(guide().texts[flow.id][step.id].yields)


def test_what_is_to_be_asked_of_the_parents_waits_too() -> None:
    for kind, waits in (("huwelijksdwang", True), ("vermist", False)):
        talk = _talk(NOW, kind=kind)
        asked = [text for text in talk.library.texts[talk.flow.id].values() if text.find_out]
        assert len(asked) > 15
        for each in asked:
            said = to_find_out(talk, each)
            named = "ouders" in said.lower() or "ouders" in each.whom
            assert said.startswith(FIRST.partition("{}")[0]) is (waits and named), each.id


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


@each_row("kind", guide().dangers)
def test_where_veilig_thuis_is_to_be_called_the_parents_wait(kind: str) -> None:
    danger = guide().dangers[kind]
    assert "veilig_thuis" not in danger.call or "ouders" in danger.hold
