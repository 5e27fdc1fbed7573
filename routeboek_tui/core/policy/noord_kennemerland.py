"""When sick leave is worrying in Noord-Kennemerland, counted in half days.

Inputs as text: ``meldingen`` (reports this school year), ``dagdelen`` (half days sick this school
year), ``achtereen`` (half days sick in a row).

Source: Verzuimprotocol Noord-Kennemerland, werkdocument 2. These figures hold in no other region.
"""

from collections.abc import Mapping
from datetime import date

from routeboek_tui.core.facts import Situation
from routeboek_tui.core.policy.verdict import GivenError, Verdict, read_count

HALF_DAYS = 36
"""Half days sick, added up; our reading: within a school year."""

IN_A_ROW = 14
"""Half days in a row; more than this counts, so from the fifteenth."""

REPORTS = 5
"""The report in a school year that counts."""

_INPUTS = {
    "meldingen": "meldingen",
    "dagdelen": "dagdelen",
    "achtereen": "dagdelen achter elkaar",
}


def check(given: Mapping[str, str], on: date) -> None:
    """Look whether the counts can be right.

    :raises GivenError: with a message for the user
    """
    for name, what in _INPUTS.items():
        if given.get(name):
            read_count(given[name], what)


def ziekteverzuim(given: Mapping[str, str], situation: Situation, on: date) -> Verdict:
    """Whether one of the three criteria is met: "ja", "nee" or not settled. Never raises."""
    try:
        check(given, on)
    except GivenError as error:
        return Verdict("", notes=(str(error),))
    criteria = (
        ("dagdelen", HALF_DAYS, "{} dagdelen ziek dit schooljaar; de grens is 36."),
        ("achtereen", IN_A_ROW + 1, "{} dagdelen achter elkaar ziek; de grens is meer dan 14."),
        ("meldingen", REPORTS, "{} ziekmeldingen dit schooljaar; de grens is de 5e."),
    )
    said = tuple(text.format(int(given[name])) for name, _, text in criteria if given.get(name))
    missing = tuple(name for name, _, _ in criteria if not given.get(name))
    if any(int(given[name]) >= least for name, least, _ in criteria if given.get(name)):
        return Verdict("ja", said)
    return Verdict("", said, missing) if missing else Verdict("nee", said)
