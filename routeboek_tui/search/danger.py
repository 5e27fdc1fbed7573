"""Danger heard in what is typed, by a model that was made from sentences.

The sentences stand in ``content/gevaar/zinnen``, and ``python -m training`` makes the model of
them. At run time it is sums of weights: no library, the same every time, and it can say which words
decided. What it hears surely is danger; where it doubts, the guide asks.

A few listeners each add up what the words tell them, and pass on what is above nothing; of that
every kind of danger makes its sum. Of a story each sentence is heard by itself and with the next
one: danger stands in a line or two, however much else is told.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from math import exp, fsum, inf, log, sqrt
from pathlib import Path
from typing import TypeAlias

import msgspec

from routeboek_tui.library import ordinary_file
from routeboek_tui.library.danger import Calling, Number
from routeboek_tui.library.places import content_root
from routeboek_tui.library.sentences import MODEL
from routeboek_tui.search.drawers import Drawers, most_telling
from routeboek_tui.search.features import features, parts, sentences
from routeboek_tui.text.characters import plain

Feature: TypeAlias = tuple[int, str]
"""How rare a feature is, in thousandths, and a sign for each listener."""

SCALE = 1000
"""What a rarity is multiplied by in the file, where it is a whole number."""

EVEN, MOST_STEPS = 79, 40
"""A sign is a character: so far above or below :data:`EVEN` as the feature speaks for or against
what the listener listens for, and no further than so many steps."""

SPREAD = -3.0
"""How much any clause by itself must sound like danger, for what only may be danger to be asked
about: a little in every clause of a dull sentence adds up to none."""

MOST_LETTERS = 20_000
"""Of a longer text only the beginning is heard."""

MOST_KINDS = 2
"""Kinds that are named together; of more nobody could choose."""

_TOLD = re.compile(r"[^\W\d_]{3}")
"""A word: without one nothing is told."""


class Heard(msgspec.Struct, frozen=True):
    """What was heard: the ``kinds`` it can be, likeliest first; none where there is nothing.

    ``sure`` says that it is danger, where otherwise it only may be. ``words`` are those of the text
    that decided.
    """

    kinds: tuple[str, ...] = ()
    sure: bool = False
    words: tuple[str, ...] = ()


class Thresholds(msgspec.Struct, frozen=True, dict=True):
    """From which score it is ``sure``, and from which it asks, as it is in ``doubt``."""

    sure: float
    doubt: float


class Sound(msgspec.Struct, frozen=True):
    """What words add up to: the sum of each listener, and the square of their length."""

    words: tuple[str, ...]
    sums: tuple[int, ...]
    square: int

    def __add__(self, other: "Sound") -> "Sound":
        sums = tuple(map(int.__add__, self.sums, other.sums))
        return Sound(self.words + other.words, sums, self.square + other.square)


class Ears(msgspec.Struct, dict=True):
    """The model.

    ``known`` gives what every known feature tells each listener (see :data:`EVEN`); the features
    that begin alike lie together, unread, each without its beginning. ``begins`` is what a listener
    begins with, ``tells`` what each passes on to no danger and to each of the ``kinds``, and
    ``biases`` what those begin with. ``limits`` are the thresholds of one sentence, of two
    and so on, the last of all that is longer; ``apart`` is by which a kind must lead to stand
    alone. ``bank`` is a sum over the sentences the model was made of.
    """

    known: dict[str, msgspec.Raw]
    begins: tuple[float, ...]
    tells: tuple[tuple[float, ...], ...]
    kinds: tuple[str, ...]
    biases: tuple[float, ...]
    limits: tuple[Thresholds, ...]
    apart: float
    bank: str

    def hear(self, text: str) -> Heard:
        """What is heard of danger in ``text``."""
        if not _TOLD.search(text):
            return Heard()
        sounds = self.sounds(text)
        if not sounds:
            return Heard()
        score, sound = self.loudest(sounds)
        at = self.limits[min(len(sounds), len(self.limits)) - 1]
        sure = score >= at.sure
        if score < at.doubt or not (sure or any(each >= SPREAD for _, each in self._parts(text))):
            return Heard()
        return Heard(self.likeliest(sound), sure, self.telling(sound))

    def beside(self, text: str) -> str:
        """The clauses of ``text`` that by themselves are surely no danger."""
        told = (each for each, score in self._parts(text) if score < self.limits[0].sure)
        return ", ".join(" ".join(each.words) for each in told)

    def _parts(self, text: str) -> list[tuple[Sound, float]]:
        """The clauses of ``text``, each with how much it sounds like danger by itself."""
        sounds = map(self._sound, parts(text[:MOST_LETTERS]))
        return [(each, self.score(each) if each.square else -inf) for each in sounds]

    def sounds(self, text: str) -> list[Sound]:
        """What every sentence of ``text`` sounds like of which anything is known."""
        found = map(self._sound, sentences(text[:MOST_LETTERS]))
        return [sound for sound in found if sound.square]

    def loudest(self, sounds: Sequence[Sound]) -> tuple[float, Sound]:
        """How much a story sounds like danger, and where the most.

        It is as loud as its loudest sentence and its loudest two in a row, half each.
        """
        near = [one + other for one, other in pairwise(sounds)] or sounds
        scored = [(self.score(sound), sound) for sound in near]
        score, sound = max(scored, key=lambda each: each[0])
        return (score + max(map(self.score, sounds))) / 2, sound

    def score(self, sound: Sound) -> float:
        """How much likelier any danger is than none, as the logarithm of the odds."""
        none, *danger = self._votes(self._passed(sound))
        most = max(danger)
        return most + log(fsum(exp(vote - most) for vote in danger)) - none

    def likeliest(self, sound: Sound) -> tuple[str, ...]:
        """The likeliest kind, or the two that are near each other."""
        votes = self._votes(self._passed(sound))
        ranked = sorted(zip(votes[1:], self.kinds, strict=True), reverse=True)
        first = ranked[0][0]
        return tuple(kind for vote, kind in ranked[:MOST_KINDS] if first - vote < self.apart)

    def telling(self, sound: Sound) -> tuple[str, ...]:
        """The words that here sound most like danger, in the order of the text."""
        passed = self._passed(sound)
        votes = self._votes(passed)
        at = votes.index(max(votes[1:]), 1)
        pulls = [
            (danger - none) * (each > 0)
            for danger, none, each in zip(self.tells[at], self.tells[0], passed, strict=True)
        ]
        return most_telling(
            {
                word: sum(map(float.__mul__, pulls, map(float, self._sound([word]).sums)))
                for word in dict.fromkeys(sound.words)
            }
        )

    def _passed(self, sound: Sound) -> list[float]:
        """What each listener passes on."""
        length = sqrt(sound.square) / SCALE
        return [
            max(begin + own / length, 0.0)
            for begin, own in zip(self.begins, sound.sums, strict=True)
        ]

    def _votes(self, passed: Sequence[float]) -> list[float]:
        """What each kind makes of what is passed on."""
        return [
            bias + fsum(map(float.__mul__, tells, passed))
            for bias, tells in zip(self.biases, self.tells, strict=True)
        ]

    def _sound(self, words: Sequence[str]) -> Sound:
        """What these words add up to."""
        known = self._drawers.known(features(words))
        signs = "".join([sign for _, sign in known]).encode()
        many, even = len(self.begins), EVEN * len(known)
        return Sound(
            tuple(words),
            tuple([sum(signs[at::many]) - even for at in range(many)]),
            sum([rare * rare for rare, _ in known]),
        )

    @cached_property
    def _drawers(self) -> Drawers[Feature]:
        return Drawers(self.known, msgspec.json.Decoder(dict[str, Feature]))


def called(text: str, numbers: Iterable[Number], calling: Calling) -> tuple[str, ...]:
    """The numbers of which ``text`` says that they were called; what is still to be done is not."""
    words = plain(text[:MOST_LETTERS])
    done = _any_of(calling.done)
    found = []
    for number in numbers:
        who = _any_of(number.names)
        near = rf"\b(?:\w+ ){{0,2}}(?:{who}(?: \w+){{0,5}}? {done}|{done}(?: \w+){{0,3}}? {who})"
        said = (each[0].split() for each in re.finditer(near, words))
        if any(not set(calling.not_yet).intersection(each) for each in said):
            found.append(number.id)
    return tuple(found)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, whole."""
    return rf"\b(?:{'|'.join(re.escape(plain(word)) for word in words)})\b"


@lru_cache(maxsize=1)
def ears(root: Path | None = None) -> Ears:
    """The model of the guide, read once.

    :raises OSError: when it is not there
    :raises msgspec.MsgspecError: when it is none
    """
    file = (root or content_root()) / MODEL
    return msgspec.json.decode(ordinary_file.read(file), type=Ears)
