"""A computer without typst, such as Windows on ARM: it says why, where PDF is asked."""

import sys
from pathlib import Path

import pytest

from routeboek_tui import cli
from routeboek_tui.export.file import ExportError
from routeboek_tui.export.formats import write
from routeboek_tui.text.document import Document


@pytest.fixture(autouse=True)
def no_typst(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    for name in ("pdf", "checklist_pdf"):
        monkeypatch.delitem(sys.modules, f"routeboek_tui.export.{name}", raising=False)


def test_a_letter_says_why_and_what_to_do(tmp_path: Path, document: Document) -> None:
    with pytest.raises(ExportError, match=r"Windows op ARM .* Kies een ander soort bestand"):
        write(document, tmp_path / "brief.pdf")
    write(document, tmp_path / "brief.docx")


def test_a_chart_does_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chart = ["kaart", "ziekteverzuim", "--formaat", "pdf", "--uit", str(tmp_path / "kaart.pdf")]
    assert cli.main(chart) == 3
    assert "Windows op ARM" in capsys.readouterr().err
