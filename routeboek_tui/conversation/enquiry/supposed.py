"""What would have to be done after an answer that a question supposes: "en als ze nee zeggen?"."""

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.case_answer import Kind, Line, asked_of_case, deeds, view_of
from routeboek_tui.conversation.enquiry.passage_view import PassageView
from routeboek_tui.conversation.hearing import matching
from routeboek_tui.conversation.hearing.matching import Offer
from routeboek_tui.conversation.hearing.meanings import Chosen, Unknown, Unsure
from routeboek_tui.conversation.hearing.move import Answered, answer, read_rest
from routeboek_tui.conversation.hearing.told_here import LEADS, offers
from routeboek_tui.conversation.questions import asks
from routeboek_tui.conversation.view import Question, question, sources
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.safety import KIND, SAFETY
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.subject import unfilled
from routeboek_tui.text.characters import plain
from routeboek_tui.text.clauses import clauses

THEN = "Als het antwoord “{}” is"
ASKED = "Dan is de vraag: {}"
WITH = "Bij “{}”: {}"

MOST_THEN, EACH, MOST_ALL = 8, 3, 10
"""Lines that are told of the answer that is supposed, and where it can be several of each of
many, and of all of a few."""

PAIRS = ("failing", "working"), ("declining", "agreeing"), ("missing", "attending")
TURNS = (*PAIRS, *((other, one) for one, other in PAIRS))
"""Ways to say how something turns out, each with what says the opposite."""

FAILING = "failing"
CONSENT = PAIRS[1]

FEW = 4
"""Fewer deeds than this do not say what comes then without what is asked."""


class Supposed(Struct, frozen=True):
    """What there is to do then; ``sure`` where the answer that is supposed surely is meant."""

    view: PassageView
    sure: bool


class _Supposing(Struct, frozen=True):
    """What is supposed, in ``words``, and what is ``asked`` besides.

    It is ``led`` where the line begins with it.
    """

    words: str
    asked: str = ""
    led: bool = False


def supposed(talk: Conversation, typed: str) -> Supposed | None:
    """What there is to do after the answer that ``typed`` supposes to what is asked now.

    ``None`` where it supposes nothing, or none of the answers.
    """
    now = question(talk)
    if now is None or talk.flow.route == TRIAGE or now.fact in {SAFETY, KIND}:
        return None
    for each in _supposings(talk, typed):
        for at, asked in _asked_of(talk, now):
            found, surely = _meant(at, each, asked)
            if view := supposing(at, found, asked) if found else None:
                return Supposed(view, surely and not _asks_more(talk, each))
    return None


