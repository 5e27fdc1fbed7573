"""What is said where a known date contradicts an answer."""

from collections.abc import Collection
from datetime import date

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.early import Early, early
from routeboek_tui.core.still import still_so
from routeboek_tui.core.terms.words import weeks_words
from routeboek_tui.text import dates


def contradictions(talk: Conversation) -> dict[Early, tuple[str, str]]:
    """Per answer that came too early: whether it is right, and which days say that it is not."""
    knowledge, found = talk.rulebook.knowledge, {}
    for each in early(talk.trail):
        label = talk.say(talk.text(each.step).choices[each.choice].label)
        found[each] = (
            knowledge.say("te_vroeg_vraag", antwoord=label),
            knowledge.say(
                "te_vroeg",
                wanneer=knowledge.say(f"datum_{each.term.since}"),
                eerste=dates.short(each.start),
                dag=dates.short(each.on),
                duur=weeks_words(each.passed, knowledge),
                weken=each.term.most,
            ),
        )
    return found


def warned(before: Conversation, after: Conversation) -> tuple[str, ...]:
    """The sentences about answers that are contradicted now and were not before."""
    known = set(early(before.trail)) if before.flow.id == after.flow.id else set()
    return tuple(
        " ".join(said) for each, said in contradictions(after).items() if each not in known
    )


def still_otherwise(talk: Conversation, choices: Collection[str], on: date | None) -> str:
    """Why it cannot be otherwise by now, where what is known still says the same; else ""."""
    day, knowledge = on or talk.today, talk.rulebook.knowledge
    held = (still_so(talk.rulebook, talk.trail, each, day) for each in choices)
    verdict = next((each for each in held if each), None)
    if verdict is None:
        return ""
    return knowledge.say("nog_steeds", dag=dates.short(day), uitkomst=" ".join(verdict.arithmetic))
