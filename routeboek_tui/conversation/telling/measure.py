"""What a policy takes of the numbers of a sentence: its inputs, or why a number is none of them.

A number never leaves its sentence. What touches it and fits nothing makes the guide ask.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct, field

from routeboek_tui.conversation.telling import day as days_of
from routeboek_tui.conversation.telling.by_month import summed
from routeboek_tui.conversation.telling.count import DAY, counted, parts_of
from routeboek_tui.conversation.telling.fact import ELDEST, years
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.conversation.telling.hours import OTHER_SPAN, added
from routeboek_tui.conversation.telling.on_days import half_days_ill, times_late
from routeboek_tui.conversation.telling.reported import WHICH_DAY, of_days_in
from routeboek_tui.conversation.telling.running import (
    LASTS,
    ill_now,
    in_a_row,
    lasts,
    of_before_and_now,
    with_this_one,
)
from routeboek_tui.conversation.telling.sickness import (
    IN_A_ROW,
    IN_DAYS,
    Input,
    of_sickness,
    without_number,
)
from routeboek_tui.core.facts import SECTOR
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy import langdurig, registry
from routeboek_tui.core.policy.leerplichtig import YEARS
from routeboek_tui.core.policy.ongeoorloofd import WEEKS
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.said import Count, Over, Unit, What
from routeboek_tui.library.language import Counting, Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain
from routeboek_tui.text.dates import Found, month

SICK_LEAVE, HALF_DAYS = "zorgwekkend_ziekteverzuim", "ziekteverzuim_nk"

EXAMPLE = "Typ hele aantallen met erbij wat je telt, zoals “5 meldingen” of “8 dagen ziek”."
EXAMPLES = {
    SICK_LEAVE: EXAMPLE,
    HALF_DAYS: "Typ hele aantallen met erbij wat je telt, zoals “5 meldingen” of “36 dagdelen”.",
}
"""What to type where a policy counts more than one thing, so that a bare number is none."""

IN_HALF_DAYS = (
    "Het protocol telt dagdelen, geen dagen of weken. Tel de dagdelen die de leerling les heeft."
    " Typ bijvoorbeeld “36 dagdelen” of “15 dagdelen achter elkaar”."
)
EXACT = "Typ een precies aantal. Weet je het niet, kies dan “weet ik nog niet”."
TWO = "Je noemt verschillende aantallen. Typ het ene aantal dat hier telt."
WHICH_NUMBER = f"Niet bij elk getal is duidelijk wat je telt. {EXAMPLE}"
OF_PAST = "Dat aantal gaat over een eerdere tijd. Typ hoeveel het er nu zijn."
OF_ANOTHER = "Dat aantal lijkt over iemand anders te gaan. Typ alleen wat van deze leerling is."
DENIED = "Je schrijft bij het aantal dat het niet zo is. Typ alleen het aantal dat wel klopt."
AS_RATE = "Dat is een aantal per week of per maand. Tel alles bij elkaar op en typ dat."
OF_PART = "Dat aantal is van een deel van de tijd. Tel alles bij elkaar op en typ dat."
NO_SPAN = "Hier telt het hele schooljaar. Typ hoe vaak het in dit schooljaar was."
OF_OPINION = (
    "Dat is wat iemand zegt of denkt. Hier telt wat de school heeft geregistreerd: typ dat aantal."
)
STRANGE = "Wij weten niet zeker of dat aantal hierover gaat. Typ alleen het aantal met wat je telt."
ONLY = "Hier telt alleen {wat}. Gaat het aantal over iets anders, laat het dan weg."

UNREAD = frozenset((WHICH_DAY, WHICH_NUMBER, EXACT, OF_PART, DENIED, STRANGE, TWO))
"""What says that numbers could not be read together, and not that one of them cannot be right."""

HOURS, LATE, OF_AGE, ARRIVED = "zestien_uur", "te_laat", "leerplichtig", "nieuwkomer"
LASTING = "langdurig"

OF_DAY = {OF_AGE: "geboortedatum", ARRIVED: "aankomst", LASTING: langdurig.FIRST}
"""The policies that reckon with one day, and the input it is."""


class Measure(Struct, frozen=True):
    """What a policy counts: of ``what`` it may be, in which units, by the ``inputs``.

    ``only`` is that in words. ``alone`` is the input a bare number is, and ``rank`` the one a bare
    rank is; "" where it is none.
    """

    what: frozenset[What]
    only: str
    inputs: Mapping[Unit, str] = field(default_factory=dict)
    alone: str = ""
    rank: str = ""


MEASURES: Mapping[str, Measure] = {
    SICK_LEAVE: Measure(
        frozenset((What.SICK, What.ABSENT)),
        "ziek zijn",
        {Unit.REPORT: "meldingen", Unit.TIMES: "meldingen", Unit.DAY: "dagen", Unit.WEEK: "weken"},
    ),
    HALF_DAYS: Measure(
        frozenset((What.SICK, What.ABSENT)),
        "ziek zijn",
        {Unit.REPORT: "meldingen", Unit.TIMES: "meldingen", Unit.HALF_DAY: "dagdelen"},
        rank="meldingen",
    ),
    HOURS: Measure(
        frozenset((What.UNAUTHORISED, What.ABSENT)),
        "ongeoorloofd verzuim",
        {Unit.HOUR: "lesuren"},
        "lesuren",
    ),
    LATE: Measure(
        frozenset((What.LATE,)), "te laat komen", {Unit.TIMES: "keren"}, "keren", "keren"
    ),
}
"""The policies that count."""

ALONE = {policy: measure.alone for policy, measure in MEASURES.items() if measure.alone}
"""The one thing a policy counts, so that a bare number is enough."""

SPANS = ("weken", "vakantieweken")
"""Inputs that say nothing alone."""

DAYS = 7
"""In a week."""

_LONG = frozenset((Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.OTHER_DAY))
_NO_DAYS = frozenset((Unit.HALF_DAY, Unit.MONTH, Unit.OTHER_DAY))
_FIRST_DAY = re.compile(r"\b(?:(?:eerste|1e) (?:zieke )?(?:ziekte|school)?dag|dag 1)\b")

_RANK = re.compile(
    rf"(?:(?P<number>[0-9]+), )?(?:(?:dit|het) is )?(?:al )?(?:de )?(?P<rank>[0-9]+)(?:e|de|ste)"
    rf"(?: keer)?(?: te laat)?(?:,? (?:(?:was|viel|dat was) )?(?:op )?{DAY})?\W*"
)
"""A rank that is all of a line, with its day, and behind the same number."""


class Border(Struct, frozen=True):
    """What decides about a count of another time: the ``weeks`` it counts over, "" for none.

    ``met`` tells whether inputs reach the border of the policy, however long it took.
    """

    weeks: str
    met: Callable[[Mapping[str, str]], bool]

    @classmethod
    def of(cls, policy: str, sector: str, today: date, knowledge: Knowledge) -> "Border":
        """The border of ``policy`` for a sector, on a day."""
        rule, situation = registry.STEPS[policy], {SECTOR: sector}

        def met(given: Mapping[str, str]) -> bool:
            said = rule.verdict(given, situation, today, knowledge).choice
            return said == registry.REACHED

        return cls(str(knowledge.value(WEEKS, today)) if policy == HOURS else "", met)


def typed(  # noqa: PLR0913, PLR0917 - a line, and all it is read with
    policy: str,
    said: str,
    days: Sequence[Found],
    sector: str,
    today: date,
    language: Language,
    knowledge: Knowledge,
) -> dict[str, str]:
    """What ``said``, typed where ``policy`` asks, counts by input name; empty for nothing.

    ``said`` is bare; ``days`` are those in it that belong to the counting. A plain number of days
    is in the VO the running period, elsewhere the total of the school year.

    :raises GivenError: when something is counted and it is not clear what
    """
    if policy in OF_DAY:
        return _of_day(policy, said, days, today, language)
    words = language.counting
    if number := bare_number(policy, said):
        return {MEASURES[policy].alone: number}
    if policy == HOURS:
        said = pattern(words.as_reported).sub(" ", said)
        left, listed = added(said, days, today, language, knowledge)
        said, days = (said, days) if left == said else (left, ())
    else:
        listed = _on_days(policy, said, days, today, words, knowledge)
    return listed or _counted(policy, said, days, sector, today, language, knowledge)


def _counted(  # noqa: PLR0913, PLR0917 - a line, and all it is read with
    policy: str,
    said: str,
    days: Sequence[Found],
    sector: str,
    today: date,
    language: Language,
    knowledge: Knowledge,
) -> dict[str, str]:
    """What ``said`` counts where it is no list of days.

    :raises GivenError: when something is counted and it is not clear what
    """
    words = language.counting
    of_days = [] if policy != SICK_LEAVE else of_days_in(said, days, today, language, knowledge)
    if "data" in dict(of_days):
        return dict(each for each in of_days if each[0] != "dagen" or sector == "po")
    bare = days_of.without(said, days, " " if policy == SICK_LEAVE else DAY)
    bare = in_figures(_FIRST_DAY.sub(" ", bare) if of_days else bare, words)
    text = pattern(words.some_of_it).sub(" ", bare)
    if sole := _alone(policy, text):
        return sole
    read, every = summed(text, language, today)
    if "eerste_ziektedag" in dict(of_days) or ill_now(text, language):
        every = with_this_one(every)
    if policy == HALF_DAYS:
        every = of_before_and_now(every)
    if policy == HALF_DAYS and days and (first := days_of.first_day(said, days, words)):
        every = in_a_row(every, first, today, knowledge)
    counts = _registered(c for c in every if policy == SICK_LEAVE or _is_unit(policy, c))
    border, inputs = Border.of(policy, sector, today, knowledge), of_days
    inputs += without_number(text, language) if policy == SICK_LEAVE else ()
    if counts and _leftover(text, (*read, *every), words):
        raise GivenError(EXACT if "~" in text else WHICH_NUMBER)
    for count in counts:
        inputs += taken(policy, count, counts, sector, border)
    return _agreed(inputs)


def _on_days(  # noqa: PLR0913, PLR0917 - a line, and all it is read with
    policy: str, said: str, days: Sequence[Found], today: date, words: Counting,
    knowledge: Knowledge,
) -> dict[str, str]:  # fmt: skip
    """What the days count of which ``said`` is the list; empty where it is none.

    :raises GivenError: when it names another number beside them
    """
    if policy == LATE:
        return times_late(said, days, today, words)
    return half_days_ill(said, days, today, words, knowledge) if policy == HALF_DAYS else {}


def _registered(counts: Iterable[Count]) -> tuple[Count, ...]:
    """``counts`` without those that somebody else says or thinks, where there are others.

    :raises GivenError: when there are no others
    """
    every = tuple(counts)
    own = tuple(count for count in every if not count.opinion)
    if every and not own:
        raise GivenError(OF_OPINION)
    return own


def _of_day(
    policy: str, said: str, days: Sequence[Found], today: date, language: Language
) -> dict[str, str]:
    """The day a policy reckons with, or the age instead of a date of birth."""
    age = years(plain(said), language.counting) if policy == OF_AGE else None
    if age is not None:
        return {YEARS: str(age)} if age <= ELDEST else {}
    if policy == OF_AGE:
        day = days_of.of_birth(said, today, language.counting)
    else:
        day = days_of.only(said, days, language.counting, of_birth=False)
    if policy == ARRIVED and not days:
        day = month(said)
    return {OF_DAY[policy]: day.isoformat()} if day else {}


def bare_number(policy: str, text: str) -> str:
    """The number that is all of ``text``, where the policy counts one thing; else "".

    Hours have halves.
    """
    number = text.strip().replace(".", ",")
    whole = number.removesuffix(",5") if policy == HOURS else number
    return number if MEASURES[policy].alone and whole.isdecimal() else ""


def _alone(policy: str, text: str) -> dict[str, str]:
    """What a bare number, or a bare rank, counts; empty where it is none, or none of the policy."""
    measure = MEASURES[policy]
    if number := bare_number(policy, text):
        return {measure.alone: number}
    rank = _RANK.fullmatch(text) if measure.rank else None
    return {measure.rank: rank["rank"]} if rank and rank["number"] in {None, rank["rank"]} else {}


def only(policy: str) -> str:
    """What is said of a count of something else than ``policy`` counts, "" where it counts none."""
    return ONLY.format(wat=MEASURES[policy].only) if policy in MEASURES else ""


def counts_in(policy: str, unit: str, words: Counting) -> bool:
    """Whether the policy counts in ``unit``, a word."""
    return any(unit in getattr(words, each) for each in MEASURES[policy].inputs)


def alone(policy: str, said: str, language: Language) -> bool:
    """Whether ``said`` is a number with its unit and nothing else: "16 uur", "3 keer"."""
    text = in_figures(said, language.counting).strip()
    counts = counted(text, parts_of(text, language), language.counting)
    measure = MEASURES[policy]
    whole = len(counts) == 1 and (counts[0].start, counts[0].end) == (0, len(text))
    return whole and measure.inputs.get(counts[0].unit) == measure.alone


def taken(  # noqa: PLR0913, PLR0917 - a count, and all it is taken with
    policy: str,
    count: Count,
    counts: Sequence[Count],
    sector: str,
    border: Border,
    told: bool = False,
) -> list[Input]:
    """The inputs that a count is.

    :raises GivenError: when something touches it that does not fit
    """
    measure = MEASURES[policy]
    if policy == SICK_LEAVE and (count.unit in _NO_DAYS or count.unit is Unit.HOUR):
        raise GivenError(IN_DAYS)
    if policy == SICK_LEAVE and "." in count.number and count.unit in _LONG:
        raise GivenError(IN_DAYS)
    if policy == HALF_DAYS and lasts(count):
        return [(LASTS, count.number)]
    if policy == HALF_DAYS and count.unit in _LONG:
        raise GivenError(IN_HALF_DAYS)
    _check(policy, count, border)
    if policy == SICK_LEAVE:
        return of_sickness(count, counts, sector, told=told)
    if policy == HALF_DAYS and count.unit is Unit.HALF_DAY and Over.ROW in count.over:
        return [(IN_A_ROW, count.number)]
    return [(measure.inputs[count.unit], count.number.replace(".", ","))]


def _check(policy: str, count: Count, border: Border) -> None:
    """Look whether anything that touches a count contradicts what the policy counts."""
    measure = MEASURES[policy]
    wrong = {
        OF_ANOTHER: count.another,
        OF_PAST: Over.PAST in count.over,
        AS_RATE: Over.RATE in count.over,
        OF_PART: Over.PART in count.over,
        only(policy): not count.kind and not count.what <= measure.what,
        STRANGE: count.strange and not (count.own or count.within),
    }
    if policy == HOURS:
        other = bool(count.span) and (count.span, count.span_unit) != (border.weeks, Unit.WEEK)
        other = other and not (shorter(count, int(border.weeks)) and _met(policy, count, border))
        other = other or bool(count.over & {Over.YEAR, Over.SINCE})
        wrong[OTHER_SPAN.format(weken=border.weeks)] = other
    if policy in {LATE, HALF_DAYS}:
        wrong[NO_SPAN] = bool(count.span) and not _met(policy, count, border)
    wrong |= {EXACT: not count.exact, DENIED: count.denied}
    for message, holds in wrong.items():
        if holds:
            raise GivenError(message)


def _met(policy: str, count: Count, border: Border) -> bool:
    """Whether the count alone reaches the border: over a longer time it is no less."""
    name = MEASURES[policy].inputs.get(count.unit, "")
    return bool(name) and count.exact and border.met({name: count.number.replace(".", ",")})


def shorter(count: Count, weeks: int) -> bool:
    """Whether a count falls within no more than so many weeks."""
    if not count.span.isdecimal() or count.span_unit not in {Unit.WEEK, Unit.DAY}:
        return False
    return int(count.span) <= (weeks if count.span_unit is Unit.WEEK else weeks * DAYS)


def _is_unit(policy: str, count: Count) -> bool:
    if policy == HOURS and count.rank:  # the eighth lesson of a day
        return False
    long = policy == HALF_DAYS and count.unit in _LONG and not count.within
    return long or count.unit in MEASURES[policy].inputs


def _leftover(text: str, counts: Iterable[Count], words: Counting) -> bool:
    """Whether there are numbers beside those that count something, or say when it was."""
    for count in counts:
        text = text[: count.start] + " " * (count.end - count.start) + text[count.end :]
    return bool(re.search(r"[0-9]", pattern(words.moment).sub(" ", text)))


def _agreed(inputs: Sequence[Input]) -> dict[str, str]:
    """The inputs, when each was said once.

    :raises GivenError: otherwise
    """
    values = dict(inputs)
    if len(values) != len(inputs):
        raise GivenError(TWO)
    return values
