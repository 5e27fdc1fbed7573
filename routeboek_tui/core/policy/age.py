"""Age on the day of a step.

From a certain age the pupil takes part and is addressed too. A pupil can reach it between two
steps.
"""

from datetime import date

from routeboek_tui.core.knowledge import Knowledge

TAKES_PART = "leeftijd_meepraten"
"""The figure: the age from which the pupil takes part."""

FIGURES = (TAKES_PART,)


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
    old = years(birth_date, on) >= knowledge.value(TAKES_PART, on)
    return "vanaf_12" if old else "onder_12"
