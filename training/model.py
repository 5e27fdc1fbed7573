"""A linear model of sentences: which are danger, and of which kind.

scikit-learn does the learning, and is needed nowhere else. What is kept are whole numbers for the
features that matter most; :class:`routeboek_tui.search.danger.Ears` adds them up.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct
from scipy.sparse import diags
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.preprocessing import normalize
from sklearn.svm import LinearSVC

from routeboek_tui.library.sentences import Sentence
from routeboek_tui.search.danger import EVEN, MOST_STEPS, SCALE, STEP, Ears
from routeboek_tui.search.drawers import put_away
from routeboek_tui.search.features import MOST_WORDS, features
from routeboek_tui.text.characters import words_in

SEEN = 2
"""Sentences in which a feature must stand to count."""

MOST_FEATURES, MOST_OF_KINDS = 45_000, 30_000
"""Features that are kept to hear danger, and to tell its kinds apart."""

TELLS_KINDS = "w5"
"""How the features begin that tell the kinds apart: words, and pieces of five."""

STRICT, STRICT_KIND = 0.5, 0.5
"""How closely the model follows the sentences: more follows each of them, less what they share."""


class Thresholds(Struct, frozen=True, dict=True):
    """From which score it is sure, from which it asks, and by how much a kind must lead."""

    sure: float
    doubt: float
    apart: float


def fitted(bank: Sequence[Sentence], thresholds: Thresholds, name: str = "") -> Ears:
    """The model made of these sentences."""
    vectorizer = DictVectorizer()
    counts = vectorizer.fit_transform(map(_features, bank))
    names = vectorizer.get_feature_names_out()
    often = np.flatnonzero(np.asarray((counts > 0).sum(axis=0)).ravel() >= SEEN)
    counts, names = counts[:, often], names[often]
    danger = np.array([bool(sentence.kinds) for sentence in bank])
    rare = TfidfTransformer().fit(counts).idf_
    heavy, model = _lightened(counts, rare, danger, STRICT, MOST_FEATURES)
    weights = {names[at]: w for at, w in zip(heavy, model.coef_[0] * rare[heavy], strict=True)}
    telling = np.flatnonzero([each[0] in TELLS_KINDS for each in names])
    kinds = np.array([sentence.kinds[0] for sentence in bank if sentence.kinds])
    chosen, told = _lightened(
        counts[danger][:, telling], rare[telling], kinds, STRICT_KIND, MOST_OF_KINDS
    )
    chosen = telling[chosen]
    signs = {names[at]: row for at, row in zip(chosen, (told.coef_ * rare[chosen]).T, strict=True)}
    rarity = dict(zip(names, rare, strict=True))
    return Ears(
        known=put_away(
            {
                str(each): (
                    round(float(rarity[each]) * SCALE),
                    round(float(weights.get(each, 0.0)) * SCALE),
                    _sign(signs[each]) if each in signs else "",
                )
                for each in {*weights, *signs}
            }
        ),
        kinds=tuple(map(str, told.classes_)),
        bias=round(float(model.intercept_[0]) * SCALE),
        biases=tuple(round(float(bias) * SCALE) for bias in told.intercept_),
        sure=round(thresholds.sure * SCALE),
        doubt=round(thresholds.doubt * SCALE),
        apart=round(thresholds.apart * SCALE),
        bank=name,
    )


def encoded(ears: Ears) -> bytes:
    """The model as it stands in its file."""
    return msgspec.json.encode(ears, order="sorted") + b"\n"


def _features(sentence: Sentence) -> dict[str, int]:
    return dict.fromkeys(sorted(features(words_in(sentence.text)[:MOST_WORDS])), 1)


def _lightened(
    counts: Any, rare: Any, wanted: Any, strict: float, most: int
) -> tuple[Any, LinearSVC]:
    """The columns that matter most, and the model of those alone."""
    weight = np.abs(_fit(counts, rare, wanted, strict).coef_ * rare).max(axis=0)
    heavy = np.sort(np.argsort(-weight, kind="stable")[:most])
    return heavy, _fit(counts[:, heavy], rare[heavy], wanted, strict)


def _fit(counts: Any, rare: Any, wanted: Any, strict: float) -> LinearSVC:
    weighed = normalize((counts @ diags(rare)).tocsr())
    return LinearSVC(C=strict, random_state=0).fit(weighed, wanted)


def _sign(row: Any) -> str:
    steps = np.clip(np.round(row * SCALE / STEP), -MOST_STEPS, MOST_STEPS)
    return "".join(chr(EVEN + int(step)) for step in steps)
