"""Unauthorised absence: the hours that must be reported, and the ladder of coming late.

Inputs as text: ``lesuren`` (hours of lessons missed without leave within the
window; a half is ",5", and only the whole figure reaches it),
``keren`` (times late; no source names the period, our reading is this school year),
``keer_op`` (the day of the last of them).
"""

from collections.abc import Mapping
from datetime import date, timedelta

from routeboek_tui.core.calendar import WEEK, Calendar, monday, names_of
from routeboek_tui.core.facts import Situation
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.verdict import (
    GivenError,
    Verdict,
    check_past,
    in_halves,
    read_count,
    read_day,
    read_halves,
)
from routeboek_tui.core.window import weeks_back
from routeboek_tui.text import dates
from routeboek_tui.text.enumeration import all_of

HOURS = "ongeoorloofd_uren"
"""The figure: hours of lessons from which the school reports; the figure itself counts."""

WEEKS = "ongeoorloofd_weken"
"""The figure: the weeks in a row in which those hours fall."""

ON = "uren_op"
"""The input: the hours of each day, as ``2026-11-04=2,5;2026-11-09=2``."""

OUT = "uren_buiten"
"""The input: the hours of days outside the weeks that count, in that form."""

TIMES, LAST = "keren", "keer_op"
"""The inputs of the ladder: how often, and the day of the last of those times where it was told."""

POLICY, LESSONS = "zestien_uur", "lesuren"
"""The policy of the hours, and its input: how many hours of lessons."""

NONE_YET = "minder_dan_3"
LATE = {
    "te_laat_leerkracht": "vanaf_3",
    "te_laat_leerkracht_opnieuw": "vanaf_6",
    "te_laat_directeur": "vanaf_9",
    "te_laat_brief": "vanaf_12",
    "te_laat_melding": "vanaf_15",
}
"""The figures of the ladder, from low to high: the choice each leads to. The names of the choices
are names; what they stand for is the figure."""

FIGURES_OF_HOURS = (HOURS, WEEKS)
FIGURES_OF_LATE = tuple(LATE)


def check_hours(given: Mapping[str, str], on: date, knowledge: Knowledge) -> None:
    """Look whether the hours can be right.

    :raises GivenError: with a message for the user
    """
    if given.get(LESSONS):
        hours_in(given, knowledge)
    for day, _ in (*_per_day(given, knowledge), *_per_day(given, knowledge, OUT)):
        check_past(day, on, knowledge.say("die_dag"), knowledge)


def hours_in(given: Mapping[str, str], knowledge: Knowledge) -> float:
    """The hours that were given.

    :raises GivenError: with a message for the user
    """
    return read_halves(given[LESSONS], knowledge.say("aantal_lesuren"), knowledge)


def check_late(given: Mapping[str, str], on: date, knowledge: Knowledge) -> None:
    """Look whether the times late can be right.

    :raises GivenError: with a message for the user
    """
    if given.get("keren"):
        read_count(given["keren"], knowledge.say("aantal_keren"), knowledge)
    if given.get(LAST):
        what = knowledge.say("die_dag")
        check_past(read_day(given[LAST], what, knowledge), on, what, knowledge)


def zestien_uur(
    given: Mapping[str, str], situation: Situation, on: date, knowledge: Knowledge
) -> Verdict:
    """Whether the hours make a report compulsory: "ja", "nee" or not settled. Never raises."""
    try:
        check_hours(given, on, knowledge)
    except GivenError as error:
        return Verdict("", notes=(str(error),))
    if not given.get(LESSONS):
        return Verdict("", missing=(LESSONS,))
    hours, limit = hours_in(given, knowledge), knowledge.figure(HOURS, on)
    said = knowledge.say(
        "uren", aantal=in_halves(hours), weken=knowledge.figure(WEEKS, on), grens=limit
    )
    when = (*_left_out(given, on, knowledge), *reached_on(given, on, knowledge))
    notes = _lesson_weeks(situation, on, knowledge)
    return Verdict("ja" if hours >= limit.value else "nee", (said, *when), notes=notes)


def _per_day(
    given: Mapping[str, str], knowledge: Knowledge, name: str = ON
) -> list[tuple[date, float]]:
    """The hours of each day of the input ``name``, in the order of the days.

    :raises GivenError: with a message for the user
    """
    what, found = knowledge.say("aantal_lesuren"), []
    for each in filter(None, given.get(name, "").split(";")):
        day, _, hours = each.partition("=")
        read = read_day(day, knowledge.say("die_dag"), knowledge)
        found.append((read, read_halves(hours, what, knowledge)))
    return sorted(found)


def _left_out(given: Mapping[str, str], on: date, knowledge: Knowledge) -> tuple[str, ...]:
    """Which hours that were told do not count, as they lie outside the weeks; none where all do."""
    rows = _per_day(given, knowledge, OUT)
    if not rows:
        return ()
    days, weeks = [dates.short(day) for day, _ in rows], knowledge.figure(WEEKS, on)
    hours = in_halves(sum(hours for _, hours in rows))
    return (knowledge.say("uren_buiten", uren=hours, dagen=all_of(days), weken=weeks),)


