"""The facts that steer a route, each with its finite domain.

A fact has few values, so that every situation can be enumerated and a claim
about all situations can be proved by walking them. Numbers and dates become a
fact through a policy (:mod:`routeboek_tui.core.policy`). The question that
asks for a fact stands in ``content/facts/<fact>.md``.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import TypeAlias

UNKNOWN = ""
"""The value of a fact that was asked and is not known yet."""

DOMAINS: Mapping[str, tuple[str, ...]] = {
    "regio": ("haaglanden", "noord_kennemerland", "elders"),
    "sector": ("po", "vo"),
    "gemeente": ("den_haag", "leidschendam_voorburg", "rijswijk"),
    "ingeschreven": ("ja", "nee"),
    "leeftijd": ("onder_12", "vanaf_12"),
    "jgz": ("den_haag", "zhw"),
    "vier_weken_afwezig": ("ja", "nee"),
    "zorgwekkend_sinds": ("bekend",),
    "veiligheid": ("gevaar", "zorgen", "nee"),
}
"""Every fact with its values. ``leeftijd`` is the age on the day of a step.

``veiligheid`` is asked on every road and steers no arrow; see :mod:`routeboek_tui.core.safety`.
``zorgwekkend_sinds`` is a date, the first of the zorgwekkend verzuim: as a fact it is known or
not, and the terms that run from it take the date itself from the answers.
"""

DATES = ("zorgwekkend_sinds",)
"""The facts that are a date."""

When: TypeAlias = Mapping[str, tuple[str, ...]]
"""Conditions over facts: a fact's value must be among those listed. Empty means always."""

Situation: TypeAlias = Mapping[str, str]
"""Facts by name; a fact that is absent was not asked, ``UNKNOWN`` was asked in vain."""


def holds(when: When, situation: Situation) -> bool:
    """Whether every condition of ``when`` is met by facts that are known."""
    return all(situation.get(fact) in values for fact, values in when.items())


def may_hold(when: When, situation: Situation) -> bool:
    """Whether no known fact contradicts ``when``."""
    return all(situation.get(fact, "") in (UNKNOWN, *values) for fact, values in when.items())


def situations(facts: tuple[str, ...], known: Situation) -> Iterator[dict[str, str]]:
    """Every way to fill in ``facts``, keeping those that ``known`` already settles."""
    domains = [(known[fact],) if known.get(fact) else DOMAINS[fact] for fact in facts]
    for values in product(*domains):
        yield dict(zip(facts, values, strict=True))
