"""The choices that share telling words with a line that says none of them surely."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from routeboek_tui.conversation.hearing import matching
from routeboek_tui.conversation.hearing.matching import MOST_OFFERED, Offer
from routeboek_tui.library.language import Language
from routeboek_tui.search.words import stem
from routeboek_tui.text.characters import plain

SHORTEST = 3
"""Letters of a word that tells something."""

BESIDE = 0.5
"""What part of the best one is well enough to be offered beside it."""

LEAST, LEAST_OF_MANY = 0.25, 0.5
"""A word that more choices have tells too little, and where there are many a hint alone as well."""

HINT = 0.4
"""What a word counts for with which people tell a choice in other words."""

SHORT_NAME = 4
"""Words of a name that says one thing: a denial in it denies all of it."""

FEWEST = 2
"""Telling words of a line that is surely about a choice that has them all."""


def likely(
    text: str, options: Sequence[Offer], language: Language, beside: float = BESIDE
) -> tuple[str, ...]:
    """At most three choices that share most with ``text``, which is plain; in their own order.

    A word counts for less the more choices have it, and for nothing where all do. ``beside`` is
    what part of the best one is well enough.
    """
    offers = [offer for offer in options if offer.choice]
    scores = _scores(text.split(), offers, language)
    best, few = max(scores.values(), default=0.0), len(offers) <= MOST_OFFERED
    if best < LEAST or (not few and best < LEAST_OF_MANY):
        return ()
    near = sorted((-score, n, c) for n, (c, score) in enumerate(scores.items()))
    least = 0.0 if few and best < 1.0 else beside * best
    taken = {c for score, _, c in near[:MOST_OFFERED] if -score >= least}
    return tuple(offer.choice for offer in offers if offer.choice in taken)


def outweighing(
    text: str, chosen: Collection[str], options: Sequence[Offer], language: Language
) -> tuple[str, ...]:
    """The choices that share clearly more with ``text``, which is plain, than those ``chosen``.

    Where it denies something that tells nothing: the words of a choice may be what is denied.
    """
    words = text.split()
    if not language.negators.isdisjoint(words):
        return ()
    offers = [offer for offer in options if offer.choice and not offer.parallel]
    scores = _scores(words, offers, language)
    most = max((scores.get(each, 0.0) for each in chosen), default=0.0)
    return tuple(choice for choice, score in scores.items() if score >= most + 1.0)


def closest(text: str, options: Sequence[Offer], language: Language) -> tuple[str, ...]:
    """The choices with all that ``text``, which is plain, tells, where that is enough."""
    said = told(text.split(), language)
    offers = [offer for offer in options if offer.choice]
    has = (o.choice for o in offers if said <= _names(o, language) | _hints(o, language))
    return tuple(has) if len(said) >= FEWEST else ()


def extras(
    text: str, chosen: Collection[str], options: Sequence[Offer], language: Language
) -> tuple[str, ...]:
    """The parallel choices that a clause of ``text`` is about beside what is ``chosen``.

    It has a name of theirs, or more than one word that only they have, and denies nothing.
    """
    offers = [offer for offer in options if offer.choice]
    clauses = [plain(clause) for clause in matching.parts(text)]
    clauses = [each for each in clauses if language.negators.isdisjoint(each.split())]
    found = []
    for offer in offers:
        if not offer.parallel or offer.choice in chosen:
            continue
        others = [_names(o, language, said=True) for o in offers if o is not offer]
        own = _names(offer, language).difference(*others)
        if any(
            matching.named(clause, [offer], language)
            or len(told(clause.split(), language) & own) >= FEWEST
            for clause in clauses
        ):
            found.append(offer.choice)
    return tuple(found)


def told(words: Iterable[str], language: Language) -> frozenset[str]:
    """The stems of the telling words among ``words``."""
    little = _little(language)
    return frozenset(stem(word) for word in words if len(word) >= SHORTEST and word not in little)


def _scores(words: Sequence[str], offers: Sequence[Offer], language: Language) -> dict[str, float]:
    """How much each choice shares with ``words``; a word counts by how few choices have it.

    What denies nothing is not said by a name that does.
    """
    turns = language.negators | language.doubts
    said, denies = told(words, language), not turns.isdisjoint(words)
    weights = {offer.choice: _weights(offer, said, language, denies=denies) for offer in offers}
    among = Counter(word for known in weights.values() for word in known)
    few = {word: 1 / n for word, n in among.items() if n < max(len(offers), 2)}
    return {
        choice: sum(few.get(word, 0.0) * weight for word, weight in sorted(known.items()))
        for choice, known in weights.items()
    }


def _weights(
    offer: Offer, said: frozenset[str], language: Language, *, denies: bool
) -> dict[str, float]:
    names = _names(offer, language, said=not denies)
    hints = _hints(offer, language) - names
    return dict.fromkeys(said & hints, HINT) | dict.fromkeys(said & names, 1.0)


def _names(offer: Offer, language: Language, *, said: bool = False) -> frozenset[str]:
    """The telling words of the names of a choice, or only of those that ``said`` it is so."""
    names = [plain(name).split() for name in (offer.label, *offer.synonyms)]
    if said:
        names = [
            name for name in names if len(name) > SHORT_NAME or language.negators.isdisjoint(name)
        ]
    return told((word for name in names for word in name), language)


def _hints(offer: Offer, language: Language) -> frozenset[str]:
    return told(offer.hints, language)


def _little(language: Language) -> frozenset[str]:
    """Words that stand in any answer."""
    return (
        language.common | language.finite | language.determiners | language.pronouns
        | language.negators | language.yes | language.no | language.seeking.stop
    )  # fmt: skip
