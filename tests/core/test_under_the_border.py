"""Under the border of a count, what no count can say can still be said: worries all the same."""

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import Chosen, Given
from routeboek_tui.conversation.hearing.move import Answered, Refused, answer
from routeboek_tui.core.answers import Answer
from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.verdict import Verdict
from tests.known import guide
from tests.walks_as_data import SAFE, TODAY

LEFT_OPEN = {
    (flow.id, step.id): left
    for flow in guide().flows.values()
    for step in flow.steps.values()
    if step.policy
    and (
        left := registry.STEPS[step.policy].leaves(
            Verdict(registry.UNDER), (choice.id for choice in step.choices)
        )
    )
}
UNDER = {"meldingen": "3", "dagen": "4"}
OVER = {"meldingen": "6"}


def _talk() -> Conversation:
    facts = {**SAFE, "sector": "po", "leeftijd": "onder_12", "vier_weken_afwezig": "nee"}
    return Conversation.start(guide(), "ziekteverzuim", TODAY, facts)


def test_every_step_that_asks_more_than_a_count_can_say_is_among_these() -> None:
    assert LEFT_OPEN == {("ziekteverzuim", "drempel"): ("nee", "nee_wel_zorgen")}


@pytest.mark.parametrize("choice", ["nee", "nee_wel_zorgen"])
def test_a_count_under_the_border_waits_for_the_choice_and_stays_with_it(choice: str) -> None:
    talk = _talk()
    waiting = answer(talk, Given(UNDER), {})
    assert isinstance(waiting, Refused)
    assert "Kies dan het antwoord met zorgen" in " ".join(waiting.sentences)
    result = answer(talk, Chosen((choice,)), waiting.given)
    assert isinstance(result, Answered)
    assert result.talk.answers.steps == (Answer("drempel", 1, (choice,), UNDER, TODAY),)
    assert result.talk.trail.main.visits[1].taken == (choice,)


def test_a_choice_against_the_count_goes_without_it() -> None:
    result = answer(_talk(), Chosen(("ja",)), UNDER)
    assert isinstance(result, Answered)
    assert result.talk.answers.steps == (Answer("drempel", 1, ("ja",), {}, TODAY),)


def test_above_the_border_the_count_decides_whatever_was_chosen_under_it() -> None:
    chosen = Answer("drempel", 1, ("nee_wel_zorgen",), OVER)
    talk = _talk()
    after = talk.having(replace(talk.answers, steps=(chosen,)))
    assert after.trail.main.visits[1].taken == ("ja",)
