"""``routeboek kaart`` with a chart to check, and ``routeboek verschil``, as they are typed."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.typed_command import run

VO, OLD_VO = "met_schoolinschrijving_vo", "met_schoolinschrijving_vo_2024"


def test_all_routes_as_pdf_with_a_record(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    chart = ["kaart", "--alles", "--formaat", "pdf", "--uit", tmp_path / "kaart.pdf"]
    assert run(capsys, *chart, "--datum", "12-03-2026")[0] == 0
    assert (tmp_path / "kaart.pdf").read_bytes().startswith(b"%PDF-")
    kept = json.loads((tmp_path / "kaart.json").read_text(encoding="utf-8"))
    assert (kept["date"], VO in kept["routes"], OLD_VO in kept["routes"]) == (
        "2026-03-12",
        True,
        True,
    )
    one = ["kaart", VO, *chart[2:]]
    code, _, err = run(capsys, *one)
    assert (code, "--overschrijf" in err) == (3, True)
    whole = (tmp_path / "kaart.pdf").stat().st_size
    later = ["--uit", tmp_path / "later.pdf", "--sinds", tmp_path / "kaart.json"]
    assert run(capsys, "kaart", "--alles", "--formaat", "pdf", *later)[0] == 0
    assert (tmp_path / "later.pdf").stat().st_size < whole / 3
    assert run(capsys, *one, "--overschrijf")[0] == 0


def test_nothing_is_written_where_the_record_is_there_already(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "kaart.json").write_text("van mij", encoding="utf-8")
    code, _, err = run(capsys, "kaart", VO, "--formaat", "pdf", "--uit", tmp_path / "kaart.pdf")
    assert (code, "kaart.json" in err) == (3, True)
    assert not (tmp_path / "kaart.pdf").exists()


def test_all_routes_as_pictures_in_a_folder(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(capsys, "kaart", "--alles", "--uit", tmp_path / "kaarten")[0] == 0
    names = {path.name for path in (tmp_path / "kaarten").iterdir()}
    assert {f"{VO}.svg", "ziekteverzuim.svg", "kaart.json"} <= names


def test_only_what_changed_since_an_edition(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    chart = ["kaart", VO, "--sinds", "vo-2024", "--uit", tmp_path / "k"]
    assert run(capsys, *chart)[0] == 0
    picture = (tmp_path / "k" / f"{VO}.svg").read_text(encoding="utf-8")
    assert "[nieuw]" in picture
    assert "Vervallen" in picture


@pytest.mark.parametrize(
    ("arguments", "message", "code"),
    [
        (["kaart"], "Zeg welke route je wilt, of geef --alles.", 2),
        (["kaart", VO, "--alles"], "niet allebei", 2),
        (["kaart", VO, "--formaat", "pdf"], "--uit BESTAND.pdf", 2),
        (["kaart", VO, "--formaat", "pdf", "--uit", "x.txt"], "eindigt", 2),
        (["kaart", "--alles", "--uit", "x.svg"], "Geef een map", 2),
        (["kaart", "--alles", "--formaat", "mermaid", "--uit", "x"], "Kies --formaat svg", 2),
        (["kaart", VO, "--formaat", "pdf", "--uit", "x.pdf", "--feit", "sector=vo"], "--feit", 2),
        (["kaart", VO, "--sinds", "vo-2042", "--uit", "x"], "Bedoel je “vo-2024”?", 2),
        (["kaart", VO, "--sinds", "vo-nieuw", "--uit", "x"], "geen andere editie", 1),
        (["kaart", "ziekteverzuim", "--sinds", "vo-2024", "--uit", "x"], "geen andere editie", 1),
        (["kaart", VO, "--sinds", "weg.json", "--uit", "x"], "niet te lezen", 2),
        (["kaart", VO, "--formaat", "pdf", "--uit", "nergens/x.pdf"], "bestaat niet", 3),
        (["kaart", "--alles", "--uit", "nergens/x"], "niet te maken", 3),
        (["verschil", VO], "dit ontbreekt: NIEUW", 2),
        (["verschil", "vo-2042", "vo-nieuw"], "Bedoel je “vo-2024”?", 2),
        (["verschil", VO, "ziekteverzium"], "Bedoel je “ziekteverzuim”?", 2),
        (["verschil", VO, VO], "twee keer", 2),
        (["verschil", VO, "vo-2024"], "niet een van elk", 2),
        (["verschil", "\x1b[31m", VO], "bestaat niet", 2),
    ],
)
def test_wrong_use_is_explained_in_dutch(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    arguments: Sequence[str],
    message: str,
    code: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    found, _, err = run(capsys, *arguments)
    assert message in err
    assert found == code
    assert "\x1b" not in err
    assert not list(tmp_path.glob("x*"))


@pytest.mark.parametrize("data", [b"", b"{}", b'{"form":', b"\xff", b"[" * 50_000])
def test_a_record_that_cannot_be_read_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "kaart.json").write_bytes(data)
    later = ["--sinds", tmp_path / "kaart.json", "--formaat", "pdf", "--uit", tmp_path / "l.pdf"]
    code, _, err = run(capsys, "kaart", VO, *later)
    assert code == 2
    assert "kunnen wij niet vergelijken" in err
    assert not (tmp_path / "l.pdf").exists()


def test_two_routes_compared_in_words_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "verschil", OLD_VO, VO)
    assert code == 0
    assert "Nieuwe stap: " in out
    assert "Vervallen stap: " in out
    code, out, _ = run(capsys, "verschil", OLD_VO, VO, "--json")
    data = json.loads(out)
    assert (code, data["version"], data["old"], data["new"]) == (0, 2, OLD_VO, VO)
    section = data["sections"][0]
    assert set(section) == {"heading", "change", "title", "lines", "step"}
    assert set(section["lines"][0]) == {"about", "said"}


def test_two_editions_compared(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "verschil", "vo-2024", "vo-nieuw")
    assert code == 0
    assert "Alleen in de nieuwe editie: Zonder schoolinschrijving" in out
    _, out, _ = run(capsys, "verschil", "vo-2024", "noord-kennemerland")
    assert "Geen route staat in beide edities." in out
    _, out, _ = run(capsys, "verschil", "vo-2024", "vo-nieuw", "--json")
    assert [route["new"] for route in json.loads(out)["routes"]] == [VO]


@pytest.mark.parametrize("command", ["kaart", "verschil"])
def test_help_is_dutch(capsys: pytest.CaptureFixture[str], command: str) -> None:
    code, out, _ = run(capsys, command, "--help")
    assert code == 0
    assert out.startswith(f"gebruik: routeboek {command}")


def test_a_route_is_drawn_in_characters(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _ = run(capsys, "kaart", VO, "--formaat", "tekst")
    assert (code, "┌─ School ─" in out, "▼" in out) == (0, True, True)
    assert "1 " not in out.split("\n")[4]
    code, near, _ = run(capsys, "kaart", VO, "--formaat", "tekst", "--vragen")
    assert code == 0
    assert len(near) > len(out)
    walk = ["--feit", "sector=po", "--antwoord", "drempel=ja"]
    code, out, _ = run(capsys, "kaart", "ziekteverzuim", "--formaat", "tekst", *walk)
    assert (code, "✓ ━┓" in out, "● ═╗" in out) == (0, True, True)
    code, out, _ = run(capsys, "kaart", "--alles", "--formaat", "tekst")
    assert (code, "Hier begin je" in out) == (0, True)
    assert run(capsys, "kaart", VO, "--formaat", "tekst", "--uit", tmp_path / "k.txt")[0] == 0
    assert "▼" in (tmp_path / "k.txt").read_text(encoding="utf-8")


def test_who_cannot_see_a_drawing_gets_it_in_sentences_or_json(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = run(capsys, "kaart", VO, "--formaat", "regels")
    assert code == 0
    assert "- Van “" in out
    assert "Bron: " in out
    code, out, _ = run(capsys, "kaart", VO, "--json")
    told = json.loads(out)
    assert (code, told["route"]) == (0, VO)
    assert {"boxes", "arrows", "joins"} <= set(told)
    assert all(arrow["source"] for arrow in told["arrows"])
    code, out, _ = run(capsys, "kaart", "--alles", "--json")
    assert (code, json.loads(out)["boxes"]) == (0, [])


@pytest.mark.parametrize(
    "arguments",
    [
        ("--alles", "--formaat", "tekst", "--feit", "sector=po"),
        (VO, "--formaat", "tekst", "--sinds", "vo-2024"),
        (VO, "--formaat", "svg", "--vragen"),
    ],
)
def test_what_does_not_go_with_a_drawing_is_refused(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    code, out, err = run(capsys, "kaart", *arguments)
    assert (code, out, "--" in err) == (2, "", True)
