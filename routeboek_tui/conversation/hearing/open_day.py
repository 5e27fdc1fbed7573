"""A day that is typed with nothing else: one of those the advice of now asks for."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from routeboek_tui.conversation.advice.advice_view import steps_of
from routeboek_tui.conversation.advice.timeline import lacking
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.policy.leerplichtig import YEARS
from routeboek_tui.library.ways import pattern
from routeboek_tui.text import dates
from routeboek_tui.text.characters import bare_line, plain
from routeboek_tui.text.dates import find
from routeboek_tui.text.enumeration import one_of

BIRTHDAY = "{0} ligt nog voor je. Is het een verjaardag, typ dan: wordt {1} op {0}."

YEAR = 366
"""Days within which a birthday comes."""

WHICH = "Welke dag is {}: {}? Typ dat erbij."


class OpenDay(Struct, frozen=True):
    """A ``day`` that was typed alone, and the names of the days it can be: of one it is sure."""

    day: date
    names: tuple[str, ...]


def open_day(talk: Conversation, typed: str) -> OpenDay | None:
    """The day that is all of ``typed``, with the days that are asked for and it can be."""
    text = bare_line(typed)
    found = find(text, talk.today)
    day = found[0].day if len(found) == 1 else None
    if day is None:
        return None
    beside = plain(f"{text[: found[0].start]} {text[found[0].end :]}").strip()
    if beside and not pattern(talk.library.language.day_alone).fullmatch(beside):
        return None
    names = tuple(_fitting(talk, day))
    return OpenDay(day, names) if names else None


def which_day(talk: Conversation, found: OpenDay) -> str:
    """What is asked of a day that can be more than one."""
    starts = talk.library.milestones.starts
    words = one_of(starts[name].word for name in found.names)
    return WHICH.format(dates.short(found.day), words)


def birthday(talk: Conversation, typed: str) -> str:
    """What to type where a day ahead that is all of ``typed`` can be a birthday; "" otherwise.

    It can where only years are known of the pupil, and it comes within one.
    """
    text = bare_line(typed)
    found = find(text, talk.today)
    day = found[0].day if len(found) == 1 else None
    told = plain(f"{text[: found[0].start]} {text[found[0].end :]}").strip() if day else ""
    if told and not pattern(talk.library.language.of_birthday).search(told):
        return ""
    given = (*(each.given for each in talk.answers.steps), *talk.answers.said.counts.values())
    years = {each[YEARS] for each in given if each.get(YEARS)}
    if day is None or talk.answers.born or len(years) != 1:
        return ""
    if not 0 < (day - talk.today).days < YEAR:
        return ""
    return BIRTHDAY.format(dates.short(day), int(years.pop()) + 1)


def _fitting(talk: Conversation, day: date) -> Iterator[str]:
    """The days that are asked for, and may lie where ``day`` does."""
    starts = talk.library.milestones.starts
    for name in dict.fromkeys(lacking(talk, steps_of(talk))):
        if day <= talk.today or starts[name].ahead:
            yield name
