"""What a case that comes in half-way left behind: what still runs, and what holds on condition."""

from datetime import date

import pytest

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.flow import Choice, Flow, Step
from routeboek_tui.core.missed import missed, running
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE

DAY = date(2026, 12, 14)
KNOWN = {**SAFE, "gemeente": "den_haag", "sector": "vo", "leeftijd": "vanaf_12"}
STARTS = [
    pytest.param(flow, step, id=f"{flow.id}/{step.id}")
    for flow in guide().flows.values()
    for step in flow.steps.values()
    if not step.jump and step.id != flow.start
]


def beside_of(choice: Choice) -> set[str]:
    return {edge.to for edge in choice.alongside}


def main_way(flow: Flow) -> set[str]:
    steps = flow.steps.values()
    choices = [(c.edges for c in step.choices) for step in steps]
    edges = [*(step.edges for step in steps), *(e for each in choices for e in each)]
    return {flow.start, *(edge.to for each in edges for edge in each)}


def _at(route: str, start: str, **facts: str) -> Conversation:
    answers = Answers({**KNOWN, "ingeschreven": "ja", **facts}, start=start)
    return Conversation.at(guide(), guide().flows[route], answers, DAY)


@each_row(("flow", "step"), STARTS)
def test_what_holds_on_condition_says_which(flow: Flow, step: Step) -> None:
    """A step stands there without a condition only where every answer that leads on has it."""
    talk = _at(flow.id, step.id)
    for each in missed(talk.trail):
        ways = [c for s in flow.steps.values() for c in s.choices if each.step.id in beside_of(c)]
        if each.asked:
            asked = flow.steps[each.asked]
            having = {choice.id for choice in ways if choice in asked.choices}
            assert set(each.choices) <= having < {choice.id for choice in asked.choices}
        elif each.step.id not in main_way(flow):
            assert ways, each.step.id


@each_row(("flow", "step"), STARTS)
def test_what_runs_is_not_over_and_is_not_asked_as_missed(flow: Flow, step: Step) -> None:
    talk = _at(flow.id, step.id)
    now = {edge.to for edge in running(flow, step.id, talk.trail.main.situation)}
    assert now.isdisjoint(each.step.id for each in missed(talk.trail))
    assert all(step.id not in flow.steps[name].until for name in now)


def test_education_goes_on_for_a_case_that_went_up() -> None:
    view = advice_view(_at("met_schoolinschrijving_vo", "afstemming_managers"))
    assert {"continuiteit_onderwijs", "langdurig_verzuim_vo"} <= {g.step for g in view.alongside}


def test_a_report_is_missed_only_where_its_condition_holds() -> None:
    view = advice_view(_at("met_schoolinschrijving_vo", "nog_vast"))
    title = next(g.title for g in view.missed if g.step == "melding_onderwijs_transparant")
    assert "alleen bij" in title
    assert "vier weken of langer" in title


def test_a_child_without_a_school_missed_nothing_of_a_school() -> None:
    talk = _at("ziekteverzuim", "aanmelding_zonder_school", sector="po", ingeschreven="nee")
    assert missed(talk.trail) == ()
    assert {each.step.id for each in missed(_at("ziekteverzuim", "aanmelding_met_school").trail)}


@each_row("flow", guide().flows.values(), ids=[*guide().flows])
def test_what_was_done_in_place_of_a_step_is_not_asked_for_again(flow: Flow) -> None:
    """A report of luxe verzuim leads to leerplicht just as one of hours does."""
    facts = {**KNOWN, "ingeschreven": "ja", "meerderjarig": "nee"}
    for step in (each for each in flow.steps.values() if each.instead):
        start = next(edge.to for _, edge in step.ways())
        for done, asked in ((), True), (step.instead[:1], False):
            answers = Answers(facts, start=start, done=done)
            talk = Conversation.at(guide(), flow, answers, DAY)
            assert (step.id in {each.step.id for each in missed(talk.trail)}) == asked


LATE = ("vanaf_3", "vanaf_6", "vanaf_9", "vanaf_12", "vanaf_15")
OF_RUNG = ["ouders_bellen", "ouders_opnieuw_bellen", "gesprek_directeur", "brief_sturen"]


def _late(*rungs: str) -> list[str]:
    flow = guide().flows["noord_kennemerland"]
    steps = [Answer("te_laat", n, (rung,)) for n, rung in enumerate(rungs, start=1)]
    between = [Answer(f"te_laat_{rung.removeprefix('vanaf_')}", 1, ("vaker",)) for rung in rungs]
    given = tuple(each for pair in zip(steps, between, strict=True) for each in pair)[:-1]
    facts = {**SAFE, "regio": "noord_kennemerland", "sector": "po", "leeftijd": "onder_12"}
    talk = Conversation.at(guide(), flow, Answers(facts, given, start="te_laat"), DAY)
    return [action.id for each in missed(talk.trail) for action in each.step.actions]


@pytest.mark.parametrize("rung", range(len(LATE)))
def test_who_starts_on_a_higher_rung_should_have_done_the_lower_ones(rung: int) -> None:
    found = _late(LATE[rung])
    assert [name for name in found if name in OF_RUNG] == OF_RUNG[:rung]
    assert not {"blijven_tellen", "advies_leerplicht"} & {*found}


def test_a_rung_that_was_passed_is_not_missed() -> None:
    assert [name for name in _late("vanaf_9", "vanaf_12") if name in OF_RUNG] == OF_RUNG[:2]
