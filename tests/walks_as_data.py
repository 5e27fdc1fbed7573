"""Walks along a route as data: what is answered, and where that must lead.

Any face can be driven with them. A walk holds the ``facts`` of its pupil, of
which a face gives those that are asked for, and its ``answers`` in order.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answer
from routeboek_tui.library.content import Library

FOLDER = Path(__file__).parent / "walks"
TODAY = date(2026, 3, 12)
UNKNOWN = "?"


@dataclass(frozen=True)
class Given:
    """The answer to one step: its choices, or numbers for its policy; neither is unknown."""

    step: str
    choices: tuple[str, ...]
    numbers: Mapping[str, str]


@dataclass(frozen=True)
class Walk:
    """One walk with what is expected of it.

    ``passed`` are the steps of the main way in order, the last one included;
    ``ask`` is the step that waits, "" at the end; ``outcome`` the outcome reached.
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


def walks() -> tuple[Walk, ...]:
    """Every walk of ``tests/walks``, in order of name."""
    return tuple(walk for path in sorted(FOLDER.glob("*.yaml")) for walk in read(path))


def read(path: Path) -> Iterator[Walk]:
    """The walks of one file."""
    for name, data in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        yield Walk(
            id=name,
            title=data["title"],
            route=data["route"],
            facts=data["facts"],
            answers=tuple(
                _given(step, said) for each in data["answers"] for step, said in each.items()
            ),
            passed=tuple(data["passed"]),
            ask=data.get("ask", ""),
            outcome=data.get("outcome", ""),
            letters=tuple(data.get("letters", ())),
        )


def _given(step: str, said: Any) -> Given:
    if isinstance(said, dict):
        return Given(step, (), {name: str(number) for name, number in said.items()})
    if said == UNKNOWN:
        return Given(step, (), {})
    return Given(step, tuple(said) if isinstance(said, list) else (said,), {})


def first_facts(walk: Walk) -> dict[str, str]:
    """What is known before the first question: sector and municipality."""
    return {fact: walk.facts[fact] for fact in ("sector", "gemeente") if fact in walk.facts}


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
        if fact := talk.ask.fact:
            assert fact in walk.facts, f"{walk.id} asks for {fact}"
            value = walk.facts[fact]
            talk = talk.knowing(fact, "" if value == UNKNOWN else value)
        elif todo:
            given = todo.pop(0)
            assert given.step == talk.ask.step, f"{walk.id} asks {talk.ask.step}, not {given.step}"
            answer = Answer(given.step, talk.ask.visit, given.choices, given.numbers)
            talk = talk.having(talk.answers.having(answer))
        else:
            break
        seen(talk)
    assert not todo, f"{walk.id} ends before {todo[0].step}"
    return talk
