"""The school holidays as tables, for the page of the book that has ``calendar: true``."""

from collections.abc import Iterator
from itertools import groupby

from routeboek_tui.library.calendar import SchoolCalendar, SchoolHoliday, Status
from routeboek_tui.text import dates

UNSURE = " (nog niet bevestigd)"
NOT_FOUND = "niet gevonden"


def holiday_tables(calendar: SchoolCalendar) -> str:
    """A heading and a table for every school year, in Markdown: a column for every region."""
    years = groupby(calendar.holidays, key=lambda each: each.year)
    return "\n".join(line for year, found in years for line in _table(calendar, year, [*found]))


def _table(calendar: SchoolCalendar, year: str, found: list[SchoolHoliday]) -> Iterator[str]:
    regions = list(calendar.regions)
    yield f"\n## Schooljaar {year}\n"
    yield _row("Vakantie", *(f"Regio {calendar.regions[region].say}" for region in regions))
    yield _row(*("---" for _ in range(len(regions) + 1)))
    for name in dict.fromkeys(each.name for each in found):
        days = {each.region: _days(each) for each in found if each.name == name}
        advice = any(each.advice for each in found if each.name == name)
        say = f"{calendar.names[name].say}{' (advies)' if advice else ''}"
        yield _row(say, *(days.get(region, NOT_FOUND) for region in regions))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _days(each: SchoolHoliday) -> str:
    if each.first is None or each.last is None:
        return NOT_FOUND
    unsure = UNSURE if each.status is not Status.CONFIRMED else ""
    return f"{dates.short(each.first)} t/m {dates.short(each.last)}{unsure}"
