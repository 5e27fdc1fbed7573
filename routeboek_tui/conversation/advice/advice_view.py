"""Advice in words: who does what by when, what is open, why, and what would change it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.advice.at_table import AtTable, at_tables
from routeboek_tui.conversation.advice.coming_of_age import from_birthday
from routeboek_tui.conversation.advice.difference import Difference
from routeboek_tui.conversation.advice.doubts import Unsure, conflicts, elsewhere, readings, unsure
from routeboek_tui.conversation.advice.first_screen import FirstScreen, first_screen
from routeboek_tui.conversation.advice.groups import (
    Group,
    dangers,
    each_once,
    groups,
    jumped_groups,
    late_groups,
)
from routeboek_tui.conversation.advice.not_to_do import Avoided, not_to_do
from routeboek_tui.conversation.advice.overdue import only_registers, too_few
from routeboek_tui.conversation.advice.timeline import (
    agreed_days,
    count_again,
    due_days,
    going_on,
    milestones,
    needed_days,
    rungs,
)
from routeboek_tui.conversation.advice.warnings import contradictions
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import question, said
from routeboek_tui.core.advice import Do
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.trail import Visit
from routeboek_tui.library.wording import Reading
from routeboek_tui.text.enumeration import one_of

NOW = "Nu te doen"
AFTER = "Daarna, als dat veilig kan"
"""What stands above the steps of the route when there is something to do about danger first."""

MAYBE = "Misschien ook, als wat nog open is zo uitvalt"
"""What stands above what is to be done on some of the ways that are still possible."""

OUTCOME, PROVISIONAL = "Uitkomst", "Voorlopige uitkomst"
STUCK = "Verder kan het pas als iets hiervan bekend is."
"""Said where everything that is left to ask was asked and is not known."""

PARTIAL = (
    "Er is nog zoveel onbekend dat je niet alle wegen ziet. Beantwoord eerst wat je nog niet wist."
)


class OpenQuestion(Struct, frozen=True):
    """Something still to find out: how, and whom to ask."""

    question: str
    find_out: str
    whom: tuple[str, ...]


class Because(Struct, frozen=True):
    """An answer that led here."""

    title: str
    said: str


class Otherwise(Struct, frozen=True):
    """Another answer and where it would have led."""

    title: str
    said: str
    leads_to: str


class Leg(Struct, frozen=True):
    """What was to be done on a route walked before this one."""

    route: str
    groups: tuple[Group, ...]


class AdviceView(Struct, frozen=True):
    """The advice, ready to be shown by any face. In ``now`` danger goes before the steps.

    ``missed`` is what the way jumped over where it began half-way; nobody said that it was done.
    ``dates`` are all days that are known once the date is known from which they are counted, and
    ``avoid`` is what not to do here. ``again`` is when to count again below a border.

    ``outcome`` is "" while something is asked, and at a door to another route; it is
    ``provisional`` while what is not known may still turn it into another. ``stuck`` says that
    nothing can be asked until something becomes known.

    ``safety`` is the answer whether the pupil is safe: "gevaar", "zorgen", "nee", "onbekend" or
    "niet_gevraagd"; ``unasked`` says the last in a sentence, and is "" where it was asked.
    """

    route: str
    safety: str
    unasked: str
    assumed: str
    legs: tuple[Leg, ...]

    outcome: str
    provisional: bool
    waiting: str
    first: FirstScreen
    now: tuple[Group, ...]
    alongside: tuple[Group, ...]
    earlier: tuple[Group, ...]
    possible: tuple[Group, ...]
    tables: tuple[AtTable, ...]
    to_find_out: tuple[OpenQuestion, ...]
    why: tuple[Because, ...]
    otherwise: tuple[Otherwise, ...]
    unsure: tuple[Unsure, ...]
    readings: tuple[Reading, ...]
    conflicts: tuple[Difference, ...]
    outcomes: tuple[str, ...]
    letters: tuple[tuple[str, str], ...]
    partial: bool
    elsewhere: tuple[Difference, ...] = ()
    dates: tuple[str, ...] = ()
    missed: tuple[Group, ...] = ()
    avoid: tuple[Avoided, ...] = ()
    again: tuple[str, ...] = ()

    @property
    def outcome_word(self) -> str:
        """The word before the name of the outcome."""
        return PROVISIONAL if self.provisional else OUTCOME

    @property
    def stuck(self) -> bool:
        """Whether all that is left to ask is not known."""
        return not (self.outcome or self.waiting)

    @property
    def danger(self) -> tuple[Group, ...]:
        """What there is to do now about danger."""
        return tuple(group for group in self.now if group.danger)

    @property
    def heading(self) -> str:
        """What stands above the steps."""
        return AFTER if self.danger else NOW

    @property
    def steps(self) -> tuple[Group, ...]:
        """What there is to do now on the route."""
        return tuple(group for group in self.now if not group.danger)


def steps_of(talk: Conversation) -> list[str]:
    """The steps the advice of now is about: those with something to do, and the one that asks."""
    advice = talk.advice
    seen = [group.step for group in (*advice.now, *advice.alongside)]
    if advice.waiting and not advice.waiting.fact:
        seen.append(advice.waiting.step)
    return seen


def advice_view(talk: Conversation) -> AdviceView:
    """The advice of this conversation, put in words anew: ``talk.view`` keeps it."""
    advice, seen = talk.advice, steps_of(talk)
    here = list(dict.fromkeys((*seen, *advice.decided)))
    later = (do.step for do in rungs(talk))
    asked = question(talk)
    edition = talk.library.editions[talk.flow.edition]
    ends = "" if talk.trail.doors else advice.outcome
    late = talk.late
    steps, beside = _steps(talk, late)
    at = (*seen, *(each.step for each in (*steps, *beside)))
    avoid = not_to_do(talk, dict.fromkeys(at))
    return AdviceView(
        route=talk.title,
        safety=safety.state(talk),
        unasked=safety.NOT_ASKED if safety.state(talk) == safety.UNASKED else "",
        assumed=edition.assumed,
        legs=tuple(_leg(leg) for leg in talk.earlier),
        outcome=talk.say(talk.text(ends).title) if ends else "",
        provisional=bool(ends) and advice.provisional,
        waiting=asked.text if asked else "",
        first=first_screen(talk, steps, beside, avoid),
        now=(*dangers(talk), *steps),
        alongside=beside,
        earlier=groups(talk, (do for do in advice.earlier if do not in late)),
        possible=groups(talk, advice.possible),
        tables=tuple(at_tables(talk)),
        to_find_out=_to_find_out(talk),
        why=tuple(
            Because(talk.say(talk.text(visit.step).title), _settled(talk, visit))
            for visit in advice.why
            if not visit.assumed
        ),
        otherwise=tuple(
            Otherwise(
                title=talk.say(talk.text(turn.step).title),
                said=talk.say(talk.text(turn.step).choices[turn.choice].label),
                leads_to=one_of(talk.say(talk.text(to).title) for to in turn.leads_to),
            )
            for turn in advice.turns
        ),
        unsure=unsure(talk),
        readings=tuple({r.about: r for s in here for r in readings(talk, s)}.values()),
        conflicts=tuple({c.about: c for s in (*here, *later) for c in conflicts(talk, s)}.values()),
        missed=tuple(jumped_groups(talk, late)),
        avoid=avoid,
        again=count_again(talk),
        dates=tuple(dict.fromkeys(_dates(talk, seen))),
        outcomes=_outcomes(talk),
        letters=tuple((letter.id, letter.title) for letter in talk.to_write),
        partial=talk.trail.partial,
        elsewhere=tuple({each.about: each for s in here for each in elsewhere(talk, s)}.values()),
    )


def _dates(talk: Conversation, steps: list[str]) -> Iterator[str]:
    """The days of the case: those that were set, those that follow, and those that lack."""
    yield from agreed_days(talk)
    yield from due_days(talk)
    yield from milestones(talk)
    yield from needed_days(talk, steps)


def to_do(talk: Conversation) -> tuple[Group, ...]:
    """What there is to do now and alongside, where the rest of the advice is not shown."""
    steps, beside = _steps(talk, talk.late)
    return (*dangers(talk), *steps, *beside)


def first_of(talk: Conversation) -> FirstScreen:
    """What is to be done first of the advice alone, where the rest of it is not shown."""
    return first_screen(talk, *_steps(talk, talk.late))


def _steps(talk: Conversation, late: tuple[Do, ...]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """What is to be done now, and what runs beside it.

    What was to be done at once of earlier goes first; what may be registered already goes last.
    """
    last = tuple(do for do in late if only_registers(talk, do))
    late = tuple(do for do in late if do not in last)
    here = groups(talk, _due(talk, (*talk.advice.now, *from_birthday(talk))))
    now = (*late_groups(talk, late), *_before_door(talk), *here, *late_groups(talk, last))
    running = groups(talk, _due(talk, (*talk.advice.alongside, *going_on(talk))))
    beside = (*running, *_still_running(talk))
    now, beside = each_once(now, beside)
    return now, beside


def _due(talk: Conversation, todo: Iterable[Do]) -> Iterator[Do]:
    """What of ``todo`` is to be done as far as counts tell that."""
    return (do for do in todo if not too_few(talk, do))


def _before_door(talk: Conversation) -> Iterable[Group]:
    """What was to be done right before the door this route began at, until it is answered here."""
    passed = (v for v in talk.trail.main.visits if v.taken)
    if not talk.earlier or any(not (v.alongside or v.told or v.assumed) for v in passed):
        return ()
    leg = talk.earlier[-1]
    return groups(leg, leg.advice.now)


def _settled(talk: Conversation, visit: Visit) -> str:
    """What settled a step; where nobody answered it, with the arithmetic that did."""
    words = said(talk, visit)
    if visit.verdict is None or talk.answers.find(visit.step, visit.visit):
        return words
    return ". ".join((words, *visit.verdict.arithmetic))


def _outcomes(talk: Conversation) -> tuple[str, ...]:
    """What can still come of it; while the route is looked for that is every route."""
    if talk.flow.route == TRIAGE:
        return ()
    return tuple(talk.say(talk.text(step).title) for step in talk.advice.outcomes)


def _leg(talk: Conversation) -> Leg:
    return Leg(talk.title, groups(talk, talk.advice.now))


def _still_running(talk: Conversation) -> Iterable[Group]:
    """What began to run beside an earlier route of this walk, and is not over."""
    if talk.advice.outcome:
        return
    later = {visit.step for visit in talk.trail.main.visits}
    for leg in reversed(talk.earlier):
        for group in groups(leg, leg.advice.alongside):
            if group.step not in later and later.isdisjoint(leg.step(group.step).until):
                yield group
        later |= {visit.step for visit in leg.trail.main.visits}


def _to_find_out(talk: Conversation) -> tuple[OpenQuestion, ...]:
    texts = [talk.text(answer.step) for answer in talk.advice.to_find_out]
    texts += [talk.library.facts[fact] for fact in talk.advice.facts_to_find_out]
    found = [
        OpenQuestion(
            question=talk.say(text.question),
            find_out=safety.to_find_out(talk, text),
            whom=tuple(talk.word(actor) for actor in text.whom),
        )
        for text in texts
    ]
    for each, (asked, because) in contradictions(talk).items():
        whom = tuple(talk.word(actor) for actor in talk.text(each.step).whom)
        found.append(OpenQuestion(asked, because, whom))
    return tuple(found)
