"""Whatever is typed, the search answers and its marks stay inside the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from routeboek_tui.core.address import STEP
from routeboek_tui.library.sentences import ASKED
from routeboek_tui.search.asking import MOST, about
from routeboek_tui.search.compiled import ear
from routeboek_tui.search.index import Index
from routeboek_tui.search.passages import Passage
from routeboek_tui.search.query import MOST_WORDS, query_of
from routeboek_tui.search.question import named
from routeboek_tui.search.sought import Sought
from tests.rows import each_row

WORDS = st.sampled_from(
    ["wat", "is", "een", "hoe", "meld", "ik", "aan", "wie", "zit", "er", "bij", "jes", "mdo", "5a",
     "thuiszitter", "verzium", "DUO-melding", "jeugd", "beschermingstafel", "é", "ﬁ", "½", "İ", "ß",
     "\u202e", "\x1b[31m", "{swv}", "**", "|", "(", "[", "\ud800", "%s", "'", '"', ";", "16"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=30).map(" ".join))


@settings(max_examples=60)
@given(text=TEXTS)
def test_any_text_can_be_sought(index: Index, text: str) -> None:
    sought = Sought.of(index, text)
    for hit in index.find(text):
        assert hit.score > 0
        said = hit.passage.text
        assert all(0 <= a < b <= len(said) for a, b in sought.marks(said))
    assert len(about(index, ear(ASKED), text).places) <= MOST + 1
    named(index, text)
    query = query_of(text, index.seeking)
    assert len(query.words) <= MOST_WORDS
    assert query.words or query.note


@settings(max_examples=40)
@given(texts=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6), query=TEXTS)
def test_any_text_can_be_found(index: Index, texts: list[tuple[str, str]], query: str) -> None:
    made = [Passage(f"stap:x/{n}", STEP, title, text) for n, (title, text) in enumerate(texts)]
    whole = Index.of(made, index.seeking)
    sought = Sought.of(whole, query)
    for hit in whole.find(query):
        said = hit.passage.text
        assert all(0 <= a < b <= len(said) for a, b in sought.marks(said))


@each_row("text", ["\ud800", "ﬁ", "½", "İstanbul", "a" * 49, "ß" * 60])
def test_odd_letters(index: Index, text: str) -> None:
    index.find(text)
    about(index, ear(ASKED), text)
    named(index, text)
