"""Decodes ``content/gronden.yaml``: who may hear what about a pupil, and from which step."""

from collections.abc import Collection, Mapping

from msgspec import Struct, field

from routeboek_tui.core.flow import Flow, Source
from routeboek_tui.core.letter import FieldKind, Letter
from routeboek_tui.library.conditions import read_sources
from routeboek_tui.library.node import Node, read_yaml, text_of
from routeboek_tui.library.pages import Names, named
from routeboek_tui.library.problems import Problem

FILE = "content/gronden.yaml"
_WHY = ("because", "sources")

OFFICES = ("leerplicht", "duo")
"""Who hears nothing of a pupil before a step gives ground, wherever they are recipients."""


class Because(Struct, frozen=True):
    """Why something may be, or may not, and where that is written."""

    because: str
    sources: tuple[Source, ...]


class Gate(Struct, frozen=True):
    """A step that gives ground for ``kinds``.

    One that counts ``behind`` gives it only to letters all of whose steps lie behind it.
    """

    step: str
    kinds: frozenset[FieldKind]
    behind: bool
    why: Because


class Table(Struct, frozen=True):
    """Who can sit at a table: those who read what goes to it, and those who do not."""

    seats: tuple[str, ...]
    apart: Mapping[str, Because]


class Grounds(Struct, frozen=True):
    """The rules about who may hear of a pupil, and the line of each by its part and its name.

    ``offices`` read and write nothing before a gate of ``gates`` (by flow). ``nameless`` readers
    read none of ``withheld``. Kinds in ``closed`` go to the named readers alone. A letter to a
    reader in ``only`` has exactly those fields. ``positions`` is by question of what kind it is
    what somebody thinks of it; what is not named there goes into no letter.
    """

    offices: tuple[str, ...] = ()
    gates: Mapping[str, tuple[Gate, ...]] = field(default_factory=dict)
    withheld: tuple[FieldKind, ...] = ()
    nameless: Mapping[str, Because] = field(default_factory=dict)
    closed: Mapping[FieldKind, tuple[str, ...]] = field(default_factory=dict)
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    positions: Mapping[str, FieldKind] = field(default_factory=dict)
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def office(self, letter: Letter) -> bool:
        """Whether ``letter`` is of an office, or goes to one."""
        return bool({letter.sender, *letter.readers} & set(self.offices))


def read_grounds(
    text: str, names: Names, flows: Mapping[str, Flow], problems: list[Problem]
) -> Grounds:
    """The rules; every flow must have its entry under ``grounds``, be it an empty one."""
    needed = ("offices", "grounds", "nameless", "closed", "only", "tables")
    every = (*needed, "positions")
    parts = read_yaml(text, FILE, problems).fields("Deze lijst", every, needed)
    reader = _Reader(names)
    steps = {step for flow in flows.values() for step in flow.steps}
    gates = {}
    for flow_id, node in parts["grounds"].items("grounds") if "grounds" in parts else ():
        if node.named("De route", flow_id, flows):
            gates[flow_id] = reader.gates(node, flows[flow_id])
    for flow_id in flows if "grounds" in parts else ():
        if flow_id not in gates:
            parts["grounds"].problem(
                f"De route “{flow_id}” staat hier niet. Zeg vanaf welke stap leerplicht en DUO"
                f" van een leerling mogen horen, of met “{flow_id}: geen” dat zij dat niet mogen."
            )
    nameless = (
        parts["nameless"].fields("nameless", ("kinds", "readers"), ("kinds", "readers"))
        if "nameless" in parts
        else {}
    )
    closed = {
        FieldKind(kind): reader.readers(entry.get("readers"))
        for kind, entry in reader.entries(parts.get("closed"), _KINDS, "De soort", "readers")
    }
    only = {
        name: named(entry, "fields", "Het veld", names.fields)
        for name, entry in reader.entries(
            parts.get("only"), names.recipients, "De ontvanger", "fields"
        )
    }
    offices = named(parts, "offices", "De ontvanger", names.recipients)
    for office in OFFICES:
        if "offices" in parts and office in names.recipients and office not in offices:
            parts["offices"].problem(
                f"“{office}” hoort hierbij: leerplicht en DUO horen pas iets vanaf een stap die"
                " daar grond voor geeft."
            )
    return Grounds(
        offices=offices,
        gates=gates,
        withheld=reader.kinds(nameless.get("kinds")),
        nameless=reader.reasons(nameless.get("readers"), names.recipients, "De ontvanger"),
        closed=closed,
        only=only,
        tables=reader.tables(parts.get("tables")),
        positions=reader.positions(parts.get("positions"), steps),
        lines=reader.lines,
    )


