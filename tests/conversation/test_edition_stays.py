"""The edition that was chosen is walked to the end, also by way of another route."""

from datetime import date

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.flow import Flow
from routeboek_tui.library.content import Library

ROUTE, CHOSEN = "met_schoolinschrijving_vo", "met_schoolinschrijving_vo_2024"
ILL = ("drempel", "ja"), ("evaluatie_schoolplan", "nee"), ("advies_vragen", "naar_overleg")
STUCK = ("jgz_advies_nodig", "nee"), ("belastbaarheid", "nee"), ("evaluatie", "vastgelopen")


def doors(flow: Flow) -> set[str]:
    """The steps of the route that the arrows of another route lead to."""
    ways = (edge.to for step in flow.steps.values() for _, edge in step.ways())
    jumps = (flow.steps[to].jump for to in ways if to in flow.steps)
    return {jump.step for jump in jumps if jump and jump.route == ROUTE}


@pytest.mark.parametrize("way", ["ziekteverzuim", "zonder_schoolinschrijving"])
def test_every_door_to_the_route_is_in_every_edition(library: Library, way: str) -> None:
    asked = doors(library.flows[way])
    assert asked
    for flow in library.editions_of(ROUTE):
        assert asked <= set(flow.steps), flow.id


@pytest.mark.parametrize("gemeente", ["den_haag", "leidschendam_voorburg", "rijswijk"])
def test_through_illness_the_chosen_edition_stays(
    library: Library, today: date, gemeente: str
) -> None:
    facts = {
        "veiligheid": "nee",
        "regio": "haaglanden",
        "sector": "vo",
        "gemeente": gemeente,
        "leeftijd": "vanaf_12",
        "ingeschreven": "ja",
    }
    talk = Conversation.start(library, CHOSEN, today, facts).answered(("ziekte",)).jump()
    assert talk.flow.id == "ziekteverzuim"
    for step, choice in (*ILL, *STUCK):
        assert talk.ask is not None
        assert talk.ask.step == step
        talk = talk.answered((choice,))
    assert talk.jump().flow.id == CHOSEN
    current = Conversation.start(library, ROUTE, today, facts).answered(("ziekte",)).jump()
    for _, choice in (*ILL, *STUCK):
        current = current.answered((choice,))
    assert current.jump().flow.id == ROUTE
