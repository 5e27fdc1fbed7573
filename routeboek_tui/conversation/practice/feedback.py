"""What comes of a choice in a case: right or not, why, and where it would have led; by replay."""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.practice.way import Stop, asked_fact, asked_text, with_answer
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.core.flow import Source, Step
from routeboek_tui.library.exercise import Exercise, Said, Trap


class Verdict(StrEnum):
    """How a choice compares with the way of the case."""

    RIGHT = "right"
    CAREFUL = "careful"
    """Right, and a worry about safety besides, which is never wrong to ask about."""
    BOTH = "both"
    """Right as well: the sources differ here."""
    ALLOWED = "allowed"
    """Right as well: the story allows it."""
    TRAP = "trap"
    """Wrong, where a reasonable person goes wrong."""
    OTHER = "other"
    """Another way than that of the case."""
    PART = "part"
    """Nothing wrong, and not all that is right."""
    EARLY = "early"
    """Known, though the trainee said "weet ik nog niet"."""
    MISCOUNTED = "miscounted"
    """What was counted is not what the case tells."""


class Feedback(Struct, frozen=True):
    """What comes of the answer to one question.

    ``right`` are the labels of what is right, ``arithmetic`` how that was reckoned, ``here`` what
    the case tells that settles it, ``why`` what the case says about it and ``asked_why`` what the
    step says, ``sources`` where.
    ``leads`` are the titles of the steps to which the answer would have led, the first ones first,
    and ``lost`` and ``extra`` what would not have been done then, and what would have been done
    besides: short forms, with who.
    ``asks`` is what would have been asked next. ``conflict`` names a place where sources differ.
    """

    verdict: Verdict
    right: tuple[str, ...]
    why: str = ""
    asked_why: str = ""
    sources: tuple[Source, ...] = ()
    arithmetic: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    asks: str = ""
    conflict: str = ""


MOST_LEADS = 3
"""So many steps of another way are named."""


def feedback(exercise: Exercise, stop: Stop, after: Conversation, given: Said) -> Feedback:
    """What comes of ``given`` at ``stop``; ``after`` is the talk with the right answer."""
    talk = stop.talk
    right = taken(talk, after, stop.step)
    chosen = given.choices
    if given.given and not chosen:
        chosen = taken(talk, with_answer(talk, given), stop.step)
    labels = _labels(talk, stop.step, right)
    step, text = talk.step(stop.step), talk.text(stop.step)
    reckoned = _arithmetic(after, stop)
    both = next((each for each in exercise.both if each.step == stop.step), None)
    same, too = {*chosen} == {*right}, both and chosen and {*chosen} <= {*both.choices}
    here = settling(exercise, stop)
    told = Feedback(Verdict.RIGHT, labels, sources=step.sources, arithmetic=reckoned, here=here)
    trap = _trap(exercise, stop.step, chosen)
    if _only_careful(talk, step, {*chosen} - {*right}) and {*right} <= {*chosen} and not trap:
        return replace(told, verdict=Verdict.CAREFUL, asked_why=talk.say(text.why))
    if miscounted(stop, given) and not trap:
        return replace(told, verdict=Verdict.MISCOUNTED)
    if same or too:
        verdict = (
            Verdict.RIGHT if same else Verdict.BOTH if both and both.conflict else Verdict.ALLOWED
        )
        why, conflict = (both.why, both.conflict) if both else ("", "")
        asked_why = "" if why else talk.say(text.why)
        return replace(told, verdict=verdict, why=why, asked_why=asked_why, conflict=conflict)
    if chosen and {*chosen} < {*right}:
        return replace(told, verdict=Verdict.PART, asked_why=talk.say(text.why))
    if not chosen:
        find_out = asked_text(talk, stop.step).find_out
        return replace(told, verdict=Verdict.EARLY, why=talk.say(find_out))
    other = with_answer(talk, given)
    # What there is to do at the end is asked next, and so is not told before it.
    told_next = stop.said is exercise.way[-1]
    mine, yours = ((), ()) if told_next else (deeds(after), deeds(other))
    # What runs beside another way need not fit the choice that led to it.
    new = () if told_next else deeds(other, beside=False)
    return Feedback(
        Verdict.TRAP if trap else Verdict.OTHER,
        labels,
        trap.why if trap else "",
        "" if trap or here else talk.say(text.why),
        trap.sources if trap else step.sources,
        reckoned,
        () if trap else here,
        _leads(talk, other),
        tuple(each for each in mine if each not in yours),
        tuple(each for each in new if each not in mine),
        _asked(other),
    )


