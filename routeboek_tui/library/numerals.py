"""Numerals that stand loose in a text: beside a unit, where a figure should be referred to."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from routeboek_tui.core.figures import Figure, Figures, Form, Unit
from routeboek_tui.library import shown
from routeboek_tui.library.problems import Problem
from routeboek_tui.text.numerals import rank, word

NAMES = "content/eigennamen.txt"
"""Official names with a numeral in them, one a line."""

TEXTS = ("content/", "flows/", "letters/")
"""Where the texts of the guide stand."""

EXEMPT = ("content/cijfers", "content/gevaar/taal.yaml", "content/uitleg.yaml")
"""The tables of figures, what people type, and sentences whose numbers are slots."""

_WORDS = {form(number) for number in range(2, 21) for form in (word, rank)}
_HALF = {"anderhalf", "anderhalve"}
_HOURS, _DAYS = (Unit.LESUUR, Unit.UUR), (Unit.SCHOOLDAG, Unit.WERKDAG, Unit.DAG)
_WEEKS = (Unit.SCHOOLWEEK, Unit.LESWEEK, Unit.WEEK)
_UNITS: Mapping[str, tuple[Unit, ...]] = {
    "uur": _HOURS, "uren": _HOURS, "dagdeel": (Unit.DAGDEEL,), "dagdelen": (Unit.DAGDEEL,),
    "dag": _DAYS, "dagen": _DAYS, "week": _WEEKS, "weken": _WEEKS,
    "maand": (Unit.MAAND,), "maanden": (Unit.MAAND,), "jaar": (Unit.JAAR,), "jaren": (Unit.JAAR,),
    "verjaardag": (Unit.JAAR,), "keer": (Unit.KEER, Unit.MELDING), "keren": (Unit.KEER,),
    "melding": (Unit.MELDING,), "meldingen": (Unit.MELDING,), "overleggen": (Unit.OVERLEG,),
    "euro": (Unit.EURO,),
}  # fmt: skip

_SPOKEN = "|".join(sorted({*_WORDS, *_HALF}, key=len, reverse=True))
_NUMERAL = rf"(?:[0-9]{{1,4}}(?:,[0-9])?e?|{_SPOKEN})"
_UNIT = rf"(?:ziek|school|les|werk|kalender|vakantie|klok)?(?P<unit>{'|'.join(_UNITS)})"
_BETWEEN = (
    r"(?:of meer|of langer|of minder|achtereenvolgende|opeenvolgende|hele|volle|zieke?|gemiste)"
)
LOOSE = re.compile(
    rf"(?<![\w/.-])(?:(?P<least>{_NUMERAL})(?: tot | of | à | ?[-–] ?))?(?P<number>{_NUMERAL})"
    rf"(?:(?: {_BETWEEN})*[ -]){_UNIT}\b"
    r"|\b(?:(?:school)?dag|(?:school|les)?week) (?P<after>[0-9]{1,2})(?![\w-])",
    re.IGNORECASE,
)
"""A numeral with the unit it counts behind it, or a day or week with its number."""

_SPELLED = re.compile(rf"\W(?:{_SPOKEN})(?: {_BETWEEN})*[ -]{_UNIT}")
_WRITTEN = re.compile(rf"[0-9](?:(?<=dag [0-9])|(?<=week [0-9])|e?(?: {_BETWEEN})*[ -]{_UNIT})")
"""A quick look at a whole text in small letters: where neither of these is, nothing is loose.

They begin with what is rare, and so cost little.
"""

_EXAMPLE = re.compile(r"\b(?:[Tt]yp\w*|[Bb]ijvoorbeeld|[Zz]oals)\b")
_QUOTED = re.compile(r"(?<=[\w,.;(] )[\"“][^\"”]*[\"”]|“[^”]*”")


def loose(text: str, names: frozenset[str] = frozenset()) -> Iterator[tuple[int, re.Match[str]]]:
    """The line, from 1, and place of every loose numeral in ``text``.

    What people type, places in sources, examples of typing, official ``names`` and what is between
    braces are left out.
    """
    small = f"\n{text.lower()}"
    ends = (found.end() for each in (_WRITTEN, _SPELLED) for found in each.finditer(small))
    near = {small.count("\n", 0, end) for end in ends}
    if not near:
        return
    example = False
    for number, line in shown.lines(text):
        if number not in near:
            example = bool(_EXAMPLE.search(line)) and not line.rstrip().endswith(".")
            continue
        said, example = _said(line, names, example=example)
        for each in LOOSE.finditer(said):
            if not _year(each):
                yield number, each


def _said(line: str, names: frozenset[str], *, example: bool) -> tuple[str, bool]:
    """``line`` without what is exempt, and whether the next line may go on with an example."""
    said = shown.said(line)
    for name in names:
        said = said.replace(name, " " * len(name))
    begin = _EXAMPLE.search(said)
    if begin or example:
        start = 0 if example else begin.end() if begin else 0
        said = said[:start] + shown.blank(_QUOTED, said[start:])
    return said, bool(begin) and not said.rstrip().endswith(".")


def _year(found: re.Match[str]) -> bool:
    """Whether the numeral is a year, as in "2024 jaar"."""
    return bool(re.fullmatch(r"(?:19|20)[0-9]{2}", found["number"] or ""))


def official(text: str) -> frozenset[str]:
    """The official names with a numeral in them, one a line."""
    lines = text.splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def remarks(
    text: str, file: str, figures: Figures, on: date, names: frozenset[str]
) -> Iterator[Problem]:
    """Every loose numeral in ``text``, with the figures it could be."""
    for line, found in loose(text, names):
        near = nearest(found, figures, on)
        refer = f" Schrijf {' of '.join(near)}." if near else ""
        yield Problem(file, line, f"Dit getal staat los: “{found[0]}”.{refer}")


def nearest(found: re.Match[str], figures: Figures, on: date) -> list[str]:
    """The references that would say this numeral beside this unit; the exact unit goes first."""
    written, unit = found["after"] or found["number"], found["unit"]
    said = unit or ("week" if "week" in found[0].lower() else "dag")
    units = _UNITS[said.lower()]
    stem = found[0].lower().replace("weken", "week").replace("uren", "uur")
    exact = next((each for each in units if each in stem), units[0])
    hits: dict[Unit, list[str]] = {}
    for name in figures:
        figure = figures.figure(name, on)
        if figure.unit in units or figure.unit is Unit.HALVE_WEEK:
            form = _form(figure, written.lower(), (found["least"] or "").lower())
            if form is not None:
                refer = f"{{{name}.{form}}}" if form else f"{{{name}}}"
                hits.setdefault(figure.unit, []).append(refer)
    return sorted(hits.get(exact) or [name for names in hits.values() for name in names])


def _form(figure: Figure, written: str, least: str) -> Form | None:
    """The form in which ``figure`` is written so; ``None`` when it is another number."""
    for form in Form:
        try:
            said = figure.said(form)
        except ValueError:
            continue
        if said in {written, f"{least} tot {written}"}:
            return form
    return None


def looked_at(file: str, places: tuple[str, ...] = TEXTS) -> bool:
    """Whether ``file`` is a text in which no numeral may stand loose."""
    return file.startswith(places) and not file.startswith(EXEMPT)
