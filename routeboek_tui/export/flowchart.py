"""A route as a flowchart: its boxes and arrows in words, and from those Mermaid or SVG."""

from collections.abc import Iterator

from routeboek_tui.conversation.map.flow_words import OTHER_ROUTE
from routeboek_tui.core.facts import Situation
from routeboek_tui.core.flow import Certainty, Edge, Kind, Part, Step
from routeboek_tui.core.trail import Trail
from routeboek_tui.export.chart import FILLS, Arrow, Box, Chart
from routeboek_tui.library.content import Library
from routeboek_tui.library.wording import fill_in
from routeboek_tui.text.characters import one_line
from routeboek_tui.text.enumeration import all_of, one_of


def chart(library: Library, route: str, facts: Situation, trail: Trail | None = None) -> Chart:
    """The chart of ``route`` in the words that fit ``facts``; ``trail`` marks the way so far.

    :raises KeyError: when there is no such route
    """
    flow = library.flows[route]
    words = _Words(library, route, facts)
    here = trail.main.last.step if trail else ""
    passed = _passed(trail) - {here} if trail else set()
    taken = list(_taken(trail)) if trail else []
    boxes = {
        step.id: Box(
            id=step.id,
            number=number,
            actor=step.actor,
            who=words.actor(step.actor),
            title=words.title(step.id),
            kind=step.kind,
            arrows=tuple(_arrows(step, words, taken)),
            passed=step.id in passed,
            here=step.id == here,
            asks=words.question(step.id),
            door=step.jump is not None,
        )
        for number, step in enumerate(flow.steps.values(), 1)
    }
    actors = {box.actor: box.who for box in boxes.values()}
    edition = library.editions.get(flow.edition)
    title = f"Route {flow.title or route}"
    if edition:
        title += f", {edition.title} ({library.region(edition)})"
    parts = tuple(Part(words.say(part.title), part.start) for part in flow.parts)
    return Chart(words.say(title), flow.start, boxes, actors, parts=parts)


def _passed(trail: Trail) -> set[str]:
    """The steps every way still possible has come past."""
    return {visit.step for visit in trail.main.visits if trail.certain(visit.step)}


def _taken(trail: Trail) -> Iterator[tuple[str, str, Edge]]:
    """The arrows certainly taken, each as step, choice ("" for none) and arrow."""
    passed = _passed(trail)
    before = trail.main.first
    for visit in trail.main.visits[trail.main.visits.index(before) + 1 :]:
        sure = not before.assumed and {before.step, visit.step} <= passed
        if visit.via and sure:
            yield from ((before.step, choice, visit.via) for choice in before.taken or ("",))
            if visit.alongside:
                joins = (edge for edge in trail.flow.steps[visit.step].edges if edge.to in passed)
                yield from ((visit.step, "", edge) for edge in joins)
        if not visit.alongside:
            before = visit


def mermaid(
    library: Library, route: str, facts: Situation | None = None, trail: Trail | None = None
) -> str:
    """The flowchart of ``route`` in Mermaid.

    :raises KeyError: when there is no such route
    """
    return "\n".join(_mermaid(chart(library, route, facts or {}, trail))) + "\n"


def svg(
    library: Library, route: str, facts: Situation | None = None, trail: Trail | None = None
) -> str:
    """The flowchart of ``route`` as an SVG picture.

    :raises KeyError: when there is no such route
    """
    from routeboek_tui.export.svg import draw

    return draw(chart(library, route, facts or {}, trail))


