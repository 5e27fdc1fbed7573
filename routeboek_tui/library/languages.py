"""Reads the words of Dutch that the guide knows, from ``content/taal``."""

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from msgspec.structs import fields

from routeboek_tui.core.facts import Domains
from routeboek_tui.core.flow import Flow
from routeboek_tui.core.said import Over, What
from routeboek_tui.letters.health import Health
from routeboek_tui.library.files import Files
from routeboek_tui.library.language import (
    STRONG,
    Counting,
    Language,
    Named,
    Seeking,
    Stating,
    Telling,
)
from routeboek_tui.library.node import Node, read_yaml
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.repertoire import needed
from routeboek_tui.library.ways import NUMBER, right
from routeboek_tui.text.characters import plain

TALK = "content/taal/gesprek.yaml"
NUMBERS = "content/taal/getallen.yaml"
FACTS = "content/taal/feiten.yaml"
STEPS = "content/taal/stappen.yaml"
SEARCH = "content/taal/zoeken.yaml"
HEALTH = "content/taal/gezondheid.yaml"
COMMANDS = (
    "undo", "why", "source", "map", "advice", "letters", "what_if", "help", "stop", "restart",
    "change", "facts", "book", "search", "safety", "quiet", "aloud", "compare", "practice",
    "question", "whole_map", "all_letters", "drawing", "other_track", "done", "meeting", "hide",
)  # fmt: skip
"""What can be asked of the guide at any moment."""

_COMMANDS = ("commands", "with_argument")
_ELSEWHERE = ("counting", "telling", "stating", "seeking", "health")
_SHORT = ("words", "lists")
_SHORT_FOR = re.compile(r"<(\w+)>")
_RANGE = re.compile(
    r"(?P<kind>vanaf|boven|onder|tot en met|van) (?P<first>[0-9]+)(?: tot (?P<last>[0-9]+))?"
)
MOST = 60
"""The highest number that "vanaf" one stands for."""

_STATED = ("says_not", "doubts", "wishes", "steady", "behind", "supposed", "hearsay", "past", "adults")
_SETS = ("denials", "plans", "asks", "pupils", "everyone")
_NAMED: Mapping[str, type[StrEnum]] = {"what": What, "over": Over}


def read_language(files: Files, domains: Domains, flows: Mapping[str, Flow]) -> Language:
    """The words of a conversation, of counting, of facts, of a search and of health.

    A sentence can tell the values of facts, and the choices of the steps of ``flows``.
    """
    counting = _counting(*files.table(NUMBERS))
    parts = _parts(Telling, "De woorden van feiten", *files.table(FACTS))
    telling = Telling(**_lists(Telling, parts))
    for name, _ in telling.says:
        fact, _, value = name.partition("=")
        if parts["says"].named("Het feit", fact, domains):
            parts["says"].named("De waarde", value, domains[fact])
    stating = read_stating(*files.table(STEPS), _choices(flows))
    parts = _parts(Seeking, "De woorden van het zoeken", *files.table(SEARCH))
    seeking = Seeking(**_lists(Seeking, parts))
    health = _health(*files.table(HEALTH))
    return read_talk(*files.table(TALK), counting, telling, stating, seeking, health)


def _health(text: str, file: str, problems: list[Problem]) -> Health:
    """The words of health, each written as it is compared, and none that passes after all."""
    parts = _parts(Health, "De woorden over gezondheid", text, file, problems)
    health = Health(**_lists(Health, parts))
    for name, node in parts.items():
        for word in node.texts(name):
            if word and plain(word) != word:
                node.problem(f"“{word}” wordt zo nooit gehoord. Schrijf “{plain(word)}”.")
    for word in sorted(health.passes & (health.words | health.parts | health.misspelt)):
        parts["passes"].problem(f"“{word}” gaat over gezondheid, en kan hier niet ook staan.")
    return health


def read_stating(
    text: str, file: str, problems: list[Problem], steps: Mapping[str, tuple[str, ...]]
) -> Stating:
    """The words with which people answer a question of ``steps`` before it is asked."""
    every = (*(each.name for each in fields(Stating)), *_SHORT)
    parts = read_yaml(text, file, problems).fields("De woorden van stappen", every, every)
    short = _by_name(parts.get("words"), "words")
    words = {name: "|".join(map(_numbers, ways)) for name, ways in short.items()}
    lists = _by_name(parts.get("lists"), "lists", words)
    named = {
        name: tuple(_stated(parts.get(name), name, words, lists, steps))
        for name in ("says", "here")
    }
    rest = {each: read_ways(parts.get(each), each) for each in _STATED}
    sets = {each: _set(parts.get(each), each) for each in _SETS}
    for name in ("plans", "pupils"):
        for step in sorted(sets[name]):
            parts[name].named("De stap", step, steps)
    return Stating(**named, **rest, **sets)


def _stated(
    node: Node | None, name: str, words: Mapping[str, str], lists: Mapping[str, tuple[str, ...]],
    steps: Mapping[str, tuple[str, ...]],
) -> Iterator[tuple[str, tuple[str, ...]]]:  # fmt: skip
    """The ways of saying answers, each without a word that is short for others."""
    for answers, child in node.items(f"De lijst “{name}”") if node else ():
        for answer in answers.split():
            step, _, choice = answer.removesuffix(STRONG).partition("=")
            if child.named("De stap", step, steps):
                child.named("De keuze", choice, steps[step])
        ways: list[str] = []
        for way in child.texts(answers):
            if way.startswith("@"):
                ways += lists.get(child.named("De lijst", way[1:], lists), ())
            else:
                ways.append(_written_out(way, words, child))
        for way in ways:
            if not (right(way) and needed(way)):
                child.problem(f"“{way}” zegt te weinig: er moet een heel woord in staan.")
        yield answers, tuple(dict.fromkeys(ways))


