"""From what was typed about a fact to the answers that hold it."""

from datetime import date

from msgspec.structs import replace

from routeboek_tui.conversation.hearing.meanings import Born, Chosen, FirstDay, Given, Unknown
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy import afwezigheid
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.said import Said
from routeboek_tui.core.terms.milestone import AWAY

WHICH_DAY = "Typ de datum, bijvoorbeeld 12-3-2026."
NO_FIT = "Dat past niet bij deze vraag. Kies een van de antwoorden."


def tell(  # noqa: PLR0913 - what was told, and all it is read with
    answers: Answers,
    fact: str,
    understood: Chosen | Unknown | Given | Born | FirstDay,
    today: date,
    knowledge: Knowledge,
    *,
    dated: bool,
) -> tuple[Answers, tuple[str, ...]]:
    """The answers with ``fact`` as it was told, and the arithmetic behind it.

    ``dated`` says that the fact is a date.

    :raises GivenError: when that does not answer the question, with a message for the user
    """
    if isinstance(understood, Unknown):
        return answers.with_fact(fact, UNKNOWN), ()
    if dated:
        return answers.with_date(fact, _day(understood)), ()
    match understood:
        case Chosen(choices, _):
            return answers.with_fact(fact, choices[0]), ()
        case Born(birth_date) if fact == "leeftijd":
            return answers.with_birth_date(birth_date), ()
        case FirstDay(day) if fact == "vier_weken_afwezig":
            verdict = afwezigheid.vier_weken(day, today, knowledge, answers.facts)
            sentences = (*verdict.arithmetic, *verdict.notes)
            known = answers.said.also(Said(days={AWAY: day}))
            return replace(answers.with_fact(fact, verdict.choice), said=known), sentences
    raise GivenError(NO_FIT)


def _day(understood: Chosen | Given | Born | FirstDay) -> date:
    day = understood.on if isinstance(understood, Chosen) else None
    if isinstance(understood, FirstDay):
        day = understood.day
    if day is None:
        raise GivenError(WHICH_DAY)
    return day
