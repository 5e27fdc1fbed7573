"""What cannot be right in what was typed in a field of a letter: one check for every face."""

from datetime import date

from routeboek_tui.core.letter import Field, FieldType
from routeboek_tui.text import dates
from routeboek_tui.text.characters import one_line

BIRTH_DATE = "geboortedatum"
"""The field that holds a date of birth, which cannot lie ahead."""

NO_DATE = (
    "Deze datum bestaat niet, ligt te ver weg, of is anders geschreven."
    " Schrijf bijvoorbeeld 3-3-2026."
)
NOT_BORN = "Deze geboortedatum ligt in de toekomst. Kijk het jaar na."
NO_NUMBER = "Dit is geen aantal. Schrijf alleen cijfers, bijvoorbeeld 12."
TOO_MANY = "Dit aantal is te groot. Kijk het na."

MOST_DIGITS = 4
"""Digits of a count: nothing in a letter is counted beyond thousands."""


def fault(field: Field, value: str, today: date) -> str:
    """What is wrong with ``value`` in ``field``, in Dutch; "" when nothing is, or it is empty."""
    typed = one_line(value)
    if not typed:
        return ""
    if field.type is FieldType.COUNT:
        if not (typed.isascii() and typed.isdecimal()):
            return NO_NUMBER
        return TOO_MANY if len(typed) > MOST_DIGITS else ""
    if field.type is not FieldType.DATE:
        return ""
    day = dates.read(typed)
    if day is None:
        return NO_DATE
    return NOT_BORN if field.name == BIRTH_DATE and day > today else ""
