"""What a search in the whole guide finds, for the book of a face."""

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.enquiry.claims import as_view, before, claims_on
from routeboek_tui.conversation.enquiry.enquiry import Enquiry, Surety
from routeboek_tui.conversation.enquiry.ranked import fitting
from routeboek_tui.conversation.enquiry.reply import Reply, reply
from routeboek_tui.conversation.passing import passing
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.course.places import above
from routeboek_tui.library.content import Library
from routeboek_tui.library.general import mark
from routeboek_tui.search.compiled import index, make
from routeboek_tui.search.compiled import new as never_made
from routeboek_tui.search.danger import ears
from routeboek_tui.search.index import Index
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
        hits = fitting(enquiry, answer, most, route)
        found = [_finding(enquiry, hit.passage, hit.score) for hit in hits]
        if told := _told(enquiry, answer):
            found = [told, *(each for each in found if each.passage != told.passage)]
        note = query_of(words, self._library.language.seeking).note
        untold = "" if told or not found else _untold(enquiry, answer)
        return Findings(tuple(found[:most]), note, untold, danger, page)


def _untold(enquiry: Enquiry, answer: Reply) -> str:
    """That no source surely tells what is asked, before what comes nearest; or "".

    Of words that ask nothing only that no source tells them.
    """
    if enquiry.asks:
        return "" if answer.surety is Surety.SURE else above(answer, enquiry)
    return above(answer, enquiry) if answer.surety is Surety.ABSENT and answer.told else ""


def _told(enquiry: Enquiry, answer: Reply) -> Finding | None:
    """What facts of the sources surely answer a question, where the first of them is told.

    Where a place surely answers it too, they must stand alone.
    """
    reader, known = enquiry.reader, enquiry.index
    triage = next(iter(reader.library.editions_of(TRIAGE)), None)
    talk = reader.talk or (reader.walk(triage) if triage else None)
    if talk is None or not enquiry.asks:
        return None
    facts = claims_on(talk, enquiry.question)
    if facts is None or not (facts.alone if answer.surety is Surety.SURE else facts.clear):
        return None
    place = known.place(facts.place)
    if place is None:
        return None
    view = before(as_view(talk, facts), enquiry.view(facts.place))
    passage = known.passages[place]
    found = _finding(enquiry, passage, 0.0)
    line = view.short[0]
    marks = enquiry.sought.marks(line)
    return replace(found, excerpt=line, marks=marks, sources=view.sources, lines=view.short)


def _finding(enquiry: Enquiry, passage: Passage, score: float) -> Finding:
    """A place that fits, with what it says on what is sought, for who reads."""
    reader, view = enquiry.reader, enquiry.view(passage.id)
    route = reader.library.flows[passage.route] if passage.route else None
    kind = f"route {reader.route(route)}" if route else reader.kind(passage.kind, passage.sources)
    marks = enquiry.sought.marks(view.line)
    general = bool(mark(reader.library, passage.sources))
    return Finding(passage, score, kind, view.line, marks, view.sources, general, view.short)
