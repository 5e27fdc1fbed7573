"""Lists of Dutch words stand in ``content/taal``, not in Python."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import routeboek_tui

PACKAGE = Path(routeboek_tui.__file__).resolve().parent
MOST = 4
"""Words of Dutch that may stand together in Python."""

ALLOWED = {
    "commands/command_line.py": "names of commands",
    "conversation/enquiry/passage_view.py": "kinds of place in the guide, by name",
    "conversation/reader.py": "kinds of place in the guide, by name",
    "text/dates.py": "months and days of the week: the calendar, no knowledge of the field",
    "text/near_days.py": "days of the week and words of time around them, as in text/dates.py",
    "text/numerals.py": "numbers in letters: a rule of spelling",
    "core/policy/registry.py": "names of inputs",
    "library/signals.py": "names of the parts of a signal",
    "core/sayings.py": "names of sayings and slots",
    "library/milestones.py": "names of parts of a file",
    "export/chart.py": "names of actors",
    "export/checklist.py": "names of columns",
    "json_lines/requests.py": "kinds of value, as msgspec names them",
    "letters/stationery.py": "names of fields",
    "library/exercises.py": "parts of a case, by name",
    "library/fields.py": "parts of a field, by name",
    "library/pages.py": "parts of a page and of a letter, by name",
    "library/book.py": "kinds of paper, by name",
    "library/overlegs.py": "parts of the meeting and commands of it, by name",
    "library/citations.py": "what a part of a source document is called there",
    "library/languages.py": "parts of the language and commands, by name",
    "library/statings.py": "parts of the words of answers by name, and words of spans of numbers",
    "library/numerals.py": "the words in a text of core.figures.Unit, for who writes the content",
    "library/page.py": "parts of a tafel, by name",
    "library/progress.py": "names of files that Windows keeps for itself",
    "library/provenance.py": "names of columns and kinds of place",
    "library/subjects.py": "articles and prepositions: grammar, no knowledge of the field",
    "library/tellings.py": "kinds of place in the guide, by name",
    "search/features.py": "the model of danger was made with these: others ask for another model",
    "search/meaning.py": "endings, no words",
    "search/passages.py": "parts of a tafel, by name",
    "text/ahead.py": "words of days and of what stands around them, as in text/dates.py",
    "tui/rooms.py": "names of rooms",
    "tui/items/passages.py": "kinds of place in the guide, by name",
    "tui/themes.py": "names of colours",
}
"""The files with more of them, and what those words are."""

_ENGLISH = """
ladder     about actions actor advice after aim alongside aloud arrows ask asked assumed blockquote
    blocks book boxes call certainty change checked choices closed code compare confirm counts
    date dates do done door edges edition editions ended endings endnotes excerpt facts fence
    fields fill first footnotes for form gone goto grounds hear help hint hr id implies inferred
    kind label lang last least left letter letters lheading longest look loops manner map mark
    marks meldcode municipalities name nameless names needs new not note notes notice now number
    numbering offices old only open opened overwrite own parallel passed paths phrases pick
    policy question quiet reading readings recipients reference regio region regions restart
    route safety said save say score search sections sectors sender settings sheets short shows
    sign signal signed since source sources start state step steps stop stopped styles sure synonyms
    table tables talk target tell term theme title type uncovered undo unit unreachable until
    address value values version view visit when who whom why words worry year backs harmless
    optional unasked unless waits told
"""
ENGLISH = frozenset(_ENGLISH.split())
"""Words of machinery, and field names of data."""

WORD = re.compile(r"[a-zà-ÿ]+(?:[ '’-][a-zà-ÿ]+)*")


def test_lists_of_words_are_content() -> None:
    found = {
        f"{name}:{line}": words
        for file in sorted(PACKAGE.rglob("*.py"))
        if (name := file.relative_to(PACKAGE).as_posix()) not in ALLOWED
        for line, words in lists(ast.parse(file.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_what_is_allowed_is_there() -> None:
    for name in ALLOWED:
        tree = ast.parse((PACKAGE / name).read_text(encoding="utf-8"))
        assert any(True for _ in lists(tree)), f"{name} needs no exception any more"


def test_a_list_is_seen() -> None:
    code = """
MONTHS = ("januari", "februari", "maart", "april", "mei")
AGO = {"vandaag": 0, "gisteren": 1, "eergisteren": 2, "morgen": 3, "overmorgen": 4}
VAGUE = re.compile(rf"{N}(?:ongeveer|circa|ca|bijna|rond de|meer dan)")
SPLIT = "twee drie vier vijf zes".split()
FEW = ("ja", "nee", "misschien", "soms")
"""
    assert sorted(line for line, _ in lists(ast.parse(code))) == [2, 3, 4, 5]


def lists(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Every list of Dutch words in a module, with its line."""
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        for words in () if id(node) in docs else together(node):
            dutch = [word for word in words if WORD.fullmatch(word) and word not in ENGLISH]
            if len(dutch) > MOST:
                yield getattr(node, "lineno", 0), dutch


def together(node: ast.AST) -> Iterator[list[str]]:
    """The texts that stand together in ``node``."""
    match node:
        case ast.Tuple(each) | ast.List(each) | ast.Set(each):
            yield [part.value for part in each if isinstance(part, ast.Constant)
                   and isinstance(part.value, str)]  # fmt: skip
        case ast.Dict(each):
            yield [part.value for part in each if isinstance(part, ast.Constant)
                   and isinstance(part.value, str)]  # fmt: skip
        case ast.Call(func=ast.Attribute(value=ast.Constant(str(text)), attr="split")):
            yield text.split()
        case ast.Constant(str(text)):
            yield from alternatives(text)


def alternatives(pattern: str) -> Iterator[list[str]]:
    """The words of every alternation in a pattern, group by group."""
    groups: list[list[str]] = [[""]]
    for char in pattern:
        if char == "(":
            groups.append([""])
        elif char == ")" and len(groups) > 1:
            yield groups.pop()
        elif char == "|":
            groups[-1].append("")
        else:
            groups[-1][-1] += char if char.isalpha() or char == " " else ""
    yield from groups
