"""What a trainee practised: one file for each pseudonym, of which nothing is lost.

The file is a log: what was played and answered, and when. All else is worked out from it.
"""

import re
from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TypeAlias

import msgspec
from msgspec.structs import replace

from routeboek_tui.library import ordinary_file
from routeboek_tui.library.locked import locked

VERSION = 1
LARGEST = 20_000_000
"""Bytes. A larger file is not one of ours."""

YEARS = range(2000, 2200)
"""The years in which somebody can have practised."""

SUFFIX, ASIDE = ".json", ".stuk-"
"""The end of the name of a file, and what stands before the number of one that was damaged."""

NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])")
"""A pseudonym: it is the name of a file on every system."""

_TAKEN = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])")
"""Names that Windows keeps for itself."""


class Played(msgspec.Struct, frozen=True):
    """A case that was played to its end: how many choices were right, or partly, and which not.

    ``traps`` and ``wrong`` say what the choices were about that went wrong, in a trap or otherwise.
    """

    exercise: str
    at: datetime
    right: int
    of: int
    traps: tuple[str, ...] = ()
    partly: int = 0
    wrong: tuple[str, ...] = ()


class Drilled(msgspec.Struct, frozen=True):
    """A short question that was answered."""

    question: str
    at: datetime
    right: bool


Deed: TypeAlias = Played | Drilled


class Progress(msgspec.Struct, frozen=True):
    """All that one trainee did, the first first."""

    version: int = VERSION
    played: tuple[Played, ...] = ()
    drilled: tuple[Drilled, ...] = ()

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """Everything, whatever it was."""
        return (*self.played, *self.drilled)

    def also(self, deed: Deed) -> "Progress":
        """The same, with one thing more."""
        if isinstance(deed, Played):
            return replace(self, played=(*self.played, deed))
        return replace(self, drilled=(*self.drilled, deed))


class _Version(msgspec.Struct):
    version: int


class Newer(Exception):
    """The file was made by a newer version of the guide, and stays as it is."""


class Kept(msgspec.Struct, frozen=True):
    """What stands in a file; ``aside`` is what a damaged one is called now, "" for none."""

    progress: Progress
    aside: str = ""


def pseudonym(typed: str) -> str:
    """The pseudonym that was typed, "" where it can be none."""
    name = typed.strip().lower()
    return name if NAME.fullmatch(name) and not _TAKEN.fullmatch(name) else ""


class Store:
    """The files of all trainees on this computer, in one ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self) -> tuple[str, ...]:
        """The pseudonyms that have a file."""
        try:
            found = [each.name.removesuffix(SUFFIX) for each in self.folder.glob(f"*{SUFFIX}")]
        except OSError:
            return ()
        return tuple(sorted(name for name in found if pseudonym(name) == name))

    def read(self, name: str) -> Kept:
        """What ``name`` did so far; a damaged file is put aside.

        :raises Newer: when the file was made by a newer version
        :raises OSError: when it cannot be read
        """
        file = self._file(name)
        if not file.exists():
            return Kept(Progress())
        with self._locked():
            return self._read(file)

    def add(self, name: str, deeds: Iterable[Deed]) -> Kept:
        """Write down what ``name`` did besides, and what stands in the file now.

        :raises Newer: when the file was made by a newer version
        :raises OSError: when it cannot be written; what stood there stays
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._locked():
            kept = self._read(self._file(name))
            progress = kept.progress
            for deed in deeds:
                progress = progress.also(deed)
            ordinary_file.write(msgspec.json.encode(progress), self._file(name))
        return Kept(progress, kept.aside)

    def remove(self, name: str) -> None:
        """Throw away all of ``name``, also what was put aside.

        :raises OSError: when that cannot be
        """
        if not self.folder.is_dir():
            return
        with self._locked():
            for each in (self._file(name), *self.folder.glob(f"{name}{ASIDE}*")):
                each.unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}{SUFFIX}"

    def _locked(self) -> AbstractContextManager[None]:
        return locked(self.folder / ".slot")

    def _read(self, file: Path) -> Kept:
        if not file.exists():
            return Kept(Progress())
        data = ordinary_file.read(file, LARGEST + 1)
        try:
            if len(data) > LARGEST:
                raise msgspec.DecodeError
            if msgspec.json.decode(data, type=_Version).version > VERSION:
                raise Newer
            found = msgspec.json.decode(data, type=Progress)
            if not all(_real(deed.at) for deed in found.deeds):
                raise msgspec.DecodeError
            return Kept(found)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return Kept(Progress(), self._put_aside(file))

    def _put_aside(self, file: Path) -> str:
        names = (f"{file.name.removesuffix(SUFFIX)}{ASIDE}{number}" for number in count(1))
        free = next(name for name in names if not (self.folder / name).exists())
        file.rename(self.folder / free)
        return free


def _real(at: datetime) -> bool:
    """Whether this is a moment of our days, written as we write it."""
    return at.tzinfo == UTC and at.year in YEARS
