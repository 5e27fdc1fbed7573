"""Whether what a policy reckoned still holds when somebody says that it is otherwise by now."""

from datetime import date

from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.verdict import Verdict
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.core.trail import Trail

BY_DAYS = frozenset(("leerplichtig", "nieuwkomer", "langdurig"))
"""Policies that reckon with days alone; what others count may have gone on, or stopped, since."""


def still_so(rulebook: Rulebook, trail: Trail, choice: str, on: date) -> Verdict | None:
    """The verdict by which the way came where it stands, where ``choice`` contradicts it.

    That is where the choice leads to what another verdict would have led to, and the same numbers
    give the same verdict on the day ``on``.
    """
    way = [visit for visit in trail.main.visits if not visit.alongside]
    if len(way) < 2 or way[-2].verdict is None:  # noqa: PLR2004 - where it stands, and from where
        return None
    before, steps = way[-2], trail.flow.steps
    step, policy = steps[before.step], steps[before.step].policy
    if policy not in BY_DAYS:
        return None
    rule = registry.STEPS[policy]
    given = next(
        (u.given for u in trail.used if (u.step, u.visit) == (before.step, before.visit)), {}
    )
    others = {
        edge.to for each in step.choices if each.id not in before.taken for edge in each.edges
    }
    here = (each for each in steps[way[-1].step].choices if each.id == choice)
    if not given or others.isdisjoint(edge.to for each in here for edge in each.edges):
        return None
    verdict = rule.verdict(given, trail.main.situation, on, rulebook.knowledge)
    return verdict if (verdict.choice,) == before.taken else None
