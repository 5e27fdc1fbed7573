"""What a search in the whole guide finds, for the book of a face."""

from msgspec import Struct

from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.safety import passing
from routeboek_tui.library.content import Library
from routeboek_tui.library.general import mark
from routeboek_tui.library.sentences import ASKED, SAID
from routeboek_tui.search.compiled import ear, index
from routeboek_tui.search.danger import ears
from routeboek_tui.search.excerpt import Mark
from routeboek_tui.search.index import Hit, Index
from routeboek_tui.search.query import query_of
from routeboek_tui.search.question import answer

MOST = 12
"""Places that are shown: more is no answer any more."""


class Finding(Struct, frozen=True):
    """A place that fits: what it is, and the sentence with the words that were sought marked.

    The sources of what is ``general`` information are always said in full.
    """

    place: str
    title: str
    kind: str
    excerpt: str
    marks: tuple[Mark, ...]
    sources: tuple[str, ...]
    general: bool = False


class Findings(Struct, frozen=True):
    """What fits, the best first. ``note`` says why little was sought, or "".

    ``danger`` is what to say of danger in the words, ``page`` where to read about it.
    """

    found: tuple[Finding, ...]
    note: str
    danger: str
    page: str


class Search:
    """Searches everything ``library`` holds."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._index: Index = index(library)
        ears()
        for bank in (SAID, ASKED):
            ear(bank)

    def findings(self, reader: Reader, words: str) -> Findings:
        """What fits ``words``, with what answers them first where they are a question."""
        sure = answer(self._index, words)
        first = [sure] if isinstance(sure, Hit) else []
        known = [hit.passage for hit in first]
        others = (hit for hit in self._index.find(words, MOST) if hit.passage not in known)
        danger, page = passing(self._library, words)
        note = query_of(words, self._library.language.seeking).note
        found = tuple(_finding(reader, hit) for hit in (*first, *others))
        return Findings(found, note, danger, page)


def _finding(reader: Reader, hit: Hit) -> Finding:
    passage = hit.passage
    route = reader.library.flows[passage.route] if passage.route else None
    kind = f"route {reader.route(route)}" if route else reader.kind(passage.kind, passage.sources)
    sources = tuple(map(reader.source, passage.sources))
    general = bool(mark(reader.library, passage.sources))
    return Finding(passage.id, passage.title, kind, hit.excerpt, hit.marks, sources, general)
