"""What a search in the whole guide finds, for the book of a face."""

from collections.abc import Iterable

from msgspec import Struct

from routeboek_tui.conversation.passage_view import passage_view
from routeboek_tui.conversation.passing import passing
from routeboek_tui.conversation.questions import is_question
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.reply import MOST_NEAR, Surety, asking, distance, reply
from routeboek_tui.course.places import before
from routeboek_tui.library.content import Library
from routeboek_tui.library.general import mark
from routeboek_tui.library.sentences import ASKED, SAID
from routeboek_tui.search.compiled import ear, index
from routeboek_tui.search.compiled import new as never_made
from routeboek_tui.search.danger import ears
from routeboek_tui.search.index import Hit, Index
from routeboek_tui.search.query import query_of
from routeboek_tui.search.sought import Mark, Sought

__all__ = ("Finding", "Findings", "Search", "finding", "found_hits", "never_made", "not_told")

GENERAL = 0.7
"""What general information counts where the routeboek counts 1: what was agreed here goes first."""

MOST = 12
"""Places that are shown: more is no answer any more."""


class Finding(Struct, frozen=True):
    """A place that fits: what it is, and the sentence with the words that were sought marked.

    ``lines`` are all it says, that sentence among the first. The sources of what is
    ``general`` information are always said in full.
    """

    place: str
    title: str
    kind: str
    excerpt: str
    marks: tuple[Mark, ...]
    sources: tuple[str, ...]
    general: bool = False
    lines: tuple[str, ...] = ()


class Findings(Struct, frozen=True):
    """What fits, the best first. ``note`` says why little was sought, or that no source tells it.

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
        danger, page = passing(self._library, words)
        note = query_of(words, self._library.language.seeking).note
        note = " ".join(filter(None, (note, not_told(reader, self._index, words))))
        sought = Sought.of(self._index, words)
        hits = found_hits(reader, self._index, words)
        found = tuple(finding(reader, hit, sought) for hit in hits)
        return Findings(found, note, danger, page)


def found_hits(
    reader: Reader, index: Index, words: str, most: int = MOST, route: str = ""
) -> tuple[Hit, ...]:
    """What fits ``words``: the place that surely answers them, and the best of the others.

    A question is answered by what it is about as well, though not for sure. Steps of routes that
    are not the reader's stand behind the rest.
    """
    asked = asking(index, words)
    question = is_question(words, reader.library.language)
    count = 1 if asked.surety is Surety.SURE else MOST_NEAR * question
    near = [index.place(place) for place in asked.places[:count]]
    first = [Hit(index.passages[n], 0.0) for n in near if n is not None]
    others = index.find(words, most, flow=route)
    others.sort(key=lambda hit: -hit.score * (GENERAL if _general(reader, hit) else 1))
    found = _once((*first, *others))[:most]
    far = distance(reader, reader.asker(words))
    return tuple(sorted(found, key=lambda hit: far(hit.passage.id)))


def _once(hits: Iterable[Hit]) -> list[Hit]:
    """Each place once, where it comes first."""
    found: dict[str, Hit] = {}
    for hit in hits:
        found.setdefault(hit.passage.id, hit)
    return list(found.values())


def not_told(reader: Reader, index: Index, words: str) -> str:
    """That no source tells what is sought, before what comes nearest; or ""."""
    found = reply(reader, index, words)
    return before(found) if found.surety is Surety.ABSENT and found.told else ""


def _general(reader: Reader, hit: Hit) -> bool:
    return bool(mark(reader.library, hit.passage.sources))


def finding(reader: Reader, hit: Hit, sought: Sought) -> Finding:
    """A place that fits, with what it says on what is ``sought``, for who reads."""
    passage = hit.passage
    route = reader.library.flows[passage.route] if passage.route else None
    kind = f"route {reader.route(route)}" if route else reader.kind(passage.kind, passage.sources)
    view = passage_view(reader, passage.id, sought)
    said, general = view.line, _general(reader, hit)
    marks = sought.marks(said)
    return Finding(passage.id, passage.title, kind, said, marks, view.sources, general, view.short)
