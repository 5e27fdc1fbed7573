"""What a box and an arrow of the drawn map say of themselves: what they are, and where it stands.

The same sentences are the map for who cannot see a drawing: "Van … naar … als …".
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from msgspec import Struct

from routeboek_tui.conversation.map.flow_words import KIND_WORDS, FlowWords
from routeboek_tui.core.compare import Way, ways
from routeboek_tui.core.flow import Certainty, Step
from routeboek_tui.library.content import Library

HOW_THEY_JOIN = "Alle routes en hoe zij samenkomen:"


class Said(Struct, frozen=True):
    """Something to read of a box or an arrow: a word for what it is, and the words."""

    lead: str
    text: str


class ArrowWords(Struct, frozen=True):
    """An arrow of a route in words. ``when`` says which choice and facts take it, "" always.

    ``source`` is where the box it leaves stands; ``why`` is the reason where that leaves room.
    """

    start: str
    end: str
    origin: str
    goal: str
    when: str
    certainty: Certainty
    sure: str
    why: str
    source: str

    @property
    def plain(self) -> str:
        """The arrow in one sentence."""
        condition = f", {self.when}" if self.when else ""
        why = f": {self.why}" if self.why else "."
        sure = f"{self.sure[:1].upper()}{self.sure[1:]}"
        return f"Van “{self.origin}” naar “{self.goal}”{condition}. {sure}{why}"


class BoxWords(Struct, frozen=True):
    """A box of a route in words: its step, its title, and what it says of itself."""

    step: str
    title: str
    said: tuple[Said, ...]


class Drawn(Struct, frozen=True):
    """Everything on the drawn map in words: a route box by box, arrow by arrow, and all doors."""

    route: str
    title: str
    boxes: tuple[BoxWords, ...]
    arrows: tuple[ArrowWords, ...]
    joins: tuple["Join", ...]


class Join(Struct, frozen=True):
    """A door from one route to another: the flows, and the arrow that leads through it."""

    start: str
    end: str
    arrow: ArrowWords

    @property
    def plain(self) -> str:
        """The door in one sentence."""
        return self.arrow.plain


def boxes(words: FlowWords) -> Iterator[BoxWords]:
    """Every box of a route."""
    for step in words.flow.steps:
        yield BoxWords(step, words.title(step), box_said(words, step))


def box_said(words: FlowWords, step_id: str) -> tuple[Said, ...]:
    """What a box is, what is asked and done there, and where it stands."""
    return tuple(_box_said(words, words.flow.steps[step_id]))


def arrows(words: FlowWords) -> Iterator[ArrowWords]:
    """Every arrow of a route, box by box."""
    for step in words.flow.steps.values():
        yield from arrows_of(words, step.id)


def arrows_of(words: FlowWords, step_id: str, end: str = "") -> Iterator[ArrowWords]:
    """The arrows that leave a box, or those of them that lead to ``end``."""
    step = words.flow.steps[step_id]
    for way in ways(step):
        if end in {"", way.edge.to}:
            yield _arrow(words, step, way)


def drawn(library: Library, flow: str, today: date) -> Drawn:
    """Everything on the drawn map in words; without a ``flow`` only how routes join.

    :raises KeyError: when there is no such flow
    """
    found = tuple(joins(library, today))
    if not flow:
        return Drawn("", HOW_THEY_JOIN.rstrip(":"), (), (), found)
    words = FlowWords(library, flow)
    return Drawn(flow, words.name, tuple(boxes(words)), tuple(arrows(words)), found)


def sentences(library: Library, flow: str, today: date) -> Iterator[tuple[str, str]]:
    """What is drawn, for who cannot see it: ``flow`` if given, then how all routes join.

    Each sentence comes with what stands before it: "- " for an arrow.
    """
    if flow:
        words = FlowWords(library, flow)
        yield "", f"De route {words.name}, vak voor vak:"
        for step in words.flow.steps.values():
            yield "", _box(words, step)
            yield from (("- ", arrow.plain) for arrow in arrows_of(words, step.id))
    yield "", HOW_THEY_JOIN
    for start, found in groupby(joins(library, today), lambda join: join.start):
        yield "", f"Vanaf de route {FlowWords(library, start).name}:"
        yield from (("- ", join.plain) for join in found)


def _box(words: FlowWords, step: Step) -> str:
    """A box in one sentence; a door stands in no source."""
    source = "" if step.jump else f" Bron: {words.sources(step)}."
    title, kind = words.title(step.id), KIND_WORDS[step.kind]
    return f"Vak “{title}”, {kind}. Aan zet: {words.actor(step.actor)}.{source}"


def joins(library: Library, today: date) -> Iterator[Join]:
    """Every door of every route, with the flow behind it as it is on the day ``today``."""
    for flow in library.flows.values():
        words = FlowWords(library, flow.id)
        doors = {step.id: step.jump for step in flow.jumps if step.jump}
        for arrow in arrows(words):
            if jump := doors.get(arrow.end):
                behind = library.behind(jump, today, {flow.edition})
                yield Join(flow.id, behind.id, arrow)


def _box_said(words: FlowWords, step: Step) -> Iterator[Said]:
    text = words.text(step.id)
    yield Said("Aan zet", f"{words.actor(step.actor)} ({KIND_WORDS[step.kind]})")
    if text.question:
        yield Said("Vraag", words.say(text.question))
    for action in step.actions:
        yield Said("Doen", words.todo(step, action))
    if not step.jump:
        yield Said("Bron", words.sources(step))


def _arrow(words: FlowWords, step: Step, way: Way) -> ArrowWords:
    choice = f"als “{words.choice(step.id, way.choice)}”" if way.choice else ""
    facts = words.when(way.edge.when)
    parts = (choice, f"bij {facts}" if facts else "", "tegelijk" if way.alongside else "")
    return ArrowWords(
        start=step.id,
        end=way.edge.to,
        origin=words.title(step.id),
        goal=words.title(way.edge.to),
        when=", ".join(part for part in parts if part),
        certainty=way.edge.certainty,
        sure=words.certainty(way.edge.certainty),
        why=words.reason(words.text(step.id).edges, way.edge),
        source=words.sources(step),
    )
