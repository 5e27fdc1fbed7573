"""A flow: the steps of one route and where each answer leads. Routing only, no words."""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct, field

from routeboek_tui.core.facts import BEGUN, Domains, Situation, When, holds, may_hold
from routeboek_tui.core.terms.term import Term

TRIAGE = "triage"
"""The route of questions that looks for the route."""


class Kind(StrEnum):
    """What happens at a step."""

    QUESTION = "question"
    ACTION = "action"
    DECISION = "decision"
    OUTCOME = "outcome"


class Certainty(StrEnum):
    """How sure we are of an arrow of the flowchart, whose drawing was lost."""

    SOURCE = "source"
    """The text of the source leaves one reading."""
    READING = "reading"
    """The most plausible of several readings."""
    INFERRED = "inferred"
    """Closes a gap the source leaves open."""


class Edge(Struct, frozen=True):
    """One arrow: where it leads, under which facts, and how sure it is.

    An arrow to another route may say which steps of that route are ``done`` already, and which
    ``facts`` have changed by then.
    """

    to: str
    when: When = field(default_factory=dict)
    certainty: Certainty = Certainty.SOURCE
    done: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def door(self) -> "Jump":
        """The place on another route that it leads to, where it does."""
        return Jump.read(self.to)


class Choice(Struct, frozen=True):
    """One answer a step accepts.

    ``alongside`` leads to steps that run beside the main way. A ``parallel``
    choice may be ticked besides another one; where it leads runs alongside too. One that stands
    ``besides`` others leads where they lead: it is an answer of its own, or given with one of them.
    ``after`` is the time that must have passed for it to be true. It ``leaves`` actions that it
    tells are done only now.
    """

    id: str
    edges: tuple[Edge, ...]
    alongside: tuple[Edge, ...] = ()
    parallel: bool = False
    after: Term | None = None
    leaves: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()


class Action(Struct, frozen=True):
    """One thing to do at a step: who does it, and by when.

    ``actor`` is "" for the actor of the step. ``term`` is ``None`` where the source gives none.
    It is to be done ``when`` that holds, and not where ``unless`` surely does. What goes on after
    the next answers says ``until`` which steps that is, at the latest until an end: no answer tells
    that it is over. With ``once`` it is there only once the walk passed one of those steps, and no
    more where it passed one of ``not_after``.
    """

    id: str
    actor: str = ""
    term: Term | None = None
    when: When = field(default_factory=dict)
    unless: When = field(default_factory=dict)
    until: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()

    @property
    def at_once(self) -> bool:
        """Whether it is to be done the same day, and waits for nothing."""
        return self.term is not None and self.term.at_once

    @property
    def refrains(self) -> bool:
        """Whether it says what to leave while the leerplicht has not begun: it is never done."""
        return self.when.get(BEGUN) == ("nee",)

    def may_be(self, situation: Situation) -> bool:
        """Whether it can be there to do, as far as the facts are known."""
        off = bool(self.unless) and holds(self.unless, situation)
        return not off and may_hold(self.when, situation)

    def in_time(self, passed: Collection[str]) -> bool:
        """Whether it is there to do where these steps were surely ``passed``."""
        there = not self.once or not {*self.once}.isdisjoint(passed)
        return there and {*self.not_after}.isdisjoint(passed)


class Seat(Struct, frozen=True):
    """Someone at the table of a step, under the facts of ``when``.

    ``word`` is who it is exactly, "" where the word of the actor says enough; ``note`` is when
    such a one comes. Who is there only where that is ``sure``, is not there while a fact of
    ``when`` is not known. The note is gone once one of the steps ``gone`` was passed. Who comes
    only ``after`` one of some steps is asked by no letter before it. ``page`` is the page of the
    book that says so, "" where the step does.
    """

    actor: str
    when: When = field(default_factory=dict)
    word: str = ""
    note: str = ""
    sure: bool = False
    gone: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    page: str = ""


class Source(Struct, frozen=True):
    """Where something is written: a document's id and the place in it."""

    document: str
    place: str


class Jump(Struct, frozen=True):
    """A place on another route: the walk ends here and goes on there, with all facts."""

    route: str
    step: str

    @classmethod
    def read(cls, door: str) -> "Jump":
        """The place behind a door, which is written ``route/step``; "" is none."""
        route, _, step = door.partition("/")
        return cls(route, step)


