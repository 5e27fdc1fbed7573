"""What the guide replies to a question that was typed: one passage, or the nearest few."""

from collections.abc import Callable
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.passage_view import PassageView, passage_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.library.reach import Asker, Far, route_reach
from routeboek_tui.library.sentences import ASKED
from routeboek_tui.search.asking import about
from routeboek_tui.search.compiled import ear
from routeboek_tui.search.index import Index
from routeboek_tui.search.passages import PAGE
from routeboek_tui.search.question import named
from routeboek_tui.search.sought import Sought

MOST_NEAR = 3
"""Places that are offered when none is sure."""


class Surety(Enum):
    """How sure it is which place a question is about."""

    SURE = "sure"
    NEAREST = "nearest"
    ABSENT = "absent"


class Asking(Struct, frozen=True):
    """The places a question can be about, such as ``boek:mdo``, the best first.

    Where the guide has no answer they are only what comes nearest. ``unknown`` are words of the
    question that stand nowhere in the guide.
    """

    places: tuple[str, ...]
    surety: Surety
    unknown: tuple[str, ...] = ()


class Reply(Struct, frozen=True):
    """What is told: of the one place that answers, or of the nearest few; see :class:`Asking`."""

    told: tuple[PassageView, ...]
    surety: Surety
    unknown: tuple[str, ...] = ()


def asking(index: Index, question: str, page: str = "") -> Asking:
    """Which places ``question`` is about.

    ``page`` is a page of the book that the question seems to name: it is one of the nearest.
    """
    if places := named(index, question):
        surety = Surety.SURE if len(places) == 1 else Surety.NEAREST
        return Asking(places[:MOST_NEAR], surety)
    found = about(index, ear(ASKED), question)
    near, seems = found.places[:MOST_NEAR], f"{PAGE}:{page}"
    if page and seems not in near and index.place(seems) is not None:
        near = (*near[:1], seems, *near[1:])[:MOST_NEAR]
    if found.sure:
        return Asking(near, Surety.SURE)
    return Asking(near, Surety.NEAREST if found.known else Surety.ABSENT, found.unknown)


def reply(reader: Reader, index: Index, question: str, page: str = "") -> Reply:
    """What ``question`` is answered with, for who reads."""
    found = asking(index, question, page)
    sought = Sought.of(index, question)
    if found.surety is Surety.SURE:
        view = passage_view(reader, found.places[0], sought)
        if not view.silent and sought.given(" ".join(view.short)):
            return Reply((view,), Surety.SURE)
        found = replace(found, surety=Surety.NEAREST)
    places = sorted(found.places, key=distance(reader, reader.asker(question)))
    told = tuple(passage_view(reader, place, sought) for place in places)
    return Reply(told, found.surety, found.unknown)


def distance(reader: Reader, asker: Asker) -> Callable[[str], Far]:
    """How far a place is from who asks: a step of a route that is not theirs is far."""

    def far(place: str) -> Far:
        kind, _, name = place.partition(":")
        if kind != "stap":
            return Far.OWN
        return asker.far(route_reach(reader.library, reader.at(name)[0]))

    return far
