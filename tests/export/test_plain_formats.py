"""Plain text and Markdown: text arrives as it was typed."""

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from routeboek_tui.core.letter import FieldType
from routeboek_tui.export import markdown, text
from routeboek_tui.letters.values import clean
from routeboek_tui.text.document import Document, Items, Paragraph, Run, Table

READ = {"text", "hardbreak", "strong_open", "strong_close", "em_open", "em_close"}
SIGNS = "ab *_`[]()<>#+-=.1\\!|~&:/é😀\n"


def squeezed(long: str) -> str:
    return " ".join(long.split())


def read(written: str) -> Iterator[str]:
    """The text of every block a common reader finds in the Markdown."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for token in reader.parse(written):
        if token.type == "inline":
            kinds = {child.type for child in token.children or ()}
            assert kinds <= READ
            yield "".join(
                "\n" if child.type == "hardbreak" else child.content
                for child in token.children or ()
            )


def test_plain_text_holds_the_text(any_text: tuple[str, Document]) -> None:
    typed, document = any_text
    typed = squeezed(typed)
    written = squeezed(text.text(document))
    for part in (
        f"Brief {typed} ==",
        f"Kop {typed} --",
        f"Beste {typed}, dag {typed} Eén{typed}x {typed}",
        f"- {typed} - b",
        f"1. {typed} 2. b c",
        f"- Wat: {typed} Wie: x [nog invullen: naam]",
    ):
        assert part in written


def test_plain_text_breaks_between_words() -> None:
    document = Document("T", "", (Items(False, ((Run("woord " * 40),),)),))
    lines = text.text(document).splitlines()
    assert max(map(len, lines)) <= text.WIDTH
    assert [line[:7] for line in lines[3:5]] == ["- woord", "  woord"]


def test_a_table_in_plain_text_names_its_columns() -> None:
    table = Table(((Run("Wat"),), (Run(""),)), (((Run("a"),), (Run("b"),)),))
    assert text.text(Document("T", "", (table,))).endswith("- Wat: a\n  b\n")


def test_markdown_is_read_as_what_was_typed(any_text: tuple[str, Document]) -> None:
    typed, document = any_text
    typed = squeezed(typed)
    found = [squeezed(each) for each in read(markdown.markdown(document))]
    assert found == [
        f"Brief {typed}",
        "Concept.",
        f"Kop {typed}",
        typed,
        f"Beste {typed}, dag {typed}",
        f"Eén{typed}x {typed}",
        typed,
        "b",
        typed,
        "b c",
        "Wat",
        "Wie",
        typed,
        "x",
        "[nog invullen: naam]",
    ]


def test_markdown_keeps_style_where_it_can_be_read() -> None:
    runs = (Run("Onderwerp:", strong=True), Run(" a"), Run("(b)", strong=True), Run("c"))
    assert "**Onderwerp:** a(b)c" in markdown.markdown(Document("T", "", (Paragraph(runs),)))


@given(
    st.lists(
        st.tuples(st.text(alphabet=SIGNS), st.booleans(), st.booleans()),
        min_size=1,
        max_size=4,
    )
)
def test_any_runs_come_back_from_markdown(given_runs: list[tuple[str, bool, bool]]) -> None:
    runs = tuple(
        Run(re.sub("\n+", "\n", clean(typed, FieldType.TEXT)), strong, emphasis)
        for typed, strong, emphasis in given_runs
    )
    whole = "".join(run.text for run in runs)
    document = Document("T", "", (Paragraph(runs), Items(False, (runs,)), Items(True, (runs,))))
    found = list(map(squeezed, read(markdown.markdown(document))))
    assert found[1:] == [squeezed(whole)] * (3 if squeezed(whole) else 0)
