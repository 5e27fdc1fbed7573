"""Counts in typed text, for the threshold of worrying sick leave."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.library.language import Counting
from routeboek_tui.library.ways import either, pattern
from routeboek_tui.text.dates import Found
from routeboek_tui.text.numerals import rank, word

EXAMPLE = "Typ hele aantallen met erbij wat je telt, zoals “5 meldingen” of “8 dagen ziek”."
WHICH_DAYS = (
    "Zijn die dagen achter elkaar? Typ dan bijvoorbeeld “5 meldingen, 8 dagen achter elkaar”. "
    "Is het een optelling, laat de dagen dan weg: in het VO tellen alleen dagen achter elkaar."
)
IN_DAYS = "Reken in schooldagen, want daar rekent het schema mee. Typ bijvoorbeeld “7 dagen ziek”."
EXACT = "Typ een precies aantal. Weet je het niet, kies dan “weet ik nog niet”."

CARDINALS = {word(number).replace("ë", "e"): number for number in range(1, 21)}
ORDINALS = {rank(number): number for number in range(1, 21)}

_AFTER_FIRST = re.compile(r"\bna (?:de|het) (?:eerste|1e)(?: (?:ziek)?melding| keer)?")
_N = r"(?<![\w/-])(?<![0-9][.,])(?P<n>-?[0-9]{1,9})\s*"
_RANGE = re.compile(r"[0-9]\s*(?:of|tot|a|-|/)\s*[0-9]")
_FRACTION = re.compile(r"[0-9][.,][0-9]|\banderhalve?\b|\bhal(?:f|ve)\b")
_SPAN_HEAD = re.compile(r"\b(?:in|binnen|over|na)(?: de laatste)?\s*$")
_SPAN_TAIL = re.compile(r"\s*(?:na|later|tussen|ertussen)\b|\s*$")
_FIRST_DAY = re.compile(r"\b(?:eerste|1e) (?:zieke )?(?:ziekte|school)?dag\b")


class _Shapes(Struct, frozen=True):
    """The patterns of numbers and what they count, made of the words of one language."""

    number: re.Pattern[str]
    first: re.Pattern[str]
    units: re.Pattern[str]
    vague: re.Pattern[str]
    other_days: re.Pattern[str]
    countable: re.Pattern[str]
    row: re.Pattern[str]
    running: re.Pattern[str]
    year: re.Pattern[str]
    since: re.Pattern[str]
    beside: re.Pattern[str]


@lru_cache(maxsize=4)
def _shapes(words: Counting) -> _Shapes:
    counted = rf"(?=\s+(?:zieke?\s+|hele\s+)?(?:ziek-?)?(?:{either(words.counted)}))"
    report, times = either(words.report), either(words.times)
    day, week = either(words.day), either(words.week)
    cardinals, ordinals = either([*CARDINALS][1:]), either([*ORDINALS][1:])
    one = words.day[0]
    return _Shapes(
        number=re.compile(
            rf"\b(?:(?P<one>een(?:{counted}|(?=maal\b)))"
            rf"|(?P<cardinal>{cardinals})(?P<maal>maal)?\b|(?P<ordinal>{ordinals})\b)"
        ),
        first=re.compile(rf"\beerste{counted}"),
        units=re.compile(
            rf"{_N}(?:(?P<meldingen>(?:e|de|ste)?\s*(?:(?:ziek[ -]?)?(?:{report})|{times})\b"
            r"(?:\s+(?:ziek[ -]?gemeld|ziek\b))?)"
            rf"|(?P<nth>(?:e|de|ste)\s+(?:zieke?\s+)?(?:school|ziekte?)?{one}\b)"
            rf"|(?P<dagen>(?:hele\s+)?(?:zieke?\s+)?(?:school|ziekte?)?(?:{day})\b)"
            rf"|(?P<weken>(?P<kind>school|kalender|vakantie)?(?:{week})\b)"
            rf")|\b(?:school|ziekte)?{one}\s+(?P<day>[0-9]{{1,9}})\b"
        ),
        vague=re.compile(rf"\b(?:{either(words.vague)})\W*$"),
        other_days=re.compile(
            rf"\b(?:{either((*words.other_days, *words.half_day, *words.month))})\b"
        ),
        countable=re.compile(
            rf"(?:{words.report[0]}|keer|{one})|\b(?:{either((*words.week, *words.month))})\b"
        ),
        row=re.compile(either(words.in_a_row)),
        running=re.compile(rf"\b(?:{either(words.running)})\b"),
        year=re.compile(rf"\b(?:{either(words.in_a_year)})\b"),
        since=re.compile(rf"\b(?:{either(words.since)})[ :]*$"),
        beside=re.compile(rf"(?:{either(words.beside_days)}|[ ,;.:&+\n-])*"),
    )


def counted_in(text: str, days: Sequence[Found], sector: str, words: Counting) -> dict[str, str]:
    """What ``text`` counts, by the input names of the policy; empty when it counts nothing.

    ``text`` is in lower case and without accents. ``days`` are the days in it that
    belong to the counting, ``words`` what can be counted. A plain number of days is in the VO
    the running period, elsewhere the total of the school year.

    :raises GivenError: when something is counted but it is not clear what
    """
    values: dict[str, str] = {}
    of_days = _of_days(text, days, _shapes(words))
    bare = _without(text, days)
    if of_days:
        bare = _FIRST_DAY.sub(" ", bare)
    for name, value in (*of_days, *_of_counts(bare, sector, words)):
        if values.get(name, value) != value:
            raise GivenError(f"Je noemt twee verschillende aantallen. {EXAMPLE}")
        values[name] = value
    return values


def years(text: str, words: Counting) -> int | None:
    """The age that is all ``text`` (plain) says: "12", "hij is 12 jaar"."""
    return _number(in_figures(text, words), words.age)


def weeks(text: str, words: Counting) -> int | None:
    """The weeks of absence that are all ``text`` (plain) says: "al 5 weken"."""
    return _number(in_figures(text, words), words.absent)


def _number(text: str, ways: tuple[str, ...]) -> int | None:
    found = pattern(ways).fullmatch(text)
    return int(found[found.lastindex]) if found and found.lastindex else None


def in_figures(text: str, words: Counting) -> str:
    """``text`` with the numbers one to twenty in figures, "vierde" as "4e"."""
    shapes = _shapes(words)
    text = _AFTER_FIRST.sub("na de aanvang", text)
    return shapes.number.sub(_figure, shapes.first.sub("1e", text))


def _figure(found: re.Match[str]) -> str:
    if found["one"]:
        return "1 "
    if found["ordinal"]:
        return f"{ORDINALS[found['ordinal']]}e"
    return f"{CARDINALS[found['cardinal']]}{' maal' if found['maal'] else ''}"


def check_exact(text: str, at: int, words: Counting) -> None:
    """Look whether the number at the place ``at`` in ``text`` is a whole and exact one.

    :raises GivenError: otherwise; "bijna 16" and "14 of 15" settle nothing
    """
    if _FRACTION.search(text) or _RANGE.search(text) or _shapes(words).vague.search(text[:at]):
        raise GivenError(EXACT)


def _of_days(text: str, days: Sequence[Found], shapes: _Shapes) -> list[tuple[str, str]]:
    if not days:
        return []
    if len(days) == 1 and days[0].day and shapes.since.search(text[: days[0].start]):
        return [("eerste_ziektedag", days[0].day.isoformat())]
    if len(days) > 1 and shapes.beside.fullmatch(_without(text, days)):
        return [("data", ",".join(sorted({day.day.isoformat() for day in days if day.day})))]
    raise GivenError(
        "Zeg wat er op die dag was: typ “ziek sinds 3 november”, of alle data waarop de "
        "leerling is ziek gemeld."
    )


def _of_counts(text: str, sector: str, words: Counting) -> list[tuple[str, str]]:
    text, shapes = in_figures(text, words), _shapes(words)
    matches = list(shapes.units.finditer(text))
    found = [("achtereen", "0")] if pattern(words.not_ill).search(text) else []
    if re.search(r"\bgeen vakantie", text):
        found.append(("vakantieweken", "0"))
    if _FRACTION.search(text) or shapes.other_days.search(text):
        if matches or shapes.countable.search(text):
            raise GivenError(IN_DAYS)
        return found
    if _RANGE.search(text) and shapes.countable.search(text):
        raise GivenError(EXACT)
    if not matches:
        return found
    if re.search(r"[0-9]", shapes.units.sub(" ", text)):
        raise GivenError(f"Niet bij elk getal is duidelijk wat je telt. {EXAMPLE}")
    edges = [0, *(match.end() for match in matches)]
    starts = [*(match.start() for match in matches[1:]), len(text)]
    for match, last, following in zip(matches, edges, starts, strict=False):
        head, tail = text[last : match.start()], text[match.end() : following]
        if shapes.vague.search(head):
            raise GivenError(EXACT)
        tail = re.split(r"[,;]", tail)[0]
        if _added_up(match, f"{head} {tail}", matches, shapes) and sector == "vo":
            raise GivenError(WHICH_DAYS)
        found.extend(_counted(match, head, tail, row=sector == "vo", shapes=shapes))
    return found


def _added_up(
    match: re.Match[str], around: str, matches: Sequence[re.Match[str]], shapes: _Shapes
) -> bool:
    """Whether these days, beside a number of reports, may be the sum of several periods."""
    clear = any(each.search(around) for each in (shapes.row, shapes.year, shapes.running))
    beside = any(other["meldingen"] for other in matches)
    return bool(match["dagen"]) and beside and not clear


def _counted(
    match: re.Match[str], head: str, tail: str, *, row: bool, shapes: _Shapes
) -> list[tuple[str, str]]:
    if match["day"] or match["nth"]:
        return [("achtereen", match["day"] or match["n"])]
    if match["meldingen"]:
        return [("meldingen", match["n"])]
    if match["weken"]:
        return _weeks(match, head, tail)
    row = row and not shapes.year.search(tail)
    return [("achtereen" if row or shapes.row.search(tail) else "dagen", match["n"])]


def _weeks(match: re.Match[str], head: str, tail: str) -> list[tuple[str, str]]:
    if match["kind"] == "vakantie" or "vakantie" in tail:
        return [("vakantieweken", match["n"])]
    if match["kind"] == "school":
        return [("weken", match["n"]), ("vakantieweken", "0")]
    span = _SPAN_HEAD.search(head) or _SPAN_TAIL.match(tail)
    if re.search(r"\b(?:ziek|afwezig|thuis)\b", f"{head} {tail}") and not (
        span and _SPAN_HEAD.search(head)
    ):
        raise GivenError(IN_DAYS)
    return [("weken", match["n"])]


def _without(text: str, days: Sequence[Found]) -> str:
    for day in reversed(days):
        text = f"{text[: day.start]} {text[day.end :]}"
    return text
