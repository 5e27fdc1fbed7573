"""Which signals a sentence about a pupil resembles, and how much; and whether two are in it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log

from msgspec import Struct, field

from routeboek_tui.library.language import Seeking
from routeboek_tui.library.signal import Signal, Together
from routeboek_tui.search.meaning import HEAD, SLIP, Vocabulary
from routeboek_tui.search.sentence import NUMBER, Word, words_of
from routeboek_tui.search.words import stem
from routeboek_tui.text.spelling import near

FITS = 0.24
"""From 0 to 1: how well a signal must fit to be offered."""

SOFTLY = 0.8
"""How much it counts that a sentence holds more than the signal does: 0 is not at all."""

ENOUGH = 0.5
"""The weight of the words that must be shared before a signal can fit wholly."""

SHORTEST_BEGINNING = 6
"""Letters of a known word that another one may begin with, and still be about the same."""

UNKNOWN_WORD = 0.3
"""The weight of a word that no signal knows, such as a name."""

FILLING = 0.25
"""How much of its weight a word keeps that most sentences about a pupil hold."""

DENIED = 0.2
"""How much of a word is left where one side denies it and the other does not."""

SURELY = 0.8
"""From 0 to 1: how surely a word must stand for one of a clue."""


class Fit(Struct, frozen=True):
    """How well a signal fits, from 0 to 1, and the places of the words that give it away."""

    signal: str
    score: float
    clues: frozenset[int]


class _Profile(Struct):
    """The stems of one signal: said plainly, denied, and those of each phrase and clue."""

    said: set[str] = field(default_factory=set)
    denied: set[str] = field(default_factory=set)
    phrases: list[frozenset[str]] = field(default_factory=list)
    clues: list[frozenset[str]] = field(default_factory=list)


class Signals:
    """All signals, made ready to be compared with what is typed."""

    def __init__(self, signals: Mapping[str, Signal], seeking: Seeking) -> None:
        self._signals, self._seeking = signals, seeking
        self._fillers = frozenset(map(stem, seeking.fillers))
        self._profiles = {signal.id: _profile(signal, seeking) for signal in signals.values()}
        counts = Counter(root for p in self._profiles.values() for root in p.said | p.denied)
        most = log(1 + len(signals))
        self._weights = {root: log(1 + len(signals) / n) / most for root, n in counts.items()}
        # These weigh as little as what fills a sentence, but are not left aside.
        light = (*seeking.negations, *seeking.telling_numbers)
        for root in self._weights.keys() & {*self._fillers, *map(stem, light)}:
            self._weights[root] *= FILLING
        self._weights[NUMBER] = FILLING * FILLING
        self._known = {
            word: stem(word)
            for signal in signals.values()
            for text in (*signal.phrases, *signal.words, signal.title)
            for word in (each.text for each in words_of(text, seeking))
        }
        self._vocabulary = Vocabulary(self._known, self._weights.keys())

    @classmethod
    def of(cls, signals: Mapping[str, Signal], seeking: Seeking) -> "Signals":
        """These signals made ready; the last ones are kept, for they take long to make."""
        kept = _kept.get("last")
        if kept is None or kept._signals is not signals:
            kept = _kept["last"] = cls(signals, seeking)
        return kept

    def fits(self, text: str) -> tuple[Fit, ...]:
        """The signals that ``text`` resembles, the best one first."""
        words = words_of(text, self._seeking)
        heard = [self._heard(word) for word in words]
        everything = sum(max((self._weights[r] for r in each), default=UNKNOWN_WORD)
                         for each in heard)  # fmt: skip
        if not everything or not any(heard):
            return ()
        found = (self._fit(signal, words, heard, everything) for signal in self._signals)
        return tuple(sorted((f for f in found if f.score >= FITS), key=lambda f: -f.score))

    def together(self, text: str, together: Mapping[str, Together]) -> tuple[str, ...]:
        """Which of ``together`` are in ``text``: each of its parts has words of its own there."""
        words = words_of(text, self._seeking)
        heard = [self._heard(word) for word in words]
        clues = {
            signal: frozenset(_given_away(profile, words, heard))
            for signal, profile in self._profiles.items()
        }

        def places(part: str) -> frozenset[int]:
            of = (s for s in self._signals.values() if part in {s.id, s.theme})
            return frozenset(place for signal in of for place in clues[signal.id])

        found = []
        for each in together.values():
            parts = [places(part) for part in each.of]
            own = (part - frozenset().union(*(o for o in parts if o is not part)) for part in parts)
            if all(own):
                found.append(each.id)
        return tuple(found)

    def _heard(self, word: Word) -> dict[str, float]:
        """What a word can stand for, each with how surely; denied words are marked."""
        if word.root == NUMBER:
            return {NUMBER: 1.0}
        if word.root in self._fillers:
            return {word.root: 1.0} if word.root in self._weights else {}
        found: dict[str, float] = {}
        for part in self._vocabulary.apart(word.text):
            found.update(self._means(part) or self._means(part.replace("y", "ij")))
        return {root: sure for root, sure in found.items() if root in self._weights}

    def _means(self, word: str) -> dict[str, float]:
        """The stems for ``word``: itself, in a compound, with a slip, or as its beginning."""
        found = self._vocabulary.meanings(word, typing=False)
        if max(found.values(), default=0.0) < HEAD:
            found |= {self._known[other]: SLIP for other in near(word, list(self._known))}
        begins = (o for o in self._known if len(o) >= SHORTEST_BEGINNING and word.startswith(o))
        if not found and (longest := max(begins, key=len, default="")):
            found[self._known[longest]] = SLIP
        return found

    def _fit(
        self, signal: str, words: list[Word], heard: list[dict[str, float]], everything: float
    ) -> Fit:
        profile = self._profiles[signal]
        got: dict[str, float] = {}
        covered = 0.0
        for word, means in zip(words, heard, strict=True):
            best = max(
                ((sure * _agrees(word, root, profile), root) for root, sure in means.items()),
                default=(0.0, ""),
            )
            if best[0]:
                covered += best[0] * self._weights[best[1]]
                got[best[1]] = max(got.get(best[1], 0.0), best[0])
        clues = frozenset(_given_away(profile, words, heard))
        recall = max((self._recall(phrase, got) for phrase in profile.phrases), default=0.0)
        named = max((self._recall(clue, got) for clue in profile.clues), default=0.0)
        weight = (covered / everything) ** SOFTLY * min(1.0, covered / ENOUGH)
        score = weight * (0.3 + 0.4 * recall + 0.3 * (named if clues else 0.0))
        # A word that gives a signal away is enough to offer it, however long the sentence is.
        return Fit(signal, max(score, FITS) if clues else score, clues)

    def _recall(self, phrase: frozenset[str], got: Mapping[str, float]) -> float:
        whole = sum(self._weights[root] for root in phrase)
        return sum(self._weights[r] * got.get(r, 0.0) for r in phrase) / whole if whole else 0.0


_kept: dict[str, Signals] = {}


def _profile(signal: Signal, seeking: Seeking) -> _Profile:
    found = _Profile()
    for text in (*signal.phrases, signal.title, *signal.words):
        for word in words_of(text, seeking):
            (found.denied if word.denied else found.said).add(word.root)
    phrases = (signal.title, *signal.phrases)
    found.phrases = [frozenset(w.root for w in words_of(text, seeking)) for text in phrases]
    clues = (frozenset(w.root for w in words_of(text, seeking)) for text in signal.words)
    found.clues = [clue for clue in clues if clue - {NUMBER}]
    return found


def _agrees(word: Word, root: str, profile: _Profile) -> float:
    """How much of ``root`` is in the signal, said the same way: 1, or less where it is denied."""
    same, other = (profile.denied, profile.said) if word.denied else (profile.said, profile.denied)
    return 1.0 if root in same else DENIED if root in other else 0.0


def _given_away(
    profile: _Profile, words: Sequence[Word], heard: Sequence[Mapping[str, float]]
) -> Iterator[int]:
    """The places of the words that together are a clue of the signal."""
    for clue in profile.clues:
        places = [
            next(
                (
                    place
                    for place, (word, means) in enumerate(zip(words, heard, strict=True))
                    if means.get(root, 0.0) >= SURELY and _agrees(word, root, profile) == 1.0
                ),
                -1,
            )
            for root in clue
        ]
        if places and min(places) >= 0:
            yield from places
