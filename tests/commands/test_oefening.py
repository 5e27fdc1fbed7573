"""``routeboek oefening``: the list, a case by name or by path, and what is refused."""

import json
import os
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import TypeAlias

import pytest

from routeboek_tui import cli

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "content/oefeningen/vijfde-griepje.yaml"


Oefening: TypeAlias = Callable[..., tuple[int, str, str]]


def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str,
    typed: str = "",
) -> tuple[int, str, str]:  # fmt: skip
    monkeypatch.setattr("sys.stdin", StringIO(typed))
    code = cli.main(["oefening", *arguments])
    found = capsys.readouterr()
    return code, found.out, found.err


@pytest.fixture
def oefening(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Oefening:
    return lambda *arguments, typed="": run(capsys, monkeypatch, *arguments, typed=typed)


def test_the_list_tells_of_every_case_what_it_is(oefening: Oefening) -> None:
    code, out, _ = oefening("lijst")
    _, every, _ = oefening("lijst", "--alles")
    assert code == 0
    cases = [*(ROOT / "content/oefeningen").glob("*.yaml")]
    for path in cases:
        assert f"{path.stem}: " in out
        assert f"{path.stem}: " in every
    routes = out.count("Route: ")
    assert 1 < routes < 20
    # A long title can take a line more.
    assert len(out.splitlines()) < 2 * (len(cases) + routes)
    for head in ("Wat je ervan leert: ", "Waar het misgaat: "):
        assert head not in out
        assert head in every


def test_the_whole_list_is_of_the_list_alone(oefening: Oefening) -> None:
    code, _, err = oefening("vragen", "--alles")
    assert code == 2
    assert "routeboek oefening lijst" in err


def test_the_list_for_a_program(oefening: Oefening) -> None:
    code, out, _ = oefening("lijst", "--json")
    found = {each["id"]: each for each in json.loads(out)["exercises"]}
    assert code == 0
    assert found["vijfde-griepje"]["sector"] == "PO"
    assert len(found["vijfde-griepje"]["traps"]) == 2


def test_a_case_by_name_and_by_path_is_the_same(oefening: Oefening) -> None:
    by_name = oefening("vijfde-griepje", typed="\n1\nstop\n")
    by_path = oefening(str(CASE), typed="\n1\nstop\n")
    assert by_name == by_path
    assert by_name[0] == 0
    assert "Goed." in by_name[1]


def test_a_case_that_is_not_there_names_the_nearest(oefening: Oefening) -> None:
    code, _, err = oefening("vijfde-gripje")
    assert code == 2
    assert "Bedoel je “vijfde-griepje”?" in err


def test_a_file_is_checked_as_those_of_the_guide(oefening: Oefening, tmp_path: Path) -> None:
    assert oefening("nakijken", str(CASE))[0] == 0
    wrong = tmp_path / "van-mij.yaml"
    text = CASE.read_text(encoding="utf-8")
    wrong.write_text(text.replace("ends: evaluatie_schoolplan", "ends: drempel"), encoding="utf-8")
    code, out, _ = oefening("nakijken", str(wrong))
    assert code == 1
    assert "van-mij.yaml:" in out
    assert "1 probleem gevonden" in out
    code, _, err = oefening(str(wrong))
    assert code == 1
    assert "van-mij.yaml:" in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nakijken",), "Noem het bestand"),
        (("vijfde-griepje", "nog.yaml"), "hoort geen bestand"),
        (("vijfde-griepje", "--wis"), "horen bij: routeboek oefening voortgang"),
        (("voortgang", "--wis"), "Noem de schuilnaam"),
        (("vragen", "--als", "Jan Jansen"), "Een schuilnaam heeft"),
        (("vragen", "--als", "../weg"), "Een schuilnaam heeft"),
        (("nakijken", "weg.yaml"), ""),
    ],
)
def test_what_is_refused(oefening: Oefening, arguments: tuple[str, ...], says: str) -> None:
    code, out, err = oefening(*arguments)
    assert code in {1, 2}
    assert says in f"{out}{err}"
    assert "Traceback" not in err


def test_progress_is_kept_saved_and_removed(oefening: Oefening, tmp_path: Path) -> None:
    oefening("vijfde-griepje", "--als", "linde-7", typed="\n3\n" + "\n" * 20)
    oefening("vragen", "--als", "linde-7", typed="1\n\n2\n")
    code, out, _ = oefening("voortgang", "--als", "linde-7", typed="stop\n")
    assert code == 0
    assert "Zaken geoefend: 1" in out
    assert "Korte vragen beantwoord: 2" in out
    assert "Je mentor ziet alleen de bladzijde die je zelf bewaart" in out
    page = tmp_path / "linde.md"
    code, out, _ = oefening("voortgang", "--als", "linde-7", "--uit", str(page))
    assert code == 0
    told = " ".join(page.read_text(encoding="utf-8").split())
    assert "# Voortgang bij het oefenen: linde-7" in told
    assert "In een valkuil bij: Drempel ziekteverzuim" in told
    assert "Ook mis bij: " in told
    assert "Wat deze zaak leert: In het PO telt" in told
    assert "geen beoordeling" in page.read_text(encoding="utf-8")
    assert oefening("voortgang", "--als", "linde-7", "--uit", str(page))[0] == 3
    code, out, _ = oefening("voortgang", "--als", "linde-7", "--wis")
    assert "Gewist: alles van linde-7." in out
    _, out, _ = oefening("voortgang", "--als", "linde-7", typed="stop\n")
    assert "Er is nog niets geoefend." in out


def test_without_a_pseudonym_nothing_is_kept(oefening: Oefening, tmp_path: Path) -> None:
    oefening("vijfde-griepje", typed="\n3\n" + "\n" * 20)
    oefening("vragen", typed="1\n2\n")
    assert [path for path in tmp_path.rglob("*") if "oefenen" in path.parts] == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the mode of a folder")
def test_progress_that_cannot_be_kept_is_told_once(oefening: Oefening, tmp_path: Path) -> None:
    folder = tmp_path / "thuis" / "user_config_path" / "oefenen"
    folder.mkdir(parents=True)
    folder.chmod(0o500)
    code, out, _ = oefening("vragen", "--als", "linde-7", typed="\n1\nstop\n")
    assert code == 0
    assert "niet te" in out


def test_a_file_in_the_place_of_the_folder_is_told(oefening: Oefening, tmp_path: Path) -> None:
    folder = tmp_path / "thuis" / "user_config_path"
    folder.mkdir(parents=True)
    (folder / "oefenen").write_bytes(b"")
    code, out, _ = oefening("vragen", "--als", "linde-7", typed="1\nterug\nstop\n")
    assert code == 0
    assert "niet te bewaren" in out
    assert "Traceback" not in out


def test_json_lines_go_on_after_a_bad_one(
    oefening: Oefening, monkeypatch: pytest.MonkeyPatch
) -> None:
    from io import BytesIO, TextIOWrapper

    asked = b'x\n{"hear": 3}\n{"hear": "1", "pick": ["1"]}\n{"other": 1}\n\xff\n{"pick": ["1"]}\n'
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(asked + b'{}\n{"hear": "stop"}\n')))
    from routeboek_tui.cli import main

    out = StringIO()
    monkeypatch.setattr("sys.stdout", out)
    assert main(["oefening", "vijfde-griepje", "--json"]) == 0
    found = [json.loads(line) for line in out.getvalue().splitlines()]
    assert ["error" in each for each in found] == [False, *[True] * 5, False, False, False]
    assert found[2]["at"] == "hear"
    assert found[-1]["over"] is True
    assert found[6] == found[7]
