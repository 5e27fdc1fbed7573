"""Replay: from the answers to where the walk stands. The only way a position is ever known.

An answer "weet ik nog niet" does not stop the walk: it goes on over every way
that is still possible, and each such way is a :class:`Branch` of the trail. At a question that
waits for somebody it is no answer: the walk stays there.
"""

from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import UNKNOWN, UNLESS_SAID, Situation, situations
from routeboek_tui.core.flow import Edge, Kind, Step, facts_of
from routeboek_tui.core.missed import running
from routeboek_tui.core.policy import age, registry
from routeboek_tui.core.policy.verdict import Verdict
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.core.trail import Ask, Branch, Trail, Visit

MOST_BRANCHES = 128
"""Beyond this many ways still possible the trail says that it is partial."""


class _Walker(Struct):
    step: str
    situation: dict[str, str]
    on: date
    via: Edge | None = None
    visits: list[Visit] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    guessed: set[str] = field(default_factory=set)
    """The questions that were not known, since the last one that was."""

    def split(self) -> "_Walker":
        """A walker at the same place that goes its own way from here."""
        return replace(
            self,
            situation={**self.situation},
            visits=[*self.visits],
            counts={**self.counts},
            guessed={*self.guessed},
        )

    def past(self, visit: Visit) -> None:
        """Leave ``visit`` behind."""
        self.visits.append(visit)
        self.counts[visit.step] = visit.visit
        if visit.assumed:
            self.guessed.add(visit.step)
        elif visit.taken:
            self.guessed.clear()


def replay(rulebook: Rulebook, answers: Answers, today: date, known: Trail | None = None) -> Trail:
    """Walk the flow with these answers, as they were given or after a change: no difference.

    Answers to steps the walk does not reach, or with choices the flow does not
    know (any more), are left aside: they are not in ``Trail.used``. Where ``known``
    is the trail of the same answers but the last, the walk goes on from its end.
    """
    run = _Replay(rulebook, answers, today)
    done: list[Branch] = []
    partial = False
    walkers = [_go_on(run, known) or _begin(run)]
    while walkers:
        walker = walkers.pop(0)
        while True:
            following = run.go(walker)
            if isinstance(following, Branch):
                if following not in done:
                    done.append(following)
                break
            room = MOST_BRANCHES - len(done) - len(walkers)
            partial = partial or len(following) > room
            walker, *others = following[: max(room, 1)]
            walkers.extend(others)
    return Trail(
        flow=rulebook.flow,
        answers=answers,
        branches=tuple(done),
        used=tuple(a for a in answers.steps if (a.step, a.visit) in run.used),
        partial=partial,
    )


def _begin(run: "_Replay") -> _Walker:
    answers, flow = run.answers, run.rulebook.flow
    known = {fact: value for fact, value in answers.facts.items() if value != UNKNOWN}
    known |= {fact: value for fact, value in answers.unasked.items() if fact in flow.domains}
    start = answers.start if answers.start in flow.steps else flow.start
    walker = _Walker(start, known, answers.began or run.today)
    told = {**answers.said.facts, **known}
    for edge in running(flow, start, told, _told(run, told)):
        if edge.to not in answers.done:
            walker.past(Visit(edge.to, 1, walker.on, walker.on, edge, alongside=True))
    return walker


def _told(run: "_Replay", situation: Situation) -> dict[str, str]:
    """What was told of the borders of steps the walk does not come to: the choice of each."""
    said, found = run.answers.said, dict[str, str]()
    for step in run.rulebook.flow.steps.values():
        if not step.policy:
            continue
        taken = among(step, said.choices.get(step.id, ()))
        found[step.id] = taken[0] if len(taken) == 1 else ""
        if step.policy in said.counts:
            answer = Answer(step.id, 1, given=said.counts[step.policy])
            verdict = run.verdict(step, answer, situation, run.today)
            found[step.id] = verdict.choice if verdict else ""
    return found


