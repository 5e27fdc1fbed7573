"""Proves that nobody hears of a pupil without ground, however a walk goes.

Every place is looked at: from each beginning, over every arrow and every door to another route,
and with the steps a door, a signal or a combination says were done before. Facts are left out of
account, so more ways are tried than a walk can take.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct, field

from routeboek_tui.core.flow import Edge, Flow, Jump
from routeboek_tui.core.letter import Field, FieldKind, Letter, Recipient
from routeboek_tui.library.grounds import FILE, Grounds, Table
from routeboek_tui.library.pages import LetterFile
from routeboek_tui.library.problems import Problem

Kinds = frozenset[FieldKind]
NOTHING: Kinds = frozenset()


class Place(NamedTuple):
    """A step on a route, and the kinds for which there was ground by then."""

    flow: str
    step: str
    granted: Kinds


class Hearing(Struct, dict=True):
    """Every place a walk can come to, with the one before it, and what is said to be done.

    ``begun`` are the arrows of signals and combinations, each with what it is called.
    """

    grounds: Grounds
    flows: Mapping[str, Flow]
    fields: Mapping[str, Field]
    begun: Iterable[tuple[str, Edge]] = ()
    places: dict[Place, "Place | str"] = field(default_factory=dict)
    told: dict[tuple[frozenset[str], Kinds], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._onward = {
            flow.id: {step.id: [edge for _, edge in step.ways()] for step in flow.steps.values()}
            for flow in self.flows.values()
        }
        self._before: dict[tuple[str, frozenset[str]], frozenset[str]] = {}
        self._at: dict[str, list[Place]] = {}
        todo: deque[tuple[Place, Place | str]] = deque(
            (Place(flow.id, flow.start, NOTHING), "") for flow in self.flows.values()
        )
        for name, edge in self.begun:
            granted = self._tell(edge, NOTHING, name)
            behind = self._behind(edge.door)
            todo += [(Place(f.id, edge.door.step, granted), name) for f in behind]
        while todo:
            todo += self._visit(*todo.popleft())

    def without(self, flow: Flow, gates: Collection[str]) -> frozenset[str]:
        """The steps a walk from the beginning of ``flow`` can come to before it passes a gate."""
        key = flow.id, frozenset(gates)
        if key not in self._before:
            onward = self._onward[flow.id]
            reached, todo = set[str](), [flow.start]
            while todo:
                step = todo.pop()
                if step not in reached and step not in gates and step in onward:
                    reached.add(step)
                    todo += [edge.to for edge in onward[step]]
            self._before[key] = frozenset(reached)
        return self._before[key]

    @cached_property
    def _gates(self) -> dict[tuple[str, str], Kinds]:
        return {(f, g.step): g.kinds for f, gates in self.grounds.gates.items() for g in gates}

    @cached_property
    def _implied(self) -> dict[str, Kinds]:
        """Per step what there was ground for, once somebody was there."""
        found: dict[str, Kinds] = {}
        for flow in self.flows.values():
            gates = self.grounds.gates.get(flow.id, ())
            for kind in {kind for gate in gates for kind in gate.kinds}:
                before = self.without(flow, [gate.step for gate in gates if kind in gate.kinds])
                for step in flow.steps.keys() - before:
                    found[step] = found.get(step, NOTHING) | {kind}
        return found

    def _behind(self, jump: Jump) -> list[Flow]:
        every = self.flows.values()
        return [f for f in every if f.route == jump.route and jump.step in f.steps]

    def _tell(self, edge: Edge, granted: Kinds, who: str) -> Kinds:
        granted = granted.union(*(self._implied.get(step, NOTHING) for step in edge.done))
        if edge.done:
            self.told.setdefault((frozenset(edge.done), granted), who)
        return granted

    def _visit(self, place: Place, before: Place | str) -> Iterator[tuple[Place, Place | str]]:
        if place.step not in self.flows[place.flow].steps:
            return
        granted = place.granted | self._gates.get((place.flow, place.step), NOTHING)
        here = place._replace(granted=granted)
        if here in self.places:
            return
        self.places[here] = before
        self._at.setdefault(here.step, []).append(here)
        step = self.flows[place.flow].steps[place.step]
        if step.jump:
            for flow in self._behind(step.jump):
                yield Place(flow.id, step.jump.step, granted), here
        for edge in self._onward[place.flow][place.step]:
            onward = granted
            if edge.done:
                onward = self._tell(edge, granted, f"de pijl van “{step.id}” naar “{edge.to}”")
            yield Place(place.flow, edge.to, onward), here

    def way(self, place: Place) -> str:
        """How one gets to ``place``."""
        steps: list[str] = []
        here: Place | str = place
        while isinstance(here, Place):
            steps.insert(0, here.step)
            here = self.places[here]
        return " → ".join([here, *steps] if here else steps)

    def kinds(self, letter: Letter) -> Kinds:
        """The kinds of field ``letter`` has, but for who writes it."""
        own = [self.fields[name] for name in letter.fields if name in self.fields]
        return frozenset(field.kind for field in own if not field.writer)

    def too_early(self, letter: Letter) -> Iterator[tuple[str, str, str]]:
        """Where ``letter`` has no ground: the step, how one gets there, and for what."""
        kinds, seen = self.kinds(letter), set[str]()

        def lacks(granted: Kinds) -> str:
            missing: list[str] = sorted(kinds - granted)
            return ", ".join(missing or ["alles"] * (not granted))

        for place in (place for step in letter.steps for place in self._at.get(step, ())):
            lack = lacks(place.granted)
            if lack and place.step not in seen:
                seen.add(place.step)
                yield place.step, self.way(place), lack
        for (done, granted), who in self.told.items():
            for step in done.intersection(letter.steps) - seen:
                if lack := lacks(granted):
                    seen.add(step)
                    yield step, f"{who} zegt dat deze stap al gedaan is", lack
        yield from self._unreported(letter, kinds, seen)

    def _unreported(
        self, letter: Letter, kinds: Kinds, seen: set[str]
    ) -> Iterator[tuple[str, str, str]]:
        """A letter of which not every step lies behind such a gate, needs another ground."""
        for flow_id, gates in self.grounds.gates.items():
            flow = self.flows[flow_id]
            behind = [gate.step for gate in gates if gate.behind]
            steps = set(letter.steps) & flow.steps.keys()
            if not behind or not steps & self.without(flow, behind):
                continue
            for kind in sorted(kinds, key=str):
                main = [g.step for g in gates if not g.behind and kind in g.kinds]
                for step in sorted((steps & self.without(flow, main)) - seen):
                    seen.add(step)
                    yield step, f"{flow.start} → … → {step}, zonder {' of '.join(main)}", kind


def prove(
    hearing: Hearing,
    letters: Iterable[LetterFile],
    recipients: Mapping[str, Recipient],
) -> Iterator[Problem]:
    """Every letter and every recipient that breaks a rule."""
    grounds = hearing.grounds
    for each in letters:
        letter = each.letter
        if grounds.office(letter):
            yield from _early(hearing, each)
        for name, fields in grounds.only.items():
            if name in letter.readers and set(letter.fields) != set(fields):
                message = f"Een brief aan “{name}” heeft precies deze velden: {', '.join(fields)}."
                yield Problem(each.file, each.line("fields"), message)
        for name in letter.readers:
            if name in grounds.tables:
                apart = [
                    recipients[who].word.lower() if who in recipients else who
                    for who in grounds.tables[name].apart
                ]
                yield from _seated(hearing.flows, each, name, grounds.tables[name], apart)
    for name in grounds.nameless:
        for kind in grounds.withheld:
            if name in recipients and kind in recipients[name].may:
                message = (
                    f"“{name}” krijgt een casus zonder naam, maar mag volgens"
                    f" letters/recipients.yaml “{kind}” lezen."
                )
                yield Problem(FILE, grounds.lines["reasons", name], message)
    for kind, readers in grounds.closed.items():
        for recipient in recipients.values():
            if kind in recipient.may and recipient.id not in readers:
                message = f"“{kind}” gaat niet naar “{recipient.id}”, alleen naar: "
                yield Problem(
                    FILE, grounds.lines["readers", kind], f"{message}{', '.join(readers)}."
                )
    yield from _tables(grounds, recipients)
    yield from _shut(grounds)


def _shut(grounds: Grounds) -> Iterator[Problem]:
    """A step gives no ground for what goes to no office at all."""
    shut = {kind for kind, to in grounds.closed.items() if not {*to} & {*grounds.offices}}
    for flow, gates in grounds.gates.items():
        for gate in gates:
            for kind in sorted(gate.kinds & shut):
                message = (
                    f"De grond “{gate.step}” noemt “{kind}”; dat gaat alleen naar:"
                    f" {', '.join(grounds.closed[kind])}."
                )
                yield Problem(FILE, grounds.lines["gates", f"{flow}/{gate.step}"], message)


def _early(hearing: Hearing, each: LetterFile) -> Iterator[Problem]:
    letter = each.letter
    offices = sorted({letter.sender, *letter.readers} & set(hearing.grounds.offices))
    for step, way, lack in hearing.too_early(letter):
        flows = [flow.id for flow in hearing.flows.values() if step in flow.steps]
        gates = [gate.step for name in flows for gate in hearing.grounds.gates.get(name, ())]
        message = (
            f"Bij de stap “{step}” is er nog geen grond voor {' en '.join(offices)}: {lack}."
            f" Zo kom je er: {way}. Stappen met een grond: {', '.join(dict.fromkeys(gates))}."
        )
        yield Problem(each.file, each.line("steps"), message)


def _seated(
    flows: Mapping[str, Flow], each: LetterFile, name: str, table: Table, apart: Iterable[str]
) -> Iterator[Problem]:
    """Everyone at the table of a letter's steps must have a seat, or be said to sit apart.

    Whoever sits ``apart`` is named where the letter is agreed to.
    """
    known = {*table.seats, *table.apart}
    for flow in flows.values():
        for step in each.letter.steps:
            for seat in flow.steps[step].table if step in flow.steps else ():
                if seat.actor not in known:
                    message = (
                        f"Bij “{step}” van “{flow.id}” kan “{seat.actor}” aan tafel zitten, maar"
                        f" {FILE} zegt niet of die leest wat naar “{name}” gaat."
                    )
                    yield Problem(each.file, each.line("recipients"), message)
    unsaid = [who for who in apart if who not in each.letter.confirm.lower()]
    if unsaid:
        message = (
            f"Bij “{name}” kan ook aan tafel zitten: {', '.join(unsaid)}. Die leest deze"
            " brief niet. Zeg dat bij confirm."
        )
        yield Problem(each.file, each.line("recipients"), message)


def _tables(grounds: Grounds, recipients: Mapping[str, Recipient]) -> Iterator[Problem]:
    """A table reads no more than everyone who sits at it."""
    for name, table in grounds.tables.items():
        for kind in recipients[name].may if name in recipients else ():
            short = [seat for seat in table.seats if kind not in recipients[seat].may]
            if short:
                message = (
                    f"“{name}” mag “{kind}” lezen, maar aan die tafel kan zitten wie dat niet mag:"
                    f" {', '.join(short)}."
                )
                yield Problem(FILE, grounds.lines["tables", name], message)
