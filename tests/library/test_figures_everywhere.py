"""Another value for every figure, on a copy: it is said at every reference, the old one nowhere.

All figures change at once, each to a number of its own, so the guide is read once.
"""

import re
import shutil
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from routeboek_tui.core.figures import Figure, Form, Unit
from routeboek_tui.core.letter import Letter
from routeboek_tui.library.content import Library
from routeboek_tui.library.load import read
from routeboek_tui.library.page import Page
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.references import REFERENCE
from routeboek_tui.library.statings import STEPS
from routeboek_tui.library.wording import Text
from tests.known import in_words
from tests.rows import each_row

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("content", "flows", "letters")
FIGURES = "content/cijfers"
FIRST = 7919
_MARK = re.compile(r"""\n\s*(?:- )?|[{}"'\\]|: |, (?=\w+: )""")
PRIMES = [
    number
    for number in range(FIRST, 4_000, -2)
    if all(number % divisor for divisor in range(3, 106, 2))
]
ENTRIES = {
    name: entry
    for file in sorted((ROOT / FIGURES).glob("*.yaml"))
    for name, entry in in_words(file).items()
}
TEXTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".md", ".yaml"} and FIGURES not in path.as_posix()
}
FOUND = [
    (file, found)
    for file, text in TEXTS.items()
    if file != "content/uitleg.yaml"
    for found in REFERENCE.finditer(text)
    if found[1].lower() in ENTRIES
]
REFERRED = sorted({found[1].lower() for _, found in FOUND})


def numbers(name: str) -> tuple[int, int]:
    """The lowest and the highest of a figure on the copy."""
    place = list(ENTRIES).index(name) * 2
    return PRIMES[place + 1], PRIMES[place]


def changed(name: str, entry: dict[str, str]) -> Figure:
    least, value = numbers(name)
    span = least if "least" in entry else None
    return Figure(name, value, Unit(entry["unit"]), least=span)


def real(name: str, entry: dict[str, str]) -> Figure:
    span = int(entry["least"]) if "least" in entry else None
    return Figure(name, int(entry["value"]), Unit(entry["unit"]), least=span)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Library, list[Problem]]:
    """The guide read from a copy in which every figure has another value."""
    guide = tmp_path_factory.mktemp("gids")
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, guide / folder)
    for file in sorted((guide / FIGURES).glob("*.yaml")):
        lines, name = file.read_text(encoding="utf-8").split("\n"), ""
        for number, line in enumerate(lines):
            if line[:1].isalpha():
                name = line.partition(":")[0]
            for part, new in zip(("least", "value"), numbers(name) if name else (), strict=False):
                if line.startswith(f"  {part}: "):
                    lines[number] = f"  {part}: {new}"
        file.write_text("\n".join(lines), encoding="utf-8")
    return read(guide)


@pytest.fixture(scope="module")
def whole(copy: tuple[Library, list[Problem]]) -> str:
    """All that the copy says."""
    return said(replace(copy[0], claims={}))


def owner(library: Library, file: str) -> Page | Text | Letter | None:
    """What was read from ``file``; ``None`` where that is many things."""
    parts = Path(file).with_suffix("").parts
    if parts[:2] == ("content", "boek"):
        return library.pages.get(parts[-1])
    if parts[:2] == ("content", "facts"):
        return library.facts[parts[-1]]
    if parts[:2] == ("content", "steps"):
        return library.texts[parts[2]][parts[-1]]
    return library.letters.get(parts[-1]) if parts[0] == "letters" else None


def of_ours(thing: Page | Text | Letter) -> Page | Text | Letter:
    """The same without what people type and places in sources."""
    if isinstance(thing, Text):
        choices = {k: replace(choice, synonyms=()) for k, choice in thing.choices.items()}
        return replace(thing, choices=choices)
    return replace(thing, sources=(), **({"names": ()} if isinstance(thing, Page) else {}))


def said(*things: object) -> str:
    return msgspec.json.encode(things).decode()


def around(file: str, found: re.Match[str]) -> tuple[str, str]:
    """A few characters before and behind a reference, up to the next mark."""
    text = TEXTS[file]
    before = _MARK.split(text[: found.start()])[-1][-14:]
    return before, _MARK.split(text[found.end() :])[0][:14]


def test_everything_but_the_facts_agrees(copy: tuple[Library, list[Problem]]) -> None:
    library, problems = copy
    told = {problem.line for problem in problems}
    assert {problem.file for problem in problems} == {"content/herkomst.tsv"}
    assert told == {claim.line for claim in library.claims.values() if claim.values}
    assert all(" zegt " in problem.message for problem in problems)


@each_row("name", REFERRED)
def test_the_new_value_stands_at_every_reference(
    name: str, copy: tuple[Library, list[Problem]], whole: str
) -> None:
    library, _ = copy
    new, old = changed(name, ENTRIES[name]), real(name, ENTRIES[name])
    for file, found in FOUND:
        # Why somebody may hear of a pupil is for controle alone, and no part of the library. Of how
        # people count, every number is written out.
        if found[1].lower() != name or file in {"content/gronden.yaml", STEPS}:
            continue
        form, (before, behind) = Form(found[2] or ""), around(file, found)
        words = [figure.said(form) for figure in (new, old)]
        if found[1][0].isupper():
            words = [each[:1].upper() + each[1:] for each in words]
        where = owner(library, file)
        assert f"{before}{words[0]}{behind}" in (said(where) if where else whole), (file, found[0])
        if where and before + behind:
            old_words = rf"(?<!\w){re.escape(words[1])}(?!\w)"
            stale = re.escape(before) + old_words + re.escape(behind)
            assert not re.search(stale, said(of_ours(where))), (file, found[0])


def test_a_term_is_the_figure_it_names(copy: tuple[Library, list[Problem]]) -> None:
    library, _ = copy
    terms = [
        action.term
        for flow in library.flows.values()
        for step in flow.steps.values()
        for action in step.actions
        if action.term and action.term.figure
    ]
    assert len(terms) >= 9
    for term in terms:
        least, value = numbers(term.figure)
        assert (term.most, term.least) in {(value, 0), (value, least)}


def test_there_are_enough_numbers() -> None:
    assert PRIMES[0] == FIRST
    assert len(PRIMES) > 2 * len(ENTRIES)
    assert len(REFERRED) >= 40
