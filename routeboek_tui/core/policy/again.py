"""When to count again below a border: which count, and which day, would reach it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias

from routeboek_tui.core.facts import OF_AGE, SECTOR, Situation
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy import noord_kennemerland, ongeoorloofd, ziekteverzuim
from routeboek_tui.core.policy.verdict import in_halves
from routeboek_tui.text import dates

Given: TypeAlias = Mapping[str, str]
Again: TypeAlias = Callable[[Given, Situation, date, Knowledge], str]


def count_again(
    policy: str, given: Given, situation: Situation, on: date, knowledge: Knowledge
) -> str:
    """When to count again for a policy whose border was not reached by what was ``given``.

    "" where it counts nothing that goes on.
    """
    found = _AGAIN.get(policy)
    return found(given, situation, on, knowledge) if found else ""


def _hours(given: Given, situation: Situation, on: date, knowledge: Knowledge) -> str:
    if situation.get(OF_AGE) == "ja":  # leerplicht is over, and with it this report
        return ""
    limit = knowledge.figure(ongeoorloofd.HOURS, on)
    weeks = knowledge.figure(ongeoorloofd.WEEKS, on)
    if not given.get(ongeoorloofd.LESSONS):
        said = knowledge.say("opnieuw_uren", grens=limit, weken=weeks)
    else:
        left = in_halves(limit.value - ongeoorloofd.hours_in(given, knowledge))
        said = knowledge.say("opnieuw_uren_nog", rest=left, grens=limit, weken=weeks)
    return " ".join((said, *ongeoorloofd.falls_out(given, situation, on, knowledge)))


def _late(given: Given, _: Situation, on: date, knowledge: Knowledge) -> str:
    times = int(given.get("keren") or 0)
    rungs = [knowledge.figure(name, on) for name in ongeoorloofd.LATE]
    nearest = next((rung for rung in rungs if rung.value > times), None)
    return knowledge.say("opnieuw_te_laat", grens=nearest) if given and nearest else ""


def _ill(given: Given, situation: Situation, on: date, knowledge: Knowledge) -> str:
    reported = ziekteverzuim.days_reported(given, on, knowledge)
    reports = int(given.get("meldingen") or 0) or len(reported)
    sector = situation.get(SECTOR, "")
    if sector == "po":
        limit = knowledge.figure(ziekteverzuim.PO_REPORTS, on)
        days = knowledge.figure(ziekteverzuim.PO_DAYS, on)
        said = knowledge.say("opnieuw_ziek_po", grens=limit, dagen=days)
    elif sector == "vo":
        limit = knowledge.figure(ziekteverzuim.VO_REPORTS, on)
        weeks = knowledge.figure(ziekteverzuim.VO_WEEKS, on)
        row = knowledge.figure(ziekteverzuim.VO_IN_A_ROW, on)
        said = knowledge.say("opnieuw_ziek_vo", grens=limit, weken=weeks, dagen=row)
    else:
        return ""
    said += _left(reports, limit.value, knowledge)
    if sector == "vo" and 0 < reports == len(reported) < limit.value:
        calendars = knowledge.calendars.of(situation)
        until = ziekteverzuim.counts_until(reported, on, calendars, knowledge)
        said += f" {knowledge.say('opnieuw_venster', dag=dates.write(until))}" if until else ""
    return said


def _half_days(given: Given, _: Situation, on: date, knowledge: Knowledge) -> str:
    reports = knowledge.figure(noord_kennemerland.REPORTS, on)
    said = knowledge.say(
        "opnieuw_ziek_nk",
        grens=reports,
        dagdelen=knowledge.figure(noord_kennemerland.HALF_DAYS, on),
        achtereen=knowledge.figure(noord_kennemerland.IN_A_ROW, on),
    )
    return said + _left(int(given.get("meldingen") or 0), reports.value, knowledge)


def _left(count: int, limit: int, knowledge: Knowledge) -> str:
    """How many reports are left, where their number was given and is below the border."""
    if not 0 < count < limit:
        return ""
    return f" {knowledge.say('opnieuw_nog', rest=limit - count)}"


_AGAIN: Mapping[str, Again] = {
    "zestien_uur": _hours,
    "te_laat": _late,
    "zorgwekkend_ziekteverzuim": _ill,
    "ziekteverzuim_nk": _half_days,
}
