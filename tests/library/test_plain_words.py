"""Where a reader stops: a pronoun for a thing, a stiff word, the guide that tells of itself."""

import ast
from pathlib import Path

import pytest

import routeboek_tui
from routeboek_tui.library.plain_words import FILE, PlainWords, read_plain_words
from routeboek_tui.library.problems import Problem
from tests.rows import each_row

PACKAGE = Path(routeboek_tui.__file__).resolve().parent
FOR_AUTHORS = "library"
"""What ``controle`` tells who writes the guide: there the guide is what they write."""


@pytest.fixture(scope="module")
def words(root: Path) -> PlainWords:
    problems: list[Problem] = []
    found = read_plain_words((root / FILE).read_text("utf-8"), FILE, problems)
    assert problems == []
    assert found
    return found


def stops(words: PlainWords, text: str) -> list[str]:
    return [each.message.split("”")[0].lstrip("“") for each in words.remarks(text, "x.md")]


@each_row(
    "text",
    [
        "De datum staat er niet bij. Leg haar vast.",
        "Zij is een van de twee.",
        "Wij lezen dat zij na elke stap geldt.",
        "In het PO heet zij zo.",
        "Een nummer geeft zij niet.",
        "Vraag of zij nog bestaat.",
        "De school laat zien wat zij al probeerde.",
        "De school besprak het, omdat zij er zelf niet meer uitkomt.",
        "De school volgt haar eigen beleid.",
        "Een brief over\nde stap. Ze is nodig.",
    ],
)
def test_a_thing_is_no_person(words: PlainWords, text: str) -> None:
    assert [each.lower() for each in stops(words, text)] in (["zij"], ["haar"], ["ze"])


@each_row(
    "text",
    [
        "De ouders weten wat zij doen.",
        "Vraag de ouders of zij akkoord gaan.",
        "Zij komen niet.",
        "Hoeven zij leerplicht niet te accepteren?",
        "Houd ze apart bij, en zeg wie ze verstuurt.",
        "Vraag het hem of haar zelf.",
        "synonyms: [zij is ziek, haar moeder]",
        'De bron schrijft "zij is vrij".',
        "Als zij hebben gewerkt, zijn zij er.",
    ],
)
def test_people_are_people(words: PlainWords, text: str) -> None:
    assert stops(words, text) == []


def test_a_stiff_word_says_what_to_write(words: PlainWords) -> None:
    (found,) = words.remarks("Dat is wat er in\nhoofdzaak staat.", "x.md")
    assert str(found) == "x.md:1: “in hoofdzaak” leest stroef. Schrijf: vooral."


@each_row(
    ("text", "told"),
    [
        ("De gids volgt het schema.", True),
        ("Daarom vraagt de gids het.", True),
        ("Dat is uitleg van de gids.", False),
        ("Zoek in de gids.", False),
        ("Kijk in de schoolgids.", False),
        ("De gids", False),
    ],
)
def test_the_guide_tells_nothing_of_itself(words: PlainWords, text: str, told: bool) -> None:
    assert bool(list(words.remarks(text, "x.md"))) is told


def test_what_the_program_says_is_as_plain(words: PlainWords) -> None:
    """Every Dutch sentence in Python, but those that ``controle`` says to authors."""
    found = [
        f"{file.relative_to(PACKAGE)}:{line}: {problem.message}"
        for file in sorted(PACKAGE.rglob("*.py"))
        if file.relative_to(PACKAGE).parts[0] != FOR_AUTHORS
        for line, text in sentences(ast.parse(file.read_text(encoding="utf-8")))
        for problem in words.remarks(text, "x.md")
    ]
    assert found == []


def sentences(tree: ast.AST) -> list[tuple[int, str]]:
    """Every text of more than one word in a module, but those that say what code does."""
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        and id(node) not in docs and " " in node.value
    ]  # fmt: skip


def test_every_word_to_explain_is_asked_somewhere(words: PlainWords, root: Path) -> None:
    """A word that no question uses any more leaves the list."""
    asked = "\n".join(
        line
        for folder in ("steps", "facts")
        for file in sorted((root / "content" / folder).rglob("*.md"))
        for line in file.read_text("utf-8").splitlines()
        if "question:" in line or "label:" in line
    ).lower()
    assert [word for word in words.explained if word.rstrip("*").lower() not in asked] == []
