"""Counting in a school calendar and its windows, against days written out one by one."""

import random
from collections.abc import Collection
from datetime import date, timedelta

import pytest

from routeboek_tui.core.calendar import LONGEST, Calendar, Calendars, Holiday
from routeboek_tui.core.window import Window, weeks_back, window
from routeboek_tui.library.calendar import public_days
from routeboek_tui.library.content import Library

RANDOM_CALENDARS = 150
WINDOWS_IN_EACH = 20
DAY = timedelta(days=1)


class Plain:
    """The same counting, slow and obvious: sets of days."""

    def __init__(self, calendar: Calendar) -> None:
        self.off = set[date]()
        self.unsure = set[date]()
        for each in calendar.holidays:
            day = each.first
            while day <= each.last:
                (self.off if each.sure else self.unsure).add(day)
                day += DAY
        self.public = calendar.public
        self.known = (calendar.known_from, calendar.known_until)

    def span(self, first: date, last: date) -> list[date]:
        found, day = [], first
        while day <= last:
            found.append(day)
            day += DAY
        return found

    def school(self, day: date) -> bool:
        weekend = day.isoweekday() in {6, 7}
        return not weekend and day not in self.off and day not in self.public(day.year)

    def school_days(self, first: date, last: date) -> int:
        return len([day for day in self.span(first, last) if self.school(day)])

    def weeks(self, first: date, last: date) -> list[tuple[date, ...]]:
        named: dict[tuple[int, int], list[date]] = {}
        for day in self.span(first - 7 * DAY, last + 7 * DAY):
            named.setdefault(day.isocalendar()[:2], []).append(day)
        touched = {day.isocalendar()[:2] for day in self.span(first, last)}
        return [tuple(days) for name, days in named.items() if name in touched]

    def with_school(self, first: date, last: date) -> list[tuple[date, ...]]:
        return [week for week in self.weeks(first, last) if any(map(self.school, week))]

    def knows(self, first: date, last: date) -> bool:
        inside = all(self.known[0] <= day <= self.known[1] for day in (first, last))
        workdays = {day for day in self.span(first, last) if day.isoweekday() <= 5}
        return inside and not workdays & self.unsure


def some_calendar(chance: random.Random) -> Calendar:
    start = date(chance.choice([2025, 2026, 2027]), 8, 1)
    holidays = []
    for _ in range(chance.randrange(10)):
        first = start + chance.randrange(400) * DAY
        last = first + chance.choice([0, 0, 1, 4, 8, 8, 15, 43]) * DAY
        holidays.append(
            Holiday("vrij", first, last, sure=chance.random() < 0.9, own=chance.random() < 0.3)
        )
    bank = frozenset(start + chance.randrange(400) * DAY for _ in range(chance.randrange(9)))
    ordered = tuple(sorted(holidays, key=lambda each: (each.first, each.last)))
    return Calendar("Proef", ordered, start, start + 400 * DAY, lambda year: bank)


def test_windows_and_counts_are_those_of_days_written_out() -> None:
    chance, looked_at = random.Random("kalender"), 0
    for _ in range(RANDOM_CALENDARS):
        calendar = some_calendar(chance)
        plain = Plain(calendar)
        for _ in range(WINDOWS_IN_EACH):
            first = calendar.known_from + chance.randrange(-20, 400) * DAY
            last = first + chance.randrange(130) * DAY
            found = window(calendar, first, last)
            weeks = plain.weeks(first, last)
            school = plain.with_school(first, last)
            assert calendar.school_days(first, last) == plain.school_days(first, last)
            assert calendar.school_weeks(first, last) == tuple(week[0] for week in school)
            assert (found.touched, found.school) == (len(weeks), len(school))
            assert calendar.knows(first, last) == plain.knows(first, last)
            assert found.least == sum(plain.knows(week[0], week[4]) for week in school)
            empty = [week for week in weeks if week not in school]
            assert found.between == max((last - first).days - 7 * len(empty), 0)
            in_them = {each for week in empty for each in calendar.holidays_in(week[0], week[4])}
            assert set(found.left_out) == {each for each in in_them if each.sure}
            looked_at += 1
    assert looked_at == 3_000


def test_weeks_back_end_at_a_day_and_hold_as_many_school_weeks_as_asked() -> None:
    chance = random.Random("terug")
    for _ in range(500):
        calendar = some_calendar(chance)
        plain = Plain(calendar)
        last, count = calendar.known_from + chance.randrange(60, 400) * DAY, chance.randrange(1, 13)
        found = weeks_back(calendar, last, count)
        assert found.first.weekday() == 0
        assert len(plain.with_school(found.first, last)) == count
        assert len(plain.with_school(found.first + 7 * DAY, last)) == count - 1


def in_midden(library: Library) -> Calendar:
    (found,) = library.calendar.calendars().of({"regio": "haaglanden"})
    return found


def names(holidays: Collection[Holiday]) -> list[str]:
    return [each.name for each in holidays]


def test_seven_september_to_seven_december_is_thirteen_school_weeks(library: Library) -> None:
    found = window(in_midden(library), date(2026, 9, 7), date(2026, 12, 7))
    assert (found.touched, found.holiday_weeks, found.school) == (14, 1, 13)
    assert names(found.left_out) == ["herfstvakantie"]
    assert found.known
    assert found.within(12) is False
    assert found.between == 84
    assert found.within_between(12) is True
    shorter = window(in_midden(library), date(2026, 9, 14), date(2026, 12, 7))
    assert shorter.within(12) is True


