"""How well the model hears authors whose sentences it was not made of."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
from msgspec import Struct

from routeboek_tui.library.sentences import Sentence
from routeboek_tui.search.danger import Ears, Thresholds
from routeboek_tui.search.features import sentences
from training.model import Reading, fitted, read
from training.stories import stories

OWN = "-"
"""The author of what stands in the guide itself."""

FOLDS = 5
"""Groups of authors; each is heard by a model made of the others."""

CALLED, ASKED = 0.03, 0.97
"""Of the harmless sentences of an author so many may be called danger; of danger so much must be
heard. The author in the middle decides: some wrote to deceive."""

STORY_CALLED, STORY_ASKED = 0.01, 0.1
"""Of the harmless stories of the bank, which were written to deceive, so many may be called danger,
and asked about."""

LONGEST = 4
"""Sentences of a story from which it makes no difference how many there are."""

MANY = 1_000
"""Stories with and without danger that are put together of each group of authors."""

UNHEARD = -99.0
"""The score of what nothing is known of."""

ANY = (Thresholds(0.0, UNHEARD),)


class Outcome(Struct, frozen=True, dict=True):
    """A sentence or story with the score it got, and the kinds it was heard as."""

    sentence: Sentence
    score: float
    kinds: tuple[str, ...]

    @property
    def long(self) -> int:
        """How many sentences it has, and no more than make a difference."""
        return max(1, min(len(sentences(self.sentence.text)), LONGEST))


class Measured(Struct, frozen=True, dict=True):
    """What came of sentences ``alone``, stories ``told`` and ``composed``, and what follows."""

    alone: tuple[Outcome, ...]
    told: tuple[Outcome, ...]
    composed: tuple[Outcome, ...]
    limits: tuple[Thresholds, ...]

    def heard(self, outcome: Outcome) -> bool:
        """Whether it is asked about."""
        return outcome.score >= self.limits[outcome.long - 1].doubt

    def sure(self, outcome: Outcome) -> bool:
        """Whether it is called danger."""
        return outcome.score >= self.limits[outcome.long - 1].sure


def measured(bank: Sequence[Sentence]) -> tuple[Reading, Measured]:
    """What was read, and how all of it is heard by a model that never read its author."""
    authors = sorted({sentence.author for sentence in bank} - {OWN})
    groups = [frozenset(authors[fold::FOLDS]) for fold in range(FOLDS)]
    own = [[each for each in dict.fromkeys(bank) if each.author in group] for group in groups]
    made = [tuple(stories(each, MANY)) for each in own]
    reading = read([*bank, *chain.from_iterable(made)])
    found: list[Outcome] = []
    composed: list[Outcome] = []
    for group, said, put_together in zip(groups, own, made, strict=True):
        ears = fitted(reading, ANY, held=group)
        found += [_heard(ears, each) for each in said]
        composed += [_heard(ears, each) for each in put_together]
    alone = tuple(each for each in found if each.long == 1)
    told = tuple(each for each in found if each.long > 1)
    return reading, Measured(alone, told, tuple(composed), limits_of(alone, told))


def limits_of(alone: Sequence[Outcome], told: Sequence[Outcome]) -> tuple[Thresholds, ...]:
    """The thresholds of one sentence, and of stories of two and more."""
    each = [[own for own in told if own.long == long] for long in range(2, LONGEST + 1)]
    return _of_sentences(alone), *map(_of_stories, each)


def _heard(ears: Ears, sentence: Sentence) -> Outcome:
    sounds = ears.sounds(sentence.text)
    if not sounds:
        return Outcome(sentence, UNHEARD, ())
    score, sound = ears.loudest(sounds)
    return Outcome(sentence, score, ears.likeliest(sound))


def _of_sentences(outcomes: Sequence[Outcome]) -> Thresholds:
    each = [_scores(own) for own in _by_author(outcomes).values()]
    both = [(danger, harmless) for danger, harmless in each if danger and harmless]
    sure = float(np.median([np.quantile(harmless, 1 - CALLED) for _, harmless in both]))
    doubt = float(np.median([np.quantile(danger, 1 - ASKED) for danger, _ in both]))
    return _thresholds(sure, doubt)


def _of_stories(outcomes: Sequence[Outcome]) -> Thresholds:
    _, harmless = _scores(outcomes)
    sure, doubt = np.quantile(harmless, (1 - STORY_CALLED, 1 - STORY_ASKED))
    return _thresholds(float(sure), float(doubt))


def _thresholds(sure: float, doubt: float) -> Thresholds:
    return Thresholds(round(sure, 3), round(min(sure, doubt), 3))


def _by_author(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    found: dict[str, list[Outcome]] = {}
    for each in sorted(outcomes, key=lambda outcome: outcome.sentence.author):
        found.setdefault(each.sentence.author, []).append(each)
    return found


def _scores(outcomes: Sequence[Outcome]) -> tuple[list[float], list[float]]:
    """The scores of danger, and of what is harmless."""
    danger = [each.score for each in outcomes if each.sentence.kinds]
    return danger, [each.score for each in outcomes if not each.sentence.kinds]


def report(bank: Sequence[Sentence], found: Measured) -> Iterator[str]:
    """The figures, per author, of stories and per kind, and the confusions that remain."""
    yield f"{len(bank)} sentences"
    for long, at in enumerate(found.limits, start=1):
        yield f"of {long}: sure from {at.sure}, asks from {at.doubt}"
    for author, own in _by_author(found.alone).items():
        yield _line(author, own, found)
    yield _line("all of this bank", [each for each in found.alone if not _beside(each)], found)
    yield _line("all of the others", list(filter(_beside, found.alone)), found)
    yield "stories"
    for author, own in _by_author(found.told).items():
        yield _line(author, own, found)
    for long in range(2, LONGEST + 1):
        yield _line(f"all of {long}", [each for each in found.told if each.long == long], found)
    absence = [each for each in found.composed if each.sentence.kinds or _beside(each)]
    yield _line("put together", absence, found)
    yield from _of_kinds(found)


def _beside(outcome: Outcome) -> bool:
    """Whether it was said about absence, or asked of the guide."""
    return " " in outcome.sentence.author


def _of_kinds(found: Measured) -> Iterator[str]:
    confused: Counter[tuple[str, str]] = Counter()
    danger = [each for each in (*found.alone, *found.told) if each.sentence.kinds]
    for kind in sorted({each.sentence.kinds[0] for each in danger}):
        here = [each for each in danger if each.sentence.kinds[0] == kind]
        heard = list(filter(found.heard, here))
        right = [each for each in heard if set(each.kinds) & set(each.sentence.kinds)]
        confused.update((kind, each.kinds[0]) for each in heard if each not in right)
        alone = sum(len(each.kinds) == 1 for each in heard) / len(heard)
        shares = len(heard) / len(here), len(right) / len(heard), alone
        yield "{:16} heard {:.3f}, right kind {:.3f}, named alone {:.3f}".format(kind, *shares)
    for (kind, other), count in confused.most_common(8):
        yield f"{kind} heard as {other}: {count}"


def _line(name: str, outcomes: Sequence[Outcome], found: Measured) -> str:
    danger = [each for each in outcomes if each.sentence.kinds]
    harmless = [each for each in outcomes if not each.sentence.kinds]
    told = [f"{name:17}"]
    if danger:
        heard, sure = np.mean([(found.heard(each), found.sure(each)) for each in danger], axis=0)
        told.append(f"danger {len(danger)}, heard {heard:.3f} (surely {sure:.3f});")
    if harmless:
        asked, sure = np.mean([(found.heard(each), found.sure(each)) for each in harmless], axis=0)
        told.append(f"harmless {len(harmless)}, called danger {sure:.3f} (asked about {asked:.3f})")
    return " ".join(told)
