"""What must be true of a flow before anyone is led through it."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from routeboek_tui.core.facts import SECTOR, holds, situations
from routeboek_tui.core.flow import Certainty, Edge, Kind, facts_of
from routeboek_tui.core.policy import registry
from routeboek_tui.library import distinctions
from routeboek_tui.library.flows import FlowFile
from routeboek_tui.library.node import Node
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.wording import Text
from routeboek_tui.text.spelling import suggestion


class TextFile(Struct, frozen=True):
    """A decoded step text with its file and its front matter, for the line of a problem."""

    text: Text
    file: str
    head: Node


def prove(flow_file: FlowFile, texts: Mapping[str, TextFile]) -> Iterator[Problem]:
    """Every problem of a flow: its shape, its arrows, and its words."""
    yield from _reach(flow_file)
    yield from _arrows(flow_file)
    yield from _parallel(flow_file)
    yield from _besides(flow_file)
    yield from _at_once(flow_file)
    yield from _policies(flow_file)
    yield from _sectors(flow_file)
    yield from distinctions.prove_steps(flow_file)
    yield from _words(flow_file, texts)


def _problem(flow_file: FlowFile, step: str, message: str) -> Problem:
    return Problem(flow_file.file, flow_file.step_lines.get(step, 1), message)


def _spread(targets: Mapping[str, Iterable[str]], start: Iterable[str]) -> set[str]:
    """Everything that can be reached from ``start``."""
    reached = set(start)
    todo = list(reached)
    while todo:
        for target in targets.get(todo.pop(), ()):
            if target not in reached:
                reached.add(target)
                todo.append(target)
    return reached


def _reach(flow_file: FlowFile) -> Iterator[Problem]:
    flow = flow_file.flow
    if flow.start not in flow.steps:
        return
    onward = {s.id: [edge.to for _, edge in s.ways()] for s in flow.steps.values()}
    back: dict[str, list[str]] = {step: [] for step in flow.steps}
    for step, targets in onward.items():
        for target in targets:
            back[target].append(step)
    reached = _spread(onward, [flow.start])
    ending = _spread(back, [step.id for step in flow.outcomes])
    for step in flow.steps:
        if step not in reached:
            yield _problem(
                flow_file, step, f"De stap “{step}” is vanaf het begin niet te bereiken."
            )
        if step not in ending:
            yield _problem(
                flow_file,
                step,
                f"Vanaf de stap “{step}” is geen uitkomst te bereiken: "
                "een lus of pad zonder uitgang.",
            )
    by_itself = {s.id: [edge.to for edge in s.edges] for s in flow.steps.values() if not s.asks}
    for step, targets in by_itself.items():
        if step in _spread(by_itself, targets):
            yield _problem(
                flow_file, step, f"De stap “{step}” komt bij zichzelf terug zonder iets te vragen."
            )


def _arrows(flow_file: FlowFile) -> Iterator[Problem]:
    """Exactly one arrow in every situation."""
    for step in flow_file.flow.steps.values():
        for choice_id, edges in [("", step.edges), *((c.id, c.edges) for c in step.choices)]:
            if not edges:
                continue
            line = flow_file.edge_lines.get(
                (step.id, choice_id, edges[0].to), flow_file.step_lines.get(step.id, 1)
            )
            for situation in situations(facts_of(edges), {}, flow_file.flow.domains):
                fitting = [edge.to for edge in edges if holds(edge.when, situation)]
                if len(fitting) != 1:
                    facts = ", ".join(f"{fact}={value}" for fact, value in situation.items())
                    where = f"“{step.id}”" + (f", keuze “{choice_id}”," if choice_id else "")
                    several = f"meer dan één pijl bij {facts or 'elke situatie'}: "
                    what = several + ", ".join(fitting) if fitting else f"geen pijl bij {facts}"
                    yield Problem(flow_file.file, line, f"Bij {where} is er {what}.")


def _parallel(flow_file: FlowFile) -> Iterator[Problem]:
    """Steps that run alongside must go on by themselves; those of a tick list to one place."""
    flow = flow_file.flow
    for step in flow.steps.values():
        beside: list[Edge] = [edge for choice in step.choices for edge in choice.alongside]
        ticked = [edge for choice in step.choices if choice.parallel for edge in choice.edges]
        for edge in (*beside, *ticked):
            if len(flow.steps[edge.to].edges) != 1:
                yield _problem(
                    flow_file,
                    edge.to,
                    f"De stap “{edge.to}” loopt ernaast en moet dus met goto "
                    "naar precies één stap leiden.",
                )
        if ticked and all(choice.parallel for choice in step.choices):
            joins = {edge.to for first in ticked for edge in flow.steps[first.to].edges}
            if len(joins) > 1:
                yield _problem(
                    flow_file,
                    step.id,
                    f"De keuzes van “{step.id}” mogen samen, maar komen uit op "
                    f"verschillende stappen: {', '.join(sorted(joins))}.",
                )


def _at_once(flow_file: FlowFile) -> Iterator[Problem]:
    """What somebody has to do at once stands before all else they have to do at a step."""
    for step in flow_file.flow.steps.values():
        later = set[str]()
        for action in step.actions:
            actor = action.actor or step.actor
            if not action.at_once:
                later.add(actor)
            elif actor in later:
                yield _problem(
                    flow_file,
                    step.id,
                    f"Bij “{step.id}” moet “{action.id}” direct. Zet die actie vóór wat dezelfde "
                    "actor daar nog meer doet.",
                )


def _besides(flow_file: FlowFile) -> Iterator[Problem]:
    """A choice that stands besides others leads where they lead."""
    for step in flow_file.flow.steps.values():
        ways = {choice.id: choice.edges for choice in step.choices if not choice.parallel}
        for choice in step.choices:
            for name in choice.besides:
                if ways.get(name) != choice.edges:
                    yield _problem(
                        flow_file,
                        step.id,
                        f"Bij “{step.id}” staat “{choice.id}” naast “{name}”. Dan moet dat een "
                        "keuze van die vraag zijn, met dezelfde goto.",
                    )


def _policies(flow_file: FlowFile) -> Iterator[Problem]:
    """A step has every choice its policy can draw; it may have more, which only people make."""
    for step in flow_file.flow.steps.values():
        rule = registry.STEPS.get(step.policy)
        choices = [choice.id for choice in step.choices]
        for choice in rule.choices if rule else ():
            if choice not in choices:
                yield _problem(
                    flow_file,
                    step.id,
                    f"De regel “{step.policy}” kan “{choice}” zeggen, maar de stap “{step.id}” "
                    f"heeft die keuze niet.{suggestion(choice, choices)}",
                )


def _sectors(flow_file: FlowFile) -> Iterator[Problem]:
    """A policy has figures for every sector for which the guide asks it."""
    flow = flow_file.flow
    for step in flow.steps.values():
        rule = registry.STEPS.get(step.policy)
        for sector in flow.sectors or flow.domains.get(SECTOR, ()):
            if rule and rule.sectors and sector not in rule.sectors:
                yield _problem(
                    flow_file,
                    step.id,
                    f"De regel “{step.policy}” kent geen drempels voor de sector “{sector}”. "
                    "Geef de route bij sectors de sectoren waarvoor zij geldt.",
                )


def _words(flow_file: FlowFile, texts: Mapping[str, TextFile]) -> Iterator[Problem]:
    flow = flow_file.flow
    for step in flow.steps.values():
        if step.jump:
            continue
        page = texts.get(step.id)
        if page is None:
            file = f"content/steps/{flow.id}/{step.id}.md"
            message = f"De stap “{step.id}” heeft geen tekst. Maak {file}."
            yield _problem(flow_file, step.id, message)
            continue
        text = page.text
        names: list[tuple[str, Iterable[str], Iterable[str]]] = [
            ("actie", text.actions, [action.id for action in step.actions]),
            ("keuze", text.choices, [choice.id for choice in step.choices]),
        ]
        for what, written, wanted in names:
            yield from _same(page, what, list(written), list(wanted))
        if step.asks and not text.question:
            yield Problem(page.file, 1, "Deze stap vraagt iets, maar “question” ontbreekt.")
        if step.asks and not text.find_out:
            yield Problem(page.file, 1, "Bij een vraag hoort “find_out”: hoe kom je erachter?")
        if not step.asks and step.kind in {Kind.ACTION, Kind.OUTCOME} and not step.actions:
            yield _problem(flow_file, step.id, f"De stap “{step.id}” vraagt niets en doet niets.")
        unsure = {e.to for _, e in step.ways() if e.certainty is not Certainty.SOURCE}
        for target in sorted(unsure - set(text.edges)):
            yield Problem(
                page.file, 1, f"De pijl naar “{target}” is onze lezing. Zeg onder “edges” waarom."
            )
        targets = {edge.to for _, edge in step.ways()}
        for target in text.edges:
            if target not in targets:
                yield Problem(
                    page.file, _line(page, "edges", target),
                    f"Er loopt geen pijl naar “{target}”.{suggestion(target, targets)}",
                )  # fmt: skip
            elif target not in unsure and "/" not in target:
                yield Problem(
                    page.file, _line(page, "edges", target),
                    f"De pijl naar “{target}” staat volgens de route in de bron, en heeft dan geen"
                    " uitleg nodig. Of ontbreekt daar certainty?",
                )  # fmt: skip


def _same(page: TextFile, what: str, written: list[str], wanted: list[str]) -> Iterator[Problem]:
    part = "actions" if what == "actie" else "choices"
    for name in wanted:
        if name not in written:
            yield Problem(page.file, 1, f"De {what} “{name}” uit de route heeft hier geen tekst.")
    for name in written:
        if name not in wanted:
            yield Problem(
                page.file, _line(page, part, name),
                f"De {what} “{name}” bestaat niet in de route.{suggestion(name, wanted)}",
            )  # fmt: skip


def _line(page: TextFile, part: str, name: str) -> int:
    """The line of one entry of the front matter."""
    quiet = Node(page.head.value, page.file, page.head.offset, [])
    entries = dict(dict(quiet.items(part))[part].items(part))
    return entries[name].line
