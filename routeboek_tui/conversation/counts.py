"""Counts in typed text for the policies that count one or a few plain things."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from routeboek_tui.conversation.numbers import check_exact, in_figures
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.library.language import Counting
from routeboek_tui.library.ways import either
from routeboek_tui.text.dates import Found

IN_HALF_DAYS = (
    "Het protocol telt dagdelen, geen dagen of weken. Tel de dagdelen die de leerling les heeft."
    " Typ bijvoorbeeld “36 dagdelen” of “15 dagdelen achter elkaar”."
)

ALONE: Mapping[str, str] = {"zestien_uur": "lesuren", "te_laat": "keren"}
"""The one thing a policy counts, so that a bare number is enough."""

_NUMBER = r"\b(?P<n>[0-9]{1,9})"


@lru_cache(maxsize=4)
def _units(words: Counting) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """What each policy counts: an input with the pattern of its unit."""
    times, hour, half_day = either(words.times), either(words.hour), either(words.half_day)
    report, row = either(words.report), either(words.in_a_row)
    return {
        "zestien_uur": (("lesuren", rf"\s*(?:les|klok)?\s?(?:{hour})\b"),),
        "te_laat": (("keren", rf"\s*(?:e\s+)?(?:{times})\b"),),
        "ziekteverzuim_nk": (
            ("achtereen", rf"\s*(?:{half_day})\s+(?:{row})"),
            ("dagdelen", rf"\s*(?:{half_day})\b"),
            ("meldingen", rf"\s*(?:e\s+)?(?:{times}|(?:ziek[ -]?)?(?:{report}))\b"),
        ),
    }


@lru_cache(maxsize=4)
def _whole_days(words: Counting) -> re.Pattern[str]:
    spans = either((*words.day, *words.week, *words.month))
    return re.compile(
        rf"\b[0-9]{{1,9}}e?\s*(?:(?:{either(words.whole)})\s+)?(?:school|ziekte)?(?:{spans})\b"
    )


def counted_in(policy: str, said: str, days: Sequence[Found], words: Counting) -> dict[str, str]:
    """What ``said`` counts for ``policy``, by input name; empty when it counts nothing.

    ``words`` are what is counted.

    :raises GivenError: when something is counted, but not exactly
    """
    if policy == "leerplichtig":
        found = [day.day for day in days if day.day]
        return {"geboortedatum": found[0].isoformat()} if len(found) == 1 else {}
    text = in_figures(said.casefold(), words)
    if policy in ALONE and text.strip().isdecimal():
        return {ALONE[policy]: text.strip()}
    values: dict[str, str] = {}
    for name, unit in _units(words).get(policy, ()):
        match = re.search(_NUMBER + unit, text)
        if match:
            check_exact(text, match.start(), words)
            values[name] = match["n"]
            text = text[: match.start()] + " " + text[match.end() :]
    if policy == "ziekteverzuim_nk" and _whole_days(words).search(text):
        raise GivenError(IN_HALF_DAYS)
    return values


def alone(policy: str, said: str, words: Counting) -> bool:
    """Whether ``said`` is a number with its unit and nothing else: "16 uur", "3 keer"."""
    text = in_figures(said.casefold(), words).strip()
    units = [unit for name, unit in _units(words).get(policy, ()) if ALONE.get(policy) == name]
    return any(re.fullmatch(_NUMBER + unit, text) for unit in units)
