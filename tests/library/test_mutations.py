"""No mistake of an author passes in silence, but for those that nobody can know.

In a fixed series every operator meets every kind of file of the small guide, and every kind of
file of the real one meets an operator; ``python -m tests.library.mutations 5000`` tries more.
"""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.library.conftest import whole_copy
from tests.library.mutations import EACH_KIND, KINDS, OPERATORS

TIMES = 1
SERIES = TIMES * len(OPERATORS) * len(KINDS)

OPTIONAL = {
    "when", "letters", "steps", "pages", "see", "hint", "example", "short", "synonyms", "confirm",
    "notes", "ask", "certain", "table", "needs", "actor", "term", "since", "until", "aim", "done",
    "certainty", "alongside", "parallel", "readings", "bring", "whom", "why", "pupil_too", "safety",
    "policy", "facts", "behind", "apart", "note", "sectors", "parts", "words", "letter", "own",
    "sources", "goto", "choices", "actions", "edges", "outside", "inferred", "word",
    "clearly", "unless", "refuses",
}  # fmt: skip
"""What may be left out: that it once stood there, nobody can see."""

ENTRIES = {"says", "may", "readers", "sources", "when", "apart", "grounds"}
"""Blocks of which every entry may be left out."""

CHECKED = {
    "kind", "type", "weight", "status", "policy", "certainty", "term", "since", "until", "start",
    "id", "edition", "outside", "own", "named", "certain", "inferred", "parallel", "behind", "aim",
    "safety", "pupil_too", "year", "fields", "goto", "choices", "recipients", "kinds",
}  # fmt: skip
"""What has a shape or is a name: another value there is seen."""

DAYS_AND_TERMS = {"until", "term", "year", "value"}
"""Figures that are held against others."""


def tried(root: Path, *series: object) -> list[list[str]]:
    """What the command prints; a process of its own, since it reads the guide its own way."""
    command = [sys.executable, "-m", "tests.library.mutations", *map(str, series)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    return [line.split("\t") for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def lines(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """What becomes of the mistakes in the small guide."""
    return tried(root, SERIES, whole_copy(tmp_path_factory.mktemp("klein") / "gids"))


@pytest.fixture(scope="module")
def lines_of_the_real(root: Path) -> list[list[str]]:
    return tried(root, EACH_KIND)


def unknowable(operator: str, where: str) -> bool:
    """Whether nothing in the guide can tell that this is a mistake."""
    names = where.split(" ", 1)[1].split(".")
    key, above = names[-1], names[-2] if len(names) > 1 else ""
    match operator:
        case "weggelaten":
            return key in OPTIONAL or above in ENTRIES or len(names) == 1
        case "verwisseld":
            return True  # another name that exists may be meant
        case "cijfer":
            # What a figure of the small guide is, nothing says again.
            return key not in DAYS_AND_TERMS or where.startswith("content/cijfers/proef.yaml")
        case "waarde van een ander":
            # Of a source the edition is told in words.
            return key not in CHECKED or where.startswith("content/sources.yaml")
        case _:
            return False


def silent(lines: list[list[str]]) -> list[list[str]]:
    """The mistakes that should have been told, with those that broke the reader."""
    return [line for line in lines[10:] if line[0] != "stil" or not unknowable(line[1], line[2])]


def test_every_operator_meets_every_kind_of_file(lines: list[list[str]]) -> None:
    head, *rows = lines[:10]
    tried = {row[0]: [sum(map(int, cell.split("/"))) for cell in row[1:]] for row in rows}
    assert len(head) == 16
    assert len(tried) == 9
    for operator in {*OPERATORS} - {"cijfer"}:
        assert {*tried[operator][:-1]} == {TIMES}
    # Not every kind of file of the small guide holds a figure.
    assert {*tried["cijfer"][:-1]} == {0, TIMES}


def test_every_kind_of_file_of_the_real_guide_meets_one(lines_of_the_real: list[list[str]]) -> None:
    assert sum(map(int, lines_of_the_real[9][-1].split("/"))) == len(KINDS)
    assert all(row[-1] != "0/0/0" for row in lines_of_the_real[1:9])


def test_no_mistake_is_silent_that_can_be_known(
    lines: list[list[str]], lines_of_the_real: list[list[str]]
) -> None:
    assert silent(lines) == []
    assert silent(lines_of_the_real) == []


def test_most_mistakes_are_caught_and_none_breaks_the_reader(lines: list[list[str]]) -> None:
    caught = {row[0]: row[-1] for row in lines[1:10]}
    for operator in ("leeg", "dubbel", "ingesprongen", "ander type"):
        assert caught[operator].endswith("/0"), operator
    assert Counter(line[0] for line in lines[10:]).keys() <= {"stil"}
