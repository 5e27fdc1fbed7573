"""Whatever is typed, the search answers and its marks stay inside the excerpt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routeboek_tui.search.index import Index
from routeboek_tui.search.passages import STEP, Passage
from routeboek_tui.search.query import MOST_WORDS, query_of
from routeboek_tui.search.question import answer

WORDS = st.sampled_from(
    ["wat", "is", "een", "hoe", "meld", "ik", "aan", "wie", "zit", "er", "bij", "jes", "mdo", "5a",
     "thuiszitter", "verzium", "DUO-melding", "jeugd", "beschermingstafel", "é", "ﬁ", "½", "İ", "ß",
     "\u202e", "\x1b[31m", "{swv}", "**", "|", "(", "[", "\ud800", "%s", "'", '"', ";", "16"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=30).map(" ".join))


@settings(max_examples=150)
@given(text=TEXTS)
def test_any_text_can_be_sought(index: Index, text: str) -> None:
    for hit in index.find(text):
        assert hit.score > 0
        assert all(0 <= a < b <= len(hit.excerpt) for a, b in hit.marks)
    answer(index, text)
    query = query_of(text, index.seeking)
    assert len(query.words) <= MOST_WORDS
    assert query.words or query.note


@settings(max_examples=100)
@given(texts=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6), query=TEXTS)
def test_any_text_can_be_found(index: Index, texts: list[tuple[str, str]], query: str) -> None:
    made = [Passage(f"stap:x/{n}", STEP, title, text) for n, (title, text) in enumerate(texts)]
    for hit in Index.of(made, index.seeking).find(query):
        assert all(0 <= a < b <= len(hit.excerpt) for a, b in hit.marks)


@pytest.mark.parametrize("text", ["\ud800", "ﬁ", "½", "İstanbul", "a" * 49, "ß" * 60])
def test_odd_letters(index: Index, text: str) -> None:
    index.find(text)
    answer(index, text)
