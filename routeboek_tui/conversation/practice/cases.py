"""All cases at a glance: where each is, what it teaches and where people go wrong."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from routeboek_tui.core.facts import REGION, SECTOR
from routeboek_tui.library.content import Library
from routeboek_tui.library.exercise import Exercise


class Row(Struct, frozen=True):
    """A case in the table of all cases; a region or sector that its way asks for is not told."""

    id: str
    title: str
    route: str
    region: str
    sector: str
    teaches: str
    traps: tuple[str, ...]


def rows(library: Library, exercises: Iterable[Exercise]) -> tuple[Row, ...]:
    """The cases by the route on which they begin, and on that by region, sector and title."""
    found = (_row(library, each) for each in exercises)
    return tuple(sorted(found, key=lambda row: (row.route, row.region, row.sector, row.title)))


def by_route(rows: Iterable[Row]) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """Each route on which cases begin, with those of ``rows``, in their order."""
    yield from ((name, tuple(found)) for name, found in groupby(rows, lambda row: row.route))


def _row(library: Library, exercise: Exercise) -> Row:
    flow = library.named(exercise.route, exercise.day)
    edition = library.editions[flow.edition]
    known = library.scheme.settled(exercise.facts)
    sectors = library.sectors(flow)
    sector = known.get(SECTOR) or (sectors[0] if len(sectors) == 1 else "")
    region = edition.region or known.get(REGION, "")
    return Row(
        id=exercise.id,
        title=exercise.title,
        route=flow.title,
        region=_said(library, REGION, region),
        sector=_said(library, SECTOR, sector),
        teaches=exercise.teaches,
        traps=tuple(trap.why for trap in exercise.traps),
    )


def _said(library: Library, fact: str, value: str) -> str:
    text = library.facts[fact]
    choice = text.choices.get(value)
    return (choice.short or choice.label) if choice else f"{text.title}?"
