"""What of a Word example cannot be kept is said: a lock, a picture in its text, its own sender."""

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from routeboek_tui.export.docx import AUTHOR, LOCKED, NO_PICTURE, NOT_SENT_BY, UNLOCKED, render
from routeboek_tui.export.file import ExportError
from routeboek_tui.export.formats import FORMATS, NOT_STYLED, write
from routeboek_tui.text.document import Document, Paragraph, Run

LETTER = Document(
    "Brief (concept)",
    "Lees na.",
    (Paragraph((Run("Beste ouders,"),)),),
    apart=True,
    sender=(Run("De Linde\nStraat 1"),),
)


def png() -> io.BytesIO:
    """A picture of one white point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\x00\xff"))
        + chunk(b"IEND", b"")
    )


def made(folder: Path, change: Any) -> Path:
    word = docx.Document()
    change(word)
    path = folder / "voorbeeld.docx"
    word.save(str(path))
    return path


def rendered(reference: Path | None) -> tuple[Any, list[str]]:
    said: list[str] = []
    return docx.Document(io.BytesIO(render(LETTER, reference, said.append))), said


def protect(word: Any) -> None:
    lock = OxmlElement("w:documentProtection")
    for name, value in (("edit", "forms"), ("enforcement", "1"), ("hash", "x")):
        lock.set(qn(f"w:{name}"), value)
    word.settings.element.append(lock)


def test_a_template_with_forms_protection_is_unlocked_and_says_so(tmp_path: Path) -> None:
    word, said = rendered(made(tmp_path, protect))
    assert said == [UNLOCKED]
    assert word.settings.element.find(qn("w:documentProtection")) is None


@pytest.mark.parametrize("content", [bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)])
def test_a_file_locked_with_a_password_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "briefpapier.docx"
    path.write_bytes(content)
    with pytest.raises(ExportError) as refused:
        render(LETTER, path)
    assert str(refused.value) == LOCKED.format(path)


def test_a_logo_in_the_text_is_named_and_one_in_the_header_is_kept(tmp_path: Path) -> None:
    def in_text(word: Any) -> None:
        word.add_picture(png())
        word.element.body.find(".//" + qn("wp:docPr")).set("descr", "logo De Linde")

    def in_header(word: Any) -> None:
        word.sections[0].header.paragraphs[0].add_run().add_picture(png())

    word, said = rendered(made(tmp_path, in_text))
    assert said == [NO_PICTURE.format("logo De Linde")]
    assert word.paragraphs[0].text == "De Linde\nStraat 1"
    word, said = rendered(made(tmp_path, in_header))
    assert said == [NOT_SENT_BY.format("De Linde; Straat 1")]
    assert word.sections[0].header._element.findall(".//" + qn("w:drawing"))


def test_paper_with_the_sender_printed_on_it_does_not_get_him_twice(tmp_path: Path) -> None:
    def header(word: Any) -> None:
        word.sections[0].header.paragraphs[0].text = "School De Linde"

    plain, (printed, said) = rendered(None)[0], rendered(made(tmp_path, header))
    assert said == [NOT_SENT_BY.format("Straat 1")]
    assert [each.text for each in plain.paragraphs] == ["De Linde\nStraat 1", "Beste ouders,"]
    assert [each.text for each in printed.paragraphs] == ["Beste ouders,"]


def test_that_it_is_a_concept_stands_in_the_margin_and_not_in_the_letter() -> None:
    data = render(LETTER)
    word = docx.Document(io.BytesIO(data))
    assert [(each.author, each.text) for each in word.comments] == [(AUTHOR, "Lees na.")]
    assert word.core_properties.content_status == "Concept"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"oncept" not in archive.read("word/document.xml")


@pytest.mark.parametrize("extension", sorted(FORMATS))
def test_a_format_that_takes_no_letter_paper_says_so(tmp_path: Path, extension: str) -> None:
    paper = made(tmp_path, lambda _: None)
    said = write(LETTER, tmp_path / f"brief.{extension}", reference=paper)
    assert (NOT_STYLED in said) is (extension != "docx")
    assert NOT_STYLED not in write(LETTER, tmp_path / f"zonder.{extension}")
