"""Absence without a break: the four weeks after which the school tells the samenwerkingsverband."""

from datetime import date, timedelta

from routeboek_tui.core.policy.verdict import GivenError, Verdict, check_past

FOUR_WEEKS = timedelta(days=28)
"""Calendar days of authorised absence in a row, PO and VO, Haaglanden.

Source: Schema ziekteverzuim 2024, the box with the report in Onderwijs Transparant.
"""

A_YEAR = timedelta(days=366)
"""Calendar days. Longer ago is taken for a slip, such as a date of birth; no source says so."""


def vier_weken(first_day: date, on: date) -> Verdict:
    """The value of the fact ``vier_weken_afwezig`` on the day ``on``.

    Our reading: the term is met once four whole weeks have passed, so from the
    29th day counted from and including ``first_day``. Weekends and school
    holidays count, since the source says weeks and not school weeks.

    :raises GivenError: when ``first_day`` is after ``on`` or cannot be right
    """
    absent = on - check_past(first_day, on, "De eerste dag van de afwezigheid")
    if absent > A_YEAR:
        raise GivenError(
            "De eerste dag van de afwezigheid ligt meer dan een jaar terug. Kijk de datum na, "
            "of kies zelf het antwoord."
        )
    weeks, days = divmod(absent.days, 7)
    so_far = f"{weeks} {'week' if weeks == 1 else 'weken'}"
    if days:
        so_far += f" en {days} {'dag' if days == 1 else 'dagen'}"
    if absent >= FOUR_WEEKS:
        return Verdict("ja", (f"{so_far} achter elkaar afwezig; de grens is 4 weken.",))
    left = (FOUR_WEEKS - absent).days
    return Verdict(
        "nee",
        (
            f"{so_far} achter elkaar afwezig; de grens is 4 weken. "
            f"Over {left} {'dag' if left == 1 else 'dagen'} is die bereikt.",
        ),
    )
