"""Before the leerplicht of a pupil began, leerplicht has no task and hears nothing of it."""

from functools import cache

import pytest

from routeboek_tui.core.facts import BEGUN, may_hold
from routeboek_tui.core.paths import paths
from routeboek_tui.core.rulebook import Rulebook
from tests.known import guide

LIBRARY = guide()
FLOWS = ("noord_kennemerland", "ziekteverzuim", "met_schoolinschrijving_po")
"""Routes that a pupil can walk before that."""

BEFORE = {BEGUN: "nee"}
THEIRS = {"leerplicht", "om"}


@cache
def passed(flow: str) -> set[str]:
    """Every step a pupil can come to whose leerplicht has not begun, so none in the VO."""
    ways = paths(Rulebook(LIBRARY.flows[flow], LIBRARY.knowledge))
    young = (way for way in ways if way.situation.get(BEGUN, "nee") == "nee")
    return {step for way in young if way.situation.get("sector") != "vo" for step in way.steps}


@pytest.mark.parametrize("flow", FLOWS)
def test_leerplicht_has_no_task(flow: str) -> None:
    steps = LIBRARY.flows[flow].steps
    asked = {
        f"{name}#{action.id}"
        for name in passed(flow)
        for action in steps[name].actions
        if action.may_be(BEFORE) and THEIRS & {action.actor or steps[name].actor}
    }
    assert not asked
    here = (steps[name] for name in passed(flow))
    assert not [step.id for step in here if step.actor in THEIRS and not step.jump]


@pytest.mark.parametrize("flow", FLOWS)
def test_no_letter_tells_leerplicht(flow: str) -> None:
    reached = passed(flow)
    assert not [
        letter.id
        for letter in LIBRARY.letters.values()
        if "leerplicht" in letter.recipients
        and reached & {*letter.steps}
        and may_hold(letter.when, BEFORE)
    ]
