"""Who sits together at a step, in words; and who comes of age before they meet."""

from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.advice import Table
from routeboek_tui.core.facts import holds
from routeboek_tui.core.flow import Seat
from routeboek_tui.core.policy import age
from routeboek_tui.text import dates

AGE, SOON = "leeftijd", timedelta(weeks=13)
"""The fact, and how far ahead a birthday is told: within it an overleg or a talk may still fall."""

FROM = "{} (vanaf {}: dan {} jaar)"
"""How someone sits there who is old enough from a day on."""


class AtTable(Struct, frozen=True):
    """Who sits together at a step, and what to bring."""

    title: str
    seats: tuple[str, ...]
    bring: tuple[str, ...]


def at_tables(talk: Conversation) -> Iterator[AtTable]:
    """Every table of the advice."""
    for table in talk.advice.tables:
        text = talk.text(table.step)
        yield AtTable(
            title=talk.say(text.title),
            seats=(*(_seated(talk, seat) for seat in table.seats), *_soon(talk, table)),
            bring=tuple(talk.say(item) for item in text.bring),
        )


def _seated(talk: Conversation, seat: Seat) -> str:
    """Who sits there, and when: "Leerplicht (in overleg)"."""
    word = talk.say(seat.word) if seat.word else talk.word(seat.actor)
    waits = seat.actor == safety.PARENTS and safety.waiting(talk)
    note = safety.AFTER_ADVICE if waits else talk.say(seat.note)
    return f"{word} ({note})" if note else word


def _soon(talk: Conversation, table: Table) -> Iterator[str]:
    """Who is too young today and old enough soon."""
    birth_date = talk.answers.birth_date
    if birth_date is None:
        return
    years = talk.rulebook.knowledge.value(age.TAKES_PART, talk.today)
    day = age.birthday(birth_date, years)
    if not talk.today < day <= talk.today + SOON:
        return
    for seat in talk.step(table.step).table:
        if AGE in seat.when and not holds(seat.when, talk.situation):
            older = {**talk.situation, AGE: age.group(birth_date, day, talk.rulebook.knowledge)}
            if holds(seat.when, older):
                yield FROM.format(_seated(talk, seat), dates.write(day), years)
