"""The PDF: tagged, in Dutch, and with the text as it was typed."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from routeboek_tui.export import pdf
from routeboek_tui.export.file import ExportError
from routeboek_tui.letters.document import Document, Paragraph, Run


def test_it_is_tagged_and_dutch(document: Document) -> None:
    data = pdf.render(document)
    assert data.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in data
    assert b"/MarkInfo" in data
    assert re.search(rb"/Lang ?\(nl", data)
    assert b"pdfuaid" in data


def test_any_text_can_be_set(any_text: tuple[str, Document]) -> None:
    assert pdf.render(any_text[1]).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Naam: 日", "Naam: [teken U+65E5]"),
        ("👩‍👧!", "[teken U+1F469][teken U+1F467]!"),
        ("🧡\ufe0f", "[teken U+1F9E1]"),
    ],
)
def test_a_character_no_font_has_is_written_as_its_number(
    monkeypatch: pytest.MonkeyPatch, typed: str, written: str
) -> None:
    compiled: list[str] = []
    real = pdf._compile

    def without_fonts_of_this_computer(data: str, *, own_fonts: bool) -> bytes:
        compiled.append(data)
        return real(data, own_fonts=True)

    monkeypatch.setattr(pdf, "_compile", without_fonts_of_this_computer)
    pdf.render(Document("T", "", (Paragraph((Run(typed),)),)))
    assert written in compiled[-1]


def test_a_text_in_a_script_no_font_has_is_refused_in_dutch(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed = "".join(map(chr, range(0x4E00, 0x4E80)))
    real = pdf._compile
    monkeypatch.setattr(pdf, "_compile", lambda data, **_: real(data, own_fonts=True))
    with pytest.raises(ExportError, match="Bewaar hem als Word"):
        pdf.render(Document("T", "", (Paragraph((Run(typed),)),)))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not there")
def test_the_text_can_be_copied(hostile: str, tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    file.write_bytes(pdf.render(Document("T", "", (Paragraph((Run(f"x {hostile} y"),)),))))
    found = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert "".join(f"x {hostile} y".split()) in "".join(found.split())
