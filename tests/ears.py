"""An ear is made anew only where its sentences changed, or the code that makes one did.

The cache of a run is of one state of all code; making the ears takes most of the time it takes to
fill it, and little of the code has a part in it.
"""

import re
import sys
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

import routeboek_tui.search.compiled as search_compiled
from routeboek_tui.library.cache import store, stored
from routeboek_tui.library.sentences import Sentence
from routeboek_tui.search.ear import Ear
from routeboek_tui.text.concepts import Concepts

ROOT = Path(__file__).resolve().parent.parent
KEPT = 12
"""Ears that stay: those of a few checkouts."""

_IMPORTED = re.compile(r"^ *(?:from|import) (routeboek_tui[.\w]*)(?: import (.+))?", re.MULTILINE)
_made = search_compiled.corrected


def keep(folder: Path) -> None:
    """Let every ear that is made be kept in ``folder``, by all it is made of."""

    def corrected(sentences: Iterable[Sentence], concepts: Concepts, times: int) -> Ear:
        given = list(sentences)
        file = folder / f"{key(given, concepts, times)}.json"
        found = stored(file, Ear)
        if found is None:
            found = _made(given, concepts, times)
            folder.mkdir(parents=True, exist_ok=True)
            store(file, found)
            old = sorted(folder.glob("*.json"), key=lambda each: -each.stat().st_mtime)[KEPT:]
            for each in old:
                each.unlink(missing_ok=True)
        return found

    search_compiled.corrected = corrected  # type: ignore[attr-defined]


def key(sentences: list[Sentence], concepts: Concepts, times: int) -> str:
    """The name of an ear, by all it is made of."""
    made_of = sha256(f"{sys.version} {times}".encode())
    made_of.update(msgspec.json.encode([sentences, concepts.words]))
    for file in (ROOT / "requirements-dev.lock", *sorted(code())):
        made_of.update(file.read_bytes())
    return made_of.hexdigest()[:32]


@cache
def code() -> frozenset[Path]:
    """The modules that have a part in making an ear."""
    found: set[Path] = set()
    left = [ROOT / "routeboek_tui/search/corrected.py", ROOT / "routeboek_tui/library/cache.py"]
    while left:
        file = left.pop()
        if file in found or not file.is_file():
            continue
        found.add(file)
        for module, names in _IMPORTED.findall(file.read_text(encoding="utf-8")):
            place = ROOT / module.replace(".", "/")
            more = re.findall(r"\w+", names)
            left += [place.with_suffix(".py"), place / "__init__.py"]
            left += [place / f"{name}.py" for name in more]
    return frozenset(found)
