"""Every term of the guide whose first day can be known becomes a day, on every route it is on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from routeboek_tui.core.facts import Situation
from routeboek_tui.core.figures import Unit
from routeboek_tui.core.flow import Flow
from routeboek_tui.core.terms.days import day_words
from routeboek_tui.core.terms.milestone import Milestone
from tests.known import ROOT, guide, in_kinds, in_words
from tests.rows import each_row

NO_DAY: dict[str, list[str]] = in_kinds(Path(__file__).parent / "terms.yaml")
TIMES = {
    Unit.DAG, Unit.SCHOOLDAG, Unit.WERKDAG, Unit.DAGDEEL, Unit.WEEK, Unit.SCHOOLWEEK, Unit.LESWEEK,
    Unit.HALVE_WEEK, Unit.MAAND, Unit.SCHOOLJAAR, Unit.JAAR,
}  # fmt: skip
TODAY = date(2026, 11, 23)
FIRST = date(2026, 11, 2)
LIBRARY = guide()
DAYS = LIBRARY.milestones.of
DAGEN = ROOT / "content" / "dagen.yaml"
NO_TERM = {"F311", "F331", "F514"}
"""Before leaving, all year, and how often a table meets: no day follows from these."""


def _terms(flow: Flow) -> Iterator[str]:
    for step in flow.steps.values():
        yield from (action.term.figure for action in step.actions if action.term)
        yield from (choice.after.figure for choice in step.choices if choice.after)


def _names() -> Iterator[str]:
    for name in LIBRARY.knowledge.figures:
        if LIBRARY.knowledge.figure(name, TODAY).unit in TIMES:
            yield name


def test_every_figure_that_is_a_time_gives_a_day_or_it_is_said_why_not() -> None:
    given = {each.figure for each in DAYS.values()}
    given |= {figure for flow in LIBRARY.flows.values() for figure in _terms(flow)}
    excused = {name for names in NO_DAY.values() for name in names}
    assert set(_names()) - given - excused == set()
    assert excused & given == set()
    assert excused <= set(_names())


def test_every_deadline_of_a_source_is_a_day_or_a_term() -> None:
    timed = {
        f"{flow.id}/{step.id}#{action.id}"
        for flow in LIBRARY.flows.values()
        for step in flow.steps.values()
        for action in step.actions
        if action.term
    }
    figures = {each.figure for each in DAYS.values()} | {n for s in NO_DAY.values() for n in s}
    cited = {fact for each in in_words(DAGEN)["days"].values() for fact in each.get("facts", ())}
    without = set()
    for name, claim in LIBRARY.claims.items():
        if claim.kind == "deadline":
            places = {place.partition(":")[2] for place in claim.places}
            if not (places & timed or set(claim.values) & figures or name in cited):
                without.add(name)
    assert without == NO_TERM


@each_row("milestone", DAYS.values(), ids=list(DAYS))
def test_a_day_is_reckoned_wherever_its_first_day_is_known(milestone: Milestone) -> None:
    situation: dict[str, Any] = {"regio": "haaglanden", "gemeente": "den_haag", **milestone.when}
    if situation["regio"] != "haaglanden":
        del situation["gemeente"]
    known: Situation = {
        fact: value if isinstance(value, str) else value[0] for fact, value in situation.items()
    }
    first, today = FIRST, TODAY
    if milestone.since == "geboren":
        years = LIBRARY.knowledge.value(milestone.figure, TODAY)
        first, today = date(2021 - years, 11, 2), date(2020, 12, 1)
    assert day_words(milestone, first, today, LIBRARY.knowledge, known)


@each_row("name", sorted(LIBRARY.milestones.starts))
def test_every_first_day_leads_to_a_day(name: str) -> None:
    fields = LIBRARY.fields.values()
    told = any(name in {*field.day, field.until} for field in fields)  # a letter tells it
    told = told or LIBRARY.milestones.starts[name].meeting
    assert told or any(each.since == name for each in DAYS.values())


def test_what_takes_a_day_that_is_not_known_asks_for_it_at_a_step_of_a_route() -> None:
    steps = {step for flow in LIBRARY.flows.values() for step in flow.steps}
    for each in DAYS.values():
        assert set(each.steps) <= steps, each.id
