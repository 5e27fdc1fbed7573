"""Advice: from where a walk stands to who does what, by when, and why."""

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.core.answers import Answer, Ticked
from routeboek_tui.core.facts import Situation, holds, may_hold, situations
from routeboek_tui.core.flow import Action, Certainty, Edge, Flow, Kind, Seat, Step, facts_of
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.core.trail import Ask, Branch, Trail, Visit


class Do(Struct, frozen=True):
    """One thing to do, at a step that was reached on the day ``on``.

    ``by`` is the calendar day the term ends, or ``None`` where there is no term, or where it
    takes a calendar of working days or a date that is not known yet.
    """

    step: str
    visit: int
    action: Action
    on: date
    by: date | None
    certainty: Certainty


class Table(Struct, frozen=True):
    """Who sits together at a step."""

    step: str
    seats: tuple[Seat, ...]


class Turn(Struct, frozen=True):
    """Another answer to a visit of ``step``, and the steps it leads to first."""

    step: str
    visit: int
    choice: str
    leads_to: tuple[str, ...]


_Left: TypeAlias = frozenset[str]
"""The actions that an answer leaves to be done, and the steps of which it leaves all."""


class Advice(Struct, frozen=True):
    """What a walk comes down to.

    ``now`` is for the moment the walk waits at, ``alongside`` runs beside it until it is over (a
    step beside the way, or what goes on after its answer),
    ``earlier`` belongs to answers already given (and so should be done), and
    ``possible`` holds only on some of the ways still open. A step that was passed more
    than once counts at its last visit. ``decided`` are the questions whose answers led to what is
    to be done now and beside it, and to the outcome. ``outcome`` is ``provisional`` while another
    may still come. ``here`` are the steps no answer has settled yet, and those that run beside.
    """

    now: tuple[Do, ...]
    alongside: tuple[Do, ...]
    earlier: tuple[Do, ...]
    possible: tuple[Do, ...]
    tables: tuple[Table, ...]
    waiting: Ask | None
    outcome: str
    provisional: bool
    decided: tuple[str, ...]
    to_find_out: tuple[Answer, ...]
    facts_to_find_out: tuple[str, ...]
    why: tuple[Visit, ...]
    unsure: tuple[Visit, ...]
    outcomes: tuple[str, ...]
    turns: tuple[Turn, ...]
    here: frozenset[str] = frozenset()


def advise(rulebook: Rulebook, trail: Trail) -> Advice:
    """The advice of a walk, from its main way and what all ways have in common."""
    flow, main = rulebook.flow, trail.main
    settlers = _settlers(flow, main)
    now: list[Do] = []
    earlier: list[Do] = []
    alongside: list[Do] = []
    possible: list[Do] = []
    lasting: list[Do] = []
    ticked = trail.answers.ticked
    newest = {visit.step: number for number, visit in enumerate(main.visits)}
    for step, number in sorted(newest.items(), key=lambda each: each[1]):
        visit = main.visits[number]
        for do in _todo(trail, visit, trail.known):
            if Ticked(do.step, do.visit, do.action.id) in ticked:
                earlier.append(do)
            elif not trail.certain(step) or not holds(do.action.when, trail.known):
                possible.append(do)
            elif visit.alongside and not _over(flow, main, number):
                alongside.append(do)
            elif not visit.alongside and not _settles(settlers[number], do):
                now.append(do)
            elif _goes_on(flow, main, number, do):
                lasting.append(do)
            elif not do.action.refrains:
                earlier.append(do)
    passed = set(newest)
    for branch in trail.branches:
        for visit in branch.visits:
            if visit.step not in passed:
                passed.add(visit.step)
                possible.extend(_todo(trail, visit, branch.situation))
    current = [v for v, old in zip(main.visits, settlers, strict=True) if not (old or v.alongside)]
    return Advice(
        now=tuple(now),
        alongside=(*alongside, *lasting),
        earlier=tuple(earlier),
        possible=tuple(possible),
        tables=tuple(_tables(trail, current)),
        waiting=trail.ask,
        outcome=trail.outcome,
        decided=tuple(_decided(main, now, alongside)),
        provisional=trail.provisional,
        to_find_out=trail.unknown,
        facts_to_find_out=trail.unknown_facts,
        why=tuple({v.step: v for v in main.visits if v.taken and not v.told}.values()),
        unsure=tuple(v for v in main.visits if v.via and v.via.certainty is not Certainty.SOURCE),
        outcomes=outcomes(flow, trail),
        turns=tuple(turns(rulebook, trail)),
        here=frozenset((*(v.step for v in current), *(do.step for do in (*now, *alongside)))),
    )


def _settlers(flow: Flow, branch: Branch) -> list[tuple[_Left, ...]]:
    """Of each visit the answered questions by which it was over, each by the actions it leaves.

    "Weet ik nog niet" settles nothing, whatever was answered later: what comes before such a
    question is how one finds out. A quick answer settles its own question alone.
    """
    found, after = list[tuple[_Left, ...]](), tuple[_Left, ...]()
    for visit in reversed(branch.visits):
        step, given = flow.steps[visit.step], bool(visit.taken) and not visit.alongside
        given = given and not visit.told
        quick = given and step.quick and not visit.assumed
        chosen = (each for each in step.choices if each.id in visit.taken)
        left = frozenset((*step.leaves, *(name for each in chosen for name in each.leaves)))
        if given and not quick:
            after = () if visit.assumed else (left, *after)
        found.append((left, *after) if quick else after)
    return found[::-1]


