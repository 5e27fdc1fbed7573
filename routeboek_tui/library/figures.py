"""Decodes ``content/cijfers``, and proves that no figure is said two ways."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct, field

from routeboek_tui.core.facts import REGION, SECTOR, Domains
from routeboek_tui.core.figures import Figure, Figures, Unit, overlapping
from routeboek_tui.core.flow import Flow, Source
from routeboek_tui.core.policy import registry
from routeboek_tui.library.conditions import read_sources
from routeboek_tui.library.node import Node, read_yaml, text_of, texts_of
from routeboek_tui.library.places import FIGURES
from routeboek_tui.library.problems import Problem
from routeboek_tui.text import dates
from routeboek_tui.text.spelling import suggestion

_NAME = re.compile(r"[a-z][a-z_]*\Z")
_WHOLE = re.compile(r"[0-9]{1,6}\Z")
_PARTS = (
    "value", "least", "unit", "counts", "ask", "reading", "regions", "sectors", "editions", "since",
    "until", "sources", "facts", "own",
)  # fmt: skip

ONE_DAY = timedelta(days=1)

MOST_TIME = 7950
"""The largest figure that counts time. A longer term, of years, would run out of the calendar."""


class FigureFiles(Struct):
    """The entries of every figure read so far, each with its file and line.

    ``outside`` are the documents it may name, and of each whether it is general information.
    """

    outside: Mapping[str, bool]
    editions: Collection[str]
    domains: Domains
    problems: list[Problem]
    entries: dict[str, list[tuple[Figure, str, int]]] = field(default_factory=dict)

    @property
    def figures(self) -> Figures:
        """All of them, each in the order of its days."""
        return Figures(
            {
                name: tuple(sorted((entry for entry, _, _ in read), key=lambda e: e.since))
                for name, read in self.entries.items()
            }
        )

    def place(self, figure: Figure) -> tuple[str, int]:
        """The file and line an entry stands at."""
        return next(
            (file, line) for entry, file, line in self.entries[figure.name] if entry is figure
        )

    def read(self, text: str, file: str) -> None:
        """Take in one file."""
        for name, node in read_yaml(text, file, self.problems).items("De lijst van cijfers"):
            if not _NAME.match(name):
                node.problem(
                    f"De naam “{name}” mag alleen kleine letters en _ hebben: een naam blijft"
                    " goed als het getal verandert."
                )
            if name in self.entries:
                where = self.entries[name][0][1]
                node.problem(f"Het cijfer “{name}” staat ook in {where}.")
                continue
            several = node.value is not None and node.value.id == "sequence"
            items = list(node.nodes(name)) if several else [node]
            found = [
                (entry, file, each.line) for each in items if (entry := self.entry(name, each))
            ]
            if found:
                self.entries[name] = found
            if twice := overlapping([entry for entry, _, _ in found]):
                line = next(line for entry, _, line in found if entry is twice)
                message = (
                    f"Het cijfer “{name}” heeft op {twice.since:%d-%m-%Y} twee waarden."
                    " Geef de eerste een until, of de tweede een latere since."
                )
                self.problems.append(Problem(file, line, message))

    def always(self, on: date) -> None:
        """Note every figure that has no value on a day from ``on`` until it has another one."""
        for name, entries in self.figures.entries.items():
            ends = [on - ONE_DAY, *(entry.until for entry in entries[:-1])]
            for end, entry in zip(ends, entries, strict=True):
                if end and end + ONE_DAY < entry.since and entry.since > on:
                    file, line = self.place(entry)
                    message = (
                        f"Het cijfer “{name}” gaat pas in op {entry.since:%d-%m-%Y}, en daarvoor"
                        " geldt er geen. Laat het oude staan, met een until, en zet dit eronder."
                    )
                    self.problems.append(Problem(file, line, message))

    def apart_from(self, others: Collection[str]) -> None:
        """Note every figure with the name of a word or a number, since braces hold both."""
        for name in set(self.entries).intersection(others):
            _, file, line = self.entries[name][0]
            message = f"“{name}” heet ook een woord of een nummer. Geef het cijfer een andere naam."
            self.problems.append(Problem(file, line, message))

    def entry(self, name: str, node: Node) -> Figure | None:
        """One figure, or what it was in a stretch of time; ``None`` when it has no value."""
        what = f"Het cijfer “{name}”"
        parts = node.fields(what, _PARTS, ("value", "unit", "counts"))
        value, least = _whole(parts, "value"), _whole(parts, "least")
        if value is not None and least is not None and least >= value:
            parts["least"].problem(
                f"{what} loopt van {least} tot {value}. Zet het laagste bij least."
            )
        unit = parts["unit"].one_of("De eenheid", list(Unit)) if "unit" in parts else ""
        if unit and Unit(unit).timed and not text_of(parts, "reading"):
            node.problem(
                f"{what} telt tijd en mist “reading”: hoe je telt, en of het getal meetelt."
            )
        if unit and Unit(unit).timed and (value or 0) > MOST_TIME:
            parts["value"].problem(f"{what} telt tijd en is te groot: hooguit {MOST_TIME}.")
        since, until = read_day(parts, "since"), read_day(parts, "until")
        if since and until and until < since:
            parts["until"].problem(f"{what} eindigt voordat het begint.")
        self.ground(what, node, parts)
        for part, kind, known in (
            ("regions", "De regio", self.domains[REGION]),
            ("sectors", "De sector", self.domains[SECTOR]),
            ("editions", "De editie", self.editions),
        ):
            for each in texts_of(parts, part):
                parts[part].named(kind, each, known)
        if value is None or not unit:
            return None
        return Figure(
            name=name,
            value=value,
            unit=Unit(unit),
            counts=text_of(parts, "counts"),
            ask=text_of(parts, "ask"),
            least=least,
            reading=text_of(parts, "reading"),
            regions=texts_of(parts, "regions"),
            sectors=texts_of(parts, "sectors"),
            editions=texts_of(parts, "editions"),
            since=since or date.min,
            until=until,
            sources={s.document: s.place for s in self.sources(parts)},
            facts=texts_of(parts, "facts"),
            own="own" in parts and parts["own"].flag("own"),
        )

    def sources(self, parts: Mapping[str, Node]) -> tuple[Source, ...]:
        """The places a figure stands in, of documents that are known."""
        return read_sources(parts.get("sources"), frozenset(self.outside))

    def ground(self, what: str, node: Node, parts: Mapping[str, Node]) -> None:
        """Whether something stands behind a figure: a source and its facts, or that it is ours."""
        own = "own" in parts and parts["own"].flag("own")
        if own:
            if "facts" in parts:
                parts["facts"].problem(f"{what} is van ons (own), en heeft toch facts.")
            return
        documents = (
            [document for document, _ in parts["sources"].items("sources")]
            if "sources" in parts
            else []
        )
        if not documents:
            node.problem(f"{what} heeft geen bron. Noem die bij sources, of zeg own: true.")
        elif not all(self.outside.get(each, True) for each in documents) and not texts_of(
            parts, "facts"
        ):
            node.problem(f"{what} mist “facts”: welke feiten van content/herkomst.tsv het zeggen.")


def _whole(parts: Mapping[str, Node], name: str) -> int | None:
    if name not in parts:
        return None
    written = parts[name].text(name)
    if _WHOLE.match(written):
        return int(written)
    parts[name].problem(f"“{written}” is geen heel getal. Schrijf het in cijfers: 16.")
    return None


def read_day(parts: Mapping[str, Node], name: str) -> date | None:
    """A day as ``2025-08-01``; anything else is a problem."""
    if name not in parts:
        return None
    written = parts[name].text(name)
    day = dates.exact(written)
    if day is None:
        parts[name].problem(f"“{written}” is geen dag. Schrijf jaar-maand-dag: 2025-08-01.")
    return day


def reckoned(flows: Collection[Flow], figures: Figures) -> Iterator[Problem]:
    """Every figure that facts and the policies of the flows reckon with, and that is not there."""
    used = {step.policy for flow in flows for step in flow.steps.values() if step.policy}
    wanted = {name for policy in used for name in registry.STEPS[policy].figures}
    for name in sorted(wanted | set(registry.FACTS)):
        if name not in figures:
            near = suggestion(name, figures)
            message = f"Het cijfer “{name}” ontbreekt; de gids rekent ermee.{near}"
            yield Problem(FIGURES, 1, message)
