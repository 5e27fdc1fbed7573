"""What a line tells of the question that comes after this one, beside what is asked now."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing import matching
from routeboek_tui.conversation.hearing.matching import Offer
from routeboek_tui.conversation.hearing.told import told_at
from routeboek_tui.conversation.hearing.told_here import offers
from routeboek_tui.conversation.telling.likely import with_likely
from routeboek_tui.conversation.telling.sounds import FAR, sound_at
from routeboek_tui.conversation.view import Question
from routeboek_tui.core.flow import Step
from routeboek_tui.core.said import Said


class Ahead(Struct, frozen=True):
    """What is ``left`` of a line beside its answer, and what that ``said`` of the next question."""

    left: str = ""
    said: Said = Said()


def ahead(
    talk: Conversation, typed: str, asked: Question | None, after: Conversation | None = None
) -> Ahead:
    """What ``typed`` tells of the question behind the one ``asked``.

    That is the one which ``after`` asks, where it was answered. What a clause says of the question
    of now, it does not say of the next one as well. A likely answer is one, as in a story.
    """
    if asked is None or asked.beside_route or typed.rstrip().endswith("?"):
        return Ahead()
    here, clauses = asked.step, matching.parts(typed)
    if len(clauses) == 1:
        return Ahead()
    names = offers(asked.options)
    left = [each for each in clauses if asked.fact or not _answers(talk, each, here, names)]
    doors = dict.fromkeys(_next(talk, talk.step(here)) if after is None else _asked(after))
    said = _said_of(", ".join(left), doors, talk) if left and doors else Said()
    return Ahead("" if asked.fact else ", ".join(left), said)


def _said_of(left: str, doors: Collection[str], talk: Conversation) -> Said:
    """What is ``left`` of a line says of the steps behind one of these ``doors``."""
    said = told_at(left, talk.library, doors, talk.today).choices
    heard = with_likely(Said(), left, talk.library, asked=True).likely
    choices = {step: said[step] for step in doors if step in said}
    return Said(choices=choices, likely={s: heard[s] for s in doors if s in heard.keys() - said})


def _answers(talk: Conversation, clause: str, step: str, names: list[Offer]) -> bool:
    """Whether a clause is about the question of now."""
    told = told_at(clause, talk.library, (step,), talk.today, several=True).choices
    if step in told or matching.match(clause, names, talk.library.language).choices:
        return True
    sound = sound_at(step, [offer.choice for offer in names], clause)
    return sound is not None and sound.scores[0] >= FAR and not sound.of_another


def _asked(after: Conversation) -> Iterator[str]:
    """The question that ``after`` asks, or those that a fact which it asks can lead to."""
    ask = after.ask
    if ask is None or ask.step not in after.flow.steps:
        return
    yield ask.step
    if ask.fact:
        yield from _next(after, after.step(ask.step))


def _next(talk: Conversation, step: Step) -> Iterator[str]:
    """The questions that can come right after ``step``, past what is only done."""
    seen, steps = {step.id}, talk.flow.steps
    found = [edge.to for _, edge in step.ways()]
    while found:
        name = found.pop(0)
        if name in seen or name not in steps:
            continue
        seen.add(name)
        if steps[name].asks:
            yield name
        else:
            found += [edge.to for _, edge in steps[name].ways()]