class _Words:
    """The words of a route in one situation."""

    def __init__(self, library: Library, route: str, facts: Situation) -> None:
        self._library = library
        self._texts = library.texts[route]
        self._words = library.words_in(facts)

    def say(self, text: str) -> str:
        return one_line(fill_in(text, self._words))

    def actor(self, actor: str) -> str:
        return self.say(self._library.actors[actor].word) if actor else OTHER_ROUTE

    def title(self, step: str) -> str:
        return self.say(self._texts[step].title)

    def question(self, step: str) -> str:
        return self.say(self._texts[step].question)

    def choice(self, step: str, choice: str) -> str:
        return self.say(self._texts[step].choices[choice].label)

    def when(self, edge: Edge) -> str:
        return all_of(
            one_of(self._library.facts[fact].choices[value].short for value in values)
            for fact, values in edge.when.items()
        )


def _arrows(step: Step, words: _Words, taken: list[tuple[str, str, Edge]]) -> Iterator[Arrow]:
    def arrow(
        edge: Edge, key: str = "", label: str = "", *, choice: str = "", beside: bool = False
    ) -> Arrow:
        return Arrow(
            start=step.id,
            end=edge.to,
            key=key,
            label=label,
            when=words.when(edge),
            certainty=edge.certainty,
            alongside=beside,
            taken=(step.id, choice, edge) in taken,
        )

    yield from (arrow(edge) for edge in step.edges)
    for number, choice in enumerate(step.choices, 1):
        label = words.choice(step.id, choice.id)
        for edge in choice.edges:
            yield arrow(edge, str(number), label, choice=choice.id, beside=choice.parallel)
        for edge in choice.alongside:
            yield arrow(edge, str(number), label, choice=choice.id, beside=True)


_SHAPES = {
    Kind.ACTION: ('["', '"]'),
    Kind.QUESTION: ('{{"', '"}}'),
    Kind.DECISION: ('{"', '"}'),
    Kind.OUTCOME: ('(["', '"])'),
}


DOOR = "andere_route"
"""What Mermaid calls the colour of a door to another route."""


def _name(step: str) -> str:
    """What Mermaid calls a step; the slash of a door to another route would end the name."""
    return f"s_{step.replace('/', '__')}"


def _mermaid(made: Chart) -> Iterator[str]:
    yield f"%% {made.title}"
    yield "%% gestreept: afgeleid; met “lezing”: zo lezen wij het schema; dik: loopt tegelijk"
    yield "flowchart TD"
    for box in made.boxes.values():
        opening, closing = _SHAPES[box.kind]
        text = f"{box.number}. {_coded(box.who)}<br/>{_coded(box.title)}"
        yield f"  {_name(box.id)}{opening}{text}{closing}:::{box.actor or DOOR}"
    arrows = [arrow for box in made.boxes.values() for arrow in box.arrows]
    for arrow in arrows:
        yield f"  {_name(arrow.start)} {_line(arrow)} {_name(arrow.end)}"
    if taken := ",".join(str(number) for number, arrow in enumerate(arrows) if arrow.taken):
        yield f"  linkStyle {taken} stroke:#000000,stroke-width:5px"
    for actor in made.actors:
        fill = FILLS.get(actor, "#ffffff")
        yield f"  classDef {actor or DOOR} fill:{fill},stroke:#333333,color:#000000"
    passed = ",".join(_name(box.id) for box in made.boxes.values() if box.passed)
    if passed:
        yield "  classDef geweest stroke:#000000,stroke-width:4px"
        yield f"  class {passed} geweest"
    if here := next((box.id for box in made.boxes.values() if box.here), ""):
        yield "  classDef hier stroke:#000000,stroke-width:6px,stroke-dasharray:8 4"
        yield f"  class {_name(here)} hier"


def _line(arrow: Arrow) -> str:
    shape = "==>" if arrow.alongside else "-->"
    if arrow.certainty is Certainty.INFERRED and not arrow.alongside:
        shape = "-.->"
    return f'{shape}|"{_coded(arrow.words)}"|' if arrow.words else shape


def _coded(text: str) -> str:
    """``text`` with every sign that could steer Mermaid as a character code."""
    return "".join(
        sign if sign.isalnum() or sign in " .,?'()+-/:;" else f"#{ord(sign)};" for sign in text
    )
