"""The Word file: Dutch, nobody's name in it, and in the letterhead of the school."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn

from routeboek_tui.export.docx import render
from routeboek_tui.export.file import ExportError
from routeboek_tui.text.document import Document, Items, Paragraph, Run
from tests.rows import each_row


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def words(word: Any) -> list[str]:
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in word.paragraphs] + cells


def reference(folder: Path, *, bare: bool) -> Path:
    """A letterhead; ``bare`` takes every style out of it except Normal."""
    word: Any = docx.Document()
    word.sections[0].header.paragraphs[0].text = "School De Brug"
    word.add_paragraph("Tekst van het voorbeeld")
    word.core_properties.author = "Iemand"
    if bare:
        for style in list(word.styles):
            if style.name not in {"Normal", "Header", "Default Paragraph Font", "Normal Table"}:
                style.element.getparent().remove(style.element)
    path = folder / "briefpapier.docx"
    word.save(str(path))
    return path


def test_it_is_dutch_and_carries_no_name(document: Document) -> None:
    word = opened(render(document))
    languages = {lang.get(qn("w:val")) for lang in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"nl-NL"}
    properties = word.core_properties
    assert properties.title == document.title
    assert properties.language == "nl-NL"
    assert properties.author == properties.comments == properties.last_modified_by == ""


def test_any_text_arrives(any_text: tuple[str, Document]) -> None:
    typed, document = any_text
    found = words(opened(render(document)))
    in_words = len(("paragraph", "bullet", "number", "cell"))
    assert found.count(typed) == in_words
    assert f"Beste {typed}, dag {typed}" in found
    assert f"Eén{typed}x\n{typed}" in found


def test_what_is_missing_is_highlighted_and_in_brackets(document: Document) -> None:
    word = opened(render(document))
    runs = [run for paragraph in word.paragraphs for run in paragraph.runs]
    (missing,) = [run for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]
    assert missing.text == "[nog invullen: naam]"


def test_a_second_numbered_list_starts_at_one_again() -> None:
    items = Items(True, ((Run("a"),), (Run("b"),)))
    word = opened(render(Document("T", "", (items, items))))
    numbers = [p._p.pPr.numPr.numId.val for p in word.paragraphs if p.style.name == "List Number"]
    first, second = numbers[:2], numbers[2:]
    assert len(set(first)) == len(set(second)) == 1
    assert first != second


@pytest.mark.parametrize("bare", [False, True])
def test_a_letterhead_gives_its_styles_and_not_its_text(
    tmp_path: Path, document: Document, bare: bool
) -> None:
    word = opened(render(document, reference(tmp_path, bare=bare)))
    assert word.sections[0].header.paragraphs[0].text == "School De Brug"
    found = words(word)
    assert "Tekst van het voorbeeld" not in found
    assert "Kop Noor" in found
    assert ("\u2022\tNoor" if bare else "Noor") in found
    assert word.core_properties.author == ""


def test_a_template_of_word_is_a_letterhead_too(tmp_path: Path, document: Document) -> None:
    made, template = reference(tmp_path, bare=False), tmp_path / "briefpapier.dotx"
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(template, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(b"document.main+xml", b"template.main+xml")
            new.writestr(name, content)
    word = opened(render(document, template))
    assert word.sections[0].header.paragraphs[0].text == "School De Brug"


def test_nothing_of_an_earlier_letter_stays_behind(tmp_path: Path, document: Document) -> None:
    path = reference(tmp_path, bare=False)
    word: Any = docx.Document(str(path))
    first = word.sections[0]
    first.different_first_page_header_footer = True
    first.first_page_header.paragraphs[0].text = "Eerste bladzijde De Brug"
    word.add_section()
    word.add_comment(word.add_paragraph("oud").runs, text="geheim")
    word.save(str(path))
    data = render(document, path)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [n for n in archive.namelist() if "comments" in n or "thumbnail" in n]
        everything = b"".join(map(archive.read, archive.namelist()))
    assert b"geheim" not in everything
    assert b"oud<" not in everything
    (section,) = opened(data).sections
    assert section.header.paragraphs[0].text == "School De Brug"
    assert section.first_page_header.paragraphs[0].text == "Eerste bladzijde De Brug"


def test_a_letterhead_that_is_no_word_file_says_so(tmp_path: Path, document: Document) -> None:
    path = tmp_path / "briefpapier.docx"
    for content in (b"geen zip", b""):
        path.write_bytes(content)
        with pytest.raises(ExportError, match="niet te lezen als Word-document"):
            render(document, path)
    for absent in (tmp_path / "weg.docx", tmp_path):
        with pytest.raises(ExportError, match="is er niet"):
            render(document, absent)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
@pytest.mark.parametrize("bare", [False, True])
def test_another_program_opens_it(tmp_path: Path, document: Document, bare: bool) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(render(document, reference(tmp_path, bare=bare)))
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "txt:Text",
            "--outdir",
            str(tmp_path),
            str(file),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert "Beste Noor, dag Noor" in (tmp_path / "brief.txt").read_text(encoding="utf-8-sig")


DAMAGES = {
    "empty": b"",
    "noise": b"\xff\xfe\x00",
    "another root": b"<x/>",
    "no children": b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/'
    b'main"/>',
    "text": b"dit is geen XML",
}
PARTS = sorted(zipfile.ZipFile(io.BytesIO(render(Document("x", "", ())))).namelist())
STYLES = "word/styles.xml"
DAMAGED = sorted(
    {(part, damage) for number, part in enumerate(PARTS) for damage in [*DAMAGES][number % 2 :: 2]}
    | {(STYLES, damage) for damage in DAMAGES}
)
"""Every part with two damages or three, and that of the styles with all of them."""


@pytest.mark.parametrize(("part", "damage"), DAMAGED)
def test_a_letterhead_with_a_part_that_is_wrong_is_used_or_refused(
    tmp_path: Path, document: Document, part: str, damage: str
) -> None:
    good, wrong = reference(tmp_path, bare=False), tmp_path / "fout.docx"
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(wrong, "w") as new:
        for name in old.namelist():
            new.writestr(name, DAMAGES[damage] if name == part else old.read(name))
    try:
        made = render(document, wrong)
    except ExportError as error:
        told = str(error)
    else:
        told = "" if opened(made).paragraphs else "empty"
    assert told == "" or "Kies een ander voorbeeld, of bewaar de brief zonder." in told
    assert told or part != STYLES or damage == "no children"


def _pages_said(word: Any) -> list[str]:
    """The fields at the foot of every page but the first, and of a first page of its own."""
    return word.sections[-1].footer._element.xpath(".//w:fldSimple/@w:instr")


def test_the_second_page_says_which_page_it_is(document: Document) -> None:
    """A letter of one page has no number: the foot of the first page is its own, and empty."""
    word = opened(render(document))
    section = word.sections[-1]
    assert _pages_said(word) == ["PAGE", "NUMPAGES"]
    assert "".join(section.footer._element.xpath(".//w:t/text()")) == "Pagina 2 van 2"
    assert section.different_first_page_header_footer
    assert not "".join(section.first_page_footer._element.itertext()).strip()


def test_a_letterhead_gets_a_number_and_keeps_its_first_page(
    document: Document, tmp_path: Path
) -> None:
    word = opened(render(document, reference(tmp_path, bare=False)))
    section = word.sections[-1]
    assert _pages_said(word) == ["PAGE", "NUMPAGES"]
    assert not section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == "School De Brug"


def test_a_foot_with_something_in_it_stays_as_it_is(document: Document, tmp_path: Path) -> None:
    path = reference(tmp_path, bare=False)
    word: Any = docx.Document(str(path))
    word.sections[0].footer.paragraphs[0].text = "Kade 1, Den Haag"
    word.save(str(path))
    made = opened(render(document, path))
    assert _pages_said(made) == []
    assert made.sections[-1].footer.paragraphs[0].text == "Kade 1, Den Haag"


@each_row(
    ("text", "hyphens", "blanks"),
    [
        ("bel 0800-2000 of 070-1234567", 2, 0),
        ("bel\n0800-2000\nof mail\nons", 1, 0),
        ("bel\nof mail\nons", 0, 0),
        ("artikel 5, lid 3", 0, 2),
        ("op 12 oktober 2026", 0, 3),
        ("schooljaar 2026-2027", 0, 0),
    ],
)
def test_a_number_is_not_broken_off_in_word(text: str, hyphens: int, blanks: int) -> None:
    made = opened(render(Document("T", "", (Paragraph((Run(text),)),), apart=True)))
    (paragraph,) = made.paragraphs
    assert paragraph.text.replace("\u00a0", " ") == text
    assert len(paragraph._p.findall(f".//{qn('w:noBreakHyphen')}")) == hyphens
    assert len(paragraph._p.findall(f".//{qn('w:br')}")) == text.count("\n")
    assert paragraph.text.count("\u00a0") == blanks
