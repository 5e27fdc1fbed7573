"""Replay, one answer, and the proof over all paths; the floor is a fresh machine per path."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import islice

from transitions import Machine

from benchmarks.report import show, spread
from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import lines, question
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import UNKNOWN, Situation, holds
from routeboek_tui.core.flow import Edge, Flow
from routeboek_tui.core.paths import Path, paths, report
from routeboek_tui.core.replay import replay
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.library.compiled import load

TODAY = date(2026, 11, 23)
ROUTE = "ziekteverzuim"


def answers_of(path: Path, rulebook: Rulebook) -> Answers:
    """The answers that walk a path to its end; a fact that no way hangs on is not known."""
    facts = {"sector": "po", "gemeente": "den_haag", "leeftijd": "vanaf_12", "ingeschreven": "ja"}
    steps = tuple(Answer(m.step, 1, m.taken) for m in path.moves if m.taken)
    answers = Answers({**facts, **path.situation}, steps)
    while (ask := replay(rulebook, answers, TODAY).ask) and ask.fact:
        answers = answers.with_fact(ask.fact, UNKNOWN)
    return answers


class Restarted:
    """The floor: one ordinary machine, started anew for every path and stepped move by move."""

    def __init__(self, flow: Flow) -> None:
        """Give every arrow its trigger and its condition."""
        self.state = flow.start
        self.machine = Machine(self, list(flow.steps), initial=flow.start, auto_transitions=False)
        self.situation: Situation = {}
        for step in flow.steps.values():
            for choice, edge in step.ways():
                fits = partial(self.fits, edge)
                self.machine.add_transition(choice or "verder", step.id, edge.to, conditions=fits)

    def fits(self, edge: Edge) -> bool:
        """Whether an arrow may be taken on the path that is walked."""
        return holds(edge.when, self.situation)

    def walk(self, path: Path) -> None:
        """Walk one path from the start."""
        self.situation = path.situation
        for move in path.moves:
            self.state = move.step
            self.machine.events[move.taken[0] if move.taken else "verder"].trigger(self)


def timed(times: int, work: Callable[[], object]) -> Iterator[float]:
    """Seconds of each of ``times`` calls."""
    for _ in range(times):
        start = time.perf_counter()
        work()
        yield time.perf_counter() - start


def main() -> None:
    """Print the figures of the engine."""
    library = load()
    rulebook = Rulebook(library.flows[ROUTE], library.knowledge)
    found = report(rulebook)
    longest = answers_of(found.longest, rulebook)
    replay(rulebook, longest, TODAY)

    def one_answer() -> None:
        talk = Conversation(library, rulebook, longest, TODAY)
        question(talk)
        lines(talk)
        advice_view(talk)

    moves = len(found.longest.moves)
    walk = list(timed(200, lambda: replay(rulebook, longest, TODAY)))
    show(f"replay of the longest walk ({moves} steps)", spread(walk, "ms", 1e3))
    show(
        "one answer: replay, advice, letters, turns",
        spread(list(timed(100, one_answer)), "ms", 1e3),
    )

    proof = list(timed(3, lambda: report(rulebook)))
    some = list(islice(paths(rulebook), 0, found.paths, max(found.paths // 600, 1)))
    restarted = Restarted(rulebook.flow)
    start = time.perf_counter()
    for path in some:
        restarted.walk(path)
    per_path = (time.perf_counter() - start) / len(some)
    show(
        f"proof over all {found.paths} paths",
        spread(proof, "s"),
        f"a machine restarted per path: {per_path * found.paths:.0f} s "
        f"({per_path * found.paths / min(proof):.0f}x)",
    )


if __name__ == "__main__":
    main()
