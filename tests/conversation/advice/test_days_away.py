"""The first day away: how it is said, what follows from it, and that it is named where it lacks."""

from datetime import date

import pytest

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.told import told
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.said import Said
from tests.known import guide

TODAY = date(2026, 12, 10)
VO = {"gemeente": "den_haag", "regio": "haaglanden", "sector": "vo", "veiligheid": "nee"}
PO = {**VO, "sector": "po"}
NEEDED = "dan rekenen wij uit"


@pytest.mark.parametrize(
    "line",
    [
        "op 12 november 2026 was hij voor het laatst op school",
        "we zagen haar op 12 november 2026 voor het laatst",
        "12 november 2026 voor het laatst gezien, niemand belt",
        "komt sinds 13 november 2026 helemaal niet",
        "vanaf 13 november 2026 niet komt",
        "sinds 13 november 2026 komt hij gewoon niet meer",
    ],
)
def test_the_first_day_away_is_heard_also_from_the_last_one_there(line: str) -> None:
    assert told(line, guide(), VO, TODAY).days["afwezig"] == date(2026, 11, 13)


@pytest.mark.parametrize(
    ("route", "facts", "start", "days", "aim"),
    [
        ("met_schoolinschrijving_po", PO, "loket_sppoh", {"afwezig": date(2026, 11, 2)}, True),
        ("met_schoolinschrijving_po", PO, "mdo_po", {"afwezig": date(2026, 11, 2)}, True),
        ("met_schoolinschrijving_vo", VO, "jes_plan", {"afwezig": date(2026, 11, 2)}, True),
        ("ziekteverzuim", VO, "driehoeksoverleg", {"afwezig": date(2026, 11, 2)}, True),
        ("ziekteverzuim", PO, "driehoeksoverleg", {"afwezig": date(2026, 11, 2)}, True),
        ("ziekteverzuim", VO, "drempel", {"afwezig": date(2026, 11, 2)}, False),
        ("zonder_schoolinschrijving", VO, "plaatsing", {"afwezig": date(2026, 11, 2)}, True),
        ("zonder_schoolinschrijving", VO, "plaatsing", {"aankomst": date(2026, 11, 2)}, True),
    ],
)
def test_three_months_at_home_are_an_aim_on_every_route(
    route: str, facts: dict[str, str], start: str, days: dict[str, date], *, aim: bool
) -> None:
    flow = guide().flows[route]
    talk = Conversation.at(guide(), flow, Answers(facts, start=start), TODAY)
    found = advice_view(talk.hearing(Said(days=days))).dates
    said = [each for each in found if "drie maanden" in each and "2 februari 2027" in each]
    assert len(said) == aim
    assert all("het doel is" in each for each in said)


def test_a_day_that_lacks_is_named_once() -> None:
    for route, start in (("ziekteverzuim", "mdo_jes"), ("met_schoolinschrijving_vo", "jes_plan")):
        talk = Conversation.at(guide(), guide().flows[route], Answers(VO, start=start), TODAY)
        needed = [each.partition(" erbij")[0] for each in advice_view(talk).dates if NEEDED in each]
        assert needed
        assert len(needed) == len(set(needed))
