"""The index, fast: its compiled form from the user's cache, or made anew and kept there."""

from pathlib import Path

import msgspec

from routeboek_tui.library.compiled import keep, place
from routeboek_tui.library.content import Library
from routeboek_tui.search.index import Index
from routeboek_tui.search.passages import passages

INDEX = "zoek"


def index(library: Library, root: Path | None = None, cache: Path | None = None) -> Index:
    """The index over all passages of ``library``, which is the one below ``root``."""
    compiled = place(INDEX, root, cache)
    try:
        return msgspec.json.decode(compiled.read_bytes(), type=Index)
    except (OSError, msgspec.MsgspecError):
        found = Index.of(passages(library), library.language.seeking)
    keep(compiled, found)
    return found