_KINDS = tuple(kind.value for kind in FieldKind)


class _Reader(Struct):
    names: Names
    lines: dict[tuple[str, str], int] = field(default_factory=dict)

    def readers(self, node: Node | None) -> tuple[str, ...]:
        """Recipients by name."""
        part = "readers"
        return named({part: node}, part, "De ontvanger", self.names.recipients) if node else ()

    @staticmethod
    def kinds(node: Node | None) -> tuple[FieldKind, ...]:
        """Kinds of field by name."""
        part = "kinds"
        kinds = named({part: node}, part, "De soort", _KINDS) if node else ()
        return tuple(map(FieldKind, kinds))

    def because(self, parts: Mapping[str, Node]) -> Because:
        """A reason and its sources."""
        sources = read_sources(parts.get("sources"), frozenset(self.names.sources))
        return Because(text_of(parts, "because"), sources)

    def entries(
        self, node: Node | None, known: Collection[str], what: str, part: str
    ) -> list[tuple[str, Mapping[str, Node]]]:
        """Entries by a known name, each with ``part`` and its reason."""
        found: list[tuple[str, Mapping[str, Node]]] = []
        for name, child in node.items("Dit deel") if node else ():
            if child.named(what, name, known):
                needed = (part, *_WHY)
                parts = child.fields(f"“{name}”", needed, needed)
                self.because(parts)
                self.lines[part, name] = child.line
                found.append((name, parts))
        return found

    def reasons(self, node: Node | None, known: Collection[str], what: str) -> dict[str, Because]:
        """A reason for each name."""
        found = {}
        for name, child in node.items("Dit deel") if node else ():
            if child.named(what, name, known):
                found[name] = self.because(child.fields(f"“{name}”", _WHY, _WHY))
                self.lines.setdefault(("reasons", name), child.line)
        return found

    def gates(self, node: Node, flow: Flow) -> tuple[Gate, ...]:
        """The steps of ``flow`` that give ground."""
        found = []
        steps = [step.id for step in flow.steps.values() if not step.jump]
        for step, child in node.items(f"De route “{flow.id}”"):
            if child.named("De stap", step, steps):
                needed = (*_WHY, "kinds")
                parts = child.fields(f"De grond “{step}”", (*needed, "behind"), needed)
                behind = "behind" in parts and parts["behind"].flag("behind")
                kinds = frozenset(self.kinds(parts.get("kinds")))
                self.lines["gates", f"{flow.id}/{step}"] = child.line
                found.append(Gate(step, kinds, behind, self.because(parts)))
        return tuple(found)

    def positions(self, node: Node | None, steps: Collection[str]) -> dict[str, FieldKind]:
        """Of what kind a view of a question is, by its step; each is of one kind."""
        found: dict[str, FieldKind] = {}
        for kind, entry in self.entries(node, _KINDS, "De soort", "steps"):
            for step in named(entry, "steps", "De stap", steps):
                if step in found:
                    entry["steps"].problem(f"De stap “{step}” staat ook bij “{found[step]}”.")
                found[step] = FieldKind(kind)
        return found

    def tables(self, node: Node | None) -> dict[str, Table]:
        """Who sits where."""
        found = {}
        for name, child in node.items("tables") if node else ():
            if not child.named("De ontvanger", name, self.names.recipients):
                continue
            parts = child.fields(f"De tafel “{name}”", ("seats", "apart"), ("seats",))
            self.lines["tables", name] = child.line
            apart = self.reasons(parts.get("apart"), self.names.actors, "De actor")
            found[name] = Table(self.readers(parts.get("seats")), apart)
        return found
