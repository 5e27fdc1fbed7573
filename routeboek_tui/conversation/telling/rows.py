"""Hours by day as a system or a person lists them: rows in one form, and the weeks they fall in."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from routeboek_tui.conversation.telling.count import DAY
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.library.language import Counting
from routeboek_tui.library.ways import either
from routeboek_tui.text import dates
from routeboek_tui.text.dates import Found

WHOLE_DAY = "Een hele dag is niet overal even lang. Typ bij {dagen} ook hoeveel lesuren het waren."
FEWEST = 2
"""Days that are a list."""

Row = tuple[date, float]
"""A day, and the hours on it."""


class _Shapes(Struct, frozen=True):
    note: re.Pattern[str]
    stroke: re.Pattern[str]
    short: re.Pattern[str]
    whole_day: re.Pattern[str]


@lru_cache(maxsize=4)
def _shapes(words: Counting) -> _Shapes:
    whole = rf"(?:{either(words.whole)}) (?:school)?(?:{either(words.day)})"
    return _Shapes(
        note=re.compile(r" ?\([^()§0-9]*\)(?= ?(?:[,;/|.–-]|en\b|$))"),
        stroke=re.compile(rf"(?:(?<=[\w)]) ?[/|]|(?<=[a-z)]) ?[–-]) ?(?=(?:op )?{DAY})"),
        short=re.compile(r"(?<=[0-9]) ?u\b\.?"),
        whole_day=re.compile(rf"{DAY}[ :=(,]*(?:de |een )?{whole}\b(?! [0-9])"),
    )


def tidy(text: str, days: Sequence[Found], words: Counting) -> str:
    """``text``, with a § for each of ``days``, in which a list of days is written in one form.

    What parts its rows is a comma, a note between brackets is left out, an hour is written out.

    :raises GivenError: when a day is told to be whole, and not how long that is
    """
    if text.count(DAY) < FEWEST:
        return text
    shapes = _shapes(words)
    text = shapes.stroke.sub(", ", shapes.short.sub(f" {words.hour[0]}", text))
    whole = [
        found.day
        for match in shapes.whole_day.finditer(text)
        for found in days[text[: match.start()].count(DAY) :][:1]
        if found.day
    ]
    if whole and len(whole) < text.count(DAY):
        raise GivenError(WHOLE_DAY.format(dagen=", ".join(map(dates.write, whole))))
    return shapes.note.sub("", text)


def parted(rows: Sequence[Row], weeks: int, knowledge: Knowledge) -> tuple[list[Row], list[Row]]:
    """The ``rows`` in the weeks of lessons that have most hours, and those outside them.

    Of as many the last weeks count. A week of holiday is no week of lessons where it is one.
    """
    rows = sorted(rows)
    best: list[Row] = []
    for last, _ in rows:
        so_far = [row for row in rows if row[0] <= last]
        inside = [row for row in so_far if fits(row[0], last, weeks, knowledge)]
        if sum(hours for _, hours in inside) >= sum(hours for _, hours in best):
            best = inside
    return best, [each for each in rows if each not in best]


def fits(first: date, last: date, weeks: int, knowledge: Knowledge) -> bool:
    """Whether no more than so many weeks of lessons lie from one day to the other, in a region."""
    calendars = knowledge.calendars.of({})
    return any(len(each.school_weeks(first, last)) <= weeks for each in calendars)
