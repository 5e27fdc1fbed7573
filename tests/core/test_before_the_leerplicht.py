"""Before the leerplicht of a pupil began, leerplicht has no task and hears nothing of it."""

import pytest

from routeboek_tui.core.facts import BEGUN, may_hold
from tests.all_paths import gone
from tests.known import guide

LIBRARY = guide()
FLOWS = ("noord_kennemerland", "ziekteverzuim", "met_schoolinschrijving_po")
"""Routes that a pupil can walk before that."""

BEFORE = {BEGUN: "nee"}
THEIRS = {"leerplicht", "om"}


@pytest.mark.parametrize("flow", FLOWS)
def test_leerplicht_has_no_task(flow: str) -> None:
    steps = LIBRARY.flows[flow].steps
    asked = {
        f"{name}#{action.id}"
        for name in gone(flow).young
        for action in steps[name].actions
        if action.may_be(BEFORE) and THEIRS & {action.actor or steps[name].actor}
    }
    assert not asked
    here = (steps[name] for name in gone(flow).young)
    assert not [step.id for step in here if step.actor in THEIRS and not step.jump]


@pytest.mark.parametrize("flow", FLOWS)
def test_no_letter_tells_leerplicht(flow: str) -> None:
    reached = gone(flow).young
    assert not [
        letter.id
        for letter in LIBRARY.letters.values()
        if "leerplicht" in letter.recipients
        and reached & {*letter.steps}
        and may_hold(letter.when, BEFORE)
    ]
