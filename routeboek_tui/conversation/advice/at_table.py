"""Who sits together at a step, in words; and who comes of age before they meet."""

from collections.abc import Iterator

from msgspec import Struct

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.advice.coming_of_age import AGE, birthday_soon
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.advice import Table, tables_ahead
from routeboek_tui.core.facts import holds
from routeboek_tui.core.flow import Seat
from routeboek_tui.text import dates

FROM = "{} (vanaf {}: dan {} jaar)"
"""How someone sits there who is old enough from a day on."""


AHEAD = "Straks, bij “{}”: "
"""Before the title of a table that one answer leads to."""


class AtTable(Struct, frozen=True):
    """Who sits together at a step, and what to bring."""

    title: str
    seats: tuple[str, ...]
    bring: tuple[str, ...]


def at_tables(talk: Conversation) -> Iterator[AtTable]:
    """Every table of the advice, and those an answer to what is asked leads to; each once.

    Who invites reads there who comes, before the walk is at the table.
    """
    seen = set[tuple[str, ...]]()
    for choice, table in (*(("", each) for each in talk.advice.tables), *_ahead(talk)):
        text = talk.text(table.step)
        seats = (*(_seated(talk, seat) for seat in table.seats), *_soon(talk, table))
        if seats not in seen:
            seen.add(seats)
            yield AtTable(
                title=f"{choice}{talk.say(text.title)}",
                seats=seats,
                bring=() if choice else tuple(talk.say(item) for item in text.bring),
            )


def _ahead(talk: Conversation) -> Iterator[tuple[str, Table]]:
    """The tables of other people than those of now, each behind the answer it comes after."""
    ask = talk.ask
    if ask is None:
        return
    said = talk.text(ask.step).choices
    for choice, table in tables_ahead(talk.rulebook, talk.trail):
        yield AHEAD.format(talk.say(said[choice].label)), table


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
