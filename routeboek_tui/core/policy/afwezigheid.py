"""Absence without a break, after which the school tells the samenwerkingsverband."""

from datetime import date, timedelta

from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.verdict import GivenError, Verdict, check_past

WEEKS = "geoorloofd_afwezig_weken"
"""The figure: weeks of authorised absence in a row."""

FIGURES = (WEEKS,)

A_YEAR = timedelta(days=366)
"""Calendar days. Longer ago is taken for a slip, such as a date of birth; no source says so."""


def vier_weken(first_day: date, on: date, knowledge: Knowledge) -> Verdict:
    """The value of the fact ``vier_weken_afwezig`` on the day ``on``.

    The term is met once that many whole weeks have passed: after four weeks, from the 29th day
    counted from and including ``first_day``. Weekends and school holidays count.

    :raises GivenError: when ``first_day`` is after ``on`` or cannot be right
    """
    what = knowledge.say("eerste_dag_afwezigheid")
    absent = on - check_past(first_day, on, what, knowledge)
    if absent > A_YEAR:
        raise GivenError(knowledge.say("jaar_terug_afwezig", wat=what))
    weeks = knowledge.figure(WEEKS, on)
    so_far = weeks_said(absent.days, knowledge)
    left = timedelta(weeks=weeks.value) - absent
    if left <= timedelta(0):
        return Verdict("ja", (knowledge.say("afwezig_gehaald", duur=so_far, grens=weeks),))
    said = knowledge.say("afwezig_nog_niet", duur=so_far, grens=weeks, dagen=left.days)
    return Verdict("nee", (said,))


def weeks_said(days: int, knowledge: Knowledge) -> str:
    """A number of days in weeks and days."""
    weeks, rest = divmod(days, 7)
    if rest:
        return knowledge.say("weken_en_dagen", weken=weeks, dagen=rest)
    return knowledge.say("weken", weken=weeks)
