"""What the sources most need done stands in the advice of some walk, with who does it."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.missed import missed
from tests.known import ROOT, guide
from tests.walks_as_data import Walk, walked, walks

DEEDS = {"action", "deadline", "form", "letter", "participant", "task"}
FIRST = "A"
PLACE = re.compile(r"\bstap:(\S+#\S+)")


def declared() -> dict[str, str]:
    """Every action of every route, with its actor."""
    return {
        f"{flow.id}/{step.id}#{action.id}": action.actor or step.actor
        for flow in guide().flows.values()
        for step in flow.steps.values()
        for action in step.actions
    }


def facts() -> Iterator[tuple[str, str]]:
    """Each fact of the first priority that asks for a deed, with each action that says it."""
    with (ROOT / "content" / "herkomst.tsv").open(encoding="utf-8") as file:
        rows = [*csv.DictReader(file, delimiter="\t")]
    known = declared()
    for row in rows:
        if row["soort"] in DEEDS and row["prioriteit"] == FIRST:
            # A choice is named as an action is.
            yield from ((row["feit"], at) for at in PLACE.findall(row["waar"]) if at in known)


def standing(talk: Conversation) -> Iterator[tuple[str, str]]:
    """Every action that stands in the advice of ``talk``, with its actor."""
    advice = talk.advice
    for do in (*advice.now, *advice.alongside, *advice.earlier):
        yield f"{talk.flow.id}/{do.step}#{do.action.id}", do.action.actor
    for each in missed(talk.trail):
        for action in each.step.actions:
            yield f"{talk.flow.id}/{each.step.id}#{action.id}", action.actor or each.step.actor


def on(walk: Walk) -> Iterator[Conversation]:
    """Every moment of a walk, those on the routes it came along too."""
    moments: list[Conversation] = []
    end = walked(guide(), walk, lambda talk, _: moments.append(talk))
    yield from (*moments, end, *end.earlier)


def found() -> dict[str, set[str]]:
    """The actors with which each action stands in the advice of some walk."""
    seen = defaultdict[str, set[str]](set)
    for walk in walks():
        for talk in on(walk):
            for action, actor in standing(talk):
                seen[action].add(actor)
    return seen


def test_what_a_fact_asks_stands_in_the_advice_of_some_walk() -> None:
    seen, actors = found(), declared()
    lost = {(fact, at) for fact, at in facts() if actors[at] not in seen[at]}
    assert not lost


def test_many_facts_ask_for_a_deed() -> None:
    assert len({fact for fact, _ in facts()}) > len(DEEDS) ** 2
