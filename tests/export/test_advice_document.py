"""The advice as a document in every format, and as data."""

import json
from datetime import date

import pytest

from routeboek_tui.conversation.advice.advice_view import AdviceView, advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.export import advice, formats
from routeboek_tui.export.text import text
from routeboek_tui.library.compiled import load


@pytest.fixture
def view() -> AdviceView:
    facts = {"sector": "po", "leeftijd": "onder_12"}
    talk = Conversation.start(load(), "ziekteverzuim", date(2026, 3, 12), facts)
    for choice in ("ja", "nee"):
        talk = talk.answered((choice,))
    return advice_view(talk.answered())


def test_the_document_says_all_there_is(view: AdviceView) -> None:
    said = text(advice.document(view))
    for part in ("Nu te doen", "Tegelijk", "Wie zit er aan tafel", "Nog uitzoeken",
                 "Dit hoort al gedaan te zijn", "Waarom dit advies", "Wat zou het veranderen",
                 "Waar de bron ruimte laat", "Nog mogelijke uitkomsten"):  # fmt: skip
        assert f"\n{part}\n---" in said
    for group in (*view.now, *view.alongside):
        assert group.title in said
    assert "Termijn: geen termijn in de bron." in said


def test_a_conflict_names_its_documents(view: AdviceView) -> None:
    facts = {"sector": "po", "leeftijd": "onder_12"}
    talk = Conversation.start(load(), "ziekteverzuim", date(2026, 3, 12), facts)
    said = " ".join(text(advice.document(advice_view(talk))).split())
    assert "Waar bronnen verschillen" in said
    assert "Schema ziekteverzuim (2024; Den Haag" in said


@pytest.mark.parametrize("extension", ["docx", "pdf", "md", "txt"])
def test_every_format_can_be_written(view: AdviceView, extension: str) -> None:
    assert formats.render(advice.document(view), extension)


def test_the_data_can_be_json(view: AdviceView) -> None:
    data = json.loads(json.dumps(advice.data(view)))
    assert data["now"][0]["todo"][0].keys() == {
        "actor", "who", "kort", "text", "term", "soon", "letter", "place", "own",
        "at_once",
    }  # fmt: skip


def test_a_shared_term_is_said_once(view: AdviceView) -> None:
    group = next(group for group in view.earlier if len(group.todo) > 1)
    assert advice.group_term(group)
    assert not any("termijn" in run.text for runs in advice.group_runs(group) for run in runs)
