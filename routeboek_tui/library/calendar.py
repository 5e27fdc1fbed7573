"""School holidays as they stand in ``content/kalender``, with the own days of a school laid in.

They become the calendars that :mod:`routeboek_tui.core.calendar` counts with. A holiday that only
one source gives (``B1``) is carried and never taken off; of one that was found nowhere (``NG``)
everything between its neighbours is not known.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct, field

from routeboek_tui.core.calendar import Calendar, Calendars, Holiday
from routeboek_tui.core.flow import Source
from routeboek_tui.library.problems import Problem

YEAR_TURNS = 8
"""The month before which a summer holiday has begun and a new school year has not."""

A_DAY = timedelta(days=1)


class Status(StrEnum):
    """How sure the days of a holiday are."""

    CONFIRMED = "B"
    """Two independent sources say them, or the government itself."""
    SEEN_ONCE = "B1"
    NOT_FOUND = "NG"


class HolidayRegion(Struct, frozen=True):
    """A holiday region; ``of`` are the values of facts it follows from."""

    say: str
    of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()


class FreeName(Struct, frozen=True):
    """How a kind of free day is said, and by which names a school may add one.

    ``part`` names the holiday it is a week of; an ``own`` kind only a school itself has.
    """

    say: str
    names: tuple[str, ...] = ()
    part: str = ""
    own: bool = False


class SchoolHoliday(Struct, frozen=True):
    """A holiday of one region in one school year; without days where none were found."""

    year: str
    name: str
    region: str
    first: date | None
    last: date | None
    advice: bool
    status: Status
    sources: tuple[Source, ...]

    @property
    def fixed(self) -> bool:
        """Whether the government sets it and its days are sure: a school cannot move it."""
        return not self.advice and self.status is Status.CONFIRMED


class OwnDay(Struct, frozen=True):
    """A day or span without school that a school added; ``line`` is that of its file."""

    name: str
    first: date
    last: date
    line: int = 0


class OwnDays(Struct, frozen=True):
    """What stands in the file of a school. A line that is wrong is a problem and no day."""

    days: tuple[OwnDay, ...] = ()
    problems: tuple[Problem, ...] = ()


class SchoolCalendar(Struct, frozen=True):
    """The holidays of every region, and the own days of the school where they are known."""

    regions: Mapping[str, HolidayRegion] = field(default_factory=dict)
    names: Mapping[str, FreeName] = field(default_factory=dict)
    holidays: tuple[SchoolHoliday, ...] = ()
    own: OwnDays = field(default_factory=OwnDays)

    def calendars(self) -> Calendars:
        """What the core counts with."""
        follows: dict[str, dict[str, str]] = {}
        for region_id, region in self.regions.items():
            for fact, values in region.of.items():
                follows.setdefault(fact, {}).update(dict.fromkeys(values, region_id))
        return Calendars({region: self.calendar(region) for region in self.regions}, follows)

    def calendar(self, region: str) -> Calendar:
        """The calendar of one region."""
        official = [each for each in self.holidays if each.region == region]
        dated = [each for each in official if each.first and each.last]
        holidays = sorted(
            (*self._official(official), *self._own()), key=lambda each: (each.first, each.last)
        )
        return Calendar(
            region=self.regions[region].say,
            holidays=tuple(holidays),
            known_from=min((each.first for each in dated if each.first), default=date.max),
            known_until=max((each.last for each in dated if each.last), default=date.min),
            public=public_days,
            remarks=self._remarks(),
        )

    def _official(self, official: list[SchoolHoliday]) -> Iterator[Holiday]:
        """The holidays of one region, but for those the school itself gave other days."""
        for at, each in enumerate(official):
            if not each.fixed and any(self._replaces(own, each) for own in self.own.days):
                continue
            say = self.names[each.name].say
            if each.first and each.last:
                sure = each.status is Status.CONFIRMED
                yield Holiday(say, each.first, each.last, each.advice, sure)
                continue
            before = max((other.last for other in official[:at] if other.last), default=None)
            after = min((other.first for other in official[at:] if other.first), default=None)
            if before and after:
                yield Holiday(say, before + A_DAY, after - A_DAY, each.advice, sure=False)

    def _own(self) -> Iterator[Holiday]:
        for own in self.own.days:
            yield Holiday(self.names[own.name].say, own.first, own.last, own=True)

    def _replaces(self, own: OwnDay, each: SchoolHoliday) -> bool:
        """Whether the school gave this holiday, in this school year, its own days."""
        start = int(each.year[:4])
        year = date(start, YEAR_TURNS, 1) <= own.first < date(start + 1, YEAR_TURNS, 1)
        return year and own.name == (self.names[each.name].part or each.name)

    def _remarks(self) -> tuple[str, ...]:
        wrong = len(self.own.problems)
        if not wrong:
            return ()
        lines = "staat 1 fout" if wrong == 1 else f"staan {wrong} fouten"
        return (
            f"In het bestand met eigen dagen van je school {lines}. Wat daar fout is, telt niet "
            "mee. De opdracht “routeboek kalender” zegt waar.",
        )


@lru_cache(maxsize=256)
def public_days(year: int) -> frozenset[date]:
    """The public holidays of the Netherlands in one year."""
    from holidays import country_holidays

    return frozenset(country_holidays("NL", years=year))


def public_holidays(first: date, last: date) -> tuple[date, ...]:
    """The public holidays from ``first`` up to and including ``last``, in order."""
    years = range(first.year, last.year + 1)
    return tuple(day for year in years for day in sorted(public_days(year)) if first <= day <= last)
