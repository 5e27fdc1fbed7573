"""Decodes a flow file to a :class:`~routeboek_tui.core.flow.Flow`, noting each line."""

import re
from collections.abc import Mapping

from msgspec import Struct, field

from routeboek_tui.core.facts import REGION, SECTOR, When
from routeboek_tui.core.flow import (
    Certainty,
    Choice,
    Edge,
    Flow,
    Jump,
    Kind,
    Part,
    Source,
    Step,
)
from routeboek_tui.core.policy import registry
from routeboek_tui.core.terms.term import Term
from routeboek_tui.library.actions import Known, read_actions, read_term
from routeboek_tui.library.conditions import read_sources, read_when
from routeboek_tui.library.node import Node, read_yaml, texts_of
from routeboek_tui.library.placeholders import unknown_words
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.seats import read_table

NAME = re.compile(r"[a-z][a-z0-9_]*\Z")

_NEEDED = ("id", "title", "edition", "start", "steps")
_MAY = ("route", "sectors", "words", "parts", "when")
_STEP_PARTS = (
    "kind", "actor", "actions", "needs", "table", "sources", "inferred", "policy",
    "goto", "certainty", "choices", "assume", "until", "quick", "leaves", "instead", "ladder",
    "waits", "told",
)  # fmt: skip


class FlowFile(Struct, frozen=True):
    """A decoded flow with the line of every step and every arrow ``(step, choice, to)``.

    ``words`` names the flow whose texts serve where this one has none of its own. ``ending`` are
    the steps that say until when they run beside the main way.
    """

    flow: Flow
    file: str
    step_lines: dict[str, int]
    edge_lines: dict[tuple[str, str, str], int]
    words: str = ""
    ending: frozenset[str] = frozenset()


def read_flow(text: str, file: str, known: Known, problems: list[Problem]) -> FlowFile | None:
    """Decode one flow file; ``None`` when not even its steps can be read."""
    top = read_yaml(text, file, problems).fields("Deze route", (*_NEEDED, *_MAY), _NEEDED)
    if "steps" not in top:
        return None
    steps_node = dict(top["steps"].items("steps"))
    reader = _FlowReader(known, frozenset(steps_node))
    steps = {}
    for step_id, node in steps_node.items():
        if not NAME.match(step_id):
            node.problem(
                f"De naam “{step_id}” mag alleen kleine letters, cijfers en _ hebben "
                "en begint met een letter."
            )
        steps[step_id] = reader.step(step_id, node)
    flow_id = top["id"].text("id") if "id" in top else ""
    edition = top["edition"].one_of("De editie", known.regions) if "edition" in top else ""
    region = known.regions.get(edition, "")
    flow = Flow(
        id=flow_id,
        edition=edition,
        start=top["start"].one_of("De stap", steps) if "start" in top else "",
        steps={**steps, **reader.doors()},
        parts=reader.parts(top.get("parts")),
        route=top["route"].text("route") if "route" in top else flow_id,
        title=top["title"].text("title") if "title" in top else "",
        sectors=top["sectors"].texts("sectors") if "sectors" in top else (),
        domains=known.scheme.within({REGION: region} if region else {}),
        when=reader.when(top.get("when")),
    )
    for sector in flow.sectors:
        top["sectors"].named("De sector", sector, known.scheme.domains[SECTOR])
    lines = {step_id: node.line for step_id, node in steps_node.items()} | reader.jump_lines
    words = top["words"].text("words") if "words" in top else ""
    ending = frozenset(reader.ending)
    return FlowFile(flow, file, lines, reader.edge_lines, words, ending)


