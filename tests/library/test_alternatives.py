"""Nobody comes near an exemption before the alternatives to it were looked at."""

from collections.abc import Iterator

from routeboek_tui.library.content import Library

AFTER = {"consensus_mdo", "advies_driehoek"}
"""Where the schema says that no alternative was found."""


def ways(library: Library) -> Iterator[tuple[str, str]]:
    """Every arrow of a route and every goto of a signal, as where it is and where it leads."""
    for flow in library.flows.values():
        for step in flow.steps.values():
            yield from ((step.id, edge.to.rpartition("/")[2]) for _, edge in step.ways())
    for signal in (*library.signals.values(), *library.together.values()):
        yield from ((signal.id, edge.to.rpartition("/")[2]) for edge in signal.goto)


def test_only_who_found_no_alternative_comes_to_the_driehoeksoverleg(library: Library) -> None:
    found = {start for start, to in ways(library) if to in AFTER}
    assert found == {"alternatief", "consensus_mdo", "mdo_met_leerplicht", "school_geen_optie"}
