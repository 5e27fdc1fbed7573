"""No file but a pipe, a folder or a loop among those of the guide: named, never waited for."""

import os
from pathlib import Path

import pytest

from routeboek_tui import cli
from routeboek_tui.library.load import read
from routeboek_tui.library.sentences import DANGER, MODEL, prove_model
from tests.obstacles import OBSTACLES, put

MINIMAL = Path(__file__).resolve().parent / "minimal"
FILES = sorted(file.relative_to(MINIMAL).as_posix() for file in MINIMAL.rglob("*.*"))


@pytest.mark.parametrize("name", FILES)
def test_in_the_place_of_any_file(guide: Path, name: str) -> None:
    (guide / name).unlink()
    put("pipe", guide / name)
    assert name in {problem.file for problem in read(guide)[1]}


@pytest.mark.parametrize("obstacle", OBSTACLES)
@pytest.mark.parametrize(
    "name",
    [
        "flows/nieuw.yaml",
        "content/boek/begrippen/nieuw.md",
        "content/cijfers/nieuw.yaml",
        "content/conflicten/nieuw.yaml",
        "content/facts/nieuw.md",
        "content/steps/proef/nieuw.md",
        "content/eigennamen.txt",
        "letters/nieuw.md",
        f"{DANGER.folder}/z.tsv",
    ],
)
def test_beside_the_other_files(
    guide: Path, capsys: pytest.CaptureFixture[str], name: str, obstacle: str
) -> None:
    (guide / name).parent.mkdir(parents=True, exist_ok=True)
    put(obstacle, guide / name)
    assert cli.main(["controle", str(guide)]) == 1
    assert f"{name}:1: Dit bestand " in capsys.readouterr().out


@pytest.mark.parametrize("obstacle", OBSTACLES)
def test_in_the_place_of_what_was_made_of_the_sentences(guide: Path, obstacle: str) -> None:
    (guide / DANGER.folder).mkdir(parents=True)
    (guide / DANGER.folder / "a.tsv").write_text("geen\tHij is er.\n", encoding="utf-8")
    put(obstacle, guide / MODEL)
    assert [problem.file for problem in prove_model(guide)] == [MODEL]


def test_folders_that_lead_round_are_walked_once(guide: Path) -> None:
    before = read(guide)
    for folder in ("content", "content/boek", "flows", "letters"):
        os.symlink(guide, guide / folder / "rond")
    assert read(guide) == before
