"""The policies by the name a flow uses for them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeAlias

from msgspec import Struct, field

from routeboek_tui.core.facts import NAMED, SECTOR, Situation
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy import (
    afwezigheid,
    age,
    langdurig,
    leerplichtig,
    nieuwkomer,
    noord_kennemerland,
    ongeoorloofd,
    ziekteverzuim,
)
from routeboek_tui.core.policy.verdict import Verdict
from routeboek_tui.core.sayings import SLOTS

Policy: TypeAlias = Callable[[Mapping[str, str], Situation, date, Knowledge], Verdict]
"""What was typed by input name, the facts, the day of the step, and what the guide knows."""


OF_AGE, BORN = "leerplichtig", "geboortedatum"
"""The policy that reckons with the date of birth, and that input."""

REACHED = "ja"
"""The choice of a verdict whose border is met."""

UNDER = "nee"
"""The choice of a verdict whose border is not met."""


class Rule(Struct, frozen=True):
    """A policy: what it says, how it looks over what was typed, and the saying for each input.

    ``choices`` are those its verdicts name. ``sectors`` are those it has figures for, where they
    differ per sector; empty where they do not. ``figures`` are what it reckons with. An input that
    tells what others told before, in another way, is given ``instead`` of those. What is ``heard``
    is reckoned with where it is told, and never asked.
    """

    verdict: Policy
    check: Callable[[Mapping[str, str], date, Knowledge], None]
    choices: tuple[str, ...]
    inputs: Mapping[str, str] = field(default_factory=dict)
    figures: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    instead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    heard: tuple[str, ...] = ()

    @property
    def takes(self) -> tuple[str, ...]:
        """The names of all it reckons with, asked or only heard."""
        return (*self.inputs, *self.heard)

    def together(self, before: Mapping[str, str], values: Mapping[str, str]) -> dict[str, str]:
        """What was typed ``before`` with what is typed now, which tells some of it anew."""
        anew = {name for each in values for name in self.instead.get(each, ())}
        return {name: each for name, each in before.items() if name not in anew} | dict(values)

    def leaves(self, verdict: Verdict, choices: Iterable[str]) -> tuple[str, ...]:
        """What can still be chosen of ``choices`` beside the verdict: only under the border.

        Those are the choices no count leads to, such as worries all the same.
        """
        beside = [choice for choice in choices if choice not in self.choices]
        return (UNDER, *beside) if beside and verdict.choice == UNDER else ()

    def asked(self, name: str, on: date, knowledge: Knowledge) -> str:
        """An input in Dutch; the slots of its saying are figures."""
        saying = self.inputs[name]
        return knowledge.say(saying, **{slot: knowledge.figure(slot, on) for slot in SLOTS[saying]})


STEPS: Mapping[str, Rule] = {
    "zorgwekkend_ziekteverzuim": Rule(
        ziekteverzuim.zorgwekkend,
        ziekteverzuim.check,
        ("ja", "nee"),
        {
            "meldingen": "nodig_meldingen",
            "dagen": "nodig_dagen",
            "achtereen": "nodig_achtereen",
            "weken": "nodig_weken",
            "vakantieweken": "nodig_vakantieweken",
            "data": "nodig_data",
            "eerste_ziektedag": "nodig_eerste_ziektedag",
            "sector": "nodig_sector",
        },
        ziekteverzuim.FIGURES,
        NAMED[SECTOR],
        {
            "data": ("meldingen", "weken"),
            "eerste_ziektedag": ("achtereen",),
            "achtereen": ("eerste_ziektedag",),
        },
        heard=("duur",),
    ),
    "zestien_uur": Rule(
        ongeoorloofd.zestien_uur,
        ongeoorloofd.check_hours,
        ("ja", "nee"),
        {
            ongeoorloofd.LESSONS: "nodig_lesuren",
            ongeoorloofd.ON: "nodig_uren_op",
            ongeoorloofd.OUT: "nodig_uren_buiten",
        },
        ongeoorloofd.FIGURES_OF_HOURS,
        instead={ongeoorloofd.LESSONS: (ongeoorloofd.OUT,)},
    ),
    "te_laat": Rule(
        ongeoorloofd.te_laat,
        ongeoorloofd.check_late,
        (ongeoorloofd.NONE_YET, *ongeoorloofd.LATE.values()),
        {ongeoorloofd.TIMES: "nodig_keren", ongeoorloofd.LAST: "nodig_keer_op"},
        ongeoorloofd.FIGURES_OF_LATE,
    ),
    "ziekteverzuim_nk": Rule(
        noord_kennemerland.ziekteverzuim,
        noord_kennemerland.check,
        ("ja", "nee"),
        {
            "meldingen": "nodig_meldingen_jaar",
            "dagdelen": "nodig_dagdelen",
            "achtereen": "nodig_dagdelen_achtereen",
        },
        noord_kennemerland.FIGURES,
        heard=("duur",),
    ),
    OF_AGE: Rule(
        leerplichtig.leerplichtig,
        leerplichtig.check,
        ("ja", "nog_niet", "nee"),
        {BORN: "nodig_geboortedatum", leerplichtig.YEARS: "nodig_jaren"},
        leerplichtig.FIGURES,
        instead={BORN: (leerplichtig.YEARS,), leerplichtig.YEARS: (BORN,)},
    ),
    "nieuwkomer": Rule(
        nieuwkomer.nieuwkomer,
        nieuwkomer.check,
        ("ja", "nee"),
        {"aankomst": "nodig_aankomst"},
        nieuwkomer.FIGURES,
    ),
    "langdurig": Rule(
        langdurig.langdurig,
        langdurig.check,
        ("ja", "nee"),
        {langdurig.FIRST: "nodig_eerste_dag"},
        langdurig.FIGURES,
    ),
}

FACTS = (*age.FIGURES, *afwezigheid.FIGURES)
"""The figures by which facts are reckoned, whatever the flow."""
