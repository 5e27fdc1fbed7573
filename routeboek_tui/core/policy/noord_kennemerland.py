"""When sick leave is worrying in Noord-Kennemerland, counted in half days.

Inputs as text: ``meldingen`` (reports this school year), ``dagdelen`` (half days sick this school
year), ``achtereen`` (half days sick in a row), ``duur`` (calendar weeks the illness goes on by now,
as they are told).
"""

from collections.abc import Mapping
from datetime import date

from routeboek_tui.core.facts import Situation
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.lasting import half_days_at_least
from routeboek_tui.core.policy.verdict import GivenError, Verdict, read_count

HALF_DAYS = "ziekte_nk_dagdelen"
"""The figure: half days sick, added up within a school year."""

IN_A_ROW = "ziekte_nk_achtereen"
"""The figure: half days in a row; only more than this counts."""

REPORTS = "ziekte_nk_melding"
"""The figure: the report in a school year that counts."""

FIGURES = (HALF_DAYS, IN_A_ROW, REPORTS)

_INPUTS = {
    "meldingen": "aantal_meldingen",
    "dagdelen": "aantal_dagdelen",
    "achtereen": "aantal_dagdelen_achtereen",
    "duur": "aantal_weken_ziek",
}


def check(given: Mapping[str, str], on: date, knowledge: Knowledge) -> None:
    """Look whether the counts can be right.

    :raises GivenError: with a message for the user
    """
    for name, what in _INPUTS.items():
        if given.get(name):
            read_count(given[name], knowledge.say(what), knowledge)


def ziekteverzuim(
    given: Mapping[str, str], situation: Situation, on: date, knowledge: Knowledge
) -> Verdict:
    """Whether one of the three criteria is met: "ja", "nee" or not settled. Never raises."""
    try:
        check(given, on, knowledge)
    except GivenError as error:
        return Verdict("", notes=(str(error),))
    criteria = (
        ("dagdelen", HALF_DAYS, 0, "nk_dagdelen"),
        ("achtereen", IN_A_ROW, 1, "nk_achtereen"),
        ("meldingen", REPORTS, 0, "nk_meldingen"),
    )
    said, missing, met = [], [], False
    weeks = int(given.get("duur") or 0)
    calendars = knowledge.calendars.of(situation)
    least = half_days_at_least(weeks, on, calendars) if weeks else 0
    if least > (limit := knowledge.figure(IN_A_ROW, on)).value:
        said.append(knowledge.say("weken_ziek_nk", weken=weeks, aantal=least, grens=limit))
        met = True
    for name, figure, beyond, saying in criteria:
        if not given.get(name):
            missing.append(name)
            continue
        count, limit = int(given[name]), knowledge.figure(figure, on)
        said.append(knowledge.say(saying, aantal=count, grens=limit))
        met = met or count >= limit.value + beyond
    if met or not missing:
        return Verdict("ja" if met else "nee", tuple(said))
    return Verdict("", tuple(said), tuple(missing))
