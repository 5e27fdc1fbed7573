"""Replay: from the answers to where the walk stands. The only way a position is ever known.

An answer "weet ik nog niet" does not stop the walk: it goes on over every way
that is still possible, and each such way is a :class:`Branch` of the trail.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import UNKNOWN, Situation, situations
from routeboek_tui.core.flow import Edge, Flow, Kind, Step, facts_of
from routeboek_tui.core.policy import age, registry
from routeboek_tui.core.policy.verdict import Verdict
from routeboek_tui.core.rulebook import Rulebook

MOST_BRANCHES = 128
"""Beyond this many ways still possible the trail says that it is partial."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One step on the way: the nth ``visit`` of ``step``, reached by ``via``.

    ``taken`` are the choices made there; empty where the step asks nothing or
    still waits. ``assumed`` says the choice is one of several still possible.
    """

    step: str
    visit: int
    on: date
    via: Edge | None = None
    taken: tuple[str, ...] = ()
    alongside: bool = False
    assumed: bool = False
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """What the walk waits for: the answer to a visit of ``step``, or first a ``fact``."""

    step: str
    visit: int
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """One way the walk may have gone, and what it waits for (``None`` at its end)."""

    visits: tuple[Visit, ...]
    situation: Situation
    ask: Ask | None
    ended: bool = False

    @property
    def last(self) -> Visit:
        """The step where this way stands, beside steps that run alongside."""
        return next(visit for visit in reversed(self.visits) if not visit.alongside)

    def reached(self, step: str) -> bool:
        """Whether this way has come past ``step``."""
        return any(visit.step == step for visit in self.visits)


@dataclass(frozen=True, slots=True)
class Trail:
    """Everything that follows from the answers: the ways still possible, and what was used."""

    flow: Flow
    answers: Answers
    branches: tuple[Branch, ...]
    used: tuple[Answer, ...]
    partial: bool = False

    @property
    def main(self) -> Branch:
        """The way shown first: the one that waits for something, before one that has ended."""
        return next((branch for branch in self.branches if not branch.ended), self.branches[0])

    @property
    def ask(self) -> Ask | None:
        """What to ask next."""
        return self.main.ask

    @property
    def ended(self) -> bool:
        """Whether every way has come to an outcome."""
        return all(branch.ended for branch in self.branches)

    @property
    def unknown(self) -> tuple[Answer, ...]:
        """The answers "weet ik nog niet" on the way, in the order they were given."""
        return tuple(answer for answer in self.used if answer.unknown)

    @property
    def unknown_facts(self) -> tuple[str, ...]:
        """The facts that were asked and are not known yet."""
        return tuple(fact for fact, value in self.answers.facts.items() if value == UNKNOWN)

    def certain(self, step: str) -> bool:
        """Whether every way still possible has come past ``step``."""
        return all(branch.reached(step) for branch in self.branches)

    def possible(self, step: str) -> bool:
        """Whether some way still possible has come past ``step``."""
        return any(branch.reached(step) for branch in self.branches)


@dataclass(slots=True)
class _Walker:
    step: str
    situation: dict[str, str]
    on: date
    via: Edge | None = None
    visits: tuple[Visit, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)


def replay(rulebook: Rulebook, answers: Answers, today: date) -> Trail:
    """Walk the flow with these answers, as they were given or after a change: no difference.

    Answers to steps the walk does not reach, or with choices the flow does not
    know (any more), are left aside: they are not in ``Trail.used``.
    """
    used: dict[tuple[str, int], Answer] = {}
    done: list[Branch] = []
    partial = False
    facts = {fact: value for fact, value in answers.facts.items() if value != UNKNOWN}
    walkers = [_Walker(rulebook.flow.start, facts, today)]
    while walkers:
        walker = walkers.pop(0)
        while True:
            following = _one_step(rulebook, answers, walker, used)
            if isinstance(following, Branch):
                if following not in done:
                    done.append(following)
                break
            room = MOST_BRANCHES - len(done) - len(walkers)
            partial = partial or len(following) > room
            walker, *others = following[: max(room, 1)]
            walkers.extend(others)
    order = {(answer.step, answer.visit): n for n, answer in enumerate(answers.steps)}
    return Trail(
        flow=rulebook.flow,
        answers=answers,
        branches=tuple(done),
        used=tuple(used[key] for key in sorted(used, key=order.__getitem__)),
        partial=partial,
    )


def _one_step(
    rulebook: Rulebook, answers: Answers, walker: _Walker, used: dict[tuple[str, int], Answer]
) -> Branch | list[_Walker]:
    """Take the step a walker stands at: on to one or more next steps, or stop there."""
    step = rulebook.flow.steps[walker.step]
    number = walker.counts.get(step.id, 0) + 1
    answer = answers.find(step.id, number) if step.asks else None
    on = (answer.on if answer else None) or walker.on
    if answers.birth_date:
        walker.situation["leeftijd"] = age.group(answers.birth_date, on)
    here = Visit(step.id, number, on, walker.via)
    for fact in step.needs:
        if not _settled(fact, walker.situation, answers):
            return _stop(walker, here, Ask(step.id, number, fact))

    if not step.asks:
        if not step.edges:
            return _stop(walker, here, None, ended=True)
        options: list[tuple[str, ...]] = [()]
        verdict = None
    else:
        verdict = _verdict(step, answer, walker.situation, on)
        options = _options(step, answer, verdict)
        if answer is None or not options:
            end = step.kind is Kind.OUTCOME
            return _stop(walker, replace(here, verdict=verdict), Ask(step.id, number), ended=end)
        used[step.id, number] = answer

    assumed = len(options) > 1
    onward: list[_Walker] = []
    for taken in options:
        for situation in _situations(step, taken, walker.situation, answers):
            if isinstance(situation, str):
                visit = replace(here, taken=taken, assumed=assumed, verdict=verdict)
                return _stop(walker, visit, Ask(step.id, number, situation))
            visit = replace(here, taken=taken, assumed=assumed, verdict=verdict)
            onward.append(_onward(rulebook, walker, step, visit, situation))
    return onward


def _settled(fact: str, situation: Situation, answers: Answers) -> bool:
    return fact in situation or fact in answers.facts


def _verdict(step: Step, answer: Answer | None, situation: Situation, on: date) -> Verdict | None:
    if answer is None or not answer.given or not step.policy:
        return None
    return registry.STEPS[step.policy](answer.given, situation, on)


def _options(step: Step, answer: Answer | None, verdict: Verdict | None) -> list[tuple[str, ...]]:
    """The sets of choices this answer stands for: one, several when unknown, or none."""
    if answer is None:
        return []
    if verdict is not None:
        return [(verdict.choice,)] if verdict.choice else []
    if answer.unknown:
        only_parallel = all(choice.parallel for choice in step.choices)
        return [(c.id,) for c in step.choices if only_parallel or not c.parallel]
    known = {choice.id: choice for choice in step.choices}
    taken = tuple(choice_id for choice_id in answer.choices if choice_id in known)
    return [taken] if valid(step, taken) else []


def valid(step: Step, taken: tuple[str, ...]) -> bool:
    """Whether ``taken`` answers ``step``: one choice, and as many parallel ones as apply."""
    choices = [choice for choice in step.choices if choice.id in taken]
    single = sum(not choice.parallel for choice in choices)
    wanted = 0 if all(choice.parallel for choice in step.choices) else 1
    return bool(choices) and len(choices) == len(taken) and single == wanted


def _situations(
    step: Step, taken: tuple[str, ...], situation: Situation, answers: Answers
) -> Iterator[dict[str, str] | str]:
    """The situations this step can be left in, or the name of a fact to ask first."""
    choices = [step.choice(choice_id) for choice_id in taken]
    edges = step.edges + tuple(e for c in choices for e in (*c.edges, *c.alongside))
    facts = facts_of(edges)
    for fact in facts:
        if not _settled(fact, situation, answers):
            yield fact
            return
    for filled in situations(facts, situation):
        yield {**situation, **filled}


def _onward(
    rulebook: Rulebook, walker: _Walker, step: Step, visit: Visit, situation: dict[str, str]
) -> _Walker:
    """The walker one step further, past the steps that run alongside."""
    via, beside = rulebook.leave(step, visit.taken, situation)
    counts = {**walker.counts, step.id: visit.visit}
    visits = [*walker.visits, visit]
    for edge in beside:
        counts[edge.to] = counts.get(edge.to, 0) + 1
        visits.append(Visit(edge.to, counts[edge.to], visit.on, edge, alongside=True))
    return _Walker(via.to, situation, visit.on, via, tuple(visits), counts)


def _stop(walker: _Walker, here: Visit, ask: Ask | None, *, ended: bool = False) -> Branch:
    return Branch((*walker.visits, here), walker.situation, ask, ended)
