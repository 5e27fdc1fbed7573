"""Absence without a break, after which the school tells the samenwerkingsverband."""

from datetime import date, timedelta

from routeboek_tui.core.calendar import names_of
from routeboek_tui.core.facts import Situation
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.verdict import GivenError, Verdict, check_past
from routeboek_tui.core.terms.words import weeks_words
from routeboek_tui.core.window import window

WEEKS = "geoorloofd_afwezig_weken"
"""The figure: weeks of authorised absence in a row."""

FIGURES = (WEEKS,)

A_YEAR = timedelta(days=366)
"""Calendar days. Longer ago is taken for a slip, such as a date of birth; no source says so."""


def vier_weken(
    first_day: date, on: date, knowledge: Knowledge, situation: Situation | None = None
) -> Verdict:
    """The value of the fact ``vier_weken_afwezig`` on the day ``on``.

    The term is met once that many whole weeks have passed: after four weeks, from the 29th day
    counted from and including ``first_day``. The source says weeks and not school weeks, so we
    read that weekends and school holidays count; where leaving out the weeks of holiday would turn
    the answer, that is said.

    :raises GivenError: when ``first_day`` is after ``on`` or cannot be right
    """
    what = knowledge.say("eerste_dag_afwezigheid")
    absent = on - check_past(first_day, on, what, knowledge)
    if absent > A_YEAR:
        raise GivenError(knowledge.say("jaar_terug_afwezig", wat=what))
    weeks = knowledge.figure(WEEKS, on)
    so_far = weeks_words(absent.days, knowledge)
    notes = _holidays(first_day, on, knowledge, situation or {})
    left = timedelta(weeks=weeks.value) - absent
    if left <= timedelta(0):
        said = knowledge.say("afwezig_gehaald", duur=so_far, grens=weeks)
        return Verdict("ja", (said,), notes=notes)
    said = knowledge.say("afwezig_nog_niet", duur=so_far, grens=weeks, dagen=left.days)
    return Verdict("nee", (said,), notes=notes)


def _holidays(first: date, on: date, knowledge: Knowledge, situation: Situation) -> tuple[str, ...]:
    """The weeks of holiday in the absence, and whether without them the answer would turn."""
    weeks, notes = knowledge.figure(WEEKS, on), []
    for calendar in knowledge.calendars.of(situation):
        found = window(calendar, first, on)
        if not found.left_out:
            continue
        names = names_of(found.left_out)
        notes.append(knowledge.say("afwezig_vakantie", naam=names))
        if (on - first).days >= 7 * weeks.value > found.between:
            notes.append(
                knowledge.say(
                    "afwezig_anders",
                    vrij=found.holiday_weeks,
                    duur=weeks_words(found.between, knowledge),
                    grens=weeks,
                )
            )
    return tuple(dict.fromkeys(notes))
