"""What the counts of a story are for each policy: only what is clear without having been asked."""

from collections.abc import Sequence
from datetime import date

from routeboek_tui.conversation.telling.measure import (
    HALF_DAYS,
    HOURS,
    LATE,
    MEASURES,
    SICK_LEAVE,
    SPANS,
    Border,
    Measure,
    taken,
)
from routeboek_tui.conversation.telling.running import lasts
from routeboek_tui.conversation.telling.sickness import Input
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.said import Count, Over, Unit, What

ONCE = "1"
"""A number that a story has also where nothing is counted, as in “een keer koorts”."""


def told(
    counts: Sequence[Count], sector: str, knowledge: Knowledge, today: date
) -> dict[str, dict[str, str]]:
    """What a sentence that answers no question counts for each policy; only what is clear."""
    found = {}
    for policy, measure in MEASURES.items():
        border = Border.of(policy, sector, today, knowledge)
        inputs: list[Input] = []
        for count in counts:
            if not _surely(count, measure, sector, policy):
                continue
            try:
                inputs += taken(policy, count, counts, sector, border, told=True)
            except GivenError:
                continue
        if policy == LATE:
            inputs = _latest(counts, inputs)
        if policy == HOURS and len(list(filter(_of_hours, counts))) > 1:
            continue  # some of them may be a part, so that none is surely the whole
        once = [each for each in inputs if [name for name, _ in inputs].count(each[0]) == 1]
        if any(name not in SPANS for name, _ in once):
            found[policy] = dict(once)
    return found


def _of_hours(count: Count) -> bool:
    """Whether a count can be hours that count, or a part of them."""
    what = MEASURES[HOURS].what
    return count.unit is Unit.HOUR and not (count.rank or count.another) and count.what <= what


def _latest(counts: Sequence[Count], inputs: list[Input]) -> list[Input]:
    """The last of the ranks that were told: what stands before it, went before it."""
    most = max((int(value) for _, value in inputs), default=0)
    ranked = any(count.rank and count.number == str(most) for count in counts)
    return [each for each in inputs if each[1] == str(most)][:1] if ranked else inputs


def _surely(count: Count, measure: Measure, sector: str, policy: str) -> bool:
    """Whether a count is about what a policy counts, without having been asked."""
    once = count.unit is Unit.TIMES and count.number == ONCE
    if count.doubted or once or not count.what <= measure.what:
        return False
    if policy in {SICK_LEAVE, HALF_DAYS} and count.unit is Unit.WEEK:
        return lasts(count) or (policy == SICK_LEAVE and count.within)
    needs = measure.what - {What.ABSENT} if policy != HOURS else measure.what
    if not count.what & needs or count.unit not in measure.inputs:
        return False
    if policy == SICK_LEAVE and count.unit is Unit.DAY and sector == "vo" and not count.rank:
        return bool(count.over & {Over.ROW, Over.YEAR, Over.RUNNING})
    return not (count.span and count.span_unit not in {Unit.WEEK, Unit.DAY})
