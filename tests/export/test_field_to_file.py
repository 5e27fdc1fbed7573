"""From what is typed in a field to what stands in the file, in every format."""

import io
import subprocess
import sys
from datetime import date

import docx
import pytest

from routeboek_tui.core.flow import Source
from routeboek_tui.core.letter import Field, FieldKind, FieldType, Letter, LetterKind
from routeboek_tui.export.formats import render
from routeboek_tui.letters.composition import compose
from routeboek_tui.text.document import Document, Paragraph, plain

TYPED = {
    "[/b] [@click=app.quit]": "[/b] [@click=app.quit]",
    "{{ 7*7 }} {% raw %} {# x #}": "{{ 7*7 }} {% raw %} {# x #}",
    "\x1b[31mrood\x00": "[31mrood",
    "a\u202eb\u2066c": "abc",
    "<b>x</b> **y** [a](file:///x)": "<b>x</b> **y** [a](file:///x)",
    "#set text(red) \ue100\ue000": "#set text(red)",
    "👩‍👧 ﷽": "👩‍👧 ﷽",
    "x" * 2_500: "x" * 2_500,
}
TYPES = {
    "regel": FieldType.LINE,
    "tekst": FieldType.TEXT,
    "datum": FieldType.DATE,
    "getal": FieldType.COUNT,
    "keuze": FieldType.CHOICE,
}
BODY = (
    "## {{ regel }}\n\n**{{ regel }}** {{ tekst }}\n\n- {{ datum }}\n\n"
    "|a|\n|-|\n|{{ getal }}|\n|{{ keuze }}|\n"
)


def composed(typed: str) -> Document:
    fields = {name: Field(name, name, FieldKind.PROCESS, kind) for name, kind in TYPES.items()}
    letter = Letter(
        id="brief",
        title="Brief",
        kind=LetterKind.MESSAGE,
        sender="school",
        recipients=("school",),
        steps=("stap",),
        fields=tuple(fields),
        required=(),
        body=BODY,
        sources=(Source("schema-2024", "vak"),),
    )
    values = dict.fromkeys(fields, typed)
    return compose(letter, fields, values, {}, {}, {}, frozenset(), date(2026, 3, 3)).document


@pytest.mark.parametrize(("typed", "expected"), TYPED.items(), ids=range(len(TYPED)))
def test_every_field_arrives_as_text(typed: str, expected: str) -> None:
    document = composed(typed)
    paragraph = document.blocks[1]
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.runs) == f"{expected} {expected}"
    word = docx.Document(io.BytesIO(render(document, "docx")))
    assert [each.text for each in word.paragraphs[2:5]] == [
        expected,
        f"{expected} {expected}",
        expected,
    ]
    assert [row.cells[0].text for row in word.tables[0].rows[1:]] == [expected, expected]
    assert expected in " ".join(render(document, "txt").decode().split())
    assert render(document, "pdf").startswith(b"%PDF-")


def test_nothing_heavy_is_loaded_before_it_is_used() -> None:
    code = (
        "import sys, routeboek_tui.letters.composition, routeboek_tui.letters.availability,"
        " routeboek_tui.letters.checks, routeboek_tui.export.formats;"
        "print({'jinja2', 'markdown_it', 'docx', 'typst'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "set()"
