"""The day soon on which the pupil is old enough to take part, and what holds from then on."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.advice import Do
from routeboek_tui.core.answers import Ticked
from routeboek_tui.core.facts import Situation
from routeboek_tui.core.flow import Action
from routeboek_tui.core.policy import age

AGE, SOON = "leeftijd", timedelta(weeks=13)
"""The fact, and how far ahead a birthday is told: within it an overleg or a talk may still fall."""


class Birthday(Struct, frozen=True):
    """The ``day`` somebody becomes so many ``years`` old, and the facts ``after`` it."""

    day: date
    years: int
    after: Situation


def birthday_soon(talk: Conversation) -> Birthday | None:
    """The birthday from which the pupil takes part; ``None`` where it was, is far, or unknown."""
    born, knowledge = talk.answers.born, talk.rulebook.knowledge
    if born is None:
        return None
    years = knowledge.value(age.TAKES_PART, talk.today)
    day = age.birthday(born, years)
    if not talk.today < day <= talk.today + SOON:
        return None
    return Birthday(day, years, {**talk.situation, AGE: age.group(born, day, knowledge)})


def from_birthday(talk: Conversation) -> Iterator[Do]:
    """What is to be done at the steps of now once the pupil is old enough, and not before."""
    soon = birthday_soon(talk)
    if soon is None:
        return
    here = {(do.step, do.visit): do for do in talk.advice.now}
    for (name, visit), beside in here.items():
        step = talk.step(name)
        for action in step.actions:
            done = Ticked(name, visit, action.id) in talk.answers.ticked
            if not done and only_from(soon, talk, action):
                mine = replace(action, actor=action.actor or step.actor)
                yield Do(name, visit, mine, soon.day, None, beside.certainty)


def only_from(soon: Birthday, talk: Conversation, action: Action) -> bool:
    """Whether ``action`` is to be done from the birthday, and not today."""
    return not action.may_be(talk.situation) and action.may_be(soon.after)
