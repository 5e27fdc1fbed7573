"""Days in typed text: in figures, with the name of the month, or as "gisteren"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
            "augustus aug", "september sept sep", "oktober okt", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""Month by its Dutch name or short name."""

AGO = {"vandaag": 0, "gisteren": 1, "eergisteren": 2}
"""Days back, by word."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = re.compile(
    r"(?<![0-9])(?:"
    r"(?P<iso>[0-9]{4})-(?P<iso_month>[0-9]{1,2})-(?P<iso_day>[0-9]{1,2})"
    r"|(?P<day>[0-9]{1,2})(?P<sep>[-/.])(?P<month>[0-9]{1,2})(?P=sep)(?P<year>[0-9]{4}|[0-9]{2})"
    rf"|(?P<named>[0-9]{{1,2}})e?[ ]?(?P<name>{_MONTH})\b\.?(?:[ ](?P<named_year>[0-9]{{4}}))?"
    r")(?![0-9])"
    rf"|\b(?P<word>{'|'.join(AGO)})\b"
)
_BEFORE = re.compile(r"(?:^|[ ,:(])(?:op)?[ ,:(]*$")
_OTHER_DAY = re.compile(
    r"\b(?:sinds|vanaf|tot|met|voor|na|geboren|ziektedag|dag|en|is|was)(?: op)?[ :]*$"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A day from ``start`` to ``end`` in a text; ``day`` is ``None`` when it does not exist."""

    start: int
    end: int
    day: date | None


def find(text: str, today: date) -> tuple[Found, ...]:
    """Every day in ``text`` (lower case). Without a year it is the last such day up to today."""
    return tuple(
        Found(match.start(), match.end(), _day(match, today)) for match in _DATE.finditer(text)
    )


def trailing(text: str, today: date) -> tuple[str, Found | None]:
    """``text`` without the one day it ends with, and that day: when the answer came about.

    A day said of something else ("sinds 3 november") stays where it is.
    """
    days = find(text, today)
    if len(days) != 1 or text[days[0].end :].strip(" .!)"):
        return text, None
    head = text[: days[0].start]
    before = _BEFORE.search(head)
    if before is None or _OTHER_DAY.search(head):
        return text, None
    return head[: before.start()].strip(), days[0]


def _day(match: re.Match[str], today: date) -> date | None:
    parts = match.groupdict()
    try:
        if parts["word"]:
            return today - timedelta(days=AGO[parts["word"]])
        if parts["iso"]:
            return date(int(parts["iso"]), int(parts["iso_month"]), int(parts["iso_day"]))
        if parts["day"]:
            return date(_year(parts["year"], today), int(parts["month"]), int(parts["day"]))
        month, day = MONTHS[parts["name"]], int(parts["named"])
        if parts["named_year"]:
            return date(int(parts["named_year"]), month, day)
        past = (month, day) <= (today.month, today.day)
        return date(today.year if past else today.year - 1, month, day)
    except (ValueError, OverflowError):
        return None


def _year(text: str, today: date) -> int:
    """The year; of two figures the last such year up to the current one."""
    year = int(text)
    if len(text) > 2:  # noqa: PLR2004 - two figures
        return year
    century = today.year - today.year % 100
    return century + year if century + year <= today.year else century - 100 + year
