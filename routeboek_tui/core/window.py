"""Windows of weeks: from which day to which, what was left out of them, and how they were counted.

"The 4th report in 12 school weeks" says not how to count, and neither does any source. Our reading:
a school week is a calendar week, Monday to Sunday, with at least one school day, and the weeks of
the first and the last day both count. That is how a school reads its own year plan, it needs no
time of day, and of two spans it never calls the longer one the shorter. The other reading, whole
weeks between the two days less the weeks of holiday, is nearly a week milder; where it would turn
the answer both are given.
"""

from datetime import date

from msgspec import Struct

from routeboek_tui.core.calendar import FRIDAY, LONGEST, WEEK, Calendar, Holiday, monday, weeks


class Window(Struct, frozen=True):
    """A span of days, and the weeks in it.

    ``touched`` are its calendar weeks, ``school`` those with a school day, the weeks of both ends
    included; ``between`` are the days from ``first`` to ``last``, less seven for every week without
    school. ``left_out`` are the holidays that make those weeks. ``school`` and ``between`` are the
    most it can be; ``least`` are the school weeks that are known, fewer where not all is.
    """

    first: date
    last: date
    touched: int
    school: int
    least: int
    left_out: tuple[Holiday, ...]

    @property
    def known(self) -> bool:
        """Whether every week is known to be a school week or not."""
        return self.least == self.school

    @property
    def holiday_weeks(self) -> int:
        """The weeks that were left out."""
        return self.touched - self.school

    @property
    def between(self) -> int:
        """Days from ``first`` to ``last``, less those of the weeks left out; never below 0."""
        return max((self.last - self.first).days - 7 * self.holiday_weeks, 0)

    def within(self, most: int) -> bool | None:
        """Whether it lies in at most ``most`` school weeks; ``None`` where that is not known."""
        if self.school <= most:
            return True
        return False if self.least > most else None

    def within_between(self, most: int) -> bool:
        """The same in the other reading: at most ``most`` whole weeks lie between its ends."""
        return self.between <= 7 * most

    @property
    def advised(self) -> bool:
        """Whether a holiday was left out that is only an advice to schools."""
        return any(each.advice for each in self.left_out)


def window(calendar: Calendar, first: date, last: date) -> Window:
    """The window from ``first`` up to and including ``last``.

    :raises ValueError: when it is longer than a calendar counts
    """
    touched = weeks(first, last)
    school = calendar.school_weeks(first, last)
    empty = [start for start in touched if start not in set(school)]
    left_out = {
        each: None
        for start in empty
        for each in calendar.holidays_in(start, start + FRIDAY)
        if each.sure
    }
    least = sum(calendar.knows(start, start + FRIDAY) for start in school)
    return Window(first, last, len(touched), len(school), least, tuple(left_out))


def weeks_back(calendar: Calendar, last: date, count: int) -> Window:
    """The window of the ``count`` school weeks that end with the week of ``last``.

    It begins on a Monday. Where ``last`` itself is in a holiday, the last school week before it
    counts as the first one back.

    :raises ValueError: when there are not that many within the days a calendar counts
    """
    start, found = monday(last), 0
    for _ in range(LONGEST // 7):
        found += len(calendar.school_weeks(start, start))
        if found >= count:
            return window(calendar, start, last)
        start -= WEEK
    raise ValueError(f"more than {LONGEST} days")
