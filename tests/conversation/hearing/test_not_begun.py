"""Of a pupil whose leerplicht has not begun no head and no deed says that there is a report."""

import re

import pytest

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.reported import deeds
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import BEGUN
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

LIBRARY = guide()
NOT_BEGUN = {**SAFE, "sector": "po", "leeftijd": "onder_12", BEGUN: "nee", "ingeschreven": "ja"}
HAAGLANDEN = {"regio": "haaglanden", "gemeente": "den_haag"}
LEAVING = [
    pytest.param(flow.id, step.id, id=f"{flow.id}-{step.id}")
    for flow in LIBRARY.flows.values()
    for step in flow.steps.values()
    if any(action.refrains for action in step.actions)
]
REPORTING = re.compile(r"\b(DUO-melding|[Mm]elden)\b")
NOT_YET = re.compile(r"\b[Nn]og (geen|niet)\b")


def at(flow: str, step: str, begun: str = "nee") -> Conversation:
    region = {"regio": "noord_kennemerland"} if flow == "noord_kennemerland" else HAAGLANDEN
    facts = {**NOT_BEGUN, **region, BEGUN: begun}
    return Conversation.at(LIBRARY, LIBRARY.flows[flow], Answers(facts, start=step), TODAY)


@each_row(("flow", "step"), LEAVING)
def test_the_head_of_a_step_that_reports_says_not_yet(flow: str, step: str) -> None:
    talk = at(flow, step)
    title = talk.say(talk.text(step).title)
    assert not REPORTING.search(title) or NOT_YET.search(title)
    begun = at(flow, step, "ja")
    assert not NOT_YET.search(begun.say(begun.text(step).title))


@each_row(("flow", "step"), LEAVING)
def test_what_is_to_be_left_is_never_done(flow: str, step: str) -> None:
    talk = at(flow, step)
    left = {action.id for action in talk.step(step).actions if action.refrains}
    assert not [deed for deed in deeds(talk) if deed.place.partition("#")[2][:-2] in left]
    for choice in talk.step(talk.ask.step).choices if talk.ask and not talk.ask.fact else ():
        after = talk if choice.parallel else talk.answered((choice.id,))
        earlier = advice_view(after).earlier
        assert not [todo for g in earlier for todo in g.todo if todo.place.endswith(tuple(left))]


@pytest.mark.parametrize("begun", ["ja", "nee"])
def test_leerplicht_comes_to_the_mdo_only_where_there_can_be_a_report(begun: str) -> None:
    talk = at("met_schoolinschrijving_po", "mdo_po", begun)
    view = advice_view(talk)
    actors = {deed.actor for deed in view.first.deeds}
    seats = [seat for table in view.tables for seat in table.seats if "eerplicht" in str(seat)]
    assert ("leerplicht" in actors) is (begun == "ja")
    assert bool(seats) is (begun == "ja")
    assert ("verzoek-meedenken-leerplicht" in dict(view.letters)) is (begun == "ja")
