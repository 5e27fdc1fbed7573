"""What would have to be done after an answer that a question supposes: "en als ze nee zeggen?"."""

from collections.abc import Iterator, Sequence

from routeboek_tui.conversation import matching
from routeboek_tui.conversation.case_answer import MOST, Kind, Line, deeds, view_of
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.meanings import Chosen, Unsure
from routeboek_tui.conversation.move import Answered, answer, read_rest
from routeboek_tui.conversation.passage_view import PassageView
from routeboek_tui.conversation.told_here import LEADS, offers
from routeboek_tui.conversation.view import Question, question, sources
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.safety import KIND, SAFETY
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain

THEN = "Als het antwoord “{}” is"
ASKED = "Dan is de vraag: {}"


def supposed(talk: Conversation, typed: str) -> PassageView | None:
    """What there is to do after the answer that ``typed`` supposes to what is asked now.

    ``None`` where it supposes nothing, or none of the answers alone.
    """
    lead = pattern(talk.library.language.supposing).match(plain(typed))
    asked = question(talk)
    if lead is None or asked is None or talk.flow.route == TRIAGE or asked.fact in {SAFETY, KIND}:
        return None
    chosen = _chosen(talk, plain(typed)[lead.end() :].split(), asked)
    return supposing(talk, chosen, asked) if chosen else None


def supposing(talk: Conversation, chosen: Chosen, asked: Question) -> PassageView | None:
    """What there is to do after the answer that is ``chosen`` to what is ``asked``, if any."""
    result = answer(talk, chosen, {})
    if not isinstance(result, Answered):
        return None
    lines = tuple(dict.fromkeys(then(talk, result.talk)))[:MOST]
    named = (option.label for option in asked.options if option.choice in chosen.choices)
    return view_of(result.talk, lines, THEN.format(next(named, ""))) if lines else None


def _chosen(talk: Conversation, words: Sequence[str], asked: Question) -> Chosen | None:
    """The answer that ``words`` are, also with their verb as in a sentence of its own."""
    orders = (words, (*words[:1], *words[-1:], *words[1:-1]))
    read = [read_rest(talk, " ".join(each)) for each in orders]
    for each in read:
        if isinstance(each, Chosen):
            return each
    language, nearest = talk.library.language, [x.nearest for x in read if isinstance(x, Unsure)]
    for lead, said in zip(LEADS, (language.yes, language.no), strict=True):
        led = [o.choice for o in offers(asked.options) if matching.begins(o, lead, language)]
        if not said.isdisjoint(words) and (lead in led or len(led) == 1):
            return Chosen((lead if lead in led else led[0],))
    return next((Chosen(each) for each in nearest if len(each) == 1), None)


def then(talk: Conversation, after: Conversation) -> Iterator[Line]:
    """What there is to do ``after`` an answer and was not before it, or else what is asked then."""
    before = {line.text for line in _now(talk)}
    fresh = [line for line in _now(after) if line.text not in before]
    yield from fresh
    asked = question(after)
    if asked and not fresh:
        step = after.step(asked.step)
        yield Line(Kind.STEP, ASKED.format(asked.text), step.id, sources(after, step.sources))


def _now(talk: Conversation) -> Iterator[Line]:
    view = talk.view
    for group in (*view.now, *view.alongside):
        yield from deeds(group, Kind.NEXT)
