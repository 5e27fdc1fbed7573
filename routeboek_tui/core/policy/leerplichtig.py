"""From when to when a child must be at a school, reckoned from its date of birth or its age.

Inputs as text: ``geboortedatum`` (ISO), which goes before ``jaren``, the age in whole years.

Source: Verzuimprotocol Noord-Kennemerland, 1 (background of the leerplicht). The Haaglanden
sources speak of leerplichtig and kwalificatieplichtig without the ages.
"""

from collections.abc import Mapping
from datetime import date

from routeboek_tui.core.facts import Situation
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.verdict import (
    GivenError,
    Verdict,
    check_past,
    read_count,
    read_day,
)
from routeboek_tui.core.policy.ziekteverzuim import school_year
from routeboek_tui.text import dates

STARTS = "leerplicht_begin"
"""The age; the leerplicht begins on the first day of the month after this birthday."""

ENDS = "leerplicht_einde"
"""The age; the leerplicht ends with the school year in which the child turns it."""

QUALIFIED = "kwalificatieplicht_einde"
"""The age; until then the kwalificatieplicht holds for who has no startkwalificatie."""

FIGURES = (STARTS, ENDS, QUALIFIED)

YEARS = "jaren"
"""The input: the age in whole years."""


def check(given: Mapping[str, str], on: date, knowledge: Knowledge) -> None:
    """Look whether the date of birth and the age can be right.

    :raises GivenError: with a message for the user
    """
    if given.get(YEARS):
        read_count(given[YEARS], knowledge.say("aantal_jaren"), knowledge)
    if given.get("geboortedatum"):
        what = knowledge.say("geboortedatum")
        check_past(read_day(given["geboortedatum"], what, knowledge), on, what, knowledge)


def leerplichtig(
    given: Mapping[str, str], situation: Situation, on: date, knowledge: Knowledge
) -> Verdict:
    """Whether a child is leerplichtig or kwalificatieplichtig on the day ``on``. Never raises.

    From the end of the leerplicht up to that of the kwalificatieplicht it depends on a
    startkwalificatie, which the date of birth does not tell: then nothing is settled. Nor does an
    age settle it in the years in which the leerplicht begins or ends.
    """
    try:
        check(given, on, knowledge)
    except GivenError as error:
        return Verdict("", notes=(str(error),))
    if not given.get("geboortedatum"):
        years = int(given[YEARS]) if given.get(YEARS) else None
        return _of_years(years, on, knowledge)
    born = date.fromisoformat(given["geboortedatum"])
    starts = begins(born, on, knowledge)
    ends = school_year(anniversary(born, knowledge.value(ENDS, on)))[1]
    qualified = knowledge.figure(QUALIFIED, on)
    free = anniversary(born, qualified.value)
    begin, einde, tot = dates.short(starts), dates.short(ends), dates.short(free)
    if on < starts:
        return Verdict("nog_niet", (knowledge.say("nog_niet_leerplichtig", begin=begin),))
    if on <= ends:
        said = knowledge.say("wel_leerplichtig", begin=begin, einde=einde, tot=tot)
        return Verdict("ja", (said,))
    if on < free:
        return Verdict("", notes=(knowledge.say("kwalificatieplichtig", einde=einde, tot=tot),))
    return Verdict("nee", (knowledge.say("niet_meer_leerplichtig", leeftijd=qualified),))


def begins(born: date, on: date, knowledge: Knowledge) -> date:
    """The day the leerplicht begins: the first of the month after the birthday."""
    first = anniversary(born, knowledge.value(STARTS, on))
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _of_years(years: int | None, on: date, knowledge: Knowledge) -> Verdict:
    """What an age settles: a child is leerplichtig in every year between the first and the last."""
    starts, ends = knowledge.figure(STARTS, on), knowledge.figure(ENDS, on)
    free, missing = knowledge.figure(QUALIFIED, on), ("geboortedatum",)
    if years is None:
        return Verdict("", missing=missing)
    if years == starts.value:
        return Verdict("", missing=missing, notes=(knowledge.say("jaren_begin", jaren=years),))
    if years >= free.value:
        return Verdict("nee", (knowledge.say("niet_meer_leerplichtig", leeftijd=free),))
    if years < starts.value:
        return Verdict("nog_niet", (knowledge.say("jaren_te_jong", leeftijd=starts),))
    if years < ends.value:
        return Verdict("ja", (knowledge.say("jaren_leerplichtig", jaren=years),))
    return Verdict("", notes=(knowledge.say("jaren_einde", jaren=years),))


def anniversary(born: date, age: int) -> date:
    """The day ``age`` years after ``born``; from 29 February that is 1 March.

    An age nobody reaches is turned when the last school year ends.
    """
    if born.year + age > date.max.year:
        return date(date.max.year, 6, 30)
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
