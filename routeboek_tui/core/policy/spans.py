"""How spans of time are said: days, weeks, and the holidays that were left out of them."""

from collections.abc import Iterable
from datetime import date

from routeboek_tui.core.calendar import Holiday
from routeboek_tui.core.knowledge import Knowledge


def day_said(day: date) -> str:
    """A day in figures, the Dutch way: 7-9-2026."""
    return f"{day.day}-{day.month}-{day.year}"


def weeks_said(days: int, knowledge: Knowledge) -> str:
    """A number of days in weeks and days."""
    weeks, rest = divmod(days, 7)
    if rest:
        return knowledge.say("weken_en_dagen", weken=weeks, dagen=rest)
    return knowledge.say("weken", weken=weeks)


def names_said(holidays: Iterable[Holiday], knowledge: Knowledge) -> str:
    """The names of holidays, each once, joined as in a sentence."""
    *names, last = dict.fromkeys(each.name for each in holidays) or ("",)
    return knowledge.say("en", eerste=", ".join(names), laatste=last) if names else last


def gap(knowledge: Knowledge) -> str:
    """That the calendar does not know all holidays of the span that was counted."""
    return knowledge.say("vakantie_onbekend")
