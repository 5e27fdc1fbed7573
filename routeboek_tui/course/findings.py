"""What a search in the whole guide finds, for the book of a face."""

from msgspec import Struct

from routeboek_tui.conversation.enquiry.enquiry import Enquiry, Surety
from routeboek_tui.conversation.enquiry.ranked import fitting
from routeboek_tui.conversation.enquiry.reply import Reply, reply
from routeboek_tui.conversation.passing import passing
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.course.places import above
from routeboek_tui.library.content import Library
from routeboek_tui.library.general import mark
from routeboek_tui.search.compiled import index, make
from routeboek_tui.search.compiled import new as never_made
from routeboek_tui.search.danger import ears
from routeboek_tui.search.index import Hit, Index
from routeboek_tui.search.passages import Passage
from routeboek_tui.search.query import query_of
from routeboek_tui.search.sought import Mark

__all__ = ("MAKING", "Finding", "Findings", "Search", "never_made")

MAKING = "Wij maken ons eerst klaar. Dat duurt een halve minuut, alleen nu."
"""What is said where something was never made here and somebody waits for it."""

MOST = 12
"""Places that are shown: more is no answer any more."""


class Finding(Struct, frozen=True):
    """A place that fits: what it is, and the sentence with the words that were sought marked.

    ``lines`` are all it says, that sentence among the first. The sources of what is
    ``general`` information are always said in full.
    """

    passage: Passage
    score: float
    kind: str
    excerpt: str
    marks: tuple[Mark, ...]
    sources: tuple[str, ...]
    general: bool = False
    lines: tuple[str, ...] = ()


class Findings(Struct, frozen=True):
    """What fits, the best first.

    ``note`` says why little was sought, ``untold`` that no source tells it; ``danger`` is what to
    say of danger in the words, ``page`` where to read about it.
    """

    found: tuple[Finding, ...]
    note: str = ""
    untold: str = ""
    danger: str = ""
    page: str = ""

    @property
    def notes(self) -> str:
        """What is said before what was found; or ""."""
        return " ".join(filter(None, (self.note, self.untold)))


class Search:
    """Searches everything ``library`` holds."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._index: Index = index(library)
        ears()
        make()

    def findings(self, reader: Reader, words: str, most: int = MOST, route: str = "") -> Findings:
        """What fits ``words``, with what answers them first where they are a question.

        At most so many places, and of the steps only those of ``route``, where it is given.
        """
        danger, page = passing(self._library, words)
        enquiry = Enquiry(reader, self._index, words)
        answer = reply(enquiry)
        found = tuple(_finding(enquiry, hit) for hit in fitting(enquiry, answer, most, route))
        note = query_of(words, self._library.language.seeking).note
        return Findings(found, note, _untold(enquiry, answer) if found else "", danger, page)


def _untold(enquiry: Enquiry, answer: Reply) -> str:
    """That no source surely tells what is asked, before what comes nearest; or "".

    Of words that ask nothing only that no source tells them.
    """
    if enquiry.asks:
        return "" if answer.surety is Surety.SURE else above(answer, enquiry)
    return above(answer, enquiry) if answer.surety is Surety.ABSENT and answer.told else ""


def _finding(enquiry: Enquiry, hit: Hit) -> Finding:
    """A place that fits, with what it says on what is sought, for who reads."""
    passage, reader = hit.passage, enquiry.reader
    route = reader.library.flows[passage.route] if passage.route else None
    kind = f"route {reader.route(route)}" if route else reader.kind(passage.kind, passage.sources)
    view = enquiry.view(passage.id)
    marks = enquiry.sought.marks(view.line)
    general = bool(mark(reader.library, passage.sources))
    return Finding(passage, hit.score, kind, view.line, marks, view.sources, general, view.short)
