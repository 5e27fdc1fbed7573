"""What is typed as a place: one reading of it, and a Dutch sentence where it can be none."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routeboek_tui.export.file import ExportError
from routeboek_tui.export.formats import write
from routeboek_tui.export.place import place
from routeboek_tui.text.document import Document
from tests.obstacles import NO_PLACES, OBSTACLES, no_place, put
from tests.rows import each_row


def test_what_is_typed_becomes_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert place("brief.docx").absolute() == tmp_path / "brief.docx"
    assert place("map/brief.docx", Path("/ergens")) == Path("/ergens/map/brief.docx")
    assert place(f"{tmp_path}/x.md", Path("/ergens")) == tmp_path / "x.md"
    assert place("~/brief.docx", Path("/ergens")) == Path.home() / "brief.docx"
    assert place("./~niemand-heet-zo.docx").absolute() == tmp_path / "~niemand-heet-zo.docx"
    for quoted in ('"a b.md"', "'a b.md'", "  a b.md\n", "\"'a b.md'\""):
        assert place(quoted) == Path("a b.md")
    assert place(Path("~/x")) == Path("~/x")


@each_row("typed", ["", " ", '""', "a\0b", "\ud800.md", "~niemand-heet-zo/x.md"])
def test_what_can_be_no_path_says_so(typed: str) -> None:
    with pytest.raises(ExportError, match=r"Kies een andere|Typ er een"):
        place(typed)


@given(st.text(max_size=300) | st.text("~/.\\\"' \0a", max_size=12))
def test_any_text_is_a_path_or_a_sentence(typed: str) -> None:
    with suppress(ExportError):
        os.fsencode(place(typed, Path("/nergens")))


@pytest.mark.parametrize("kind", NO_PLACES)
@pytest.mark.parametrize("overwrite", [False, True])
def test_where_no_file_can_be_it_says_so_and_harms_nothing(
    tmp_path: Path, document: Document, kind: str, overwrite: bool
) -> None:
    typed = no_place(kind, tmp_path)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ExportError, match=r"[Kk]ies"):
        write(document, typed, overwrite=overwrite)
    assert sorted(tmp_path.iterdir()) == before
    assert (tmp_path / "los.txt").read_bytes() == b"van mij"


@pytest.mark.parametrize("obstacle", OBSTACLES)
def test_an_example_that_is_no_ordinary_file_says_so(
    tmp_path: Path, document: Document, obstacle: str
) -> None:
    put(obstacle, tmp_path / "brief.docx")
    with pytest.raises(ExportError, match="Kies een ander voorbeeld"):
        write(document, tmp_path / "uit.docx", reference=str(tmp_path / "brief.docx"))
    assert not (tmp_path / "uit.docx").exists()