def _numbers(said: str) -> str:
    """The numbers that "vanaf 4" stands for, as alternatives; else ``said`` itself."""
    found = _RANGE.fullmatch(said)
    if not found:
        return said
    kind, first, last = found["kind"], int(found["first"]), int(found["last"] or 0)
    lowest, highest = {
        "vanaf": (first, MOST), "boven": (first + 1, MOST), "onder": (1, first - 1),
        "tot en met": (1, first), "van": (first + 1, last),
    }[kind]  # fmt: skip
    return "|".join(map(str, range(lowest, highest + 1)))


def _written_out(way: str, words: Mapping[str, str], node: Node) -> str:
    for name in _SHORT_FOR.findall(way):
        node.named("Het woord", name, words)
    return _SHORT_FOR.sub(lambda found: words.get(found[1], found[1]), way)


def _choices(flows: Mapping[str, Flow]) -> dict[str, tuple[str, ...]]:
    """The choices by step; a step of two editions has those of both."""
    found: dict[str, tuple[str, ...]] = {}
    for flow in flows.values():
        for step in flow.steps.values():
            taken = (*found.get(step.id, ()), *(choice.id for choice in step.choices))
            found[step.id] = tuple(dict.fromkeys(taken))
    return found


def _counting(text: str, file: str, problems: list[Problem]) -> Counting:
    parts = _parts(Counting, "De woorden bij getallen", text, file, problems)
    counting = Counting(**_lists(Counting, parts))
    for name in ("age", "age_within", "absent"):
        if any(NUMBER not in way for way in getattr(counting, name)):
            parts[name].problem(f"Bij “{name}” staat in elke manier van zeggen een {NUMBER}.")
    for name, known in _NAMED.items():
        if name in parts:
            for each, _ in getattr(counting, name):
                parts[name].named("De soort", each, tuple(known))
    return counting


def read_talk(  # noqa: PLR0913, PLR0917 - the words of a conversation, and the others beside them
    text: str, file: str, problems: list[Problem], counting: Counting, telling: Telling,
    stating: Stating, seeking: Seeking, health: Health,
) -> Language:  # fmt: skip
    """The words of a conversation. A word that says yes and no at once is a problem."""
    parts = _parts(Language, "De woorden van het gesprek", text, file, problems)
    sets = _lists(Language, parts)
    for word in sorted(sets["yes"] & (sets["no"] | sets["negators"])):
        parts["yes"].problem(f"“{word}” zegt ja, en staat ook bij nee.")
    commands = _ways(parts.get("commands"))
    for name in COMMANDS if "commands" in parts else ():
        if name not in commands.values():
            parts["commands"].problem(f"De opdracht “{name}” heeft geen woorden.")
    with_argument = _ways(parts.get("with_argument"))
    return Language(
        commands, with_argument, **sets, counting=counting, telling=telling, stating=stating,
        seeking=seeking, health=health,
    )  # fmt: skip


def _parts(kind: type, what: str, text: str, file: str, problems: list[Problem]) -> dict[str, Node]:
    needed = tuple(each.name for each in fields(kind) if each.name not in _ELSEWHERE)
    return read_yaml(text, file, problems).fields(what, needed, needed)


def _lists(kind: type, parts: Mapping[str, Node]) -> dict[str, Any]:
    """The lists of ``kind`` by name, each read as its type says."""
    found = {}
    for each in fields(kind):
        if each.name in (*_COMMANDS, *_ELSEWHERE):
            continue
        found[each.name] = _READ[each.type](parts.get(each.name), each.name)
        if each.name in parts and not found[each.name]:
            parts[each.name].problem(f"De lijst “{each.name}” is leeg.")
    return found


def _set(node: Node | None, name: str) -> frozenset[str]:
    return frozenset(node.texts(name) if node else ())


def read_ways(node: Node | None, name: str) -> tuple[str, ...]:
    """Ways of saying something, each of which can be read."""
    found = node.texts(name) if node else ()
    for way in found:
        if node and not right(way):
            node.problem(f"“{way}” is niet te lezen: kijk de haakjes en de strepen na.")
    return found


def _by_name(
    node: Node | None, name: str, words: Mapping[str, str] | None = None
) -> dict[str, tuple[str, ...]]:
    items = node.items(f"De lijst “{name}”") if node else ()
    return {
        each: tuple(_written_out(way, words or {}, child) for way in read_ways(child, each))
        for each, child in items
    }


def _turned(node: Node | None, name: str) -> dict[str, str]:
    """The word that stands for each other way to write it."""
    found: dict[str, str] = {}
    for word, child in node.items(f"De lijst “{name}”") if node else ():
        for way in child.texts(word):
            if found.setdefault(way, word) != word:
                child.problem(f"“{way}” staat ook bij “{found[way]}”.")
    return found


_READ: Mapping[Any, Callable[[Node | None, str], Any]] = {
    frozenset[str]: _set,
    tuple[str, ...]: read_ways,
    Mapping[str, tuple[str, ...]]: _by_name,
    Named: lambda node, name: tuple(_by_name(node, name).items()),
    Mapping[str, str]: _turned,
}


def _ways(node: Node | None) -> dict[str, str]:
    """The command by each way of saying it; the longest way first."""
    found: dict[str, str] = {}
    for name, child in node.items("De lijst van opdrachten") if node else ():
        child.named("De opdracht", name, COMMANDS)
        for way in child.texts(name):
            if found.setdefault(way, name) != name:
                child.problem(f"“{way}” is al de opdracht “{found[way]}”.")
    return dict(sorted(found.items(), key=lambda way: -len(way[0])))
