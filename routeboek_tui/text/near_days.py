"""Days as they are said from today: "afgelopen vrijdag", "vorige week donderdag en vrijdag"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from routeboek_tui.text.numerals import word

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
AGO = ("vandaag", "gisteren", "eergisteren")
"""Words for a day, by how many days ago it was."""

WEEK = timedelta(weeks=1)
MOST = 31
"""Days ago that are counted one by one: of more nobody means the day itself."""

_DAY = "|".join(WEEKDAYS)
_ROW = rf"(?:{_DAY})(?:(?:, ?|,? en | & |/)(?:{_DAY}))*(?! ?[0-9])\b"
"""Weekdays without a number behind them: with one they are days of their own."""

_WEEKS = {"vorige": -1, "afgelopen": -1, "deze": 0, "volgende": 1, "komende": 1}
_WEEK = rf"(?:de )?(?P<week>{'|'.join(_WEEKS)}) week"
_PAST = r"afgelopen|jongstleden|jl\b\.?|j\.l\."
_COMING = r"aanstaande|eerstkomende|eerstvolgende|komende|a\.s\.|as\b\.?"
_WAS = "was|waren|kwam|kwamen|werd|werden|had|hadden|kreeg|kregen|zag|zagen|sprak|spraken|belde"
_HAS = "heb|hebben|heeft|is|zijn"
_PARTICIPLES = (
    r"ge\w{2,}(?:d|t|en)|be(?:sproken|gonnen|vestigd|zocht|sloten|keken)|over(?:leden|legd)"
    r"|ver(?:stuurd|zonden|trokken|schenen|teld|lengd|klaard|zuimd)|ontvangen"
)
_DONE = (
    r"(?:\w+ ){0,4}?(?!\w*(?:pland|agendeerd|nodigd)\b)"
    rf"(?:[a-z]{{0,8}})(?:{_PARTICIPLES})\b"
)
"""What is done, in the perfect tense, and not only planned."""
_OFTEN = "elke|iedere|volgende|komende|vaak|steeds|altijd|telkens|meestal|geregeld|keer|maal"
_WITHIN = rf"(?:(?!(?:{_OFTEN})\b)\w+ ){{0,5}}?(?<!een )(?<!de )(?<!per )(?<!tot )"
"""What may stand before a weekday on which something was done once."""

_BEGINS = r"(?:(?<![\s\S])|(?<=[,.;:(] ))"
"""Where a clause begins."""

_ONCE = "".join(f"(?<!{word} )" for word in ("volgende", "komende", "elke", "iedere", "op", "en"))
"""What stands not before a weekday that is told of once."""

_SHAPES = tuple(
    re.compile(rf"\b{shape}", re.IGNORECASE)
    for shape in (
        rf"{_WEEK}(?: op)? (?P<row>{_ROW})",
        rf"(?P<row>{_ROW}),? (?:van |in )?{_WEEK}\b",
        rf"(?P<past>{_PAST}) (?P<row>{_ROW})",
        rf"(?P<row>{_ROW}) (?P<past>{_PAST})",
        rf"(?P<coming>{_COMING}) (?P<row>{_ROW})",
        rf"(?P<row>{_ROW}) (?P<coming>{_COMING})",
        rf"(?<=sinds )(?P<since>{_DAY})(?:ochtend|middag)?\b(?! ?[0-9]| vorige| (?:van )?deze)",
        rf"{_ONCE}(?P<since>{_DAY})(?= (?:{_WAS})\b)",
        # Something was done on it, whether the perfect tense has its verb or that was left out.
        rf"(?P<perfect>(?:{_HAS}) {_WITHIN}(?:op )?)(?P<row>{_ROW})(?= {_DONE})",
        rf"{_ONCE}(?P<row>{_ROW})(?= (?P<perfect>{_HAS}) {_DONE})",
        rf"{_BEGINS}(?P<row>{_ROW})(?P<perfect>)(?= {_DONE})",
        r"(?P<word>van(?:daag|ochtend|morgen|middag)|(?:eer)?gister(?:en|ochtend|morgen|middag)?)\b",
        r"(?<=t/m )(?P<now>heden)\b",
        r"(?<=tot en met )(?P<now>heden)\b",
        r"(?<= en )(?P<now>nu)\b(?=[.,!]?\s*$)",
        r"(?P<number>[0-9]{1,2}|[a-z]{3,15}) dagen (?:geleden|terug)\b",
        r"(?P<ahead>overmorgen)\b",
    )
)
_SOME = re.compile(r"da?ag|ochtend|morgen|gister|heden|\bnu\b", re.IGNORECASE)
"""What every shape has one of: most texts have none, and are looked through once."""

_NUMBERS = {word(number).replace("ë", "e"): number for number in range(2, MOST + 1)}


class Near(NamedTuple):
    """A day from ``start`` to ``end`` in a text, as it is said from today."""

    start: int
    end: int
    day: date


def near(text: str, today: date) -> Iterator[Near]:
    """Every day in ``text`` that is said from ``today``.

    A weekday that is past is the last one before today, and so is one on which something was done.
    "Sinds maandag" on a monday is no day: it can be today, or a week ago.
    """
    taken: list[range] = []
    for shape in _SHAPES if _SOME.search(text) else ():
        for match in shape.finditer(text):
            if any(match.start() < each.stop and each.start < match.end() for each in taken):
                continue
            found = list(_in(match, today))
            taken += [range(*match.span())] if found else []
            yield from found


def _in(match: re.Match[str], today: date) -> Iterator[Near]:
    said = match.groupdict()
    if row := said.get("row"):
        names = [*re.finditer(_DAY, row, re.IGNORECASE)]
        for n, name in enumerate(names):
            # What says which week it is, belongs to the first day or to the last.
            bare, weekday = said.get("perfect") is not None, WEEKDAYS.index(name[0].lower())
            if bare and weekday == today.weekday():
                continue  # it can be today
            start = match.start("row") + name.start() if n or bare else match.start()
            end = match.end() if n == len(names) - 1 else match.start("row") + name.end()
            yield Near(start, end, _named(said, weekday, today))
    elif since := said.get("since"):
        weekday = WEEKDAYS.index(since.lower())
        if weekday != today.weekday():
            yield Near(*match.span(), _before(weekday, today))
    elif number := said.get("number"):
        ago = int(number) if number.isdecimal() else _NUMBERS.get(number.lower(), 0)
        if 0 < ago <= MOST:
            yield Near(*match.span(), today - timedelta(days=ago))
    elif said.get("ahead"):
        yield Near(*match.span(), today + timedelta(days=2))
    else:
        spoken = said.get("word") or AGO[0]
        ago = next(ago for ago, each in enumerate(AGO) if each[:3] == spoken[:3].lower())
        yield Near(*match.span(), today - timedelta(days=ago))


def _named(said: dict[str, str | None], weekday: int, today: date) -> date:
    """The day of that weekday, by what is said of its week."""
    if week := said.get("week"):
        monday = today - timedelta(days=today.weekday())
        return monday + _WEEKS[week.lower()] * WEEK + timedelta(days=weekday)
    if said.get("past") or said.get("perfect") is not None:
        return _before(weekday, today)
    return _before(weekday, today) + (WEEK if weekday != today.weekday() else 2 * WEEK)


def _before(weekday: int, today: date) -> date:
    """The last such day before ``today``."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % len(WEEKDAYS) + 1)
