"""An invitation asks what this overleg is for: not every one makes a first plan."""

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.letters.evidence import Evidence
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

INVITES = ("uitnodiging-overleg", "uitnodiging-overleg-partners")
PURPOSE = guide().fields["overleg_doel"]
FACTS = {
    **SAFE, "ingeschreven": "ja", "sector": "po", "gemeente": "den_haag", "regio": "haaglanden",
    "leeftijd": "vanaf_12",
}  # fmt: skip
OWN = {
    "mdo_medisch_advies": "het advies over naar school gaan",
    "mdo_met_leerplicht": "of passend onderwijs niet kan",
    "overleg_over_vrijstelling": "iets anders kan dan een vrijstelling",
    "onderwijs_uitzoeken": "het zoeken naar een vorm van onderwijs",
    "bericht_passend_onderwijs": "een mogelijkheid voor passend onderwijs",
}
"""What is asked at the steps that call people together about something of their own."""


def _at(step: str) -> str:
    flow = guide().flows["ziekteverzuim"]
    talk = Conversation.at(guide(), flow, Answers(facts=FACTS, start=step), TODAY)
    return Evidence.of([talk.trail]).known(PURPOSE, (), str)


@pytest.mark.parametrize("letter", INVITES)
def test_every_step_that_invites_says_what_for(letter: str) -> None:
    asked = {walk.partition(".")[0] for option in PURPOSE.options for walk in option.walk}
    assert set(guide().letters[letter].steps) <= asked


@pytest.mark.parametrize("step", OWN)
def test_an_overleg_about_something_of_its_own_is_asked_so(step: str) -> None:
    assert OWN[step] in _at(step)
    assert "JGZ" not in _at(step)
    for letter in INVITES:
        assert step in guide().letters[letter].steps


def test_the_first_overleg_asks_for_a_plan_and_jgz() -> None:
    assert "{jgz_voluit}" in _at("mdo_jes")


@each_row(
    ("at", "given"),
    [
        ("met_schoolinschrijving_vo/jes_plan", "bijstellen"),
        ("met_schoolinschrijving_vo/jes_plan", "loopt_nog"),
        ("met_schoolinschrijving_vo/jes_evaluatie", "loopt_nog"),
        ("met_schoolinschrijving_vo_2024/jes_plan", "bijstellen"),
        ("met_schoolinschrijving_po/mdo_po", "bijstellen"),
        ("met_schoolinschrijving_po/mdo_po", "loopt_nog"),
        ("ziekteverzuim/plan_uitvoeren", "bijstellen"),
        ("ziekteverzuim/evaluatie", "loopt_nog"),
        ("noord_kennemerland/mdo_nk", "bijstellen"),
    ],
)
def test_an_overleg_that_looks_back_asks_for_no_first_plan(at: str, given: str) -> None:
    route, step = at.split("/")
    sector = "vo" if "_vo" in route else "po"
    answers = Answers(facts={**FACTS, "sector": sector}, start=step)
    talk = Conversation.at(guide(), guide().flows[route], answers, TODAY).answered((given,))
    said = Evidence.of([talk.trail]).known(PURPOSE, (), str)
    assert "terug op het plan" in said
    deeds = {deed.letter for deed in talk.view.first.deeds}
    assert "uitnodiging-overleg" in deeds
    assert not {"situatie_in_beeld", "oorzaken_zoeken"} & {do.action.id for do in talk.advice.now}


def test_an_overleg_after_a_refusal_says_that_there_was_one() -> None:
    for letter in INVITES:
        assert "Er komt geen vrijstelling" in guide().letters[letter].body
    assert _at("geen_vrijstelling") == _at("mdo_jes")


@pytest.mark.parametrize("letter", [each for each in guide().letters if "verlof" in each])
def test_who_writes_about_leave_says_why_it_is_asked(letter: str) -> None:
    asks = guide().letters[letter]
    assert "verlof_reden" in asks.fields
    assert "verlof_reden" in asks.body
