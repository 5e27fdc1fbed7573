"""From when to when a child must be at a school, reckoned from its date of birth.

Input as text: ``geboortedatum`` (ISO).

Source: Verzuimprotocol Noord-Kennemerland, 1 (background of the leerplicht). The Haaglanden
sources speak of leerplichtig and kwalificatieplichtig without the ages.
"""

from collections.abc import Mapping
from datetime import date

from routeboek_tui.core.facts import Situation
from routeboek_tui.core.policy.verdict import GivenError, Verdict, check_past, read_day
from routeboek_tui.core.policy.ziekteverzuim import school_year

STARTS = 5
"""Years; the leerplicht begins on the first day of the month after this birthday."""

ENDS = 16
"""Years; the leerplicht ends with the school year in which the child turns this age."""

QUALIFIED = 18
"""Years; until then the kwalificatieplicht holds for who has no startkwalificatie."""

_WHAT = "De geboortedatum"


def check(given: Mapping[str, str], on: date) -> None:
    """Look whether the date of birth can be right.

    :raises GivenError: with a message for the user
    """
    if given.get("geboortedatum"):
        check_past(read_day(given["geboortedatum"], _WHAT), on, _WHAT)


def leerplichtig(given: Mapping[str, str], situation: Situation, on: date) -> Verdict:
    """Whether a child is leerplichtig or kwalificatieplichtig on the day ``on``. Never raises.

    From the end of the leerplicht up to 18 it depends on a startkwalificatie, which the date of
    birth does not tell: then nothing is settled.
    """
    try:
        check(given, on)
    except GivenError as error:
        return Verdict("", notes=(str(error),))
    if not given.get("geboortedatum"):
        return Verdict("", missing=("geboortedatum",))
    born = date.fromisoformat(given["geboortedatum"])
    fifth = _birthday(born, STARTS)
    starts = date(fifth.year + fifth.month // 12, fifth.month % 12 + 1, 1)
    ends = school_year(_birthday(born, ENDS))[1]
    if on < starts:
        return Verdict("nee", (f"Leerplichtig vanaf {_said(starts)}.",))
    if on <= ends:
        return Verdict("ja", (f"Leerplichtig van {_said(starts)} tot en met {_said(ends)}.",))
    if on < _birthday(born, QUALIFIED):
        words = (
            f"De leerplicht eindigde op {_said(ends)}. Tot 18 jaar geldt de kwalificatieplicht,"
            " zolang er geen diploma havo, vwo of mbo 2 is. Kies ja als dat er niet is."
        )
        return Verdict("", notes=(words,))
    return Verdict("nee", ("18 jaar of ouder: niet meer leerplichtig of kwalificatieplichtig.",))


def _birthday(born: date, age: int) -> date:
    """The day of turning ``age``; who is born on 29 February turns it on 1 March."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def _said(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
