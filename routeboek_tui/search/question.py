"""The answer to a question typed in a conversation: one passage when sure, else the nearest."""

import re
from collections.abc import Iterable
from functools import lru_cache

from routeboek_tui.library.ways import source
from routeboek_tui.search.index import Hit, Index
from routeboek_tui.search.passages import PAGE, PART
from routeboek_tui.search.query import Query, query_of
from routeboek_tui.search.subject import part_asked
from routeboek_tui.text.characters import plain, undotted

MOST_NEAR = 3
"""Passages that are offered when none is sure."""

CLEARLY = 1.5
"""How many times as well the best must fit as the next one to be the answer."""

MOSTLY = 0.9
"""From 0 to 1: how much of the question a sure answer must hold."""


@lru_cache(maxsize=4)
def _around(opening: tuple[str, ...], closing: tuple[str, ...]) -> re.Pattern[str]:
    """What stands before and after what a question is about."""
    return re.compile(rf"^(?:{source(opening)})+(?=\w)|(?: {source(closing)})+$")


def answer(index: Index, question: str) -> Hit | tuple[Hit, ...]:
    """The passage that answers ``question``, or the nearest few, possibly none.

    A question that names a page gets that page; one that asks who sits at a tafel, or how
    to bring a pupil there, gets that part of its page.
    """
    words = plain(undotted(question[:1000]))
    seeking = index.seeking
    part = part_asked(words, seeking)
    rest = _around(seeking.opening, seeking.closing).sub("", words) or words
    query = query_of(f"{rest} ", seeking)
    if seeking.stop.issuperset(query.words):
        return ()
    places = _parts(index, query, part) if part else ()
    if not places and len(query.words) == sum(
        word not in seeking.articles for word in rest.split()
    ):
        places = _named(index, query)
    if places:
        found = tuple(index.hit(place, 0.0, {}) for place in places[:MOST_NEAR])
        return found[0] if len(found) == 1 else found
    hits = tuple(index.find(f"{rest} ", MOST_NEAR))
    if not hits:
        return ()
    covered = index.found(query).covered.get(index.place(hits[0].passage.id) or 0, 0.0)
    alone = len(hits) == 1 or hits[0].score >= CLEARLY * hits[1].score
    return hits[0] if alone and covered >= MOSTLY else hits


def _named(index: Index, query: Query) -> tuple[int, ...]:
    """The pages that the whole query is a name of."""
    found = (
        place
        for place, size in index.named(query)
        if size == len(query.words) and index.passages[place].kind == PAGE
    )
    return tuple(dict.fromkeys(found))


def _parts(index: Index, query: Query, part: str) -> tuple[int, ...]:
    """This part of the tafels that the query names, or of the one that fits it best."""
    named = [(size, place) for place, size in index.named(query)]
    longest = max((size for size, _ in named), default=0)
    ids = [index.passages[place].id for size, place in named if size == longest]
    if not (found := _parts_of(index, ids, part)):
        telling = " ".join(word for word in query.words if word not in index.seeking.about_a_table)
        best = index.find(f"{telling} ", 1, kinds=(PAGE,))
        found = _parts_of(index, [hit.passage.id for hit in best], part)
    return found


def _parts_of(index: Index, pages: Iterable[str], part: str) -> tuple[int, ...]:
    names = (page.partition(":")[2] for page in dict.fromkeys(pages))
    places = (index.place(f"{PART}:{name}/{part}") for name in names)
    return tuple(place for place in places if place is not None)
