"""Leerplicht is asked to a table by letter only where its seat depends on nothing that is open."""

from datetime import date

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.flow import Flow, Seat, Step
from routeboek_tui.core.safety import NONE, SAFETY
from routeboek_tui.course.letter.drafting import Drafting
from routeboek_tui.letters.evidence import Evidence
from tests.known import guide

TODAY = date(2026, 11, 30)
LEERPLICHT = "leerplicht"
HAAGLANDEN = {SAFETY: NONE, "regio": "haaglanden", "gemeente": "den_haag", "ingeschreven": "ja"}
OPEN = ("als er is gemeld", "als ongeoorloofd", "zonder melding", "in bijzondere gevallen")
OPEN = (*OPEN, "na een melding", "als je aan een vrijstelling denkt")
"""What a note says of a seat that depends on what is not known of every walk."""


def seats() -> list[tuple[Flow, Step, Seat]]:
    return [
        (flow, step, seat)
        for flow in guide().flows.values()
        for step in flow.steps.values()
        for seat in step.table
        if seat.actor == LEERPLICHT
    ]


def test_a_seat_with_a_condition_says_after_which_steps_it_is_met() -> None:
    with_note = [(f.id, s.id, seat) for f, s, seat in seats() if any(o in seat.note for o in OPEN)]
    assert len(with_note) > len(OPEN)
    assert [each for each in with_note if not each[2].after] == []


def invited(route: str, start: str, done: tuple[str, ...] = ()) -> bool:
    flow = guide().flows[route]
    sector = "vo" if route.endswith("vo") else "po"
    facts = {**HAAGLANDEN, "sector": sector, "leeftijd": "vanaf_12", "meerderjarig": "nee"}
    answers = Answers(facts={**facts, "leerplicht_begonnen": "ja"}, start=start, done=done)
    talk = Conversation.at(guide(), flow, answers, TODAY)
    letter = guide().letters["uitnodiging-overleg"]
    known = Evidence.of([talk.trail]).known(guide().fields["overleg_deelnemers"], letter.steps, str)
    assert "ouders" in known
    assert Drafting(talk, letter, {}).value("overleg_deelnemers")
    return LEERPLICHT in known


@pytest.mark.parametrize(
    ("route", "step", "report"),
    [
        ("met_schoolinschrijving_vo", "jes_plan", "duo_melding_16_uur"),
        ("met_schoolinschrijving_po", "mdo_po", "duo_melding_16_uur_po"),
    ],
)
def test_leerplicht_is_asked_once_there_is_a_report(route: str, step: str, report: str) -> None:
    assert not invited(route, step)
    assert invited(route, step, (report,))
