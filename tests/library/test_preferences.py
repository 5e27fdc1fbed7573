"""What is remembered between two runs: a few choices, and never anything of a pupil."""

import json
from pathlib import Path

import pytest

from routeboek_tui.library.places import settings_file
from routeboek_tui.library.preferences import recall, remember


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "map" / "voorkeuren.json"


def test_only_what_may_be_kept_survives(file: Path) -> None:
    remember(
        {
            "sector": "po",
            "gemeente": "rijswijk",
            "thema": "routeboek-licht",
            "leeftijd": "onder_12",
            "leerling": "Sam",
            "geboortedatum": "2013-05-12",
        },
        file,
    )
    expected = {"sector": "po", "gemeente": "rijswijk", "thema": "routeboek-licht"}
    assert recall(file) == expected
    assert json.loads(file.read_text(encoding="utf-8")) == expected


def test_a_value_that_does_not_exist_is_left_out(file: Path) -> None:
    remember({"sector": "vo"}, file)
    remember({"sector": "hbo", "thema": "roze"}, file)
    assert recall(file) == {"sector": "vo"}


def test_what_was_kept_stays_beside_what_is_new(file: Path) -> None:
    remember({"sector": "vo"}, file)
    remember({"gemeente": "den_haag"}, file)
    assert recall(file) == {"sector": "vo", "gemeente": "den_haag"}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "3",
        '{"sector": 3}',
        '{"sector": "x"}',
        '{"sector": []}',
        '{"sector": null}',
        "\ud800",
    ],
)
def test_what_cannot_be_used_is_forgotten(file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_bytes(content.encode("utf-8", "surrogatepass"))
    assert recall(file) == {}
    remember({"sector": "po"}, file)
    assert recall(file) == {"sector": "po"}


def test_a_name_someone_else_put_there_is_not_read(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"sector": "po", "leerling": "Sam"}', encoding="utf-8")
    assert recall(file) == {"sector": "po"}
    remember({}, file)
    assert "Sam" not in file.read_text(encoding="utf-8")


def test_nowhere_to_write_is_no_problem(tmp_path: Path) -> None:
    in_the_way = tmp_path / "bestand"
    in_the_way.write_text("", encoding="utf-8")
    remember({"sector": "po"}, in_the_way / "voorkeuren.json")
    assert recall(in_the_way / "voorkeuren.json") == {}


def test_without_a_place_of_its_own_it_uses_the_folder_of_the_user(tmp_path: Path) -> None:
    remember({"sector": "po"})
    assert recall() == {"sector": "po"}
    assert settings_file().is_relative_to(tmp_path)
