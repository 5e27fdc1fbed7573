"""What cannot be right in what was typed in a field of a letter: one check for every face."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from routeboek_tui.core.letter import BIRTH_DATE, Field, FieldType
from routeboek_tui.text import dates
from routeboek_tui.text.characters import one_line, plain

NO_DATE = (
    "Deze datum bestaat niet, ligt te ver weg, of is anders geschreven."
    " Schrijf bijvoorbeeld 3-3-2026."
)
NOT_BORN = "Deze geboortedatum ligt in de toekomst. Kijk het jaar na."
TOO_OLD = "Met deze geboortedatum is de leerling ouder dan 30 jaar. Kijk het jaar na."
AHEAD = "Deze dag ligt in de toekomst, en de brief zegt dat het al gebeurd is. Kijk de datum na."
BEHIND = "Deze dag is al voorbij, en de brief nodigt ervoor uit. Kijk de datum na."
BEFORE = "Deze dag ligt voor {}: {}. Kijk de datums na."
BIRTH = "de geboortedatum"
NO_NUMBER = "Dit is geen aantal. Schrijf alleen cijfers, bijvoorbeeld 12."
TOO_MANY = "Dit aantal is te groot. Kijk het na."
TOO_FEW = "Deze brief past pas vanaf {}. Kijk het aantal na, of verstuur deze brief niet."
NO_OPTION = "Kies een van deze: {}."
TOO_LONG = "Hier staat een getal van meer dan 20 cijfers. Kijk het na."

MOST_DIGITS = 4
"""Digits of a count: nothing in a letter is counted beyond thousands."""

MOST_YEARS = 30
"""Nobody in a letter of a school is older."""

_RUN = re.compile(r"\d{21,}")


class Bounds(Struct, frozen=True):
    """What a value is held against: the days it cannot come before, each with what that day is.

    ``past`` says that a date cannot lie ahead of ``today``, ``ahead`` that it cannot lie before it.
    ``least`` is the lowest count,
    ``options`` are all there is to choose.
    """

    today: date
    past: bool = False
    ahead: bool = False
    earlier: Sequence[tuple[str, date]] = ()
    least: int = 0
    options: Sequence[str] = ()


def fault(field: Field, value: str, bounds: Bounds) -> str:
    """What is wrong with ``value`` in ``field``, in Dutch; "" when nothing is, or it is empty."""
    typed = one_line(value)
    if not typed:
        return ""
    match field.type:
        case FieldType.COUNT:
            return _of_count(typed, bounds, halves=field.halves)
        case FieldType.DATE:
            return _of_date(field, dates.read(typed), bounds)
        case FieldType.CHOICE if typed not in bounds.options:
            return NO_OPTION.format("; ".join(bounds.options))
        case _ if _RUN.search(typed):
            return TOO_LONG
    return ""


def option(typed: str, options: Sequence[str]) -> str:
    """The option that is meant by its number or its words, or else what was typed."""
    number = typed.strip(" .)")
    if number.isascii() and number.isdecimal() and 0 < int(number[:MOST_DIGITS]) <= len(options):
        return options[int(number[:MOST_DIGITS]) - 1]
    return next((each for each in options if plain(each) == plain(typed)), typed)


def _of_count(typed: str, bounds: Bounds, *, halves: bool) -> str:
    typed = typed.removesuffix(",5") if halves else typed
    if not (typed.isascii() and typed.isdecimal()):
        return NO_NUMBER
    if len(typed) > MOST_DIGITS:
        return TOO_MANY
    return TOO_FEW.format(bounds.least) if int(typed) < bounds.least else ""


def _of_date(field: Field, day: date | None, bounds: Bounds) -> str:
    if day is None:
        return NO_DATE
    if field.name == BIRTH_DATE:
        if day > bounds.today:
            return NOT_BORN
        return TOO_OLD if bounds.today.year - day.year > MOST_YEARS else ""
    if bounds.past and day > bounds.today:
        return AHEAD
    if bounds.ahead and day < bounds.today:
        return BEHIND
    late = [(what, first) for what, first in bounds.earlier if day < first]
    return BEFORE.format(late[0][0], dates.write(late[0][1])) if late else ""
