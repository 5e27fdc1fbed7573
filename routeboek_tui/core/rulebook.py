"""A flow as a ``transitions`` machine: the one authority on where an answer leads.

The machine is built once per flow, has no model and is never changed, so any
number of conversations share it. This is the only module that imports
``transitions``.
"""

import logging
from collections.abc import Callable, Sequence

from msgspec import Struct
from transitions import EventData, Machine

from routeboek_tui.core.facts import Situation, When, holds
from routeboek_tui.core.flow import Edge, Flow, Step, facts_of
from routeboek_tui.core.knowledge import Knowledge

logging.getLogger("transitions").setLevel(logging.ERROR)

ONWARD = "verder"
"""The trigger of a step that asks nothing."""

NOTHING = Knowledge()
"""What a flow without policies and dates of birth needs to know."""


class NoWayOn(LookupError):
    """No arrow leaves a step in this situation: a flow that ``routeboek controle`` rejects."""


class _Cursor(Struct, eq=False):
    state: str


class Rulebook:
    """Where every answer of ``flow`` leads, in every situation.

    ``knowledge`` is what its policies reckon with.
    """

    def __init__(self, flow: Flow, knowledge: Knowledge = NOTHING) -> None:
        self.flow = flow
        self.knowledge = knowledge
        self._machine = Machine(
            model=None,
            states=list(flow.steps),
            initial=flow.start,
            auto_transitions=False,
            send_event=True,
            queued=False,
        )
        for step in flow.steps.values():
            for edge in step.edges:
                self._add(ONWARD, step, edge)
            for choice in step.choices:
                for edge in choice.edges:
                    self._add(choice.id, step, edge)
        self._known: dict[tuple[str, ...], Edge] = {}
        self._deciding: dict[tuple[str, str], tuple[str, ...]] = {}

    def _add(self, trigger: str, step: Step, edge: Edge) -> None:
        conditions = _met(edge.when) if edge.when else None
        self._machine.add_transition(trigger, step.id, edge.to, conditions=conditions)

    def next(self, step: Step, choice_id: str, situation: Situation) -> Edge:
        """The arrow taken from ``step`` with this choice ("" where the step asks nothing).

        Every fact that decides between arrows must be known in ``situation``.

        :raises NoWayOn: when no arrow fits
        """
        way = (step.id, choice_id)
        if way not in self._deciding:
            self._deciding[way] = facts_of(_out_of(step, choice_id))
        key = (*way, *(situation.get(fact, "") for fact in self._deciding[way]))
        if key not in self._known:
            self._known[key] = self._fire(step, choice_id, situation)
        return self._known[key]

    def _fire(self, step: Step, choice_id: str, situation: Situation) -> Edge:
        edges = _out_of(step, choice_id)
        cursor = _Cursor(step.id)
        event = self._machine.events[choice_id or ONWARD]
        if not event.trigger(cursor, situation=situation):
            raise NoWayOn(step.id, choice_id)
        return next(
            edge for edge in edges if edge.to == cursor.state and holds(edge.when, situation)
        )

    def leave(
        self, step: Step, taken: Sequence[str], situation: Situation
    ) -> tuple[Edge, tuple[Edge, ...]]:
        """The arrow taken from ``step`` with these choices, and those that run alongside it.

        Where only parallel choices were taken, the way goes on where they join it.

        :raises NoWayOn: when no arrow fits
        """
        choices = [step.choice(choice_id) for choice_id in taken]
        main = next((choice.id for choice in choices if not choice.parallel), "")
        running = {e.to: e for each in choices for e in each.alongside if holds(e.when, situation)}
        beside = [*running.values()]
        beside += [self.next(step, c.id, situation) for c in choices if c.parallel]
        if choices and not main:
            return self.next(self.flow.steps[beside[0].to], "", situation), tuple(beside)
        return self.next(step, main, situation), tuple(beside)


def _out_of(step: Step, choice_id: str) -> tuple[Edge, ...]:
    return step.choice(choice_id).edges if choice_id else step.edges


def _met(when: When) -> Callable[[EventData], bool]:
    return lambda event: holds(when, event.kwargs["situation"])