def reached_on(given: Mapping[str, str], on: date, knowledge: Knowledge) -> tuple[str, ...]:
    """The day on which the hours reached the figure, in a sentence; none where it is not known.

    :raises GivenError: with a message for the user
    """
    reached, limit = day_reached(given, on, knowledge), knowledge.figure(HOURS, on)
    if reached is None:
        return ()
    return (knowledge.say("uren_dag", grens=limit, dag=dates.write(reached)),)


def day_reached(given: Mapping[str, str], on: date, knowledge: Knowledge) -> date | None:
    """The day on which the hours reached the figure; ``None`` where it is not known.

    A number that was typed later than the days goes before them.

    :raises GivenError: with a message for the user
    """
    limit, total = knowledge.figure(HOURS, on), 0.0
    reached: date | None = None
    for day, hours in _per_day(given, knowledge):
        total += hours
        if total >= limit.value:
            reached = reached or day
    return reached if total == hours_in(given, knowledge) else None


def day_at(
    first: date, hours: int, situation: Situation, on: date, knowledge: Knowledge
) -> date | None:
    """The day on which the hours reach the figure for who misses ``hours`` lessons of every day.

    ``first`` is the first of those days; ``None`` where the calendars do not agree.
    """
    limit = knowledge.value(HOURS, on)
    number = -(-limit // hours)
    found = {
        day if calendar.knows(first, day) else None
        for calendar in knowledge.calendars.of(situation)
        for day in (calendar.school_day_after(first - timedelta(days=1), number),)
    }
    return found.pop() if len(found) == 1 else None


def _lesson_weeks(situation: Situation, on: date, knowledge: Knowledge) -> tuple[str, ...]:
    """From which day to which the hours are added up, where the calendar knows.

    The law says weeks of lessons, the other sources weeks. We read them as the same: a week of
    holiday is no week of lessons. The hours carry no dates, so the reading of calendar weeks is
    named beside it wherever a holiday parts the two.
    """
    weeks, found = knowledge.figure(WEEKS, on), {}
    for calendar in knowledge.calendars.of(situation):
        try:
            back = weeks_back(calendar, on, weeks.value)
        except ValueError:  # more weeks than a calendar counts
            return (knowledge.say("lesweken_onbekend"),)
        if not back.known:
            return (knowledge.say("lesweken_onbekend"),)
        found[back.first, back.left_out] = back, calendar.remarks
    if len(found) != 1:
        return (knowledge.say("lesweken_onbekend"),)
    ((back, remarks),) = found.values()
    sunday = monday(on) + WEEK - timedelta(days=1)
    days = {
        "eerste": dates.short(back.first),
        "laatste": dates.short(on),
        "einde": dates.short(sunday),
    }
    if not back.left_out:
        return (knowledge.say("lesweken", weken=weeks, **days), *remarks)
    names = names_of(back.left_out)
    other = dates.short(monday(on) - (weeks.value - 1) * WEEK)
    return (
        knowledge.say("lesweken_zonder", weken=weeks, naam=names, anders=other, **days),
        *remarks,
    )


def falls_out(
    given: Mapping[str, str], situation: Situation, on: date, knowledge: Knowledge
) -> tuple[str, ...]:
    """From which day hours no longer count, and which: the window moves on with the weeks.

    It is told where every calendar that can hold agrees, and counted as :func:`_lesson_weeks` does.
    With the hours of each day it says how many fall out.
    """
    weeks, found = knowledge.value(WEEKS, on), set()
    for calendar in knowledge.calendars.of(situation):
        try:
            found.add(_moves_on(calendar, on, weeks))
        except ValueError:  # more weeks than a calendar counts
            return ()
    if len(found) != 1 or None in found:
        return ()
    ((day, first),) = filter(None, found)
    days = {"dag": dates.write(day), "eerste": dates.short(first)}
    gone = sum(hours for at, hours in _per_day(given, knowledge) if at < first)
    if gone:
        return (knowledge.say("uren_vervallen_zoveel", uren=in_halves(gone), **days),)
    return (knowledge.say("uren_vervallen", **days),)


def _moves_on(calendar: Calendar, on: date, weeks: int) -> tuple[date, date] | None:
    """The next Monday with school in its week, and the first day that counts from then."""
    day = monday(on) + WEEK
    while not calendar.school_weeks(day, day):
        day += WEEK
        if day - on > weeks * 3 * WEEK:
            return None
    back = weeks_back(calendar, day, weeks)
    return (day, back.first) if back.known else None


def te_laat(
    given: Mapping[str, str], situation: Situation, on: date, knowledge: Knowledge
) -> Verdict:
    """Which rung of the ladder the times late have reached, or not settled. Never raises."""
    try:
        check_late(given, on, knowledge)
    except GivenError as error:
        return Verdict("", notes=(str(error),))
    if not given.get("keren"):
        return Verdict("", missing=("keren",))
    times = int(given["keren"])
    rungs = [(knowledge.figure(name, on), choice) for name, choice in LATE.items()]
    reached = [rung for rung in rungs if times >= rung[0].value]
    if not reached:
        said = knowledge.say("te_laat_nog_niet", aantal=times, grens=rungs[0][0])
        return Verdict(NONE_YET, (said,))
    rung, choice = reached[-1]
    return Verdict(choice, (knowledge.say("te_laat_gehaald", aantal=times, grens=rung),))
