"""What is done only after one of the answers stands at the step behind that answer."""

import re

from routeboek_tui.core.flow import Kind
from routeboek_tui.library.content import Library

HANGS = re.compile(r"\b(?:als|zodra|lukt|na (?:het|de|een)|pas)\b")
"""Words of a deed that hangs on something that is not known yet."""

MAY = {
    "met_schoolinschrijving_po/doorbraaktafel_po#verder_met_plan": "na elk besluit, wat het ook is",
    "noord_kennemerland/duo_melding_relatief#melden_als_wettelijk": "“als” zegt hier als wat",
    "noord_kennemerland/uren_vijfjarige_nk#uren_geoorloofd_boeken": "“als” zegt hier als wat",
}
"""Deeds at a question that name a condition, and why they stand there."""


def test_a_deed_of_one_answer_does_not_stand_at_the_question(library: Library) -> None:
    found = {
        f"{flow.id}/{step.id}#{action.id}"
        for flow in library.flows.values()
        for step in flow.steps.values()
        for action in step.actions
        if step.kind is not Kind.OUTCOME and len(step.choices) > 1
        if HANGS.search(library.texts[flow.id][step.id].kort.get(action.id, ""))
    }
    assert found == set(MAY)
