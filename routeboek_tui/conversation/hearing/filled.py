"""An answer that was given before it was asked: what was said takes its place on the way."""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import Born, Chosen, FirstDay, Given
from routeboek_tui.conversation.hearing.move import Answer, Answered, answer
from routeboek_tui.core.facts import holds
from routeboek_tui.core.flow import Step
from routeboek_tui.core.policy import registry
from routeboek_tui.core.replay import among, valid
from routeboek_tui.core.safety import KIND, SAFETY
from routeboek_tui.core.said import Said


class Filled(Struct, frozen=True):
    """The question of now with what was said of it.

    ``asked`` is the conversation that still asks, with nothing left that was said of it. ``result``
    is the one after the answer; ``None`` where what was said does not settle it. Then ``given`` are
    the numbers that stay, and ``sentences`` say what is lacking. What is only ``likely`` was not
    said.
    """

    asked: Conversation
    result: Answered | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    sentences: tuple[str, ...] = ()
    likely: bool = False


def filled(talk: Conversation, just: str = "") -> Filled | None:
    """What was said of the question that ``talk`` asks; ``None`` where nothing was.

    A step that is asked again is about another time, unless it was counted ``just`` now.
    """
    ask, said = talk.ask, talk.answers.said
    again = ask is not None and not ask.fact and ask.visit > 1 and ask.step != just
    if ask is None or again or ask.fact in {SAFETY, KIND}:
        return None
    if ask.fact:
        found, left = of_fact(talk, ask.fact), said.without_fact(ask.fact)
    else:
        step = talk.step(ask.step)
        found, left = _of_step(step, said), said.without_step(step.id, step.policy)
        # Words that answer this step were said before anybody decided at a later one.
        left = left.once_answered(said.alike.get(step.id, ())) if found else left
    likely = found is None and bool(ask.fact)
    found = _likely(talk, ask.fact) if likely else found
    if found is None:
        return None
    asked = talk.having(replace(talk.answers, said=left))
    if isinstance(found, Given) and (open_choice := _open(asked, found)):
        return Filled(asked, given=found.values, sentences=open_choice)
    result = answer(asked, found, {})
    if isinstance(result, Answered):
        return Filled(asked, result, likely=likely)
    return Filled(asked, given=result.given, sentences=result.sentences if result.given else ())


def of_fact(talk: Conversation, fact: str) -> Answer | None:
    """What was said of a fact."""
    said = talk.answers.said
    if fact in said.dates:
        return FirstDay(said.dates[fact])
    if fact == "leeftijd" and said.birth_date:
        return Born(said.birth_date)
    value = said.facts.get(fact, "")
    return Chosen((value,)) if value in talk.flow.domains.get(fact, ()) else None


def _likely(talk: Conversation, fact: str) -> Answer | None:
    """What is taken for so of a fact, of which nobody said anything yet."""
    if fact in talk.answers.facts:
        return None
    choices = talk.library.facts[fact].choices.items()
    found = (value for value, text in choices if text.likely and holds(text.likely, talk.situation))
    value = next(found, "")
    return Chosen((value,)) if value else None


def _of_step(step: Step, said: Said) -> Answer | None:
    likely = said.likely.get(step.id, ())
    for told in (said.choices.get(step.id, ()), likely if len(likely) == 1 else ()):
        choices = among(step, told)
        if choices and valid(step, choices):
            return Chosen(choices)
        if values := said.counts.get(step.policy):
            return Given(values)
    return None


def _open(talk: Conversation, found: Given) -> tuple[str, ...]:
    """Why numbers do not settle a step on which something else can be said beside them."""
    ask = talk.ask
    step = talk.step(ask.step) if ask else None
    if step is None:
        return ()
    rule = registry.STEPS[step.policy]
    verdict = rule.verdict(found.values, talk.situation, talk.today, talk.rulebook.knowledge)
    leaves = rule.leaves(verdict, (choice.id for choice in step.choices))
    return (*verdict.arithmetic, *verdict.notes) if leaves else ()
