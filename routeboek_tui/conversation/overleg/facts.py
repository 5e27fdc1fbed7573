"""What is said of the school and the age where a meeting begins, heard as in the talk."""

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.among import read_among
from routeboek_tui.conversation.hearing.birth import likely_born
from routeboek_tui.conversation.hearing.fact_answer import tell
from routeboek_tui.conversation.hearing.meanings import Born, Chosen, Understood, Unknown, Wrong
from routeboek_tui.conversation.hearing.told import told
from routeboek_tui.conversation.overleg.begin import AGE, SCHOOL
from routeboek_tui.conversation.triage.begin import known_in
from routeboek_tui.conversation.view import Option

ASKED = (*SCHOOL, AGE)
"""The facts that are heard here, whichever of them is asked."""


def hearing(talk: Conversation, text: str, fact: str = "") -> Conversation | Unknown | Wrong:
    """``talk`` with what ``text`` says of what was not known yet, where ``fact`` is asked.

    :class:`Unknown` where it says that one does not know.
    """
    understood = _understood(talk, text, fact) if fact else Wrong("")
    if isinstance(understood, Unknown):
        return understood
    known, answers = known_in(talk), talk.answers
    said = told(text, talk.library, known, talk.today)
    news = {name: said.facts[name] for name in ASKED if name in said.facts and name not in known}
    answers = replace(answers, facts={**answers.facts, **news})
    if said.birth_date and AGE not in known:
        answers = answers.with_birth_date(said.birth_date)
    if isinstance(understood, Chosen | Born):
        knowledge = talk.rulebook.knowledge
        answers, _ = tell(answers, fact, understood, talk.today, knowledge, dated=False)
    if answers != talk.answers:
        return talk.having(answers)
    return understood if isinstance(understood, Wrong) else Wrong("")


def labels(before: Conversation, after: Conversation) -> tuple[str, ...]:
    """What is known in ``after`` and was not ``before``, in the words of the choices."""
    old, new = known_in(before), known_in(after)
    return tuple(
        after.say(after.library.facts[name].choices[new[name]].label)
        for name in ASKED
        if name in new and name not in old
    )


def _understood(talk: Conversation, text: str, fact: str) -> Understood:
    """What ``text`` means as an answer; a day of birth that is not likely is not taken for one."""
    options = tuple(
        Option(str(number), value, talk.say(choice.label), "", choice.synonyms)
        for number, (value, choice) in enumerate(talk.library.facts[fact].choices.items(), 1)
    )
    return likely_born(talk, text, read_among(talk, text, options, fact=fact))
