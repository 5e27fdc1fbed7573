"""What holds for any answers whatever: replay ends, forgets no order, and can be undone."""

import random
from collections.abc import Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from routeboek_tui.core.advice import advise
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.change import bill, settle
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.core.paths import taken_sets
from routeboek_tui.core.replay import MOST_BRANCHES, replay
from routeboek_tui.core.rulebook import Rulebook

ONE_IN = 12
"""How seldom a picked answer is "weet ik nog niet"; each one multiplies the ways."""

PICKS = st.lists(st.integers(0, 10_000), max_size=5) | st.lists(
    st.integers(0, 10_000), min_size=30, max_size=60
)
BORN = st.none() | st.dates(date(2006, 1, 1), date(2020, 1, 1))


def answered(rulebook: Rulebook, picks: Sequence[int], born: date | None, today: date) -> Answers:
    """Answers to whatever is asked, chosen by ``picks``."""
    answers = Answers(birth_date=born)
    for pick in picks:
        ask = replay(rulebook, answers, today).ask
        if ask is None:
            break
        unknown = pick % ONE_IN == 0
        if ask.fact:
            values = rulebook.flow.domains[ask.fact]
            value = UNKNOWN if unknown else values[pick % len(values)]
            answers = answers.with_fact(ask.fact, value)
        else:
            sets = taken_sets(rulebook.flow.steps[ask.step])
            taken = () if unknown else tuple(choice.id for choice in sets[pick % len(sets)])
            on = date(2026, 1 + pick % 11, 1 + pick % 28) if pick % 5 == 0 else None
            answers = answers.having(Answer(ask.step, ask.visit, taken, {}, on))
    return answers


@settings(max_examples=25)
@given(picks=PICKS, born=BORN, seed=st.integers(0, 100))
def test_replay_ends_and_forgets_the_order(
    rulebook: Rulebook, today: date, picks: list[int], born: date | None, seed: int
) -> None:
    answers = answered(rulebook, picks, born, today)
    trail = replay(rulebook, answers, today)
    assert 0 < len(trail.branches) <= MOST_BRANCHES
    assert all((branch.ask is None) <= (branch.ended or branch.again) for branch in trail.branches)
    assert replay(rulebook, answers, today) == trail
    assert replay(rulebook, settle(rulebook, trail, today), today).branches == trail.branches
    shuffled = random.Random(seed).sample(answers.steps, len(answers.steps))
    other = replace(answers, steps=tuple(shuffled))
    assert replay(rulebook, other, today).branches == trail.branches


@settings(max_examples=20)
@given(picks=PICKS, born=BORN, changed=st.integers(0, 1000), other=st.integers(0, 10_000))
def test_a_change_put_back_gives_the_same_trail(
    rulebook: Rulebook, today: date, picks: list[int], born: date | None, changed: int, other: int
) -> None:
    answers = answered(rulebook, picks, born, today)
    trail = replay(rulebook, answers, today)
    if not answers.steps:
        return
    old = answers.steps[changed % len(answers.steps)]
    sets = taken_sets(rulebook.flow.steps[old.step])
    taken = tuple(choice.id for choice in sets[other % len(sets)])
    new = answers.having(replace(old, choices=taken))
    cost = bill(rulebook, trail, new, today)
    assert cost.after == replay(rulebook, new, today)
    fresh = Answers(new.facts, cost.after.used, new.birth_date)
    assert replay(rulebook, fresh, today).branches == cost.after.branches
    assert {*map(id, cost.kept), *map(id, cost.dropped)} == set(map(id, trail.used))
    assert replay(rulebook, new.having(old), today) == trail


@settings(max_examples=25)
@given(picks=PICKS, born=BORN)
def test_any_answer_can_be_taken_away(
    rulebook: Rulebook, today: date, picks: list[int], born: date | None
) -> None:
    answers = answered(rulebook, picks, born, today)
    advise(rulebook, replay(rulebook, answers, today))
    for number in range(len(answers.steps)):
        fewer = answers.steps[:number] + answers.steps[number + 1 :]
        trail = replay(rulebook, replace(answers, steps=fewer), today)
        advise(rulebook, trail)
    for fact in answers.facts:
        facts = {name: value for name, value in answers.facts.items() if name != fact}
        advise(rulebook, replay(rulebook, replace(answers, facts=facts), today))


ANY_ANSWER = st.builds(
    lambda step, visit, choices: (step, visit, tuple(choices)),
    st.integers(0, 1000),
    st.integers(1, 3),
    st.lists(st.sampled_from(["ja", "nee", "strafrecht", "veilig_thuis", "", "x"]), max_size=3),
)


@settings(max_examples=25)
@given(said=st.lists(ANY_ANSWER, max_size=30), known=st.booleans())
def test_answers_that_fit_nowhere_never_raise(
    rulebook: Rulebook, today: date, said: list[tuple[int, int, tuple[str, ...]]], known: bool
) -> None:
    names = list(rulebook.flow.steps)
    facts = {
        fact: values[0] if known else UNKNOWN for fact, values in rulebook.flow.domains.items()
    }
    steps = tuple(Answer(names[n % len(names)], visit, choices) for n, visit, choices in said)
    trail = replay(rulebook, Answers(facts, steps), today)
    advise(rulebook, trail)
    assert set(map(id, trail.used)) <= set(map(id, steps))


@settings(max_examples=30)
@given(seed=st.integers(0, 10**6))
def test_going_on_from_a_trail_equals_a_fresh_walk(
    rulebook: Rulebook, today: date, seed: int
) -> None:
    chance = random.Random(seed)
    facts = {
        fact: chance.choice((*values, UNKNOWN)) for fact, values in rulebook.flow.domains.items()
    }
    answers = Answers(facts)
    trail = replay(rulebook, answers, today)
    for _ in range(25):
        if trail.ask is None:
            break
        step = rulebook.flow.steps[trail.ask.step]
        taken = chance.choice([(), *(tuple(c.id for c in s) for s in taken_sets(step))])
        answers = answers.having(Answer(step.id, trail.ask.visit, taken))
        fresh = replay(rulebook, answers, today)
        trail = replay(rulebook, answers, today, trail)
        assert trail == fresh
