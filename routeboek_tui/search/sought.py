"""What a question seeks inside a text: its telling words, and how much each of them counts."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from math import fsum
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from routeboek_tui.library.language import Seeking
from routeboek_tui.library.numerals import LOOSE
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.attribute import shows
from routeboek_tui.search.index import Index
from routeboek_tui.search.pointed import ANYTHING, asks_of
from routeboek_tui.search.query import Query, query_of
from routeboek_tui.search.question import part_meant
from routeboek_tui.search.subject import in_our_words, without_asker
from routeboek_tui.search.words import Stems, stem
from routeboek_tui.text.characters import plain
from routeboek_tui.text.sentence import sentences

TELLING = 2
"""Words of a question one of which must stand in what it is about."""

Mark: TypeAlias = tuple[int, int]
"""Where a word that is sought begins and ends in a text."""

_NUMBER = re.compile(r"\d+")
_ADDRESS = re.compile(r"\S@\S|\w\.(?:nl|pdf)\b|\d{3,}[- ]?\d{4}")

_YEAR = re.compile(r"\b20[0-9]{2}\b")
_BEGINS = re.compile(r"[0-9]-(20[0-9]{2}) t/m ")
"""The year in which a period begins."""

MEANT = 0.5
"""What a word counts that may be meant, such as a compound of what was typed."""

TOLD, ASKED = 0.35, 0.7
"""What a word of the story counts, and one of another question, where one of its own counts 1."""


CASE = 0.15
"""What a word of the case counts in which it is asked."""


class Sought(Struct, frozen=True):
    """``worth`` is how much each stem counts, ``stems`` what tells the stems of a text.

    ``own`` are the stems of the words themselves, without those that may be meant by them, and
    ``untold`` the ways in which a text says that no source tells it.
    ``amount`` says that the question asks how much, how long or when, ``figure`` that it asks for a
    number and nothing else, ``address`` that it asks where to write, to call or to look. ``part``
    is the part of a tafel that it asks for, ``each`` what is sought by each of several questions.
    ``asks`` are what it asks of something, keys of ``of_it`` in ``seeking``.
    """

    question: str = ""
    worth: Mapping[str, float] = field(default_factory=dict)
    stems: Stems = field(default_factory=Stems)
    own: frozenset[str] = frozenset()
    untold: tuple[str, ...] = ()
    amount: bool = False
    figure: bool = False
    address: bool = False
    part: str = ""
    each: tuple["Sought", ...] = ()
    asks: tuple[str, ...] = ()
    seeking: Seeking | None = None

    @classmethod
    def of(
        cls,
        index: Index,
        question: str,
        story: str = "",
        each: Sequence[str] = (),
        less: float = TOLD,
    ) -> "Sought":
        """What ``question`` seeks in texts that ``index`` knows, where ``story`` tells more.

        ``each`` are the questions of which it is made, where they are several; ``less`` is what
        a word of the story counts.
        """
        seeking = index.seeking
        said = in_our_words(without_asker(question, seeking), seeking)
        query = query_of(f"{said} ", seeking)
        words = tuple(w for w in query.words if w not in seeking.little) or query.words
        found = index.sought(Query(words)) if words else {}
        own = frozenset(index.words.get(word) or stem(word) for word in words)
        worth = {root: each * (1.0 if root in own else MEANT) for root, each in found.items()}
        if story and story != question:
            # Of a long story the last sentences count: what is asked is asked in the end.
            told = cls.of(index, " ".join(reversed(sentences(story))))
            worth = {**{root: less * each for root, each in told.worth.items()}, **worth}
        asked = plain(question[:1000])
        ways = (seeking.amount, seeking.figure, seeking.address)
        amount, figure, address = (bool(pattern(each).search(asked)) for each in ways)
        stems, untold = index.stems, seeking.untold
        return cls(
            story or question, worth, stems, own, untold, amount, figure, address,
            part_meant(index, question), tuple(cls._one(index, part, question) for part in each),
        )  # fmt: skip

    @classmethod
    def _one(cls, index: Index, part: str, question: str) -> "Sought":
        """What one of several questions seeks; one that says little is about what they all tell."""
        if leans(index, part):
            return cls.of(index, part, question, less=ASKED)
        return cls.of(index, part)

    def without(self, text: str) -> "Sought":
        """The same without the words of ``text``, unless nothing is left then."""
        gone = {root for root, _, _ in self.stems.of(text)}
        worth = {root: each for root, each in self.worth.items() if root not in gone}
        parts = tuple(part.without(text) for part in self.each)
        return replace(self, worth=worth, own=self.own - gone, each=parts) if worth else self

    def roots(self, text: str) -> frozenset[str]:
        """Which of the stems that are sought stand in ``text``, which is of the guide."""
        return self.stems.within(text).intersection(self.worth)

    def marks(self, text: str) -> tuple[Mark, ...]:
        """Where the words that are sought stand in ``text``, which is of the guide."""
        found = self.stems.inside(text)
        return tuple((start, end) for root, start, end in found if root in self.worth)

    def within(self, index: Index, case: str) -> "Sought":
        """The same with the words of the ``case`` in which it is asked, which count little."""
        told = Sought.of(index, case).worth if case else {}
        worth = {root: CASE * each for root, each in told.items()}
        return replace(self, worth={**worth, **self.worth})

    def asking(self, index: Index) -> "Sought":
        """The same with what each of its questions asks of something, or what it begins with."""
        seeking, said = index.seeking, plain(self.question)
        named = (ask for ask in seeking.of_it if said.startswith(f"{ask} "))
        found = dict.fromkeys((*named, *asks_of(said, seeking)))
        asks = tuple(ask for ask in found if seeking.shows.get(ask) != ANYTHING)
        return replace(self, asks=asks, seeking=seeking)

    def shown(self, text: str) -> bool:
        """Whether ``text`` tells one of the things that are asked of something."""
        seeking = self.seeking
        return seeking is not None and any(shows(ask, text, seeking) for ask in self.asks)

    def wanted(self, text: str) -> bool:
        """Whether ``text`` has a number or an address, where the question asks for that."""
        return (self.amount and _has_number(text)) or self.addressed(text)

    def addressed(self, text: str) -> bool:
        """Whether ``text`` has an address, where the question asks for one."""
        return self.address and bool(_ADDRESS.search(text))

    def begins(self, text: str) -> bool:
        """Whether a period in ``text`` begins in a year that the question names.

        A holiday belongs to the year in which it begins, whatever school year that is in.
        """
        years = _YEAR.findall(self.question)
        return bool(years) and not set(years).isdisjoint(_BEGINS.findall(text))

    def given(self, text: str) -> bool:
        """Whether ``text`` has every number and address that the question asks for.

        That no source tells it is an answer too.
        """
        if self.denied(text):
            return True
        number = not self.figure or _has_number(text)
        return number and (not self.address or bool(_ADDRESS.search(text)))

    def denied(self, text: str) -> bool:
        """Whether ``text`` says that no source tells something."""
        return bool(pattern(self.untold).search(plain(text)))

    def about(self, text: str) -> bool:
        """Whether one of the most telling words of the question stands in a guide's ``text``."""
        first = sorted(self.own & self.worth.keys(), key=lambda root: -self.worth[root])[:TELLING]
        return not first or not self.stems.within(text).isdisjoint(first)

    def weigh(self, roots: Collection[str]) -> float:
        """How much these stems count together."""
        return fsum(map(self.worth.__getitem__, roots)) if roots else 0.0


def leans(index: Index, question: str) -> bool:
    """Whether ``question`` says too little to be about something by itself, as "en wie?" does."""
    return len(telling(index, question)) < TELLING


def telling(index: Index, question: str) -> list[str]:
    """The words of ``question`` that say something of what it is about."""
    seeking = index.seeking
    words = query_of(f"{without_asker(question, seeking)} ", seeking).words
    if seeking.stop.issuperset(words):
        return []
    return [word for word in words if word not in seeking.little and not word.isdigit()]


@lru_cache(maxsize=8_000)
def _has_number(text: str) -> bool:
    return bool(_NUMBER.search(text) or LOOSE.search(text))