@pytest.mark.parametrize(
    ("first", "last", "touched", "school", "left_out"),
    [
        # over the change of the year: two weeks of Christmas
        (date(2026, 12, 14), date(2027, 1, 8), 4, 2, ["kerstvakantie"]),
        # over the summer: six weeks
        (date(2026, 7, 13), date(2026, 9, 4), 8, 2, ["zomervakantie"]),
        # the days of one week
        (date(2026, 11, 16), date(2026, 11, 20), 1, 1, []),
        (date(2026, 11, 20), date(2026, 11, 23), 2, 2, []),
        # a report in a holiday lies in no school week
        (date(2026, 10, 19), date(2026, 10, 19), 1, 0, ["herfstvakantie"]),
        # King's Day, Ascension Day and Whit Monday make no week empty
        (date(2028, 5, 22), date(2028, 6, 9), 3, 3, []),
    ],
)
def test_windows_in_midden(
    library: Library, first: date, last: date, touched: int, school: int, left_out: list[str]
) -> None:
    found = window(in_midden(library), first, last)
    assert (found.touched, found.school, names(found.left_out)) == (touched, school, left_out)


def test_a_week_with_a_single_school_day_is_a_school_week() -> None:
    almost = Holiday("vrij", date(2026, 11, 17), date(2026, 11, 20))
    whole = Holiday("vrij", date(2026, 11, 16), date(2026, 11, 20))
    span = (date(2026, 11, 9), date(2026, 11, 27))
    assert window(Calendar(holidays=(almost,)), *span).school == 3
    assert window(Calendar(holidays=(whole,)), *span).school == 2


def test_a_holiday_that_begins_on_wednesday_leaves_its_first_week_a_school_week() -> None:
    calendar = Calendar(holidays=(Holiday("vrij", date(2026, 11, 11), date(2026, 11, 22)),))
    assert calendar.school_weeks(date(2026, 11, 9), date(2026, 11, 29)) == (
        date(2026, 11, 9),
        date(2026, 11, 23),
    )
    assert calendar.school_days(date(2026, 11, 9), date(2026, 11, 29)) == 7


def test_what_is_not_sure_is_never_taken_off_and_said_to_be_unknown(library: Library) -> None:
    found = window(in_midden(library), date(2027, 4, 12), date(2027, 5, 21))
    assert (found.touched, found.school, found.known) == (6, 6, False)
    assert found.within(5) is None
    assert found.within(6) is True
    before = window(in_midden(library), date(2025, 9, 1), date(2025, 11, 3))
    assert not before.known
    after = window(in_midden(library), date(2029, 8, 6), date(2029, 9, 3))
    assert not after.known


def test_a_span_that_runs_back_has_nothing_in_it() -> None:
    found = window(Calendar(), date(2026, 11, 20), date(2026, 11, 2))
    assert (found.touched, found.school, found.between) == (0, 0, 0)


def test_an_endless_span_is_refused() -> None:
    first = date(2000, 1, 1)
    with pytest.raises(ValueError, match="days"):
        Calendar().school_days(first, first + LONGEST * DAY)
    with pytest.raises(ValueError, match="days"):
        Calendar().school_weeks(first, first + LONGEST * DAY)
    closed = Calendar(holidays=(Holiday("dicht", date.min, date.max),))
    with pytest.raises(ValueError, match="days"):
        closed.school_day_after(first, 1)
    with pytest.raises(ValueError, match="days"):
        weeks_back(closed, first, 1)


@pytest.mark.parametrize(
    ("day", "count", "after"),
    [
        (date(2026, 10, 16), 1, date(2026, 10, 26)),
        (date(2026, 10, 15), 2, date(2026, 10, 26)),
        (date(2026, 12, 18), 1, date(2027, 1, 4)),
        (date(2026, 11, 20), 5, date(2026, 11, 27)),
    ],
)
def test_school_days_on(library: Library, day: date, count: int, after: date) -> None:
    assert in_midden(library).school_day_after(day, count) == after


def test_which_region_follows_from_what_is_known(library: Library) -> None:
    calendars = library.calendar.calendars()
    assert [each.region for each in calendars.of({"gemeente": "rijswijk"})] == ["Midden"]
    assert [each.region for each in calendars.of({"regio": "noord_kennemerland"})] == ["Noord"]
    assert len(calendars.of({})) == 3
    assert len(calendars.of({"regio": "elders"})) == 3
    assert len(calendars.of({"regio": ""})) == 3
    inside = calendars.within({"regio": "haaglanden"})
    assert [each.region for each in inside.of({})] == ["Midden"]
    assert calendars.within({}) == calendars
    (nothing,) = Calendars().of({"regio": "haaglanden"})
    assert not nothing.knows(date(2026, 11, 2), date(2026, 11, 2))


def test_the_public_holidays_of_a_year_are_days_without_school() -> None:
    assert date(2026, 4, 27) in public_days(2026)
    calendar = Calendar(public=public_days)
    assert calendar.school_days(date(2026, 4, 27), date(2026, 5, 1)) == 4


def test_a_window_says_its_two_readings() -> None:
    found = Window(date(2026, 9, 7), date(2026, 12, 7), 14, 13, 13, ())
    assert (found.within(13), found.within(12)) == (True, False)
    partly = Window(date(2026, 9, 7), date(2026, 12, 7), 14, 13, 9, ())
    assert [partly.within(most) for most in (13, 12, 9, 8)] == [True, None, None, False]
