"""What a question asks of something that it only points to, such as "wie beslist daar?"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from routeboek_tui.core.address import PAGE
from routeboek_tui.library.language import Seeking
from routeboek_tui.library.ways import pattern, source
from routeboek_tui.search.index import Index
from routeboek_tui.search.query import Query
from routeboek_tui.search.subject import unfilled
from routeboek_tui.text.characters import plain, words_in

BESIDE = 1
"""Words beside what points and what is asked, that may say something else."""

ANYTHING = ("*",)
"""Whatever is told of a thing shows what is asked of it."""

MOST_LETTERS = 300
"""A longer question says itself what it is about."""


class Pointed(Struct, frozen=True):
    """What is asked of something.

    ``asks`` are keys of ``Seeking.of_it``, each once; ``nouns`` the words for the kind of what is
    pointed to, such as "overleg" in "dat overleg". ``rest`` are the questions beside it that ask
    something else of the case.
    """

    asks: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


def pointed(index: Index, question: str, where: str = "") -> Pointed:
    """What ``question`` asks of what it points to; nothing where it names what it is about.

    ``where`` are the names in it that say for whom it is asked.
    """
    seeking, whose = index.seeking, frozenset(words_in(where))
    asks: dict[str, None] = {}
    nouns: dict[str, None] = {}
    rest: list[str] = []
    named = False
    for clause in asked_clauses(question[:MOST_LETTERS], seeking):
        said = _bare(clause, seeking)
        ask = _asks(said, seeking) or _asks(unfilled(said, seeking), seeking)
        points = bool(pattern(seeking.references).search(said))
        nouns.update(dict.fromkeys(_nouns(said, seeking)))
        asking = whose | (_words_of(seeking.of_it[ask]) if ask else frozenset())
        bare = pattern(seeking.references).sub(" ", said)
        words = [word for word in _telling(bare, seeking) if word not in asking]
        if _names(index, words):
            if ask or not (points or " of " in f" {said} "):
                return Pointed()
            named = True
            if points and pattern(seeking.second_question).match(said):
                rest.append(clause)
            continue
        plainly = seeking.shows.get(ask) == ANYTHING
        if ask and (not words or (points and not plainly and len(words) <= BESIDE)):
            asks[ask] = None
        elif ask:
            return Pointed()
        elif pattern(seeking.second_question).match(said):
            rest.append(clause)
    # Who names something and then asks what it is, asks about that.
    of_named = named and all(seeking.shows.get(ask) == ANYTHING for ask in asks)
    if of_named or len(question) > MOST_LETTERS:
        return Pointed()
    return Pointed(tuple(asks), tuple(nouns), tuple(rest))


def asks_of(question: str, seeking: Seeking) -> Iterator[str]:
    """What each part of ``question`` asks of something: keys of ``of_it``."""
    asks = (_asks(each, seeking) for each in asked_clauses(question[:MOST_LETTERS], seeking))
    yield from filter(None, asks)


def _asks(said: str, seeking: Seeking) -> str:
    """What ``said`` asks of something: a key of ``of_it``, or ""."""
    return next((ask for ask, ways in seeking.of_it.items() if pattern(ways).search(said)), "")


def only_points(index: Index, question: str) -> bool:
    """Whether ``question`` points to something, and names no page of the book itself."""
    points = pattern(index.seeking.pointing).search(plain(question[:MOST_LETTERS]))
    return bool(points) and not names_page(index, question)


def asked_clauses(question: str, seeking: Seeking) -> Iterator[str]:
    """The parts of ``question``, without the two of which one is to be chosen."""
    joint = re.compile(rf"[,;:?.!]+\s*|\ben (?={source(seeking.second_question)})", re.IGNORECASE)
    for each in joint.split(question):
        said = plain(each)
        if said and not pattern(seeking.either_of).fullmatch(said):
            yield said


def _bare(clause: str, seeking: Seeking) -> str:
    """``clause`` without who asks it."""
    bare = pattern(seeking.asker).sub("", clause).strip()
    return bare or clause


def _nouns(said: str, seeking: Seeking) -> Iterator[str]:
    """The words for what is pointed to."""
    for first, noun in pairwise(said.split()):
        if first in seeking.this and noun in seeking.kinds:
            yield noun


@lru_cache(maxsize=64)
def _words_of(ways: tuple[str, ...]) -> frozenset[str]:
    """The words in which something is asked: what stands between them may be what it is about."""
    return frozenset(word for way in ways for word in words_in(way))


def _telling(said: str, seeking: Seeking) -> list[str]:
    little = seeking.stop | seeking.asking | seeking.small | seeking.little
    return [word for word in said.split() if word not in little and not word.isdecimal()]


def beside_pointing(index: Index, question: str) -> list[str]:
    """What ``question`` says beside what it points with and who is in every case."""
    seeking = index.seeking
    said = pattern(seeking.references).sub(" ", plain(question[:MOST_LETTERS]))
    return [word for word in _telling(said, seeking) if word not in seeking.everybody]


def names_page(index: Index, question: str) -> bool:
    """Whether ``question`` names a page of the book that is not of everybody in any case."""
    return bool(pages_named(index, question))


def pages_named(index: Index, question: str) -> frozenset[str]:
    """The places of those pages, without what it only points to: "die melding" names none."""
    return _named(index, beside_pointing(index, question))


def _names(index: Index, words: list[str]) -> bool:
    """Whether ``words`` name a page of the book."""
    return bool(_named(index, words))


def _named(index: Index, words: list[str]) -> frozenset[str]:
    """The places of the pages that ``words`` name."""
    found = index.named(Query(tuple(words))) if words else ()
    places = (index.passages[place] for place, _ in found)
    return frozenset(each.id for each in places if each.kind == PAGE)
