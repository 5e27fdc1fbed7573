"""What of a meeting may be in no letter to somebody: proved over every letter and question."""

import re

import pytest
from msgspec.structs import replace

from routeboek_tui.core.flow import TRIAGE, Kind
from routeboek_tui.core.letter import FieldKind
from routeboek_tui.core.meeting import (
    Factor,
    Layer,
    Meeting,
    OwnWords,
    Position,
    Side,
)
from routeboek_tui.course.overleg import paper as overleg_paper
from routeboek_tui.course.overleg.fields import filled
from tests.course.meetings import (
    CASES,
    PO,
    VO,
    meeting,
    standing,
)
from tests.known import guide

SECRET = {
    "factor": "geheimfactor",
    "ticked": "aangevinkt",
    "own": "geheimwoord",
    "own ticked": "eigenzin",
}
QUESTIONS = {
    kind: [step for step, each in guide().positions.items() if each is kind] for kind in FieldKind
}
"""The questions of the guide by the kind of what somebody thinks of them."""


def stuffed(flow: str) -> Meeting:
    """A meeting in which everything that can be said was said, about each question of a route."""
    steps = [step for step in guide().flows[flow].steps.values() if step.choices]
    said = {
        step.id: {
            "school": Position(step.choices[0].id, f"waarom{step.id}", ticked=True),
            "ouders": Position(step.choices[-1].id, f"daarom{step.id}", ticked=True),
        }
        for step in steps
    }
    factors = [
        Factor(layer, side, SECRET["ticked" if ticked else "factor"], ticked)
        for layer in Layer
        for side in Side
        for ticked in (True, False)
    ]
    own = (OwnWords("helpt", SECRET["own ticked"], True), OwnWords("goed", SECRET["own"]))
    return replace(meeting("jes", said), factors=tuple(factors), own_words=own)


@pytest.fixture(scope="module", params=[f for f in guide().flows if f != TRIAGE])
def route(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_no_letter_holds_of_a_meeting_what_a_reader_may_not_read(route: str) -> None:
    library = guide()
    flow = library.flows[route]
    facts = VO if "vo" in library.sectors(flow) else PO
    talk, held = standing(route, flow.start, facts), stuffed(route)
    some = False
    for letter in library.letters.values():
        told = str(overleg_paper.drafting(talk, held, letter, {}).composed().document)
        may = set.intersection(*({*library.recipients[each].may} for each in letter.readers))
        assert SECRET["factor"] not in told, letter.id
        assert SECRET["own"] not in told, letter.id
        if FieldKind.FUNCTIONING not in may:
            assert SECRET["ticked"] not in told, letter.id
            assert SECRET["own ticked"] not in told, letter.id
        for step in held.positions:
            if re.search(rf"\b(waarom|daarom){step}\b", told):
                some = True
                assert library.positions[step] in may, (letter.id, step)
    assert some


def test_what_a_table_thinks_of_somebodys_health_is_in_no_letter(route: str) -> None:
    flow = guide().flows[route]
    held = stuffed(route)
    talk = standing(route, flow.start, VO if "vo" in guide().sectors(flow) else PO)
    for letter in guide().letters.values():
        told = str(filled(talk, held, letter))
        for step in QUESTIONS[FieldKind.MEDICAL]:
            assert not re.search(rf"\b(waarom|daarom){step}\b", told), (letter.id, step)


@pytest.mark.parametrize("reader", ["leerplicht", "duo"])
def test_what_the_pupil_can_do_never_goes_to_leerplicht_or_duo(reader: str) -> None:
    may = guide().recipients[reader].may
    assert QUESTIONS[FieldKind.FUNCTIONING]
    assert not {FieldKind.FUNCTIONING, FieldKind.MEDICAL} & {*may}


def test_of_every_question_it_is_said_what_kind_a_view_of_it_is() -> None:
    """One that is not named goes into no letter: safe, and useless."""
    asked = {
        step.id
        for flow in guide().flows.values()
        if flow.id != TRIAGE
        for step in flow.steps.values()
        if step.kind is Kind.QUESTION
    }
    assert asked - guide().positions.keys() == set()


def test_a_line_of_why_is_looked_at_like_any_text() -> None:
    talk, held = CASES["driehoek"]
    why = {"passend_onderwijs": {"ouders": Position("nee", "hij heeft ADHD", ticked=True)}}
    letter = guide().letters["invulhulp-aanmelding-driehoeksoverleg"]
    refused = overleg_paper.drafting(talk, replace(held, positions=why), letter, {}).refusal()
    assert refused
    assert (refused.field, refused.confirm) == ("overleg_standpunten", True)
    assert "adhd" in refused.words


def test_a_line_of_why_enters_a_letter_only_when_ticked(route: str) -> None:
    held = stuffed(route)
    positions = {
        step: {party: replace(each, ticked=False) for party, each in said.items()}
        for step, said in held.positions.items()
    }
    talk = standing(route, guide().flows[route].start, VO if "vo" in route else PO)
    whys = [each.why for said in held.positions.values() for each in said.values()]
    for letter in guide().letters.values():
        bare = str(filled(talk, replace(held, positions=positions), letter))
        assert [why for why in whys if why in bare] == [], letter.id


def test_nothing_of_a_meeting_enters_what_was_typed_in_letters() -> None:
    talk, held = CASES["mdo-oneens"]
    values = {"leerling": "Sam de Vries"}
    for letter in overleg_paper.letters_of(talk, held):
        draft = overleg_paper.drafting(talk, held, letter, values)
        draft.refusal()
        draft.paper()
    assert values == {"leerling": "Sam de Vries"}
