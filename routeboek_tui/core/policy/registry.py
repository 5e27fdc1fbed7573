"""The policies by the name a flow uses for them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from routeboek_tui.core.facts import NAMED, SECTOR, Situation
from routeboek_tui.core.policy import leerplichtig, noord_kennemerland, ongeoorloofd, ziekteverzuim
from routeboek_tui.core.policy.verdict import Verdict

Policy: TypeAlias = Callable[[Mapping[str, str], Situation, date], Verdict]
"""What was typed by input name, the facts, and the day of the step."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A policy: what it says, how it looks over what was typed, and its inputs in Dutch.

    ``choices`` are those its verdicts name. ``sectors`` are those it has figures for, where they
    differ per sector; empty where they do not.
    """

    verdict: Policy
    check: Callable[[Mapping[str, str], date], None]
    choices: tuple[str, ...]
    inputs: Mapping[str, str] = field(default_factory=dict)
    sectors: tuple[str, ...] = ()


STEPS: Mapping[str, Rule] = {
    "zorgwekkend_ziekteverzuim": Rule(
        ziekteverzuim.zorgwekkend,
        ziekteverzuim.check,
        ("ja", "nee"),
        {
            "meldingen": "het aantal ziekmeldingen",
            "dagen": "het aantal zieke schooldagen dit schooljaar",
            "achtereen": "hoeveel schooldagen achter elkaar de leerling nu ziek is (0: niet ziek)",
            "weken": "het aantal weken tussen de eerste en de laatste van de laatste 4 meldingen",
            "vakantieweken": "het aantal vakantieweken in die periode",
            "data": "de data van de ziekmeldingen",
            "eerste_ziektedag": "de eerste ziektedag",
            "sector": "of het om PO of VO gaat",
        },
        NAMED[SECTOR],
    ),
    "zestien_uur": Rule(
        ongeoorloofd.zestien_uur,
        ongeoorloofd.check_hours,
        ("ja", "nee"),
        {"lesuren": "het aantal gemiste lesuren in vier weken"},
    ),
    "te_laat": Rule(
        ongeoorloofd.te_laat,
        ongeoorloofd.check_late,
        ("minder_dan_3", *(f"vanaf_{rung}" for rung in ongeoorloofd.LATE)),
        {"keren": "hoe vaak de leerling te laat kwam"},
    ),
    "ziekteverzuim_nk": Rule(
        noord_kennemerland.ziekteverzuim,
        noord_kennemerland.check,
        ("ja", "nee"),
        {
            "meldingen": "het aantal ziekmeldingen dit schooljaar",
            "dagdelen": "het aantal zieke dagdelen dit schooljaar",
            "achtereen": "het aantal zieke dagdelen achter elkaar",
        },
    ),
    "leerplichtig": Rule(
        leerplichtig.leerplichtig,
        leerplichtig.check,
        ("ja", "nee"),
        {"geboortedatum": "de geboortedatum"},
    ),
}
