"""What is remembered between two runs: a few choices, and never anything of a pupil."""

import json
from pathlib import Path

import pytest

from routeboek_tui.core.facts import Scheme
from routeboek_tui.library.places import settings_file
from routeboek_tui.library.preferences import recall, remember
from tests.obstacles import OBSTACLES, put

SCHEME = Scheme(
    {"regio": ("hier", "elders"), "sector": ("po", "vo"), "gemeente": ("den_haag", "rijswijk")},
    {"gemeente": {"den_haag": {"regio": "hier"}, "rijswijk": {"regio": "hier"}}},
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "map" / "voorkeuren.json"


def test_only_what_may_be_kept_survives(file: Path) -> None:
    remember(
        SCHEME,
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
    assert recall(SCHEME, file) == expected
    assert json.loads(file.read_text(encoding="utf-8")) == expected


def test_a_value_that_does_not_exist_is_left_out(file: Path) -> None:
    remember(SCHEME, {"sector": "vo"}, file)
    remember(SCHEME, {"sector": "hbo", "thema": "roze"}, file)
    assert recall(SCHEME, file) == {"sector": "vo"}


def test_what_was_kept_stays_beside_what_is_new(file: Path) -> None:
    remember(SCHEME, {"sector": "vo"}, file)
    remember(SCHEME, {"gemeente": "den_haag"}, file)
    assert recall(SCHEME, file) == {"sector": "vo", "gemeente": "den_haag"}


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
        "[" * 90_000,
        '{"sector":' * 9_000,
        "9" * 5_000,
        "sector = 'po'",
        "\x00\xff" * 100,
        '{"sector": "po", "' + "x" * 200_000 + '": 1}',
    ],
)
def test_what_cannot_be_used_is_forgotten(file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_bytes(content.encode("utf-8", "surrogatepass"))
    assert recall(SCHEME, file) == {}
    remember(SCHEME, {"sector": "po"}, file)
    assert recall(SCHEME, file) == {"sector": "po"}


def test_a_name_someone_else_put_there_is_not_read(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"sector": "po", "leerling": "Sam"}', encoding="utf-8")
    assert recall(SCHEME, file) == {"sector": "po"}
    remember(SCHEME, {}, file)
    assert "Sam" not in file.read_text(encoding="utf-8")


def test_nowhere_to_write_is_no_problem(tmp_path: Path) -> None:
    in_the_way = tmp_path / "bestand"
    in_the_way.write_text("", encoding="utf-8")
    remember(SCHEME, {"sector": "po"}, in_the_way / "voorkeuren.json")
    assert recall(SCHEME, in_the_way / "voorkeuren.json") == {}


@pytest.mark.parametrize("obstacle", OBSTACLES)
def test_something_else_under_the_name_of_the_file_is_no_problem(
    tmp_path: Path, obstacle: str
) -> None:
    file = tmp_path / "voorkeuren.json"
    put(obstacle, file)
    assert recall(SCHEME, file) == {}
    remember(SCHEME, {"sector": "po"}, file)
    assert recall(SCHEME, file) in ({}, {"sector": "po"})


def test_a_file_that_may_not_be_read_is_no_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "voorkeuren.json"
    file.write_bytes(b"{}")

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    assert recall(SCHEME, file) == {}


def test_without_a_place_of_its_own_it_uses_the_folder_of_the_user(tmp_path: Path) -> None:
    remember(SCHEME, {"sector": "po"})
    assert recall(SCHEME) == {"sector": "po"}
    assert settings_file().is_relative_to(tmp_path)


def test_a_gemeente_does_not_stay_with_another_regio(file: Path) -> None:
    remember(SCHEME, {"gemeente": "den_haag", "regio": "hier"}, file)
    assert recall(SCHEME, file) == {"gemeente": "den_haag", "regio": "hier"}
    remember(SCHEME, {"regio": "elders"}, file)
    assert recall(SCHEME, file) == {"regio": "elders"}
