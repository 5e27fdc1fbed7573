"""A question as it was put: what it asks, which places it is about, and what each of them says."""

import re
from collections.abc import Sequence
from enum import Enum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.enquiry.page_answer import whole
from routeboek_tui.conversation.enquiry.passage_view import PassageView, passage_view
from routeboek_tui.conversation.questions import is_question
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.core.address import PAGE, PART, Address
from routeboek_tui.library.language import Language
from routeboek_tui.library.sentences import ASKED
from routeboek_tui.library.ways import source
from routeboek_tui.search.asking import about
from routeboek_tui.search.compiled import ear
from routeboek_tui.search.index import Index
from routeboek_tui.search.question import named
from routeboek_tui.search.sought import TELLING, Sought, leans, telling
from routeboek_tui.text.sentence import sentences

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
    question that stand nowhere in the guide. ``named`` says that it names every one of them: the
    one that says something to who asks is meant.
    """

    places: tuple[str, ...]
    surety: Surety
    unknown: tuple[str, ...] = ()
    named: bool = False


class Enquiry(Struct, frozen=True, dict=True):
    """What ``reader`` asks; ``page`` is a page of the book that the question seems to name.

    ``case`` are words of the case in which it is asked: of what fits as well, what is of the case
    goes first. What is found on it is found once, and every place looked at once.
    """

    reader: Reader
    index: Index
    question: str
    page: str = ""
    case: str = ""

    @cached_property
    def about(self) -> Asking:
        """The places it is about; a question that says too little is about what the story tells."""
        every = self._parts if self._parts[1:] else [self.asked]
        # Of several questions one that says too little is about what the others are about.
        parts = [each for each in every if not leans(self.index, each)] if every[1:] else every
        found = _all_of([asking(self.index, e, self.page, self.question) for e in parts or every])
        if len(parts) == len(every):
            return found
        # What leans on it asks for another part of the page: all of that is looked at.
        return replace(found, places=tuple(dict.fromkeys(map(_page, found.places))))

    @cached_property
    def asks(self) -> bool:
        """Whether it asks something, and is not only words to search for."""
        return is_question(self.question, self.reader.library.language)

    @cached_property
    def asked(self) -> str:
        """What a story asks, without the rest; with what stands before it if it says too little."""
        asked, told = " ".join(self._parts), sentences(self.question)
        at = told.index(self._parts[0]) if self._parts[0] in told else 0
        # What says nothing at all, such as "wat nu?", asks for advice and not for a page.
        leaning = 0 < len(telling(self.index, asked)) < TELLING
        return f"{told[at - 1]} {asked}" if at and leaning else asked

    @cached_property
    def sought(self) -> Sought:
        """What is sought in the places."""
        parts = self._parts
        each = [one for one in parts if not any(one != part and part in one for part in parts)]
        found = Sought.of(self.index, self.asked, self.question, each if len(each) > 1 else ())
        return found.within(self.index, self.case).asking(self.index)

    def view(self, place: str) -> PassageView:
        """What ``place`` says on it, for who asks.

        :raises KeyError: when there is no such place
        """
        if (found := self._views.get(place)) is None:
            found = self._views[place] = passage_view(self.reader, place, self.sought)
        return found

    def whole(self, view: PassageView) -> tuple[str, ...]:
        """All that stands at the place of ``view``, for who asks."""
        if (found := self._wholes.get(view.place)) is None:
            page = self.reader.library.pages.get(view.place.removeprefix(f"{PAGE}:"))
            found = tuple(whole(self.reader, page, self.question)) if page else view.short
            self._wholes[view.place] = found
        return found

    @cached_property
    def _parts(self) -> list[str]:
        return asked_in(self.question, self.reader.library.language)

    @cached_property
    def _views(self) -> dict[str, PassageView]:
        return {}

    @cached_property
    def _wholes(self) -> dict[str, tuple[str, ...]]:
        return {}


def asked_in(question: str, language: Language) -> list[str]:
    """What a story asks: each question in it, or all of it where none is.

    Of two questions in one sentence the sentence comes first.
    """
    every = sentences(question)
    asked = [each for each in every if is_question(each, language)]
    if not asked:
        return [question]
    joint = re.compile(rf",? en (?={source(language.seeking.second_question)})", re.IGNORECASE)
    return [part for each in asked for part in dict.fromkeys((each, *joint.split(each)))]


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
        others = (place for place in places[1:] if _page(place) not in pages)
        return Asking((*pages, *others), Surety.SURE if sure else Surety.NEAREST)
    return Asking(places, Surety.NEAREST if known else Surety.ABSENT, unknown)


def _page(place: str) -> str:
    """The page that ``place`` is a part of."""
    at = Address.read(place)
    return f"{PAGE}:{at.holder}" if at.kind == PART else place
