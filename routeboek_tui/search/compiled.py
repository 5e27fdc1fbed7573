"""The index, fast: its compiled form from the user's cache, or made anew and kept there."""

from pathlib import Path

from routeboek_tui.library.cache import store, stored
from routeboek_tui.library.compiled import place
from routeboek_tui.library.content import Library
from routeboek_tui.search.index import Index
from routeboek_tui.search.passages import passages

INDEX = "zoek"


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


_last: list[tuple[Library, Index]] = []
