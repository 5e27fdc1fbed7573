"""When sick leave is worrying: the thresholds of Haaglanden, PO and VO.

Inputs, all as text: ``meldingen`` (reports; PO in this school year, VO in the
run that is looked at), ``dagen`` (PO: sick school days this school year),
``achtereen`` (which school day of the running sick period it is; 0 is not sick
now), ``weken`` (calendar weeks in which the last four reports fall, the weeks
of the first and the last included), ``vakantieweken`` (weeks of school holiday
in that span), ``data`` (days of the reports, ISO, comma between),
``eerste_ziektedag`` (ISO), from which the school days are counted where
``achtereen`` was not typed, ``duur`` (calendar weeks it goes on by now, as they are told).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.core.calendar import FRIDAY, WEEK, Calendar, monday, names_of
from routeboek_tui.core.facts import Situation
from routeboek_tui.core.figures import Figure
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy import meldingen
from routeboek_tui.core.policy.lasting import school_days_at_least
from routeboek_tui.core.policy.meldingen import Criterion, Reports
from routeboek_tui.core.policy.verdict import (
    MOST,
    GivenError,
    Verdict,
    check_past,
    read_count,
    read_day,
)
from routeboek_tui.core.window import window
from routeboek_tui.text import dates

PO_REPORTS = "ziekte_po_meldingen"
"""The figure: reports in a school year, PO."""

PO_DAYS = "ziekte_po_schooldagen"
"""The figure: school days sick in a school year, PO."""

VO_REPORTS = "ziekte_vo_melding"
"""The figure: the report that counts, VO."""

VO_WEEKS = "ziekte_vo_schoolweken"
"""The figure: school weeks in which the reports fall, VO."""

VO_IN_A_ROW = "ziekte_vo_achtereen"
"""The figure: the school day in a row from which it counts, VO."""

SPPOH = ("ziekte_sppoh_meldingen", "ziekte_sppoh_schoolweken", "ziekte_sppoh_achtereen")
"""The figures of SPPOH's older PO routeboek (Den Haag and Rijswijk), in the same three units: a
conflict that is shown and not followed."""

FIGURES = (PO_REPORTS, PO_DAYS, VO_REPORTS, VO_WEEKS, VO_IN_A_ROW, *SPPOH)

ADJACENT = 2
"""School days from one day up to the next, both included, where none lies between them."""

MOST_HOLIDAYS = 8
"""Weeks of holiday that can lie within those in which reports are counted. A guard."""

SCHOOL_YEAR_STARTS = 8
"""The month on whose first day a school year begins: our assumption, in no source."""


class _Given(Struct, frozen=True):
    """What was typed, with the day of the step and what the guide knows.

    ``calendars`` are those of the regions the school may be in. ``remarks`` tell how the school
    days were counted.
    """

    reports: int | None
    days: int | None
    in_a_row: int | None
    weeks: int | None
    holiday_weeks: int | None
    dates: tuple[date, ...]
    first_day: date | None
    lasting: int | None
    on: date
    knowledge: Knowledge
    calendars: tuple[Calendar, ...] = ()
    remarks: tuple[str, ...] = ()

    def figure(self, name: str) -> Figure:
        return self.knowledge.figure(name, self.on)


def check(given: Mapping[str, str], on: date, knowledge: Knowledge) -> None:
    """Look whether what was typed can be right; names that are not ours are left aside.

    :raises GivenError: with a message for the user
    """
    _read(given, on, knowledge)


def zorgwekkend(
    given: Mapping[str, str], situation: Situation, on: date, knowledge: Knowledge
) -> Verdict:
    """Whether sick leave is worrying, and by which figures: "ja", "nee" or not settled.

    Either criterion of a sector is enough. Without a known sector the answer
    stands only if it is the same in both. Never raises: what :func:`check`
    would refuse settles nothing, and a note says why.
    """
    try:
        typed = _read(given, on, knowledge)
    except GivenError as error:
        return Verdict("", notes=(str(error),))
    numbers = _counted(_in_periods(replace(typed, calendars=knowledge.calendars.of(situation))))
    sector = situation.get("sector", "")
    if sector == "po":
        return _po(numbers)
    if sector == "vo":
        return _vo(numbers)
    po, vo = _po(numbers), _vo(numbers)
    said = (
        *(knowledge.say("po_zegt", zin=line) for line in po.arithmetic),
        *(knowledge.say("vo_zegt", zin=line) for line in vo.arithmetic),
    )
    notes = tuple(dict.fromkeys(vo.notes))
    if po.choice == vo.choice != "":
        return Verdict(po.choice, said, notes=notes)
    return Verdict("", said, missing=("sector",), notes=notes)


def report_reached(
    given: Mapping[str, str], situation: Situation, on: date, knowledge: Knowledge
) -> date | None:
    """The day of the report that reached the border; ``None`` where none did or no day is known.

    :raises GivenError: with a message for the user
    """
    sector = situation.get("sector")
    typed = replace(_read(given, on, knowledge), calendars=knowledge.calendars.of(situation))
    numbers = _in_periods(typed)
    if sector == "vo":
        met = numbers.dates and _reports(numbers, VO_REPORTS, VO_WEEKS).met
        return numbers.dates[-1] if met else None
    if sector != "po":
        return None
    last = numbers.figure(PO_REPORTS).value
    if not numbers.dates and numbers.reports == last:
        # The illness that goes on is the last of them.
        return numbers.first_day
    start, end = school_year(on)
    within = [day for day in numbers.dates if start <= day <= end]
    return within[last - 1] if len(within) >= last else None


def school_year(on: date) -> tuple[date, date]:
    """First and last day of the school year of ``on``, by our assumption."""
    start = on.year if on.month >= SCHOOL_YEAR_STARTS else on.year - 1
    return date(start, SCHOOL_YEAR_STARTS, 1), date(start + 1, SCHOOL_YEAR_STARTS - 1, 31)


def _read(given: Mapping[str, str], on: date, knowledge: Knowledge) -> _Given:
    def count(name: str, what: str, least: int = 0) -> int | None:
        if not given.get(name):
            return None
        return read_count(given[name], knowledge.say(what), knowledge, least=least)

    parts = [part for part in given.get("data", "").split(",") if part.strip()]
    if len(parts) > MOST:
        raise GivenError(knowledge.say("te_veel_data", aantal=len(parts), hoogstens=MOST))
    what = knowledge.say("een_van_de_data")
    days = {check_past(read_day(p, what, knowledge), on, what, knowledge) for p in parts}
    first_day = None
    if given.get("eerste_ziektedag"):
        what = knowledge.say("eerste_ziektedag")
        read = read_day(given["eerste_ziektedag"], what, knowledge)
        first_day = check_past(read, on, what, knowledge)
        if (on - first_day).days > MOST:
            raise GivenError(knowledge.say("jaar_terug", wat=what))
    numbers = _Given(
        reports=count("meldingen", "aantal_meldingen", 1),
        days=count("dagen", "aantal_ziektedagen", 1),
        in_a_row=count("achtereen", "aantal_achtereen"),
        weeks=count("weken", "aantal_weken"),
        holiday_weeks=count("vakantieweken", "aantal_vakantieweken"),
        dates=_with_running(tuple(sorted(days)), first_day),
        first_day=first_day,
        lasting=count("duur", "aantal_weken_ziek", 1),
        on=on,
        knowledge=knowledge,
    )
    if (numbers.holiday_weeks or 0) > (numbers.weeks if numbers.weeks is not None else MOST):
        raise GivenError(knowledge.say("meer_vakantieweken"))
    return numbers


def _with_running(reported: tuple[date, ...], first_day: date | None) -> tuple[date, ...]:
    """The days of reports with that of the illness that goes on, which is a report as well."""
    running = first_day is not None and bool(reported) and reported[-1] < first_day
    return (*reported, first_day) if running and first_day else reported


def days_reported(given: Mapping[str, str], on: date, knowledge: Knowledge) -> tuple[date, ...]:
    """The days of the reports in what was typed, that of an illness that goes on among them.

    Empty where they cannot be read.
    """
    try:
        return _read(given, on, knowledge).dates
    except GivenError:
        return ()


def in_periods(
    given: Mapping[str, str], situation: Situation, on: date, knowledge: Knowledge
) -> Mapping[str, str]:
    """What was typed, with of each period of illness the first day alone among the reports."""
    reported = days_reported({"data": given.get("data", "")}, on, knowledge)
    if not reported:
        return given
    begun = _begun(reported, knowledge.calendars.of(situation))
    return {**given, "data": ",".join(day.isoformat() for day in begun)}


def counts_until(
    reported: tuple[date, ...], on: date, calendars: Iterable[Calendar], knowledge: Knowledge
) -> date | None:
    """The last school day on which one report more makes as many in the VO as reach the border.

    ``None`` where more than one report lacks, where it is not known, or where that day is past.
    """
    limit, weeks = knowledge.value(VO_REPORTS, on), knowledge.value(VO_WEEKS, on)
    if len(reported) < limit - 1:
        return None
    first = reported[-(limit - 1)]
    found = {_last_within(calendar, first, weeks) for calendar in calendars}
    last = found.pop() if len(found) == 1 else None
    return last if last and last >= on else None


def _last_within(calendar: Calendar, first: date, weeks: int) -> date | None:
    """The last school day that lies within so many school weeks from ``first`` on."""
    friday = monday(first) + (weeks - 1) * WEEK + FRIDAY
    for _ in range(MOST_HOLIDAYS):
        if not window(calendar, first, friday + WEEK).within(weeks):
            break
        friday += WEEK
    else:
        return None
    last = friday
    ends = (last - timedelta(days=n) for n in range((last - first).days))
    return next((day for day in ends if calendar.is_school_day(day)), None)


def _po(numbers: _Given) -> Verdict:
    notes = (*numbers.remarks, *_older_figures(numbers))
    return _decide(numbers, (_po_reports(numbers), _po_days(numbers)), notes)


def _vo(numbers: _Given) -> Verdict:
    criteria = (_reports(numbers, VO_REPORTS, VO_WEEKS), _in_a_row(numbers, VO_IN_A_ROW))
    return _decide(numbers, criteria, numbers.remarks)


def _decide(numbers: _Given, criteria: tuple[Criterion, ...], notes: tuple[str, ...]) -> Verdict:
    said = tuple(line for criterion in criteria for line in criterion.said)
    own = (note for criterion in criteria for note in criterion.notes)
    notes = tuple(dict.fromkeys((*own, *notes)))
    if any(criterion.met for criterion in criteria):
        return Verdict("ja", said, notes=notes)
    missing = tuple(name for criterion in criteria for name in criterion.missing)
    if missing:
        return Verdict("", said, missing, notes)
    return Verdict("nee", said, notes=(numbers.knowledge.say("zorgen_mogen"), *notes))


def _in_periods(numbers: _Given) -> _Given:
    """The same, where reports with no school day between them are one: so the guide reads it."""
    begun = _begun(numbers.dates, numbers.calendars)
    if len(begun) == len(numbers.dates):
        return numbers
    say = numbers.knowledge.say
    remark = say("meldingen_samen", dagen=len(numbers.dates), aantal=len(begun))
    return replace(numbers, dates=begun, remarks=(*numbers.remarks, remark))


def _begun(reported: Sequence[date], calendars: Sequence[Calendar]) -> tuple[date, ...]:
    """The days before which lies one of school that is none of them: they begin a period."""
    return tuple(
        day
        for before, day in zip((None, *reported), reported, strict=False)
        if before is None
        or any(calendar.school_days(before, day) > ADJACENT for calendar in calendars)
    )


def _counted(numbers: _Given) -> _Given:
    """The same, with the school days of the running sick period where its first day is known."""
    first, say = numbers.first_day, numbers.knowledge.say
    if first is None or numbers.in_a_row is not None:
        return numbers
    counts = [calendar.school_days(first, numbers.on) for calendar in numbers.calendars]
    if len(set(counts)) > 1:
        each = [
            say("regio_dagen", regio=calendar.region, aantal=count)
            for calendar, count in zip(numbers.calendars, counts, strict=True)
        ]
        remark = say("dagen_per_regio", dagen=", ".join(each))
        return replace(numbers, remarks=(*numbers.remarks, remark))
    calendar = numbers.calendars[0]
    left_out = calendar.holidays_in(first, numbers.on)
    names = names_of(each for each in left_out if each.sure)
    days: dict[str, str | int] = {
        "eerste": dates.short(first),
        "laatste": dates.short(numbers.on),
        "aantal": counts[0],
    }
    counted = say("dagen_zonder", naam=names, **days) if names else say("dagen_geteld", **days)
    known = all(each.knows(first, numbers.on) for each in numbers.calendars)
    unknown = () if known else (numbers.knowledge.say("vakantie_onbekend"),)
    remarks = (*numbers.remarks, counted, *unknown, *calendar.remarks)
    return replace(numbers, in_a_row=counts[0], remarks=remarks)


def _po_reports(numbers: _Given) -> Criterion:
    reports, say, said = numbers.reports, numbers.knowledge.say, []
    limit = numbers.figure(PO_REPORTS)
    if reports is None and numbers.dates:
        start, end = school_year(numbers.on)
        within = [day for day in numbers.dates if start <= day <= end]
        reports = len(within)
        if reports >= limit.value:
            day = dates.short(within[limit.value - 1])
            said.append(say("po_meldingen_dag", melding=limit, dag=day))
        if outside := len(numbers.dates) - reports:
            said.append(say("buiten_schooljaar", aantal=outside))
    if reports is None:
        return Criterion(None, missing=("meldingen",))
    line = say("po_meldingen", aantal=reports, grens=limit)
    return Criterion(reports >= limit.value, (line, *said))


def _po_days(numbers: _Given) -> Criterion:
    limit, say = numbers.figure(PO_DAYS), numbers.knowledge.say
    if numbers.days is not None:
        line = say("po_dagen", aantal=numbers.days, grens=limit)
        return Criterion(numbers.days >= limit.value, (line,))
    first = numbers.first_day
    if numbers.in_a_row is None or first is None or first < school_year(numbers.on)[0]:
        return _lasting(numbers, limit) or Criterion(None, missing=("dagen",))
    line = say("po_lopend", aantal=numbers.in_a_row, grens=limit)
    if numbers.in_a_row >= limit.value:
        return Criterion(True, (line,))
    return Criterion(None, (line,), ("dagen",))


def _reports(numbers: _Given, report: str, window: str) -> Criterion:
    """Whether as many reports as ``report`` fall within the school weeks of ``window``."""
    reports = Reports(numbers.reports, numbers.dates, numbers.weeks, numbers.holiday_weeks)
    limits = numbers.figure(report), numbers.figure(window)
    return meldingen.within(reports, *limits, numbers.calendars, numbers.knowledge)


def _in_a_row(numbers: _Given, figure: str) -> Criterion:
    """Whether the running sick period has come to the school day of ``figure``."""
    limit, say = numbers.figure(figure), numbers.knowledge.say
    if numbers.in_a_row is None:
        return _lasting(numbers, limit) or Criterion(None, missing=("achtereen",))
    if not numbers.in_a_row:
        return Criterion(False, (say("vo_niet_ziek", grens=limit),))
    line = say("vo_achtereen", aantal=numbers.in_a_row, grens=limit)
    return Criterion(numbers.in_a_row >= limit.value, (line,))


def _lasting(numbers: _Given, limit: Figure) -> Criterion | None:
    """That weeks of illness are enough school days in any case; ``None`` where they may not be."""
    weeks = numbers.lasting
    least = school_days_at_least(weeks, numbers.on, numbers.calendars) if weeks else 0
    if weeks is None or least < limit.value:
        return None
    say = numbers.knowledge.say
    return Criterion(True, (say("weken_ziek", weken=weeks, aantal=least, grens=limit),))


def _older_figures(numbers: _Given) -> tuple[str, ...]:
    """What SPPOH's figures would say in the PO, as far as the numbers go."""
    report, window, row_day = SPPOH
    reports, row = _reports(numbers, report, window).met, _in_a_row(numbers, row_day).met
    if row is None and numbers.days is not None:
        row = False if numbers.days < numbers.figure(row_day).value else None
    if reports is None and row is None:
        return ()
    if reports or row:
        saying = "sppoh_gehaald"
    else:
        saying = "sppoh_onbekend" if None in {reports, row} else "sppoh_niet_gehaald"
    figures = [numbers.figure(name) for name in SPPOH]
    slots = dict(zip(("meldingen", "weken", "achtereen"), figures, strict=True))
    return (numbers.knowledge.say(saying, **slots),)
