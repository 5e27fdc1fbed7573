"""What holds of the facts, from their words: for the library and for the first screen."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from routeboek_tui.core.facts import Scheme

DATE = "date"
"""The kind of a fact that is a date."""


class _Choice(Protocol):
    @property
    def implies(self) -> Mapping[str, str]: ...


class _Fact(Protocol):
    @property
    def kind(self) -> str: ...

    @property
    def choices(self) -> Mapping[str, _Choice]: ...


class _Edition(Protocol):
    @property
    def region(self) -> str: ...

    @property
    def sectors(self) -> tuple[str, ...]: ...


def scheme_of(facts: Mapping[str, _Fact]) -> Scheme:
    """The values of ``facts``, in their order, and what follows from them."""
    follows = {
        fact: {value: choice.implies for value, choice in text.choices.items() if choice.implies}
        for fact, text in facts.items()
    }
    return Scheme(
        {fact: tuple(text.choices) for fact, text in facts.items()},
        {fact: ways for fact, ways in follows.items() if ways},
        frozenset(fact for fact, text in facts.items() if text.kind == DATE),
    )


def sectors_in(editions: Iterable[_Edition], region: str) -> tuple[str, ...]:
    """The sectors of the editions that hold in ``region``."""
    there = (each.sectors for each in editions if each.region == region)
    return tuple(dict.fromkeys(sector for sectors in there for sector in sectors))
