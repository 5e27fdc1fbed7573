"""How long a child has been in the Netherlands, for the classes where newcomers learn the language.

Input as text: ``aankomst`` (ISO).

Source: Routeboek VO, newer edition, 2 (child is a newcomer). The years are one of two conditions:
whether the child knows too little Dutch no date tells.
"""

from collections.abc import Mapping
from datetime import date

from routeboek_tui.core.facts import Situation
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.leerplichtig import anniversary
from routeboek_tui.core.policy.verdict import GivenError, Verdict, check_past, read_day
from routeboek_tui.text import dates

YEARS = "schakelklas_jaren"
"""The figure: years in the Netherlands; the number itself is too long."""

FIGURES = (YEARS,)


def check(given: Mapping[str, str], on: date, knowledge: Knowledge) -> None:
    """Look whether the day of arrival can be right.

    :raises GivenError: with a message for the user
    """
    if given.get("aankomst"):
        what = knowledge.say("aankomst")
        check_past(read_day(given["aankomst"], what, knowledge), on, what, knowledge)


def nieuwkomer(
    given: Mapping[str, str], situation: Situation, on: date, knowledge: Knowledge
) -> Verdict:
    """Whether a child is too long here to be a newcomer on the day ``on``. Never raises.

    Before that nothing is settled: then it depends on the language.
    """
    try:
        check(given, on, knowledge)
    except GivenError as error:
        return Verdict("", notes=(str(error),))
    if not given.get("aankomst"):
        return Verdict("", missing=("aankomst",))
    years = knowledge.figure(YEARS, on)
    until = anniversary(date.fromisoformat(given["aankomst"]), years.value)
    tot = dates.short(until)
    if on >= until:
        return Verdict("nee", (knowledge.say("geen_nieuwkomer", jaren=years, tot=tot),))
    return Verdict("", notes=(knowledge.say("nog_nieuwkomer", jaren=years, tot=tot),))
