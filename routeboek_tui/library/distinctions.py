"""Where the values of a fact are told apart, every one of them is told.

A list that has a line for two gemeenten and none for a third was right until the third came.
A regio is left out: of most of them the guide knows nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from routeboek_tui.core.facts import REGION, Domains, When
from routeboek_tui.core.flow import Flow
from routeboek_tui.library.flows import FlowFile
from routeboek_tui.library.node import Node
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.wording import Text

TOLD_APART = 2
"""Values that must be named apart before all of them must be."""


def missing(ways: Iterable[When], domains: Domains) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Per fact that ``ways`` tell apart, the values that none of them names."""
    told: dict[str, set[tuple[str, ...]]] = {}
    for when in ways:
        for fact, values in when.items():
            told.setdefault(fact, set()).add(values)
    for fact, found in told.items():
        named = {value for values in found for value in values}
        left = tuple(value for value in domains.get(fact, ()) if value not in named)
        if fact != REGION and len(found) >= TOLD_APART and left:
            yield fact, left


def check(node: Node, what: str, ways: Iterable[When], domains: Domains) -> None:
    """Note at ``node`` every value that is not told where others are."""
    for fact, values in missing(ways, domains):
        node.problem(message(what, fact, values))


def message(what: str, fact: str, values: Collection[str]) -> str:
    """What to do about values that are left out."""
    return f"{what} maakt verschil naar “{fact}”, maar zegt niets over: {', '.join(values)}."


def prove_steps(flow_file: FlowFile) -> Iterator[Problem]:
    """The actions and the own table of a step, for the values with which one can come there."""
    flow = flow_file.flow
    reach: dict[str, Mapping[str, set[str]]] = {}
    for step in flow.steps.values():
        for what, ways in (
            ("Wat er te doen is bij", [action.when for action in step.actions]),
            ("De tafel van", [seat.when for seat in step.table if not seat.page]),
        ):
            for fact, left in missing(ways, flow.domains):
                here = reach.setdefault(fact, _coming(flow, fact))[step.id]
                if coming := [value for value in left if value in here]:
                    line = flow_file.step_lines[step.id]
                    yield Problem(
                        flow_file.file, line, message(f"{what} “{step.id}”", fact, coming)
                    )


def _coming(flow: Flow, fact: str) -> dict[str, set[str]]:
    """Per step the values of ``fact`` with which the arrows lead to it from the start."""
    found: dict[str, set[str]] = {step: set() for step in flow.steps}
    todo = [(flow.start, set(flow.domains[fact]))]
    while todo:
        step, values = todo.pop()
        if values <= found[step]:
            continue
        found[step] |= values
        for _, edge in flow.steps[step].ways():
            todo.append((edge.to, found[step] & set(edge.when.get(fact, found[step]))))
    return found


def prove_pages(
    pages: Iterable[tuple[str, str, int]], facts: Mapping[str, Text]
) -> Iterator[Problem]:
    """The tables of the book with a row or a column for some values of a fact, and not for all.

    ``pages`` are the file, the body and the line it begins on. A value is known by its label.
    """
    for file, body, first in pages:
        for line, heads in _tables(body, first):
            for fact, text in facts.items():
                labels = [choice.label for choice in text.choices.values()]
                left = [label for label in labels if label not in heads]
                if left and len(labels) - len(left) >= TOLD_APART:
                    yield Problem(file, line, message("Deze tabel", fact, left))


def _tables(body: str, first: int) -> Iterator[tuple[int, set[str]]]:
    """Every table of ``body``, which begins on the line ``first``: its line and its heads."""
    table: list[str] = []
    for number, line in enumerate((*body.splitlines(), ""), start=first):
        if line.startswith("|"):
            table.append(line)
            continue
        if table:
            cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in table]
            yield number - len(table), {*cells[0], *(row[0] for row in cells)}
        table = []
