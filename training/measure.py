"""How well the model hears authors whose sentences it was not made of."""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct

from routeboek_tui.library.sentences import Sentence
from routeboek_tui.search.danger import SCALE, Ears
from routeboek_tui.search.features import stretches
from training.model import Thresholds, fitted

FOLDS = 5
"""Groups of authors; each is heard by a model made of the others."""

CALLED, ASKED = 0.05, 0.97
"""Of the harmless sentences of an author so many may be called danger; of danger so much must be
heard. The author in the middle decides: some wrote to deceive."""

APART = 0.25
"""By how much a kind must lead to be named alone."""

ANY = Thresholds(0.0, -9.0, APART)


class Outcome(Struct, frozen=True, dict=True):
    """A sentence with the score it got, and the kinds it was heard as."""

    sentence: Sentence
    score: float
    kinds: tuple[str, ...]


class Measured(Struct, frozen=True, dict=True):
    """What came of every sentence, and the thresholds that follow from it."""

    outcomes: tuple[Outcome, ...]
    thresholds: Thresholds


def measured(bank: Sequence[Sentence]) -> Measured:
    """Every sentence heard by a model that never read its author."""
    authors = sorted({sentence.author for sentence in bank if sentence.kinds})
    found: list[Outcome] = []
    for fold in range(FOLDS):
        held = set(authors[fold::FOLDS])
        ears = fitted([each for each in bank if each.author not in held], ANY)
        found += [_heard(ears, each) for each in bank if each.author in held]
    sure = float(np.median([np.quantile(_of(found, each)[1], 1 - CALLED) for each in authors]))
    doubt = float(np.median([np.quantile(_of(found, each)[0], 1 - ASKED) for each in authors]))
    doubt = min(sure, doubt)
    return Measured(tuple(found), Thresholds(round(sure, 3), round(doubt, 3), APART))


def _of(found: Sequence[Outcome], author: str) -> tuple[list[float], list[float]]:
    """The scores of an author's sentences of danger, and of the harmless ones."""
    own = [each for each in found if each.sentence.author == author]
    danger = [each.score for each in own if each.sentence.kinds]
    return danger, [each.score for each in own if not each.sentence.kinds]


def _heard(ears: Ears, sentence: Sentence) -> Outcome:
    best = max(stretches(sentence.text), key=ears.score, default=[])
    return Outcome(sentence, ears.score(best) / SCALE, ears.likeliest(best) if best else ())


def report(bank: Sequence[Sentence], found: Measured) -> Iterator[str]:
    """The figures, per author and per kind, and the confusions that remain."""
    at = found.thresholds
    yield f"{len(bank)} sentences; sure from {at.sure}, asks from {at.doubt}"
    for author in sorted({sentence.author for sentence in bank if sentence.kinds}):
        yield _line(author, [o for o in found.outcomes if o.sentence.author == author], at)
    yield _line("all", list(found.outcomes), at)
    confused: Counter[tuple[str, str]] = Counter()
    for kind in sorted({sentence.kinds[0] for sentence in bank if sentence.kinds}):
        here = [o for o in found.outcomes if o.sentence.kinds[:1] == (kind,)]
        heard = [o for o in here if o.score >= at.doubt]
        right = [o for o in heard if set(o.kinds) & set(o.sentence.kinds)]
        confused.update((kind, o.kinds[0]) for o in heard if o not in right)
        alone = sum(len(outcome.kinds) == 1 for outcome in heard) / len(heard)
        shares = len(heard) / len(here), len(right) / len(heard), alone
        yield "{:16} heard {:.3f}, right kind {:.3f}, named alone {:.3f}".format(kind, *shares)
    for (kind, other), count in confused.most_common(8):
        yield f"{kind} heard as {other}: {count}"


def _line(name: str, outcomes: Sequence[Outcome], at: Thresholds) -> str:
    danger = np.array([o.score for o in outcomes if o.sentence.kinds])
    harmless = np.array([o.score for o in outcomes if not o.sentence.kinds])
    return (
        f"{name:4} danger heard {np.mean(danger >= at.doubt):.3f}"
        f" (surely {np.mean(danger >= at.sure):.3f});"
        f" harmless called danger {np.mean(harmless >= at.sure):.3f}"
        f" (asked about {np.mean(harmless >= at.doubt):.3f})"
    )
