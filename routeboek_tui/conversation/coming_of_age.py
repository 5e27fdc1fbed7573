"""The day soon on which the pupil is old enough to take part, and what is known from then on."""

from datetime import date, timedelta

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.facts import Situation
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
