"""A route as a list to check: every box and every arrow in words, with what changed marked."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui import __version__
from routeboek_tui.conversation.map.flow_words import KIND_WORDS, FlowWords
from routeboek_tui.core.compare import Way, ways
from routeboek_tui.core.flow import Step
from routeboek_tui.export.chart import Chart
from routeboek_tui.export.flowchart import chart
from routeboek_tui.export.record import (
    ArrowRecord,
    BoxRecord,
    Record,
    RouteRecord,
    fingerprints,
)
from routeboek_tui.library.content import Library
from routeboek_tui.text import dates
from routeboek_tui.text.characters import one_line

NOTICE = (
    "Concept om na te kijken. De kaart toont hoe wij de bronnen lezen. Het is niet het routeboek"
    " zelf en geen officieel stuk. Waar wij een pijl zo lezen of zelf hebben afgeleid, staat dat"
    " erbij."
)

NEW = "nieuw"
CHANGED = "gewijzigd"


class CheckedArrow(Struct, frozen=True):
    """One arrow to check. ``name`` tells it from the others of its box.

    ``mark`` says what is new or changed since an earlier chart, "" for nothing.
    """

    name: str
    choice: str
    when: str
    number: int
    to: str
    title: str
    certainty: str
    because: str = ""
    beside: bool = False
    done: str = ""
    mark: str = ""

    @property
    def condition(self) -> str:
        """When the arrow is taken."""
        parts = (self.choice and f"“{self.choice}”", self.when and f"alleen bij {self.when}")
        return ", ".join(part for part in parts if part) or "altijd"

    @property
    def target(self) -> str:
        """Where it leads, without the number."""
        beside = " (loopt tegelijk)" if self.beside else ""
        done = f"; al gedaan: {self.done}" if self.done else ""
        return f"{self.title}{beside}{done}"

    @property
    def sure(self) -> str:
        """How sure the arrow is, and why it is read so."""
        return f"{self.certainty}. {self.because}" if self.because else self.certainty

    @property
    def printed(self) -> Mapping[str, str]:
        """Everything printed about the arrow, by what it is called."""
        return {
            "keuze": self.choice,
            "voorwaarde": self.when,
            "waarheen": f"{self.to} {self.target}",
            "zekerheid": self.sure,
        }


class CheckedBox(Struct, frozen=True):
    """One box to check, with its arrows."""

    id: str
    number: int
    actor: str
    who: str
    kind: str
    title: str
    question: str
    actions: tuple[str, ...]
    table: str
    source: str
    arrows: tuple[CheckedArrow, ...]
    mark: str = ""

    @property
    def printed(self) -> Mapping[str, str]:
        """Everything printed about the box itself, by what it is called."""
        return {
            "wie": self.who,
            "soort": self.kind,
            "titel": self.title,
            "vraag": self.question,
            "handelingen": "\n".join(self.actions),
            "tafel": self.table,
            "bron": self.source,
        }


class CheckedRoute(Struct, frozen=True):
    """A route to check. ``chart`` is its drawing.

    ``since`` says with which earlier chart it was compared; ``boxes`` are then those with
    something new or changed, and ``gone`` what is no longer there.
    """

    id: str
    route: str
    title: str
    edition: str
    holds: str
    documents: tuple[str, ...]
    chart: Chart
    boxes: tuple[CheckedBox, ...]
    since: str = ""
    gone: tuple[str, ...] = ()

    @property
    def record(self) -> RouteRecord:
        """What a later chart needs to know of this one; meant for a whole route."""
        boxes = {
            box.id: BoxRecord(
                box.title,
                fingerprints(box.printed),
                {
                    arrow.name: ArrowRecord(
                        f"{arrow.condition}: naar {arrow.target}", fingerprints(arrow.printed)
                    )
                    for arrow in box.arrows
                },
            )
            for box in self.boxes
        }
        return RouteRecord(self.route, self.title, boxes)


def checklist(library: Library, flow_id: str) -> CheckedRoute:
    """The whole of a route to check.

    :raises KeyError: when there is no such flow
    """
    words = FlowWords(library, flow_id)
    flow = words.flow
    drawn = replace(chart(library, flow_id, words.situation), notice=NOTICE, title=words.name)
    numbers = {box.id: box.number for box in drawn.boxes.values()}
    used = dict.fromkeys(source.document for step in flow.steps.values() for source in step.sources)
    return CheckedRoute(
        id=flow_id,
        route=flow.route or flow_id,
        title=words.say(flow.title) or flow_id,
        edition=words.edition_name,
        holds=_holds(words),
        documents=tuple(words.document(document) for document in used),
        chart=drawn,
        boxes=tuple(_box(step, words, numbers) for step in flow.steps.values()),
    )


def record(routes: Iterable[CheckedRoute], on: date) -> Record:
    """The record of whole routes printed on the day ``on``."""
    recorded = {route.id: route.record for route in routes}
    return Record(on.isoformat(), recorded, guide=__version__)


def changed(route: CheckedRoute, before: RouteRecord | None, since: str) -> CheckedRoute:
    """What is new or changed in ``route`` since it was printed as ``before``, and what is gone.

    ``since`` says in words which chart that was; without ``before`` the whole route is new.
    """
    old = before.boxes if before else {}
    marked = tuple(_marked(box, old.get(box.id)) for box in route.boxes)
    return replace(
        route,
        since=since,
        boxes=tuple(box for box in marked if box.mark or box.arrows),
        gone=tuple(_gone(route, old)),
    )


def _box(step: Step, words: FlowWords, numbers: Mapping[str, int]) -> CheckedBox:
    return CheckedBox(
        id=step.id,
        number=numbers[step.id],
        actor=step.actor,
        who=words.actor(step.actor),
        kind=KIND_WORDS[step.kind],
        title=words.title(step.id),
        question=words.say(words.text(step.id).question) if step.asks else "",
        actions=tuple(words.todo(step, action) for action in step.actions),
        table=", ".join(map(words.seat, step.table)),
        source="" if step.jump else words.sources(step),
        arrows=tuple(_arrows(step, words, numbers)),
    )


def _arrows(step: Step, words: FlowWords, numbers: Mapping[str, int]) -> Iterator[CheckedArrow]:
    seen: list[str] = []
    reasons = words.text(step.id).edges
    for way in ways(step):
        name = _name(way)
        seen.append(name)
        again = seen.count(name)
        yield CheckedArrow(
            name=name if again == 1 else f"{name}#{again}",
            choice=words.choice(step.id, way.choice) if way.choice else "",
            when=words.when(way.edge.when),
            number=numbers[way.edge.to],
            to=way.edge.to,
            title=words.title(way.edge.to),
            certainty=words.certainty(way.edge.certainty),
            because=words.reason(reasons, way.edge),
            beside=way.alongside,
            done=words.done(way.edge),
        )


def _name(way: Way) -> str:
    return f"{way.choice}{'~' if way.alongside else '>'}{way.edge.to}"


def _holds(words: FlowWords) -> str:
    """From when the edition holds, and why we say so where its source does not."""
    edition = words.edition
    if edition is None:
        return ""
    until = f" tot en met {dates.write(edition.until)}" if edition.until else ""
    assumed = f" ({words.say(edition.assumed)})" if edition.assumed else ""
    return f"vanaf {dates.write(edition.since)}{until}{assumed}"


def _marked(box: CheckedBox, old: BoxRecord | None) -> CheckedBox:
    """``box`` with its mark, and only the arrows that have one."""
    arrows = []
    for arrow in box.arrows:
        was = old.arrows.get(arrow.name) if old else None
        if mark := _mark(arrow.printed, was.parts if was else None):
            arrows.append(replace(arrow, mark=mark))
    mark = _mark(box.printed, old.parts if old else None)
    return replace(box, mark=mark, arrows=tuple(arrows))


def _mark(printed: Mapping[str, str], old: Mapping[str, str] | None) -> str:
    if old is None:
        return NEW
    now = fingerprints(printed)
    names = [name for name in now if now[name] != old.get(name)]
    return f"{CHANGED}: {', '.join(names)}" if names else ""


def _gone(route: CheckedRoute, old: Mapping[str, BoxRecord]) -> Iterator[str]:
    now = {box.id: box for box in route.boxes}
    for step, box in old.items():
        title = one_line(box.title)
        if step not in now:
            yield f"Vak “{title}”"
            continue
        names = {arrow.name for arrow in now[step].arrows}
        for name, arrow in box.arrows.items():
            if name not in names:
                said = one_line(arrow.said)
                yield f"Pijl in vak {now[step].number}, “{now[step].title}”: {said}"
