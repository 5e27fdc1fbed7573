"""How well the model hears authors whose sentences it was not made of."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
from msgspec import Struct

from routeboek_tui.library.sentences import Sentence
from routeboek_tui.search.danger import Ears, Thresholds
from routeboek_tui.search.features import sentences
from training.model import Limits, Reading, fitted, read
from training.stories import stories

OWN = "-"
"""The author of what stands in the guide itself."""

FOLDS = 5
"""Groups of authors; each is heard by a model made of the others."""

CALLED, ASKED = 0.05, 0.97
"""Of the harmless sentences of an author so many may be called danger; of danger so much must be
heard. The author in the middle decides: some wrote to deceive."""

STORY_CALLED, STORY_ASKED = 0.01, 0.05
"""Of the harmless stories so many may be called danger, and asked about."""

APART = 2.0
"""By how much a kind must lead to be named alone."""

MANY = 1_000
"""Stories with and without danger that are put together of each group of authors."""

UNHEARD = -99.0
"""The score of what nothing is known of."""

ANY = Limits(Thresholds(0.0, UNHEARD), Thresholds(0.0, UNHEARD), APART)


class Outcome(Struct, frozen=True, dict=True):
    """A sentence or story with the score it got, and the kinds it was heard as."""

    sentence: Sentence
    score: float
    kinds: tuple[str, ...]

    @property
    def story(self) -> bool:
        """Whether it has several sentences."""
        return len(sentences(self.sentence.text)) > 1


class Measured(Struct, frozen=True, dict=True):
    """What came of sentences ``alone``, stories ``told`` and ``composed``, and what follows."""

    alone: tuple[Outcome, ...]
    told: tuple[Outcome, ...]
    composed: tuple[Outcome, ...]
    limits: Limits


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
    alone = tuple(each for each in found if not each.story)
    told = tuple(each for each in found if each.story)
    limits = Limits(_of_sentences(alone), _of_stories(told), APART)
    return reading, Measured(alone, told, tuple(composed), limits)


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
    one, several = found.limits.one, found.limits.several
    yield f"{len(bank)} sentences; sure from {one.sure}, asks from {one.doubt}"
    for author, own in _by_author(found.alone).items():
        yield _line(author, own, one)
    banks = [each for each in found.alone if not _beside(each)]
    yield _line("all of this bank", banks, one)
    yield _line("all of the others", list(filter(_beside, found.alone)), one)
    yield f"stories: sure from {several.sure}, asks from {several.doubt}"
    for author, own in _by_author(found.told).items():
        yield _line(author, own, several)
    yield _line("all as told", found.told, several)
    absence = [each for each in found.composed if each.sentence.kinds or _beside(each)]
    yield _line("put together", absence, several)
    yield from _of_kinds([*found.alone, *found.told], found.limits)


def _beside(outcome: Outcome) -> bool:
    """Whether it was said about absence, or asked of the guide."""
    return " " in outcome.sentence.author


def _of_kinds(outcomes: Sequence[Outcome], limits: Limits) -> Iterator[str]:
    confused: Counter[tuple[str, str]] = Counter()
    danger = [each for each in outcomes if each.sentence.kinds]
    for kind in sorted({each.sentence.kinds[0] for each in danger}):
        here = [each for each in danger if each.sentence.kinds[0] == kind]
        at = {True: limits.several.doubt, False: limits.one.doubt}
        heard = [each for each in here if each.score >= at[each.story]]
        right = [each for each in heard if set(each.kinds) & set(each.sentence.kinds)]
        confused.update((kind, each.kinds[0]) for each in heard if each not in right)
        alone = sum(len(each.kinds) == 1 for each in heard) / len(heard)
        shares = len(heard) / len(here), len(right) / len(heard), alone
        yield "{:16} heard {:.3f}, right kind {:.3f}, named alone {:.3f}".format(kind, *shares)
    for (kind, other), count in confused.most_common(8):
        yield f"{kind} heard as {other}: {count}"


def _line(name: str, outcomes: Sequence[Outcome], at: Thresholds) -> str:
    danger, harmless = map(np.array, _scores(outcomes))
    told = [f"{name:17}"]
    if danger.size:
        told.append(
            f"danger {danger.size}, heard {np.mean(danger >= at.doubt):.3f}"
            f" (surely {np.mean(danger >= at.sure):.3f});"
        )
    if harmless.size:
        told.append(
            f"harmless {harmless.size}, called danger {np.mean(harmless >= at.sure):.3f}"
            f" (asked about {np.mean(harmless >= at.doubt):.3f})"
        )
    return " ".join(told)
