"""Counts in typed text, for the threshold of worrying sick leave."""

import re
from collections.abc import Sequence

from routeboek_tui.core.dates import Found
from routeboek_tui.core.policy.verdict import GivenError

EXAMPLE = "Typ hele aantallen met erbij wat je telt, zoals “5 meldingen” of “8 dagen ziek”."
WHICH_DAYS = (
    "Zijn die dagen achter elkaar? Typ dan bijvoorbeeld “5 meldingen, 8 dagen achter elkaar”. "
    "Is het een optelling, laat de dagen dan weg: in het VO tellen alleen dagen achter elkaar."
)
IN_DAYS = "Reken in schooldagen, want daar rekent het schema mee. Typ bijvoorbeeld “7 dagen ziek”."
EXACT = "Typ een precies aantal. Weet je het niet, kies dan “weet ik nog niet”."

CARDINALS = (
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien",
    "negentien", "twintig",
)  # fmt: skip
ORDINALS = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende",
    "tiende", "elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende",
    "zeventiende", "achttiende", "negentiende", "twintigste",
)  # fmt: skip

_COUNTED = (
    r"(?=\s+(?:zieke?\s+|hele\s+)?(?:ziek-?)?(?:melding|keer|maal|school|ziekte|dag|week|weken))"
)
_CARDINAL = re.compile(rf"\b({'|'.join(CARDINALS[1:])})(maal)?\b")
_ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS[1:])})\b")
_ONE = re.compile(rf"\b(?:een{_COUNTED}|een(?=maal\b))")
_FIRST = re.compile(rf"\beerste{_COUNTED}")
_AFTER_FIRST = re.compile(r"\bna (?:de|het) (?:eerste|1e)(?: (?:ziek)?melding| keer)?")

_N = r"(?<![\w/-])(?<![0-9][.,])(?P<n>-?[0-9]{1,9})\s*"
_UNITS = re.compile(
    rf"{_N}(?:"
    r"(?P<meldingen>(?:e|de|ste)?\s*(?:x|keer|maal|(?:ziek[ -]?)?melding(?:en)?)\b"
    r"(?:\s+(?:ziek[ -]?gemeld|ziek\b))?)"
    r"|(?P<nth>(?:e|de|ste)\s+(?:zieke?\s+)?(?:school|ziekte?)?dag\b)"
    r"|(?P<dagen>(?:hele\s+)?(?:zieke?\s+)?(?:school|ziekte?)?dag(?:en)?\b)"
    r"|(?P<weken>(?P<kind>school|kalender|vakantie)?(?:week|weken)\b)"
    r")|\b(?:school|ziekte)?dag\s+(?P<day>[0-9]{1,9})\b"
)
_VAGUE = re.compile(
    r"\b(?:ongeveer|circa|ca|bijna|rond|rond de|meer dan|minder dan|minstens|minimaal|hooguit"
    r"|maximaal|geen|niet|misschien|boven de|onder de|zo n)\W*$"
)
_RANGE = re.compile(r"[0-9]\s*(?:of|tot|a|-|/)\s*[0-9]")
_FRACTION = re.compile(r"[0-9][.,][0-9]|\banderhalve?\b|\bhal(?:f|ve)\b")
_OTHER_DAYS = re.compile(r"\b(?:kalenderdag|dagdeel|dagdelen|maand\b|maanden\b)")
_COUNTABLE = re.compile(r"melding|keer|dag|\b(?:week|weken|maand|maanden)\b")
_IN_A_ROW = re.compile(r"achter ?elkaar|achtereen|aaneen|op rij|aan een stuk")
_RUNNING = re.compile(r"\b(?:nu|inmiddels)\b")
_IN_YEAR = re.compile(r"\b(?:school)?jaar\b|\btotaal\b|\bopgeteld\b")
_SPAN_HEAD = re.compile(r"\b(?:in|binnen|over|na)(?: de laatste)?\s*$")
_SPAN_TAIL = re.compile(r"\s*(?:na|later|tussen|ertussen)\b|\s*$")
_NOT_ILL = re.compile(r"\b(?:nu niet ziek|niet meer ziek|weer beter|weer op school)\b")
_SINCE = re.compile(r"\b(?:sinds|vanaf|ziektedag(?: is| was)?)[ :]*$")
_AGE = re.compile(
    r"(?:(?:hij|zij|ze|het kind|de leerling|leerling) )?(?:is )?(?:al |nu |nog )?"
    r"([0-9]{1,2})(?: (?:jaar|jr))?(?: oud)?"
)
_ABSENT = re.compile(
    r"(?:al |nu |nog maar |pas )?([0-9]{1,2}) (?:hele )?(?:week|weken)"
    r"(?: (?:afwezig|weg|ziek|thuis))?"
)
_FIRST_DAY = re.compile(r"\b(?:eerste|1e) (?:zieke )?(?:ziekte|school)?dag\b")
_LIST = re.compile(
    r"(?:ziek|ziek[ -]?gemeld|gemeld|(?:ziek)?melding(?:en)?|op|en|data|datums?|de|was|waren|dagen"
    r"|van|[ ,;.:&+\n-])*"
)


