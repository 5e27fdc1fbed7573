"""How long unauthorised absence goes on, after which the school reports it anew.

Input as text: ``eerste_dag`` (ISO).

Source: protocol of Noord-Kennemerland, werkdocument 2, relatief verzuim: longer than so many weeks.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from routeboek_tui.core.facts import Situation
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.afwezigheid import A_YEAR
from routeboek_tui.core.policy.verdict import GivenError, Verdict, check_past, read_day
from routeboek_tui.core.terms.words import weeks_words

WEEKS = "langdurig_relatief_weken"
"""The figure: weeks of unauthorised absence; the number itself is not longer yet."""

FIRST = "eerste_dag"
"""The input: the first day of the absence."""

FIGURES = (WEEKS,)


def check(given: Mapping[str, str], on: date, knowledge: Knowledge) -> None:
    """Look whether the first day can be right.

    :raises GivenError: with a message for the user
    """
    if given.get(FIRST):
        what = knowledge.say("eerste_dag_afwezigheid")
        first = check_past(read_day(given[FIRST], what, knowledge), on, what, knowledge)
        if on - first > A_YEAR:
            raise GivenError(knowledge.say("jaar_terug_afwezig", wat=what))


def langdurig(
    given: Mapping[str, str], situation: Situation, on: date, knowledge: Knowledge
) -> Verdict:
    """Whether the absence is longer than the figure on the day ``on``. Never raises.

    Whole weeks from the first day count, as :mod:`afwezigheid` counts them: on the day behind the
    last of them it is longer.
    """
    try:
        check(given, on, knowledge)
    except GivenError as error:
        return Verdict("", notes=(str(error),))
    if not given.get(FIRST):
        return Verdict("", missing=(FIRST,))
    absent, weeks = on - date.fromisoformat(given[FIRST]), knowledge.figure(WEEKS, on)
    so_far, left = weeks_words(absent.days, knowledge), timedelta(weeks=weeks.value) - absent
    if left <= timedelta(0):
        return Verdict("ja", (knowledge.say("afwezig_gehaald", duur=so_far, grens=weeks),))
    said = knowledge.say("afwezig_nog_niet", duur=so_far, grens=weeks, dagen=left.days)
    return Verdict("nee", (said,))
