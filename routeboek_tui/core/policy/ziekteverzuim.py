"""When sick leave is worrying: the thresholds of Haaglanden, PO and VO.

Inputs, all as text: ``meldingen`` (reports; PO in this school year, VO in the
run that is looked at), ``dagen`` (PO: sick school days this school year),
``achtereen`` (which school day of the running sick period it is; 0 is not sick
now), ``weken`` (calendar weeks from the first to the last of the last four
reports), ``vakantieweken`` (weeks of school holiday in that span), ``data``
(days of the reports, ISO, comma between), ``eerste_ziektedag`` (ISO). Counting
school days takes a calendar, so ``eerste_ziektedag`` alone settles nothing:
``achtereen`` comes with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from routeboek_tui.core.facts import Situation
from routeboek_tui.core.policy.verdict import (
    MOST,
    GivenError,
    Verdict,
    check_past,
    read_count,
    read_day,
)

PO_REPORTS = 5
"""Reports in a school year, PO, Haaglanden. Source: Schema ziekteverzuim 2024, startvak."""

PO_DAYS = 10
"""School days sick in a school year, PO, Haaglanden.

Source: Schema ziekteverzuim 2024, startvak.
"""

VO_REPORTS = 4
"""The report that counts, VO, Haaglanden. Source: Schema ziekteverzuim 2024, startvak.

SPPOH's older PO routeboek (Den Haag and Rijswijk) has the same figure for PO: a
conflict that is shown and not followed.
"""

VO_WEEKS = 12
"""School weeks in which the reports fall, VO, Haaglanden.

Source: Schema ziekteverzuim 2024, startvak.

Our reading of the edge: the fourth report may come exactly 12 weeks (84 days)
after the first. School weeks are calendar weeks less the weeks of holiday.
"""

VO_IN_A_ROW = 7
"""The school day in a row from which it counts, VO, Haaglanden.

