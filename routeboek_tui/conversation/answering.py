"""From what was typed to the next moment of the conversation, or why there is none yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.understand import (
    Born,
    Chosen,
    FirstDay,
    Given,
    Offer,
    Understood,
    Unknown,
    understand,
)
from routeboek_tui.conversation.view import Option, Question, question
from routeboek_tui.core.policy import afwezigheid, ziekteverzuim
from routeboek_tui.core.policy.verdict import GivenError, Verdict
from routeboek_tui.core.replay import valid

INPUTS = {
    "meldingen": "het aantal ziekmeldingen",
    "dagen": "het aantal zieke schooldagen dit schooljaar",
    "achtereen": "hoeveel schooldagen achter elkaar de leerling nu ziek is (0: niet ziek)",
    "weken": "het aantal weken tussen de eerste en de laatste van de laatste 4 meldingen",
    "vakantieweken": "het aantal vakantieweken in die periode",
    "data": "de data van de ziekmeldingen",
    "eerste_ziektedag": "de eerste ziektedag",
    "sector": "of het om PO of VO gaat",
}
"""What a policy may still want to know, in words."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The conversation after an answer, with the sentences that explain it."""

    talk: Conversation
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Why the conversation stands where it stood; ``given`` are the numbers so far."""

    sentences: tuple[str, ...]
    given: Mapping[str, str] = field(default_factory=dict)


Result: TypeAlias = Answered | Refused
Answer: TypeAlias = Chosen | Unknown | Given | Born | FirstDay


def read(talk: Conversation, typed: str) -> Understood:
    """What ``typed`` means at this moment of ``talk``."""
    asked = question(talk)
    return read_among(
        talk,
        typed,
        asked.options if asked else (),
        policy=asked.policy if asked else "",
        fact=asked.fact if asked else "",
    )


def read_among(
    talk: Conversation,
    typed: str,
    options: Sequence[Option],
    *,
    policy: str = "",
    fact: str = "",
) -> Understood:
    """What ``typed`` means where ``options`` are offered."""
    return understand(
        typed,
        [Offer(o.choice, o.key, o.label, o.synonyms, parallel=o.extra) for o in options],
        policy=policy,
        fact=fact,
        sector=talk.situation.get("sector", ""),
        today=talk.today,
        terms={each.id: each.names for each in talk.library.begrippen.values()},
    )


def answer(talk: Conversation, understood: Answer, given: Mapping[str, str]) -> Result:
    """``talk`` with an answer to what it asks; ``given`` are numbers typed just before."""
    asked = question(talk)
    if asked is None:
        return Refused(("Er staat geen vraag open. Typ opnieuw, advies, brieven of stop.",))
    if asked.fact:
        return _fact(talk, asked.fact, understood)
    return _step(talk, asked, understood, given)


def _step(
    talk: Conversation, asked: Question, understood: Answer, given: Mapping[str, str]
) -> Result:
    match understood:
        case Chosen(choices, on):
            if valid(talk.step(asked.step), choices):
                return Answered(talk.answered(choices, on=on))
            return Refused(("Kies één antwoord. Alleen wat extra is, mag ernaast.",), given)
        case Unknown() if not asked.ended:
            return Answered(talk.answered())
        case Unknown():
            return Refused(("De route rust hier. Kies pas als er iets verandert.",))
        case Given(values, on):
            return _given(talk, {**given, **values}, on)
        case _:
            return Refused(("Een datum helpt hier niet. Kies een van de antwoorden.",), given)


def _fact(talk: Conversation, fact: str, understood: Answer) -> Result:
    match understood:
        case Chosen(choices, _):
            return Answered(talk.knowing(fact, choices[0]))
        case Unknown():
            return Answered(talk.knowing(fact))
        case Born(birth_date) if fact == "leeftijd":
            return Answered(talk.born(birth_date))
        case FirstDay(day) if fact == "vier_weken_afwezig":
            try:
                verdict = afwezigheid.vier_weken(day, talk.today)
            except GivenError as error:
                return Refused((str(error),))
            return Answered(talk.knowing(fact, verdict.choice), verdict.arithmetic)
        case _:
            return Refused(("Dat past niet bij deze vraag. Kies een van de antwoorden.",))


def _given(talk: Conversation, values: Mapping[str, str], on: date | None) -> Result:
    day = on or talk.today
    try:
        values = counted(values, day)
        ziekteverzuim.check(values, day)
    except GivenError as error:
        return Refused((str(error),))
    after = talk.answered((), given=values, on=on)
    verdict = _verdict(after, talk)
    if verdict is None:
        return Answered(after)
    sentences = (*verdict.arithmetic, *verdict.notes)
    if verdict.choice:
        return Answered(after, sentences)
    missing = [INPUTS.get(name, name) for name in verdict.missing]
    wanted = (f"Nog nodig: {' of '.join(missing)}.",) if missing else ()
    return Refused((*sentences, *wanted), values)


def counted(values: Mapping[str, str], on: date) -> dict[str, str]:
    """``values`` with the school days from the first day of sickness up to ``on``.

    :raises GivenError: when that first day cannot be right
    """
    found = dict(values)
    first = found.get("eerste_ziektedag")
    if first and "achtereen" not in found:
        from routeboek_tui.library.calendar import school_days

        ziekteverzuim.check(found, on)
        found["achtereen"] = str(school_days(date.fromisoformat(first), on))
    return found


def _verdict(after: Conversation, before: Conversation) -> Verdict | None:
    """The verdict on the step that ``before`` waited at."""
    ask = before.ask
    return next(
        (
            visit.verdict
            for visit in after.trail.main.visits
            if ask and (visit.step, visit.visit) == (ask.step, ask.visit)
        ),
        None,
    )
