"""The facts that steer a route, each with its finite domain.

A fact has few values, so that every situation can be enumerated and a claim
about all situations can be proved by walking them. Numbers and dates become a
fact through a policy (:mod:`routeboek_tui.core.policy`). The values of a fact,
and what follows from each, stand in ``content/facts/<fact>.md``.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import TypeAlias

from msgspec import Struct, field

UNKNOWN = ""
"""The value of a fact that was asked and is not known yet."""

DATED = "bekend"
"""The one value of a fact that is a date: the day itself stands in the answers."""

PLACE, REGION, SECTOR = "gemeente", "regio", "sector"
"""The facts that say where a school is and what kind of school it is."""

OF_SCHOOL = frozenset({PLACE, REGION, SECTOR})
"""The facts that hold for every pupil of a school; all others are of one pupil."""

NAMED: Mapping[str, tuple[str, ...]] = {
    REGION: (),
    SECTOR: ("po", "vo"),
    PLACE: (),
    "leeftijd": ("onder_12", "vanaf_12"),
    "vier_weken_afwezig": ("ja", "nee"),
    "veiligheid": ("gevaar", "zorgen", "nee"),
}
"""The facts the program itself asks for, and the values it reckons with; the guide must have them.

``veiligheid`` is asked on every road and steers no arrow; see :mod:`routeboek_tui.core.safety`.
``leeftijd`` is the age on the day of a step.
"""

OF_AGE = "meerderjarig"
"""Whether the pupil has passed the age of the kwalificatieplicht, on the day of a step."""

BEGUN = "leerplicht_begonnen"
"""Whether the leerplicht of the pupil has begun, on the day of a step."""

UNLESS_SAID: Mapping[str, str] = {OF_AGE: "nee", BEGUN: "ja"}
"""The facts that are never asked, and what holds of them until something else is said."""

READER = "lezer"
"""Who reads: a role. It is never asked, kept where it is said, and steers no arrow."""

UNASKED = frozenset({READER, *UNLESS_SAID})
"""The facts that are never asked, and so have their place at once."""

Domains: TypeAlias = Mapping[str, tuple[str, ...]]
"""The values of every fact, both in the order in which they are asked."""

When: TypeAlias = Mapping[str, tuple[str, ...]]
"""Conditions over facts: a fact's value must be among those listed. Empty means always."""

Situation: TypeAlias = Mapping[str, str]
"""Facts by name; a fact that is absent was not asked, ``UNKNOWN`` was asked in vain."""


class Scheme(Struct, frozen=True):
    """The facts of a guide: their ``domains``, what ``follows`` from a value, which are ``dates``.

    ``follows`` holds per fact and value the other facts that are settled by it.
    """

    domains: Domains
    follows: Mapping[str, Mapping[str, Situation]] = field(default_factory=dict)
    dates: frozenset[str] = frozenset()

    def settled(self, situation: Situation) -> dict[str, str]:
        """``situation`` with what follows from it, which goes before what was said."""
        known = dict(situation)
        for fact in self.domains:
            known.update(self.follows.get(fact, {}).get(known.get(fact, UNKNOWN), {}))
        return known

    def choosing(self, known: Situation, fact: str, value: str) -> dict[str, str]:
        """``known`` with another value; a region goes before the town and the sector it had."""
        kept = {n: v for n, v in known.items() if fact != REGION or n not in {PLACE, SECTOR}}
        return self.settled({**kept, fact: value})

    def by_name(self, fact: str) -> tuple[str, ...]:
        """The values of ``fact`` that follow from nothing else, and so are asked by name."""
        found = {
            settled[fact]
            for ways in self.follows.values()
            for settled in ways.values()
            if fact in settled
        }
        return tuple(value for value in self.domains.get(fact, ()) if value not in found)

    def within(self, known: Situation) -> dict[str, tuple[str, ...]]:
        """The domains without the values that cannot be where ``known`` holds."""
        return {
            fact: tuple(
                value
                for value in values
                if all(
                    known.get(other, there) == there
                    for other, there in self.follows.get(fact, {}).get(value, {}).items()
                )
            )
            for fact, values in self.domains.items()
        }


def holds(when: When, situation: Situation) -> bool:
    """Whether every condition of ``when`` is met by facts that are known."""
    # Most arrows have no condition, and they are looked at more than anything else.
    return not when or all(situation.get(fact) in values for fact, values in when.items())


def may_hold(when: When, situation: Situation) -> bool:
    """Whether no known fact contradicts ``when``."""
    return not when or all(
        situation.get(fact, "") in (UNKNOWN, *values) for fact, values in when.items()
    )


def situations(
    facts: tuple[str, ...], known: Situation, domains: Domains
) -> Iterator[dict[str, str]]:
    """Every way to fill in ``facts``, keeping those that ``known`` already settles."""
    values = [(known[fact],) if known.get(fact) else domains[fact] for fact in facts]
    for each in product(*values):
        yield dict(zip(facts, each, strict=True))