Source: Schema ziekteverzuim 2024, startvak.
"""

SCHOOL_YEAR_STARTS = 8
"""The month on whose first day a school year begins: our assumption, in no source."""

SCHOOL_HOLIDAYS = (
    "De gids kent de schoolvakanties niet. Vallen er vakantiedagen in deze periode, "
    "trek die dan zelf af en typ het aantal schooldagen."
)
WORRIED = "Heb je zorgen? De school mag altijd eerder in gesprek. Kies dan het antwoord met zorgen."


@dataclass(frozen=True, slots=True)
class _Given:
    reports: int | None
    days: int | None
    in_a_row: int | None
    weeks: int | None
    holiday_weeks: int | None
    dates: tuple[date, ...]
    first_day: date | None


@dataclass(frozen=True, slots=True)
class _Criterion:
    """One criterion: ``met`` is ``None`` while ``missing`` is not known."""

    met: bool | None
    said: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def check(given: Mapping[str, str], on: date) -> None:
    """Look whether what was typed can be right; names that are not ours are left aside.

    :raises GivenError: with a message for the user
    """
    _read(given, on)


def zorgwekkend(given: Mapping[str, str], situation: Situation, on: date) -> Verdict:
    """Whether sick leave is worrying, and by which figures: "ja", "nee" or not settled.

    Either criterion of a sector is enough. Without a known sector the answer
    stands only if it is the same in both. Never raises: what :func:`check`
    would refuse settles nothing, and a note says why.
    """
    try:
        numbers = _read(given, on)
    except GivenError as error:
        return Verdict("", notes=(str(error),))
    sector = situation.get("sector", "")
    if sector == "po":
        return _po(numbers, on)
    if sector == "vo":
        return _vo(numbers)
    po, vo = _po(numbers, on), _vo(numbers)
    said = (*(f"PO: {line}" for line in po.arithmetic), *(f"VO: {line}" for line in vo.arithmetic))
    notes = tuple(dict.fromkeys(vo.notes))
    if po.choice == vo.choice != "":
        return Verdict(po.choice, said, notes=notes)
    return Verdict("", said, missing=("sector",), notes=notes)


def school_year(on: date) -> tuple[date, date]:
    """First and last day of the school year of ``on``, by our assumption."""
    start = on.year if on.month >= SCHOOL_YEAR_STARTS else on.year - 1
    return date(start, SCHOOL_YEAR_STARTS, 1), date(start + 1, SCHOOL_YEAR_STARTS - 1, 31)


def _read(given: Mapping[str, str], on: date) -> _Given:
    def count(name: str, what: str, least: int = 0) -> int | None:
        return read_count(given[name], what, least=least) if given.get(name) else None

    parts = [part for part in given.get("data", "").split(",") if part.strip()]
    if len(parts) > MOST:
        raise GivenError(f"Dat zijn te veel data: {len(parts)}. Typ er hooguit {MOST}.")
    days = {check_past(read_day(p, "Een van de data"), on, "Een van de data") for p in parts}
    first_day = None
    if given.get("eerste_ziektedag"):
        what = "De eerste ziektedag"
        first_day = check_past(read_day(given["eerste_ziektedag"], what), on, what)
        if (on - first_day).days > MOST:
            raise GivenError(f"{what} ligt meer dan een jaar terug. Kijk het jaartal na.")
    numbers = _Given(
        reports=count("meldingen", "meldingen", 1),
        days=count("dagen", "zieke schooldagen", 1),
        in_a_row=count("achtereen", "schooldagen achter elkaar"),
        weeks=count("weken", "weken"),
        holiday_weeks=count("vakantieweken", "vakantieweken"),
        dates=tuple(sorted(days)),
        first_day=first_day,
    )
    if (numbers.holiday_weeks or 0) > (numbers.weeks if numbers.weeks is not None else MOST):
        raise GivenError("Er zijn meer vakantieweken dan weken. Kijk de aantallen na.")
    return numbers


def _po(numbers: _Given, on: date) -> Verdict:
    criteria = (_po_reports(numbers, on), _po_days(numbers, on))
    notes = (*_counted(numbers), *_older_figures(numbers))
    return _decide(criteria, notes)


def _vo(numbers: _Given) -> Verdict:
    return _decide((_four_reports(numbers), _in_a_row(numbers)), _counted(numbers))


def _decide(criteria: tuple[_Criterion, ...], notes: tuple[str, ...]) -> Verdict:
    said = tuple(line for criterion in criteria for line in criterion.said)
    if any(criterion.met for criterion in criteria):
        return Verdict("ja", said, notes=notes)
    missing = tuple(name for criterion in criteria for name in criterion.missing)
    if missing:
        return Verdict("", said, missing, notes)
    return Verdict("nee", said, notes=(WORRIED, *notes))


def _counted(numbers: _Given) -> tuple[str, ...]:
    if numbers.first_day is None or numbers.in_a_row is None:
        return ()
    return (SCHOOL_HOLIDAYS,)


def _po_reports(numbers: _Given, on: date) -> _Criterion:
    reports, said = numbers.reports, []
    if reports is None and numbers.dates:
        start, end = school_year(on)
        reports = sum(start <= day <= end for day in numbers.dates)
        outside = len(numbers.dates) - reports
        if outside:
            left_out = "melding telt" if outside == 1 else "meldingen tellen"
            said.append(
                f"{outside} {left_out} niet mee: buiten dit schooljaar. "
                "Wij nemen aan dat een schooljaar op 1 augustus begint."
            )
    if reports is None:
        return _Criterion(None, missing=("meldingen",))
    many = _many(reports, "melding", "meldingen")
    line = f"{many} dit schooljaar; de drempel is {PO_REPORTS}."
    return _Criterion(reports >= PO_REPORTS, (line, *said))


def _po_days(numbers: _Given, on: date) -> _Criterion:
    if numbers.days is not None:
        many = _many(numbers.days, "zieke schooldag", "zieke schooldagen")
        line = f"{many} dit schooljaar; de drempel is {PO_DAYS}."
        return _Criterion(numbers.days >= PO_DAYS, (line,))
    first = numbers.first_day
    if numbers.in_a_row is None or first is None or first < school_year(on)[0]:
        return _Criterion(None, missing=("dagen",))
    many = _many(numbers.in_a_row, "schooldag", "schooldagen")
    line = f"De lopende ziekte telt al {many}; de drempel is {PO_DAYS} in het schooljaar."
    if numbers.in_a_row >= PO_DAYS:
        return _Criterion(True, (line,))
    return _Criterion(None, (line,), ("dagen",))


def _four_reports(numbers: _Given) -> _Criterion:
    reports = len(numbers.dates) if numbers.reports is None else numbers.reports
    if not reports:
        return _Criterion(None, missing=("meldingen",))
    if reports < VO_REPORTS:
        many = _many(reports, "melding", "meldingen")
        line = f"{many}; de drempel is de {VO_REPORTS}e melding binnen {VO_WEEKS} schoolweken."
        return _Criterion(False, (line,))
    if len(numbers.dates) >= VO_REPORTS:
        last = numbers.dates[-VO_REPORTS:]
        span = (last[-1] - last[0]).days
    elif numbers.weeks is not None:
        span = numbers.weeks * 7
    else:
        many = f"{reports} meldingen; nog niet bekend is of de laatste {VO_REPORTS} "
        return _Criterion(None, (f"{many}binnen {VO_WEEKS} schoolweken vallen.",), ("weken",))
    who = f"{VO_REPORTS}e melding, {_weeks(span)} na de eerste"
    if reports > VO_REPORTS:
        who = f"De laatste {VO_REPORTS} meldingen vallen in {_weeks(span)}"
    if span <= VO_WEEKS * 7:
        return _Criterion(True, (f"{who}, dus binnen {VO_WEEKS} schoolweken.",))
    if numbers.holiday_weeks is None:
        line = f"{who}; hoeveel schoolweken dat zijn, hangt af van de vakantieweken daarin."
        return _Criterion(None, (line,), ("vakantieweken",))
    school = max(span - numbers.holiday_weeks * 7, 0)
    within = school <= VO_WEEKS * 7
    off = _many(numbers.holiday_weeks, "week", "weken")
    end = f"{'dus' if within else 'dus niet'} binnen {VO_WEEKS} schoolweken."
    return _Criterion(within, (f"{who}, min {off} vakantie is {_weeks(school)}, {end}",))


def _in_a_row(numbers: _Given) -> _Criterion:
    if numbers.in_a_row is None:
        return _Criterion(None, missing=("achtereen",))
    if not numbers.in_a_row:
        line = f"Nu niet ziek; de drempel is de {VO_IN_A_ROW}e schooldag achter elkaar."
        return _Criterion(False, (line,))
    line = (
        f"Vandaag is schooldag {numbers.in_a_row} achter elkaar ziek; "
        f"de drempel is schooldag {VO_IN_A_ROW}."
    )
    return _Criterion(numbers.in_a_row >= VO_IN_A_ROW, (line,))


def _older_figures(numbers: _Given) -> tuple[str, ...]:
    """What SPPOH's figures would say in the PO, as far as the numbers go."""
    reports, row = _four_reports(numbers).met, _in_a_row(numbers).met
    if row is None and numbers.days is not None and numbers.days < VO_IN_A_ROW:
        row = False
    if reports is None and row is None:
        return ()
    says = (
        f"Het routeboek PO van SPPOH noemt andere getallen: {VO_REPORTS} meldingen in {VO_WEEKS} "
        f"schoolweken, of ziek vanaf schooldag {VO_IN_A_ROW} achter elkaar. "
    )
    if reports or row:
        return (f"{says}Die drempel is hier gehaald. De gids rekent er niet mee.",)
    if reports is None or row is None:
        return (f"{says}Of die is gehaald, blijkt niet uit deze getallen.",)
    return (f"{says}Die drempel is hier niet gehaald. De gids rekent er niet mee.",)


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _weeks(days: int) -> str:
    weeks, rest = divmod(days, 7)
    said = _many(weeks, "week", "weken")
    return f"{said} en {_many(rest, 'dag', 'dagen')}" if rest else said
