"""A deed of which no answer tells that it was done, or that goes on, stays to be done."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.advice import Do
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.flow import Action, Choice, Flow, Kind, Step
from tests.known import guide, in_kinds
from tests.rows import each_row
from tests.walks_as_data import SAFE

LIBRARY = guide()
DATA: dict[str, Any] = in_kinds(Path(__file__).with_name("goes_on.yaml"))
DAY = date(2026, 11, 23)
LASTS = re.compile(
    r"^(?:blijf\b|volg|houd|let op|laat .*door|tel |leg elk|registreer elk|geef .*huiswerk"
    r"|geef werk|zorg dat|wacht met|kijk opnieuw|boek voorlopig|sluit aan)|\belke keer\b"
    r"|\bdoorlopen\b|\bdoorgaan\b"
)
"""Words of a deed that is not over after it was done once."""
AFTER = re.compile(
    r"koppel|^zet .*acties|^boek |^registreer|Onderwijs Transparant|^zeg vooraf|^(?:breng|nodig) "
)
"""Words of a deed that comes behind an answer, or of which what was answered tells nothing."""


def before(flow: Flow, question: Step) -> dict[str, Step]:
    """The steps on the main way whose deeds stand there when ``question`` is asked."""
    found, todo = {question.id: question}, [question.id]
    while todo:
        to = todo.pop()
        for step in flow.steps.values():
            arrows = [*step.edges, *(edge for choice in step.choices for edge in choice.edges)]
            asks = step.choices and not step.quick
            if to in {edge.to for edge in arrows} and not asks and step.id not in found:
                found[step.id] = step
                todo.append(step.id)
    return found


def behind(flow: Flow, choice: Choice) -> Iterator[Step]:
    """What is done behind ``choice`` before something is asked again, beside the way too."""
    seen, todo = set[str](), [edge.to for edge in (*choice.edges, *choice.alongside)]
    while todo:
        step = flow.steps[todo.pop()]
        if step.id in seen:
            continue
        seen.add(step.id)
        yield step
        if not step.choices or step.quick:
            todo += [edge.to for edge in step.edges]
            todo += [edge.to for each in step.choices for edge in each.edges]


def ended_by(flow: Flow, step: Step, choice: Choice) -> Iterator[tuple[Step, Action]]:
    """The deeds that go on by their words, of which ``choice`` tells that they are over."""
    ahead = list(behind(flow, choice))
    if any(flow.steps[edge.to].kind is Kind.OUTCOME for edge in choice.edges):
        return
    texts = LIBRARY.texts[flow.id]
    words = {texts[s.id].kort.get(a.id) for s in ahead if s.id in texts for a in s.actions}
    anew = {action.id for each in ahead for action in each.actions}
    for each in before(flow, step).values():
        for action in each.actions if not each.until else ():
            kort = texts[each.id].kort.get(action.id, "")
            left = action.until or action.id in {*step.leaves, *choice.leaves, *anew}
            if LASTS.search(kort) and not left and kort not in words:
                yield each, action


ANSWERS = [
    (flow, step, choice)
    for flow in LIBRARY.flows.values()
    for step in flow.steps.values()
    for choice in step.choices
    if step.kind is not Kind.OUTCOME and not (choice.parallel or step.jump)
]
"""Every answer after which a route goes on."""


def test_no_answer_ends_what_goes_on() -> None:
    found = {
        f"{flow.id}/{where.id}#{action.id}"
        for flow, step, choice in ANSWERS
        if not any(flow.steps[edge.to].jump for edge in choice.edges)
        for where, action in ended_by(flow, step, choice)
    }
    assert found == set(DATA["lasting"])


def test_no_answer_tells_of_what_comes_behind_it() -> None:
    found = {
        f"{flow.id}/{where.id}#{action.id}"
        for flow, step, choice in ANSWERS
        for where in before(flow, step).values()
        if where.id not in flow.beside
        for action in where.actions
        if AFTER.search(LIBRARY.texts[flow.id][where.id].kort.get(action.id, ""))
        if not action.until and not {action.id, where.id} & {*step.leaves, *choice.leaves}
        if action.id not in {each.id for to in behind(flow, choice) for each in to.actions}
    }
    assert found == set(DATA["told"])


@each_row("case", DATA["stays"], ids=[each["why"] for each in DATA["stays"]])
def test_what_is_still_to_be_done_stands_there(case: dict[str, Any]) -> None:
    route, start = case["at"].split("/")
    known = Answers({**SAFE, **case["facts"], "leeftijd": "onder_12"}, start=start)
    talk = Conversation.at(LIBRARY, LIBRARY.flows[route], known, DAY)
    for given in case["answers"]:
        name, choice = given.split("=")
        assert talk.ask
        assert talk.ask.step == name
        talk = talk.answered((choice,))
    assert set(case["now"]) <= set(names(talk.advice.now))
    assert set(case["beside"]) <= set(names(talk.advice.alongside))
    assert not {*case["now"], *case["beside"]} & set(names(talk.advice.earlier))
    standing = (*talk.advice.now, *talk.advice.alongside)
    assert not {*case.get("gone", ())} & set(names(standing))


def test_what_goes_on_is_over_at_an_end() -> None:
    known = {**SAFE, "sector": "po", "gemeente": "rijswijk", "ingeschreven": "ja"}
    answers = Answers({**known, "leeftijd": "onder_12"}, start="jgz_advies")
    talk = Conversation.at(LIBRARY, LIBRARY.flows["ziekteverzuim"], answers, DAY)
    talk = talk.answered(("verzuim_stopt",))
    assert talk.advice.outcome
    assert "jgz_advies#volgen" in set(names(talk.advice.earlier))


def names(deeds: tuple[Do, ...]) -> Iterator[str]:
    """Each as step and deed."""
    yield from (f"{do.step}#{do.action.id}" for do in deeds)
