"""Where a figure may be referred to: in a text of a region it holds in, or one that names it.

The region of a step is that of its route, of a letter those of its steps, of a page or a conflict
those of its sources, of a note what its condition says. Texts of no region may refer to any figure.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

from msgspec import Struct

from routeboek_tui.core.facts import REGION
from routeboek_tui.core.figures import Figures
from routeboek_tui.core.letter import Letter
from routeboek_tui.library.content import Library
from routeboek_tui.library.flows import FlowFile
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.references import REFERENCE
from routeboek_tui.library.regions import Doors

_ENTRY = re.compile(r"^(?=[a-z_]+:)", re.M)
_PARAGRAPH = re.compile(r"(\n[ \t]*\n)")
_NOTE = re.compile(rf"\b{REGION}: ([a-z_]+)")


class Passage(Struct, frozen=True):
    """A piece of a file: what is ``said`` from ``line``, and what a reader sees ``around`` it."""

    said: str
    line: int
    regions: frozenset[str]
    around: str = ""


class Scope(Struct, frozen=True, dict=True):
    """The regions of texts and figures, on a day."""

    library: Library
    doors: Doors
    on: date

    @property
    def figures(self) -> Figures:
        """All figures."""
        return self.library.figures

    @cached_property
    def names(self) -> Mapping[str, re.Pattern[str]]:
        """By region what names it: its own names, those of places in it, its documents."""
        said: dict[str, list[str]] = {}
        for fact in self.library.facts.values():
            for value, choice in fact.choices.items():
                own = value if fact.id == REGION else choice.implies.get(REGION, "")
                said.setdefault(own, []).extend((choice.label, choice.short, *choice.synonyms))
        for document in self.library.sources.values():
            said.setdefault(document.regio, []).append(document.id)
        return {
            region: re.compile(rf"\b(?:{'|'.join(map(re.escape, filter(None, names)))})\b", re.I)
            for region, names in said.items()
            if region
        }

    def named(self, regions: frozenset[str]) -> str:
        """What regions are called in a message."""
        choices = self.library.facts[REGION].choices
        return " en ".join(choices[each].short or each for each in sorted(regions))

    def prove(
        self, written: Mapping[str, str], flow_files: Mapping[str, FlowFile]
    ) -> Iterator[Problem]:
        """Every figure of another region; ``written`` are the files that refer to figures."""
        for file, text in written.items():
            for passage in self.passages(file, text):
                for found in REFERENCE.finditer(passage.said):
                    name = found[1].lower()
                    line = passage.line + passage.said.count("\n", 0, found.start())
                    if name in self.figures and (message := self.astray(name, passage)):
                        yield Problem(file, line, message)
        for each in flow_files.values():
            regions = self.within(each.flow.id)
            for step in each.flow.steps.values():
                for name in {a.term.figure for a in step.actions if a.term and a.term.figure}:
                    if where := self.outside(name, regions):
                        message = f"De termijn “{name}” geldt in {where}, en deze route in"
                        message += f" {self.named(regions)}. Kies een cijfer dat hier geldt."
                        yield Problem(each.file, each.step_lines.get(step.id, 1), message)

    def outside(self, name: str, regions: frozenset[str]) -> str:
        """Where a figure holds that does not hold in all ``regions``, in words; else ""."""
        holds = self._holds(name)
        return self.named(holds) if holds and regions - holds else ""

    def astray(self, name: str, passage: Passage) -> str:
        """What is wrong with a figure in a passage, or "" where it holds or its region is named."""
        holds = self._holds(name)
        seen = f"{passage.around}\n{passage.said}"
        where = self.outside(name, passage.regions)
        if not where or any(self.names[each].search(seen) for each in holds):
            return ""
        here = self.named(passage.regions - holds)
        return (
            f"Het cijfer “{name}” geldt in {where}, en deze tekst ook in {here}."
            f" Noem {where} in deze alinea, of kies een cijfer dat hier geldt."
        )

    def _holds(self, name: str) -> frozenset[str]:
        """The regions in which a figure holds; one that is not there was told where it stands."""
        return frozenset(self.figures.figure(name, self.on).regions) & self.names.keys()

    def passages(self, file: str, text: str) -> Iterator[Passage]:
        """The pieces of a file that is of a region."""
        path = PurePosixPath(file)
        match path.parts:
            case ("content", "steps", flow, _):
                yield from _pieces(text, self.within(flow))
            case ("letters", _) if path.stem in self.library.letters:
                yield from _pieces(text, self.of_letter(self.library.letters[path.stem]))
            case ("content", "boek", _, _) if path.stem in self.library.pages:
                sources = self.library.pages[path.stem].sources
                yield from _pieces(text, self.of_documents(each.document for each in sources))
            case ("content", "conflicten", _):
                for said, line in _split(text, _ENTRY):
                    conflict = self.library.conflicts.get(said.partition(":")[0])
                    regions = self.of_documents(iter(conflict.says if conflict else ()))
                    yield Passage(said, line, regions)
            case ("content", "triage", _):
                for line, said in enumerate(text.split("\n"), start=1):
                    if found := _NOTE.search(said):
                        yield Passage(said, line, frozenset((found[1],)))

    def within(self, flow: str) -> frozenset[str]:
        """The region of a route; none for a route of the guide itself."""
        found = self.library.flows.get(flow)
        regions = self.doors.regions(found) if found else frozenset[str]()
        return regions if len(regions) == 1 else frozenset()

    def of_letter(self, letter: Letter) -> frozenset[str]:
        """The regions of the routes a letter is offered on."""
        flows = [
            f.id for f in self.library.flows.values() if not f.steps.keys().isdisjoint(letter.steps)
        ]
        found = frozenset[str]().union(*map(self.within, flows))
        return found & frozenset(letter.when.get(REGION, found))

    def of_documents(self, documents: Iterator[str]) -> frozenset[str]:
        """The regions of documents; general information has none."""
        regions = (self.library.sources[each].regio for each in documents)
        return frozenset(filter(None, regions))


def _pieces(text: str, regions: frozenset[str]) -> Iterator[Passage]:
    """The lines of the front matter, and the paragraphs below it with their heading."""
    _, head, body = text.split("---\n", 2) if text.count("---\n") > 1 else ("", "", text)
    title = next((line for line in head.split("\n") if line.startswith("title:")), "")
    first = text[: len(text) - len(body)].count("\n") + 1
    for number, said in enumerate(head.split("\n"), start=2):
        yield Passage(said, number, regions, title)
    heading = ""
    for said, line in _split(body, _PARAGRAPH):
        if said.startswith("#"):
            heading = said
        yield Passage(said, line + first - 1, regions, f"{title}\n{heading}")


def _split(text: str, by: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """The pieces of a text, each with its line, from 1."""
    line = 1
    for piece in by.split(text):
        yield piece, line
        line += piece.count("\n")
