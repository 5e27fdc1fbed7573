"""Decodes ``content/overleg.yaml``: the kinds of meeting, who is needed there, and its words."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from routeboek_tui.core.facts import Domains
from routeboek_tui.core.meeting import Layer, Part, Side
from routeboek_tui.library.conditions import read_sources, read_when
from routeboek_tui.library.node import Node, read_yaml, text_of, texts_of
from routeboek_tui.library.overleg import (
    About,
    Agenda,
    Apply,
    Asked,
    Due,
    Family,
    Guide,
    Kind,
    Lacking,
    Needed,
    Outside,
    PartText,
    Time,
)
from routeboek_tui.library.overleg_words import PaperWords, Words
from routeboek_tui.library.pages import Names, named
from routeboek_tui.library.problems import Problem

FILE = "content/overleg.yaml"
COMMANDS = (
    "back", "next", "previous", "list", "leave", "more", "hide", "help", "source",
    "all",
)  # fmt: skip
"""What can be done in any part of the meeting, by name."""

STAGE_PARTS = 4
"""Parts of an example of a row of the step-up timetable."""

_WHY, _LACKS = ("actor", "kort", "why"), ("actor", "lacks", "then", "sources")
"""What must be said of a party that is needed, and of what an outcome is worth without one."""

_OfParty = TypeVar("_OfParty", Needed, Lacking)
_OfSteps = TypeVar("_OfSteps", Apply, Due)

_PARTS = (
    "kinds", "about", "needed", "lacking", "apply", "outside", "held", "running", "reports",
    "family", "due", "parts", "layers", "causes", "own_words", "stages", "agendas", "help",
    "letters", "granted", "commands", "roles", "words", "paper",
)  # fmt: skip


def read_overleg(
    text: str, file: str, problems: list[Problem], names: Names, letters: Collection[str]
) -> Guide:
    """The meeting; every step, actor, fact, source and letter in it must be known."""
    top = read_yaml(text, file, problems).fields("Het overleg", _PARTS, _PARTS)
    sources = frozenset(names.sources)
    kinds = {kind.id: kind for kind in _kinds(top.get("kinds"), names)}
    return Guide(
        kinds=kinds,
        about=tuple(_about(top.get("about"), names, kinds.values())),
        needed=tuple(_of_parties(top.get("needed"), Needed, "Deze partij", names, _WHY)),
        lacking=tuple(_of_parties(top.get("lacking"), Lacking, "Wat ontbreekt,", names, _LACKS)),
        apply=_steps(top.get("apply"), Apply, "De aanvraag", names),
        outside=tuple(_outside(top.get("outside"), names)),
        held=texts_of(top, "held"),
        running=texts_of(top, "running"),
        reports=named(top, "reports", "De stap", names.steps),
        family=_family(top.get("family"), names),
        due=_steps(top.get("due"), Due, "Het moment", names),
        parts=dict(_parts(top.get("parts"), sources)),
        layers=_whole(top.get("layers"), "De laag", [*Layer]),
        causes=dict(_causes(top.get("causes"))),
        own_words=tuple(_asked(top.get("own_words"))),
        stages=tuple(_stages(top.get("stages"))),
        agendas={each.id: each for each in _agendas(top.get("agendas"), sources, names.domains)},
        help=texts_of(top, "help"),
        letters=named(top, "letters", "De brief", letters),
        granted=named(top, "granted", "De brief", letters),
        commands=_commands(top.get("commands")),
        roles=texts_of(top, "roles"),
        words=_words(top.get("words")),
        paper=_paper(top.get("paper")),
    )


def _kinds(node: Node | None, names: Names) -> Iterator[Kind]:
    for name, child in node.items("kinds") if node else ():
        parts = child.fields("Dit overleg", ("title", "steps", "when"), ("title", "steps"))
        yield Kind(
            name,
            text_of(parts, "title"),
            named(parts, "steps", "De stap", names.steps),
            _when(parts, names.domains),
        )


def _about(node: Node | None, names: Names, kinds: Iterable[Kind]) -> Iterator[About]:
    """What a meeting is about: each step at which one can begin is said, once."""
    if node is None:
        return
    lacking = [step for kind in kinds for step in kind.steps]
    for child in node.nodes("about"):
        parts = child.fields("Dit onderwerp", ("says", "times"), ("says", "times"))
        times = tuple(_times(parts.get("times"), names))
        said = {step for each in times for step in each.steps}
        lacking = [step for step in lacking if step not in said]
        yield About(text_of(parts, "says"), times)
    for step in dict.fromkeys(lacking):
        node.problem(f"“about” zegt niet waar een overleg bij de stap “{step}” over gaat.")


def _times(node: Node | None, names: Names) -> Iterator[Time]:
    for child in node.nodes("times") if node else ():
        parts = child.fields("Deze keer", ("says", "steps"), ("says", "steps"))
        yield Time(text_of(parts, "says"), named(parts, "steps", "De stap", names.steps))


def _of_parties(
    node: Node | None, made: type[_OfParty], what: str, names: Names, needed: Collection[str]
) -> Iterator[_OfParty]:
    """What is said of parties. A name of ``made`` that is read in no way of its own is a text."""
    ways: dict[str, Callable[[Mapping[str, Node], str], Any]] = {
        "actor": lambda parts, name: parts[name].one_of("De actor", names.actors),
        "sources": lambda parts, name: read_sources(parts[name], frozenset(names.sources)),
        "when": lambda parts, _: _when(parts, names.domains),
        "steps": lambda parts, name: named(parts, name, "De stap", names.steps),
        "unless": lambda parts, name: named(parts, name, "De stap", names.steps),
        "joins": lambda parts, name: parts[name].flag(name),
        "here": lambda parts, name: parts[name].flag(name),
        "asks": lambda parts, name: parts[name].flag(name),
    }
    every = made.__struct_fields__
    for child in node.nodes(made.__name__) if node else ():
        parts = child.fields(what, every, needed)
        found = {name: ways.get(name, text_of)(parts, name) for name in every if name in parts}
        yield made(**{**dict.fromkeys(needed, ""), **found})


def _steps(node: Node | None, made: type[_OfSteps], what: str, names: Names) -> _OfSteps:
    """What names steps and nothing else."""
    every = made.__struct_fields__
    parts = node.fields(what, every, every) if node else {}
    return made(**{name: named(parts, name, "De stap", names.steps) for name in every})


def _family(node: Node | None, names: Names) -> Family:
    every = Family.__struct_fields__
    parts = node.fields("Het gezin", every, every) if node else {}
    return Family(
        named(parts, "steps", "De stap", names.steps),
        named(parts, "shared", "De stap", names.steps),
        named(parts, "actors", "De actor", names.actors),
    )


def _outside(node: Node | None, names: Names) -> Iterator[Outside]:
    for child in node.nodes("outside") if node else ():
        parts = child.fields("Deze actor", ("actor", "unless"), ("actor",))
        actor = parts["actor"].one_of("De actor", names.actors) if "actor" in parts else ""
        yield Outside(actor, dict(read_when(parts.get("unless"), names.domains)))


def _parts(node: Node | None, known: frozenset[str]) -> Iterator[tuple[str, PartText]]:
    every = ("title", "ask", "names", "sources")
    for name, child in node.fields("Het overleg", [*Part], [*Part]).items() if node else ():
        parts = child.fields("Dit onderdeel", every, every[:3])
        yield (
            name,
            PartText(
                text_of(parts, "title"),
                text_of(parts, "ask"),
                texts_of(parts, "names"),
                read_sources(parts.get("sources"), known),
            ),
        )


def _causes(node: Node | None) -> Iterator[tuple[str, Mapping[str, tuple[str, ...]]]]:
    for layer, child in node.fields("De kaart", [*Layer], [*Layer]).items() if node else ():
        sides = child.fields("Deze laag", [*Side], [*Side])
        yield layer, {side: texts_of(sides, side) for side in sides}


def _asked(node: Node | None) -> Iterator[Asked]:
    for name, child in node.items("own_words") if node else ():
        yield Asked(name, child.text("De vraag"))


def _stages(node: Node | None) -> Iterator[str]:
    for child in node.nodes("stages") if node else ():
        text = child.text("stages")
        if text.count(";") != STAGE_PARTS - 1:
            child.problem(
                "Een voorbeeld heeft vier delen: dag en uur; plek; volwassene; als het niet lukt."
            )
        yield text


def _agendas(node: Node | None, known: frozenset[str], domains: Domains) -> Iterator[Agenda]:
    every = ("title", "points", "sources", "when")
    for name, child in node.items("agendas") if node else ():
        parts = child.fields("Deze agenda", every, every[:3])
        points, found = texts_of(parts, "points"), read_sources(parts.get("sources"), known)
        yield Agenda(name, text_of(parts, "title"), points, found, _when(parts, domains))


def _commands(node: Node | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, child in node.fields("De lijst", COMMANDS, COMMANDS).items() if node else ():
        for word in child.texts(name):
            if word in found:
                child.problem(f"“{word}” staat ook bij “{found[word]}”.")
            found[word] = name
    return found


def _words(node: Node | None) -> Words:
    names = Words.__struct_fields__
    return Words(**_whole(node, "De zin", names))


def _paper(node: Node | None) -> PaperWords:
    names = PaperWords.__struct_fields__
    return PaperWords(**_whole(node, "De zin", names))


def _whole(node: Node | None, what: str, names: Collection[str]) -> dict[str, str]:
    """A text for each of ``names``: none may be left out."""
    parts = node.fields(what, names, names) if node else {}
    return {name: text_of(parts, name) for name in names}


def _when(parts: Mapping[str, Node], domains: Domains) -> dict[str, tuple[str, ...]]:
    return dict(read_when(parts.get("when"), domains))
