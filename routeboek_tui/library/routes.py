"""The routes together: every door leads somewhere, and no two editions of a route collide."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

from msgspec.structs import replace

from routeboek_tui.core.flow import Flow, Jump
from routeboek_tui.library.flows import FlowFile
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.seats import TAFELS
from routeboek_tui.library.source import Edition
from routeboek_tui.library.wording import Text
from routeboek_tui.text.spelling import suggestion

EDITIONS = "flows/editions.yaml"


def join(flow_files: Mapping[str, FlowFile]) -> dict[str, FlowFile]:
    """The same flows, in which every door to another route has the actor of the step behind it."""
    joined = {}
    for flow_id, flow_file in flow_files.items():
        steps = {**flow_file.flow.steps}
        for door in flow_file.flow.jumps:
            behind = _behind(door.id, flow_files)
            if behind:
                actor = behind[0].flow.steps[Jump.read(door.id).step].actor
                steps[door.id] = replace(door, actor=actor)
        joined[flow_id] = replace(flow_file, flow=replace(flow_file.flow, steps=steps))
    return joined


def prove(flow_files: Mapping[str, FlowFile], editions: Mapping[str, Edition]) -> Iterator[Problem]:
    """Every problem between flows."""
    routes = {flow_file.flow.route: flow_file.flow for flow_file in flow_files.values()}
    steps = {step for flow_file in flow_files.values() for step in flow_file.flow.steps}
    for flow_file in flow_files.values():
        yield from _doors(flow_file, flow_files, routes)
        yield from _beside(flow_file)
        yield from _left(flow_file)
        yield from _gone(flow_file, steps)
        if flow_file.words and flow_file.words not in flow_files:
            near = suggestion(flow_file.words, flow_files)
            yield Problem(flow_file.file, 1, f"De route “{flow_file.words}” bestaat niet.{near}")
    yield from _shared(flow_files.values())
    yield from _overlap(flow_files.values(), editions)


def _behind(door: str, flow_files: Mapping[str, FlowFile]) -> list[FlowFile]:
    """The flows that hold the step behind a door."""
    to = Jump.read(door)
    every = flow_files.values()
    return [f for f in every if f.flow.route == to.route and to.step in f.flow.steps]


def _doors(
    flow_file: FlowFile, flow_files: Mapping[str, FlowFile], routes: Mapping[str, Flow]
) -> Iterator[Problem]:
    for door in flow_file.flow.jumps:
        to, line = Jump.read(door.id), flow_file.step_lines[door.id]
        if to.route not in routes:
            message = f"De route “{to.route}” bestaat niet.{suggestion(to.route, routes)}"
            yield Problem(flow_file.file, line, message)
        elif not _behind(door.id, flow_files):
            near = suggestion(to.step, routes[to.route].steps)
            message = f"De sprong naar “{door.id}” leidt nergens heen: die stap is er niet.{near}"
            yield Problem(flow_file.file, line, message)
    for step_from in flow_file.flow.steps.values():
        for choice, edge in step_from.ways():
            route = edge.door.route
            for done in edge.done:
                if not _behind(f"{route}/{done}", flow_files):
                    line = flow_file.edge_lines.get((step_from.id, choice, edge.to), 1)
                    near = suggestion(done, routes[route].steps) if route in routes else ""
                    yield Problem(flow_file.file, line, f"De stap “{done}” bestaat niet.{near}")


def _gone(flow_file: FlowFile, steps: Collection[str]) -> Iterator[Problem]:
    """The steps after which the note of a seat is gone, or that stand for another, are there."""
    for step in flow_file.flow.steps.values():
        for name in (each for each in step.instead if each not in steps):
            line, near = flow_file.step_lines[step.id], suggestion(name, steps)
            yield Problem(flow_file.file, line, f"De stap “{name}” bij instead bestaat niet.{near}")
        for seat in step.table:
            for name in (*seat.gone, *seat.after):
                if name not in steps:
                    file, line = flow_file.file, flow_file.step_lines[step.id]
                    if seat.page:
                        file, line = f"{TAFELS}/{seat.page}.md", 1
                    near = suggestion(name, steps)
                    yield Problem(file, line, f"De stap “{name}” bestaat niet.{near}")


def _beside(flow_file: FlowFile) -> Iterator[Problem]:
    """What runs beside the main way says when it is over, and nothing else does."""
    for step in flow_file.flow.steps.values():
        line = flow_file.step_lines[step.id]
        beside = step.id in flow_file.flow.beside and len(step.edges) == 1
        if beside and step.id not in flow_file.ending:
            message = f"De stap “{step.id}” loopt ergens naast. Zeg bij until welke stap hem"
            yield Problem(flow_file.file, line, f"{message} beëindigt, of until: geen.")
        elif step.id in flow_file.ending and not beside:
            message = f"De stap “{step.id}” loopt nergens naast: until kan weg."
            yield Problem(flow_file.file, line, message)


def _left(flow_file: FlowFile) -> Iterator[Problem]:
    """What an answer leaves is an action or a step of the route; what goes on ends at a step."""
    steps = flow_file.flow.steps.values()
    known = (*(action.id for step in steps for action in step.actions), *flow_file.flow.steps)
    for step in steps:
        left = (*step.leaves, *(name for choice in step.choices for name in choice.leaves))
        for name in (each for each in left if each not in known):
            message = f"De actie “{name}” bij leaves bestaat niet.{suggestion(name, known)}"
            yield Problem(flow_file.file, flow_file.step_lines[step.id], message)
        ends = (n for a in step.actions for n in (*a.until, *a.once, *a.not_after))
        for name in (each for each in ends if each not in flow_file.flow.steps):
            message = f"De stap “{name}” bestaat niet.{suggestion(name, flow_file.flow.steps)}"
            yield Problem(flow_file.file, flow_file.step_lines[step.id], message)


def _shared(flow_files: Iterable[FlowFile]) -> Iterator[Problem]:
    """A step belongs to one route: letters and pages name it without its route."""
    owner: dict[str, FlowFile] = {}
    for flow_file in flow_files:
        for step in flow_file.flow.steps.values():
            first = owner.setdefault(step.id, flow_file)
            if not step.jump and first.flow.route != flow_file.flow.route:
                message = f"De stap “{step.id}” staat ook in {first.file}. Geef hem een eigen naam."
                yield Problem(flow_file.file, flow_file.step_lines[step.id], message)


def _overlap(flow_files: Iterable[FlowFile], editions: Mapping[str, Edition]) -> Iterator[Problem]:
    for one, other in combinations([f.flow for f in flow_files], 2):
        if one.route != other.route or not {one.edition, other.edition} <= editions.keys():
            continue
        first, last = sorted(
            (editions[one.edition], editions[other.edition]), key=lambda e: e.since
        )
        if first.until is None or first.until >= last.since:
            message = (
                f"De edities “{first.id}” en “{last.id}” van de route “{one.route}” gelden op"
                " dezelfde dag. Geef de oudste een eerdere datum bij until."
            )
            yield Problem(EDITIONS, 1, message)


def door_texts(
    flow: Flow, flows: Mapping[str, Flow], texts: Mapping[str, Mapping[str, Text]]
) -> dict[str, Text]:
    """The words of every door of ``flow``: the route and the step behind it."""
    found = {}
    for door in flow.jumps:
        to = Jump.read(door.id)
        behind = next(
            (f for f in flows.values() if f.route == to.route and to.step in texts.get(f.id, {})),
            None,
        )
        title = door.id
        if behind:
            title = f"Verder op de route {behind.title}: {texts[behind.id][to.step].title}"
        found[door.id] = Text(door.id, title)
    return found
