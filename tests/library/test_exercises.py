"""A case of a mentor is not trusted: everything wrong with it is told, and nothing of it is run."""

from pathlib import Path
from typing import Any

import pytest

from routeboek_tui.conversation.practice.way import Astray, walked
from routeboek_tui.course.practice.making import checked
from routeboek_tui.library.content import Library
from routeboek_tui.library.exercises import MOST_BYTES, read_exercise
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.training import read_training
from tests.known import in_words

CASES = Path(__file__).resolve().parent / "cases"
NOT_A_CHARACTER = "\ufffd"
"""Stands in a case for a byte that is no UTF-8."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A copy of the case that is right."""
    copy = tmp_path / "proef.yaml"
    copy.write_bytes((CASES / "right.yaml").read_bytes())
    return copy


def test_the_right_one_is_right(library: Library, file: Path) -> None:
    assert list(checked(library, file)) == []


@pytest.mark.parametrize("case", in_words(CASES / "broken.yaml"), ids=lambda case: case["name"])
def test_what_is_wrong_is_told_with_its_line(
    library: Library, file: Path, case: dict[str, Any]
) -> None:
    text = file.read_text(encoding="utf-8")
    assert case["old"] in text, "this case no longer changes anything"
    changed = text.replace(case["old"], case["new"], 1)
    file.write_bytes(changed.encode().replace(NOT_A_CHARACTER.encode(), b"\xff"))
    assert [str(problem) for problem in checked(library, file)] == case["problems"]


def test_what_cannot_be_seen_is_told(library: Library, file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace("vaak ziek", "vaak \x1b[31m\u202eziek")
    file.write_text(text, encoding="utf-8")
    said = [str(problem) for problem in checked(library, file)]
    assert said == ["proef.yaml:9: Hier staat een onzichtbaar stuurteken. Typ de regel opnieuw."]


def test_a_file_too_large_a_folder_and_none_are_told(library: Library, tmp_path: Path) -> None:
    large = tmp_path / "groot.yaml"
    large.write_bytes(b"#" * (MOST_BYTES + 1))
    for path in (large, tmp_path, tmp_path / "weg.yaml"):
        problems: list[Problem] = []
        assert read_exercise(path, path.name, library, problems) is None
        assert len(problems) == 1


def test_every_case_of_the_guide_can_be_walked(library: Library, root: Path) -> None:
    kit = read_training(root, library)
    assert kit.problems == ()
    for exercise in kit.exercises.values():
        try:
            walked(library, exercise)
        except Astray as astray:
            pytest.fail(f"{exercise.id}: {astray.step}: {astray}")


def test_what_is_hostile_in_a_story_stays_text(library: Library, file: Path) -> None:
    hostile = "'[/b] {{ 7*7 }} **vet** <b>x</b> [@click=app.stop]klik[/] {overleg}'"
    text = file.read_text(encoding="utf-8").replace("Een jongen is vaak ziek.", hostile)
    file.write_text(text, encoding="utf-8")
    found = read_exercise(file, file.name, library, [])
    assert found is not None
    assert found.story == hostile.strip("'")
