"""Walks along a route as data: what a person decided of them.

Any face can be driven with them. A walk holds the ``facts`` of its pupil, of
which a face gives those that are asked for, its ``answers`` in order, and the
outcome that must follow. What the engine makes of a walk stands in its golden file.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.safety import of_kind
from routeboek_tui.conversation.telling.measure import ALONE
from routeboek_tui.conversation.view import question
from routeboek_tui.core.facts import UNLESS_SAID
from routeboek_tui.core.safety import KIND
from routeboek_tui.library.content import Library
from tests.known import guide, in_words

FOLDER = Path(__file__).parent / "walks"
TODAY = date(2026, 3, 12)
UNKNOWN = "?"
BIRTH_DATE = "geboortedatum"


class Given(Struct, frozen=True, dict=True):
    """The answer to one step: its choices, or numbers for its policy; neither is unknown.

    Where numbers leave more open than one choice, they come with the one that was made: the data
    calls it ``keuze``. ``on`` is the day of the step, if it was not the day of the conversation.
    """

    step: str
    choices: tuple[str, ...]
    numbers: Mapping[str, str]
    on: date | None = None


class Walk(Struct, frozen=True, dict=True):
    """One walk with the outcome its author claims.

    Of a fact that is a date, ``facts`` holds the day. ``outcome`` is the outcome
    reached, or the door to another route, which the data calls its ``jump``; "" where
    the walk stops at a question. ``file`` is the name of its file.
    """

    id: str
    title: str
    route: str
    facts: Mapping[str, str]
    answers: tuple[Given, ...]
    outcome: str
    file: str


@cache
def walks() -> tuple[Walk, ...]:
    """Every walk of ``tests/walks``, in order of name."""
    return tuple(walk for path in sorted(FOLDER.glob("*.yaml")) for walk in read(path))


@cache
def asking_all() -> tuple[Walk, ...]:
    """Walks that together answer every question that any walk answers; as few as come easily."""

    def asked(walk: Walk) -> set[tuple[str, str]]:
        return {(walk.route, given.step) for given in walk.answers}

    found: list[Walk] = []
    left = set[tuple[str, str]]().union(*map(asked, walks()))
    while left:
        found.append(max(walks(), key=lambda walk: len(left & asked(walk))))
        left -= asked(found[-1])
    return tuple(found)


@cache
def of_each_kind() -> tuple[Walk, ...]:
    """Walks that together meet every kind of question, answer and end, and every route.

    For a face that lays out the course and decides nothing: another of a kind is the same to it.
    """
    steps = {name: step for flow in guide().flows.values() for name, step in flow.steps.items()}

    def met(walk: Walk) -> set[tuple[object, ...]]:
        facts = walk.facts
        found = {
            (walk.route, facts.get("gemeente")),
            (BIRTH_DATE in facts, UNKNOWN in facts.values()),
        }
        ends = walk.outcome in steps, bool(walk.outcome)
        for given in walk.answers:
            step = steps[given.step]
            parallel = any(choice.parallel for choice in step.choices)
            found.add((step.policy, *given.numbers, bool(given.choices), bool(given.on)))
            found.add((parallel, min(len(given.choices), 2), len(step.choices), *ends))
        return found

    found: list[Walk] = []
    left = set[tuple[object, ...]]().union(*map(met, asking_all()))
    while left:
        found.append(max(asking_all(), key=lambda walk: len(left & met(walk))))
        left -= met(found[-1])
    return tuple(found)


def read(path: Path) -> Iterator[Walk]:
    """The walks of one file."""
    for name, data in in_words(path).items():
        yield Walk(
            id=name,
            title=data["title"],
            route=data["route"],
            facts=data["facts"],
            answers=tuple(_given(dict(each)) for each in data["answers"]),
            outcome=data.get("outcome", data.get("jump", "")),
            file=path.name,
        )


def _given(each: dict[str, Any]) -> Given:
    day = each.pop("on", "")
    on = date.fromisoformat(day) if day else None
    ((step, said),) = each.items()
    if isinstance(said, dict):
        chosen = (said.pop("keuze"),) if "keuze" in said else ()
        return Given(step, chosen, said, on)
    if said == UNKNOWN:
        return Given(step, (), {}, on)
    return Given(step, tuple(said) if isinstance(said, list) else (said,), {}, on)


def born(walk: Walk) -> date | None:
    """The pupil's date of birth, where the walk gives that in place of the age."""
    day = walk.facts.get(BIRTH_DATE)
    return date.fromisoformat(day) if day else None


Seen = Callable[[Conversation, Given | None], None]
"""Is shown a question of a walk with its answer; None is the answer to a question for a fact."""

SAFE = {"veiligheid": "nee"}
"""What most walks begin with: there is no sign of danger."""


def first_facts(walk: Walk) -> dict[str, str]:
    """What is known before the first question: safety, region, sector and municipality."""
    first = ("regio", "sector", "gemeente", "veiligheid", *UNLESS_SAID)
    return {**SAFE, **{fact: walk.facts[fact] for fact in first if fact in walk.facts}}


