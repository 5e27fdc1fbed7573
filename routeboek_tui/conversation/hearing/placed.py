"""What was said of a pupil and of the school finds its place at once, also where nobody asks."""

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.fact_answer import tell
from routeboek_tui.conversation.hearing.filled import of_fact
from routeboek_tui.conversation.hearing.told import told
from routeboek_tui.conversation.telling.fact import AGE, ENROLLED
from routeboek_tui.conversation.triage.begin import known_in
from routeboek_tui.core.facts import PLACE, REGION, SECTOR
from routeboek_tui.core.policy.verdict import GivenError

OF_ADVICE = (PLACE, REGION, SECTOR, AGE, ENROLLED)
"""The facts on which words, seats and letters depend, whether a route asks for them or not."""


def placed(
    talk: Conversation, facts: tuple[str, ...] = OF_ADVICE
) -> tuple[Conversation, tuple[str, ...]]:
    """``talk`` with what was said of these facts in its place, and which facts those are.

    What is known, was asked in vain or cannot be so on the route stays as it is.
    """
    found: list[str] = []
    for fact in facts if talk.answers.said else ():
        after = _with(talk, fact)
        if after:
            talk = after
            found.append(fact)
    return talk, tuple(found)


def restated(talk: Conversation, typed: str) -> tuple[str, ...]:
    """Which of these facts ``typed`` says as they are known already."""
    said, known = told(typed, talk.library, {}, talk.today).facts, known_in(talk)
    return tuple(fact for fact in OF_ADVICE if fact in said and known.get(fact) == said[fact])


def _with(talk: Conversation, fact: str) -> Conversation | None:
    answers, understood = talk.answers, of_fact(talk, fact)
    known = fact in answers.facts or (fact == AGE and answers.birth_date)
    if understood is None or known:
        return None
    knowledge = talk.rulebook.knowledge
    try:
        after, _ = tell(answers, fact, understood, talk.today, knowledge, dated=False)
    except GivenError:
        return None
    follows = talk.library.scheme.settled(after.facts)
    if any(follows.get(name, value) != value for name, value in known_in(talk).items()):
        return None
    return talk.having(replace(after, said=after.said.without_fact(fact)))
