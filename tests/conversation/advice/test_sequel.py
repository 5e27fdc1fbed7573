"""What there will be to do after each answer to the question that is open."""

from collections.abc import Callable

import pytest

from routeboek_tui.conversation.advice.advice_view import first_of
from routeboek_tui.conversation.advice.sequel import SEQUEL, sequels
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import Chosen
from routeboek_tui.conversation.hearing.move import Answered, answer
from routeboek_tui.conversation.view import question
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.export import advice
from routeboek_tui.export.text import text
from tests.course.talks import TODAY
from tests.known import guide
from tests.rows import each_row

PO = {"sector": "po", "leeftijd": "onder_12", "gemeente": "den_haag"}

FLOWS = [(flow.id, step.id) for flow in guide().flows.values() for step in flow.steps.values()]


@pytest.fixture
def asked(talk: Callable[..., Conversation]) -> Conversation:
    """A plan of the school is looked back on."""
    return talk("ja", facts=PO)


def test_each_answer_says_who_does_what_then(asked: Conversation) -> None:
    found = {each.answer: each.words for each in sequels(asked)}
    assert found["Nee, het verzuim gaat door"] == (
        "Bij “Nee, het verzuim gaat door”. School: vraag een vaste partner om advies, "
        "breng de leerling in bij het MDO, nodig zo nodig de behandelaar uit."
    )
    assert "leg de uitkomst en de afspraken vast" in found["Ja, het verzuim is gestopt"]


def test_it_stands_in_the_advice_behind_what_is_now(asked: Conversation) -> None:
    told = text(advice.document(asked.view, sequels(asked)))
    assert f"\n{SEQUEL}\n---" in told
    assert told.index("Nu te doen") < told.index(SEQUEL)
    assert SEQUEL not in text(advice.document(asked.view))


def test_other_programs_get_it_as_well(asked: Conversation) -> None:
    told = advice.walk(asked)["sequels"]
    assert [each["answer"] for each in told] == [each.answer for each in sequels(asked)]
    assert told[0]["deeds"][0]["kort"]


@each_row(("route", "step"), FLOWS)
def test_at_every_step_it_is_what_the_answer_brings_and_nothing_else(route: str, step: str) -> None:
    library = guide()
    flow = library.flows[route]
    facts = {"regio": "noord_kennemerland"} if "noord" in route else {"gemeente": "den_haag"}
    facts |= {"sector": "vo" if "_vo" in route else "po"}
    talk = Conversation.at(library, flow, Answers(facts=facts, start=step), TODAY)
    found, open_ = tuple(sequels(talk)), question(talk)
    if talk.ask is None or talk.ask.fact or flow.route == TRIAGE:
        assert not found
        return
    assert open_
    before = {(deed.who, deed.kort) for deed in first_of(talk).deeds}
    choices = {option.label: option.choice for option in open_.options if option.choice}
    told = {each.answer: each.deeds for each in found}
    assert told.keys() <= choices.keys()
    for label, choice in choices.items():
        given = answer(talk, Chosen((choice,)), {})
        assert isinstance(given, Answered)
        after = given.talk.jump() if given.talk.trail.door else given.talk
        new = [d for d in first_of(after).deeds if (d.who, d.kort) not in before]
        assert list(told.get(label, ())) == new
