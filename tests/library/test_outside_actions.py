"""An action that only general information asks for says so, and its step names that source."""

from datetime import date

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.near import GENERAL
from routeboek_tui.core.answers import Answers
from tests.known import guide
from tests.rows import each_row

OUTSIDE = [
    pytest.param(flow.id, step.id, action, documents, id=f"{flow.id}/{step.id}#{action}")
    for flow in guide().flows.values()
    for step in flow.steps.values()
    if not step.jump
    for action, documents in guide().texts[flow.id][step.id].outside.items()
]


@each_row(("flow", "step", "action", "documents"), OUTSIDE)
def test_it_names_a_document_of_outside(
    flow: str, step: str, action: str, documents: tuple[str, ...]
) -> None:
    sources = guide().flows[flow].steps[step].sources
    assert documents
    assert all(guide().sources[document].outside for document in documents)
    assert set(documents) <= {source.document for source in sources}
    assert action in guide().texts[flow][step].actions


def test_it_is_told_as_general_information() -> None:
    flow = guide().flows["triage"]
    talk = Conversation.at(guide(), flow, Answers({"veiligheid": "nee"}), date(2026, 12, 14))
    assert talk.near.deed("verwijdering_haaglanden", "horen").endswith(f"({GENERAL})")
    assert GENERAL not in talk.near.deed("verwijdering_haaglanden", "school_zoeken")
