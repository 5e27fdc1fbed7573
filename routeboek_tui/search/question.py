"""The places that a question names: a page, or one part of a tafel."""

import re
from collections.abc import Iterable
from functools import lru_cache

from routeboek_tui.core.address import PAGE, PART, Address
from routeboek_tui.library.ways import pattern, source
from routeboek_tui.search.index import Index
from routeboek_tui.search.query import Query, query_of
from routeboek_tui.search.subject import part_asked
from routeboek_tui.text.characters import plain

PURPOSE = "doel"
"""The part of a tafel that tells what it is for."""


@lru_cache(maxsize=4)
def _around(opening: tuple[str, ...], closing: tuple[str, ...]) -> re.Pattern[str]:
    """What stands before and after what a question is about."""
    return re.compile(rf"^(?:{source(opening)})+(?=\w)|(?: {source(closing)})+$")


def named(index: Index, question: str) -> tuple[str, ...]:
    """The places that ``question`` names, as ids of passages; none where it says more than a name.

    A question that names a page gets that page; one that asks who sits at a tafel, or how
    to bring a pupil there, gets that part of its page.
    """
    words = plain(question[:1000])
    seeking = index.seeking
    part = part_meant(index, words)
    rest = _around(seeking.opening, seeking.closing).sub("", words) or words
    query = query_of(f"{rest} ", seeking)
    if seeking.stop.issuperset(query.words):
        return ()
    places = _parts(index, query, part) if part else ()
    if not places and len(query.words) == sum(
        word not in seeking.articles for word in rest.split()
    ):
        places = _named(index, query)
    return tuple(index.passages[place].id for place in places)


def part_meant(index: Index, question: str) -> str:
    """The part of a tafel that ``question`` asks for, or "".

    What a tafel is for is asked of the tafel alone: who asks what it does in some case means that.
    """
    part = part_asked(question, index.seeking)
    if part != PURPOSE:
        return part
    rest = pattern(index.seeking.parts[PURPOSE]).sub("", plain(question))
    words = query_of(f"{rest} ", index.seeking).words
    telling = Query(tuple(word for word in words if word not in index.seeking.about_a_table))
    longest = max((size for _, size in index.named(telling)), default=0)
    return part if longest == len(telling.words) else ""


def _named(index: Index, query: Query) -> tuple[int, ...]:
    """The pages that the whole query is a name of."""
    found = (
        place
        for place, size in index.named(query)
        if size == len(query.words) and index.passages[place].kind == PAGE
    )
    return tuple(dict.fromkeys(found))


def _parts(index: Index, query: Query, part: str) -> tuple[int, ...]:
    """This part of the tafels that the query names."""
    named = [(size, place) for place, size in index.named(query)]
    longest = max((size for size, _ in named), default=0)
    ids = [index.passages[place].id for size, place in named if size == longest]
    return _parts_of(index, ids, part)


def _parts_of(index: Index, pages: Iterable[str], part: str) -> tuple[int, ...]:
    names = (Address.read(page).name for page in dict.fromkeys(pages))
    places = (index.place(f"{PART}:{name}/{part}") for name in names)
    return tuple(place for place in places if place is not None)
