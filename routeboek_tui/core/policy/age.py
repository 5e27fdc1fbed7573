"""Age on the day of a step.

From a certain age the pupil takes part and is addressed too, and from another leerplicht has no
say any more. A pupil can reach either between two steps.
"""

from datetime import date

from routeboek_tui.core.facts import BEGUN, OF_AGE
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.leerplichtig import QUALIFIED, STARTS, begins

TAKES_PART = "leeftijd_meepraten"
"""The figure: the age from which the pupil takes part."""

PRIMARY, SECONDARY = "po_leeftijd", "vo_leeftijd"
"""The figures: the ages at which we take it that a pupil is at a school of that sector."""

FIGURES = (TAKES_PART, PRIMARY, SECONDARY)


def years(birth_date: date, on: date) -> int:
    """Whole years of age on the day ``on``; who is born on 29 February ages on 1 March."""
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))


def birthday(birth_date: date, years: int) -> date:
    """The day someone becomes ``years`` old; who is born on 29 February on 1 March."""
    year = birth_date.year + years
    try:
        return birth_date.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def group(birth_date: date, on: date, knowledge: Knowledge) -> str:
    """The value of the fact ``leeftijd`` on the day ``on``."""
    return of_years(years(birth_date, on), on, knowledge)["leeftijd"]


def of_birth(birth_date: date, on: date, knowledge: Knowledge) -> dict[str, str]:
    """The facts that follow from a date of birth on the day ``on``."""
    begun = "ja" if begins(birth_date, on, knowledge) <= on else "nee"
    return {**of_years(years(birth_date, on), on, knowledge), BEGUN: begun}


def of_years(age: int, on: date, knowledge: Knowledge) -> dict[str, str]:
    """The facts that follow from an age in whole years.

    In the year in which the leerplicht begins an age does not tell whether it has: we take it so.
    """
    return {
        "leeftijd": "vanaf_12" if age >= knowledge.value(TAKES_PART, on) else "onder_12",
        OF_AGE: "ja" if age >= knowledge.value(QUALIFIED, on) else "nee",
        BEGUN: "ja" if age >= knowledge.value(STARTS, on) else "nee",
    }


def sector(age: int, on: date, knowledge: Knowledge) -> str:
    """The value of the fact ``sector`` that an age in whole years settles; "" where none."""
    for value, name in (("po", PRIMARY), ("vo", SECONDARY)):
        figure = knowledge.figure(name, on)
        if (figure.least or figure.value) <= age <= figure.value:
            return value
    return ""
