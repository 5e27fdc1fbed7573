"""Counts in typed text for the policies that count one or a few plain things."""

import re
from collections.abc import Mapping, Sequence

from routeboek_tui.conversation.numbers import check_exact, in_figures
from routeboek_tui.core.dates import Found
from routeboek_tui.core.policy.verdict import GivenError

IN_HALF_DAYS = (
    "Het protocol telt dagdelen, geen dagen of weken. Tel de dagdelen die de leerling les heeft."
    " Typ bijvoorbeeld “36 dagdelen” of “15 dagdelen achter elkaar”."
)

ALONE: Mapping[str, str] = {"zestien_uur": "lesuren", "te_laat": "keren"}
"""The one thing a policy counts, so that a bare number is enough."""

_NUMBER = r"\b(?P<n>[0-9]{1,9})"
_WHOLE_DAYS = re.compile(
    r"\b[0-9]{1,9}(?:e)?\s*(?:(?:hele|zieke?)\s+)?(?:school|ziekte)?"
    r"(?:dag|dagen|week|weken|maand|maanden)\b"
)
_UNITS: Mapping[str, Sequence[tuple[str, str]]] = {
    "zestien_uur": (("lesuren", r"\s*(?:les|klok)?\s?(?:uur|uren)\b"),),
    "te_laat": (("keren", r"\s*(?:e\s+keer|keer|x\b|maal)"),),
    "ziekteverzuim_nk": (
        ("achtereen", r"\s*dagdelen?\s+(?:achter\s?elkaar|achtereen|aaneen|op rij|aan een stuk)"),
        ("dagdelen", r"\s*dagdelen?\b"),
        ("meldingen", r"\s*(?:e\s+)?(?:x|maal|(?:ziek[ -]?)?(?:melding|meldingen|keer))\b"),
    ),
}


def read(policy: str, said: str, days: Sequence[Found]) -> dict[str, str]:
    """What ``said`` counts for ``policy``, by input name; empty when it counts nothing.

    :raises GivenError: when something is counted, but not exactly
    """
    if policy == "leerplichtig":
        found = [day.day for day in days if day.day]
        return {"geboortedatum": found[0].isoformat()} if len(found) == 1 else {}
    text = in_figures(said.casefold())
    if policy in ALONE and text.strip().isdecimal():
        return {ALONE[policy]: text.strip()}
    values: dict[str, str] = {}
    for name, unit in _UNITS.get(policy, ()):
        match = re.search(_NUMBER + unit, text)
        if match:
            check_exact(text, match.start())
            values[name] = match["n"]
            text = text[: match.start()] + " " + text[match.end() :]
    if policy == "ziekteverzuim_nk" and _WHOLE_DAYS.search(text):
        raise GivenError(IN_HALF_DAYS)
    return values


def alone(policy: str, said: str) -> bool:
    """Whether ``said`` is a number with its unit and nothing else: "16 uur", "3 keer"."""
    text = in_figures(said.casefold()).strip()
    units = [unit for name, unit in _UNITS.get(policy, ()) if ALONE.get(policy) == name]
    return any(re.fullmatch(_NUMBER + unit, text) for unit in units)
