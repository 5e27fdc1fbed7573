"""An invitation asks what this overleg is for: not every one makes a first plan."""

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.letters.evidence import Evidence
from tests.known import guide
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


def test_an_overleg_after_a_refusal_says_that_there_was_one() -> None:
    for letter in INVITES:
        assert "Er komt geen vrijstelling" in guide().letters[letter].body
    assert _at("geen_vrijstelling") == _at("mdo_jes")


@pytest.mark.parametrize("letter", [each for each in guide().letters if "verlof" in each])
def test_who_writes_about_leave_says_why_it_is_asked(letter: str) -> None:
    asks = guide().letters[letter]
    assert "verlof_reden" in asks.fields
    assert "verlof_reden" in asks.body
