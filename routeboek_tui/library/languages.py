"""Reads the words of Dutch that the guide knows, from ``content/taal``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from msgspec.structs import fields, replace

from routeboek_tui.core.facts import READER, Domains
from routeboek_tui.core.flow import Flow
from routeboek_tui.core.said import Over, What
from routeboek_tui.letters.health import Health
from routeboek_tui.library.files import Files
from routeboek_tui.library.language import Counting, Language, Seeking, Telling
from routeboek_tui.library.node import Node, read_yaml
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.speaking import Named, Speaking
from routeboek_tui.library.stating import Stating
from routeboek_tui.library.statings import STEPS, read_stating
from routeboek_tui.library.way_lists import read_named, read_set, read_ways
from routeboek_tui.library.ways import NUMBER
from routeboek_tui.text.characters import plain

TALK = "content/taal/gesprek.yaml"
NUMBERS = "content/taal/getallen.yaml"
FACTS = "content/taal/feiten.yaml"
SEARCH = "content/taal/zoeken.yaml"
HEALTH = "content/taal/gezondheid.yaml"
READERS = "content/taal/lezer.yaml"
COMMANDS = (
    "undo", "why", "source", "map", "advice", "letters", "what_if", "help", "stop", "restart",
    "change", "facts", "book", "search", "safety", "quiet", "aloud", "compare", "practice",
    "question", "whole_map", "all_letters", "drawing", "other_track", "done", "meeting", "hide",
)  # fmt: skip
"""What can be asked of the guide at any moment."""

_COMMANDS = ("commands", "with_argument")
_ELSEWHERE = ("counting", "telling", "stating", "seeking", "health", "speaking")
_NAMED: Mapping[str, type[StrEnum]] = {"what": What, "over": Over}


def read_language(files: Files, domains: Domains, flows: Mapping[str, Flow]) -> Language:
    """The words of a conversation, of counting, of facts, of a search and of health.

    A sentence can tell the values of facts, and the choices of the steps of ``flows``.
    """
    counting = _counting(*files.table(NUMBERS))
    parts = _parts(Telling, "De woorden van feiten", *files.table(FACTS))
    telling, dated = Telling(**_lists(Telling, parts)), parts
    for name, _ in telling.says:
        fact, _, value = name.partition("=")
        if parts["says"].named("Het feit", fact, domains):
            parts["says"].named("De waarde", value, domains[fact])
    stating = read_stating(*files.table(STEPS), _choices(flows))
    for each in ("dated", "dated_by_name", "next_day"):
        for name, _ in getattr(telling, each):
            dated[each].named("Het feit", name, domains)
    parts = _parts(Seeking, "De woorden van het zoeken", *files.table(SEARCH))
    seeking = Seeking(**_lists(Seeking, parts))
    health = _health(*files.table(HEALTH))
    speaking = _speaking(*files.table(READERS), domains)
    return replace(
        read_talk(*files.table(TALK), counting, telling, stating, seeking, health),
        speaking=speaking,
    )


def _speaking(text: str, file: str, problems: list[Problem], domains: Domains) -> Speaking:
    """The words by which who reads is known, each of a role that there is."""
    parts = _parts(Speaking, "De woorden van de lezer", text, file, problems)
    speaking = Speaking(**_lists(Speaking, parts))
    for each in ("names", "opens", "speaks_of"):
        for role, _ in getattr(speaking, each):
            parts[each].named("De lezer", role, domains.get(READER, ()))
    for each in ("speaks", "asks"):
        if any(NUMBER not in way for way in getattr(speaking, each)):
            parts[each].problem(f"Bij “{each}” staat in elke manier van zeggen een {NUMBER}.")
    return speaking


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
    for name in ("age", "age_within", "own_age", "bare_age", "absent"):
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
    for word in sorted((stating.denials | seeking.negations) - sets["negators"]):
        if "negators" in parts:
            parts["negators"].problem(f"“{word}” ontkent elders, en staat hier niet bij.")
    commands = _ways(parts.get("commands"))
    for name in COMMANDS if "commands" in parts else ():
        if name not in commands.values():
            parts["commands"].problem(f"De opdracht “{name}” heeft geen woorden.")
    with_argument = _ways(parts.get("with_argument"))
    return Language(
        commands, with_argument, **sets, counting=counting, telling=telling, stating=stating,
        seeking=seeking, health=health,
    )  # fmt: skip


_fields = cache(fields)


def _parts(kind: type, what: str, text: str, file: str, problems: list[Problem]) -> dict[str, Node]:
    needed = tuple(each.name for each in _fields(kind) if each.name not in _ELSEWHERE)
    return read_yaml(text, file, problems).fields(what, needed, needed)


def _lists(kind: type, parts: Mapping[str, Node]) -> dict[str, Any]:
    """The lists of ``kind`` by name, each read as its type says."""
    found = {}
    for each in _fields(kind):
        if each.name in (*_COMMANDS, *_ELSEWHERE):
            continue
        found[each.name] = _READ[each.type](parts.get(each.name), each.name)
        if each.name in parts and not found[each.name]:
            parts[each.name].problem(f"De lijst “{each.name}” is leeg.")
    return found


def _turned(node: Node | None, name: str) -> dict[str, str]:
    """The word that stands for each other way to write it."""
    found: dict[str, str] = {}
    for word, child in node.items(f"De lijst “{name}”") if node else ():
        for way in child.texts(word):
            if found.setdefault(way, word) != word:
                child.problem(f"“{way}” staat ook bij “{found[way]}”.")
    return found


_READ: Mapping[Any, Callable[[Node | None, str], Any]] = {
    frozenset[str]: read_set,
    tuple[str, ...]: read_ways,
    Mapping[str, tuple[str, ...]]: read_named,
    Named: lambda node, name: tuple(read_named(node, name).items()),
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
