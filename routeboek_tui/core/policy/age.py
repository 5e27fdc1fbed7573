"""Age on the day of a step.

From 12 the pupil takes part and is addressed too (Schema ziekteverzuim 2024,
boxes "leerling vanaf 12 jaar"). A pupil can turn 12 between two steps.
"""

from datetime import date

TWELVE = 12
"""Years. Source: Schema ziekteverzuim 2024, PO and VO."""


def years(birth_date: date, on: date) -> int:
    """Whole years of age on the day ``on``; who is born on 29 February ages on 1 March."""
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))


def group(birth_date: date, on: date) -> str:
    """The value of the fact ``leeftijd`` on the day ``on``."""
    return "vanaf_12" if years(birth_date, on) >= TWELVE else "onder_12"
