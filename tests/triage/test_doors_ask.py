"""A door opens behind a question only where what it is called answers that question."""

from collections.abc import Iterator

from routeboek_tui.core.flow import TRIAGE, Edge, Flow
from tests.known import guide
from tests.triage.test_doors import DATA

ONE = 1
KINDS = {
    "Ziekte", "Hulp", "Belastbaarheid", "Vrijstelling", "Geen inschrijving", "Ongeoorloofd",
    "Gemeld", "Verlof", "Luxe", "Te laat", "Deels aanwezig", "Verhuizing", "Schorsing",
}  # fmt: skip
"""Themes that tell what kind of absence it is."""
WHICH = {"soort_verzuim", "soort_verzuim_po", "signaal_vo"}
"""The questions of a route that ask for that kind."""


def _doors() -> Iterator[tuple[str, Edge]]:
    for each in (*guide().signals.values(), *guide().together.values()):
        for edge in each.goto:
            yield each.id, edge


def _kind(name: str) -> bool:
    """Whether a signal, or all that is true at once, tells the kind of absence."""
    library = guide()
    parts = library.together[name].of if name in library.together else ({name},)
    return KINDS.issuperset(library.signals[each].theme for part in parts for each in part)


def _way(flow: Flow, end: str, without: str = "") -> list[str]:
    """The steps of a shortest way from the start to ``end``, if there is one."""
    came, todo = {flow.start: ""}, [flow.start] if flow.start != without else []
    for step in todo:
        for _, edge in flow.steps[step].ways():
            if edge.to in flow.steps and edge.to not in {*came, without}:
                came[edge.to] = step
                todo.append(edge.to)
    way, step = [], end if end in came else ""
    while step:
        way.append(step)
        step = came[step]
    return way[::-1]


def _jumped(flow: Flow, end: str) -> str:
    """The last question that every way to ``end`` passes, "" where there is none."""
    asked = [
        name
        for name in _way(flow, end)[:-ONE]
        if len([c for c in flow.steps[name].choices if not c.parallel]) > ONE
        and not _way(flow, end, name)
    ]
    return asked[-ONE] if asked else ""


def test_the_question_a_door_jumps_over_is_answered_by_its_name() -> None:
    found: dict[str, set[str]] = {}
    for name, edge in _doors():
        route, _, to = edge.to.partition("/")
        flow = next(each for each in guide().editions_of(route) if to in each.steps)
        jumped = "" if route == TRIAGE else _jumped(flow, to)
        if jumped and not (jumped in WHICH and _kind(name)):
            found.setdefault(name, set()).add(jumped)
    assert found == {name: set(why) for name, why in DATA["jumped"].items()}
    assert all(why for each in DATA["jumped"].values() for why in each.values())
