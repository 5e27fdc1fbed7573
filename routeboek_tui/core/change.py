"""The bill of changing an answer: what stays, what is asked again, what falls away."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.core.replay import replay
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.core.trail import Ask, Trail


class Bill(Struct, frozen=True):
    """What another set of answers does to a walk.

    ``after`` is the walk as it would be: that of a fresh start with the same
    answers. ``dropped`` are answers that have no place on any way still open,
    ``lost`` and ``gained`` the steps that are no longer, or newly, certain.
    """

    after: Trail
    kept: tuple[Answer, ...]
    dropped: tuple[Answer, ...]
    lost: tuple[str, ...]
    gained: tuple[str, ...]

    @property
    def ask(self) -> Ask | None:
        """What will be asked next."""
        return self.after.ask

    @property
    def free(self) -> bool:
        """Whether nothing that was said falls away."""
        return not self.dropped and not self.lost


def bill(rulebook: Rulebook, before: Trail, changed: Answers, today: date) -> Bill:
    """What putting ``changed`` in place of the answers of ``before`` costs."""
    after = replay(rulebook, changed, today)
    used = {(answer.step, answer.visit) for answer in in_place(rulebook, after, today)}
    steps = before.flow.steps
    return Bill(
        after=after,
        kept=tuple(a for a in before.used if (a.step, a.visit) in used),
        dropped=tuple(a for a in before.used if (a.step, a.visit) not in used),
        lost=tuple(s for s in steps if before.certain(s) and not after.certain(s)),
        gained=tuple(s for s in steps if after.certain(s) and not before.certain(s)),
    )


def in_place(rulebook: Rulebook, trail: Trail, today: date) -> tuple[Answer, ...]:
    """The answers that have a place on the way, or will have on some way once a fact is told.

    While a walk waits for a fact, what was answered beyond it is not lost.
    """
    if trail.used == trail.answers.steps:
        return trail.used
    while waiting := next((b.ask.fact for b in trail.branches if b.ask and b.ask.fact), ""):
        trail = replay(rulebook, trail.answers.with_fact(waiting, UNKNOWN), today)
    return trail.used


def settle(rulebook: Rulebook, trail: Trail, today: date) -> Answers:
    """The answers of a walk without those that have no place on any way still open."""
    steps = in_place(rulebook, trail, today)
    passed = {(v.step, v.visit) for way in trail.branches for v in way.visits}
    ticked = tuple(t for t in trail.answers.ticked if (t.step, t.visit) in passed)
    return replace(trail.answers, steps=steps, ticked=ticked)
