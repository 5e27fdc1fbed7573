"""After the kwalificatieplicht no way leads to leerplicht, and nobody is asked for that age."""

from collections.abc import Iterator
from datetime import date

import pytest

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import OF_AGE, UNLESS_SAID
from routeboek_tui.core.flow import TRIAGE, Flow, Step
from routeboek_tui.core.replay import Trail, replay
from routeboek_tui.core.rulebook import Rulebook
from tests.known import guide

LIBRARY = guide()
OLD = {"regio": "haaglanden", "sector": "vo", OF_AGE: "ja"}
ROUTE, OWN_WAY = "met_schoolinschrijving_vo", "achttien_plus_vo"

RUNNING = {
    ("stand", "leerplicht"),
    ("stand", "vrijstelling"),
    ("stand_school", "duo_overig"),
    ("stand_school", "duo_16_uur"),
}
"""Answers that say that leerplicht is at work already: that began before the birthday."""

ITS_OWN = {"zonder_schoolinschrijving", TRIAGE}
"""Where leerplicht itself finds the pupil, and where a school removes one."""

Place = tuple[str, str]


def led_to(flow: Flow, step: str) -> Iterator[tuple[Flow, str]]:
    """Where the arrows out of a step lead someone who is of age."""
    for choice, edge in flow.steps[step].ways():
        open_ = all(OLD.get(fact) in {None, *values} for fact, values in edge.when.items())
        if not open_ or (step, choice) in RUNNING:
            continue
        jump = flow.steps[edge.to].jump
        if jump is None:
            yield flow, edge.to
        else:
            others = LIBRARY.flows.values()
            yield from (
                (f, jump.step) for f in others if f.route == jump.route and jump.step in f.steps
            )


def reached() -> dict[Place, Step]:
    """Every step that someone who is of age can come to from the triage."""
    todo = [(flow, flow.start) for flow in LIBRARY.flows.values() if flow.route == TRIAGE]
    found: dict[Place, Step] = {}
    while todo:
        flow, step = todo.pop()
        if (flow.id, step) not in found:
            found[flow.id, step] = flow.steps[step]
            todo.extend(led_to(flow, step))
    return found


def of_leerplicht(step: Step) -> bool:
    doing = [each for each in step.actions if "nee" not in each.when.get(OF_AGE, ())]
    return "leerplicht" in {step.actor, *(each.actor for each in doing)}


def test_who_is_of_age_comes_to_no_step_of_leerplicht() -> None:
    found = {place for place, step in reached().items() if of_leerplicht(step)}
    assert {place for place in found if place[0] not in ITS_OWN} == set()


def test_without_a_school_the_way_of_leerplicht_ends_at_once() -> None:
    steps = {step for flow, step in reached() if flow == "zonder_schoolinschrijving"}
    assert steps & {"leerplichtig", "absoluut_verzuim"} == set()


@pytest.mark.parametrize(
    "flow", [f for f in LIBRARY.flows.values() if f.route == ROUTE], ids=lambda f: f.id
)
def test_each_edition_has_a_way_of_its_own_for_who_is_of_age(flow: Flow) -> None:
    assert (flow.id, OWN_WAY) in reached()


def walked(answers: Answers, today: date, route: str = ROUTE) -> Trail:
    return replay(Rulebook(LIBRARY.current(route, today), LIBRARY.knowledge), answers, today)


@pytest.mark.parametrize(
    ("today", "end"), [(date(2026, 12, 2), "onderzoek_leerplicht_vo"), (date(2026, 12, 3), OWN_WAY)]
)
def test_the_birthday_turns_the_way(today: date, end: str) -> None:
    hours = Answer("zestien_uur_vo", choices=("ja",), on=today)
    answers = Answers(
        {"sector": "vo", "gemeente": "rijswijk"},
        (hours,),
        date(2008, 12, 3),
        start="zestien_uur_vo",
    )
    assert walked(answers, today).main.last.step == end


def test_nobody_is_asked_for_it_and_the_unsaid_holds() -> None:
    assert Answers().unasked == dict(UNLESS_SAID)
    assert Answers().with_fact(OF_AGE, "").unasked == dict(UNLESS_SAID)
    assert Answers().with_fact(OF_AGE, "ja").with_birth_date(date(2015, 3, 1)).facts == {}


@pytest.mark.parametrize(
    ("born", "step"),
    [
        (date(2022, 3, 30), "nog_niet_leerplichtig"),
        (date(2012, 5, 4), "absoluut_verzuim"),
        (date(2009, 5, 4), "leerplichtig"),
        (date(2008, 3, 12), "niet_van_toepassing"),
    ],
)
def test_a_known_date_of_birth_answers_whether_a_child_must_be_at_a_school(
    born: date, step: str
) -> None:
    answers = Answers({"ingeschreven": "nee", "sector": "vo", "gemeente": "rijswijk"}, (), born)
    assert walked(answers, date(2026, 3, 12), "zonder_schoolinschrijving").main.last.step == step
