"""The library, fast: its compiled form from the user's cache, or the files themselves.

The compiled form is JSON, so reading it can run nothing. It is keyed by what the
files look like on disk; when it is missing, damaged or of another version the files
are read instead.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from routeboek_tui import __version__
from routeboek_tui.core.facts import Scheme
from routeboek_tui.core.figures import turned
from routeboek_tui.library import ordinary_file
from routeboek_tui.library.cache import store, stored
from routeboek_tui.library.places import FIGURES, cache_folder, content_root, own_days_file
from routeboek_tui.library.scheme import scheme_of, sectors_in

if TYPE_CHECKING:
    from routeboek_tui.library.content import Library
    from routeboek_tui.library.problems import Problem

FOLDERS = ("content", "flows", "letters")
LIBRARY = "gids"
OPENING = "begin"


class BrokenLibrary(Exception):
    """The files of the guide cannot be used; ``problems`` says why."""

    def __init__(self, problems: "list[Problem]") -> None:
        super().__init__(f"{len(problems)} problemen")
        self.problems = problems


class _Choice(msgspec.Struct):
    label: str
    note: str
    implies: dict[str, str]
    synonyms: tuple[str, ...]


class _Fact(msgspec.Struct):
    kind: str
    choices: dict[str, _Choice]


class _Edition(msgspec.Struct):
    title: str
    region: str
    sectors: tuple[str, ...]
    since: date
    until: date | None


class _Flow(msgspec.Struct):
    id: str
    edition: str
    route: str
    title: str
    sectors: tuple[str, ...]


class Way(msgspec.Struct, frozen=True):
    """A flow as the first screen names it; ``older`` is the title of an edition gone by."""

    flow: str
    title: str
    older: str = ""


class Opening(msgspec.Struct):
    """What the first screen says: the routes by name, and the facts with their labels.

    Read by itself it costs a fraction of the whole library, which can wait for the
    first answer.
    """

    flows: dict[str, _Flow]
    editions: dict[str, _Edition]
    facts: dict[str, _Fact]

    @classmethod
    def of(cls, library: "Library") -> "Opening":
        """What the first screen says, from a library that was read already."""
        return msgspec.convert(library, cls, from_attributes=True)

    def labels(self, fact: str) -> dict[str, str]:
        """The values of a fact, each with its label."""
        return {value: choice.label for value, choice in self.facts[fact].choices.items()}

    def names(self, fact: str, value: str) -> tuple[str, ...]:
        """What a value of a fact is called: its label, and what people type for it."""
        choice = self.facts[fact].choices[value]
        return (choice.label, *choice.synonyms)

    def note(self, fact: str, value: str) -> str:
        """What to say where this value was chosen, "" for nothing."""
        choice = self.facts[fact].choices.get(value)
        return choice.note if choice else ""

    @property
    def scheme(self) -> Scheme:
        """The values of the facts, in order, and what follows from them."""
        return scheme_of(self.facts)

    def sectors_in(self, region: str) -> tuple[str, ...]:
        """The sectors for which the guide has a route in ``region``."""
        return sectors_in(self.editions.values(), region)

    def ways(self, region: str, sector: str, today: date) -> list[Way]:
        """The flows of a region and sector, current editions first; "" stands for any.

        Every route has one current flow: of the edition that holds on ``today``, or else the
        newest. The questions that look for a route belong to no region and are no way.
        """
        routes: dict[str, list[_Flow]] = {}
        for flow in self.flows.values():
            edition = self.editions[flow.edition]
            holds = not sector or sector in (flow.sectors or edition.sectors)
            if holds and edition.region and region in ("", edition.region):
                routes.setdefault(flow.route, []).append(flow)
        current, older = [], []
        for flows in routes.values():
            flows.sort(key=self._since, reverse=True)
            now = next((flow for flow in flows if self._holds(flow, today)), flows[0])
            current.append(Way(now.id, now.title))
            older += [
                Way(flow.id, flow.title, self.editions[flow.edition].title)
                for flow in flows
                if flow is not now
            ]
        return [*current, *older]

    def _since(self, flow: _Flow) -> date:
        return self.editions[flow.edition].since

    def _holds(self, flow: _Flow, today: date) -> bool:
        edition = self.editions[flow.edition]
        return edition.since <= today and (edition.until is None or today <= edition.until)


def opening(root: Path | None = None, cache: Path | None = None) -> Opening:
    """What the first screen says, from the compiled form, or from the files when there is none.

    :raises BrokenLibrary: when ``routeboek controle`` would find something
    """
    root = root or content_root()
    compiled = place(OPENING, root, cache)
    first = stored(compiled, Opening)
    if first is None:
        first = Opening.of(load(root, cache))
        store(compiled, first)
    return first


def load(root: Path | None = None, cache: Path | None = None) -> "Library":
    """The library below ``root``, by default the one that came with the program.

    The own days of the school, which stand in a file of the user, are laid in its calendar.

    :raises BrokenLibrary: when ``routeboek controle`` would find something
    """
    from routeboek_tui.library.content import Library
    from routeboek_tui.library.own_days import read_own_days

    root = root or content_root()
    compiled = place(LIBRARY, root, cache)
    library = stored(compiled, Library)
    if library is None:
        library = _read(root)
        store(compiled, library)
    own = read_own_days(own_days_file(), library.calendar.names)
    if own == library.calendar.own:
        return library
    return replace(library, calendar=replace(library.calendar, own=own))


def place(kind: str, root: Path | None = None, cache: Path | None = None) -> Path:
    """Where the compiled form of one ``kind`` of thing is kept, for the guide as it is today."""
    return (cache or cache_folder()) / f"{kind}-{_signature(root or content_root())}.json"


def _read(root: Path) -> "Library":
    from routeboek_tui.library.load import read

    library, problems = read(root)
    if problems:
        raise BrokenLibrary(problems)
    return library


def _signature(root: Path) -> str:
    """A name for exactly these files: path, size and time of change of each, and our version.

    The files of the figures count with the days that have come on which one changes: past such a
    day the guide says something else.
    """
    seen = sha256(f"{__version__} {root}".encode())
    figures = str(root / FIGURES)
    for entry in sorted(_files(root), key=lambda entry: entry.path):
        with suppress(OSError):
            if entry.path.startswith(figures):
                text = ordinary_file.read(Path(entry.path)).decode(errors="replace")
                seen.update(repr(turned(text, date.today())).encode())
            stat = entry.stat()
            seen.update(f"{stat.st_size} {stat.st_mtime_ns}".encode())
        seen.update(os.fsencode(f"{entry.path}\n"))
    return seen.hexdigest()[:32]


def _files(root: Path) -> Iterator["os.DirEntry[str]"]:
    folders = [str(root / folder) for folder in FOLDERS]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    else:
                        yield entry
        except OSError:
            continue
