"""Which places of the guide a question is about: by what it sounds like, and by what it says.

The ear of questions knows what people ask and how; the index knows what stands where. Where they
agree the place is sure, if all that the question says fits there. A word that nobody used before,
in the guide or in a question, stays unknown, also where a part of it is known.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct

from routeboek_tui.core.address import LETTER, PAGE, PAPER, PART, STEP, Address
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.ear import NONE, Ear
from routeboek_tui.search.index import Index
from routeboek_tui.search.question import part_meant
from routeboek_tui.search.subject import without_asker
from routeboek_tui.text.characters import plain, words_in

MORE = 1.05
"""How many times as well a step fits as the page that fits best, where it is told beside it."""

SAYS = 0.009
"""What a point of the index counts beside what the ear hears."""

MOST = 12
"""Passages of the index that count, and places that are given."""

CLEAR, FAR = 0.06, 0.3
"""How far the best place must lie above the next one, and how well it must fit, to be sure."""

OUTRIGHT = 0.6
"""How well a place fits that answers whatever lies near it: pages can tell the same."""

NOTHING = 0.1
"""How well a place must fit to be more than the nearest one."""

NEXT = 0.04
"""How far above :data:`NONE` a next place is taken to lie where there is none."""

WORD, MOST_WORDS = 0.02, 20
"""What each word of a question adds to how well its place fits, and how many words do: a long
question fits every place less."""

STRANGE = 0.2
"""What it takes off where no word of the question is used of its place; of some words a part."""

UNANSWERED = 0.15
"""What each word takes off that stands nowhere but in questions that no page answers."""

COMMON = 8
"""Pages on which a word must stand, or about which it was asked, to fit any question."""

LEAST = 2
"""Words of a question that can be sure of a place it does not name: a word alone is sought."""

SHORTEST = 4
"""Letters of the shortest word that can be unknown."""

STORY = 0.6
"""What a story tells of its question, of all that both tell."""

MOST_LETTERS = 1_000
"""Of a longer question only the beginning is read."""


ARTICLE = frozenset(("art", "artikel"))
"""Words before the number of an article of a law."""

_YEAR = re.compile("20[0-9]{2}")


class About(Struct, frozen=True):
    """The ``places`` a question is about, best first, as ids of passages.

    A step of a route that says more of it than any page comes second. ``sure`` says that the first
    one answers it; ``known`` that the guide holds an answer at all:
    where it does not, the first place is only the nearest. ``unknown`` are words that stand nowhere
    in the guide and in no question that was asked.
    """

    places: tuple[str, ...] = ()
    sure: bool = False
    known: bool = False
    unknown: tuple[str, ...] = ()


def about(index: Index, ear: Ear, question: str, story: str = "") -> About:
    """What ``question`` is about; ``story`` is the text in which it is asked, if that is more."""
    story = without_asker(story[:MOST_LETTERS] or question[:MOST_LETTERS], index.seeking)
    question = without_asker(question[:MOST_LETTERS], index.seeking)
    words = words_in(question)
    scores, near = _scores(index, ear, story)
    told = max((page for page in scores if page in index.pages), key=scores.__getitem__, default="")
    if story != question:
        others, _ = _scores(index, ear, question)
        scores = {
            page: STORY * scores.get(page, 0.0) + (1 - STORY) * others.get(page, 0.0)
            for page in dict.fromkeys((*scores, *others))
        }
    none = scores.pop(NONE, 0.0)
    steps = [place for place in near if place.startswith(f"{STEP}:")]
    written = [place for place in near if not place.startswith(f"{STEP}:")]
    used = {word: _using(index, ear, word) for word in words if _telling(index, word)}
    ranked = sorted((page for page in scores if page in index.pages), key=lambda p: (-scores[p], p))
    unknown = tuple(word for word, pages in used.items() if not pages)
    unknown += _unheard(index, words)
    if not ranked or (used and not any(used.values())):
        return About(unknown=unknown)
    best = scores[ranked[0]] - none
    clear = best - (scores[ranked[1]] - none if len(ranked) > 1 else NEXT)
    strange = sum(ranked[0] not in pages for pages in used.values()) / max(len(used), 1)
    fit = best + WORD * min(len(words_in(story)), MOST_WORDS) - STRANGE * strange
    fit -= UNANSWERED * sum(pages == {NONE} for pages in used.values())
    places = [_place(index, page, question) for page in ranked[:MOST]]
    if index.seeking.writing.intersection(words):
        places = [*written[:1], *places]
    asked = plain(question)
    told_of = not pattern(index.seeking.not_told).search(asked)
    one = not pattern(index.seeking.compares).search(asked)
    fitting = all(len(pages) >= COMMON or ranked[0] in pages for pages in used.values())
    places[1:1] = steps[:1]
    stands_out = (clear >= CLEAR and fit >= FAR) or fit >= OUTRIGHT
    stands_out = stands_out and (story == question or told == ranked[0])
    enough = bool(used) and len(words) >= LEAST and not _unheard(index, words)
    sure = stands_out and fitting and enough and one and told_of and places[0] not in written
    known = told_of and fit >= NOTHING and (one or all(map(_written(index), used)))
    return About(tuple(dict.fromkeys(places)), sure, known, unknown)


def _scores(index: Index, ear: Ear, text: str) -> tuple[dict[str, float], list[str]]:
    """How well each page fits ``text``, with what is written of it and steps that say more."""
    words = words_in(text)
    scores, best = ear.scores(words), 0.0
    others: dict[str, float] = {}
    for hit in index.find(f"{text} ", MOST) if words else ():
        at = Address.read(hit.passage.id)
        if at.kind in {PAGE, PART}:
            page = at.holder
            said = scores.get(page, 0.0) + SAYS * hit.score
            scores[page] = max(scores.get(page, 0.0), said)
            best = best or hit.score
        elif at.kind in {LETTER, PAPER} or (at.kind == STEP and not best):
            others[hit.passage.id] = hit.score
    step = f"{STEP}:"
    near = [at for at, n in others.items() if n >= MORE * best or not at.startswith(step)]
    return scores, near


def _unheard(index: Index, words: Sequence[str]) -> tuple[str, ...]:
    """The years and the articles of a law in a question of which the guide tells nothing."""
    years = [word for word in words if _YEAR.fullmatch(word) and word not in index.words]
    articles = [
        f"{word} {number}"
        for word, number in pairwise(words)
        if word in ARTICLE and number[:1].isdigit() and number not in index.articles
    ]
    return (*years, *articles)


def _place(index: Index, page: str, question: str) -> str:
    """The page, or the part of its tafel that the question asks for."""
    part = part_meant(index, question)
    of = f"{PART}:{page}/{part}"
    return of if part and index.place(of) is not None else f"{PAGE}:{page}"


def _telling(index: Index, word: str) -> bool:
    """Whether a word says something of what a question is about."""
    seeking = index.seeking
    return len(word) >= SHORTEST and word.isalpha() and word not in seeking.stop | seeking.asking


def _written(index: Index) -> Callable[[str], bool]:
    """Whether a word stands in the guide itself: of two things that are compared both must."""
    return lambda word: bool(index.roots_of(word))


def _using(index: Index, ear: Ear, word: str) -> set[str]:
    """The pages on which a word stands, or about which it was asked."""
    return ear.using(word).union(*map(index.used_at, index.roots_of(word)))
