"""The figures of the field: thresholds, terms, ages, windows and how often something is held."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct, field

from routeboek_tui.text.numerals import rank, word

_TURN = re.compile(r"\b(since|until): *[\"']?([0-9]{4}-[0-9]{2}-[0-9]{2})")


class Unit(StrEnum):
    """What a figure counts."""

    UUR = "uur"
    LESUUR = "lesuur"
    DAGDEEL = "dagdeel"
    DAG = "dag"
    """Calendar days, unless the reading of the figure says otherwise."""
    SCHOOLDAG = "schooldag"
    """Monday to Friday, public and school holidays left out."""
    WERKDAG = "werkdag"
    """Monday to Friday, public holidays left out."""
    WEEK = "week"
    """Calendar weeks."""
    SCHOOLWEEK = "schoolweek"
    """Calendar weeks less the weeks of school holiday."""
    LESWEEK = "lesweek"
    HALVE_WEEK = "halve week"
    """Half weeks: three of them are said as 1,5."""
    MAAND = "maand"
    SCHOOLJAAR = "schooljaar"
    JAAR = "jaar"
    """Years, of age too."""
    KEER = "keer"
    MELDING = "melding"
    OVERLEG = "overleg"
    SCHOOL = "school"
    EURO = "euro"

    @property
    def timed(self) -> bool:
        """Whether it counts time, so that it must be said how."""
        return self not in {Unit.KEER, Unit.MELDING, Unit.OVERLEG, Unit.SCHOOL, Unit.EURO}


class Form(StrEnum):
    """How a figure is written in a text: 16, zestien, 16e, zestiende; of a span an end of it."""

    DIGITS = ""
    WORD = "woord"
    NTH = "e"
    RANK = "rang"
    FROM = "van"
    """The lowest of a span."""
    TO = "tot"
    """The highest of a span."""


class Figure(Struct, frozen=True):
    """One figure as it holds from ``since`` up to and including ``until`` (``None``: still).

    ``value`` is a whole number of ``unit``; ``least`` beside it makes a span. ``counts`` says what
    is counted, ``reading`` how, and ``ask`` asks for it ("" where nobody need know it by heart).
    ``regions``, ``sectors`` and ``editions`` are where it holds,
    empty for everywhere. ``sources`` are places by document, ``facts`` those of
    ``content/herkomst.tsv`` that say so; ``own`` marks a figure that no source gives.
    """

    name: str
    value: int
    unit: Unit
    counts: str = ""
    ask: str = ""
    least: int | None = None
    reading: str = ""
    regions: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    since: date = date.min
    until: date | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    facts: tuple[str, ...] = ()
    own: bool = False

    def holds(self, on: date) -> bool:
        """Whether this is the figure on the day ``on``."""
        return self.since <= on and (self.until is None or on <= self.until)

    @property
    def written(self) -> str:
        """The figure as the column ``waarde`` of the facts has it: ``16`` or ``4-8``."""
        return str(self.value) if self.least is None else f"{self.least}-{self.value}"

    def said(self, form: Form = Form.DIGITS) -> str:
        """The figure in a text, without its unit; a span is "4 tot 8".

        :raises ValueError: for a form it has not: a rank of a span, an end of what is no span
        """
        if self.unit is Unit.HALVE_WEEK:
            halves = {3: "anderhalve"} if form is Form.WORD else {}
            whole, rest = divmod(self.value, 2)
            return halves.get(self.value, f"{whole},5" if rest else said(whole, form))
        if self.least is None:
            return said(self.value, form)
        if form in {Form.FROM, Form.TO}:
            return str(self.least if form is Form.FROM else self.value)
        if form not in {Form.DIGITS, Form.WORD}:
            raise ValueError(form)
        return f"{said(self.least, form)} tot {said(self.value, form)}"


def said(number: int, form: Form = Form.DIGITS) -> str:
    """A whole number in one of its forms.

    :raises ValueError: for an end of a span, which it is not
    """
    match form:
        case Form.WORD:
            return word(number)
        case Form.NTH:
            return f"{number}e"
        case Form.RANK:
            return rank(number)
        case Form.DIGITS:
            return str(number)
    raise ValueError(form)


class Figures(Struct, frozen=True):
    """All figures by name, each with its entries in the order of their first day."""

    entries: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)

    def __contains__(self, name: object) -> bool:
        return name in self.entries

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def figure(self, name: str, on: date) -> Figure:
        """The figure called ``name`` on the day ``on``.

        Where none holds that day it is the last that did, or else the first that will.

        :raises KeyError: when there is no such figure
        """
        entries = self.entries[name]
        begun = [entry for entry in entries if entry.since <= on]
        return begun[-1] if begun else entries[0]

    def value(self, name: str, on: date) -> int:
        """The value of a figure on the day ``on``: of a span the highest.

        :raises KeyError: when there is no such figure
        """
        return self.figure(name, on).value


def overlapping(entries: Collection[Figure]) -> Figure | None:
    """The first entry, in the order of their days, that begins while an earlier one holds."""
    ordered = sorted(entries, key=lambda entry: entry.since)
    for before, entry in pairwise(ordered):
        if before.holds(entry.since):
            return entry
    return None


def turned(text: str, on: date) -> tuple[str, ...]:
    """The days up to ``on`` on which a figure in ``text`` began, or has ended.

    ``text`` is a file of figures. As long as these days stay the same, so do its figures.
    """
    today = on.isoformat()
    return tuple(
        f"{kind} {day}"
        for kind, day in _TURN.findall(text)
        if day < today or (day == today and kind == "since")
    )
