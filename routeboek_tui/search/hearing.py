"""What a text sounds like to an ear: as a whole, and in the clauses that speak of something else.

Every threshold here was chosen on authors the ear had not read (``python -m benchmarks.ears``).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from msgspec import Struct

from routeboek_tui.search.ear import NONE, Ear
from routeboek_tui.search.features import parts, stretches

NOTHING = -0.04
"""How far a label may lie below :data:`NONE` and still be offered."""

ABSENCE = -0.12
"""The same in a text that names somebody's absence: it says something of a pupil."""

NEAR = 0.15
"""How far a label may lie below the best one and still be offered."""

CLEAR, FAR = 0.08, 0.15
"""How far the best label must lie above the next one, and above :data:`NONE`, to be sure."""

TOLD = 0.05
"""How much a number of what a label counts speaks for it."""

LEAST = 3
"""Different words that a text must hold to be sure of anything: one may be about anything."""

CLAUSE_CLEAR, CLAUSE_FAR = 0.05, 0.08
"""The same for a clause, to speak of something of its own."""

BESIDE_NEAR, BESIDE_FAR = 0.03, 0.15
"""How near to the best one another thing must lie, and how far above :data:`NONE`, to be told
beside it."""

BEFORE = 2
"""Labels of the whole text that go before what only a clause speaks of."""

OPENS, ALSO, SHARE = 1.5, 0.5, 1 / 3
"""Of a story: how much more its first sentence weighs, how much each further sentence that says the
same, and how much of the best a label must have to be offered."""

MOST_LETTERS = 2_000
"""Of a longer text only the beginning is heard."""


class Fit(Struct, frozen=True):
    """A label, and how far it lies above :data:`NONE`."""

    label: str
    score: float


class Heard(Struct, frozen=True):
    """What was heard: the labels that fit, best first, and whether any is told ``clearly``.

    ``apart`` are the labels that a clause of its own speaks of.
    """

    fits: tuple[Fit, ...] = ()
    clearly: bool = False
    apart: tuple[str, ...] = ()


def hear(  # noqa: PLR0913, PLR0917 - a text, and what is known of the labels
    ear: Ear,
    text: str,
    themes: Mapping[str, str] | None = None,
    beside: Collection[str] = (),
    unsaid: Collection[str] = (),
    told: Collection[str] = (),
    least: float = NOTHING,
) -> Heard:
    """What ``ear`` hears in ``text``; labels of one of the ``themes`` are of one thing.

    Those of ``beside`` hold besides what a text is about, and push nothing aside; those that are
    ``unsaid`` it cannot be about, and what those that are ``told`` count it gives a number of.
    Those that lie below ``least`` are not offered.
    """
    text = text[:MOST_LETTERS]
    known = [words for words in stretches(text) if any(map(ear.knows, words))]
    # A sentence of one clause is weighed once.
    weighed = cache(partial(_fits, ear))
    heard = [(words, _said(weighed(tuple(words)), unsaid, told)) for words in known]
    words, fits = max(heard, key=lambda each: _best(each[1]), default=([], ()))
    if _best(fits) < least:
        return Heard()
    near = _near(fits, beside, least)
    clearly = len({*words}) >= LEAST and fits[0].score >= FAR
    if len(heard) > 1:
        clear = len(near) == 1 or near[0].score - near[1].score >= CLEAR
        near = _story([each for _, each in heard]) or near
        clearly = clearly and clear and near[0].label == fits[0].label
    clauses = [weighed(tuple(words)) for words in parts(text)]
    apart = tuple(_apart(clauses, themes or {}, unsaid))
    others = (*_beside(near, themes or {}, told), *apart)
    return Heard(_with(near, fits, apart, themes or {}), clearly, tuple(dict.fromkeys(others)))


