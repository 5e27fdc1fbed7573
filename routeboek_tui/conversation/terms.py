"""The term of something to do, in words and as a day."""

from datetime import date

from routeboek_tui.core.advice import Do
from routeboek_tui.core.figures import Unit
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.sayings import unit_saying
from routeboek_tui.core.term import DIRECT, Term
from routeboek_tui.letters.values import write_date
from routeboek_tui.library.calendar import SATURDAY, working_day_after

NO_TERM = "geen termijn in de bron"

SINCE = {"zorgwekkend_sinds": "na de eerste datum van zorgwekkend verzuim"}
"""How the date a term runs from is called."""


def term_words(do: Do, knowledge: Knowledge) -> str:
    """By when, as the source says it; with the day where it can be reckoned."""
    term = do.action.term
    if term is None:
        return NO_TERM
    if term.unit is None:
        return f"{DIRECT} ({_at_once(do.by)})" if do.by else DIRECT
    words = span_words(term, knowledge)
    if do.by:
        over = ", die dag is al voorbij" if do.by < do.on else ""
        return f"{words.removeprefix('uiterlijk ')}: uiterlijk {write_date(do.by)}{over}"
    if term.since:
        return f"{words} (vul die datum in, dan rekent de gids de dag uit)"
    if term.unit is Unit.WERKDAG:
        return f"{words}: uiterlijk {write_date(working_day_after(do.on, term.most))}"
    return words


def _at_once(day: date) -> str:
    """A day; in the weekend with its name and the first day that offices are open."""
    if day.weekday() < SATURDAY:
        return write_date(day)
    name = "zaterdag" if day.weekday() == SATURDAY else "zondag"
    return f"{name} {write_date(day)}; eerste werkdag: {write_date(working_day_after(day, 1))}"


def span_words(term: Term, knowledge: Knowledge) -> str:
    """How long a term is, without a day."""
    if term.unit is None:
        return DIRECT
    unit = knowledge.say(unit_saying(term.unit), aantal=term.most)
    count = f"{term.least} tot {term.most} {unit}" if term.least else f"{term.most} {unit}"
    aim = "streven: " if term.aim else ""
    if term.since:
        lead = "" if term.least else "uiterlijk "
        return f"{aim}{lead}{count} {SINCE[term.since]}"
    return f"{aim}binnen {count}"