class _FlowReader(Struct):
    known: Known
    steps: frozenset[str]
    edge_lines: dict[tuple[str, str, str], int] = field(default_factory=dict)
    jump_lines: dict[str, int] = field(default_factory=dict)
    ending: list[str] = field(default_factory=list)

    def target(self, node: Node) -> str:
        """The step an arrow leads to; with a slash it is one of another route."""
        to = node.text("De stap")
        if "/" not in to:
            return node.one_of("De stap", self.steps)
        self.jump_lines.setdefault(to, node.line)
        return to

    def doors(self) -> dict[str, Step]:
        """A step for every place on another route that an arrow leads to."""
        found = {}
        for to in self.jump_lines:
            found[to] = Step(to, Kind.OUTCOME, "", jump=Jump.read(to))
        return found

    def parts(self, node: Node | None) -> tuple[Part, ...]:
        """The headings of the route; each begins at a step of its own."""
        found: dict[str, Part] = {}
        for item in node.nodes("parts") if node else ():
            entries = item.fields("Dit deel", ("title", "from"), ("title", "from"))
            title = entries["title"].text("title") if "title" in entries else ""
            start = entries["from"].one_of("De stap", self.steps) if "from" in entries else ""
            for _, message in unknown_words(title, self.known.words):
                entries["title"].problem(message)
            if start in found:
                item.problem(f"Bij de stap “{start}” begint al een deel: “{found[start].title}”.")
            elif title and start:
                found[start] = Part(title, start)
        return tuple(found.values())

    def step(self, step_id: str, node: Node) -> Step:
        """One step of the file."""
        parts = node.fields(f"De stap “{step_id}”", _STEP_PARTS, ("kind", "actor"))
        kind = (
            parts["kind"].one_of("De soort stap", [k.value for k in Kind])
            if "kind" in parts
            else ""
        )
        inferred = "inferred" in parts and parts["inferred"].flag("inferred")
        sources = self.sources(parts.get("sources"))
        if not sources and not inferred:
            node.problem(
                f"De stap “{step_id}” heeft geen bron. Noem die bij sources, "
                "of zeg met inferred: true dat de stap is afgeleid."
            )
        if "goto" in parts and "choices" in parts:
            parts["goto"].problem(f"De stap “{step_id}” heeft goto én choices. Kies er één.")
        if "goto" not in parts and "choices" not in parts and kind not in {"outcome", ""}:
            node.problem(
                f"De stap “{step_id}” leidt nergens heen. Geef goto of choices, "
                "of maak er een outcome van."
            )
        choices = self.choices(step_id, parts.get("choices"))
        return Step(
            id=step_id,
            kind=Kind(kind) if kind else Kind.ACTION,
            actor=parts["actor"].one_of("De actor", self.known.actors) if "actor" in parts else "",
            edges=self.goto(step_id, "", parts),
            choices=choices,
            actions=read_actions(parts.get("actions"), self.known),
            needs=self.facts(parts.get("needs")),
            table=read_table(parts.get("table"), sources, self.known),
            sources=sources,
            inferred=inferred,
            policy=parts["policy"].one_of("De regel", registry.STEPS) if "policy" in parts else "",
            until=self.until(step_id, parts.get("until")),
            assume=self.assumed(node, kind, choices, parts),
            quick="quick" in parts and parts["quick"].flag("quick"),
            leaves=texts_of(parts, "leaves"),
            instead=texts_of(parts, "instead"),
            ladder="ladder" in parts and parts["ladder"].flag("ladder"),
            waits="waits" in parts and parts["waits"].flag("waits"),
            told=self.told(choices, parts.get("told")),
        )

    def until(self, step_id: str, node: Node | None) -> tuple[str, ...]:
        """The steps that end what runs beside the main way; ``geen`` where nothing ends it."""
        if node is None:
            return ()
        self.ending.append(step_id)
        found = (item.one_of("De stap", self.steps) for item in node.nodes("until"))
        return tuple(step for step in found if step)

    def told(self, choices: tuple[Choice, ...], node: Node | None) -> dict[str, str]:
        """The steps that tell the answer to a question, or a choice of one, each with it."""
        single = [choice.id for choice in choices if not choice.parallel]
        found = {}
        for name, child in node.items("told") if node else ():
            child.named("De stap", name.partition("=")[0], self.steps)
            found[name] = child.one_of("De keuze bij told", single)
        return {name: choice for name, choice in found.items() if choice}

    @staticmethod
    def assumed(
        step: Node, kind: str, choices: tuple[Choice, ...], parts: Mapping[str, Node]
    ) -> str:
        """The choice that is followed first while the answer of a question is not known."""
        single = [choice.id for choice in choices if not choice.parallel]
        node = parts.get("assume")
        if node is not None and "waits" in parts:
            node.problem("Een stap die wacht, neemt niets aan. Kies: assume of waits.")
        elif node is not None:
            return node.one_of("De keuze bij assume", single)
        elif single and kind != Kind.OUTCOME and "waits" not in parts:
            step.problem(
                "Deze vraag mist “assume”: welke weg volgt de gids zolang het antwoord niet bekend"
                f" is? Kies uit: {', '.join(single)}."
            )
        return ""

    def choices(self, step_id: str, node: Node | None) -> tuple[Choice, ...]:
        """The choices of a step."""
        if node is None:
            return ()
        choices = []
        for choice_id, child in node.items("choices"):
            if not NAME.match(choice_id):
                child.problem(
                    f"De naam “{choice_id}” mag alleen kleine letters, cijfers en _ hebben."
                )
            known = (
                "goto", "certainty", "alongside", "parallel", "after", "since", "leaves", "besides",
            )  # fmt: skip
            parts = child.fields(f"De keuze “{choice_id}”", known, ("goto",))
            alongside = parts.get("alongside")
            choices.append(
                Choice(
                    id=choice_id,
                    edges=self.goto(step_id, choice_id, parts),
                    alongside=tuple(
                        edge
                        for item in (alongside.nodes("alongside") if alongside else ())
                        if (edge := self.edge(step_id, choice_id, item, "step"))
                    ),
                    parallel="parallel" in parts and parts["parallel"].flag("parallel"),
                    after=self.after(parts),
                    leaves=texts_of(parts, "leaves"),
                    besides=texts_of(parts, "besides"),
                )
            )
        return tuple(choices)

    def after(self, parts: Mapping[str, Node]) -> Term | None:
        """The time that must have passed since a date, for a choice to be true."""
        if "after" not in parts:
            return None
        if "since" not in parts:
            parts["after"].problem("Bij “after” hoort “since”: de datum vanaf wanneer je telt.")
        counted = {"term": parts["after"], **{k: v for k, v in parts.items() if k == "since"}}
        return read_term(counted, self.known)

    def goto(self, step_id: str, choice_id: str, parts: dict[str, Node]) -> tuple[Edge, ...]:
        """The arrows of ``goto``: one step, or a list of arrows with conditions."""
        node = parts.get("goto")
        if node is None:
            return ()
        certainty = self.certainty(parts.get("certainty"))
        if node.value is not None and node.value.id == "sequence":
            edges = (self.edge(step_id, choice_id, item, "to") for item in node.nodes("goto"))
            return tuple(edge for edge in edges if edge)
        to = self.target(node)
        self.edge_lines[step_id, choice_id, to] = node.line
        return (Edge(to, {}, certainty),) if to else ()

    def edge(self, step_id: str, choice_id: str, node: Node, target: str) -> Edge | None:
        """One arrow with its own conditions and certainty."""
        parts = node.fields("Deze pijl", (target, "when", "certainty", "done", "facts"), (target,))
        to = self.target(parts[target]) if target in parts else ""
        self.edge_lines[step_id, choice_id, to] = node.line
        when, certainty = self.when(parts.get("when")), self.certainty(parts.get("certainty"))
        done = parts["done"].texts("done") if "done" in parts else ()
        facts = {fact: said[0] for fact, said in self.when(parts.get("facts")).items() if said}
        for name in ("done", "facts"):
            if name in parts and "/" not in to:
                message = f"“{name}” hoort alleen bij een pijl naar een andere route."
                parts[name].problem(message)
        return Edge(to, when, certainty, done, facts) if to else None

    @staticmethod
    def certainty(node: Node | None) -> Certainty:
        """How sure an arrow is."""
        name = node.one_of("De zekerheid", [c.value for c in Certainty]) if node else ""
        return Certainty(name) if name else Certainty.SOURCE

    def sources(self, node: Node | None) -> tuple[Source, ...]:
        """The places a step stands in."""
        return read_sources(node, self.known.sources)

    def when(self, node: Node | None) -> When:
        """Conditions over facts."""
        return read_when(node, self.known.scheme.domains)

    def facts(self, node: Node | None) -> tuple[str, ...]:
        """Facts by name."""
        domains = self.known.scheme.domains
        found = (item.one_of("Het feit", domains) for item in (node.nodes("needs") if node else ()))
        return tuple(fact for fact in found if fact)
