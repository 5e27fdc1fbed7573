"""The hours of someone who stays away altogether, where the timetable of a week was told."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from routeboek_tui.conversation.telling.hours import HOUR, daily
from routeboek_tui.core.calendar import SATURDAY
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.ongeoorloofd import WEEKS
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.terms.milestone import AWAY, ILL, UNAUTHORISED
from routeboek_tui.library.language import Counting
from routeboek_tui.library.ways import either
from routeboek_tui.text.near_days import WEEKDAYS

_SCHOOL = WEEKDAYS[:SATURDAY]


@lru_cache(maxsize=4)
def _row(words: Counting) -> re.Pattern[str]:
    day, hour = rf"(?:{'|'.join(_SCHOOL)})", HOUR.format(either(words.hour))
    number = r"(?P<hours>[0-9]{1,2}(?:\.5)?)"
    return re.compile(rf"(?P<days>{day}(?:(?:, ?| en |, en ){day})*)[ :=]+{number}{hour}\b")


def weekly(
    text: str, days: Mapping[str, date], today: date, words: Counting, knowledge: Knowledge
) -> dict[str, str]:
    """The hours by day since the first of ``days`` on which someone without leave stayed away.

    Empty where ``text`` tells no timetable of a whole week, or where it is illness.
    """
    first = days.get(UNAUTHORISED) or days.get(AWAY)
    told = [
        (weekday, float(row["hours"]))
        for row in _row(words).finditer(text)
        for weekday in re.findall("|".join(_SCHOOL), row["days"])
    ]
    hours = dict(told)
    if first is None or ILL in days or len(told) != len(hours) or len(hours) != len(_SCHOOL):
        return {}
    by_weekday = [hours[weekday] for weekday in _SCHOOL]
    try:
        return daily(by_weekday, first, today, knowledge.value(WEEKS, today), knowledge)
    except GivenError:
        return {}
