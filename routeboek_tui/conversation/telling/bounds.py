"""What a number that is not exact settles all the same: "ruim 20 uur" is more than sixteen."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from routeboek_tui.conversation.telling.measure import MEASURES, Border, taken
from routeboek_tui.core.facts import SECTOR
from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.said import Count
from routeboek_tui.library.content import Library

MUCH = "99"
"""More than any border that is counted up to."""


def answers_by_bound(
    counts: Sequence[Count],
    sector: str,
    library: Library,
    today: date,
    asked: Collection[str] = (),
) -> dict[str, tuple[str, ...]]:
    """The choice by step that a lower or upper bound among ``counts`` leaves as the only one.

    Of the steps that are ``asked`` it need not be said what is counted.
    """
    bounds = [each for each in counts if each.least or each.below]
    found = dict[str, tuple[str, ...]]()
    if not bounds:
        return found
    for name, step in library.steps.items():
        if step.policy not in MEASURES:
            continue
        settled = {
            choice
            for each in bounds
            if _of_it(each, step.policy, asked=name in asked)
            for choice in _settled(step.policy, each, sector, library, today)
        }
        offered = settled & {choice.id for choice in step.choices}
        if len(settled) == len(offered) == 1:
            found[name] = tuple(offered)
    return found


def _of_it(count: Count, policy: str, *, asked: bool) -> bool:
    """Whether it surely counts what a policy counts."""
    measure = MEASURES[policy]
    if count.unit not in measure.inputs or count.rank or count.doubted or count.opinion:
        return False
    return count.what <= measure.what and (asked or bool(count.what))


def _settled(
    policy: str, count: Count, sector: str, library: Library, today: date
) -> Iterator[str]:
    """The choice that holds for so many, and for any number on the side where it can lie."""
    rule, knowledge = registry.STEPS[policy], library.knowledge
    border = Border.of(policy, sector, today, knowledge)
    if not count.number.isdecimal() or (count.below and int(count.number) < 1):
        return
    number = str(int(count.number) - 1) if count.below else count.number
    choices = set()
    for each in (number, "0" if count.below else MUCH):
        whole = replace(count, number=each, exact=True, denied=count.denied and not count.below)
        try:
            inputs = dict(taken(policy, whole, (whole,), sector, border, told=True))
            verdict = rule.verdict(inputs, {SECTOR: sector}, today, knowledge)
        except GivenError:
            return
        choices.add(verdict.choice)
    if len(choices) == 1:
        yield from filter(None, choices)
