"""What imports what at run time, and how big a file and a function may grow."""

import ast
import importlib.util
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import routeboek_tui
from routeboek_tui.library.compiled import load

MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 60
MOST_LINES_OF_STYLE = 150
MOST_LINES_OF_THE_APP = 150

PACKAGE = Path(routeboek_tui.__file__).resolve().parent
NETWORK = {"socket", "ssl", "http", "urllib", "requests", "httpx", "aiohttp", "ftplib", "smtplib"}
WAVED = re.compile(r"#\s*(?:type:\s*ignore(?!\[)|noqa(?!:\s*[A-Z]+\d)|(?:ruff|mypy|flake8):)")
HEAVY = {"textual", "rich", "jinja2", "yaml", "markdown_it", "docx", "typst", "holidays"}


def modules_below(name: str) -> list[str]:
    """The package or module ``name`` with everything in it."""
    found = importlib.util.find_spec(name)
    assert found is not None
    places = found.submodule_search_locations or []
    inside = [each.name for each in pkgutil.walk_packages(places, f"{name}.")]
    return [name, *(each for each in inside if not each.endswith("__main__"))]


def loaded_by(code: str, *arguments: str) -> set[str]:
    """The top-level modules a fresh Python has after running ``code``."""
    script = f"import sys\n{code}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(file: Path) -> str:
    return file.relative_to(PACKAGE.parent).as_posix()


def test_the_core_needs_nothing_heavy() -> None:
    code = "\n".join(f"import {name}" for name in modules_below("routeboek_tui.core"))
    assert not loaded_by(code) & (HEAVY | NETWORK | {"platformdirs"})


def test_letters_and_conversation_wait_with_what_is_heavy() -> None:
    names = modules_below("routeboek_tui.letters") + modules_below("routeboek_tui.conversation")
    code = "\n".join(f"import {name}" for name in names)
    assert not loaded_by(code) & HEAVY


def test_from_the_cache_no_reader_is_loaded(root: Path, tmp_path: Path) -> None:
    load(root, tmp_path)
    code = (
        "from pathlib import Path; from routeboek_tui.library.compiled import load;"
        "load(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    found = loaded_by(code, str(root), str(tmp_path))
    assert "routeboek_tui" in found
    assert not found & {"yaml", "jinja2", "markdown_it", "transitions", "textual"}


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


@cache
def parsed() -> dict[str, tuple[str, ast.Module]]:
    """The text of every module, and its tree, by its name."""
    texts = {name_of(file): file.read_text(encoding="utf-8") for file in sources()}
    return {name: (text, ast.parse(text)) for name, text in texts.items()}


def test_no_module_can_reach_a_network() -> None:
    found = {name: set(imported(tree)) for name, (_, tree) in parsed().items()}
    reaching = {name: {each.partition(".")[0] for each in found[name]} & NETWORK for name in found}
    assert {name: names for name, names in reaching.items() if names} == {}
    relative = [name for name, names in found.items() if any(each[:1] == "." for each in names)]
    assert relative == []


def test_files_and_functions_stay_small() -> None:
    lengths = {name: len(text.splitlines()) for name, (text, _) in parsed().items()}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}
    long = {
        f"{name}: {node.name}": node.end_lineno - node.lineno + 1
        for name, (_, tree) in parsed().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > MOST_LINES_OF_A_FUNCTION
    }
    assert long == {}


def test_styles_and_the_app_stay_small() -> None:
    for file in PACKAGE.rglob("*.tcss"):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert len(lines) <= MOST_LINES_OF_STYLE, name_of(file)
    app = PACKAGE / "tui" / "app.py"
    if app.exists():
        assert len(app.read_text(encoding="utf-8").splitlines()) <= MOST_LINES_OF_THE_APP


def test_nothing_is_waved_through() -> None:
    """Each exception for a checker names its code; no exception covers a whole file."""
    waved = [
        f"{name}: {line.strip()}"
        for name, (text, _) in parsed().items()
        for line in text.splitlines()
        if re.search(
            r"#\s*(?:type:\s*ignore(?!\[)|noqa(?!:\s*[A-Z]+\d)|(?:ruff|mypy|flake8):)", line
        )
    ]
    assert waved == []


def test_every_module_says_what_it_is() -> None:
    assert [name for name, (_, tree) in parsed().items() if not ast.get_docstring(tree)] == []
