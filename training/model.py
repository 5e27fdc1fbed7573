"""A small network of sentences: which are danger, and of which kind.

scikit-learn does the learning, and is needed nowhere else. What is kept are whole numbers for the
features that matter most; :class:`routeboek_tui.search.danger.Ears` adds them up.
"""

import warnings
from collections.abc import Collection, Sequence
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct
from scipy.sparse import csr_matrix, diags
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.neural_network import MLPClassifier
from sklearn.svm import LinearSVC

from routeboek_tui.library.sentences import Sentence
from routeboek_tui.search.danger import EVEN, MOST_STEPS, SCALE, Ears, Thresholds
from routeboek_tui.search.drawers import put_away
from routeboek_tui.search.features import features, sentences

SEEN = 2
"""Sentences in which a feature must stand to count."""

MOST_FEATURES, MOST_OF_KINDS = 65_000, 25_000
"""Features that are kept to hear danger, and to tell its kinds apart."""

STRICT = 0.5
"""How closely the choice of the features follows the sentences."""

NETWORKS, LISTENERS = 2, 12
"""Networks of which the mean is taken, and the sums of each between features and kinds: more follow
each sentence, less what they share."""

READ = 3
"""Times every sentence is read: the same holds."""

STEADY, PACE, TOGETHER = 1e-5, 2e-3, 256
"""How weights are held back, how fast they change, and the sentences after which they do."""

LOUDEST = 99.5
"""The share of its features, in hundredths, that a listener hears without cutting off."""

APART = 2.0
"""By how much a kind must lead to be named alone."""

DIGITS = 5
"""Digits that are kept of a number that is no whole one."""

NONE = ""
"""The kind of what is no danger."""


class Reading(Struct, frozen=True, dict=True):
    """Sentences with the features of each, counted once."""

    bank: tuple[Sentence, ...]
    counts: Any
    names: Any


def read(bank: Sequence[Sentence]) -> Reading:
    """The features of these sentences."""
    vectorizer = CountVectorizer(
        analyzer=_features, token_pattern=None, min_df=SEEN, dtype=np.float32
    )
    counts = vectorizer.fit_transform(each.text for each in bank)
    return Reading(tuple(bank), counts, vectorizer.get_feature_names_out())


def fitted(
    reading: Reading,
    limits: Sequence[Thresholds],
    name: str = "",
    held: Collection[str] = frozenset(),
) -> Ears:
    """The model made of the sentences that were read, but for those of the authors ``held``."""
    chosen = [at for at, each in enumerate(reading.bank) if each.author not in held]
    bank, counts = [reading.bank[at] for at in chosen], reading.counts[chosen]
    often = np.asarray((counts > 0).sum(axis=0)).ravel()
    rare = (np.log((1 + len(bank)) / (1 + often)) + 1).astype(np.float32)
    kinds = np.array([sentence.kinds[0] if sentence.kinds else NONE for sentence in bank])
    kept = np.flatnonzero(often >= SEEN)
    kept = kept[_heavy(_weighed(counts[:, kept], rare[kept]), rare[kept], kinds)]
    counts, rare, names = counts[:, kept], rare[kept], reading.names[kept]
    weighed = _weighed(counts, rare)
    networks = [_learned(weighed, kinds, chance) for chance in range(NETWORKS)]
    inward = np.hstack([each.coefs_[0] for each in networks]) * rare[:, None]
    outward = np.vstack([each.coefs_[1] for each in networks]) / NETWORKS
    begins = np.hstack([each.intercepts_[0] for each in networks])
    biases = np.mean([each.intercepts_[1] for each in networks], axis=0)
    step = np.percentile(np.abs(inward), LOUDEST, axis=0) / MOST_STEPS
    signs = np.clip(np.round(inward / step), -MOST_STEPS, MOST_STEPS).astype(int) + EVEN
    return Ears(
        known=put_away(
            {
                str(feature): (round(float(each) * SCALE), "".join(map(chr, row)))
                for feature, each, row in zip(names, rare, signs, strict=True)
            }
        ),
        begins=_rounded(begins / step),
        tells=tuple(map(_rounded, (outward * step[:, None]).T)),
        kinds=tuple(map(str, networks[0].classes_[1:])),
        biases=_rounded(biases),
        limits=tuple(limits),
        apart=APART,
        bank=name,
    )


def encoded(ears: Ears) -> bytes:
    """The model as it stands in its file."""
    return msgspec.json.encode(ears, order="sorted") + b"\n"


def _features(text: str) -> list[str]:
    """The features of every sentence, once for each sentence that has them."""
    return [feature for words in sentences(text) for feature in sorted(features(words))]


def _weighed(counts: Any, rare: Any) -> Any:
    """Every text as long as any other, as :class:`routeboek_tui.search.danger.Sound` has it."""
    length = np.sqrt(counts @ (rare**2))
    shorter = np.divide(1, length, out=np.zeros_like(length), where=length > 0)
    return csr_matrix(diags(shorter) @ counts @ diags(rare), dtype=np.float32)


def _heavy(weighed: Any, rare: Any, kinds: Any) -> Any:
    """The columns that matter most to hear danger, and those in which its kinds differ most."""
    line = LinearSVC(C=STRICT, random_state=0).fit(weighed, kinds != NONE)
    most = np.argsort(-np.abs(line.coef_[0] * rare), kind="stable")[:MOST_FEATURES]
    return np.union1d(most, _apart(weighed[kinds != NONE], kinds[kinds != NONE]))


def _apart(weighed: Any, kinds: Any) -> Any:
    every = np.asarray(weighed.mean(axis=0)).ravel()
    means = [np.asarray(weighed[kinds == kind].mean(axis=0)).ravel() for kind in np.unique(kinds)]
    apart = np.max(np.abs(np.array(means) - every), axis=0)
    return np.argsort(-apart, kind="stable")[:MOST_OF_KINDS]


def _learned(weighed: Any, kinds: Any, chance: int) -> MLPClassifier:
    network = MLPClassifier(
        (LISTENERS,),
        alpha=STEADY,
        learning_rate_init=PACE,
        batch_size=TOGETHER,
        max_iter=READ,
        random_state=chance,
    )
    with warnings.catch_warnings():
        # It stops after so many readings on purpose.
        warnings.simplefilter("ignore", ConvergenceWarning)
        return network.fit(weighed, kinds)


def _rounded(numbers: Any) -> tuple[float, ...]:
    return tuple(float(f"{each:.{DIGITS}g}") for each in numbers)
