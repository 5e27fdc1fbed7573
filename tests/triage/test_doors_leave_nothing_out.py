"""What a door jumps over is still offered: what is done already, beside, or asked by ticking."""

from collections.abc import Iterator

from routeboek_tui.core.flow import Edge, Flow
from routeboek_tui.library.content import Library

SAID = {
    # The pupil is eighteen or older on that way only.
    "signaal:gesprekken_helpen_niet>jes_plan": {"achttien_plus_vo"},
    # Whoever sits in the Driehoeksoverleg has sent in the form.
    "triage/stand_vrijstelling.in_driehoek>driehoeksoverleg": {"aanmelding_met_school"},
    # The appeal was made, by whichever of the two forms.
    "triage/stand_vrijstelling.beroep>oordeel_sma_arts": {
        "gesprek_weigering",
        "beroep_zonder_driehoek",
    },
    # The plan ran and got stuck: that is why it was handed on.
    "triage/stand_opgeschaald_po.gemeente_bij_ziekte>managementafstemming": {
        "plan_uitvoeren",
        "evaluatie",
    },
    "triage/stand_opgeschaald_po.gemeente_bij_ziekte>beleidsmedewerker_wijz": {
        "plan_uitvoeren",
        "evaluatie",
    },
    "triage/stand_opgeschaald_po.gemeente_bij_ziekte>teamleider_jeugdteam": {
        "plan_uitvoeren",
        "evaluatie",
    },
    # Only a regisseur or teamleider brings a case to the directors.
    "triage/stand_opgeschaald_vo.directeuren>afstemming_directeuren": {
        "regisseur_jeugd_en_leerplicht"
    },
}
"""What lies between the last step a door says is done and the one it opens on, and why it is
known with the door: what was to be done there was done."""


def doors(library: Library) -> Iterator[tuple[str, Edge]]:
    """Every way into a route that begins half-way, and what it says is done."""
    for signal in library.signals.values():
        for edge in signal.goto:
            yield f"signaal:{signal.id}", edge
    for flow in library.flows.values():
        for step in flow.steps.values():
            for edge in step.edges:
                yield f"{flow.id}/{step.id}", edge
            for choice in step.choices:
                for edge in choice.edges:
                    yield f"{flow.id}/{step.id}.{choice.id}", edge


def onward(flow: Flow) -> dict[str, set[str]]:
    return {
        step.id: {
            edge.to
            for edges in (step.edges, *(choice.edges for choice in step.choices))
            for edge in edges
        }
        for step in flow.steps.values()
    }


def reached(begin: str, leads: dict[str, set[str]], without: str = "") -> set[str]:
    found, todo = {begin}, [begin]
    while todo:
        for to in leads[todo.pop()] - found - {without}:
            found.add(to)
            todo.append(to)
    return found


def shortest(begin: str, end: str, leads: dict[str, set[str]]) -> list[str]:
    came, todo = {begin: ""}, [begin]
    for step in todo:
        for to in sorted(leads[step]):
            if to not in came:
                came[to] = step
                todo.append(to)
    way, step = [], came.get(end, "")
    while step and step != begin:
        way.append(step)
        step = came[step]
    return way


def test_what_a_door_jumps_over_is_done_or_asked(library: Library) -> None:
    found: dict[str, set[str]] = {}
    for where, edge in doors(library):
        route, slash, to = edge.to.partition("/")
        flow = library.flows.get(route) if slash else None
        if flow is None or to == flow.start or not edge.done or edge.done[-1] not in flow.steps:
            continue
        leads = onward(flow)
        for step in shortest(edge.done[-1], to, leads):
            asked = to not in reached(flow.start, leads, without=step)
            if flow.steps[step].actions and step not in edge.done and not asked:
                found.setdefault(f"{where}>{to}", set()).add(step)
    assert found == SAID
