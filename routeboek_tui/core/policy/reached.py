"""On which day a border was reached: the day that counted, or the day of the count itself."""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from routeboek_tui.core.facts import SECTOR, Situation
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy import noord_kennemerland, ongeoorloofd, ziekteverzuim
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.text import dates

SICK, SICK_NK, LATE = "zorgwekkend_ziekteverzuim", "ziekteverzuim_nk", "te_laat"
"""The policies that count day by day."""


class _Count(Struct, frozen=True):
    """A count that goes up day by day: what was given, its figures, and what each day is called."""

    given: str
    figures: tuple[str, ...]
    saying: str
    sector: str = ""


_COUNTS = {
    SICK: (
        _Count("dagen", (ziekteverzuim.PO_DAYS,), "dag_zieke_schooldag", "po"),
        _Count("achtereen", (ziekteverzuim.VO_IN_A_ROW,), "dag_zieke_schooldag_rij", "vo"),
    ),
    SICK_NK: (_Count("dagdelen", (noord_kennemerland.HALF_DAYS,), "dag_ziek_dagdeel"),),
    LATE: (_Count("keren", (*ongeoorloofd.LATE,), "dag_keer_te_laat"),),
}

SURELY = {"dag_keer_te_laat": "dag_keer_te_laat_op"}
"""What a day is called that was told as the one on which it came to so many."""


def reached_on(
    policy: str, given: Mapping[str, str], situation: Situation, on: date, knowledge: Knowledge
) -> tuple[str, ...]:
    """The day a border was reached, in a sentence; none where it cannot be told.

    A count that is exactly the border was reached with its last day: the one that was told, or
    ``on``, where that counts.
    """
    last = given.get(ongeoorloofd.LAST)
    told = date.fromisoformat(last) if last else on
    try:
        found = [*_by_day(policy, given, situation, on, knowledge)]
    except GivenError:
        return ()
    for each in _COUNTS.get(policy, ()):
        borders = [knowledge.figure(name, on) for name in each.figures]
        here = [limit for limit in borders if given.get(each.given) == f"{limit.value}"]
        if here and each.sector in {"", situation.get(SECTOR)}:
            saying = SURELY.get(each.saying, each.saying) if last else each.saying
            found.append(knowledge.say(saying, grens=here[0], dag=dates.write(told)))
    return tuple(found)


def _by_day(
    policy: str, given: Mapping[str, str], situation: Situation, on: date, knowledge: Knowledge
) -> Iterator[str]:
    """The border that was reached on one of the days that were given.

    :raises GivenError: with a message for the user
    """
    if ongeoorloofd.ON in given:
        yield from ongeoorloofd.reached_on(given, on, knowledge)
    if policy == SICK and (day := ziekteverzuim.report_reached(given, situation, on, knowledge)):
        yield knowledge.say("dag_ziekmelding", dag=dates.write(day))