def _settled(talk: Conversation, walk: Walk, seen: Seen) -> Conversation:
    """``talk`` with the facts of the walk's pupil, up to the next step that asks, or the end."""
    while talk.ask and talk.ask.fact:
        seen(talk, None)
        fact, day = talk.ask.fact, born(walk)
        if fact == "leeftijd" and day:
            talk = talk.born(day)
        elif fact == KIND:
            talk = of_kind(talk, walk.facts.get(KIND, ""))
        else:
            assert fact in walk.facts, f"{walk.id} asks for {fact}"
            value = walk.facts[fact]
            if fact in talk.library.scheme.dates and value != UNKNOWN:
                talk = talk.dated(fact, date.fromisoformat(value))
            else:
                talk = talk.knowing(fact, "" if value == UNKNOWN else value)
    return talk


def _given_in(talk: Conversation, walk: Walk, todo: list[Given]) -> Given | None:
    """What the walk says to the question of now; None where it says no more.

    To a question it says nothing about it gives the first answer after which comes what it does
    say: its next answer, or its outcome. So a question put into a route leaves the walks alone.
    """
    assert talk.ask
    step = talk.ask.step
    if todo and todo[0].step == step:
        return todo.pop(0)
    if not todo and (not walk.outcome or talk.advice.outcome == walk.outcome):
        return None
    for choice in talk.step(step).choices:
        after = _settled(talk.answered((choice.id,)), walk, lambda *_: None)
        if todo and after.ask and after.ask.step == todo[0].step:
            return Given(step, (choice.id,), {})
        if not todo and after.advice.outcome == walk.outcome:
            return Given(step, (choice.id,), {})
    wanted = todo[0].step if todo else walk.outcome
    raise AssertionError(f"{walk.id} asks {step}, and no answer leads on to {wanted}")


def walked(library: Library, walk: Walk, seen: Seen | None = None) -> Conversation:
    """The conversation at the end of ``walk``; ``seen`` is shown every question and its answer.

    :raises AssertionError: when the walk asks for something the data does not answer in turn
    """
    if seen is None and library is guide():
        return _end(walk.file, walk.id)
    return _walked(library, walk, seen or (lambda *_: None))


@cache
def _end(file: str, name: str) -> Conversation:
    """The end of a walk in the guide, walked once for all tests."""
    return _walked(guide(), _named(file, name), lambda *_: None)


def _named(file: str, name: str) -> Walk:
    return next(each for each in walks() if (each.file, each.id) == (file, name))


def _walked(library: Library, walk: Walk, seen: Seen) -> Conversation:
    talk = Conversation.start(library, walk.route, TODAY, first_facts(walk))
    todo = list(walk.answers)
    while (talk := _settled(talk, walk, seen)).ask:
        given = _given_in(talk, walk, todo)
        if given is None:
            break
        seen(talk, given)
        talk = talk.answered(given.choices, given=given.numbers, on=given.on)
        if day := given.numbers.get(BIRTH_DATE):
            talk = talk.born(date.fromisoformat(day))
    assert not todo, f"{walk.id} ends before {todo[0].step}"
    return talk


def answers_of(library: Library, walk: Walk) -> list[Given]:
    """Every answer of the walk in order, with those it does not say itself."""
    told: list[Given] = []
    walked(library, walk, lambda _, given: told.append(given) if given else None)
    return told


def as_typed(library: Library, walk: Walk) -> list[str]:
    """What a user would type, line by line: the number keys, or the counts."""
    if library is guide():
        return list(_line_by_line(walk.file, walk.id))
    return _typed(library, walk)


@cache
def _line_by_line(file: str, name: str) -> tuple[str, ...]:
    return tuple(_typed(guide(), _named(file, name)))


def _typed(library: Library, walk: Walk) -> list[str]:
    typed: list[str] = []

    def seen(talk: Conversation, given: Given | None) -> None:
        asked = question(talk)
        assert asked
        if given:
            # Where a step counts something, a bare number could be the count as well.
            counts = asked.policy in ALONE or asked.step in dict(
                talk.library.language.stating.counts
            )
            names = {o.choice: o.label if counts else o.key for o in asked.options}
            typed.append(_line(given, names))
            typed.extend(names[choice] for choice in given.choices if given.numbers)
        elif asked.fact == "leeftijd" and (day := born(walk)):
            typed.append(f"{day:%d-%m-%Y}")
        elif asked.dated and walk.facts[asked.fact] != UNKNOWN:
            typed.append(f"{date.fromisoformat(walk.facts[asked.fact]):%d-%m-%Y}")
        else:
            value = walk.facts.get(asked.fact, UNKNOWN).replace("?", "")
            typed.append(next(o.key for o in asked.options if o.choice == value))

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
    for name in ("geboortedatum", "aankomst"):
        if name in given.numbers:
            return f"{date.fromisoformat(given.numbers[name]):%d-%m-%Y}"
    if "weken" in given.numbers:
        words["achtereen"] = "dagen achter elkaar"
    if given.numbers:
        return ", ".join(f"{number} {words[name]}" for name, number in given.numbers.items())
    said = " en ".join(keys[choice] for choice in given.choices or ("",))
    return f"{said} op {given.on:%d-%m-%Y}" if given.on else said
