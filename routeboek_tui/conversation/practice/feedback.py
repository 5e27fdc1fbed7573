"""What comes of a choice in a case: right or not, why, and where it would have led; by replay."""

from enum import StrEnum

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.practice.way import Stop
from routeboek_tui.core.flow import Source
from routeboek_tui.library.exercise import Exercise, Said, Trap


class Verdict(StrEnum):
    """How a choice compares with the way of the case."""

    RIGHT = "right"
    BOTH = "both"
    """Right as well: the sources differ here."""
    TRAP = "trap"
    """Wrong, where a reasonable person goes wrong."""
    OTHER = "other"
    """Another way than that of the case."""
    EARLY = "early"
    """Known, though the trainee said "weet ik nog niet"."""


class Feedback(Struct, frozen=True):
    """What comes of the answer to one question.

    ``right`` are the labels of what is right, ``arithmetic`` how that was reckoned, ``why`` what
    the trap or the step says about it, ``sources`` where. ``leads`` are the titles of the steps to
    which the answer would have led, the first ones first, and ``lost`` and ``extra`` what would
    not have been done then, and what would have been done besides: short forms, with who.
    ``asks`` is what would have been asked next. ``conflict`` names a place where sources differ.
    """

    verdict: Verdict
    right: tuple[str, ...]
    why: str = ""
    sources: tuple[Source, ...] = ()
    arithmetic: tuple[str, ...] = ()
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
    if same or too:
        verdict, conflict = Verdict.RIGHT if same else Verdict.BOTH, both.conflict if both else ""
        why = talk.say(text.why)
        return Feedback(verdict, labels, why, step.sources, reckoned, conflict=conflict)
    if not chosen:
        return Feedback(Verdict.EARLY, labels, talk.say(text.find_out), step.sources, reckoned)
    trap = _trap(exercise, stop.step, chosen)
    other = with_answer(talk, given)
    mine, yours = deeds(after), deeds(other)
    return Feedback(
        Verdict.TRAP if trap else Verdict.OTHER,
        labels,
        trap.why if trap else talk.say(text.why),
        trap.sources if trap else step.sources,
        reckoned,
        _leads(talk, other),
        tuple(each for each in mine if each not in yours),
        tuple(each for each in yours if each not in mine),
        _asked(other),
    )


def with_answer(talk: Conversation, said: Said) -> Conversation:
    """``talk`` with an answer to what it asks, right or wrong."""
    return talk.answered(said.choices, given=said.given, on=said.on)


def taken(talk: Conversation, after: Conversation, step: str) -> tuple[str, ...]:
    """What was chosen at the question of ``talk``, as ``after`` says it."""
    ask = talk.trail.ask
    visits = after.trail.main.visits
    found = (v for v in visits if ask and (v.step, v.visit) == (step, ask.visit))
    visit = next(found, None)
    return visit.taken if visit and not visit.assumed else ()


def _labels(talk: Conversation, step: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    texts = talk.text(step).choices
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


def deeds(talk: Conversation) -> tuple[str, ...]:
    """What there is to do now, in short, with who does it."""
    from routeboek_tui.conversation.advice_view import first_of

    return tuple(f"{deed.who}: {deed.kort}" for deed in first_of(talk).deeds)