def _near(fits: Sequence[Fit], beside: Collection[str], least: float) -> tuple[Fit, ...]:
    """The labels near the best one, and near the best that is not only ``beside``."""
    about = _best([fit for fit in fits if fit.label not in beside])
    best = {True: _best(fits), False: about}
    return tuple(fit for fit in fits if fit.score >= max(least, best[fit.label in beside] - NEAR))


def _with(
    near: Sequence[Fit],
    fits: Sequence[Fit],
    apart: Collection[str],
    themes: Mapping[str, str],
) -> tuple[Fit, ...]:
    """``near``, with behind the first of it what a clause speaks of that is another thing."""
    of = themes.get(near[0].label, near[0].label)
    other = (f for f in fits if f.label in apart and themes.get(f.label, f.label) != of)
    own = [fit for fit in other if fit not in near[:BEFORE]]
    missing = [fit for fit in fits if fit.label in apart and fit not in (*near, *own)]
    return (*near[:BEFORE], *own, *missing, *(fit for fit in near[BEFORE:] if fit not in own))


def _story(told: Sequence[Sequence[Fit]]) -> tuple[Fit, ...]:
    """The labels of a story, best first: by the sentence that says it best, and by all others.

    What it is about stands at its beginning more often than anywhere else.
    """
    found: dict[str, list[float]] = {}
    for number, fits in enumerate(told):
        for fit in fits:
            weight = 1 if number else OPENS
            found.setdefault(fit.label, []).append(max(0.0, fit.score) * weight)
    whole = {label: max(each) * (1 - ALSO) + sum(each) * ALSO for label, each in found.items()}
    best = max(whole.values(), default=0.0)
    offered = [Fit(label, round(each, 4)) for label, each in whole.items() if each > best * SHARE]
    return tuple(sorted(offered, key=lambda fit: (-fit.score, fit.label)))


def _best(fits: Sequence[Fit]) -> float:
    return fits[0].score if fits else ABSENCE - 1


def _said(fits: Sequence[Fit], unsaid: Collection[str], told: Collection[str]) -> tuple[Fit, ...]:
    """The ``fits`` whose label is not ``unsaid``, best first; one that is ``told`` lies higher."""
    said = (
        Fit(fit.label, round(fit.score + TOLD, 4)) if fit.label in told else fit
        for fit in fits
        if fit.label not in unsaid
    )
    return tuple(sorted(said, key=lambda fit: (-fit.score, fit.label)))


def _fits(ear: Ear, words: Sequence[str]) -> tuple[Fit, ...]:
    """Every label, best first, above :data:`NONE`."""
    scores = ear.scores(words)
    none = scores.pop(NONE, 0.0)
    found = (Fit(label, round(score - none, 4)) for label, score in scores.items())
    return tuple(sorted(found, key=lambda fit: (-fit.score, fit.label)))


def _beside(fits: Sequence[Fit], themes: Mapping[str, str], told: Collection[str]) -> Iterator[str]:
    """The labels of other things that the whole text speaks of nearly as much as of the best.

    What it gives a number of need not be so near.
    """
    for fit in fits[1:]:
        other = themes.get(fit.label, fit.label) != themes.get(fits[0].label, fits[0].label)
        near = fits[0].score - fit.score <= BESIDE_NEAR or fit.label in told
        if other and near and fit.score >= BESIDE_FAR:
            yield fit.label


def _apart(
    clauses: Iterable[Sequence[Fit]], themes: Mapping[str, str], unsaid: Collection[str]
) -> Iterator[str]:
    """The labels that clauses of their own speak of.

    One that sounds most like something ``unsaid`` speaks of nothing, and that is nobody's rival.
    """
    for fits in clauses:
        if not fits or fits[0].score < CLAUSE_FAR or fits[0].label in unsaid:
            continue
        best = fits[0]
        theme = themes.get(best.label, best.label)
        others = (f for f in fits if themes.get(f.label, f.label) != theme)
        rival = next((f.score for f in others if f.label not in unsaid), NOTHING)
        if best.score - rival >= CLAUSE_CLEAR:
            yield best.label
