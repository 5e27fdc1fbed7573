"""The calendar of a school: its holidays, the public holidays and its own days, and counting in it.

A holiday that no source confirms is not ``sure``: none of its days is taken off, and a span that
touches it is not wholly known. Which days are public holidays is given in, year by year.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct, field
from msgspec.structs import replace

from routeboek_tui.core.facts import Situation
from routeboek_tui.text.enumeration import all_of

SATURDAY = 5
"""``date.weekday()`` of the first day without school."""

LONGEST = 11_500
"""Calendar days. A longer span is not counted: no day that is typed may be older than this."""

WEEK = timedelta(days=7)
FRIDAY = timedelta(days=4)
"""From a Monday to its Friday."""


def no_public_holidays(year: int) -> Collection[date]:
    """None in any year: for who has no list of them."""
    return ()


class Holiday(Struct, frozen=True):
    """Days without school, from ``first`` up to and including ``last``.

    ``advice`` marks what the government only recommends, ``own`` what the school itself added.
    """

    name: str
    first: date
    last: date
    advice: bool = False
    sure: bool = True
    own: bool = False

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def meets(self, first: date, last: date) -> bool:
        """Whether one of its days from Monday to Friday is in the span."""
        return any(
            day.weekday() < SATURDAY for day in days(max(first, self.first), min(last, self.last))
        )


class Calendar(Struct, frozen=True):
    """The days without school of one holiday region, known from one day up to another.

    ``remarks`` are to be said wherever it was counted with.
    """

    region: str = ""
    holidays: tuple[Holiday, ...] = ()
    known_from: date = date.max
    known_until: date = date.min
    public: Callable[[int], Collection[date]] = no_public_holidays
    remarks: tuple[str, ...] = ()

    def is_school_day(self, day: date) -> bool:
        """Whether there is school: Monday to Friday, no holiday that is sure, no public holiday."""
        closed = any(each.sure and day in each for each in self.holidays)
        return day.weekday() < SATURDAY and not closed and day not in self.public(day.year)

    def school_days(self, first: date, last: date) -> int:
        """The number of school days from ``first`` up to and including ``last``.

        :raises ValueError: when the span is longer than ``LONGEST``
        """
        if (last - first).days >= LONGEST:
            raise ValueError(f"more than {LONGEST} days")
        near = self._near(first, last)
        return sum(near.is_school_day(day) for day in days(first, last))

    def school_day_after(self, day: date, count: int) -> date:
        """The day that is ``count`` school days after ``day``.

        :raises ValueError: when it lies more than ``LONGEST`` days on
        """
        for after in days(day + timedelta(days=1), day + timedelta(days=LONGEST)):
            count -= self.is_school_day(after)
            if count <= 0:
                return after
        raise ValueError(f"more than {LONGEST} days")

    def working_day_after(self, day: date, count: int) -> date:
        """The day that is ``count`` working days on: Monday to Friday, no public holiday."""
        while count:
            day += timedelta(days=1)
            count -= day.weekday() < SATURDAY and day not in self.public(day.year)
        return day

    def school_weeks(self, first: date, last: date) -> tuple[date, ...]:
        """The Mondays of the school weeks that a span touches.

        A school week is a calendar week, Monday to Sunday, with at least one school day.

        :raises ValueError: when the span is longer than ``LONGEST``
        """
        near = self._near(monday(first), last + WEEK)
        return tuple(
            start
            for start in weeks(first, last)
            if any(near.is_school_day(day) for day in days(start, start + FRIDAY))
        )

    def holidays_in(self, first: date, last: date) -> tuple[Holiday, ...]:
        """The holidays and own days with a day from Monday to Friday in the span, in order."""
        return tuple(each for each in self.holidays if each.meets(first, last))

    def knows(self, first: date, last: date) -> bool:
        """Whether every day of the span is known to have school or not."""
        unsure = any(not each.sure and each.meets(first, last) for each in self.holidays)
        return self.known_from <= first and last <= self.known_until and not unsure

    def _near(self, first: date, last: date) -> "Calendar":
        """This calendar with only what falls in the span."""
        found = tuple(each for each in self.holidays if each.first <= last and first <= each.last)
        return replace(self, holidays=found)


class Calendars(Struct, frozen=True):
    """The calendar of every holiday region, and which region follows from which value of a fact."""

    regions: Mapping[str, Calendar] = field(default_factory=dict)
    follows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, situation: Situation) -> tuple[Calendar, ...]:
        """The calendar of the school, or those of all regions while its region is not known.

        Never empty: without any region it is a calendar that knows nothing.
        """
        for fact, values in self.follows.items():
            region = values.get(situation.get(fact, ""), "")
            if region in self.regions:
                return (self.regions[region],)
        return tuple(self.regions.values()) or (Calendar(),)

    def within(self, situation: Situation) -> "Calendars":
        """These calendars, with only the region that follows from ``situation`` where one does."""
        found = self.of(situation)
        if len(found) != 1 or not self.regions:
            return self
        return replace(self, regions={found[0].region: found[0]})


def names_of(holidays: Iterable[Holiday]) -> str:
    """The names of holidays, each once, joined as in a sentence."""
    return all_of(dict.fromkeys(each.name for each in holidays))


def days(first: date, last: date) -> Iterator[date]:
    """Every day from ``first`` up to and including ``last``."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def monday(day: date) -> date:
    """The Monday of the calendar week of ``day``."""
    return day - timedelta(days=day.weekday())


def weeks(first: date, last: date) -> tuple[date, ...]:
    """The Mondays of the calendar weeks that a span touches.

    :raises ValueError: when the span is longer than ``LONGEST``
    """
    if (last - first).days >= LONGEST:
        raise ValueError(f"more than {LONGEST} days")
    if last < first:
        return ()
    start = monday(first)
    count = (monday(last) - start) // WEEK + 1
    return tuple(start + number * WEEK for number in range(count))
