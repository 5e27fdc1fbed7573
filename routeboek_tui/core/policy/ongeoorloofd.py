"""Unauthorised absence: the report of sixteen hours, and the ladder of coming late.

Inputs as text: ``lesuren`` (hours of lessons missed without leave within four weeks in a row),
``keren`` (times late; no source names the period, our reading is this school year).
"""

from collections.abc import Mapping
from datetime import date

from routeboek_tui.core.facts import Situation
from routeboek_tui.core.policy.verdict import GivenError, Verdict, read_count

SIXTEEN_HOURS = 16
"""Hours of lessons in four weeks in a row, from which the school reports; 16 itself counts.

Source: Verzuimprotocol Noord-Kennemerland, werkdocument 2 ("ten minste"), and both editions of
Routeboek VO, fase 2. The PO routeboek of SPPOH says "meer dan": a conflict that is shown.
"""

LATE = (3, 6, 9, 12, 15)
"""Times late at which something happens.

Source: Verzuimprotocol Noord-Kennemerland, werkdocument 2.
"""


def check_hours(given: Mapping[str, str], on: date) -> None:
    """Look whether the hours can be right.

    :raises GivenError: with a message for the user
    """
    if given.get("lesuren"):
        read_count(given["lesuren"], "lesuren")


def check_late(given: Mapping[str, str], on: date) -> None:
    """Look whether the times late can be right.

    :raises GivenError: with a message for the user
    """
    if given.get("keren"):
        read_count(given["keren"], "keren te laat")


def zestien_uur(given: Mapping[str, str], situation: Situation, on: date) -> Verdict:
    """Whether the hours make a report compulsory: "ja", "nee" or not settled. Never raises."""
    try:
        check_hours(given, on)
    except GivenError as error:
        return Verdict("", notes=(str(error),))
    if not given.get("lesuren"):
        return Verdict("", missing=("lesuren",))
    hours = int(given["lesuren"])
    many = f"{hours} {'lesuur' if hours == 1 else 'lesuren'} in vier weken"
    said = f"{many}; de grens is {SIXTEEN_HOURS}, en {SIXTEEN_HOURS} telt mee."
    return Verdict("ja" if hours >= SIXTEEN_HOURS else "nee", (said,))


def te_laat(given: Mapping[str, str], situation: Situation, on: date) -> Verdict:
    """Which rung of the ladder the times late have reached, or not settled. Never raises."""
    try:
        check_late(given, on)
    except GivenError as error:
        return Verdict("", notes=(str(error),))
    if not given.get("keren"):
        return Verdict("", missing=("keren",))
    times = int(given["keren"])
    reached = [rung for rung in LATE if times >= rung]
    if not reached:
        return Verdict("minder_dan_3", (f"{times} keer te laat; de eerste stap is bij 3 keer.",))
    said = f"{times} keer te laat; de stap bij {reached[-1]} keer is bereikt."
    return Verdict(f"vanaf_{reached[-1]}", (said,))
