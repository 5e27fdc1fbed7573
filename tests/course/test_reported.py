"""What somebody says was done is ticked, whichever deed on the screen it is; it can be undone."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.reported import deeds, named, reports
from routeboek_tui.core.answers import Answers, Ticked
from routeboek_tui.core.flow import TRIAGE, Flow, Step
from routeboek_tui.core.safety import Manner
from routeboek_tui.course.course import Course
from routeboek_tui.course.state import resumed, state_of
from routeboek_tui.course.ticking import WHICH
from tests.known import guide, in_words
from tests.rows import each_row
from tests.walks_as_data import SAFE

DAY = date(2026, 12, 2)
CASES = in_words(Path(__file__).with_name("reported.yaml"))
FACTS = {
    **SAFE, "gemeente": "den_haag", "leeftijd": "vanaf_12", "ingeschreven": "ja",
    "meerderjarig": "nee", "jgz": "den_haag",
}  # fmt: skip

STEPS = [
    pytest.param(flow, step, id=f"{flow.id}/{step.id}")
    for flow in guide().flows.values()
    for step in flow.steps.values()
    if flow.route != TRIAGE and any((a.actor or step.actor) == "school" for a in step.actions)
]


def _at(flow: Flow, step: str) -> Conversation:
    sector = (flow.sectors or ("vo",))[0]
    facts = {**FACTS, "sector": sector}
    known = {f: v for f, v in facts.items() if v in flow.domains.get(f, (v,))}
    return Conversation.at(guide(), flow, Answers(known, start=step), DAY)


@each_row(("flow", "step"), STEPS)
def test_every_deed_of_the_school_can_be_said_to_be_done(flow: Flow, step: Step) -> None:
    talk = _at(flow, step.id)
    for deed in (each for each in deeds(talk) if each.actor == "school" and not each.late):
        line = f"{deed.kort}: dat is gedaan"
        found = named(talk, line) or ()
        assert deed.kort in {each.kort for each in found}, line


@each_row("case", CASES, ids=lambda case: case["said"])
def test_what_is_said_to_be_done_is_ticked(case: dict[str, Any]) -> None:
    talk = _at(guide().flows["ziekteverzuim"], case["step"])
    if talk.trail.ask and talk.trail.ask.fact == "ongeoorloofd_sinds":
        talk = talk.dated("ongeoorloofd_sinds", DAY)
    course = Course.along(talk, Manner.ALOUD)
    before = deeds(course.talk)
    course.hear(case["said"])
    assert [each.action for each in course.talk.answers.ticked] == [case["ticks"]] * bool(
        case["ticks"]
    )
    gone = {each.place for each in before} - {each.place for each in deeds(course.talk)}
    assert len(gone) == bool(case["ticks"])
    if case["ticks"]:
        again = resumed(guide(), state_of(course))
        assert again.talk.answers == course.talk.answers
        course.do("undo")
        assert deeds(course.talk) == before


def test_what_could_be_more_than_one_deed_is_asked() -> None:
    course = Course.along(_at(guide().flows["ziekteverzuim"], "duo_melding"), Manner.ALOUD)
    course.hear("dat hebben we al gedaan")
    assert course.asked
    assert course.asked.text == WHICH
    option = next(each for each in course.asked.options if "bij DUO" in each.label)
    course.pick(option.key)
    assert Ticked("duo_melding", 1, "melden_bij_duo") in course.talk.answers.ticked


def test_a_tick_goes_with_the_answer_that_led_there() -> None:
    talk = _at(guide().flows["ziekteverzuim"], "gesprek_leerplicht").answered(("ja",))
    course = Course.along(talk, Manner.ALOUD)
    course.hear("de brief met de afspraken is verstuurd")
    assert [each.step for each in course.talk.answers.ticked] == ["afsprakenbrief"]
    changed = course.talk.having(course.talk.change("gesprek_leerplicht", 1, ("nee",)))
    assert changed.answers.ticked == ()


def test_a_wish_or_a_question_reports_nothing() -> None:
    language = guide().language
    for line in ("is de melding gedaan?", "moet dat gedaan worden", "ik weet niet wat", "nee"):
        assert not reports(line, language) or line.endswith("?")


LEFT = [
    ("met_schoolinschrijving_vo", "duo_melding_16_uur", "loopt_nog", "melden_bij_duo",
     "Er is nog geen DUO-melding gedaan dit schooljaar, leerplicht weet nog van niks."),
    ("met_schoolinschrijving_vo", "duo_melding_16_uur", "loopt_nog", "melden_bij_duo",
     "Er is nog niets gemeld bij DUO"),
    ("ziekteverzuim", "duo_melding", "nee", "melden_bij_duo", "We moeten nog melden bij DUO"),
]  # fmt: skip


@each_row(("route", "step", "answer", "action", "said"), LEFT)
def test_what_nobody_did_yet_stays_to_be_done_where_the_walk_goes_on(
    route: str, step: str, answer: str, action: str, said: str
) -> None:
    course = Course.along(_at(guide().flows[route], step), Manner.ALOUD)
    course.hear(said)
    places = [deed.place for deed in deeds(course.talk)]
    (place,) = (each for each in places if f"/{step}#{action}@" in each)
    assert course.talk.answers.said.undone
    after = course.talk.answered((answer,))
    assert place in [deed.place for deed in deeds(after)]
    unsaid = _at(guide().flows[route], step).answered((answer,))
    assert place not in [deed.place for deed in deeds(unsaid)]


@each_row(
    ("step", "said"),
    [
        ("te_laat_12", "De directeur heeft op 9 november met de ouders gesproken."),
        ("te_laat_12", "De directeur heeft de ouders gesproken."),
        ("te_laat_15", "Moeder is vorige week gesproken."),
    ],
)
def test_who_was_spoken_to_names_no_deed(step: str, said: str) -> None:
    flow = guide().flows["noord_kennemerland"]
    facts = {**FACTS, "regio": "noord_kennemerland", "sector": "po", "leeftijd": "onder_12"}
    known = {f: v for f, v in facts.items() if v in flow.domains.get(f, (v,)) and f != "gemeente"}
    talk = Conversation.at(guide(), flow, Answers(known, start=step), DAY)
    course = Course.along(talk, Manner.ALOUD)
    course.hear(said)
    assert course.talk.answers.ticked == ()
