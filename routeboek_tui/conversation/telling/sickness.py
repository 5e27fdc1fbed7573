"""The inputs of the policy of sick leave that a count is."""

import re
from collections.abc import Iterator, Sequence

from routeboek_tui.conversation.telling.count import HOLIDAY, SCHOOL
from routeboek_tui.conversation.telling.running import LASTS, lasts
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.said import Count, Over, Unit, What
from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern

WHICH_DAYS = (
    "Zijn die dagen achter elkaar? Typ dan bijvoorbeeld “5 meldingen, 8 dagen achter elkaar”. "
    "Is het een optelling, laat de dagen dan weg: in het VO tellen alleen dagen achter elkaar."
)
IN_DAYS = "Reken in schooldagen, want daar rekent het schema mee. Typ bijvoorbeeld “7 dagen ziek”."

IN_A_ROW = "achtereen"
"""The input that is counted in a row."""

Input = tuple[str, str]
"""The name of an input, and its value."""


def of_sickness(count: Count, counts: Sequence[Count], sector: str, *, told: bool) -> list[Input]:
    """The inputs that a count of illness is; ``told`` in a story, and not where it was asked.

    :raises GivenError: when it is not clear of which days it is
    """
    number = count.number
    if count.unit in {Unit.REPORT, Unit.TIMES}:
        return [("meldingen", number)]
    if count.unit is Unit.WEEK:
        return _weeks(count)
    if count.rank:
        return [(IN_A_ROW, number)]
    row, year = Over.ROW in count.over, Over.YEAR in count.over
    if Over.APART in count.over and not year and sector == "vo":
        raise GivenError(WHICH_DAYS)
    running = Over.RUNNING in count.over
    beside = any(c.unit in {Unit.REPORT, Unit.TIMES} for c in counts)
    if sector == "vo" and beside and not (row or year or running):
        raise GivenError(WHICH_DAYS)
    if told and not sector and running and not (row or year):
        return [(IN_A_ROW, number), ("dagen", number)]
    plain_row = sector == "vo" and not year
    return [(IN_A_ROW if row or plain_row else "dagen", number)]


def _weeks(count: Count) -> list[Input]:
    if count.rank:
        return []
    if count.kind == HOLIDAY:
        return [("vakantieweken", count.number)]
    if count.kind == SCHOOL:
        return [("weken", count.number), ("vakantieweken", "0")]
    if lasts(count):
        return [(LASTS, count.number)]
    if count.what & {What.SICK, What.ABSENT} and not count.within:
        raise GivenError(IN_DAYS)
    return [("weken", count.number)]


def without_number(text: str, language: Language) -> Iterator[Input]:
    """What is said of sickness without a number."""
    if pattern(language.counting.not_ill).search(text):
        yield IN_A_ROW, "0"
    if re.search(r"\bgeen vakantie", text):
        yield "vakantieweken", "0"
