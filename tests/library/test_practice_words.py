"""The words of practising: each is there, and what is filled in is never read again."""

from pathlib import Path

from routeboek_tui.library.plain_words import FILE as PLAIN
from routeboek_tui.library.plain_words import read_plain_words
from routeboek_tui.library.practice_words import FILE, filled, read_words
from routeboek_tui.library.problems import Problem


def test_they_are_whole(root: Path) -> None:
    problems: list[Problem] = []
    assert read_words(root, problems) is not None
    assert problems == []


def test_they_are_plain(root: Path) -> None:
    plain = read_plain_words((root / PLAIN).read_text(encoding="utf-8"), PLAIN, [])
    assert plain is not None
    assert list(plain.remarks((root / FILE).read_text(encoding="utf-8"), FILE)) == []


def test_a_word_that_misses_and_one_too_many_are_told(root: Path, tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.parent.mkdir()
    text = (root / FILE).read_text(encoding="utf-8")
    text = text.replace("\nwhat: ", "\nwhatt: ", 1).replace("  absence: Het verzuim\n", "", 1)
    file.write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    assert read_words(tmp_path, problems) is None
    said = [problem.message for problem in problems]
    assert [each for each in said if "“whatt”" in each or "mist “what”" in each] == said[:2]
    assert said[2:] == ["De lijst “kinds” mist “absence”."]


def test_without_the_file_it_is_told(tmp_path: Path) -> None:
    problems: list[Problem] = []
    assert read_words(tmp_path, problems) is None
    assert [problem.file for problem in problems] == [FILE]


def test_what_is_filled_in_stays_as_it_is() -> None:
    assert filled("{} en {}", "{}", "{x}") == "{} en {x}"
    assert filled("{} en {}", 1) == "1 en "
    assert filled("niets", "over") == "niets"
