"""Walks along a route as data: what is answered, and where that must lead.

Any face can be driven with them. A walk holds the ``facts`` of its pupil, of
which a face gives those that are asked for, and its ``answers`` in order.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.counts import ALONE
from routeboek_tui.conversation.safety import of_kind
from routeboek_tui.conversation.view import question
from routeboek_tui.core.safety import KIND
from routeboek_tui.library.content import Library
from routeboek_tui.library.load import read as read_guide

FOLDER = Path(__file__).parent / "walks"
TODAY = date(2026, 3, 12)
UNKNOWN = "?"
BIRTH_DATE = "geboortedatum"


@dataclass(frozen=True)
class Given:
    """The answer to one step: its choices, or numbers for its policy; neither is unknown.

    ``on`` is the day of the step, if it was not the day of the conversation.
    """

    step: str
    choices: tuple[str, ...]
    numbers: Mapping[str, str]
    on: date | None = None


@dataclass(frozen=True)
class Walk:
    """One walk with what is expected of it.

    Of a fact that is a date, ``facts`` holds the day.
    ``passed`` are the steps of the main way in order, the last one included;
    ``ask`` is the step that waits, "" at the end; ``outcome`` the outcome reached,
    or the door to another route, which the data calls its ``jump``.
    """

    id: str
    title: str
    route: str
    facts: Mapping[str, str]
    answers: tuple[Given, ...]
    passed: tuple[str, ...]
    ask: str
    outcome: str
    letters: tuple[str, ...]


@cache
def guide() -> Library:
    """The guide as it stands in the checkout, read once."""
    library, problems = read_guide(FOLDER.parent.parent)
    assert not problems, "\n".join(map(str, problems))
    return library


def walks() -> tuple[Walk, ...]:
    """Every walk of ``tests/walks``, in order of name."""
    return tuple(walk for path in sorted(FOLDER.glob("*.yaml")) for walk in read(path))


def read(path: Path) -> Iterator[Walk]:
    """The walks of one file."""
    # BaseLoader: to the others the name "on" is a boolean.
    for name, data in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader).items():
        yield Walk(
            id=name,
            title=data["title"],
            route=data["route"],
            facts=data["facts"],
            answers=tuple(_given(dict(each)) for each in data["answers"]),
            passed=tuple(data["passed"]),
            ask=data.get("ask", ""),
            outcome=data.get("outcome", data.get("jump", "")),
            letters=tuple(data.get("letters", ())),
        )


def _given(each: dict[str, Any]) -> Given:
    day = each.pop("on", "")
    on = date.fromisoformat(day) if day else None
    ((step, said),) = each.items()
    if isinstance(said, dict):
        return Given(step, (), said, on)
    if said == UNKNOWN:
        return Given(step, (), {}, on)
    return Given(step, tuple(said) if isinstance(said, list) else (said,), {}, on)


def born(walk: Walk) -> date | None:
    """The pupil's date of birth, where the walk gives that in place of the age."""
    day = walk.facts.get(BIRTH_DATE)
    return date.fromisoformat(day) if day else None


SAFE = {"veiligheid": "nee"}
"""What most walks begin with: there is no sign of danger."""


def first_facts(walk: Walk) -> dict[str, str]:
    """What is known before the first question: safety, region, sector and municipality."""
    first = ("regio", "sector", "gemeente", "veiligheid")
    return {**SAFE, **{fact: walk.facts[fact] for fact in first if fact in walk.facts}}


def walked(
    library: Library, walk: Walk, seen: Callable[[Conversation], None] = lambda _: None
) -> Conversation:
    """The conversation at the end of ``walk``; ``seen`` is shown every moment of it.

    :raises AssertionError: when the walk asks for something the data does not answer in turn
    """
    talk = Conversation.start(library, walk.route, TODAY, first_facts(walk))
    seen(talk)
    todo = list(walk.answers)
    while talk.ask:
        fact, day = talk.ask.fact, born(walk)
        if fact == "leeftijd" and day:
            talk = talk.born(day)
        elif fact == KIND:
            talk = of_kind(talk, walk.facts.get(KIND, ""))
        elif fact:
            assert fact in walk.facts, f"{walk.id} asks for {fact}"
            value = walk.facts[fact]
            if fact in talk.library.scheme.dates and value != UNKNOWN:
                talk = talk.dated(fact, date.fromisoformat(value))
            else:
                talk = talk.knowing(fact, "" if value == UNKNOWN else value)
        elif todo:
            given = todo.pop(0)
            assert given.step == talk.ask.step, f"{walk.id} asks {talk.ask.step}, not {given.step}"
            talk = talk.answered(given.choices, given=given.numbers, on=given.on)
        else:
            break
        seen(talk)
    assert not todo, f"{walk.id} ends before {todo[0].step}"
    return talk


def as_typed(library: Library, walk: Walk) -> list[str]:
    """What a user would type, line by line: the number keys, or the counts."""
    typed: list[str] = []
    todo = list(walk.answers)

    def seen(talk: Conversation) -> None:
        asked = question(talk)
        if asked is None:
            return
        if asked.fact == "leeftijd" and (day := born(walk)):
            typed.append(f"{day:%d-%m-%Y}")
        elif asked.dated and walk.facts[asked.fact] != UNKNOWN:
            typed.append(f"{date.fromisoformat(walk.facts[asked.fact]):%d-%m-%Y}")
        elif asked.fact:
            value = walk.facts.get(asked.fact, UNKNOWN).replace("?", "")
            typed.append(next(o.key for o in asked.options if o.choice == value))
        elif todo:
            # Where a step counts something, a bare number could be the count as well.
            names = {o.choice: o.label if asked.policy in ALONE else o.key for o in asked.options}
            typed.append(_line(todo.pop(0), names))

    walked(library, walk, seen)
    return typed


def _line(given: Given, keys: dict[str, str]) -> str:
    words = {
        "meldingen": "meldingen",
        "dagen": "dagen",
        "weken": "weken na de eerste",
        "lesuren": "lesuren",
        "keren": "keer",
        "dagdelen": "dagdelen",
        "achtereen": "dagdelen achter elkaar",
    }
    if "geboortedatum" in given.numbers:
        return f"{date.fromisoformat(given.numbers['geboortedatum']):%d-%m-%Y}"
    if given.numbers:
        return ", ".join(f"{number} {words[name]}" for name, number in given.numbers.items())
    said = " en ".join(keys[choice] for choice in given.choices or ("",))
    return f"{said} op {given.on:%d-%m-%Y}" if given.on else said
