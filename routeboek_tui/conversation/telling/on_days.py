"""How often and how long it was, where a line is the list of the days on which it was."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from routeboek_tui.conversation.telling.count import DAY, THROUGH
from routeboek_tui.conversation.telling.day import reports, without
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.conversation.telling.reported import NOT_SO_MANY, illnesses, listed_themselves
from routeboek_tui.conversation.telling.rows import FEWEST
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.lasting import half_days
from routeboek_tui.core.policy.ongeoorloofd import LAST, TIMES
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.said import What
from routeboek_tui.library.language import Counting
from routeboek_tui.library.ways import either, pattern
from routeboek_tui.text.dates import Found, opened, spans

OTHER_SUM = "Bij elkaar zijn dat {som} dagdelen, en je schrijft een ander totaal. Kijk het na."
_BETWEEN = r"(?:[ ,;/.&+()|:=-]|\b(?:en|op|de)\b)*"


class _Shapes(Struct, frozen=True):
    beside: re.Pattern[str]
    total: re.Pattern[str]
    row: re.Pattern[str]
    halves: re.Pattern[str]


@lru_cache(maxsize=4)
def _shapes(words: Counting) -> _Shapes:
    times, half = either(words.times), either(words.half_day)
    together = either(words.together)
    beside = words.beside.union(words.each_day, words.together, words.parting)
    row = rf"{DAY}(?:{THROUGH}{DAY})?[ :=(,]*(?P<n>[0-9]{{1,3}}) ?(?:{half})\)?"
    bare = row.replace("?P<n>", "?:")
    return _Shapes(
        beside=re.compile(rf"\b(?:{either(sorted(beside))})\b"),
        total=re.compile(rf"\b([0-9]{{1,3}}) ?(?:{times})\b(?!.*\b[0-9]+ ?(?:{times})\b)"),
        row=re.compile(row),
        halves=re.compile(
            rf"(?:[a-z]+[ :]+){{0,3}}{bare}(?:{_BETWEEN}{bare})*"
            rf"(?:[,;. =]*(?:{together})[ :=]*(?P<total>[0-9]{{1,3}}) ?(?:{half}))?[ .]*"
        ),
    )


def times_late(said: str, days: Sequence[Found], today: date, words: Counting) -> dict[str, str]:
    """How often somebody was late, where ``said`` is the days of it and nothing else.

    :raises GivenError: when it names another number beside them
    """
    on = {found.day for found in days if found.day and found.day <= today}
    if len(on) < max(FEWEST, len(days)):
        return {}
    shapes, text = _shapes(words), in_figures(without(said, days, DAY), words)
    total = shapes.total.search(text)
    left = text.replace(total[0], " ") if total else text
    left = pattern(dict(words.what)[What.LATE]).sub(" ", left)
    if re.search(r"\w", shapes.beside.sub(" ", left).replace(DAY, " ")):
        return {}
    if total and int(total[1]) != len(on):
        raise GivenError(NOT_SO_MANY.format(aantal=total[1], dagen=len(on)))
    return {TIMES: str(len(on)), LAST: max(each for each in on if each).isoformat()}


def half_days_ill(
    said: str, days: Sequence[Found], today: date, words: Counting, knowledge: Knowledge
) -> dict[str, str]:
    """The reports and the half days of illness, where ``said`` is the days of it.

    Half days that stand behind the days are added up. Without them they are reckoned, where the
    sick days themselves are listed and not only their reports.

    :raises GivenError: when it names another number beside them
    """
    days = opened(said, days)
    if len(days) < FEWEST or not all(found.day and found.day <= today for found in days):
        return {}
    times = spans(said, days)
    text = in_figures(without(said, days, DAY), words)
    often = {"meldingen": str(illnesses(times, knowledge))}
    if found := _shapes(words).halves.fullmatch(text):
        halves = sum(int(row["n"]) for row in _shapes(words).row.finditer(text))
        if found["total"] and int(found["total"]) != halves:
            raise GivenError(OTHER_SUM.format(som=halves))
        return {**often, "dagdelen": str(halves)}
    told = reports(said, days, words)
    if not told:
        return {}
    if str(told) != often["meldingen"] and told != len(times):
        raise GivenError(NOT_SO_MANY.format(aantal=told, dagen=len(times)))
    if not listed_themselves(times, knowledge):
        return {"meldingen": str(len(times))}
    each = {
        sum(half_days(a.day, b.day, calendar) for a, b in times if a.day and b.day)
        for calendar in knowledge.calendars.of({})
    }
    return {**often, **({"dagdelen": str(each.pop())} if len(each) == 1 else {})}