def supposing(
    talk: Conversation, chosen: Chosen | Sequence[str], asked: Question
) -> PassageView | None:
    """What there is to do after the answer that is ``chosen`` to what is ``asked``, if any.

    Where it can be several answers, it is told of each.
    """
    if not isinstance(chosen, Chosen):
        few = max(EACH, MOST_ALL // len(chosen))
        lines = tuple(
            replace(line, text=WITH.format(option.label, line.text), step=asked.step)
            for option, after in talk.sequel
            if option.choice in chosen
            for line in [*then(talk, after)][:few]
        )
        return view_of(talk, lines) if lines else None
    result = answer(talk, chosen, {})
    if not isinstance(result, Answered):
        return None
    lines = tuple(dict.fromkeys(then(talk, result.talk)))[:MOST_THEN]
    named = (option.label for option in asked.options if option.choice in chosen.choices)
    return view_of(result.talk, lines, THEN.format(next(named, ""))) if lines else None


def _supposings(talk: Conversation, typed: str) -> Iterator[_Supposing]:
    """What ``typed`` supposes: behind an "als", or before a question that asks what comes then."""
    language, parts = talk.library.language, clauses(typed)
    whole = unfilled(plain(typed), language.seeking)
    if led := pattern(language.supposing).match(whole):
        besides = (plain(part) for part in parts[1:] if asks(part.rstrip("?"), language))
        yield _Supposing(whole[led.end() :], " ".join(besides), led=True)
    told: list[str] = []
    for n, part in enumerate(parts):
        said = unfilled(plain(part), language.seeking)
        rest = " ".join(map(plain, parts[n + 1 :]))
        counted = pattern(language.seeking.counted_as).search(said)
        if not counted and (found := pattern(language.seeking.if_words).search(said)):
            words, _, then_asked = f"{said[found.end() :]} ".partition(" dan ")
            before = said[: found.start()]
            if _can_be_told(talk, words.split()):
                yield _Supposing(words.strip(), f"{before} {then_asked} {rest}".strip())
        if asks(part, language):
            if told and _asks_what_then(talk, said):
                yield _Supposing(", ".join(told))
        else:
            told.append(said)


def _can_be_told(talk: Conversation, words: Sequence[str]) -> bool:
    """Whether ``words`` behind an "als" can be an answer: "als thuiszitter" supposes nothing."""
    language = talk.library.language
    alone = language.yes | language.no | language.seeking.negations
    return len(words) > 1 or not alone.isdisjoint(words)


def _asks_what_then(talk: Conversation, said: str) -> bool:
    seeking = talk.library.language.seeking
    return bool(pattern(seeking.onward).fullmatch(said)) or asked_of_case(
        said, talk.library.language, Kind.NEXT, besides=False
    )


def _asks_more(talk: Conversation, each: _Supposing) -> bool:
    """Whether what is asked besides says more than that it asks what there is to do."""
    seeking = talk.library.language.seeking
    said = each.asked
    for ways in (*seeking.of_case.values(), seeking.own_case, seeking.onward, seeking.references):
        said = pattern(ways).sub(" ", said)
    return not talk.library.language.question_words.isdisjoint(said.split()) and bool(
        _says(talk, said)
    )


def _says(talk: Conversation, said: str) -> list[str]:
    """The words of ``said`` that say what it is about."""
    seeking = talk.library.language.seeking
    bare = pattern(seeking.references).sub(" ", said)
    little = seeking.small | seeking.stop | seeking.asking | seeking.little | seeking.everybody
    return [word for word in bare.split() if word not in little]


def _asked_of(talk: Conversation, now: Question) -> Iterator[tuple[Conversation, Question]]:
    """What is asked ``now``; where that is a count or a day, also what the step asks behind it."""
    yield talk, now
    if (now.policy or now.fact) and now.step in talk.flow.steps:
        result = answer(talk, Unknown(), {})
        after = question(result.talk) if isinstance(result, Answered) else None
        if isinstance(result, Answered) and after and after.step == now.step and not after.fact:
            yield result.talk, after


def _meant(
    talk: Conversation, each: _Supposing, asked: Question
) -> tuple[Chosen | tuple[str, ...], bool]:
    """The answer that the words are, also with their verb as in a sentence of its own.

    Or the few it can be, and whether one of those surely is meant.
    """
    words = each.words.split()
    orders = (words, (*words[:1], *words[-1:], *words[1:-1]))
    read = [read_rest(talk, " ".join(order)) for order in orders if order]
    offered = offers(asked.options)
    for one in read:
        if isinstance(one, Chosen) and matching.fits(one.choices, offered):
            other = _denied(talk, words, one, offered)
            return (other, False) if other else (one, True)
    language = talk.library.language
    # Who says "ja" agrees to something: to what is counted nobody does.
    agrees = [language.seeking.turns[each] for each in CONSENT]
    agreed = next((w for w in map(pattern, agrees) if w.search(each.words)), None)
    by_other = agreed and (asked.policy or _by_other(talk, agreed.sub(" ", each.words), asked))
    for lead, said in zip(LEADS, (language.yes, language.no), strict=True):
        if by_other:
            break
        led = [o.choice for o in offered if matching.begins(o, lead, language)]
        if not said.isdisjoint(words) and (lead in led or len(led) == 1):
            return Chosen((lead if lead in led else led[0],)), True
    turned = _turned(talk, each.words, asked)
    nearest = [x.nearest for x in read if isinstance(x, Unsure) and len(x.nearest) == 1]
    if turned:
        return Chosen(turned) if len(turned) == 1 else turned, True
    if not nearest:
        return (), False
    named = {w for o in offered if o.choice in nearest[0] for w in _words(o)}
    return Chosen(nearest[0]), each.led and named.issuperset(_says(talk, each.words))


def _by_other(talk: Conversation, said: str, asked: Question) -> bool:
    """Whether somebody agrees or not of whom nothing is ``asked``: by name, or who asks it."""
    about = plain(f"{asked.title} {asked.text} {' '.join(o.label for o in asked.options)}").split()
    ourselves = talk.library.language.seeking.ourselves
    return any(word not in about for word in said.split() if word in ourselves) or any(
        word not in about for word in _says(talk, said)
    )


def _denied(
    talk: Conversation, words: Sequence[str], chosen: Chosen, offered: Sequence[Offer]
) -> Chosen | None:
    """The one "nee" that is offered, where the ``words`` deny what the "ja" that is chosen says."""
    language = talk.library.language
    denials = language.seeking.negations
    named = [o for o in offered if o.choice in chosen.choices]
    plainly = all(
        matching.begins(o, LEADS[0], language) and denials.isdisjoint(plain(o.label).split())
        for o in named
    )
    no = [o.choice for o in offered if matching.begins(o, LEADS[1], language)]
    if denials.isdisjoint(words) or not plainly or len(no) != 1:
        return None
    return Chosen((no[0],))


def _words(offer: Offer) -> list[str]:
    return plain(" ".join((offer.label, *offer.synonyms))).split()


def _turned(talk: Conversation, said: str, asked: Question) -> tuple[str, ...]:
    """The answers that tell how it turns out, where ``said`` tells the same of what is asked.

    Where none does and it fails, it is each "nee" to a question that asks whether it works.
    """
    language, about = talk.library.language, plain(f"{asked.title} {asked.text}")
    offered = [each for each in offers(asked.options) if each.choice]
    for name, opposite in TURNS:
        way, other = (pattern(language.seeking.turns[each]) for each in (name, opposite))
        if not way.search(said) or any(w not in about for w in _says(talk, way.sub(" ", said))):
            continue
        told = [o for o in offered if way.search(plain(o.label))]
        plainly = [o for o in told if not other.search(plain(o.label))]
        if not told and name == FAILING and not way.search(plain(asked.text)):
            told = [o for o in offered if matching.begins(o, LEADS[1], language)]
        if told:
            return tuple(each.choice for each in plainly or told)
    return ()


def then(talk: Conversation, after: Conversation) -> Iterator[Line]:
    """What there is to do ``after`` an answer and was not before it; of little what comes next."""
    fresh = _fresh({line.text for line in _now(talk)}, after)
    yield from fresh
    asked = question(after)
    if asked and len(fresh) < FEW:
        step = after.step(asked.step)
        yield Line(Kind.STEP, ASKED.format(asked.text), step.id, sources(after, step.sources))
        yield from each_answer(after, asked)


def each_answer(talk: Conversation, asked: Question) -> Iterator[Line]:
    """What there is to do after each of the answers."""
    before, offered = {line.text for line in _now(talk)}, {o.choice for o in asked.options}
    for option, after in talk.sequel:
        for line in _fresh(before, after)[:EACH] if option.choice in offered else ():
            said = WITH.format(option.label, line.text)
            yield Line(Kind.STEP, said, asked.step, line.source)


def _fresh(before: Collection[str], after: Conversation) -> list[Line]:
    """What there is to do ``after`` an answer and was not ``before`` it."""
    return [line for line in _now(after) if line.text not in before]


def _now(talk: Conversation) -> Iterator[Line]:
    for group in talk.to_do:
        yield from deeds(group, Kind.NEXT)
