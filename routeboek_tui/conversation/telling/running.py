"""What goes on now: an illness counted with those of before, and its half days in a row."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from routeboek_tui.conversation.telling.count import DAY, Part, sentences
from routeboek_tui.conversation.telling.day import since_alone
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.lasting import half_days
from routeboek_tui.core.said import Count, Over, Unit, What
from routeboek_tui.library.language import Counting, Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain

A_DAY = timedelta(days=1)
HALVES = 2
"""Half days of school on a day, at most."""


LASTS = "duur"
"""The input that is how many weeks an illness goes on by now."""


def ill_now(text: str, language: Language) -> bool:
    """Whether ``text`` says that the pupil is ill now, and not that it is over."""
    words = language.counting
    over = pattern(words.not_ill).search(text)
    return not over and bool(pattern(words.ill_now).search(text))


def over(text: str, place: int, words: Counting) -> bool:
    """Whether what began on the day at ``place`` in ``text`` is over: the pupil is back at school.

    Of a day that stands behind that, or in it, nothing begins that it ends.
    """
    found = [match for match in pattern(words.back).finditer(text) if match.end() > place]
    return any(not text.rfind(DAY, place + 1) > match.end() for match in found)


def now_and_then(text: str, part: Part, language: Language) -> bool:
    """Whether ``part`` of ``text`` tells of something that comes and goes since a day."""
    said = plain(text[part.start : part.end])
    return bool(pattern(language.counting.now_and_then).search(said))


def going_on(text: str, part: Part, parts: Sequence[Part], language: Language) -> frozenset[str]:
    """What the sentence tells of what goes on, where ``part`` of it only says since when."""
    if not since_alone(text[part.start : part.end], language.counting):
        return frozenset()
    whole = next((each for each in sentences(text, parts) if part in each), [])
    before = [each for each in whole if each.start < part.start and not each.asks]
    named = (each.names(What, each.start, each.end) for each in before if not each.has("others"))
    return frozenset(name for names in named for name in names)


def lasts(count: Count) -> bool:
    """Whether a count is the weeks an illness goes on by now."""
    now = Over.PAST not in count.over and not count.over.isdisjoint((Over.RUNNING, Over.ROW))
    whole = (
        What.SICK in count.what
        and count.unit is Unit.WEEK
        and count.exact
        and count.number.isdecimal()
    )
    return whole and now and not (count.rank or count.denied or count.within or count.another)


def with_this_one(counts: Sequence[Count]) -> tuple[Count, ...]:
    """``counts`` of who is ill now: to reports of earlier the one that goes on now is added."""
    return tuple(
        replace(count, number=str(int(count.number) + 1))
        if Over.EARLIER in count.over
        and Over.PAST not in count.over
        and count.unit in {Unit.REPORT, Unit.TIMES}
        and What.SICK in count.what
        and count.number.isdecimal()
        and not count.rank
        else count
        for count in counts
    )


def of_before_and_now(counts: Sequence[Count]) -> tuple[Count, ...]:
    """``counts`` where half days of before this time are told apart from those of now.

    Both together are those of the year, and those of now are in a row.
    """
    halves = [count for count in counts if count.unit is Unit.HALF_DAY and count.number.isdecimal()]
    before = [c for c in halves if Over.EARLIER in c.over and Over.PAST not in c.over]
    now = [c for c in halves if c not in before and c.over & {Over.RUNNING, Over.ROW}]
    if not len(halves) - 1 == len(before) == len(now) == 1:
        return tuple(counts)
    total = str(int(before[0].number) + int(now[0].number))
    both = {
        before[0].start: replace(before[0], number=total),
        now[0].start: replace(now[0], over=now[0].over | {Over.ROW}),
    }
    return tuple(both.get(count.start, count) for count in counts)


def in_a_row(
    counts: Sequence[Count], first: date, today: date, knowledge: Knowledge
) -> tuple[Count, ...]:
    """``counts`` of who is ill since ``first``: as many half days as were since then are those.

    Of the whole year they say no more than a minimum. Half days of earlier reports are not those.
    """
    if any(Over.EARLIER in count.over for count in counts):
        return tuple(counts)
    return tuple(
        replace(count, over=(count.over - {Over.SINCE}) | {Over.ROW})
        if count.unit is Unit.HALF_DAY
        and not count.over & {Over.YEAR, Over.APART, Over.ROW, Over.PAST}
        and _since(count.number, first, today, knowledge)
        else count
        for count in counts
    )


def _since(number: str, first: date, today: date, knowledge: Knowledge) -> bool:
    """Whether so many half days of school can lie between ``first`` and now."""
    if not number.isdecimal() or first > today:
        return False
    return any(
        half_days(first, today - A_DAY, each)
        <= int(number)
        <= HALVES * each.school_days(first, today)
        for each in knowledge.calendars.of({})
        if each.knows(first, today)
    )
