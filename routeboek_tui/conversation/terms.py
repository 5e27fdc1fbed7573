"""The term of something to do, in words and as a day."""

from collections.abc import Mapping
from datetime import date

from routeboek_tui.core.advice import Do
from routeboek_tui.core.term import Term, Unit
from routeboek_tui.letters.values import write_date
from routeboek_tui.library.calendar import SATURDAY, working_day_after
from routeboek_tui.library.content import Text

NO_TERM = "geen termijn in de bron"

ONE = {
    Unit.WORKING_DAYS: "werkdag",
    Unit.SCHOOL_DAYS: "schooldag",
    Unit.WEEKS: "week",
    Unit.MONTHS: "maand",
}
"""What one of each unit is called."""


def term_words(do: Do, facts: Mapping[str, Text]) -> str:
    """By when, as the source says it; with the day where it can be reckoned.

    A moment stands in it as a word in braces. An aim is no last day.
    """
    term = do.action.term
    if term is None:
        return NO_TERM
    if term.unit is Unit.DIRECT:
        return f"direct ({_at_once(do.by)})" if do.by else span_words(term, facts)
    words = span_words(term, facts)
    if do.by:
        over = ", die dag is al voorbij" if do.by < do.on else ""
        return f"{words.removeprefix('uiterlijk ')}: {_last(term)}{write_date(do.by)}{over}"
    if term.since:
        return f"{words} (vul die datum in, dan rekent de gids de dag uit)"
    if term.unit is Unit.WORKING_DAYS and not term.after:
        return f"{words}: {_last(term)}{write_date(working_day_after(do.on, term.most))}"
    return words


def _last(term: Term) -> str:
    return "" if term.aim else "uiterlijk "


def _at_once(day: date) -> str:
    """A day; in the weekend with its name and the first day that offices are open."""
    if day.weekday() < SATURDAY:
        return write_date(day)
    name = "zaterdag" if day.weekday() == SATURDAY else "zondag"
    return f"{name} {write_date(day)}; eerste werkdag: {write_date(working_day_after(day, 1))}"


def span_words(term: Term, facts: Mapping[str, Text]) -> str:
    """How long a term is, without a day; ``facts`` say from which date it runs.

    The moment it runs from stands in braces.
    """
    moment = f" {{{term.after}}}" if term.after else ""
    if term.unit is Unit.DIRECT:
        return f"direct{moment}"
    unit = ONE[term.unit] if term.most == 1 else term.unit
    count = f"{term.least} tot {term.most} {unit}" if term.least else f"{term.most} {unit}"
    aim = "streven: " if term.aim else ""
    if term.since:
        lead = "" if term.least else _last(term)
        return f"{aim}{lead}{count} {facts[term.since].after}"
    return f"{aim}binnen {count}{moment}"
