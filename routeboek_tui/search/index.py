"""The index over all passages: which of them fits a query best.

Words weigh by BM25: rare words more, repeated words less and less. A word in a title or a
name weighs more than one in the text, and a query that is a name finds what has that name.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import pairwise
from math import log
from typing import TypeAlias

from msgspec import Struct

from routeboek_tui.core import address as kinds_of
from routeboek_tui.core.address import Address
from routeboek_tui.library.language import Seeking
from routeboek_tui.search.meaning import Vocabulary
from routeboek_tui.search.passages import Passage
from routeboek_tui.search.query import MOST_LETTERS, Query, query_of
from routeboek_tui.search.subject import FIRST, WRITTEN, part_asked
from routeboek_tui.search.words import Stems, places, stem
from routeboek_tui.text.characters import plain

K1, B = 1.2, 0.5
"""How soon a repeated word stops counting, and how much a long text is held against a word."""

ALSO = 0.5
"""What a word counts that is not shown, where one in the text counts 1."""

TITLE, NAME = 2.6, 3.0
"""What a word in a title or a name of one word adds to its weight."""

NAMED = 1.5
"""What a name adds, per word of it, when it is the whole query; less when it is a part."""

TITLED = 0.95
"""What a passage counts that is called in full what was typed, beside the best one."""

LONGEST_NAME = 6
"""Words of the longest name that is recognised in a query."""

PAIR = 0.9
"""How surely, from 0 to 1, two words stand for the one word they are together."""

SCALE = 100
"""Weights are kept as whole numbers, this many times as large."""

LIKELY = {
    kinds_of.PAGE: 1.15, kinds_of.STEP: 1.0, kinds_of.PART: 0.9, kinds_of.LETTER: 0.85,
    kinds_of.PAPER: 0.8, kinds_of.CONFLICT: 0.8, kinds_of.FACT: 0.7,
}  # fmt: skip
"""How likely each kind of passage is what one looks for."""

KEPT = 64
"""Meanings of a word whose passages are kept: a line that is typed is sought with every letter."""

_ARTICLE = re.compile("[0-9]+[a-z]?")
_ARTICLES = re.compile(
    r"\bart(?:ikel(?:en)?|\.)? ((?:[0-9]+[a-z]?(?:, | en | tot en met | tot | of )?)+)",
    re.IGNORECASE,
)

Posting: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]
"""The places in ``Index.passages`` of those with a stem, and what it weighs in each."""

_Weighed: TypeAlias = tuple[float, list[tuple[int, float, float]]]
"""How rare a word is, and for each place what that gives it, and how much of it stands there."""


class Hit(Struct, frozen=True):
    """A passage that fits, and how well."""

    passage: Passage
    score: float


class _Reading(Struct, frozen=True):
    """What each word of a query can stand for, and the stem of each two words as one, or ""."""

    meanings: Sequence[dict[str, float]]
    pairs: Sequence[str]


class Index(Struct, frozen=True, dict=True):
    """Passages with an index over their words. Only plain values, so that it can be kept.

    ``words`` holds every word with its stem; ``names`` the places of what is called so; ``seeking``
    the words of Dutch that a search knows.
    """

    passages: tuple[Passage, ...]
    words: Mapping[str, str]
    postings: Mapping[str, Posting]
    names: Mapping[str, tuple[int, ...]]
    seeking: Seeking

    @classmethod
    def of(cls, passages: Iterable[Passage], seeking: Seeking) -> "Index":
        """The index over ``passages``."""
        every = tuple(passages)
        words: dict[str, str] = {}
        names: dict[str, set[int]] = {}
        texts = [_roots(each.text, words) for each in every]
        average = sum(map(len, texts)) / len(texts) if texts else 1.0
        found: dict[str, tuple[list[int], list[int]]] = {}
        for place, (passage, text) in enumerate(zip(every, texts, strict=True)):
            weights = _weights(passage, text, len(text) / (average or 1.0), words, seeking)
            for root, weight in weights.items():
                at, worth = found.setdefault(root, ([], []))
                at.append(place)
                worth.append(round(weight * SCALE))
            for name in (passage.title, *passage.names):
                if key := " ".join(_telling(name, words, seeking)):
                    names.setdefault(key, set()).add(place)
        return cls(
            every,
            words,
            {root: (tuple(at), tuple(worth)) for root, (at, worth) in found.items()},
            {key: tuple(sorted(at)) for key, at in names.items()},
            seeking,
        )

    def find(
        self, query: str, limit: int = 10, *, flow: str = "", kinds: Collection[str] = ()
    ) -> list[Hit]:
        """The passages that fit ``query``, the best first; none when there is too little of it.

        :param flow: leave out the steps of every other flow
        :param kinds: only these kinds of passage; empty is all
        """
        scores = self._scores(asked := query_of(query, self.seeking))
        if part := part_asked(query[:MOST_LETTERS], self.seeking):
            self._add_part(asked, part, scores)
        if self.seeking.writing.intersection(asked.words):
            self._prefer_writing(scores)
        self._add_titled(plain(query[:MOST_LETTERS]), scores)
        if flow or kinds:
            every = self.passages
            scores = {p: s for p, s in scores.items() if self._wanted(every[p], flow, kinds)}
        wanted = ((score, -place) for place, score in scores.items())
        hits: list[Hit] = []
        seen = set()
        # Editions of a route share texts: one of them is enough.
        for score, place in nlargest(limit * 4, wanted):
            passage = self.passages[-place]
            if (passage.title, passage.text) not in seen:
                seen.add((passage.title, passage.text))
                hits.append(Hit(passage, round(score, 3)))
            if len(hits) == limit:
                break
        return hits

    def named(self, query: Query) -> Iterator[tuple[int, int]]:
        """Every place with a name that ``query`` holds, and how many words that name has."""
        for key, size, _ in self._spans(self._reading(query)):
            yield from ((place, size) for place in self.names[key])

    def roots_of(self, word: str) -> list[str]:
        """The stem of ``word``, which is plain; of one that is not known those one slip away."""
        root = self._vocabulary.root(word)
        return [root] if root else [self.words[each] for each in self._vocabulary.near(word, 1)]

    @cached_property
    def used_at(self) -> Callable[[str], frozenset[str]]:
        """Where a stem is used: the pages it stands on, and the other places."""
        return lru_cache(KEPT)(self._used_at)

    def _used_at(self, root: str) -> frozenset[str]:
        places, _ = self.postings.get(root, ((), ()))
        named = (Address.read(self.passages[place].id) for place in places)
        inside = {kinds_of.PAGE, kinds_of.PART}
        return frozenset(at.holder if at.kind in inside else at.name for at in named)

    @cached_property
    def pages(self) -> frozenset[str]:
        """The names of the pages of the book."""
        named = (Address.read(passage.id) for passage in self.passages)
        return frozenset(at.name for at in named if at.kind == kinds_of.PAGE)

    def place(self, passage_id: str) -> int | None:
        """Where the passage with this id stands, if it is there."""
        return self._places.get(passage_id)

    def sought(self, query: Query) -> dict[str, float]:
        """Every stem that ``query`` can mean, with how much it tells."""
        sought: dict[str, float] = {}
        for roots in self._reading(query).meanings:
            rarity = self._rarity(roots)
            for root, sure in roots.items():
                sought[root] = max(sought.get(root, 0.0), sure * rarity)
        return sought

    def _scores(self, query: Query) -> dict[int, float]:
        """The score of every passage that holds something of ``query``."""
        reading = self._reading(query)
        scores: dict[int, float] = defaultdict(float)
        covered: dict[int, float] = defaultdict(float)
        weighed = [self._weighed(tuple(roots.items())) for roots in reading.meanings]
        for _, fitting in weighed:
            for place, worth, sure in fitting:
                scores[place] += worth
                covered[place] += sure
        worths = [rarity for rarity, _ in weighed]
        total = sum(worths)
        for place, sure in covered.items():
            scores[place] *= (sure / total) ** 2 * self._likely[place]
        self._add_names(reading, worths, scores)
        return scores

    def _weigh(self, roots: tuple[tuple[str, float], ...]) -> _Weighed:
        """What a word that can stand for ``roots`` tells of each passage."""
        rarity = self._rarity(dict(roots))
        best: dict[int, tuple[float, float]] = {}
        for root, sure in roots:
            for place, weight in zip(*self.postings[root], strict=True):
                worth = sure * weight
                if place not in best or worth > best[place][0]:
                    best[place] = worth, sure
        share = rarity / SCALE
        return rarity, [(p, worth * share, sure * rarity) for p, (worth, sure) in best.items()]

    def _add_part(self, query: Query, part: str, scores: dict[int, float]) -> None:
        """Put this part of a tafel first, when all that the query says is what tafel."""
        telling = tuple(word for word in query.words if word not in self.seeking.about_a_table)
        if len(telling) in {0, len(query.words)}:
            return
        most = max(scores.values(), default=0.0)
        for place, size in self.named(Query(telling)):
            page = Address.read(self.passages[place].id).name
            if size == len(telling) and (of := self.place(f"{kinds_of.PART}:{page}/{part}")):
                scores[of] = max(scores.get(of, 0.0), most * FIRST)

    def _add_titled(self, title: str, scores: dict[int, float]) -> None:
        """Put what is called just as was typed near the first: a long title is no name."""
        if len(title.split()) > LONGEST_NAME:
            most = max(scores.values(), default=0.0)
            for place in self._titles.get(title, ()):
                scores[place] = max(scores.get(place, 0.0), most * TITLED)

    @cached_property
    def _titles(self) -> dict[str, list[int]]:
        """The places by what they are called in full."""
        found: dict[str, list[int]] = {}
        for place, passage in enumerate(self.passages):
            found.setdefault(plain(passage.title), []).append(place)
        return found

    def _prefer_writing(self, scores: dict[int, float]) -> None:
        """Let what is written to somebody count for more than what tells of it."""
        for place in scores:
            if self.passages[place].kind in {kinds_of.LETTER, kinds_of.PAPER}:
                scores[place] *= WRITTEN

    def _add_names(
        self, reading: _Reading, worths: Sequence[float], scores: dict[int, float]
    ) -> None:
        """Add to the scores of what has a name that the query holds."""
        bonus: dict[int, float] = {}
        for key, size, start in self._spans(reading):
            worth = NAMED * sum(worths[start : start + size]) * (size / len(worths)) ** 2
            for place in self.names[key]:
                bonus[place] = max(bonus.get(place, 0.0), worth * self._likely[place])
        for place, worth in bonus.items():
            scores[place] = scores.get(place, 0.0) + worth

    def _spans(self, reading: _Reading) -> Iterator[tuple[str, int, int]]:
        """The names that stand in a query: key, number of words, and first word."""
        roots = [max(each, key=each.__getitem__, default="") for each in reading.meanings]
        for start in range(len(roots)):
            for end in range(start + 1, min(start + LONGEST_NAME, len(roots)) + 1):
                key = " ".join(roots[start:end])
                if key in self.names:
                    yield key, end - start, start
        yield from ((pair, 2, n) for n, pair in enumerate(reading.pairs) if pair in self.names)

    def _reading(self, query: Query) -> _Reading:
        """What the words of a query can stand for, also each two of them written as one."""
        known = self._vocabulary
        words = [part for word in query.words for part in known.apart(word)]
        pairs = [known.joined(first, second) for first, second in pairwise(words)]
        meanings = []
        for number, word in enumerate(words):
            found = dict(known.meanings(word, query.typing and number == len(words) - 1))
            for pair in pairs[max(0, number - 1) : number + 1]:
                if pair:
                    found.setdefault(pair, PAIR)
            meanings.append(found)
        often = Counter(root for found in meanings for root in found)
        for found in meanings:
            # What two words of the query hold parts of is the compound of both.
            found.update((root, max(PAIR, found[root])) for root in list(found) if often[root] > 1)
        return _Reading(meanings, pairs)

    def _rarity(self, roots: Mapping[str, float]) -> float:
        """How much a word tells: more when fewer passages hold it."""
        count = len(self.passages)
        holding = min(count, sum(len(self.postings[root][0]) * s for root, s in roots.items()))
        return log(1 + (count - holding + 0.5) / (holding + 0.5))

    @staticmethod
    def _wanted(passage: Passage, flow: str, kinds: Collection[str]) -> bool:
        elsewhere = flow and passage.route and passage.route != flow
        return not elsewhere and (not kinds or passage.kind in kinds)

    @cached_property
    def articles(self) -> frozenset[str]:
        """The numbers of the articles of laws that the guide tells of."""
        return frozenset(
            number
            for passage in self.passages
            for named in _ARTICLES.findall(" ".join((passage.title, *passage.names, passage.text)))
            for number in _ARTICLE.findall(named.casefold())
        )

    @cached_property
    def stems(self) -> Stems:
        """The stems of words and texts of the guide."""
        return Stems(self.words)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self.words, self.postings)

    @cached_property
    def _weighed(self) -> Callable[[tuple[tuple[str, float], ...]], _Weighed]:
        return lru_cache(KEPT)(self._weigh)

    @cached_property
    def _likely(self) -> list[float]:
        return [LIKELY.get(passage.kind, 1.0) for passage in self.passages]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {passage.id: place for place, passage in enumerate(self.passages)}


def _roots(text: str, words: dict[str, str]) -> list[str]:
    """The stems of the words of ``text``, each kept in ``words``."""
    return _kept([word for word, _, _ in places(text)], words)


def _telling(text: str, words: dict[str, str], seeking: Seeking) -> list[str]:
    """The stems of the words of ``text`` that say something; of all if none does."""
    found = [word for word, _, _ in places(text)]
    return _kept([word for word in found if word not in seeking.stop] or found, words)


def _kept(found: Sequence[str], words: dict[str, str]) -> list[str]:
    for word in found:
        if word not in words:
            words[word] = stem(word)
    return [words[word] for word in found]


def _weights(
    passage: Passage, text: Sequence[str], length: float, words: dict[str, str], seeking: Seeking
) -> dict[str, float]:
    """What every stem of a passage weighs, before it is known how rare it is."""
    counts: dict[str, float] = dict(Counter(text))
    for root in set(_roots(passage.also, words)):
        counts[root] = counts.get(root, 0.0) + ALSO
    slow = K1 * (1 - B + B * length)
    weights = {root: count * (K1 + 1) / (count + slow) for root, count in counts.items()}
    heads: dict[str, float] = {}
    for worth, names in ((TITLE, (passage.title,)), (NAME, passage.names)):
        for name in names:
            roots = set(_telling(name, words, seeking))
            for root in roots:
                heads[root] = max(heads.get(root, 0.0), worth / (0.7 + 0.3 * len(roots)))
    for root, worth in heads.items():
        weights[root] = weights.get(root, 0.0) + worth
    return weights
