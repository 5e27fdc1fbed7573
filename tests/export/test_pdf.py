"""The PDF: tagged, in Dutch, and with the text as it was typed."""

import re
import shutil
import subprocess
import zlib
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import pytest

from routeboek_tui.export import pdf
from routeboek_tui.export.file import ExportError
from routeboek_tui.text.characters import bound
from routeboek_tui.text.document import Block, Document, Paragraph, Run


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
    ("typed", "written", "named"),
    [
        ("Naam: 日", "Naam: [teken U+65E5]", "日 (U+65E5)"),
        ("👩‍👧!", "[teken U+1F469][teken U+1F467]!", "👧 (U+1F467), 👩 (U+1F469)"),
        ("🧡\ufe0f", "[teken U+1F9E1]", "🧡 (U+1F9E1)"),
    ],
)
def test_a_character_no_font_has_is_written_as_its_number_and_named(
    monkeypatch: pytest.MonkeyPatch, typed: str, written: str, named: str
) -> None:
    compiled: list[str] = []
    real = pdf._compile

    def without_fonts_of_this_computer(data: str, *, own_fonts: bool) -> bytes:
        compiled.append(data)
        return real(data, own_fonts=True)

    monkeypatch.setattr(pdf, "_compile", without_fonts_of_this_computer)
    said: list[str] = []
    pdf.render(Document("T", "", (Paragraph((Run(typed),)),)), said.append)
    assert written in compiled[-1]
    assert sorted(re.findall(r". \(U.+?\)", said[0])) == named.split(", ")


@pytest.mark.skipif(not find_spec(pdf.FONTS[1]), reason="the fonts are not there")
@pytest.mark.parametrize(
    "name",
    [
        "王小明",
        "สมชาย",
        "محمد",
        "አስመራ",
        "राम",
        "김민",
        "דוד",
        "Иван",
        "Łęł Nguyễn",
        "გიორგი",
        "Հայկ",
    ],
)
def test_a_name_in_any_script_stands_in_the_pdf_whole(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    compiled: list[str] = []
    real = pdf._compile

    def kept(data: str, *, own_fonts: bool) -> bytes:
        compiled.append(data)
        return real(data, own_fonts=own_fonts)

    monkeypatch.setattr(pdf, "_compile", kept)
    said: list[str] = []
    pdf.render(Document("T", "", (Paragraph((Run(f"Beste {name},"),)),)), said.append)
    assert said == []
    assert f"Beste {name}," in compiled[-1]


def test_an_unfinished_letter_says_so_above_its_text_and_a_finished_one_does_not() -> None:
    for missing in (True, False):
        letter = Document("T", "Lees na.", (Paragraph((Run("x", missing=missing),)),), apart=True)
        assert (pdf._document(letter)["draft"] == pdf.DRAFT) is missing
        assert b"/H1" not in b"".join(objects(pdf.render(letter)))


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


def objects(data: bytes) -> list[bytes]:
    """The objects of a PDF, those packed in a stream too."""
    found = re.findall(rb"\d+ 0 obj\b(.*?)\bendobj", data, re.DOTALL)
    return [*found, *(stream for stream in streams(data) if b"/S/" in stream or b"/S /" in stream)]


def streams(data: bytes) -> list[bytes]:
    """The streams of a PDF that can be unpacked, in the order of the file."""
    unpacked = []
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        with suppress(zlib.error):
            unpacked.append(zlib.decompressobj().decompress(packed))
    return unpacked


def test_the_catalogue_says_what_readers_aloud_need(document: Document) -> None:
    data = b"".join(objects(pdf.render(document)))
    assert re.search(rb"/Marked true", data)
    assert re.search(rb"/Suspects false", data)
    assert re.search(rb"/DisplayDocTitle true", data)
    assert re.search(rb"/Tabs ?/S", data)
    assert re.search(rb"/ToUnicode", data)


def test_the_structure_names_every_kind_of_block(document: Document) -> None:
    data = b"".join(objects(pdf.render(document)))
    kinds = set(re.findall(rb"/S ?/(\w+)", data))
    assert {b"P", b"H1", b"L", b"LI", b"Lbl", b"LBody", b"Table", b"TR", b"TH", b"TD"} <= kinds


def test_all_text_is_marked_or_decoration(document: Document) -> None:
    pages = [s for s in streams(pdf.render(document)) if b"BDC" in s]
    assert pages
    for page in pages:
        depth = 0
        bare = re.sub(rb"\((?:\\.|[^\\()])*\)", b"", page, flags=re.DOTALL)
        for operator in re.findall(rb"(?<![A-Za-z])(?:BDC|BMC|EMC|Tj|TJ)(?![A-Za-z])", bare):
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            assert depth > 0 or operator == b"EMC"
        assert b"TJ" in bare
        assert depth == 0


def test_the_notice_is_a_paragraph_of_its_own() -> None:
    without = pdf.render(Document("T", "", (Paragraph((Run("x"),)),)))
    with_notice = pdf.render(Document("T", "Concept.", (Paragraph((Run("x"),)),)))
    paragraphs = [
        len(re.findall(rb"/S ?/P\b", b"".join(objects(each)))) for each in (without, with_notice)
    ]
    assert paragraphs[1] == paragraphs[0] + 1


def pages(data: bytes) -> int:
    return sum(bool(re.search(rb"/Type ?/Page\b", each)) for each in objects(data))


def test_a_word_longer_than_a_page_goes_on_on_the_next(
    long_blocks: dict[str, Block],
) -> None:
    cut = [
        kind
        for kind, block in long_blocks.items()
        if pages(pdf.render(Document("T", "", (block,)))) < 2
    ]
    assert not cut, "the word runs off the page"
    assert len(long_blocks) == 4


def test_a_few_lines_that_spill_over_are_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def first_of_two() -> int:
        """The number of paragraphs with which a letter has two pages."""
        return next(n for n in range(24, 48) if pages(pdf.render(letter(n))) > 1)

    closer = first_of_two()
    form = pdf._form("letter.typ").replace(b"(1, 2).find", b"(0, 0).find")
    monkeypatch.setattr(pdf, "_form", lambda _: form)
    assert 2 <= closer - first_of_two() <= 7


def letter(paragraphs: int) -> Document:
    """A letter of so many lines, with its closing."""
    lines = [Paragraph((Run("Dit is een regel van de brief."),)) for _ in range(paragraphs)]
    closing = Paragraph((Run("Met vriendelijke groet,\n\n\n\nA. Bakker\nmentor"),))
    return Document("T", "Lees na.", (*lines, closing), apart=True)


@pytest.mark.parametrize("text", ["bel 0800-2000", "artikel 5", "op 12 oktober 2026, 16 uur"])
def test_a_number_stays_whole_and_is_copied_as_it_was(text: str) -> None:
    found = pdf._document(Document("T", "", (Paragraph((Run(text),)),)))["blocks"]
    assert isinstance(found, list)
    (run,) = found[0]["runs"]
    assert run["text"] == bound(text)
    assert run["text"] != text
    assert pdf.render(Document("T", "", (Paragraph((Run(text),)),))).startswith(b"%PDF-")
