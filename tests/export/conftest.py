"""A document with every kind of block, and strings that try to be more than text."""

import pytest

from routeboek_tui.text.document import Block, Document, Heading, Items, Paragraph, Run, Table

HOSTILE = (
    "[/b]",
    "[@click=app.quit]x[/]",
    "{{ 7*7 }}",
    "{% raw %}",
    "[31mrood",
    "<b>vet</b>",
    "&amp; &#65; &nbsp;",
    '#set text(fill: red); #eval("1+1") $x^2$',
    "**x** *y* _z_ `c` ~~d~~",
    "[a](file:///x) ![b](c)",
    "# kop",
    "- punt",
    "+ punt",
    "1. een",
    "2) twee",
    "===",
    "> citaat",
    "| a | b |",
    "\\ \\* \\n",
    "=SOM(A1)",
    "https://voorbeeld",
    "café €",
)
UNUSUAL = ("👩‍👧 😀", "﷽", "שלום", "日本")


def every_block(text: str) -> Document:
    """A document with ``text`` in every place a text can stand."""
    run = Run(text)
    return Document(
        title=f"Brief {text}",
        notice="Concept.",
        blocks=(
            Heading(1, (Run("Kop "), run)),
            Paragraph((run,)),
            Paragraph((Run("Beste "), Run(text, strong=True), Run(", dag "), run)),
            Paragraph((Run("Eén"), Run(text, emphasis=True), Run("x\n"), run)),
            Items(False, ((run,), (Run("b"),))),
            Items(True, ((run,), (Run("b\nc"),))),
            Table(((Run("Wat"),), (Run("Wie"),)), (((run,), (Run("x"),)),)),
            Paragraph((Run("[nog invullen: naam]", missing=True),)),
        ),
    )


@pytest.fixture
def document() -> Document:
    return every_block("Noor")


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=(*HOSTILE, *UNUSUAL, "x" * 10_000, "woord " * 2_000 + "eind"))
def any_text(request: pytest.FixtureRequest) -> tuple[str, Document]:
    return str(request.param), every_block(str(request.param))


@pytest.fixture
def long_blocks() -> dict[str, Block]:
    """A block of every kind that holds a word of more than a page."""
    return {type(block).__name__: block for block in every_block("x" * 6_000).blocks[:-1]}
