"""Days to come as people say them: "za 5 december", "morgen", "zaterdag", "14/12", "+6w"."""

import re
from datetime import date, timedelta

from routeboek_tui.text import dates
from routeboek_tui.text.near_days import AGO, WEEKDAYS
from routeboek_tui.text.numerals import word

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
YEAR = timedelta(days=364)
"""How far ahead a day without a year can lie."""

MOST_WORDS = 6
"""Words of a day, with those before it."""

_BEFORE = re.compile(r"^(?:(?:uiterlijk|voor|vóór|of|op|vanaf|aanstaande) )+")
_SHORT = re.compile(r"^(ma|di|wo|do|vr|za|zo)\.? (?=[0-9])")
_FIGURES = re.compile(r"^((?:\w+,? )?)([0-9]{1,2})[/-]([0-9]{1,2})$")
_SOON = {"vandaag": 0, "morgen": 1, "overmorgen": 2}
_EACH = re.compile(r"\b(?:elke|elk|iedere|ieder|wekelijks)\b", re.IGNORECASE)
_RANGE = re.compile(r"^[0-9]+-[0-9]+$")
"""What can be pages or numbers as well; it is a day where that is all that is said."""

_COUNTED = re.compile(r"(?:\+ ?|\bover )([0-9]{1,2}) ?(w|wk|week|weken|d|dag|dagen)$")
"""So many weeks or days from now."""

_LATER = re.compile(r"\bover ([a-z]{3,7}) (?=(?:week|weken|dag|dagen)$)")
_NUMBERS = {"een": 1} | {word(number).replace("ë", "e"): number for number in range(2, 13)}
_DIGIT = re.compile("[0-9]")

_JOINS = frozenset({"en", "of", "tot", "t/m", "van", "elke", "iedere"})
"""Words that make more than one day of a day behind them."""


def read(text: str, today: date) -> date | None:
    """The day that is all ``text`` says; without a year the next such day from ``today``."""
    said = _in_figures(_BEFORE.sub("", text.strip().casefold()))
    if later := _COUNTED.fullmatch(said):
        return today + int(later[1]) * (WEEK if later[2].startswith("w") else DAY)
    if said in _SOON:
        return today + timedelta(days=_SOON[said])
    if said in AGO:
        return dates.read(said, today)
    if said in WEEKDAYS:
        return today + timedelta(days=(WEEKDAYS.index(said) - today.weekday() - 1) % 7 + 1)
    said = _SHORT.sub(lambda found: f"{_weekday(found[1])} ", said)
    if not _DIGIT.search(said):
        return dates.read(said, today)
    figures = _FIGURES.match(said)
    if figures and 0 < int(figures[3]) <= len(dates.MONTHS):
        said = f"{figures[1]}{figures[2]} {dates.MONTHS[int(figures[3]) - 1]}"
    return dates.read(said) or dates.read(said, today + YEAR)


def from_today(text: str, today: date, *, past: bool) -> date | None:
    """The day that ``text`` says from ``today`` and without a date: "over twee weken"."""
    said = _in_figures(text.strip().casefold())
    if _DIGIT.search(said) and not counted(said):
        return None
    return dates.read(said, today) if past else read(said, today)


def _in_figures(said: str) -> str:
    return _LATER.sub(lambda found: f"over {_NUMBERS.get(found[1], found[1])} ", said)


def counted(text: str) -> bool:
    """Whether the day at the end of ``text`` is counted from now: which one, is not meant."""
    return bool(_COUNTED.search(text.strip().casefold()))


def every_week(text: str) -> bool:
    """Whether ``text`` is about something that comes back."""
    return bool(_EACH.search(text))


def at_end(text: str, today: date) -> tuple[str, date | None]:
    """What ``text`` says before the day it ends in, and that day; a day of every week is none."""
    words = text.split()
    for start in range(max(len(words) - MOST_WORDS, 1), len(words)):
        said = " ".join(words[start:])
        bare = _BEFORE.sub("", said.casefold())
        loose = (bare in WEEKDAYS and every_week(text)) or _RANGE.match(said)
        if loose or words[start - 1].casefold() in _JOINS:
            continue
        if day := read(said, today):
            return " ".join(words[:start]).strip(" ,;"), day
    return text, None


def _weekday(short: str) -> str:
    return next(each for each in WEEKDAYS if each.startswith(short))
