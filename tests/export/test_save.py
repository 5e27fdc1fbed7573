"""Saving: whole or not at all, and with a reason in Dutch."""

import errno
import os
from pathlib import Path

import pytest

from routeboek_tui.export.file import ExportError, FileExists, save
from routeboek_tui.export.formats import FORMATS, write
from routeboek_tui.text.document import Document


def test_it_writes_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    save(b"a", tmp_path / "brief.txt")
    save(b"b", tmp_path / "brief.txt", overwrite=True)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("brief.txt", b"b")]


def test_an_existing_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("van mij")
    with pytest.raises(FileExists, match=r"Er is al een bestand 'brief\.txt'"):
        save(b"b", path)
    assert path.read_text() == "van mij"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="bestaat niet"):
        save(b"a", tmp_path / "weg" / "brief.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is een map"):
        save(b"a", tmp_path, overwrite=True)


def test_a_name_that_cannot_be_is_explained(tmp_path: Path) -> None:
    for name in ("x" * 300, "a\0b"):
        with pytest.raises(ExportError, match="Kies een"):
            save(b"a", tmp_path / name)


@pytest.mark.parametrize(
    ("number", "part"),
    [
        (errno.ENOSPC, "De schijf is vol"),
        (errno.EACCES, "Je mag"),
        (errno.EROFS, "Je mag"),
        (errno.EIO, "niet gelukt"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, part: str, call: str
) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("oud")

    def fails(*_: object) -> None:
        raise OSError(number, "x")

    monkeypatch.setattr(os, call, fails)
    with pytest.raises(ExportError, match=part):
        save(b"nieuw", path, overwrite=True)
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("brief.txt", "oud")]


@pytest.mark.parametrize("extension", FORMATS)
def test_every_format_is_written(tmp_path: Path, document: Document, extension: str) -> None:
    path = tmp_path / f"brief.{extension.upper()}"
    write(document, path)
    assert path.stat().st_size > 0
    with pytest.raises(FileExists):
        write(document, path)


def test_an_unknown_format_names_the_others(tmp_path: Path, document: Document) -> None:
    with pytest.raises(ExportError, match=r"\.docx, \.pdf, \.md, \.txt"):
        write(document, tmp_path / "brief.odt")
    assert list(tmp_path.iterdir()) == []
