"""The walks of ``tests/walks`` together pass every step, arrow and outcome, and say so rightly."""

from collections.abc import Iterator

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.facts import READER
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import UNKNOWN, walked, walks

WALKS = walks()


def _arrows(talk: Conversation) -> Iterator[tuple[str, str, str]]:
    came_from = None
    for visit in talk.trail.main.visits:
        if came_from is not None and visit.via is not None:
            for choice, edge in talk.step(came_from.step).ways():
                if edge == visit.via and (not choice or choice in came_from.taken):
                    yield came_from.step, choice, edge.to
        if visit.alongside:
            yield from ((visit.step, "", edge.to) for edge in talk.step(visit.step).edges)
        else:
            came_from = visit


FLOWS = tuple(guide().flows)


@each_row("route", FLOWS)
def test_all_walks_together_pass_every_step_and_every_arrow(route: str) -> None:
    library = guide()
    steps: set[str] = set()
    arrows: set[tuple[str, str, str]] = set()
    for walk in WALKS:
        if walk.route != route:
            continue
        talk = walked(library, walk)
        steps.update(visit.step for visit in talk.trail.main.visits)
        arrows.update(_arrows(talk))
    flow = library.flows[route]
    assert set(flow.steps) - steps == set()
    every = {(s.id, choice, edge.to) for s in flow.steps.values() for choice, edge in s.ways()}
    assert every - arrows == set()


def test_every_outcome_sector_and_municipality_has_a_walk() -> None:
    outcomes = {(flow.id, step.id) for flow in guide().flows.values() for step in flow.outcomes}
    assert outcomes <= {(walk.route, walk.outcome) for walk in WALKS}
    scheme = guide().scheme
    # Who reads steers no arrow.
    for fact, values in ((f, v) for f, v in scheme.domains.items() if f != READER):
        told = {walk.facts.get(fact) for walk in WALKS} - {None, UNKNOWN}
        assert told if fact in scheme.dates else set(values) <= told


def test_plain_sickness_gives_no_letter_of_leerplicht() -> None:
    library = guide()
    for walk in WALKS:
        if walk.route != "ziekteverzuim":
            continue
        talk = walked(library, walk)
        if not talk.trail.possible("duo_melding"):
            senders = {letter.sender for letter in talk.letters if "driehoek" not in letter.id}
            walked_on = {visit.step for visit in talk.trail.main.visits}
            if not walked_on & {"advies_driehoek", "beroep_vrijstelling", "andere_vrijstelling"}:
                assert "leerplicht" not in senders, walk.id
