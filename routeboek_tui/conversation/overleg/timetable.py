"""The step-up timetable on the wall: its rows, the examples, and on which day a week begins."""

import re
from datetime import date, timedelta

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.plan import day_remarks, school_day
from routeboek_tui.conversation.overleg.wall import Wall, lettered, numbered
from routeboek_tui.core.calendar import SATURDAY
from routeboek_tui.core.meeting import Meeting, Stage, Stand
from routeboek_tui.library.overleg_words import Words
from routeboek_tui.text import dates

MOST_WEEKS = 52
"""Weeks of a timetable of which the day is told."""

_NUMBER = re.compile(r"[0-9]{1,2}")
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


def examples(talk: Conversation) -> tuple[str, ...]:
    """The examples of a row, in the words of the sector of the school."""
    return tuple(talk.say(each) for each in talk.library.meeting.stages)


def stages_wall(talk: Conversation, stand: Stand, words: Words) -> Wall:
    """The step-up timetable, and examples to pick."""
    meeting = stand.meeting
    mine = lettered(stage_words(talk, meeting, each) for each in meeting.stages)
    return Wall("", "", (*mine, *numbered(examples(talk))))


def stage_words(talk: Conversation, meeting: Meeting, stage: Stage) -> str:
    """A row of the timetable on one line."""
    parts = (stage.when, stage.where, stage.adult, stage.else_)
    week = week_said(talk, meeting, stage.week)
    return talk.library.meeting.words.row_of_stages.format(week, "; ".join(filter(None, parts)))


def week_said(talk: Conversation, meeting: Meeting, week: str) -> str:
    """A week as it is called, with the day it begins on where the school year is known.

    That week 1 is the first school week after the meeting is our own choice.
    """
    words = talk.library.meeting.words
    found = _NUMBER.search(week)
    if found is None or week.casefold() != words.week.format(found[0]):
        return week
    begins = week_begins(talk, meeting.held_on or talk.today, int(found[0]))
    day = (
        dates.named(begins).partition(" ")[2].removesuffix(f" {talk.today.year}") if begins else ""
    )
    return words.week_from.format(week, day) if day else week


def week_begins(talk: Conversation, held_on: date, number: int) -> date | None:
    """The first school day of the school week of this number after a meeting; of 1 the next one.

    ``None`` where no holidays are known.
    """
    if not 0 < number <= MOST_WEEKS or not talk.rulebook.knowledge.calendars.of(talk.situation):
        return None
    monday = held_on + _DAY * (7 - held_on.weekday())
    while number > 1 or not _has_school(talk, monday):
        number -= _has_school(talk, monday)
        monday += _WEEK
        if monday - held_on > MOST_WEEKS * 2 * _WEEK:
            return None
    return school_day(talk, monday)


def _has_school(talk: Conversation, monday: date) -> bool:
    days = (monday + _DAY * each for each in range(SATURDAY))
    return any(not any(day_remarks(talk, day)) for day in days)
