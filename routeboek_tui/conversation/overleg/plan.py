"""What a table agrees: the actions of the advice to pick from, and what an agreement lacks."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from routeboek_tui.conversation.advice.groups import groups
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.address import Address
from routeboek_tui.core.calendar import SATURDAY, names_of
from routeboek_tui.core.meeting import Agreement, open_points
from routeboek_tui.text import ahead, dates

AT_TABLE = "overleg"
"""Who does what a meeting does itself; that is done at its other parts."""

SOON = (1, 2)
"""Weeks from now that are offered as the day of an agreement; our own, any other can be typed."""

LATER = (2, 4, 6)
"""The same for the day to look again."""


class Proposal(Struct, frozen=True):
    """An action of the advice that can become an agreement."""

    place: str
    actor: str
    who: str
    what: str
    by: date | None = None


def offered(talk: Conversation, agreed: tuple[Agreement, ...]) -> dict[int, Proposal]:
    """What was not agreed on yet, by a number that stays while others are picked."""
    taken = {each.place for each in agreed}
    every = enumerate(proposals(talk), start=1)
    return {number: each for number, each in every if each.place not in taken}


def proposals(talk: Conversation) -> tuple[Proposal, ...]:
    """The actions of the advice, those of now first.

    What was to be done at the meeting stays, when an answer of the table led on from there.
    """
    view, due = talk.view, _due(talk)
    meets = {step for kind in talk.library.meeting.kinds.values() for step in kind.steps}
    before = groups(talk, (do for do in talk.advice.earlier if do.step in meets))
    found = {
        todo.place: Proposal(
            todo.place, todo.actor, todo.who, todo.kort or todo.text, due.get(todo.place)
        )
        for group in (*view.now, *view.alongside, *before)
        for todo in group.todo
        if todo.actor != AT_TABLE and not _held(talk, todo.place, meets)
    }
    return tuple(found.values())


def _held(talk: Conversation, place: str, meets: set[str]) -> bool:
    """Whether the meeting does it by being held."""
    at = Address.read(place)
    return at.leaf in meets and at.part in talk.library.meeting.held


def _due(talk: Conversation) -> dict[str, date]:
    advice = talk.advice
    every = (*advice.now, *advice.alongside, *advice.earlier)
    of = talk.flow.id
    return {f"{Address.of_step(of, do.step, do.action.id)}": do.by for do in every if do.by}


def term_of(talk: Conversation, agreement: Agreement) -> date | None:
    """The day by which the advice asks what was agreed."""
    return _due(talk).get(agreement.place)


def running(talk: Conversation, agreement: Agreement) -> bool:
    """Whether it goes on until the table looks again, and so has no last day."""
    action = Address.read(agreement.place).part
    return action in talk.library.meeting.running or ahead.every_week(agreement.what)


def lacks(talk: Conversation, agreement: Agreement) -> tuple[str, ...]:
    """What an agreement lacks: "who", "by"; one that goes on needs no day."""
    goes_on = running(talk, agreement)
    return tuple(each for each in open_points(agreement) if not (goes_on and each == "by"))


def when(talk: Conversation, agreement: Agreement, said: Callable[[date], str]) -> str:
    """By when, "" where that is open; of what goes on, from when until the table looks again."""
    words, by = talk.library.meeting.words, agreement.by
    if not running(talk, agreement):
        return said(by) if by else ""
    return words.running_from.format(said(by)) if by and by > talk.today else words.running


def agreement_words(talk: Conversation, agreement: Agreement) -> str:
    """An agreement on one line: who, what, by when, and what is odd about that day."""
    words = talk.library.meeting.words
    by = when(talk, agreement, lambda day: day_said(talk, day))
    if not running(talk, agreement):
        by = words.by.format(by) if by else words.open_by
    return f"{agreement.who or words.open_who}: {agreement.what} ({by})"


def remarks(talk: Conversation, agreement: Agreement) -> Iterator[str]:
    """What is odd about the day of an agreement: told, never refused."""
    words = talk.library.meeting.words
    if agreement.by is not None:
        yield from day_remarks(talk, agreement.by)
        term = term_of(talk, agreement)
        if term and agreement.by > term and not running(talk, agreement):
            yield words.late.format(dates.short(term))


def school_day(talk: Conversation, day: date) -> date:
    """``day``, or else the first one after it on which nothing is odd."""
    while any(day_remarks(talk, day)):
        day += timedelta(days=1)
    return day


def days_after(talk: Conversation, weeks: Iterable[int]) -> tuple[date, ...]:
    """School days so many weeks from now, each once."""
    found = (school_day(talk, talk.today + timedelta(weeks=each)) for each in weeks)
    return tuple(dict.fromkeys(found))


def day_meant(talk: Conversation, text: str) -> date | None:
    """The day that is all ``text`` says; one that is counted from now is a school day."""
    day = ahead.read(text, talk.today)
    return school_day(talk, day) if day and ahead.counted(text) else day


def day_said(talk: Conversation, day: date) -> str:
    """A day with its weekday, in this year without the year, and in a word what is odd about it."""
    said = dates.named(day).removesuffix(f" {talk.today.year}")
    return ", ".join((said, *(kort for kort, _ in _odd(talk, day))))


def day_remarks(talk: Conversation, day: date) -> Iterator[str]:
    """What is odd about a day: past, in a weekend, or in a holiday."""
    return (said for _, said in _odd(talk, day))


def _odd(talk: Conversation, day: date) -> Iterator[tuple[str, str]]:
    """What is odd about a day, in a word and in a sentence."""
    words = talk.library.meeting.words
    if day < talk.today:
        yield words.past_kort, words.past
    if day.weekday() >= SATURDAY:
        yield words.weekend_kort, words.weekend
        return
    known = talk.rulebook.knowledge.calendars.of(talk.situation)
    found = [each for calendar in known for each in calendar.holidays if day in each]
    if found or any(day in calendar.public(day.year) for calendar in known):
        name = names_of(found) if found else dates.short(day)
        yield words.holiday_kort.format(name), words.holiday.format(name)
