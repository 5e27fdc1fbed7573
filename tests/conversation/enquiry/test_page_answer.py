"""A hundred questions, each asked as somebody of another sector and region."""

from datetime import date
from pathlib import Path
from typing import Any

from routeboek_tui.conversation.enquiry.passage_view import PassageView, passage_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.search.compiled import index
from routeboek_tui.search.sought import Sought
from routeboek_tui.text.document import Items, Table, plain
from tests.known import guide, in_kinds
from tests.rows import each_row

TODAY = date(2026, 9, 7)
ASKERS = {
    "po": {"sector": "po", "regio": "haaglanden"},
    "vo": {"sector": "vo", "regio": "haaglanden"},
    "haaglanden": {"regio": "haaglanden"},
    "nk": {"sector": "po", "regio": "noord_kennemerland"},
}
ELSEWHERE = ("Overgenomen uit", "zeggen de bronnen hier niets over")
QUESTIONS = in_kinds(Path(__file__).with_name("questions.yaml"))


def told(view: PassageView) -> str:
    """All that is shown of a place, without its sources."""
    said = [view.title]
    for block in view.blocks:
        match block:
            case Table(header, rows):
                for row in (header, *rows):
                    said.append(" | ".join(map(plain, row)))
            case Items(_, items):
                said += map(plain, items)
            case _:
                said.append(plain(block.runs))
    return "\n".join(said)


def asked(question: dict[str, Any], asker: str) -> PassageView:
    library = guide()
    kind = "tafel" if "part" in question else "boek"
    place = ":".join((kind, "/".join(filter(None, (question["page"], question.get("part"))))))
    sought = Sought.of(index(library), question["ask"])
    return passage_view(Reader(library, TODAY, ASKERS[asker]), place, sought)


@each_row("asker", ASKERS)
@each_row("question", QUESTIONS, ids=[each["ask"] for each in QUESTIONS])
def test_a_question_is_answered_for_who_asks_it(question: dict[str, Any], asker: str) -> None:
    view = asked(question, asker)
    text = told(view)
    own = question.get(asker, {})
    elsewhere = own.get("elsewhere", False)
    for words in (*question.get("says", ()), *own.get("says", ())):
        assert words.casefold() in text.casefold(), text
    for words in (*question.get("not", ()), *own.get("not", ())):
        assert words.casefold() not in text.casefold(), text
    assert not elsewhere or any(each in text for each in ELSEWHERE), text
    for document in own.get("sources", ()):
        title = guide().sources[document].title
        assert any(source.startswith(title) for source in view.sources), view.sources


def test_there_are_a_hundred_questions_about_many_pages() -> None:
    assert len(QUESTIONS) >= 100
    assert len({each["page"] for each in QUESTIONS}) >= 50
