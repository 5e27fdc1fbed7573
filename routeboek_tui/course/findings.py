"""What a search in the whole guide finds, for the book of a face."""

from msgspec import Struct

from routeboek_tui.conversation.in_short import in_short
from routeboek_tui.conversation.passage_view import passage_view
from routeboek_tui.conversation.reader import KIND_WORDS, Reader
from routeboek_tui.conversation.reply import Surety, asking, distance
from routeboek_tui.conversation.safety import passing
from routeboek_tui.library.content import Library
from routeboek_tui.search.compiled import index
from routeboek_tui.search.danger import ears
from routeboek_tui.search.excerpt import Mark
from routeboek_tui.search.index import Hit, Index
from routeboek_tui.search.query import query_of
from routeboek_tui.search.sought import Sought

MOST = 12
"""Places that are shown: more is no answer any more."""


class Finding(Struct, frozen=True):
    """A place that fits: what it is, and the sentence with the words that were sought marked."""

    place: str
    title: str
    kind: str
    excerpt: str
    marks: tuple[Mark, ...]
    sources: tuple[str, ...]


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

    def findings(self, reader: Reader, words: str) -> Findings:
        """What fits ``words``, with what answers them first where they are a question."""
        danger, page = passing(self._library, words)
        note = query_of(words, self._library.language.seeking).note
        sought = Sought.of(self._index, words)
        hits = found_hits(reader, self._index, words)
        found = tuple(finding(reader, hit, sought) for hit in hits)
        return Findings(found, note, danger, page)


def found_hits(
    reader: Reader, index: Index, words: str, most: int = MOST, route: str = ""
) -> tuple[Hit, ...]:
    """What fits ``words``: the place that surely answers them, and the best of the others.

    Steps of routes that are not the reader's stand behind the rest.
    """
    asked = asking(index, words)
    sure = index.place(asked.places[0][0]) if asked.surety is Surety.SURE else None
    first = [] if sure is None else [index.hit(sure, asked.places[0][1], {})]
    known = [hit.passage for hit in first]
    others = (hit for hit in index.find(words, most, flow=route) if hit.passage not in known)
    found = [*first, *others][:most]
    far = distance(reader, reader.asker(words))
    return tuple(sorted(found, key=lambda hit: far(hit.passage.id)))


def finding(reader: Reader, hit: Hit, sought: Sought) -> Finding:
    """A place that fits, with what it says on what is ``sought``, for who reads."""
    passage = hit.passage
    route = reader.library.flows[passage.route] if passage.route else None
    kind = f"route {reader.route(route)}" if route else KIND_WORDS[passage.kind]
    view = passage_view(reader, passage.id, sought)
    said = in_short(view.blocks, sought)
    return Finding(passage.id, passage.title, kind, said, sought.marks(said), view.sources)
