"""Every path through a flow, in every situation, and what that proves.

A path runs from the start until an outcome, or until it comes back to a step
it has already passed (a loop). Facts are filled in when an arrow first needs
them, so paths that differ only in facts without effect count once.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from msgspec import Struct

from routeboek_tui.core.facts import Situation, situations
from routeboek_tui.core.flow import Choice, Edge, Kind, Step, facts_of
from routeboek_tui.core.rulebook import Rulebook


class Move(Struct, frozen=True, eq=False):
    """One step of a path: what was chosen there, what ran alongside, and the arrow taken.

    ``facts`` are those the arrows depend on. Paths share their moves: equal means identical.
    """

    step: str
    taken: tuple[str, ...]
    alongside: tuple[Edge, ...]
    via: Edge
    facts: Situation


class Path(NamedTuple):
    """A path: its moves, the facts it fixed, and the step it ended at.

    It begins with as many moves as ``shared`` says in the same way as the path found before it.
    """

    moves: tuple[Move, ...]
    situation: Situation
    end: str
    loop: bool
    shared: int = 0

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps passed, in order, those alongside after the step they belong to."""
        passed = []
        for move in self.moves:
            passed += [move.step, *(edge.to for edge in move.alongside)]
        return tuple(passed) if self.loop else (*passed, self.end)


class Report(Struct, frozen=True):
    """What walking all paths showed. An arrow is ``(step, choice, to)``."""

    paths: int
    loops: int
    endings: Mapping[str, int]
    longest: Path
    arrows: Mapping[tuple[str, str, str], int]
    unreachable: tuple[str, ...]

    @property
    def uncovered(self) -> tuple[tuple[str, str, str], ...]:
        """Arrows no path takes."""
        return tuple(arrow for arrow, count in self.arrows.items() if not count)


def taken_sets(step: Step) -> list[tuple[Choice, ...]]:
    """Every valid answer to a step: one choice with any set of those that may stand beside it."""
    parallel = [choice for choice in step.choices if choice.parallel]
    single = [choice for choice in step.choices if not choice.parallel]
    subsets = [s for size in range(len(parallel) + 1) for s in combinations(parallel, size)]
    if not single:
        return [subset for subset in subsets if subset]
    mains: list[tuple[Choice, ...]] = [(choice,) for choice in single]
    mains += [(one, other) for other in single for one in single if one.id in other.besides]
    return [(*main, *subset) for main in mains for subset in subsets]


class Moves:
    """Every move out of every step of a flow, worked out once per situation that matters there."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._facts = {
            step.id: facts_of(tuple(edge for _, edge in step.ways()))
            for step in rulebook.flow.steps.values()
        }
        self._known: dict[tuple[str | None, ...], tuple[Move, ...]] = {}

    def out_of(self, step_id: str, situation: Situation) -> tuple[Move, ...]:
        """The moves out of a step, for every way to fill in the facts it depends on."""
        key = (step_id, *map(situation.get, self._facts[step_id]))
        found = self._known.get(key)
        if found is None:
            step = self._rulebook.flow.steps[step_id]
            found = self._known[key] = tuple(self._work_out(step, situation))
        return found

    def _work_out(self, step: Step, situation: Situation) -> Iterator[Move]:
        if not step.edges and not step.choices:
            return
        for taken in taken_sets(step) if step.asks else [()]:
            edges = step.edges + tuple(e for c in taken for e in (*c.edges, *c.alongside))
            for facts in situations(facts_of(edges), situation, self._rulebook.flow.domains):
                ids = tuple(choice.id for choice in taken)
                via, beside = self._rulebook.leave(step, ids, facts)
                yield Move(step.id, ids, beside, via, facts)


def paths(rulebook: Rulebook, start: str = "") -> Iterator[Path]:
    """Every path through the flow of ``rulebook``, from the step ``start`` or where it begins."""
    flow = rulebook.flow
    start = start or flow.start
    known = Moves(rulebook)
    outcomes = {step.id for step in flow.outcomes}
    way: list[Move] = []
    shared = 0
    passed = {start}
    situation: dict[str, str] = {}
    open_moves = [(iter(known.out_of(start, situation)), situation)]
    while open_moves:
        following, situation = open_moves[-1]
        move = next(following, None)
        if move is None:
            open_moves.pop()
            if way:
                passed.discard(way.pop().via.to)
                shared = min(shared, len(way))
            continue
        situation = {**situation, **move.facts} if move.facts else situation
        to = move.via.to
        if to in passed or to in outcomes:
            yield Path((*way, move), situation, to, to in passed, shared)
            shared = len(way)
        else:
            way.append(move)
            passed.add(to)
            open_moves.append((iter(known.out_of(to, situation)), situation))


def report(rulebook: Rulebook, ways: Iterable[Path] | None = None) -> Report:
    """Walk every path and count what it covers; ``ways`` are all of them, gone meanwhile."""
    flow = rulebook.flow
    arrows = {
        (step.id, choice, edge.to): 0
        for step in flow.steps.values()
        for choice, edge in step.ways()
    }
    passed: Counter[Move] = Counter()
    endings: Counter[str] = Counter()
    loops = 0
    longest: Path | None = None
    reached: set[str] = {flow.start}
    way: list[tuple[Move, int]] = []
    for number, path in enumerate(paths(rulebook) if ways is None else ways):
        # A move is on all paths between the one it came with and the one that left it.
        for move, since in way[path.shared :]:
            passed[move] += number - since
        way[path.shared :] = [(move, number) for move in path.moves[path.shared :]]
        loops += path.loop
        if not path.loop:
            endings[path.end] += 1
        if longest is None or len(path.moves) > len(longest.moves):
            longest = path
    for move, since in way:
        passed[move] += loops + endings.total() - since
    for move, count in passed.items():
        for arrow in _arrows(rulebook, move):
            arrows[arrow] += count
            reached.add(arrow[2])
    resting = [step.id for step in flow.outcomes if step.id in reached]
    while resting:
        for move in Moves(rulebook).out_of(resting.pop(), {}):
            for arrow in _arrows(rulebook, move):
                arrows[arrow] += 1
                if arrow[2] not in reached and flow.steps[arrow[2]].kind is Kind.OUTCOME:
                    resting.append(arrow[2])
                reached.add(arrow[2])
    if longest is None:
        raise ValueError(f"{flow.id} has no path")
    return Report(
        paths=loops + sum(endings.values()),
        loops=loops,
        endings=dict(endings),
        longest=longest,
        arrows=arrows,
        unreachable=tuple(step for step in flow.steps if step not in reached),
    )


def _arrows(rulebook: Rulebook, move: Move) -> Iterator[tuple[str, str, str]]:
    step = rulebook.flow.steps[move.step]
    main = [c for c in move.taken if not step.choice(c).parallel]
    parallel = [c for c in move.taken if step.choice(c).parallel]
    if main or not move.taken:
        yield step.id, main[0] if main else "", move.via.to
    for edge in move.alongside:
        for choice_id in (*main, *parallel):
            choice = step.choice(choice_id)
            if edge in (choice.edges if choice.parallel else choice.alongside):
                yield step.id, choice_id, edge.to
        yield from ((edge.to, "", onward.to) for onward in rulebook.flow.steps[edge.to].edges)
