"""The term of something to do, in words and as a day."""

from routeboek_tui.core.advice import Do
from routeboek_tui.core.term import Term, Unit
from routeboek_tui.letters.values import write_date

NO_TERM = "geen termijn in de bron"

SINCE = {"zorgwekkend_sinds": "na de eerste datum van zorgwekkend verzuim"}
"""How the date a term runs from is called."""

ONE = {
    Unit.WORKING_DAYS: "werkdag",
    Unit.SCHOOL_DAYS: "schooldag",
    Unit.WEEKS: "week",
    Unit.MONTHS: "maand",
}
"""What one of each unit is called."""


def term_words(do: Do) -> str:
    """By when, as the source says it; with the day where it can be reckoned."""
    term = do.action.term
    if term is None:
        return NO_TERM
    if term.unit is Unit.DIRECT:
        return f"direct ({write_date(do.by)})" if do.by else "direct"
    words = span_words(term)
    if do.by:
        return f"{words}: uiterlijk {write_date(do.by)}"
    if term.since:
        return f"{words} (vul die datum in, dan rekent de gids de dag uit)"
    if term.unit is Unit.WORKING_DAYS:
        from routeboek_tui.library.calendar import working_day_after

        return f"{words}: uiterlijk {write_date(working_day_after(do.on, term.most))}"
    return words


def span_words(term: Term) -> str:
    """How long a term is, without a day."""
    if term.unit is Unit.DIRECT:
        return "direct"
    unit = ONE[term.unit] if term.most == 1 else term.unit
    count = f"{term.least} tot {term.most} {unit}" if term.least else f"{term.most} {unit}"
    aim = "streven: " if term.aim else ""
    if term.since:
        lead = "" if term.least else "uiterlijk "
        return f"{aim}{lead}{count} {SINCE[term.since]}"
    return f"{aim}binnen {count}"
