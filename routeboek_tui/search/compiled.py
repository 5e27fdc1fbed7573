"""What is sought in and heard with, fast: kept in the user's cache, or made anew."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from routeboek_tui import memory
from routeboek_tui.library.cache import store, stored
from routeboek_tui.library.compiled import place
from routeboek_tui.library.content import Library
from routeboek_tui.library.places import content_root
from routeboek_tui.library.sentences import ANSWERS, ASKED, CLAIMS, DEEDS, HEARD, Bank, Sentence
from routeboek_tui.search.corrected import corrected
from routeboek_tui.search.ear import Ear
from routeboek_tui.search.index import Index
from routeboek_tui.search.passages import passages
from routeboek_tui.text.concepts import WORDS_ALONE

INDEX = "zoek"
EAR = "oor"

HERE = 3
"""How many ears are made here, where the others are made beside: each half takes as long."""

LONGEST = 120
"""Seconds that is waited at most for what is made beside this program."""

_MAKE = """
import sys
from pathlib import Path

from routeboek_tui.library.sentences import HEARD
from routeboek_tui.search.compiled import HERE, ear

root, cache = (Path(each) if each else None for each in sys.argv[1:])
for bank in HEARD[HERE:]:
    ear(bank, root, cache)
"""


def index(library: Library, root: Path | None = None, cache: Path | None = None) -> Index:
    """The index over all passages of ``library``, which is the one below ``root``.

    The last one is kept in memory as well.
    """
    if _last and _last[0][0] is library:
        return _last[0][1]
    compiled = place(INDEX, root, cache)
    found = stored(compiled, Index)
    if found is None:
        found = Index.of(passages(library), library.language.seeking)
        store(compiled, found)
    _last[:] = [(library, found)]
    return found


@lru_cache(maxsize=2 * len(HEARD))
def ear(bank: Bank, root: Path | None = None, cache: Path | None = None) -> Ear:
    """The ear of a bank of sentences below ``root``; it hears nothing where they cannot be read."""
    compiled = place(_kind(bank), root, cache)
    found = stored(compiled, Ear)
    if found is None:
        from routeboek_tui.library.concepts import concepts

        sentences: list[Sentence] = []
        with suppress(OSError):
            sentences += _sentences(bank, root or content_root())
        meant = concepts(root or content_root()) if bank.meant else WORDS_ALONE
        with memory.undisturbed():
            found = corrected(sentences, meant, bank.times)
        store(compiled, found)
    return found


def _sentences(bank: Bank, root: Path) -> Iterator[Sentence]:
    """The sentences of a bank.

    A fact is heard by its own words as well, and nothing by what no page of the book answers; no
    deed by what answers no question either.
    """
    yield from bank.sentences(root)
    if bank is CLAIMS:
        from routeboek_tui.library import ordinary_file, provenance

        table = ordinary_file.read_text(root / provenance.FILE, "replace")
        yield from (Sentence("", (name,), says) for name, says in provenance.said(table))
        yield from (each for each in ASKED.sentences(root) if not each.kinds)
    if bank is DEEDS:
        yield from (each for each in ANSWERS.sentences(root) if not each.kinds)


def make(root: Path | None = None, cache: Path | None = None) -> None:
    """Make every ear that was never made: half of them in a program beside this one.

    What that does not bring, for whatever reason, is made here after all.
    """
    own, others = HEARD[:HERE], HEARD[HERE:]
    never = [bank for bank in others if not place(_kind(bank), root, cache).exists()]
    beside = _beside(root, cache) if never else None
    try:
        for bank in own:
            ear(bank, root, cache)
        if beside:
            with suppress(subprocess.TimeoutExpired):
                beside.wait(LONGEST)
    finally:
        if beside:
            beside.kill()
            beside.wait()
    for bank in others:
        ear(bank, root, cache)


def _beside(root: Path | None, cache: Path | None) -> "subprocess.Popen[bytes] | None":
    """A program that makes the other half of the ears; ``None`` where none can be begun."""
    asked = [str(each or "") for each in (root, cache)]
    quiet = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        return subprocess.Popen(
            [sys.executable, "-c", _MAKE, *asked],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            creationflags=quiet,
        )  # fmt: skip
    except OSError:
        return None


def new(root: Path | None = None, cache: Path | None = None) -> bool:
    """Whether something has to be made first, as after an update: that takes seconds."""
    made = place(INDEX, root, cache)
    today = made.name.removeprefix(INDEX)
    kinds = (INDEX, *map(_kind, HEARD))
    return not all(made.with_name(f"{kind}{today}").exists() for kind in kinds)


def _kind(bank: Bank) -> str:
    return f"{EAR}_{Path(bank.folder).name}"


_last: list[tuple[Library, Index]] = []
