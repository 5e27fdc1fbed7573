"""A day that follows from another one, in words."""

from datetime import date

from routeboek_tui.core.facts import Situation
from routeboek_tui.core.figures import Unit
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.terms.milestone import Milestone, reckoned
from routeboek_tui.core.terms.words import closed_words, holiday_words
from routeboek_tui.text import dates


def day_words(
    milestone: Milestone, first: date, on: date, knowledge: Knowledge, situation: Situation
) -> str:
    """A day that follows from ``first``; "" where it can't be reckoned.

    A holiday on the way is said, and a day that is past ``on`` is marked; a birthday that is past
    says nothing any more.
    """
    calendars = knowledge.calendars.of(situation)
    figure = knowledge.figure(milestone.figure, on) if milestone.figure else None
    day = reckoned(milestone, first, figure, calendars)
    birthday = figure is not None and figure.unit is Unit.JAAR
    if day is None or (birthday and day < on):
        return ""
    long = figure is not None and not birthday
    heads = holiday_words(first, day, calendars, knowledge) if long else ""
    over = f" ({knowledge.say('dag_voorbij')})" if day < on else ""
    return (
        f"{dates.write(day)}{over}{closed_words(day, calendars, knowledge) if long else ''}{heads}"
    )