def _settles(settlers: tuple[_Left, ...], do: Do) -> bool:
    """Whether one of these answers tells that something was done."""
    return any(left.isdisjoint((do.action.id, do.step)) for left in settlers)


def _decided(main: Branch, now: list[Do], alongside: list[Do]) -> Iterator[str]:
    """The question answered last before each of these and before where the way stands."""
    standing = {(do.step, do.visit) for do in (*now, *alongside)}
    standing.add((main.last.step, main.last.visit))
    last, found = "", dict[str, None]()
    for visit in main.visits:
        if last and (visit.step, visit.visit) in standing:
            found[last] = None
        if visit.taken and not (visit.assumed or visit.alongside or visit.told):
            last = visit.step
    yield from found


def _over(flow: Flow, main: Branch, number: int) -> bool:
    """Whether a step that ran beside the main way was over before the way came where it stands."""
    until = flow.steps[main.visits[number].step].until
    return any(visit.step in until and not visit.alongside for visit in main.visits[number:])


def _goes_on(flow: Flow, main: Branch, number: int, do: Do) -> bool:
    """Whether what no answer ends still runs where the way stands.

    It is over at an end, at a step that says so, and where the same is to be done anew.
    """
    if not do.action.until or main.visits[number].alongside:
        return False
    later = [flow.steps[visit.step] for visit in main.visits[number + 1 :]]
    return not any(
        step.kind is Kind.OUTCOME
        or step.jump
        or step.id in do.action.until
        or do.action.id in {action.id for action in step.actions}
        for step in later
    )


def _todo(trail: Trail, visit: Visit, situation: Situation) -> Iterator[Do]:
    step = trail.flow.steps[visit.step]
    certainty = visit.via.certainty if visit.via else Certainty.SOURCE
    for action in step.actions:
        if action.may_be(situation) and action.in_time(trail.certain_steps):
            by = action.term.due(visit.since, trail.answers.dates) if action.term else None
            actor = action.actor or step.actor
            done = replace(action, actor=actor)
            yield Do(step.id, visit.visit, done, visit.since, by, certainty)


def _tables(trail: Trail, visits: list[Visit]) -> Iterator[Table]:
    """Whoever is named twice, by the step and by the table of the book, sits there once."""
    for visit in visits:
        if seats := _seated(trail.flow.steps[visit.step], trail, trail.main.situation):
            yield Table(visit.step, seats)


def _seated(step: Step, trail: Trail, situation: Situation) -> tuple[Seat, ...]:
    there: dict[tuple[str, str], Seat] = {}
    for seat in step.table:
        if (holds if seat.sure else may_hold)(seat.when, situation):
            gone = trail.certain_steps.intersection(seat.gone)
            known = replace(seat, note="") if gone else seat
            there.setdefault((seat.actor, seat.word), known)
    return tuple(there.values())


def tables_ahead(rulebook: Rulebook, trail: Trail) -> Iterator[tuple[str, Table]]:
    """Per answer to what is asked who sits together next, up to the question that comes then."""
    ask, flow, situation = trail.ask, rulebook.flow, trail.main.situation
    if ask is None or ask.fact:
        return
    for choice, edges in what_if(rulebook, ask.step, situation).items():
        to = [edge.to for edge in edges]
        for step in (flow.steps[name] for name in to):
            if seats := _seated(step, trail, situation):
                yield choice, Table(step.id, seats)
            # A step that lets nobody wait leads on to the next.
            onward = () if step.asks else step.edges
            to += [e.to for e in onward if holds(e.when, situation) and e.to not in to]


def what_if(rulebook: Rulebook, step_id: str, situation: Situation) -> dict[str, tuple[Edge, ...]]:
    """Where each choice of a step leads; several arrows where a fact is not known yet."""
    step = rulebook.flow.steps[step_id]
    ways = {}
    for choice in step.choices:
        edges = [
            rulebook.next(step, choice.id, facts)
            for facts in situations(facts_of(choice.edges), situation, rulebook.flow.domains)
        ]
        ways[choice.id] = tuple({edge.to: edge for edge in edges}.values())
    return ways


def turns(rulebook: Rulebook, trail: Trail) -> Iterator[Turn]:
    """The smallest changes that lead elsewhere: one other answer, the latest question first."""
    seen: set[str] = set()
    for visit in reversed(trail.main.visits):
        if not visit.taken or visit.step in seen:
            continue
        seen.add(visit.step)
        ways = what_if(rulebook, visit.step, trail.main.situation)
        taken = {edge.to for choice in visit.taken for edge in ways[choice]}
        for choice, edges in ways.items():
            leads_to = tuple(edge.to for edge in edges)
            if choice not in visit.taken and set(leads_to) != taken:
                yield Turn(visit.step, visit.visit, choice, leads_to)


def outcomes(flow: Flow, trail: Trail) -> tuple[str, ...]:
    """The outcomes some way can still come to, in the order of the flow."""
    found: set[str] = set()
    for branch in trail.branches:
        reached = {branch.last.step}
        todo = [] if branch.ended else [branch.last.step]
        while todo:
            step = flow.steps[todo.pop()]
            for _, edge in step.ways():
                if edge.to not in reached and may_hold(edge.when, branch.situation):
                    reached.add(edge.to)
                    if flow.steps[edge.to].kind is not Kind.OUTCOME:
                        todo.append(edge.to)
        found |= reached
    return tuple(step.id for step in flow.outcomes if step.id in found)
