"""Two editions of a route compared in the words of a school: headed lines any face can lay out."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from routeboek_tui.conversation.map.compare_lines import Line, StepWords, Subject
from routeboek_tui.conversation.map.flow_words import FlowWords
from routeboek_tui.core.compare import Comparison, compare
from routeboek_tui.core.flow import Flow, Step
from routeboek_tui.library.content import Library

NOTHING = "Tussen deze twee edities is geen verschil."


class Change(StrEnum):
    """What happened to that which a section is about."""

    ROUTE = "route"
    """The route as a whole changed."""
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


HEADINGS = {
    Change.ROUTE: "De route",
    Change.ADDED: "Nieuwe stap",
    Change.REMOVED: "Vervallen stap",
    Change.CHANGED: "Gewijzigde stap",
}


class Section(Struct, frozen=True):
    """One step, or the route itself (``step`` is ""), with a line for everything that differs."""

    change: Change
    title: str
    lines: tuple[Line, ...]
    step: str = ""

    @property
    def heading(self) -> str:
        """The heading above the lines."""
        return f"{HEADINGS[self.change]}: {self.title}" if self.step else self.title

    @property
    def only_source(self) -> bool:
        """Whether the step says the same as before, and only stands in another source."""
        return self.change is Change.CHANGED and {line.about for line in self.lines} == {
            Subject.SOURCE
        }


class ComparisonView(Struct, frozen=True):
    """A route in two editions: ``old`` and ``new`` are the flows, ``said`` sums it up."""

    old: str
    new: str
    title: str
    said: tuple[str, ...]
    sections: tuple[Section, ...]


class EditionsView(Struct, frozen=True):
    """Two whole editions: the routes both have, and the titles of those only one has."""

    title: str
    routes: tuple[ComparisonView, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]


def compare_view(library: Library, old: str, new: str) -> ComparisonView:
    """The flow ``new`` compared with the flow ``old``.

    :raises KeyError: when there is no such flow
    """
    before, after = FlowWords(library, old), FlowWords(library, new)
    found = compare(before.flow, after.flow)
    sections = tuple(_sections(found, before, after))
    return ComparisonView(
        old, new, f"{before.name} en {after.name}", tuple(_summary(found, sections)), sections
    )


def compare_editions(library: Library, old: str, new: str) -> EditionsView:
    """The edition ``new`` compared with the edition ``old``, route by route.

    :raises KeyError: when there is no such edition
    """
    were, are = _routes(library, old), _routes(library, new)
    return EditionsView(
        title=f"{library.editions[old].title} en {library.editions[new].title}",
        routes=tuple(
            compare_view(library, were[route].id, are[route].id) for route in are if route in were
        ),
        only_old=tuple(_name(library, were[route]) for route in were if route not in are),
        only_new=tuple(_name(library, are[route]) for route in are if route not in were),
    )


def _routes(library: Library, edition: str) -> dict[str, Flow]:
    if edition not in library.editions:
        raise KeyError(edition)
    flows = (flow for flow in library.flows.values() if flow.edition == edition)
    return {flow.route or flow.id: flow for flow in flows}


def _name(library: Library, flow: Flow) -> str:
    return FlowWords(library, flow.id).name


def _summary(found: Comparison, sections: tuple[Section, ...]) -> Iterator[str]:
    if (found.old.route or found.old.id) != (found.new.route or found.new.id):
        yield "Dit zijn twee verschillende routes, niet twee edities van dezelfde."
    if not sections:
        yield NOTHING
        return
    counts = (
        (Change.ADDED, "nieuw"), (Change.REMOVED, "vervallen"), (Change.CHANGED, "gewijzigd"),
    )  # fmt: skip
    said = []
    for change, word in counts:
        number = sum(section.change is change for section in sections)
        said.append(f"{number} {'stap' if number == 1 else 'stappen'} {word}")
    same = len(found.new.steps) - sum(
        section.change in {Change.ADDED, Change.CHANGED} for section in sections
    )
    yield f"{', '.join(said)}, {same} hetzelfde."
    only = [section for section in sections if section.only_source]
    if only:
        steps = "stap" if len(only) == 1 else "stappen"
        yield f"Bij {len(only)} {steps} is alleen de bron anders."


def _sections(found: Comparison, before: FlowWords, after: FlowWords) -> Iterator[Section]:
    if route := tuple(_route_lines(found, before, after)):
        yield Section(Change.ROUTE, HEADINGS[Change.ROUTE], route)
    details = {change.after.id: change for change in found.details}
    for step in found.new.steps.values():
        old = found.old.steps.get(step.id)
        if old is None:
            yield _whole(Change.ADDED, step, after)
            continue
        words = StepWords(before, after, old, step)
        lines = [*words.differences(details[step.id])] if step.id in details else []
        lines += words.wording()
        if lines:
            yield Section(Change.CHANGED, after.title(step.id), tuple(lines), step.id)
    yield from (_whole(Change.REMOVED, step, before) for step in found.steps.removed)


def _route_lines(found: Comparison, before: FlowWords, after: FlowWords) -> Iterator[Line]:
    if found.start:
        was, now = before.title(found.old.start), after.title(found.new.start)
        yield Line(Subject.START, f"De route begint nu bij “{now}”, eerst bij “{was}”.")
    was, now = before.say(found.old.title), after.say(found.new.title)
    if was != now:
        yield Line(Subject.WORDS, f"De route heet nu “{now}”, eerst “{was}”.")


def _whole(change: Change, step: Step, words: FlowWords) -> Section:
    """Everything about a step that only one edition has."""
    return Section(change, words.title(step.id), tuple(_all_of(step, words)), step.id)


def _all_of(step: Step, words: FlowWords) -> Iterator[Line]:
    yield Line(Subject.WHO, f"Aan zet: {words.actor(step.actor)}.")
    for action in step.actions:
        yield Line(Subject.DO, words.todo(step, action))
    if step.table:
        yield Line(Subject.TABLE, f"Aan tafel: {', '.join(map(words.seat, step.table))}.")
    own = StepWords(words, words, step, step)
    for way in own.ways():
        yield Line(Subject.ARROW, f"{own.way(words, way)}.")
    if not step.jump:
        yield Line(Subject.SOURCE, f"Bron: {words.sources(step)}.")
