"""Decodes ``content/kalender``: holiday regions, what free days are called, and the holidays."""

from collections.abc import Collection, Mapping
from datetime import date
from itertools import combinations

from msgspec.structs import replace

from routeboek_tui.core.calendar import Holiday
from routeboek_tui.core.facts import Domains
from routeboek_tui.core.flow import Source
from routeboek_tui.library.calendar import (
    FreeName,
    HolidayRegion,
    SchoolCalendar,
    SchoolHoliday,
    Status,
)
from routeboek_tui.library.conditions import read_sources, read_when
from routeboek_tui.library.node import Node, read_yaml, text_of, texts_of
from routeboek_tui.library.problems import Problem
from routeboek_tui.text import dates

REGIONS = "content/kalender/regios.yaml"
NAMES = "content/kalender/namen.yaml"
HOLIDAYS = "content/kalender/vakanties.yaml"

EVERYWHERE = "alle"
"""Stands for every region."""

SPAN = ".."
LONGEST = 65
"""Days. A longer holiday is taken for a slip: the summer has six weeks, some schools have seven."""


def read_regions(
    text: str, file: str, sources: Collection[str], domains: Domains, problems: list[Problem]
) -> dict[str, HolidayRegion]:
    """The holiday regions; a value of a fact leads to one of them."""
    regions: dict[str, HolidayRegion] = {}
    taken: dict[tuple[str, str], str] = {}
    for region, node in read_yaml(text, file, problems).items("De lijst van vakantieregio's"):
        what = f"De vakantieregio “{region}”"
        parts = node.fields(what, ("say", "of", "sources"), ("say", "sources"))
        of = dict(read_when(parts.get("of"), domains))
        for fact, values in of.items():
            for value in values:
                first = taken.setdefault((fact, value), region)
                if first != region:
                    parts["of"].problem(f"“{value}” hoort al bij de vakantieregio “{first}”.")
        regions[region] = HolidayRegion(text_of(parts, "say"), of, _sources(parts, what, sources))
    return regions


def read_names(text: str, file: str, problems: list[Problem]) -> dict[str, FreeName]:
    """What free days are called."""
    names: dict[str, FreeName] = {}
    said: dict[str, str] = {}
    parts_of: list[tuple[Node, str]] = []
    for name, node in read_yaml(text, file, problems).items("De lijst van vrije dagen"):
        parts = node.fields(f"De vrije dag “{name}”", ("say", "names", "part", "own"), ("say",))
        for each in texts_of(parts, "names"):
            first = said.setdefault(each, name)
            if first != name:
                parts["names"].problem(f"“{each}” staat al bij “{first}”.")
        if "part" in parts:
            parts_of.append((parts["part"], text_of(parts, "part")))
        own = "own" in parts and parts["own"].flag("own")
        names[name] = FreeName(
            text_of(parts, "say"), texts_of(parts, "names"), text_of(parts, "part"), own
        )
    for node, name in parts_of:
        node.named("De vakantie", name, names)
    return names


def read_calendar(
    text: str,
    file: str,
    empty: SchoolCalendar,
    sources: Collection[str],
    problems: list[Problem],
) -> SchoolCalendar:
    """The holidays per school year and region, in the calendar with their regions and names."""
    found: list[SchoolHoliday] = []
    official = [name for name, each in empty.names.items() if not each.own]
    for year, node in read_yaml(text, file, problems).items("De lijst van schooljaren"):
        if not _is_year(year):
            node.problem(f"“{year}” is geen schooljaar. Schrijf het zo: 2026-2027.")
            continue
        placed: list[tuple[SchoolHoliday, Node]] = []
        for name, child in node.items(f"Het schooljaar {year}"):
            if child.named("De vakantie", name, official):
                placed += _holiday(child, year, name, empty.regions, sources)
        _prove_apart(placed)
        found += [each for each, _ in placed]
    return replace(empty, holidays=tuple(found))


