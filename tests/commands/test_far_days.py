"""The first and the last day that can be meant: every step has an advice then, with its terms."""

from datetime import date

import pytest

from routeboek_tui import cli
from routeboek_tui.commands.walk import conversation
from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.export.advice import data
from routeboek_tui.text.dates import FIRST, LAST
from tests.known import guide

STEPS = [
    (flow.id, step) for flow in guide().flows.values() for step in flow.steps
    if "/" not in step
]  # fmt: skip


@pytest.mark.parametrize("day", [FIRST, LAST], ids=str)
def test_every_step_has_an_advice(day: date) -> None:
    reached = 0
    for route, step in STEPS:
        talk = conversation(guide(), route, ["veiligheid=nee"], (), day, start=step)
        for choices in ((), *(((c,)) for c in _choices(route, step)[:1])):
            later = talk.answered(choices) if talk.ask and not talk.ask.fact else talk
            assert data(advice_view(later))
            reached += 1
    assert reached > len(STEPS)


def _choices(route: str, step: str) -> tuple[str, ...]:
    return tuple(choice.id for choice in guide().flows[route].steps[step].choices)


@pytest.mark.parametrize("day", ["31-12-9999", "1-1-0001", "9999-12-31", "0001-01-01"])
@pytest.mark.parametrize(
    "given",
    [
        ["--datum", "{}"],
        ["--feit", "geboortedatum={}"],
        ["--antwoord", "drempel=ja@{}"],
        ["--antwoord", "drempel=meldingen:5,eerste_melding:{}"],
    ],
    ids=lambda given: given[0],
)
def test_a_day_too_far_off_is_answered_with_a_sentence(
    capsys: pytest.CaptureFixture[str], given: list[str], day: str
) -> None:
    route = ["advies", "ziekteverzuim", "--feit", "sector=vo", "--feit", "veiligheid=nee"]
    code = cli.main([*route, *(part.format(day) for part in given)])
    assert code == 2
    said = capsys.readouterr().err
    assert "niet verwachtte" not in said
    assert said.rstrip().endswith(".")
