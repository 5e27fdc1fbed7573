"""Facts given beforehand that cannot hold together: the same check for a command and a program."""

from collections.abc import Iterator, Mapping
from datetime import date

from routeboek_tui.core.facts import REGION, SECTOR, UNKNOWN
from routeboek_tui.core.flow import Flow
from routeboek_tui.core.policy.age import of_birth
from routeboek_tui.library.content import Library
from routeboek_tui.text import dates

TOGETHER = "Dit gaat niet samen: {} en {}. Laat weg wat niet klopt."
NOT_HERE = "Op de route “{}” kan {} niet. Kies een andere route, of laat het weg."
UNBORN = "{} ligt voor de geboortedatum, {}. Kijk de datums na."


def contradictions(
    library: Library,
    said: Mapping[str, str],
    days: Mapping[str, date],
    born: date | None,
    today: date,
) -> Iterator[tuple[str, str]]:
    """Each fact that cannot be so beside another, with what is wrong in Dutch.

    ``said`` are the facts as they were given, ``days`` those of the facts that are a date, and
    ``born`` the date of birth.
    """
    for fact, value in said.items():
        for other, there in library.scheme.follows.get(fact, {}).get(value, {}).items():
            if said.get(other, there) not in {there, UNKNOWN}:
                yield other, TOGETHER.format(_pair(fact, value), _pair(other, said[other]))
    if born is None:
        return
    for fact, value in of_birth(born, today, library.knowledge).items():
        if said.get(fact, value) not in {value, UNKNOWN}:
            birth = f"geboortedatum {dates.write(born)}"
            yield fact, TOGETHER.format(birth, _pair(fact, said[fact]))
    for fact, day in days.items():
        if day < born:
            yield fact, UNBORN.format(f"“{fact}” ({dates.write(day)})", dates.write(born))


def strange_to(library: Library, said: Mapping[str, str], flow: Flow) -> Iterator[tuple[str, str]]:
    """Each fact that cannot be so on the route ``flow``, with what is wrong in Dutch."""
    own = library.editions[flow.edition].region
    regions = {edition.region for edition in library.editions.values() if edition.region}
    for fact, value in said.items():
        region = library.scheme.settled({fact: value}).get(REGION, own)
        if own and region != own and region in regions:
            yield fact, NOT_HERE.format(flow.title, _pair(fact, value))
    sector = said.get(SECTOR, UNKNOWN)
    if sector and sector not in library.sectors(flow):
        yield SECTOR, NOT_HERE.format(flow.title, _pair(SECTOR, sector))


def _pair(fact: str, value: str) -> str:
    return f"“{fact}={value}”"
