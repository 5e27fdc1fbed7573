"""Everything that can be wrong with a guide, with the place and the words of its message."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

from routeboek_tui.library.load import read
from routeboek_tui.library.problems import Problem
from tests.known import in_words
from tests.library.conftest import whole_copy
from tests.rows import each_row

BROKEN = Path(__file__).resolve().parent / "broken"
NOT_A_CHARACTER = "\ufffd"
"""Stands in a case for a byte that is no UTF-8."""


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{file.stem}: {case['name']}")
        for file in sorted(BROKEN.glob("*.yaml"))
        for case in in_words(file)
    ]


def change(guide: Path, case: dict[str, Any]) -> None:
    """Make the change of a case: a whole file, a piece of one, or of a copy of another."""
    file = guide / case["file"]
    for more in case.get("more", ()):
        change(guide, more)
    if "removed" in case:
        file.unlink()
        return
    text = case["new"]
    if "old" in case:
        whole = (guide / case.get("copy", case["file"])).read_text(encoding="utf-8")
        assert case["old"] in whole, "this case no longer changes anything"
        text = whole.replace(case["old"], case["new"], 1)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text.encode().replace(NOT_A_CHARACTER.encode(), b"\xff"))


@contextmanager
def broken(guide: Path, case: dict[str, Any]) -> Iterator[None]:
    """The guide with the change of a case, and after it as it was."""
    changes = [case]
    changes += (more for each in changes for more in each.get("more", ()))
    files = [guide / each["file"] for each in changes]
    before = {file: file.read_bytes() if file.exists() else None for file in files}
    made = {file.parent for file in files if not file.parent.exists()}
    change(guide, case)
    yield
    for file, held in before.items():
        if held is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(held)
    for folder in made:
        folder.rmdir()


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small guide, which every test leaves as it was."""
    return whole_copy(tmp_path_factory.mktemp("klein") / "gids")


def test_the_small_guide_is_whole(guide: Path) -> None:
    assert read(guide)[1] == []


def test_the_real_guide_is_whole(root: Path) -> None:
    assert read(root)[1] == []


def test_the_real_guide_is_whole_without_the_fast_reader(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fast reader takes what the slow one refuses, such as a bare ``?]``."""
    monkeypatch.setattr("routeboek_tui.library.node._Loader", yaml.SafeLoader)
    assert read(root)[1] == []


@each_row("case", cases())
def test_a_broken_guide_says_what_and_where(mended: Path, case: dict[str, Any]) -> None:
    with broken(mended, case):
        problems = read(mended)[1]
    assert [str(problem) for problem in problems] == case["problems"]


def test_all_problems_are_told_at_once(guide: Path) -> None:
    chosen = {"pijl naar nergens", "onbekend woord", "HTML", "veld zonder label", "geen UTF-8"}
    expected: list[str] = []
    for param in cases():
        (case,) = param.values
        if case["name"] in chosen:
            change(guide, case)
            expected += case["problems"]
    assert len(expected) == len(chosen)
    assert [str(problem) for problem in read(guide)[1]] == sorted(expected)


def test_words_are_words(guide: Path) -> None:
    """What other readers of YAML take for a boolean, a date or nothing stays the word it is."""
    file = guide / "content/actors.yaml"
    words = "{a: ja, b: nee, c: on, d: yes, e: 2026-11-23, f: 010, g: null, h: ~}"
    lines = [f"{word.split(':')[0]}: {{word: {word.split(': ')[1]}, about: Proef.}}" for word in
             words.strip("{}").split(", ")]  # fmt: skip
    file.write_text(file.read_text(encoding="utf-8") + "\n".join(lines) + "\n", encoding="utf-8")
    library, problems = read(guide)
    assert problems == []
    assert [library.actors[name].word for name in "abcdefgh"] == [
        "ja",
        "nee",
        "on",
        "yes",
        "2026-11-23",
        "010",
        "null",
        "~",
    ]


def test_line_ends_and_a_mark_of_windows_are_fine(guide: Path) -> None:
    for file in guide.rglob("*.*"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    library, problems = read(guide)
    assert problems == []
    assert library.texts["proef"]["begin"].body == "Hier begint de proef."


def test_an_empty_folder_has_many_problems_and_no_crash(tmp_path: Path) -> None:
    problems = read(tmp_path)[1]
    assert Problem("content/facts/volgorde.yaml", 1, "Dit bestand ontbreekt.") in problems


@pytest.mark.parametrize("case", [each for each in cases() if each.id.startswith("yaml: ")])
def test_without_the_fast_reader_the_messages_are_the_same(
    guide: Path, case: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("routeboek_tui.library.node._Loader", yaml.SafeLoader)
    change(guide, case)
    assert [str(problem) for problem in read(guide)[1]] == case["problems"]


def test_two_routes_cannot_have_one_name(guide: Path) -> None:
    (guide / "flows/proef/twee.yaml").write_bytes((guide / "flows/proef/proef.yaml").read_bytes())
    assert [str(problem) for problem in read(guide)[1]] == [
        "flows/proef/twee.yaml:1: De route “proef” staat ook in flows/proef/proef.yaml."
    ]


@pytest.mark.parametrize("name", ["flows/proef/proef.yaml", "letters/fields.yaml"])
def test_names_that_cannot_be_read_are_not_missed_everywhere(guide: Path, name: str) -> None:
    file = guide / name
    file.write_text(file.read_text(encoding="utf-8") + "x: [open\n", encoding="utf-8")
    (problem,) = read(guide)[1]
    assert problem.file == name


def test_a_region_that_is_not_there_is_told_once_where_the_figure_stands(guide: Path) -> None:
    for name, old, new in (
        ("content/cijfers/proef.yaml", "regions: [haaglanden]", "regions: [haagland]"),
        ("content/steps/proef/melden.md", "title: Melden", 'title: "Melden na {proef_uren} uur"'),
    ):
        text = (guide / name).read_text(encoding="utf-8")
        assert old in text
        (guide / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    _, problems = read(guide)
    assert [str(problem) for problem in problems] == [
        "content/cijfers/proef.yaml:40: De regio “haagland” bestaat niet. Bedoel je “haaglanden”?"
    ]
