"""What must stand in no file: traces of a computer, and words that mean nothing to a reader."""

import importlib.util
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.rows import each_row

ROOT = Path(__file__).resolve().parent.parent

BINARY = {".docx", ".pdf", ".png", ".ico", ".gz", ".ttf", ".jpg"}
UNSEEN = {".git", ".venv", "build", "dist", "__pycache__", ".hypothesis"}
TRACES = re.compile(
    r"""(?<![a-z])/(?:home|root|Users|work|tmp|var/folders)/\w  # a folder of one computer
    | [A-Za-z]:\\{1,2}Users                            # the same on Windows
    | pypi[.]org | python[h]osted | test[.]pypi        # where packages come from
    | registry[.]npm | index-[u]rl | trusted-[h]ost
    """,
    re.VERBOSE,
)
WORKING_IDS = re.compile(r"\b(?:ZV\d{2}|K\d{2}|D\d{2}|F\d{3})\b")
FACT = re.compile(r"\bF\d{3}\b")
NAMES_FACTS = (
    "content/herkomst.tsv", "content/cijfers/", "routeboek_tui/library/provenance.py",
    "docs/opdrachten.md", "docs/adr/0010-knowledge.md", "content/niet-doen.yaml",
    "content/dagen.yaml", "content/triage/misvattingen.yaml", "content/boek/feiten/",
)  # fmt: skip
"""The table of the facts with their names, what is asked of them, the figures they give, what reads
it, the command that shows it, and how a figure is written."""

READ = ("content", "flows", "letters", "docs", "README.md", "CHANGELOG.md", "routeboek_tui")
"""What users and authors read."""

CODES = re.compile(r"\s*#\s*noqa:.*")
"""Codes of a checker look like working ids."""

LONG_DASH = "\u2014"


def files() -> list[Path]:
    """The files of the project: those git knows or would take, or all where there is no git."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout.decode()
        names = [name for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = [path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*")]
    paths = (ROOT / name for name in names if not UNSEEN & set(Path(name).parts))
    return sorted(path for path in paths if path.is_file() and path.suffix not in BINARY)


TEXTS = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in files()}


def found(pattern: re.Pattern[str], names: list[str]) -> list[str]:
    return [
        f"{name}:{number}: {match[0]}"
        for name in names
        for number, line in enumerate(TEXTS[name].decode().splitlines(), 1)
        if (match := pattern.search(CODES.sub("", line)))
    ]


def read_by_people() -> list[str]:
    return [name for name in TEXTS if name.startswith(READ)]


def test_there_is_something_to_look_at() -> None:
    assert len(read_by_people()) > 100


def test_every_file_is_plain_utf_8() -> None:
    for name, data in TEXTS.items():
        data.decode()
        assert not data.startswith(b"\xef\xbb\xbf"), f"{name} starts with a byte order mark"
        assert b"\r" not in data, f"{name} has line ends of Windows"
        assert b"\0" not in data, f"{name} is no text"


def test_python_and_yaml_have_no_tabs() -> None:
    assert [
        name for name, data in TEXTS.items() if name.endswith((".py", ".yaml")) and b"\t" in data
    ] == []


def test_lines_have_no_blanks_at_their_end() -> None:
    ending = re.compile(r"[ \t]+$")
    names = [name for name in read_by_people() if name.endswith((".py", ".yaml", ".md"))]
    assert found(ending, names) == []


def test_every_file_ends_with_one_line_end() -> None:
    right = [
        name for name, data in TEXTS.items() if data == data.rstrip(b"\n") + b"\n" * bool(data)
    ]
    assert sorted(TEXTS) == sorted(right)


@each_row("name", [name for name in TEXTS if name.endswith(".yaml")])
def test_yaml_can_be_read(name: str) -> None:
    yaml.load(TEXTS[name], getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def test_what_runs_before_a_commit_can_run() -> None:
    config = yaml.safe_load(TEXTS[".pre-commit-config.yaml"])
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    assert {repo["repo"] for repo in config["repos"]} == {"local"}
    assert {hook["language"] for hook in hooks} == {"system"}
    commands = [tuple(hook["entry"].split()) for hook in hooks]
    assert {"ruff", "mypy", "routeboek_tui", "pytest"} <= {command[2] for command in commands}
    for python, option, module, *arguments in commands:
        assert (python, option) == (".venv/bin/python", "-m")
        assert importlib.util.find_spec(module), module
        for named in (each for each in arguments if "/" in each):
            assert (ROOT / named).exists(), named


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "content/LEESMIJ.md", "docs/bijhouden.md"])
def test_a_page_for_authors_names_what_exists(name: str) -> None:
    text = TEXTS[name].decode()
    places = set(re.findall(r"`((?:content|flows|letters|docs|tests|core)/[\w./*-]+)`", text))
    assert len(places) > 3
    for place in places:
        within = ROOT / "routeboek_tui" if place.startswith("core/") else ROOT
        assert list(within.glob(place)), place
    links = re.findall(r"\]\(([\w./-]+)\)", text)
    assert [each for each in links if not (ROOT / name).parent.joinpath(each).exists()] == []


def test_no_file_shows_the_computer_it_was_made_on() -> None:
    assert found(TRACES, list(TEXTS)) == []


@pytest.mark.parametrize("name", [name for name in READ if (ROOT / name).exists()])
def test_no_working_id_reaches_a_reader(name: str) -> None:
    # The model is made of pieces of words, and no text.
    names = [each for each in TEXTS if each.startswith(name) and not each.endswith(".json")]
    hits = found(WORKING_IDS, names)
    assert [hit for hit in hits if not hit.startswith(NAMES_FACTS)] == []


def test_the_names_of_facts_stand_in_the_first_column_alone() -> None:
    for line in TEXTS["content/herkomst.tsv"].decode().splitlines()[1:]:
        name, _, rest = line.partition("\t")
        assert FACT.fullmatch(name)
        assert not WORKING_IDS.search(rest), line


def test_no_long_dash() -> None:
    names = [name for name in TEXTS if not name.endswith((".lock", ".svg"))]
    assert found(re.compile(LONG_DASH), names) == []
