"""What the guide replies to a question that was typed: one passage, or the nearest few."""

import re
from collections.abc import Callable, Sequence
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.passage_view import PassageView, passage_view
from routeboek_tui.conversation.questions import is_question
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.library.language import Language
from routeboek_tui.library.reach import Asker, Far, route_reach
from routeboek_tui.library.sentences import ASKED
from routeboek_tui.search.asking import about
from routeboek_tui.search.compiled import ear
from routeboek_tui.search.index import Index
from routeboek_tui.search.passages import PAGE, PART
from routeboek_tui.search.question import named
from routeboek_tui.search.sought import Sought
from routeboek_tui.text.sentence import sentences

MOST_NEAR = 3
"""Places that are offered when none is sure."""


_AND = re.compile(
    r",? en (?=(?:(?:bij|aan|naar|met|van|voor|door|op|binnen|vanaf) )?"
    r"(?:wie|wat|hoe|hoeveel|hoelang|waar|wanneer|welke?)\b)",
    re.IGNORECASE,
)
"""What parts two questions in one sentence."""


class Surety(Enum):
    """How sure it is which place a question is about."""

    SURE = "sure"
    NEAREST = "nearest"
    ABSENT = "absent"


class Asking(Struct, frozen=True):
    """The places a question can be about, such as ``boek:mdo``, the best first.

    Where the guide has no answer they are only what comes nearest. ``unknown`` are words of the
    question that stand nowhere in the guide. ``named`` says that it names every one of them: the
    one that says something to who asks is meant.
    """

    places: tuple[str, ...]
    surety: Surety
    unknown: tuple[str, ...] = ()
    named: bool = False


class Reply(Struct, frozen=True):
    """What is told: of the one place that answers, or of the nearest few; see :class:`Asking`."""

    told: tuple[PassageView, ...]
    surety: Surety
    unknown: tuple[str, ...] = ()


def asked_in(question: str, language: Language) -> list[str]:
    """What a story asks: each question in it, or all of it where none is."""
    every = sentences(question)
    asked = [each for each in every if is_question(each, language)]
    if not asked:
        return [question]
    return [part for each in asked for part in _AND.split(each)]


def asking(index: Index, question: str, page: str = "", story: str = "") -> Asking:
    """Which places ``question`` is about; ``story`` is the text in which it is asked.

    ``page`` is a page of the book that the question seems to name: it is one of the nearest.
    """
    if places := named(index, question):
        surety = Surety.SURE if len(places) == 1 else Surety.NEAREST
        return Asking(places[:MOST_NEAR], surety, named=True)
    found = about(index, ear(ASKED), question, story)
    near, seems = found.places[:MOST_NEAR], f"{PAGE}:{page}"
    if page and seems not in near and index.place(seems) is not None:
        near = (*near[:1], seems, *near[1:])[:MOST_NEAR]
    if found.sure:
        return Asking(near, Surety.SURE)
    return Asking(near, Surety.NEAREST if found.known else Surety.ABSENT, found.unknown)


def reply(reader: Reader, index: Index, question: str, page: str = "") -> Reply:
    """What ``question`` is answered with, for who reads; of a story what it asks in the end.

    A question that says too little by itself is about what the story tells.
    """
    every = asked_in(question, reader.library.language)
    asked = " ".join(every)
    found = _all_of([asking(index, each, page, question) for each in every])
    sought = Sought.of(index, asked, question)
    if found.surety is Surety.SURE:
        view = passage_view(reader, found.places[0], sought)
        if not view.silent and sought.given(" ".join(view.short)):
            return Reply((view,), Surety.SURE)
        found = replace(found, surety=Surety.NEAREST)
    places = sorted(found.places, key=distance(reader, reader.asker(question)))
    told = tuple(passage_view(reader, place, sought) for place in places)
    speaking = [view for view in told if not view.silent]
    if found.named and len(speaking) == 1 and sought.given(" ".join(speaking[0].short)):
        return Reply((speaking[0],), Surety.SURE)
    return Reply(told, found.surety, found.unknown)


def _all_of(found: Sequence[Asking]) -> Asking:
    """What several questions are about together: of two things none is the one that answers."""
    if len(found) == 1:
        return found[0]
    known = [each for each in found if each.surety is not Surety.ABSENT]
    best = dict.fromkeys(each.places[0] for each in known if each.places)
    others = (place for each in known for place in each.places[1:])
    places = tuple(dict.fromkeys((*best, *others)))[:MOST_NEAR]
    unknown = tuple(dict.fromkeys(word for each in found for word in each.unknown))
    pages = {_page(place) for place in best}
    if len(pages) == 1 and len(known) == len(found) and places:
        sure = any(each.surety is Surety.SURE for each in found)
        return Asking((pages.pop(), *places[1:]), Surety.SURE if sure else Surety.NEAREST)
    return Asking(places, Surety.NEAREST if known else Surety.ABSENT, unknown)


def _page(place: str) -> str:
    """The page that ``place`` is a part of."""
    kind, _, name = place.partition(":")
    return f"{PAGE}:{name.partition('/')[0]}" if kind == PART else place


def distance(reader: Reader, asker: Asker) -> Callable[[str], Far]:
    """How far a place is from who asks: a step of a route that is not theirs is far."""

    def far(place: str) -> Far:
        kind, _, name = place.partition(":")
        if kind != "stap":
            return Far.OWN
        return asker.far(route_reach(reader.library, reader.at(name)[0]))

    return far
