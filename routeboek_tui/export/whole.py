"""All routes as one chart: a box for each, and an arrow for every door from one to another."""

from datetime import date

from routeboek_tui.conversation.map.drawn_words import HOW_THEY_JOIN, Join, joins
from routeboek_tui.conversation.map.flow_words import FlowWords
from routeboek_tui.core.flow import TRIAGE, Flow, Kind
from routeboek_tui.export.chart import Arrow, Box, Chart
from routeboek_tui.library.content import Library

BEGIN = "Hier begin je"
OLDER = "oudere editie"


def whole(
    library: Library, today: date, here: str = "", passed: frozenset[str] = frozenset()
) -> Chart:
    """The chart of all flows; ``here`` is the one that is walked, ``passed`` those before it."""
    found = list(joins(library, today))
    flows = sorted(
        library.flows.values(), key=lambda f: (f.route != TRIAGE, library.older(f, today))
    )
    boxes = {
        flow.id: Box(
            id=flow.id,
            number=number,
            actor="",
            who=_who(library, flow),
            title=FlowWords(library, flow.id).say(flow.title) or flow.id,
            kind=Kind.ACTION,
            arrows=tuple(_arrow(join) for join in found if join.start == flow.id),
            passed=flow.id in passed - {here},
            here=flow.id == here,
            asks=_size(library, flow, today),
        )
        for number, flow in enumerate(flows, 1)
    }
    return Chart(HOW_THEY_JOIN.rstrip(":"), flows[0].id, boxes, {})


def _arrow(join: Join) -> Arrow:
    arrow = join.arrow
    return Arrow(join.start, join.end, label=arrow.when, certainty=arrow.certainty)


def _who(library: Library, flow: Flow) -> str:
    if flow.route == TRIAGE:
        return BEGIN
    return library.region(library.editions[flow.edition])


def _size(library: Library, flow: Flow, today: date) -> str:
    steps = len(flow.steps) - len(flow.jumps)
    said = f"{steps} stappen, {len(flow.jumps)} deuren"
    if len(library.editions_of(flow.route)) > 1:
        edition = library.editions[flow.edition].title
        said = f"{edition}{f' ({OLDER})' if library.older(flow, today) else ''}. {said}"
    return said