def _go_on(run: "_Replay", known: Trail | None) -> _Walker | None:
    """A walker at the end of a trail that holds all of the answers but the last."""
    if not run.answers.steps or known is None or len(known.branches) != 1:
        return None
    if known.ask is None or known.ask.fact:
        return None
    before, answers = known.answers, run.answers
    if (
        replace(before, steps=()) != replace(answers, steps=())
        or known.used != answers.steps[:-1]
        or (answers.steps[-1].step, answers.steps[-1].visit) != (known.ask.step, known.ask.visit)
    ):
        return None
    run.used.update((answer.step, answer.visit) for answer in known.used)
    *passed, last = known.main.visits
    walker = _Walker(last.step, {**known.main.situation}, last.since, last.via)
    for visit in passed:
        walker.past(visit)
    return walker


class _Replay:
    """One replay: the answers by visit, and which of them found their place."""

    def __init__(self, rulebook: Rulebook, answers: Answers, today: date) -> None:
        self.rulebook = rulebook
        self.answers = answers
        self.today = today
        self.given = {(answer.step, answer.visit): answer for answer in answers.steps}
        self.used: set[tuple[str, int]] = set()

    def go(self, walker: _Walker) -> Branch | list[_Walker]:
        """Take the step a walker stands at: on to one or more next steps, or stop there."""
        step = self.rulebook.flow.steps[walker.step]
        number = walker.counts.get(step.id, 0) + 1
        answer = self.given.get((step.id, number)) or self.born(step, number)
        told = None if answer else _passed(walker, step, number)
        answer = answer or told
        answer = answer if step.asks else None
        on = (answer.on if answer else None) or (self.today if step.asks else walker.on)
        walker.situation.update(self.age(on))
        here = Visit(step.id, number, on, walker.on, walker.via, told=told is not None)
        for fact in step.needs:
            if not self.settled(fact, walker.situation):
                return self.stop(walker, here, Ask(step.id, number, fact))

        options: list[tuple[str, ...]] = [()]
        if step.asks and answer is None and step.id in walker.guessed:
            return replace(self.stop(walker, here, None), again=True)
        if step.asks:
            verdict = self.verdict(step, answer, walker.situation, on)
            here = replace(here, verdict=verdict) if verdict else here
            options = _options(step, answer, verdict)
            if not options:
                end = step.kind is Kind.OUTCOME
                return self.stop(walker, here, Ask(step.id, number), ended=end)
            self.used.add((step.id, number))
        elif not step.edges:
            return self.stop(walker, here, None, ended=True)

        guess = answer is not None and answer.unknown
        ways: list[tuple[Visit, dict[str, str]]] = []
        for taken in options:
            fact, situations_after = self.leaving(step, taken, walker.situation)
            if fact:
                known = here if len(options) > 1 else replace(here, taken=taken)
                return self.stop(walker, known, Ask(step.id, number, fact))
            visit = replace(here, taken=taken, assumed=guess) if taken else here
            ways += [(visit, situation) for situation in situations_after]
        others = [walker.split() for _ in ways[1:]]
        for each, (visit, situation) in zip((walker, *others), ways, strict=True):
            self.leave(each, step, visit, situation)
        return [walker, *others]

    def stop(self, walker: _Walker, here: Visit, ask: Ask | None, *, ended: bool = False) -> Branch:
        """The way a walker has gone, up to where it stands."""
        visits = (*walker.visits, here)
        steps = frozenset((*self.answers.done, *(visit.step for visit in visits)))
        return Branch(visits, walker.situation, ask, steps, ended)

    def age(self, on: date) -> dict[str, str]:
        """What the date of birth says on the day ``on``; one said in passing is still asked for."""
        if not self.answers.born:
            return {}
        told = {fact: fact in self.rulebook.flow.domains for fact in UNLESS_SAID}
        if not any(told.values()):
            return {}
        facts = age.of_birth(self.answers.born, on, self.rulebook.knowledge)
        asked = bool(self.answers.birth_date)
        return {fact: value for fact, value in facts.items() if told.get(fact, asked)}

    def born(self, step: Step, number: int) -> Answer | None:
        """The answer to a step that asks no more than the date of birth, where that is known."""
        if step.policy != registry.OF_AGE or not self.answers.birth_date:
            return None
        return Answer(step.id, number, given={registry.BORN: self.answers.birth_date.isoformat()})

    def verdict(
        self, step: Step, answer: Answer | None, situation: Situation, on: date
    ) -> Verdict | None:
        """What the policy of a step makes of the numbers that were given."""
        if answer is None or not answer.given or not step.policy:
            return None
        rule = registry.STEPS[step.policy]
        return rule.verdict(answer.given, situation, on, self.rulebook.knowledge)

    def settled(self, fact: str, situation: Situation) -> bool:
        """Whether a fact was asked before, also in vain."""
        return fact in situation or fact in self.answers.facts

    def leaving(
        self, step: Step, taken: tuple[str, ...], situation: dict[str, str]
    ) -> tuple[str, list[dict[str, str]]]:
        """A fact to ask first, or every situation the step can be left in."""
        choices = [step.choice(choice_id) for choice_id in taken]
        edges = step.edges + tuple(e for c in choices for e in (*c.edges, *c.alongside))
        facts = facts_of(edges)
        for fact in facts:
            if not self.settled(fact, situation):
                return fact, []
        if not facts:
            return "", [situation]
        domains = self.rulebook.flow.domains
        return "", [{**situation, **filled} for filled in situations(facts, situation, domains)]

    def leave(self, walker: _Walker, step: Step, visit: Visit, situation: dict[str, str]) -> None:
        """Move a walker one step further, past the steps that run alongside."""
        via, beside = self.rulebook.leave(step, visit.taken, situation)
        walker.past(visit)
        for edge in beside:
            number = walker.counts.get(edge.to, 0) + 1
            walker.past(Visit(edge.to, number, visit.on, visit.on, edge, alongside=True))
        walker.step, walker.via, walker.on = via.to, via, visit.on
        walker.situation = situation


