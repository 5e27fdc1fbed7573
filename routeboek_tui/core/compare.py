"""Two editions of a route compared: what came, what went and what changed, step by step.

Steps are matched by id, and within a step actions, choices and arrows by theirs. Words are no
part of a flow, so a sentence that was rewritten is not seen here.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct

from routeboek_tui.core.flow import Action, Choice, Edge, Flow, Seat, Source, Step

T = TypeVar("T")


class Pair(Struct, Generic[T], frozen=True):
    """The same thing in the old and in the new edition."""

    before: T
    after: T


class Delta(Struct, Generic[T], frozen=True):
    """What came, went and changed among things of one kind, each in the order of its flow."""

    added: tuple[T, ...] = ()
    removed: tuple[T, ...] = ()
    changed: tuple[Pair[T], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


class Way(Struct, frozen=True):
    """One arrow out of a step: the choice that takes it ("" for none) and how it runs.

    ``alongside`` is an arrow to a step that runs beside the main way.
    """

    choice: str
    edge: Edge
    alongside: bool = False


class StepChange(Struct, frozen=True):
    """A step that both editions have, and everything of it that differs."""

    before: Step
    after: Step
    actions: Delta[Action]
    choices: Delta[Choice]
    ways: Delta[Way]
    table: Delta[Seat]
    sources: Delta[Source]
    needs: Delta[str]

    @property
    def actor(self) -> bool:
        """Whether it is another one's turn."""
        return self.before.actor != self.after.actor

    @property
    def kind(self) -> bool:
        """Whether it has become another kind of step."""
        return self.before.kind is not self.after.kind

    @property
    def policy(self) -> bool:
        """Whether its figures are reckoned in another way."""
        return self.before.policy != self.after.policy

    @property
    def inferred(self) -> bool:
        """Whether it stands in a source now and did not before, or the other way about."""
        return self.before.inferred != self.after.inferred

    @property
    def jump(self) -> bool:
        """Whether it leads to another place on another route."""
        return self.before.jump != self.after.jump

    def __bool__(self) -> bool:
        own = (self.actor, self.kind, self.policy, self.inferred, self.jump)
        parts = (self.actions, self.choices, self.ways, self.table, self.sources, self.needs)
        return any(own) or any(parts)


class Comparison(Struct, frozen=True):
    """Everything in which two editions of a route differ."""

    old: Flow
    new: Flow
    steps: Delta[Step]
    details: tuple[StepChange, ...]
    """The steps that changed, in the order of the new edition."""

    @property
    def start(self) -> bool:
        """Whether the route begins at another step."""
        return self.old.start != self.new.start

    def __bool__(self) -> bool:
        return bool(self.steps) or self.start


def compare(old: Flow, new: Flow) -> Comparison:
    """Everything in which ``new`` differs from ``old``."""
    both = [step for step in new.steps if step in old.steps]
    looked_at = (_step(old.steps[step], new.steps[step]) for step in both)
    details = tuple(change for change in looked_at if change)
    steps = Delta(
        added=tuple(step for step in new.steps.values() if step.id not in old.steps),
        removed=tuple(step for step in old.steps.values() if step.id not in new.steps),
        changed=tuple(Pair(change.before, change.after) for change in details),
    )
    return Comparison(old, new, steps, details)


def ways(step: Step) -> Iterator[Way]:
    """Every arrow out of ``step``, in its order."""
    yield from (Way("", edge) for edge in step.edges)
    for choice in step.choices:
        yield from (Way(choice.id, edge, choice.parallel) for edge in choice.edges)
        yield from (Way(choice.id, edge, True) for edge in choice.alongside)


def _step(before: Step, after: Step) -> StepChange:
    return StepChange(
        before,
        after,
        actions=_delta(before.actions, after.actions, lambda action: action.id),
        choices=_delta(before.choices, after.choices, lambda choice: choice.id, _same_choice),
        ways=_delta(ways(before), ways(after), lambda way: (way.choice, way.edge.to)),
        table=_delta(before.table, after.table, lambda seat: (seat.actor, seat.word)),
        sources=_delta(before.sources, after.sources, lambda source: source.document),
        needs=_delta(before.needs, after.needs, lambda fact: fact),
    )


def _same_choice(before: Choice, after: Choice) -> bool:
    """Choices are the same when they are taken in the same way; arrows are compared apart."""
    return before.parallel == after.parallel


def _delta(
    before: Iterable[T],
    after: Iterable[T],
    key: Callable[[T], Hashable],
    same: Callable[[T, T], bool] = lambda one, other: one == other,
) -> Delta[T]:
    """What differs between ``before`` and ``after``, matched by ``key``.

    Things of one key that occur more than once are first matched with their equals, and what
    is left one by one.
    """
    old, new = _by_key(before, key), _by_key(after, key)
    added: list[T] = []
    removed: list[T] = []
    changed: list[Pair[T]] = []
    for name in (*old, *(name for name in new if name not in old)):
        were, now = old.get(name, []), new.get(name, [])
        gone = [one for one in were if not any(same(one, other) for other in now)]
        come = [other for other in now if not any(same(one, other) for one in were)]
        pairs = min(len(gone), len(come))
        changed += (Pair(*pair) for pair in zip(gone, come, strict=False))
        removed += gone[pairs:]
        added += come[pairs:]
    return Delta(tuple(added), tuple(removed), tuple(changed))


def _by_key(things: Iterable[T], key: Callable[[T], Hashable]) -> dict[Hashable, list[T]]:
    found: dict[Hashable, list[T]] = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return found