def _only_careful(talk: Conversation, step: Step, more: set[str]) -> bool:
    """Whether all that was chosen ``more`` may be ticked besides, and leads to safety."""
    letters = (letter for letter in talk.library.letters.values() if letter.safety)
    safe = {each for letter in letters for each in letter.steps}
    besides = (choice for choice in step.choices if choice.parallel)
    leads = {each.id: {edge.to for edge in (*each.edges, *each.alongside)} for each in besides}
    return bool(more) and all(leads.get(choice, set()) & safe for choice in more)


def miscounted(stop: Stop, given: Said) -> bool:
    """Whether something was counted of which the case tells another number."""
    told = stop.said.given
    return any(_number(told[what]) != _number(n) for what, n in given.given.items() if what in told)


def _number(text: str) -> str:
    return str(int(text)) if text.isdecimal() else text.strip()


def settling(exercise: Exercise, stop: Stop) -> tuple[str, ...]:
    """What the case tells that settles ``stop``: what happened before it, or what can be asked."""
    if stop.said.meanwhile:
        return (stop.said.meanwhile,)
    asked = (each for each in exercise.ask if each.at == stop.step and each.answer)
    return tuple(f"{each.question} {each.answer}" for each in asked)


def settled(after: Conversation, stop: Stop) -> bool:
    """Whether an answer to ``stop`` decided something."""
    ask = stop.talk.trail.ask
    return after.answers.find(stop.step, ask.visit if ask else 1) is not None


def taken(talk: Conversation, after: Conversation, step: str) -> tuple[str, ...]:
    """What was chosen at the question of ``talk``, as ``after`` says it."""
    if fact := asked_fact(talk):
        value = after.answers.facts.get(fact, UNKNOWN)
        return () if value == UNKNOWN else (value,)
    ask = talk.trail.ask
    visits = after.trail.main.visits
    found = (v for v in visits if ask and (v.step, v.visit) == (step, ask.visit))
    visit = next(found, None)
    return visit.taken if visit and not visit.assumed else ()


def _labels(talk: Conversation, step: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    texts = asked_text(talk, step).choices
    return tuple(talk.say(texts[each].label) for each in choices)


def _arithmetic(after: Conversation, stop: Stop) -> tuple[str, ...]:
    visits = (v for v in after.trail.main.visits if v.step == stop.step and v.verdict)
    verdict = next((v.verdict for v in reversed([*visits])), None)
    return verdict.arithmetic if verdict else ()


def _trap(exercise: Exercise, step: str, chosen: tuple[str, ...]) -> Trap | None:
    found = (t for t in exercise.traps if t.step == step and t.choice in chosen)
    return next(found, None)


def _leads(before: Conversation, after: Conversation) -> tuple[str, ...]:
    seen = {(visit.step, visit.visit) for visit in before.trail.main.visits}
    new = (
        visit.step
        for visit in after.trail.main.visits
        if (visit.step, visit.visit) not in seen and not visit.alongside
    )
    return tuple(after.say(after.text(step).title) for step in new)[:MOST_LEADS]


def _asked(talk: Conversation) -> str:
    ask = talk.trail.ask
    return talk.say(talk.asked_text(ask.step, ask.fact).question) if ask else ""


def deeds(talk: Conversation, *, beside: bool = True) -> tuple[str, ...]:
    """What there is to do now, in short, with who does it; what runs ``beside`` the way too."""
    from routeboek_tui.conversation.advice.advice_view import first_of

    found = (deed for deed in first_of(talk).deeds if beside or not deed.beside)
    return tuple(f"{deed.who}: {deed.kort}" for deed in found)
