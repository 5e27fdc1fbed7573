"""A day that is taken for one of birth, held against what is known of the pupil."""

from collections.abc import Mapping
from datetime import date

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import Born, Given, Understood, Wrong
from routeboek_tui.conversation.telling.day import tells_birth
from routeboek_tui.conversation.telling.fact import AGE
from routeboek_tui.conversation.triage.begin import known_in
from routeboek_tui.core.facts import SECTOR, UNKNOWN
from routeboek_tui.core.policy import age, registry
from routeboek_tui.core.said import Said
from routeboek_tui.core.terms.milestone import BORN
from routeboek_tui.text import dates
from routeboek_tui.text.characters import bare_line

AT_SCHOOL = 4
"""Years. A pupil who is younger is taken for a slip. A guard, from no source."""


def likely_born(talk: Conversation, typed: str, understood: Understood) -> Understood:
    """``understood``; or what to ask, where it takes a bare day for a birth that is not likely.

    That is one that makes the pupil too young for a school, or goes against the age, the group or
    the class that was said. Who types that it is the day of birth is taken at their word.
    """
    born = _born(understood)
    if born is None or born > talk.today:
        return understood
    if tells_birth(bare_line(typed), talk.today, talk.library.language.counting):
        return understood
    knowledge, known = talk.rulebook.knowledge, known_in(talk)
    years = age.years(born, talk.today)
    told = {AGE: age.group(born, talk.today, knowledge)}
    told[SECTOR] = age.sector(years, talk.today, knowledge)
    against = any(
        value and known.get(fact, UNKNOWN) not in {UNKNOWN, value} for fact, value in told.items()
    )
    if years >= AT_SCHOOL and not against:
        return understood
    taking_part = knowledge.value(age.TAKES_PART, talk.today)
    day = dates.short(born)
    return Wrong(knowledge.say("geboren_of_jarig", dag=day, jaren=years, leeftijd=taking_part))


def with_birth(talk: Conversation, values: Mapping[str, str]) -> Conversation:
    """``talk`` in which the date of birth among ``values`` is known on every later day."""
    day = values.get(registry.BORN)
    if not day:
        return talk
    born = date.fromisoformat(day)
    return talk.hearing(Said(birth_date=born, days={BORN: born}))


def _born(understood: Understood) -> date | None:
    match understood:
        case Born(day):
            return day
        case Given(values) if given := values.get(registry.BORN):
            return date.fromisoformat(given)
    return None