class Step(Struct, frozen=True):
    """One box of the flowchart.

    A step with ``choices`` asks; a step without follows ``edges`` by itself. ``needs`` are facts
    that must be asked before the step can be shown. ``jump`` makes it no box of this route but the
    door to another one. ``assume`` is the choice that is followed first while the answer is not
    known; it makes nothing certain. A question that ``waits`` is answered by what somebody decides
    or does: nobody goes on from it before that is known, so it assumes nothing. What runs beside
    the main way holds ``until`` that has come to one of these steps. A ``quick`` question is
    answered on the spot: what was to be done before it is still to be done after it. Of another
    question only what it ``leaves`` is: the actions, or the steps with all of theirs, of which its
    answer does not tell that they were done. Who passed a step of ``instead`` did that in place of
    this one. The choices of a ``ladder`` lead to its rungs, the lowest first: who comes to one
    should have been at those below it. Who came past a step of ``told`` (``step``, or
    ``step=choice``) since it was asked last has answered it, with the choice that stands there: it
    is not asked again.
    """

    id: str
    kind: Kind
    actor: str
    edges: tuple[Edge, ...] = ()
    choices: tuple[Choice, ...] = ()
    actions: tuple[Action, ...] = ()
    needs: tuple[str, ...] = ()
    table: tuple[Seat, ...] = ()
    sources: tuple[Source, ...] = ()
    inferred: bool = False
    policy: str = ""
    jump: Jump | None = None
    assume: str = ""
    until: tuple[str, ...] = ()
    quick: bool = False
    leaves: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    ladder: bool = False
    waits: bool = False
    told: Mapping[str, str] = field(default_factory=dict)

    @property
    def asks(self) -> bool:
        """Whether the walk waits here for an answer."""
        return bool(self.choices)

    def choice(self, choice_id: str) -> Choice:
        """The choice with this id.

        :raises KeyError: when the step has no such choice
        """
        for choice in self.choices:
            if choice.id == choice_id:
                return choice
        raise KeyError(choice_id)

    def ways(self) -> Iterator[tuple[str, Edge]]:
        """Every arrow out of this step with the choice that takes it ("" for none)."""
        yield from (("", edge) for edge in self.edges)
        for choice in self.choices:
            yield from ((choice.id, edge) for edge in choice.edges)
            yield from ((choice.id, edge) for edge in choice.alongside)


class Part(Struct, frozen=True):
    """A stretch of a route under one heading: it begins at the step ``start``."""

    title: str
    start: str


class Flow(Struct, frozen=True):
    """One route in one edition. ``parts`` are the headings of its map.

    Editions of the same ``route`` have an ``id`` each. ``sectors`` are those the route holds for,
    empty where they are those of its edition. ``domains`` are the values the facts can have on it.
    ``when`` are the facts of a pupil who walks it from its start; another one comes in half-way,
    from another route.
    """

    id: str
    edition: str
    start: str
    steps: Mapping[str, Step]
    parts: tuple[Part, ...] = ()
    route: str = ""
    title: str = ""
    sectors: tuple[str, ...] = ()
    domains: Domains = field(default_factory=dict)
    when: When = field(default_factory=dict)

    @property
    def jumps(self) -> tuple[Step, ...]:
        """The doors to other routes."""
        return tuple(step for step in self.steps.values() if step.jump)

    @property
    def beside(self) -> frozenset[str]:
        """The steps that can run beside the main way."""
        choices = [choice for step in self.steps.values() for choice in step.choices]
        edges = [edge for choice in choices for edge in choice.alongside]
        edges += [edge for choice in choices if choice.parallel for edge in choice.edges]
        return frozenset(edge.to for edge in edges)

    @property
    def heeded(self) -> frozenset[str]:
        """The steps that change what another one asks: a note at its table is gone, or a deed."""
        steps = self.steps.values()
        notes = (name for step in steps for seat in step.table for name in seat.gone)
        deeds = (name for step in steps for action in step.actions for name in action.not_after)
        return frozenset((*notes, *deeds))

    @property
    def outcomes(self) -> tuple[Step, ...]:
        """The steps where a walk can end."""
        return tuple(step for step in self.steps.values() if step.kind is Kind.OUTCOME)


def facts_of(edges: tuple[Edge, ...]) -> tuple[str, ...]:
    """The facts that decide which of ``edges`` is taken, in the order they appear."""
    return tuple(dict.fromkeys(fact for edge in edges for fact in edge.when))