def _passed(walker: _Walker, step: Step, number: int) -> Answer | None:
    """The answer to a step by what was come past since it was asked last, if that tells it."""
    if not step.told:
        return None
    for visit in reversed(walker.visits):
        if visit.step == step.id:
            return None
        names = (visit.step, *(f"{visit.step}={choice}" for choice in visit.taken))
        if not visit.alongside and (known := next((n for n in names if n in step.told), "")):
            return Answer(step.id, number, (step.told[known],), on=visit.on)
    return None


def _options(step: Step, answer: Answer | None, verdict: Verdict | None) -> list[tuple[str, ...]]:
    """The sets of choices this answer stands for: one, several when unknown, or none."""
    if answer is None:
        return []
    if verdict is not None:
        leaves = registry.STEPS[step.policy].leaves(verdict, (c.id for c in step.choices))
        if leaves:
            return [answer.choices] if answer.choices in {(c,) for c in leaves} else []
        return [(verdict.choice,)] if verdict.choice else []
    if answer.unknown and step.waits:
        return []
    if answer.unknown:
        only_parallel = all(choice.parallel for choice in step.choices)
        single = [(c.id,) for c in step.choices if only_parallel or not c.parallel]
        return sorted(single, key=lambda taken: taken != (step.assume,))
    taken = among(step, answer.choices)
    return [taken] if valid(step, taken) else []


def among(step: Step, taken: tuple[str, ...]) -> tuple[str, ...]:
    """What of ``taken`` are choices of ``step``: editions can ask the same step otherwise."""
    known = {choice.id for choice in step.choices}
    return tuple(choice_id for choice_id in taken if choice_id in known)


def valid(step: Step, taken: tuple[str, ...]) -> bool:
    """Whether ``taken`` answers ``step``: one choice, and as many parallel ones as apply.

    One that stands besides another that was taken goes along with it.
    """
    choices = [choice for choice in step.choices if choice.id in taken]
    single = sum(not (choice.parallel or {*choice.besides} & {*taken}) for choice in choices)
    wanted = 0 if all(choice.parallel for choice in step.choices) else 1
    return bool(choices) and len(choices) == len(taken) and single == wanted
