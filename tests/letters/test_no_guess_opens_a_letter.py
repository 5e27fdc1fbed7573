"""What is not known opens no letter: it exists only if it would whatever the answer turned out.

Nor does it take one away: a ground that an answer would end is there until that answer is given,
and so is a letter that has no use any more past a step to which the answer leads.
"""

import random

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answer
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import Walk, walked, walks

WALKS = [walk for walk in walks() if walk.answers]


def letters(talk: Conversation) -> set[str]:
    return {letter.id for letter in talk.letters}


def answered(talk: Conversation, given: Answer) -> Conversation:
    """The same walk with one answer changed; what has no place any more falls away."""
    fresh = Conversation.at(talk.library, talk.flow, replace(talk.answers, steps=()), talk.today)
    return fresh.having(talk.answers.having(given))


@each_row("walk", WALKS, ids=lambda walk: walk.id)
def test_a_letter_exists_only_if_it_does_whatever_the_answer(walk: Walk) -> None:
    talk = walked(guide(), walk)
    told = [each for each in talk.answers.steps if each.choices]
    if not told:
        pytest.skip("nothing was chosen on this walk")
    given = random.Random(walk.id).choice(told)
    unknown = answered(talk, replace(given, choices=()))
    found = letters(unknown)
    for choice in talk.step(given.step).choices:
        if not choice.parallel:
            sure = answered(talk, replace(given, choices=(choice.id,)))
            ended = {
                letter.id
                for letter in guide().letters.values()
                for visit in sure.trail.main.visits
                if {*visit.taken}.intersection(letter.gone.get(visit.step, ()))
            }
            over = {x.id for x in guide().letters.values() if sure.passed.intersection(x.over)}
            assert found <= letters(sure) | ended | over, choice.id
