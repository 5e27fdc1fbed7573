"""The library, fast: its compiled form from the user's cache, or the files themselves.

The compiled form is JSON, so reading it can run nothing. It is keyed by what the
files look like on disk; when it is missing, broken or of another version the files
are read instead, and losing it costs only time.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from routeboek_tui import __version__
from routeboek_tui.library.places import cache_folder, content_root

if TYPE_CHECKING:
    from routeboek_tui.library.content import Library
    from routeboek_tui.library.problems import Problem

FOLDERS = ("content", "flows", "letters")


class BrokenLibrary(Exception):
    """The files of the guide cannot be used; ``problems`` says why."""

    def __init__(self, problems: "list[Problem]") -> None:
        super().__init__(f"{len(problems)} problemen")
        self.problems = problems


class _Label(msgspec.Struct):
    label: str


class _Fact(msgspec.Struct):
    choices: dict[str, _Label]


class Opening(msgspec.Struct):
    """What the first screen says: the routes by name, and the facts with their labels.

    Read by itself it costs a fraction of the whole library, which can wait for the
    first answer.
    """

    flows: dict[str, msgspec.Raw]
    facts: dict[str, _Fact]

    @classmethod
    def of(cls, library: "Library") -> "Opening":
        """What the first screen says, from a library that was read already."""
        return msgspec.json.decode(msgspec.json.encode(library), type=cls)

    def labels(self, fact: str) -> dict[str, str]:
        """The values of a fact, each with its label."""
        return {value: choice.label for value, choice in self.facts[fact].choices.items()}


def opening(root: Path | None = None, cache: Path | None = None) -> Opening:
    """What the first screen says, from the compiled form, or from the files when there is none.

    :raises BrokenLibrary: when ``routeboek controle`` would find something
    """
    root = root or content_root()
    try:
        return msgspec.json.decode(_compiled(root, cache).read_bytes(), type=Opening)
    except (OSError, msgspec.MsgspecError):
        return Opening.of(load(root, cache))


def load(root: Path | None = None, cache: Path | None = None) -> "Library":
    """The library below ``root``, by default the one that came with the program.

    :raises BrokenLibrary: when ``routeboek controle`` would find something
    """
    from routeboek_tui.library.content import Library

    root = root or content_root()
    compiled = _compiled(root, cache)
    try:
        return msgspec.json.decode(compiled.read_bytes(), type=Library)
    except (OSError, msgspec.MsgspecError):
        library = _read(root)
    _keep(compiled, library)
    return library


def _compiled(root: Path, cache: Path | None) -> Path:
    return (cache or cache_folder()) / f"gids-{_signature(root)}.json"


def _read(root: Path) -> "Library":
    from routeboek_tui.library.load import read

    library, problems = read(root)
    if problems:
        raise BrokenLibrary(problems)
    return library


def _keep(compiled: Path, library: "Library") -> None:
    """Write the compiled form aside and move it in place; failing is no problem."""
    aside = compiled.with_name(f"{compiled.name}.{os.getpid()}")
    try:
        compiled.parent.mkdir(parents=True, exist_ok=True)
        for old in compiled.parent.glob("gids-*.json*"):
            old.unlink(missing_ok=True)
        aside.write_bytes(msgspec.json.encode(library))
        aside.replace(compiled)
    except OSError:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _signature(root: Path) -> str:
    """A name for exactly these files: path, size and time of change of each, and our version."""
    seen = sha256(f"{__version__} {root}".encode())
    for entry in sorted(_files(root), key=lambda entry: entry.path):
        stat = entry.stat()
        seen.update(f"{entry.path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return seen.hexdigest()[:32]


def _files(root: Path) -> Iterator["os.DirEntry[str]"]:
    folders = [str(root / folder) for folder in FOLDERS]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.is_dir():
                        folders.append(entry.path)
                    else:
                        yield entry
        except FileNotFoundError:
            continue
