"""From what someone says about a pupil to the route and the step where it begins.

:func:`candidates` compares a sentence with the signals of the guide and gives a :class:`Found`:
the ``candidates``, best first, each with the door it leads to; what holds when two things are
true at once (``together``); and the ``referral``, when the guide has no route for the region. A
candidate is ``sure`` only when it leads clearly; a face never begins by itself with another one.

A candidate whose ``door`` is "" needs the facts of ``needs`` before it is known. Outside a
conversation :func:`~routeboek_tui.conversation.triage.begin.begin` starts at a door that is
known. Inside the triage, what is typed and is no answer becomes the meaning
:class:`~routeboek_tui.conversation.hearing.meanings.Told`; a candidate that is then chosen is
reached by :func:`routeboek_tui.conversation.triage.heading.head_for`.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from msgspec import Struct

from routeboek_tui.conversation.hearing.mistaken import mistaken
from routeboek_tui.conversation.questions import only_asks
from routeboek_tui.conversation.triage.begin import (
    Beginning,
    beginning,
    implied,
    open_ways,
    referral,
)
from routeboek_tui.conversation.triage.door import asked_first, at_door
from routeboek_tui.conversation.triage.heard import heard_in, several
from routeboek_tui.core.facts import (
    PLACE,
    REGION,
    Situation,
    holds,
)
from routeboek_tui.core.said import Said
from routeboek_tui.library.caution import Belief
from routeboek_tui.library.content import Library
from routeboek_tui.library.language import Language
from routeboek_tui.library.signal import Signal, Together
from routeboek_tui.library.ways import either, pattern, source
from routeboek_tui.library.wording import fill_in
from routeboek_tui.search.hearing import CLEAR, Fit, Heard
from routeboek_tui.text.characters import plain

MOST = 4
"""Candidates that are offered together."""

PLAIN = 0.15
"""How far a signal must lie above nothing for a sentence to be plainly about it."""

BESIDE = 0.05
"""How far a signal must lie above nothing to be walked beside another one that was counted."""

ANSWERED = 0.03
"""How much it speaks for a signal that what was told likely answers the first question there."""

_NO_AFTER_ALL = re.compile(r"\?\W*nee\b", re.IGNORECASE)
"""A question that the sentence itself answers with no."""


class Candidate(Struct, frozen=True):
    """A signal the sentence resembles, and where that begins; see :class:`Beginning`.

    ``ask`` is what to find out first, ``notes`` what to mind under the facts that are known.
    """

    signal: Signal
    score: float
    sure: bool
    beginning: Beginning
    ask: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def door(self) -> str:
        """The place it leads to, as route/step, or "" while facts are missing."""
        return self.beginning.door

    @property
    def needs(self) -> tuple[str, ...]:
        """The facts that must be known first."""
        return self.beginning.needs

    @property
    def begins(self) -> str:
        """Where it begins, in words, or "" while facts are missing."""
        return self.beginning.begins


class Beside(Struct, frozen=True):
    """What holds when two things are true at once, and where one begins then, if said."""

    id: str
    title: str
    say: str
    beginning: Beginning


class Found(Struct, frozen=True):
    """What a sentence can be about; ``tracks`` are two candidates to walk one after the other.

    ``beliefs`` is what it says that is not so.
    """

    candidates: tuple[Candidate, ...] = ()
    together: tuple[Beside, ...] = ()
    referral: Beginning | None = None
    tracks: tuple[str, ...] = ()
    beliefs: tuple[Belief, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.candidates or self.together or self.referral)


def candidates(
    library: Library,
    text: str,
    facts: Mapping[str, str],
    said: Said | None = None,
    here: Said | None = None,
) -> Found:
    """What ``text`` can be about, under the ``facts`` that are known and beside what it ``said``.

    ``here`` is what it says of a step only where that is the door one comes in by.
    """
    told = said or Said(), here or Said()
    known = implied(library, facts)
    signals = library.signals
    heard = heard_in(library, text)
    if ended := referral(library, known):
        return Found((), (), ended if heard.fits else None)
    plainly = not (
        _two(library, heard)
        or only_asks(text, library.language)
        or not about_a_pupil(text, library.language)
        or _elsewhere(library, text, known)
    )
    leading = [fit for fit in heard.fits if open_ways(signals[fit.label].goto, known)]
    leading = _by_answers(library, leading, known, told[0])[:MOST]
    parted = several(library, text)
    beside = _beside_counted(library, leading, heard) if parted else ()
    together = [
        each
        for each in library.together.values()
        if (parted or not each.tracks)
        and (not each.words or pattern(each.words).search(plain(text)))
        and (not each.of or _both(library, each, heard, [fit.label for fit in leading], beside))
        and not pattern(each.unless).search(plain(text))
    ]
    plainly = plainly and not any(each.tracks for each in together)
    found = tuple(
        _candidate(library, fit, known, told, sure=sure and _sure(library, fit, heard))
        for fit, sure in zip(leading, (plainly, *[False] * MOST), strict=False)
    )
    of_tracks, tracks = _tracks(library, together, heard, found)
    # Of several pairs of absences the one that can be walked is told.
    told_of = [each for each in together if not (tracks and each.tracks) or each.id == of_tracks]
    return Found(
        found,
        tuple(_beside(library, each, known) for each in told_of),
        tracks=tracks,
        beliefs=mistaken(library, text, known),
    )


def _by_answers(library: Library, fits: Iterable[Fit], known: Situation, said: Said) -> list[Fit]:
    """``fits`` in order, where what is ``said`` likely answers the first question of some here."""
    likely = {step for step, taken in said.likely.items() if len(taken) == 1}

    def worth(fit: Fit) -> float:
        ways = open_ways(library.signals[fit.label].goto, known)
        return fit.score + ANSWERED * any(edge.door.step in likely for edge in ways)

    return sorted(fits, key=worth, reverse=True)


def _candidate(
    library: Library, fit: Fit, known: Situation, told: tuple[Said, Said], *, sure: bool
) -> Candidate:
    signal = library.signals[fit.label]
    words = library.words_in(known)
    return Candidate(
        signal=signal,
        score=round(fit.score, 3),
        sure=sure,
        beginning=beginning(library, signal.goto, known),
        ask=asked_first(library, signal, known, at_door(*told, signal)),
        notes=tuple(fill_in(n.say, words) for n in signal.notes if holds(n.when, known)),
    )


def about_a_pupil(text: str, language: Language) -> bool:
    """Whether ``text`` can be about a pupil: no question about the guide, nor somebody else."""
    said = plain(text)
    taken_back = _NO_AFTER_ALL.search(text) or pattern(language.over).search(text)
    others = _somebody_else(language.people, language.staff, language.people_do)
    elsewhere = others.search(said) or pattern(language.no_pupil).search(said)
    return not (taken_back or pattern(language.asks).match(said) or elsewhere)


@cache
def _somebody_else(
    people: frozenset[str], staff: frozenset[str], do: tuple[str, ...]
) -> re.Pattern[str]:
    """Somebody who is no pupil, and of whom the sentence goes on to tell something."""
    return re.compile(
        rf"\b(?:{either(people)})(?: van(?: \w+){{1,3}}?)? {source(do)}|\b(?:{either(staff)})\b"
    )


def _sure(library: Library, best: Fit, heard: Heard) -> bool:
    """Whether ``best`` leads clearly among what was heard, also what has no door in this region.

    Signals that lead to the same place are no rivals.
    """
    of = library.signals
    doors = {edge.to for edge in of[best.label].goto}
    elsewhere = ({edge.to for edge in of[fit.label].goto} - doors for fit in heard.fits)
    rivals = (fit.score for fit, to in zip(heard.fits, elsewhere, strict=True) if to)
    clear = all(best.score - rival >= CLEAR for rival in rivals)
    first = heard.clearly and best is heard.fits[0]
    return first and clear and of[best.label].certain


def _two(library: Library, heard: Heard) -> bool:
    """Whether clauses of their own speak of two things."""
    return len({library.signals[label].theme for label in _named(heard)}) > 1


def _named(heard: Heard) -> tuple[str, ...]:
    best = (fit.label for fit in heard.fits[:1])
    return tuple(dict.fromkeys((*best, *heard.apart)))


def _tracks(
    library: Library, together: Iterable[Together], heard: Heard, found: Iterable[Candidate]
) -> tuple[str, tuple[str, ...]]:
    """Two candidates that are two absences, those heard best, the one to begin with first.

    Before them what tells of them.
    """
    offered = [each.signal.id for each in found]
    ranked = [*(label for label in _named(heard) if label in offered), *offered]
    pairs = []
    for each in together:
        parts = [next((label for label in ranked if label in part), "") for part in each.of]
        if each.tracks and all(parts):
            pairs.append((each.id, tuple(parts)))
    return min(pairs, key=lambda pair: sum(map(ranked.index, pair[1])), default=("", ()))


def _leading(library: Library, labels: Collection[str], heard: Heard) -> bool:
    """Whether one of the signals leads, or was heard and leads nowhere of its own."""
    named = _named(heard)
    leads = (label for label in named if label == named[0] or not library.signals[label].goto)
    return not set(labels).isdisjoint(leads)


def _beside_counted(library: Library, leading: Iterable[Fit], heard: Heard) -> tuple[str, ...]:
    """What is offered and no more of the same as what was counted."""
    of = library.signals
    counted = {of[label].theme for label in _named(heard) if of[label].counted}
    fits = (fit.label for fit in leading if fit.score >= BESIDE)
    return tuple(label for label in fits if counted and of[label].theme not in counted)


def _both(
    library: Library,
    together: Together,
    heard: Heard,
    offered: Sequence[str],
    beside: Collection[str],
) -> bool:
    """Whether one of its parts leads, and each is ``offered`` and was heard plainly or apart.

    Of two that can be walked, one may also be ``beside`` what was counted.
    """
    every = frozenset[str]().union(*together.of)
    if together.clearly and all(fit.score < PLAIN for fit in heard.fits if fit.label in every):
        return False
    if len(together.of) == 1:
        return _leading(library, every, heard)
    if every.isdisjoint(offered[:1]):
        return False
    named = {*_named(heard), *(beside if together.tracks else ())}
    parts = [part.intersection(named, offered) for part in together.of]
    return all(parts) and len(set().union(*parts)) >= len(parts)


def _beside(library: Library, together: Together, known: Situation) -> Beside:
    return Beside(
        together.id, together.title, together.say, beginning(library, together.goto, known)
    )


def _elsewhere(library: Library, text: str, known: Situation) -> bool:
    """Whether ``text`` names a place in another region than the one that is known, or in none."""
    region, said = known.get(REGION, ""), f" {plain(text)} "
    regions = {each.region for each in library.editions.values() if each.region}
    for fact in (PLACE, REGION):
        for value, choice in library.facts[fact].choices.items():
            there = library.scheme.settled({fact: value}).get(REGION, "")
            names = (f" {plain(name)} " for name in (choice.label, *choice.synonyms) if name)
            other = region not in {"", there} or there not in regions
            if other and any(name in said for name in names):
                return True
    return False
