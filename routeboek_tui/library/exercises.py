"""Reads the cases to practise with: those of the guide, and a file that a mentor made.

Nothing in a case is trusted: every name is looked up, and its texts stay text. No figure or word is
filled in, for the numbers of a story are its own.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from routeboek_tui.core.safety import KIND
from routeboek_tui.library import ordinary_file
from routeboek_tui.library.conditions import read_sources
from routeboek_tui.library.exercise import Both, Exercise, Known, Said, Trap
from routeboek_tui.library.node import Node, read_yaml, text_of, texts_of
from routeboek_tui.library.problems import UNOPENED, Problem
from routeboek_tui.text.characters import steers, word_count

if TYPE_CHECKING:
    from routeboek_tui.library.content import Library

FOLDER = "content/oefeningen"
MOST_BYTES = 100_000
"""A case is a page or two; a file larger than this is something else."""

MOST_WORDS = 8
"""Words of a title."""

BIRTH_DATE = "geboortedatum"
"""Given as a fact, it takes the place of ``leeftijd``."""

NOT_KNOWN = "?"
"""What stands for "weet ik nog niet"."""

CHOSEN, DAY, MEANWHILE = "keuze", "on", "meanwhile"
"""Besides an answer: what was chosen where it is counted, the day, and what happened before it."""

FROM = "from"
"""The step from whose question on something can be asked."""

_PARTS = (
    "title", "teaches", "author", "checked", "day", "teller", "route", "start", "done", "facts",
    "story", "ask", "way", "ends", "both", "traps", "sources",
)  # fmt: skip
_NEEDED = (
    "title", "teaches", "author", "checked", "day", "teller", "route", "facts", "story", "ask",
    "way", "ends", "traps", "sources",
)  # fmt: skip

TOO_LARGE = "Dit bestand is te groot voor een oefening."
NOT_UTF8 = "Hier staat geen UTF-8-tekst. Sla het bestand op als UTF-8."
STEERS = "Hier staat een onzichtbaar stuurteken. Typ de regel opnieuw."
NO_DAY = "“{}” is geen dag. Schrijf JJJJ-MM-DD."
WHICH = "Een valkuil is een keuze (choice) of een gedachte (thought), niet beide."
WHY_BOTH = "Waarom is meer dan één antwoord goed? Vul één van deze in: conflict of why."
ONE_ANSWER = (
    "Een antwoord is een stap met een keuze, en hooguit een dag (on) "
    "en wat er intussen gebeurde (meanwhile)."
)
ONE_OF = "Vul één van deze in: answer, withheld of unknown."
LONG = "De titel heeft {} woorden, hooguit {}."
TWICE = "Wie de oefening schreef, kijkt haar niet zelf na: checked is een andere letter."
NO_ROUTE = "De route “{}” bestaat niet."


_Steps: TypeAlias = Mapping[str, frozenset[str]]
"""The steps of all routes by their name, each with its choices."""


def read_exercises(root: Path, library: "Library") -> tuple[dict[str, Exercise], list[Problem]]:
    """The cases of the guide below ``root`` by name, and everything wrong in their files."""
    problems: list[Problem] = []
    found = {}
    for path in sorted((root / FOLDER).glob("*.yaml")):
        name = path.relative_to(root).as_posix()
        if made := read_exercise(path, name, library, problems):
            found[made.id] = made
    return found, problems


def read_exercise(
    path: Path, name: str, library: "Library", problems: list[Problem]
) -> Exercise | None:
    """The case in a file, called ``name`` in what is told of it; ``None`` where it is none."""
    text = _text(path, name, problems)
    if text is None:
        return None
    before = len(problems)
    found = _Reader(library, name).read(path.stem, read_yaml(text, name, problems))
    return found if len(problems) == before else None


def _text(path: Path, name: str, problems: list[Problem]) -> str | None:
    try:
        if path.stat().st_size > MOST_BYTES:
            problems.append(Problem(name, 1, TOO_LARGE))
            return None
        text = ordinary_file.read_text(path)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problems.append(Problem(name, line, NOT_UTF8))
        return None
    except OSError:
        problems.append(Problem(name, 1, UNOPENED))
        return None
    wrong = [n for n, line in enumerate(text.split("\n"), start=1) if steers(line)]
    problems.extend(Problem(name, number, STEERS) for number in wrong)
    return None if wrong else text


class _Reader:
    def __init__(self, library: "Library", file: str) -> None:
        self.library, self.file = library, file

    def read(self, name: str, node: Node) -> Exercise:
        """The case in ``node``; what is wrong is told in its place."""
        parts = node.fields("Deze oefening", _PARTS, _NEEDED)
        library, none = self.library, Node(None, self.file, 0, [])
        routes = {flow.route for flow in library.flows.values()} | {*library.flows}
        route = parts["route"].one_of("De route", routes) if "route" in parts else ""
        steps = self.library.choices
        facts, dates, born = self._facts(parts.get("facts"))
        found = Exercise(
            id=name,
            title=text_of(parts, "title"),
            teaches=text_of(parts, "teaches"),
            author=text_of(parts, "author"),
            checked=text_of(parts, "checked"),
            day=_day(parts["day"]) if "day" in parts else date.min,
            teller=parts["teller"].one_of("De verteller", library.actors)
            if "teller" in parts
            else "",
            route=route,
            danger=facts.pop(KIND, ""),
            ends=self._ends(parts.get("ends"), steps),
            story=text_of(parts, "story"),
            facts=facts,
            dates=dates,
            birth_date=born,
            ask=tuple(self._known(each, steps) for each in parts.get("ask", none).nodes("ask"))
            if "ask" in parts
            else (),
            way=tuple(self._said(each, steps) for each in parts["way"].nodes("way"))
            if "way" in parts
            else (),
            traps=tuple(self._trap(each, steps) for each in parts["traps"].nodes("traps"))
            if "traps" in parts
            else (),
            sources=read_sources(parts.get("sources"), frozenset(library.sources)),
            start=parts["start"].one_of("De stap", steps) if "start" in parts else "",
            done=tuple(
                parts["done"].named("De stap", each, steps) for each in texts_of(parts, "done")
            ),
            both=tuple(self._both(each, steps) for each in parts["both"].nodes("both"))
            if "both" in parts
            else (),
            file=self.file,
        )
        if (words := word_count(found.title)) > MOST_WORDS and "title" in parts:
            parts["title"].problem(LONG.format(words, MOST_WORDS))
        if found.author and found.author == found.checked:
            parts["checked"].problem(TWICE)
        return found

    def _ends(self, node: Node | None, steps: _Steps) -> str:
        doors = {door.id for flow in self.library.flows.values() for door in flow.jumps}
        return node.one_of("De stap", [*steps, *doors]) if node else ""

    def _facts(self, node: Node | None) -> tuple[dict[str, str], dict[str, date], date | None]:
        """The facts that are known, those of them that are a date, and the date of birth."""
        scheme = self.library.scheme
        facts: dict[str, str] = {}
        dates: dict[str, date] = {}
        born = None
        for fact, child in node.items("facts") if node else ():
            if fact == KIND:
                facts[fact] = child.one_of("Het soort gevaar", self.library.dangers)
            elif fact == BIRTH_DATE:
                born = _day(child)
            elif fact in scheme.dates:
                dates[fact] = _day(child)
            elif child.named("Het feit", fact, scheme.domains):
                facts[fact] = child.one_of("De waarde", scheme.domains[fact])
        return facts, dates, born

    def _known(self, node: Node, steps: _Steps) -> Known:
        parts = node.fields(
            "Wat te vragen is",
            ("question", "of", "answer", "withheld", "unknown", "at", FROM),
            ("question", "of"),
        )
        if len({"answer", "withheld", "unknown"} & {*parts}) != 1:
            node.problem(ONE_OF)
        return Known(
            question=text_of(parts, "question"),
            of=parts["of"].one_of("De actor", self.library.actors) if "of" in parts else "",
            answer=text_of(parts, "answer"),
            withheld=text_of(parts, "withheld"),
            unknown=text_of(parts, "unknown"),
            at=parts["at"].one_of("De stap", steps) if "at" in parts else "",
            since=parts[FROM].one_of("De stap", steps) if FROM in parts else "",
            line=node.line,
        )

    def _said(self, node: Node, steps: _Steps) -> Said:
        parts = dict(node.items("Dit antwoord"))
        on = _day(parts.pop(DAY)) if DAY in parts else None
        meanwhile = parts.pop(MEANWHILE).text(MEANWHILE) if MEANWHILE in parts else ""
        if len(parts) != 1:
            node.problem(ONE_ANSWER)
            return Said("")
        ((name, child),) = parts.items()
        if not child.named("De stap", name, steps):
            return Said("")
        given: dict[str, str] = {}
        chosen: Node | None = child
        if child.value.id == "mapping":
            counted = dict(child.items("Wat geteld is"))
            chosen = counted.pop(CHOSEN) if CHOSEN in counted else None
            given = {what: each.text(what) for what, each in counted.items()}
        names = chosen.names("De keuze") if chosen else ()
        chosen_here = self._choices(child, names, steps[name])
        return Said(name, chosen_here, given, on, meanwhile, node.line)

    def _choices(
        self, node: Node, names: tuple[str, ...], known: frozenset[str]
    ) -> tuple[str, ...]:
        if names == (NOT_KNOWN,):
            return ()
        return tuple(node.named("De keuze", each, known) for each in names)

    def _both(self, node: Node, steps: _Steps) -> Both:
        parts = node.fields("Dit verschil", ("at", "choices", "conflict", "why"), ("at", "choices"))
        if len({"conflict", "why"} & {*parts}) != 1:
            node.problem(WHY_BOTH)
        step = parts["at"].one_of("De stap", steps) if "at" in parts else ""
        names = texts_of(parts, "choices")
        if step:
            names = self._choices(parts["choices"], names, steps[step])
        conflict = (
            parts["conflict"].one_of("Het verschil", self.library.conflicts)
            if "conflict" in parts
            else ""
        )
        return Both(step, names, conflict, text_of(parts, "why"), node.line)

    def _trap(self, node: Node, steps: _Steps) -> Trap:
        known = ("at", "choice", "thought", "why", "sources")
        parts = node.fields("Deze valkuil", known, ("at", "why", "sources"))
        if len({"choice", "thought"} & {*parts}) != 1:
            node.problem(WHICH)
        step = parts["at"].one_of("De stap", steps) if "at" in parts else ""
        choice = text_of(parts, "choice")
        if step and choice:
            choice = parts["choice"].named("De keuze", choice, steps[step])
        sources = read_sources(parts.get("sources"), frozenset(self.library.sources))
        why, thought = text_of(parts, "why"), text_of(parts, "thought")
        return Trap(step, why, choice, thought, sources, node.line)


def _day(node: Node) -> date:
    text = node.text("De dag")
    try:
        return date.fromisoformat(text)
    except ValueError:
        node.problem(NO_DAY.format(text))
        return date.min
