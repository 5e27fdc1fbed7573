"""A letter exists when its step is certain and its facts are known."""

from collections.abc import Callable
from datetime import date

import pytest

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.core.flow import Choice, Edge, Flow, Kind, Step
from routeboek_tui.core.letter import Letter
from routeboek_tui.core.replay import Trail, replay
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.letters.availability import lock

FLOW = Flow(
    "proef",
    "proef-1",
    "vraag",
    {
        step.id: step
        for step in (
            Step(
                "vraag",
                Kind.QUESTION,
                "school",
                choices=(Choice("ja", (Edge("melden"),)), Choice("nee", (Edge("einde"),))),
            ),
            Step("melden", Kind.ACTION, "school", edges=(Edge("sector"),), needs=("ingeschreven",)),
            Step("sector", Kind.ACTION, "school", edges=(Edge("einde"),)),
            Step("einde", Kind.OUTCOME, "school"),
        )
    },
)
TITLES = {"melden": "Melden bij DUO"}
FACTS = {"ingeschreven": "of de leerling is ingeschreven"}


def trail(choice: str | None, ingeschreven: str = "ja") -> Trail:
    steps = () if choice is None else (Answer("vraag", choices=(choice,) if choice else ()),)
    answers = Answers({"ingeschreven": ingeschreven}, steps)
    return replay(Rulebook(FLOW), answers, date(2026, 3, 3))


@pytest.fixture
def melding(make_letter: Callable[..., Letter]) -> Letter:
    return make_letter("Dag.", steps=("melden",), when={"ingeschreven": ("ja",)})


def test_it_exists_once_its_step_is_certain(melding: Letter) -> None:
    assert lock(melding, trail(None))
    assert lock(melding, trail("nee"))
    assert lock(melding, trail("ja")) is None


def test_a_way_that_is_only_possible_keeps_it_locked(melding: Letter) -> None:
    unsure = trail("")
    found = lock(melding, unsure)
    assert found is not None
    assert found.possible
    assert "staat nog niet vast" in found.text(TITLES, FACTS)
    assert "melden" not in unsure.certain_steps
    assert "einde" in unsure.certain_steps


@pytest.mark.parametrize("value", [UNKNOWN, "nee"])
def test_a_fact_that_is_unknown_or_differs_keeps_it_locked(melding: Letter, value: str) -> None:
    found = lock(melding, trail("ja", value))
    assert found is not None
    assert found.steps == ()
    assert FACTS["ingeschreven"] in found.text(TITLES, FACTS)
    assert ("ingeschreven" in trail("ja", value).known) is (value == "nee")


def test_the_lock_names_the_step_that_gives_the_ground(melding: Letter) -> None:
    found = lock(melding, trail(None))
    assert found is not None
    assert found.text(TITLES, FACTS) == (
        "De grond voor deze brief ontstaat bij 'Melden bij DUO'. Zo ver is de route nog niet."
    )


def test_past_a_step_after_which_it_has_no_use_it_is_gone(
    make_letter: Callable[..., Letter],
) -> None:
    early = make_letter("Dag.", steps=("vraag", "sector"), over=("melden",))
    assert lock(early, trail("nee")) is None
    for here, before in ((trail("ja"), ()), (trail("nee"), (trail("ja"),))):
        found = lock(early, here, before=before)
        assert found is not None
        assert found.text(TITLES, FACTS) == "Deze brief is niet meer nodig na 'Melden bij DUO'."
    assert lock(early, trail("")) is None
