"""A trail: the ways a walk may have gone, and what is certain of it.

Certainty is decided here and nowhere else: which steps were surely passed, which facts are known,
whether an outcome may still turn into another, and to which doors the ways still possible lead.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from msgspec import Struct

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import UNKNOWN, Situation
from routeboek_tui.core.flow import Edge, Flow
from routeboek_tui.core.policy.verdict import Verdict


class Visit(Struct, frozen=True):
    """One step on the way: the nth ``visit`` of ``step``, reached by ``via``.

    ``on`` is the day the step took place, ``since`` the day it was reached: what there is to do at
    a step is to be done from then. ``taken`` are the choices made there; empty where the step asks
    nothing or still waits. ``assumed`` says that the choice is a guess: the answer is
    not known. ``told`` says that it was not asked: what was come past before tells it.
    """

    step: str
    visit: int
    on: date
    since: date
    via: Edge | None = None
    taken: tuple[str, ...] = ()
    alongside: bool = False
    assumed: bool = False
    verdict: Verdict | None = None
    told: bool = False


class Ask(Struct, frozen=True):
    """What the walk waits for: the answer to a visit of ``step``, or first a ``fact``."""

    step: str
    visit: int
    fact: str = ""


class Branch(Struct, frozen=True):
    """One way the walk may have gone, and what it waits for (``None`` at its end).

    ``steps`` are those it has come past, and those that were done before it began. ``again`` says
    that it came back to a question that is not known yet, with nothing settled since: it leads
    nowhere the other ways do not lead.
    """

    visits: tuple[Visit, ...]
    situation: Situation
    ask: Ask | None
    steps: frozenset[str]
    ended: bool = False
    again: bool = False

    @property
    def first(self) -> Visit:
        """The step where this way began, beside steps that run alongside."""
        return next(visit for visit in self.visits if not visit.alongside)

    @property
    def last(self) -> Visit:
        """The step where this way stands, beside steps that run alongside."""
        return next(visit for visit in reversed(self.visits) if not visit.alongside)

    def reached(self, step: str) -> bool:
        """Whether this way has come past ``step``."""
        return step in self.steps


class Trail(Struct, frozen=True, dict=True):
    """Everything that follows from the answers: the ways still possible, and what was used.

    ``partial`` says that there were more ways than are kept.
    """

    flow: Flow
    answers: Answers
    branches: tuple[Branch, ...]
    used: tuple[Answer, ...]
    partial: bool = False

    @cached_property
    def ways(self) -> tuple[Branch, ...]:
        """The ways that lead somewhere: one that goes round in circles has no end of its own."""
        return tuple(way for way in self.branches if not way.again) or self.branches

    @cached_property
    def main(self) -> Branch:
        """The way shown first: the one that waits for something, before one that has ended."""
        return next((way for way in self.ways if way.ask and not way.ended), self.ways[0])

    @property
    def ask(self) -> Ask | None:
        """What to ask next; nothing where ways have come to a door."""
        return None if self.doors else self.main.ask

    @property
    def ended(self) -> bool:
        """Whether every way has come as far as it can: to an outcome, or to what is not known."""
        return all(way.ended or way.again for way in self.ways)

    @property
    def outcome(self) -> str:
        """The outcome or door where the way shown ends; "" while there is something to ask."""
        return self.main.last.step if self.ended and not self.main.again else ""

    @property
    def provisional(self) -> bool:
        """Whether what is not known yet may still lead to another outcome than this one."""
        return bool(self.outcome) and (self.parted or self.answers.supposed)

    @property
    def doors(self) -> tuple[Visit, ...]:
        """The doors to other routes at which ways end, once there is nothing left to ask here.

        Behind a door that is not the only end there is nothing certain.
        """
        if not self.ended:
            return ()
        lasts = (way.last for way in self.ways)
        found = {visit.step: visit for visit in lasts if self.flow.steps[visit.step].jump}
        return tuple(found.values())

    @property
    def door(self) -> Visit | None:
        """The door at which every way ends, if there is one."""
        doors = self.doors
        return doors[0] if len(doors) == 1 and not self.parted else None

    @property
    def parted(self) -> bool:
        """Whether the ways stand at different places."""
        return self.partial or len({way.last.step for way in self.branches}) > 1

    @property
    def unknown(self) -> tuple[Answer, ...]:
        """The answers "weet ik nog niet" on the way, in the order they were given."""
        return tuple(answer for answer in self.used if answer.unknown)

    @property
    def unknown_facts(self) -> tuple[str, ...]:
        """The facts that were asked and are not known yet."""
        return tuple(fact for fact, value in self.answers.facts.items() if value == UNKNOWN)

    @cached_property
    def known(self) -> Situation:
        """The facts every way agrees on; one that was asked in vain is not among them."""
        first, *others = self.branches
        return {
            fact: value
            for fact, value in first.situation.items()
            if value != UNKNOWN
            and self.answers.facts.get(fact) != UNKNOWN
            and all(way.situation.get(fact) == value for way in others)
        }

    @cached_property
    def certain_steps(self) -> frozenset[str]:
        """The steps that were surely passed, those that were done before the walk among them.

        They are those every way has come past. On a partial trail ways are left out, so that only
        what was passed before the ways part is certain. A walk that began by a guess is certain of
        nothing but what was done before it.
        """
        if self.answers.supposed:
            return frozenset(self.answers.done)
        if not self.partial:
            return frozenset.intersection(*(way.steps for way in self.branches))
        return frozenset((*self.answers.done, *self._before_parting()))

    def _before_parting(self) -> Iterator[str]:
        """The steps all ways have come past in the same order, the first unknown one included."""
        for visits in zip(*(way.visits for way in self.branches), strict=False):
            first, *others = visits
            if any(visit.step != first.step for visit in others):
                return
            yield first.step
            if first.assumed or any(visit.taken != first.taken for visit in others):
                return

    @cached_property
    def possible_steps(self) -> frozenset[str]:
        """The steps some way may have come past."""
        return frozenset().union(*(way.steps for way in self.branches))

    def certain(self, step: str) -> bool:
        """Whether ``step`` was surely passed."""
        return step in self.certain_steps

    def possible(self, step: str) -> bool:
        """Whether ``step`` may have been passed."""
        return step in self.possible_steps
