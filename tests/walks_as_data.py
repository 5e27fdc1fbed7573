"""Walks along a route as data: what is answered, and where that must lead.

Any face can be driven with them. A walk holds the ``facts`` of its pupil, of
which a face gives those that are asked for, and its ``answers`` in order: what a
person decided. What follows from them stands in ``tests/walks/golden``, written by
``pytest --update-golden tests/plain/test_walks_cover_the_route.py`` and read in the diff.
``tests/walks/usual.yaml`` answers what a walk itself does not.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.safety import of_kind
from routeboek_tui.conversation.view import question
from routeboek_tui.core.safety import KIND
from routeboek_tui.library.content import Library
from routeboek_tui.library.load import read as read_guide

FOLDER = Path(__file__).parent / "walks"
TODAY = date(2026, 3, 12)
USUAL = FOLDER / "usual.yaml"
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
    The rest is golden: ``passed`` are the steps of the main way in order, the last one included;
    ``ask`` is the step that waits, "" at the end; ``outcome`` the outcome reached,
    or the door to another route, which the data calls its ``jump``.
    """

    id: str
    title: str
    route: str
    facts: Mapping[str, str]
    answers: tuple[Given, ...]
    passed: tuple[str, ...] = ()
    ask: str = ""
    outcome: str = ""
    letters: tuple[str, ...] = ()


@cache
def guide() -> Library:
    """The guide as it stands in the checkout, read once."""
    library, problems = read_guide(FOLDER.parent.parent)
    assert not problems, "\n".join(map(str, problems))
    return library


def files() -> tuple[Path, ...]:
    """The files of walks, in order of name."""
    return tuple(sorted(set(FOLDER.glob("*.yaml")) - {USUAL}))


def walks() -> tuple[Walk, ...]:
    """Every walk of ``tests/walks``, in order of name."""
    return tuple(walk for path in files() for walk in read(path))


def read(path: Path) -> Iterator[Walk]:
    """The walks of one file, with what is golden as far as it was written."""
    golden = golden_of(path)
    told = _data(golden) if golden.exists() else {}
    for name, data in _data(path).items():
        follows = told.get(name, {})
        yield Walk(
            id=name,
            title=data["title"],
            route=data["route"],
            facts=data["facts"],
            answers=tuple(_given(dict(each)) for each in data["answers"]),
            passed=tuple(follows.get("passed", ())),
            ask=follows.get("ask", ""),
            outcome=follows.get("outcome", ""),
            letters=tuple(follows.get("letters", ())),
        )


def golden_of(path: Path) -> Path:
    """The file with what follows from the walks of ``path``."""
    return FOLDER / "golden" / path.name


def follows(library: Library, path: Path) -> str:
    """What follows from the walks of ``path``, as it stands in their golden file."""
    told = {walk.id: _follows(walked(library, walk)) for walk in read(path)}
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=100)


def _follows(talk: Conversation) -> dict[str, str | list[str]]:
    found = {
        "passed": [visit.step for visit in talk.trail.main.visits],
        "ask": talk.ask.step if talk.ask else "",
        "outcome": talk.advice.outcome,
        "letters": sorted(letter.id for letter in talk.letters),
    }
    return {name: value for name, value in found.items() if value}


def _data(path: Path) -> dict[str, Any]:
    # BaseLoader: to the others the name "on" is a boolean.
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return found


@cache
def usual_facts() -> Mapping[str, str]:
    """What is known of a pupil whose walk does not say it."""
    return _data(USUAL)["facts"]  # type: ignore[no-any-return]


@cache
def usual_answers(route: str) -> Mapping[str, Given]:
    """The answers to steps of ``route`` that a walk does not name."""
    said = _data(USUAL)["answers"].get(route, {})
    return {step: _given({step: answer}) for step, answer in said.items()}


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


def fact_of(walk: Walk, fact: str) -> str:
    """What the walk answers when ``fact`` is asked."""
    known = {**usual_facts(), **walk.facts}
    assert fact in known, f"{walk.id} asks for {fact}"
    return known[fact]


def walked(
    library: Library,
    walk: Walk,
    seen: Callable[[Conversation], None] = lambda _: None,
    said: Callable[[Given], None] = lambda _: None,
) -> Conversation:
    """The conversation at the end of ``walk``.

    ``seen`` is shown every moment of it, ``said`` every answer to a step.

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
            value = fact_of(walk, fact)
            if fact in talk.library.scheme.dates and value != UNKNOWN:
                talk = talk.dated(fact, date.fromisoformat(value))
            else:
                talk = talk.knowing(fact, "" if value == UNKNOWN else value)
        elif given := _next(walk, todo, talk.ask.step):
            said(given)
            talk = talk.answered(given.choices, given=given.numbers, on=given.on)
        else:
            break
        seen(talk)
    assert not todo, f"{walk.id} ends before {todo[0].step}"
    return talk


def _next(walk: Walk, todo: list[Given], step: str) -> Given | None:
    """The answer to ``step``: the next one of the walk, or the usual one; taken off ``todo``."""
    if todo and todo[0].step == step:
        return todo.pop(0)
    usual = usual_answers(walk.route).get(step)
    if usual and all(given.step != step for given in walk.answers):
        return usual
    assert not todo, f"{walk.id} asks {step}, not {todo[0].step}"
    return None


def answers_in(library: Library, walk: Walk) -> tuple[Given, ...]:
    """Every answer of ``walk`` in order, the usual ones included."""
    answers: list[Given] = []
    walked(library, walk, said=answers.append)
    return tuple(answers)


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
        elif asked.dated and fact_of(walk, asked.fact) != UNKNOWN:
            typed.append(f"{date.fromisoformat(fact_of(walk, asked.fact)):%d-%m-%Y}")
        elif asked.fact:
            value = {KIND: UNKNOWN, **usual_facts(), **walk.facts}[asked.fact].replace("?", "")
            typed.append(next(o.key for o in asked.options if o.choice == value))
        elif given := _next(walk, todo, asked.step):
            typed.append(_line(given, {o.choice: o.key for o in asked.options}))

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