def _holiday(
    node: Node,
    year: str,
    name: str,
    regions: Mapping[str, HolidayRegion],
    sources: Collection[str],
) -> list[tuple[SchoolHoliday, Node]]:
    what = f"De vakantie “{name}” van {year}"
    parts = node.fields(what, ("days", "advice", "status", "sources"), ("days", "sources"))
    advice = "advice" in parts and parts["advice"].flag("advice")
    written = _sources(parts, what, sources)
    status = _status(parts.get("status"), regions)
    found: list[tuple[SchoolHoliday, Node]] = []
    named: set[str] = set()
    astray = False
    for region, child in parts["days"].items("days") if "days" in parts else ():
        if not child.named("De vakantieregio", region, (*regions, EVERYWHERE)):
            astray = True
            continue
        span = _span(child, year)
        for each in regions if region == EVERYWHERE else (region,):
            if each in named:
                child.problem(f"De vakantieregio “{each}” heeft hier al dagen.")
            elif status[each] is Status.NOT_FOUND:
                child.problem(f"De vakantieregio “{each}” is hier NG en heeft toch dagen.")
            elif span:
                made = SchoolHoliday(year, name, each, *span, advice, status[each], written)
                found.append((made, child))
            named.add(each)
    for each in regions:
        if each not in named and status[each] is Status.NOT_FOUND:
            made = SchoolHoliday(year, name, each, None, None, advice, status[each], written)
            found.append((made, node))
        elif each not in named and "days" in parts and not astray:
            parts["days"].problem(f"{what} mist de regio “{each}”. Is die niet gevonden: NG.")
    return found


def _status(node: Node | None, regions: Mapping[str, HolidayRegion]) -> dict[str, Status]:
    """The status of every region: one for all, or those that are not confirmed by name."""
    status = dict.fromkeys(regions, Status.CONFIRMED)
    known = [each.value for each in Status]
    if node and node.value is not None and node.value.id == "scalar":
        return dict.fromkeys(regions, Status(node.one_of("De status", known) or "NG"))
    for region, child in node.items("status") if node else ():
        if child.named("De vakantieregio", region, regions):
            status[region] = Status(child.one_of("De status", known) or "NG")
    return status


def _span(node: Node, year: str) -> tuple[date, date] | None:
    """The first and last day in ``2026-10-17..2026-10-25``, in this school year."""
    written = node.text("De dagen")
    parts = written.split(SPAN)
    if len(parts) != 2:  # noqa: PLR2004 - a first and a last day
        node.problem(f"“{written}” is geen eerste en laatste dag. Schrijf 2026-10-17..2026-10-25.")
        return None
    found = []
    for part in parts:
        day = dates.exact(part.strip())
        if day is None:
            node.problem(f"“{part.strip()}” is geen dag. Schrijf jaar-maand-dag: 2026-10-17.")
            return None
        found.append(day)
    first, last = found
    start = int(year[:4])
    if last < first:
        node.problem(f"De laatste dag ({last}) ligt voor de eerste ({first}).")
    elif (last - first).days >= LONGEST:
        node.problem(f"Dit zijn {(last - first).days + 1} dagen. Kijk de dagen na.")
    elif first < date(start, 8, 1) or last > date(start + 1, 9, 30):
        node.problem(f"Deze dagen vallen buiten het schooljaar {year}.")
    else:
        return first, last
    return None


def _prove_apart(placed: list[tuple[SchoolHoliday, Node]]) -> None:
    """No school day may belong to two holidays of one region; a weekend may."""
    for (one, _), (other, node) in combinations(placed, 2):
        if one.region != other.region or not (one.first and one.last):
            continue
        if (
            other.first
            and other.last
            and Holiday(one.name, one.first, one.last).meets(other.first, other.last)
        ):
            node.problem(f"Deze dagen overlappen met de vakantie “{one.name}”.")


def _sources(parts: Mapping[str, Node], what: str, known: Collection[str]) -> tuple[Source, ...]:
    found = read_sources(parts.get("sources"), frozenset(known))
    if "sources" in parts and not parts["sources"].items("sources"):
        parts["sources"].problem(f"{what} heeft een bron nodig.")
    return found


def _is_year(text: str) -> bool:
    first, dash, second = text.partition("-")
    whole = len(text) == len("2026-2027") and dash == "-" and first.isdecimal()
    near = dates.exact(f"{first}-08-01") and dates.exact(f"{second}-09-30")
    return bool(whole and near and int(second) == int(first) + 1)
