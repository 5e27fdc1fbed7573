"""Who sits together at a step, in words; and who comes of age before they meet."""

from collections.abc import Iterator

from msgspec import Struct

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.advice.coming_of_age import AGE, birthday_soon
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.advice import Table
from routeboek_tui.core.facts import holds
from routeboek_tui.core.flow import Seat
from routeboek_tui.text import dates

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
    soon = birthday_soon(talk)
    for seat in talk.step(table.step).table if soon else ():
        too_young = AGE in seat.when and seat not in table.seats
        if soon and too_young and holds(seat.when, soon.after):
            yield FROM.format(_seated(talk, seat), dates.write(soon.day), soon.years)
