"""What a typed line means where a fact is asked: an age, a first day, how long it lasts."""

from datetime import date

from routeboek_tui.conversation.hearing.line import Line
from routeboek_tui.conversation.hearing.meanings import (
    Born,
    Chosen,
    FirstDay,
    Understood,
    Unsure,
    Wrong,
)
from routeboek_tui.conversation.telling.day import (
    begins,
    of_birth,
    only,
    tells_birth,
    without,
)
from routeboek_tui.conversation.telling.fact import YOUNGEST, only_age
from routeboek_tui.conversation.telling.fact import weeks as weeks_of
from routeboek_tui.conversation.telling.fact import years as years_of
from routeboek_tui.core.facts import DATED
from routeboek_tui.core.policy import afwezigheid, age
from routeboek_tui.core.policy.verdict import OLDEST
from routeboek_tui.text.characters import plain, words_in
from routeboek_tui.text.dates import find

TELLING = 4
"""Words beside a day with which a line tells what happened on it."""


def of_age(line: Line) -> Understood | None:
    """The age of the pupil, or the day of birth."""
    if line.fact != "leeftijd":
        return None
    day = of_birth(line.text, line.today, line.language.counting)
    if day and _of_something_else(line, day):
        return Unsure(())
    if day:
        return Born(line.past(day, "geboortedatum"))
    said, words = without_lead(line), line.language.counting
    years = years_of(said, words)
    years = only_age(said, words) if years is None else years
    if years is None:
        return None
    if years > OLDEST:
        return Wrong(f"{years} jaar is geen leeftijd van een leerling. Kijk het na.")
    return _agreeing(
        line, "vanaf_12", "onder_12", yes=years >= line.knowledge.value(age.TAKES_PART, line.today)
    )


def _of_something_else(line: Line, day: date) -> bool:
    """Whether a line tells what happened on a ``day`` on which no pupil can have been born."""
    words, text = line.language.counting, line.text
    told = words_in(without(text, find(text, line.today)))
    young = age.years(day, line.today) < YOUNGEST and day <= line.today
    return young and len(told) >= TELLING and not tells_birth(text, line.today, words)


def of_absence(line: Line) -> Understood | None:
    """Whether the absence lasts so long, from its first day or from its weeks."""
    if line.fact != "vier_weken_afwezig":
        return None
    if day := _only_day(line):
        afwezigheid.vier_weken(day, line.today, line.knowledge)
        return FirstDay(day)
    weeks = weeks_of(without_lead(line), line.language.counting)
    if weeks is None:
        return None
    limit = line.knowledge.value(afwezigheid.WEEKS, line.today)
    return _agreeing(line, "ja", "nee", yes=weeks >= limit)


def of_date(line: Line) -> Understood | None:
    """The day of a fact that is a date."""
    if not any(offer.choice == DATED for offer in line.options):
        return None
    day = _only_day(line)
    if day is None:
        return None
    day, calendars = line.past(day, "die_datum"), line.knowledge.calendars.of({})
    on = begins(line.fact, day, line.text, line.language.telling, calendars)
    return FirstDay(on if on <= line.today else day)


def _only_day(line: Line) -> date | None:
    days = find(line.text, line.today)
    return only(line.text, days, line.language.counting, of_birth=False)


def without_lead(line: Line) -> str:
    """The words of the line without the "ja" or "nee" in front."""
    first, _, rest = plain(line.text).partition(" ")
    return rest if first in line.language.yes | line.language.no else plain(line.text)


def _agreeing(line: Line, positive: str, negative: str, *, yes: bool) -> Understood:
    """The choice a number makes, unless the "ja" or "nee" in front says the other one."""
    first = plain(line.text).split(" ")[0]
    if (first in line.language.yes and not yes) or (first in line.language.no and yes):
        return Unsure((positive, negative))
    return Chosen((positive if yes else negative,))
