"""What is typed to a question on the way, with more than the answer, as a table."""

from datetime import date
from functools import cache

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import (
    Born,
    Chosen,
    FirstDay,
    Given,
    Understood,
    Unknown,
)
from routeboek_tui.conversation.hearing.move import read
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.flow import Flow
from tests.conversation.hearing.test_told import table
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE

TODAY = date(2026, 11, 26)
LIBRARY = guide()
ROWS = [(row[0], row[1], row[2], row[3]) for row in table("answered.tsv")]
AGES = {"po": "onder_12", "vo": "vanaf_12"}


def flows(sector: str) -> list[Flow]:
    """The flows of a sector, those that hold now first."""
    found = [f for f in LIBRARY.flows.values() if sector in (LIBRARY.sectors(f) or (sector,))]
    return sorted(found, key=lambda flow: LIBRARY.older(flow, TODAY))


def begun(flow: Flow, step: str, known: dict[str, str]) -> Conversation:
    return Conversation.at(LIBRARY, flow, Answers(facts=known, start=step), TODAY)


@cache
def asking(name: str, sector: str) -> Conversation:
    """A talk that asks the step or the fact called ``name``."""
    known = {**SAFE, "sector": sector, "leeftijd": AGES[sector], "ingeschreven": "ja"}
    known = {fact: value for fact, value in known.items() if fact != name}
    step_of = [flow for flow in flows(sector) if name in flow.steps]
    for flow in step_of or flows(sector):
        region = LIBRARY.editions[flow.edition].region
        for step in [name] if step_of else flow.steps:
            talk = begun(flow, step, {**known, "regio": region} if region else known)
            ways = [talk]
            if talk.trail.ask and not talk.trail.ask.fact:
                choices = talk.step(talk.trail.ask.step).choices
                ways += [talk.answered((choice.id,)) for choice in choices if not choice.parallel]
            for each in ways:
                if each.ask and name in {each.ask.fact or each.ask.step}:
                    return each
    raise AssertionError(name)


def meant(understood: Understood) -> str:
    """What was understood, as the table writes it."""
    match understood:
        case Chosen(choices):
            return " ".join(choices)
        case Given(values):
            return " ".join(f"{name}={value}" for name, value in values.items())
        case FirstDay(day):
            return day.isoformat()
        case Born(day):
            return "onder_12" if day.replace(year=day.year + 12) > TODAY else "vanaf_12"
        case Unknown():
            return "nog niet"
        case _:
            return "?"


@each_row(("name", "sector", "typed", "expected"), ROWS)
def test_an_answer_is_heard_among_what_is_said_with_it(
    name: str, sector: str, typed: str, expected: str
) -> None:
    assert meant(read(asking(name, sector), typed)) == expected
