"""Reads how people answer a question before it is asked, from ``content/taal/stappen.yaml``."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import fields

from routeboek_tui.library.node import Node, read_yaml
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.repertoire import needed
from routeboek_tui.library.stating import STRONG, Stating
from routeboek_tui.library.way_lists import read_named, read_set, read_ways
from routeboek_tui.library.ways import right

STEPS = "content/taal/stappen.yaml"

MOST = 60
"""The highest number that "vanaf" one stands for."""

_SHORT = ("words", "lists")
_SHORT_FOR = re.compile(r"<(\w+)>")
_RANGE = re.compile(
    r"(?P<kind>vanaf|boven|onder|tot en met|van) (?P<first>[0-9]+)(?: tot (?P<last>[0-9]+))?"
)
_SAYS = ("says", "here")
_NAMED = ("counts", "sides")
_SETS = (
    "denials", "plans", "asks", "pupils", "of_pupil", "everyone", "family", "divided", "carried",
)  # fmt: skip


def read_stating(
    text: str, file: str, problems: list[Problem], steps: Mapping[str, tuple[str, ...]]
) -> Stating:
    """The words with which people answer a question of ``steps`` before it is asked."""
    every = (*(each.name for each in fields(Stating)), *_SHORT)
    parts = read_yaml(text, file, problems).fields("De woorden van stappen", every, every)
    short = read_named(parts.get("words"), "words")
    words = {name: "|".join(map(_numbers, ways)) for name, ways in short.items()}
    lists = {
        name: tuple(_written_out(way, words, parts["lists"]) for way in ways)
        for name, ways in read_named(parts.get("lists"), "lists").items()
    }
    found: dict[str, Any] = {
        name: tuple(_stated(parts.get(name), name, words, lists, steps)) for name in _SAYS
    }
    found |= {each: read_set(parts.get(each), each) for each in _SETS}
    found |= {each: tuple(read_named(parts.get(each), each).items()) for each in _NAMED}
    for step, _ in found["counts"]:
        parts["counts"].named("De stap", step, steps)
    rest = (each for each in (field.name for field in fields(Stating)) if each not in found)
    found |= {each: read_ways(parts.get(each), each) for each in rest}
    for name in ("plans", "pupils", "of_pupil", "carried"):
        for step in sorted(found[name]):
            parts[name].named("De stap", step, steps)
    return Stating(**found)


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
