"""What the guide replies to a question that was typed: one passage, or the nearest few."""

from collections.abc import Callable
from enum import Enum

from msgspec import Struct

from routeboek_tui.conversation.passage_view import PassageView, passage_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.library.reach import Asker, Far, route_reach
from routeboek_tui.search.index import Hit, Index
from routeboek_tui.search.passages import PAGE
from routeboek_tui.search.question import MOST_NEAR, answer
from routeboek_tui.search.sought import Sought


class Surety(Enum):
    """How sure it is which place a question is about."""

    SURE = "sure"
    NEAREST = "nearest"
    ABSENT = "absent"


class Asking(Struct, frozen=True):
    """The places a question can be about, such as ``boek:mdo``, each with its score, best first."""

    places: tuple[tuple[str, float], ...]
    surety: Surety


class Reply(Struct, frozen=True):
    """What is told: of the one place that answers, or of the nearest few."""

    told: tuple[PassageView, ...]
    surety: Surety


def asking(index: Index, question: str, page: str = "") -> Asking:
    """Which places ``question`` is about.

    ``page`` is a page of the book that the question seems to name. It is the place where nothing
    else is nearer, and else one of the nearest.
    """
    found = answer(index, question)
    if isinstance(found, Hit):
        return Asking(((found.passage.id, found.score),), Surety.SURE)
    places = tuple((hit.passage.id, hit.score) for hit in found)
    named = f"{PAGE}:{page}"
    if page and index.place(named) is not None:
        if not places or places[0][0] == named:
            return Asking(((named, 0.0),), Surety.SURE)
        places = ((named, 0.0), *(each for each in places if each[0] != named))[:MOST_NEAR]
    return Asking(places, Surety.NEAREST if places else Surety.ABSENT)


def reply(reader: Reader, index: Index, question: str, page: str = "") -> Reply:
    """What ``question`` is answered with, for who reads."""
    found = asking(index, question, page)
    sought = Sought.of(index, question)
    far = distance(reader, reader.asker(question))
    places = sorted((place for place, _ in found.places), key=far)
    return Reply(tuple(passage_view(reader, place, sought) for place in places), found.surety)


def distance(reader: Reader, asker: Asker) -> Callable[[str], Far]:
    """How far a place is from who asks: a step of a route that is not theirs is far."""

    def far(place: str) -> Far:
        kind, _, name = place.partition(":")
        if kind != "stap":
            return Far.OWN
        return asker.far(route_reach(reader.library, reader.at(name)[0]))

    return far
