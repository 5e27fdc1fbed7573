"""What a question seeks inside a text: its telling words, and how much each of them counts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from routeboek_tui.library.numerals import LOOSE
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.index import Index
from routeboek_tui.search.query import Query, query_of
from routeboek_tui.search.words import places, stem
from routeboek_tui.text.characters import plain

Mark: TypeAlias = tuple[int, int]
"""Where a word that is sought begins and ends in a text."""

_NUMBER = re.compile(r"\d+")
_ADDRESS = re.compile(r"\S@\S|\w\.(?:nl|pdf)\b|\d{3,}[- ]?\d{4}")
_UNTOLD = re.compile(
    r"staat niet|noem(?:t|en) (?:geen|het niet)|zeg(?:t|gen) .{0,12}niet|geen termijn",
    re.IGNORECASE,
)

MEANT = 0.5
"""What a word counts that may be meant, such as a compound of what was typed."""


class Sought(Struct, frozen=True):
    """``meant`` is for every word what it may stand for, and how much each of these stems counts.

    ``worth`` is that for all of them; ``stems`` the stem of every word of the guide.

    ``own`` are the stems of the words themselves, without those that may be meant by them.
    ``amount`` says that the question asks how much, how long or when, ``figure`` that it asks for a
    number and nothing else, ``address`` that it asks where to write, to call or to look.
    """

    question: str = ""
    meant: tuple[Mapping[str, float], ...] = ()
    worth: Mapping[str, float] = field(default_factory=dict)
    stems: Mapping[str, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    amount: bool = False
    figure: bool = False
    address: bool = False

    @classmethod
    def of(cls, index: Index, question: str) -> "Sought":
        """What ``question`` seeks in texts that ``index`` knows."""
        seeking = index.seeking
        query = query_of(f"{question} ", seeking)
        words = tuple(w for w in query.words if w not in seeking.little) or query.words
        own = frozenset(index.words.get(word) or stem(word) for word in words)
        meant = tuple(
            {root: sure * (1.0 if root in own else MEANT) for root, sure in found.items()}
            for found in index.meant(Query(words))
        )
        asked = plain(question[:1000])
        ways = (seeking.amount, seeking.figure, seeking.address)
        amount, figure, address = (bool(pattern(each).search(asked)) for each in ways)
        return cls(question, meant, _worth(meant), index.words, own, amount, figure, address)

    def without(self, text: str) -> "Sought":
        """The same without the words of ``text``, unless nothing is left then."""
        gone = {self.stems.get(word) or stem(word) for word, _, _ in places(text)}
        left = tuple({root: m[root] for root in m if root not in gone} for m in self.meant)
        meant = tuple(filter(None, left))
        if not meant:
            return self
        return replace(self, meant=meant, worth=_worth(meant), own=self.own - gone)

    def roots(self, text: str) -> frozenset[str]:
        """Which of the stems that are sought stand in ``text``."""
        return frozenset(root for root, _ in self._found(text))

    def marks(self, text: str) -> tuple[Mark, ...]:
        """Where the words that are sought stand in ``text``."""
        return tuple(mark for _, mark in self._found(text))

    def wanted(self, text: str) -> bool:
        """Whether ``text`` has a number or an address, where the question asks for that."""
        return (self.amount and bool(_NUMBER.search(text))) or (
            self.address and bool(_ADDRESS.search(text))
        )

    def given(self, text: str) -> bool:
        """Whether ``text`` has every number and address that the question asks for.

        That no source tells it is an answer too.
        """
        if _UNTOLD.search(text):
            return True
        number = not self.figure or bool(_NUMBER.search(text) or LOOSE.search(text))
        return number and (not self.address or bool(_ADDRESS.search(text)))

    def weigh(self, roots: Iterable[str]) -> float:
        """How much these stems count together: a word counts once, however often it is meant."""
        there = frozenset(roots)
        return sum(
            max((found[root] for root in there & found.keys()), default=0.0) for found in self.meant
        )

    def _found(self, text: str) -> Iterator[tuple[str, Mark]]:
        for word, start, end in places(text):
            root = self.stems.get(word) or stem(word)
            if root in self.worth:
                yield root, (start, end)


def _worth(meant: Iterable[Mapping[str, float]]) -> dict[str, float]:
    worth: dict[str, float] = {}
    for found in meant:
        for root, each in found.items():
            worth[root] = max(worth.get(root, 0.0), each)
    return worth
