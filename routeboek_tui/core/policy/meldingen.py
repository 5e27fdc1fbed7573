"""Whether the last reports of sickness lie within so many school weeks.

Which reading of "within" is followed, and why, stands in :mod:`routeboek_tui.core.window`.
"""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.core.calendar import Calendar, names_of
from routeboek_tui.core.figures import Figure
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.terms.words import weeks_words
from routeboek_tui.core.window import Window, window
from routeboek_tui.text import dates


class Criterion(Struct, frozen=True):
    """One criterion: ``met`` is ``None`` while ``missing`` is not known."""

    met: bool | None
    said: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Reports(Struct, frozen=True):
    """What is known of the reports: how many, their days, or the weeks the last ones fall in.

    ``weeks`` and ``holiday_weeks`` were typed; typed holidays go before those of a calendar.
    """

    count: int | None
    dates: tuple[date, ...]
    weeks: int | None
    holiday_weeks: int | None


class _Limit(Struct, frozen=True):
    """The report that counts, the school weeks it must fall in, and the words to say it with."""

    report: Figure
    weeks: Figure
    knowledge: Knowledge


def within(
    reports: Reports,
    report: Figure,
    weeks: Figure,
    calendars: Sequence[Calendar],
    knowledge: Knowledge,
) -> Criterion:
    """Whether as many reports as ``report`` lie within the school weeks of ``weeks``.

    While the region is not known there are several calendars; only what all say is settled.
    """
    limit = _Limit(report, weeks, knowledge)
    count = len(reports.dates) if reports.count is None else reports.count
    if not count:
        return Criterion(None, missing=("meldingen",))
    if count < report.value:
        said = knowledge.say("vo_te_weinig", aantal=count, melding=report, weken=weeks)
        return Criterion(False, (said,))
    if len(reports.dates) >= report.value:
        last = reports.dates[-report.value :]
        if reports.holiday_weeks is not None:
            found = window(Calendar(), last[0], last[-1])
            return _typed(limit, found.touched, reports.holiday_weeks, _from_to(limit, found))
        return _agreed(calendars, [_counted(limit, each, last) for each in calendars], knowledge)
    if reports.weeks is not None:
        long = weeks_words(7 * reports.weeks, knowledge)
        who = knowledge.say("vo_in_weken", melding=report, duur=long)
        return _typed(limit, reports.weeks, reports.holiday_weeks, who)
    said = knowledge.say("vo_onbekend", aantal=count, melding=report, weken=weeks)
    return Criterion(None, (said,), ("weken",))


def _typed(limit: _Limit, weeks: int, holidays: int | None, who: str) -> Criterion:
    """The criterion by a number of weeks, less the weeks of holiday as they were typed."""
    say, most = limit.knowledge.say, limit.weeks.value
    if holidays is None and weeks > most:
        return Criterion(None, (say("vo_hangt_af", wie=who),), ("vakantieweken",))
    school = max(weeks - (holidays or 0), 0)
    notes = (say("weken_rand"),) if school in {most, most + 1} else ()
    return Criterion(school <= most, (_said(limit, who, school, holidays or 0),), notes=notes)


def _counted(limit: _Limit, calendar: Calendar, last: Sequence[date]) -> Criterion:
    """The criterion by the days of the reports and a calendar."""
    say, most = limit.knowledge.say, limit.weeks.value
    found = window(calendar, last[0], last[-1])
    met, who = found.within(most), _from_to(limit, found)
    if met is None:
        unknown = (limit.knowledge.say("vakantie_onbekend"), *calendar.remarks)
        return Criterion(None, (say("vo_hangt_af", wie=who),), ("vakantieweken",), unknown)
    names = names_of(found.left_out)
    line = _said(limit, who, found.school, found.holiday_weeks, names)
    notes = [say("weken_lezing")]
    if not met and found.within_between(most):
        long = weeks_words(found.between, limit.knowledge)
        notes.append(say("weken_anders_wel", weken=limit.weeks, duur=long))
    if met and found.touched > most and found.advised:
        notes.append(say("vakantie_advies", naam=names))
    return Criterion(met, (line,), notes=(*notes, *calendar.remarks))


def _agreed(
    calendars: Sequence[Calendar], found: Sequence[Criterion], knowledge: Knowledge
) -> Criterion:
    """What all regions say: settled where they agree, and otherwise what each of them says."""
    first = found[0]
    if len({(each.met, each.said) for each in found}) == 1:
        return first
    said = tuple(
        knowledge.say("regio_zegt", regio=calendar.region, zin=line)
        for calendar, each in zip(calendars, found, strict=True)
        for line in each.said
    )
    notes = tuple(dict.fromkeys(note for each in found for note in each.notes))
    if len({each.met for each in found}) == 1:
        return replace(first, said=said, notes=notes)
    return Criterion(None, said, ("vakantieweken",), (*notes, knowledge.say("regio_onbekend")))


def _said(limit: _Limit, who: str, school: int, left_out: int, names: str = "") -> str:
    say, inside = limit.knowledge.say, school <= limit.weeks.value
    if not left_out:
        return say("vo_binnen" if inside else "vo_buiten", wie=who, weken=limit.weeks)
    return say(
        "vo_min_binnen" if inside else "vo_min_buiten",
        wie=who,
        vrij=left_out,
        naam=names and f" ({names})",
        aantal=school,
        weken=limit.weeks,
    )


def _from_to(limit: _Limit, found: Window) -> str:
    return limit.knowledge.say(
        "vo_venster",
        melding=limit.report,
        eerste=dates.short(found.first),
        laatste=dates.short(found.last),
        aantal=found.touched,
    )