def read(text: str, days: Sequence[Found], sector: str) -> dict[str, str]:
    """What ``text`` counts, by the input names of the policy; empty when it counts nothing.

    ``text`` is in lower case and without accents. ``days`` are the days in it that
    belong to the counting. A plain number of days is in the VO the running period,
    elsewhere the total of the school year.

    :raises GivenError: when something is counted but it is not clear what
    """
    values: dict[str, str] = {}
    of_days = _of_days(text, days)
    bare = _without(text, days)
    if of_days:
        bare = _FIRST_DAY.sub(" ", bare)
    for name, value in (*of_days, *_of_counts(bare, sector)):
        if values.get(name, value) != value:
            raise GivenError(f"Je noemt twee verschillende aantallen. {EXAMPLE}")
        values[name] = value
    return values


def years(text: str) -> int | None:
    """The age that is all ``text`` (plain) says: "12", "hij is 12 jaar"."""
    found = _AGE.fullmatch(in_figures(text))
    return int(found[1]) if found else None


def weeks(text: str) -> int | None:
    """The weeks of absence that are all ``text`` (plain) says: "al 5 weken"."""
    found = _ABSENT.fullmatch(in_figures(text))
    return int(found[1]) if found else None


def in_figures(text: str) -> str:
    """``text`` with the numbers one to twenty in figures, "vierde" as "4e"."""
    text = _AFTER_FIRST.sub("na de aanvang", text)
    text = _ONE.sub("1 ", text)
    text = _FIRST.sub("1e", text)
    text = _ORDINAL.sub(lambda match: f"{ORDINALS.index(match[1]) + 1}e", text)
    return _CARDINAL.sub(
        lambda match: f"{CARDINALS.index(match[1]) + 1}{' maal' if match[2] else ''}", text
    )


def check_exact(text: str, at: int) -> None:
    """Look whether the number at the place ``at`` in ``text`` is a whole and exact one.

    :raises GivenError: otherwise; "bijna 16" and "14 of 15" settle nothing
    """
    if _FRACTION.search(text) or _RANGE.search(text) or _VAGUE.search(text[:at]):
        raise GivenError(EXACT)


def _of_days(text: str, days: Sequence[Found]) -> list[tuple[str, str]]:
    if not days:
        return []
    if len(days) == 1 and days[0].day and _SINCE.search(text[: days[0].start]):
        return [("eerste_ziektedag", days[0].day.isoformat())]
    if len(days) > 1 and _LIST.fullmatch(_without(text, days)):
        return [("data", ",".join(sorted({day.day.isoformat() for day in days if day.day})))]
    raise GivenError(
        "Zeg wat er op die dag was: typ “ziek sinds 3 november”, of alle data waarop de "
        "leerling is ziek gemeld."
    )


def _of_counts(text: str, sector: str) -> list[tuple[str, str]]:
    text = in_figures(text)
    matches = list(_UNITS.finditer(text))
    found = [("achtereen", "0")] if _NOT_ILL.search(text) else []
    if re.search(r"\bgeen vakantie", text):
        found.append(("vakantieweken", "0"))
    if _FRACTION.search(text) or _OTHER_DAYS.search(text):
        if matches or _COUNTABLE.search(text):
            raise GivenError(IN_DAYS)
        return found
    if _RANGE.search(text) and _COUNTABLE.search(text):
        raise GivenError(EXACT)
    if not matches:
        return found
    if re.search(r"[0-9]", _UNITS.sub(" ", text)):
        raise GivenError(f"Niet bij elk getal is duidelijk wat je telt. {EXAMPLE}")
    edges = [0, *(match.end() for match in matches)]
    starts = [*(match.start() for match in matches[1:]), len(text)]
    for match, last, following in zip(matches, edges, starts, strict=False):
        head, tail = text[last : match.start()], text[match.end() : following]
        if _VAGUE.search(head):
            raise GivenError(EXACT)
        tail = re.split(r"[,;]", tail)[0]
        if _added_up(match, f"{head} {tail}", matches, sector):
            raise GivenError(WHICH_DAYS)
        found.extend(_counted(match, head, tail, sector))
    return found


def _added_up(
    match: re.Match[str], around: str, matches: Sequence[re.Match[str]], sector: str
) -> bool:
    """Whether these days, beside a number of reports, may be the sum of several periods."""
    clear = any(words.search(around) for words in (_IN_A_ROW, _IN_YEAR, _RUNNING))
    beside = any(other["meldingen"] for other in matches)
    return sector == "vo" and bool(match["dagen"]) and beside and not clear


def _counted(match: re.Match[str], head: str, tail: str, sector: str) -> list[tuple[str, str]]:
    if match["day"] or match["nth"]:
        return [("achtereen", match["day"] or match["n"])]
    if match["meldingen"]:
        return [("meldingen", match["n"])]
    if match["weken"]:
        return _weeks(match, head, tail)
    row = sector == "vo" and not _IN_YEAR.search(tail)
    return [("achtereen" if row or _IN_A_ROW.search(tail) else "dagen", match["n"])]


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
