"""Advice in words: who does what by when, what is open, why, and what would change it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.at_table import AtTable, at_tables
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.difference import Difference
from routeboek_tui.conversation.doubts import Unsure, conflicts, elsewhere, readings, unsure
from routeboek_tui.conversation.first_screen import FirstScreen, first_screen, letter_beside
from routeboek_tui.conversation.timeline import due_days, jumped_over, only_after, rungs
from routeboek_tui.conversation.view import CERTAINTY_WORDS, question, said, sources
from routeboek_tui.conversation.warnings import contradictions
from routeboek_tui.core.advice import Do
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.terms.words import soon_words, term_words
from routeboek_tui.core.trail import Visit
from routeboek_tui.library.content import Reading, Text
from routeboek_tui.library.danger import PAGE
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


class Todo(Struct, frozen=True):
    """One thing to do: who, what, and by when; ``place`` is where it stands in the guide.

    ``term`` is "" where there can be none: what to do about danger is for now. ``own`` is our
    own advice, of no source; ``text`` says so too. ``kort``, ``soon`` and ``letter`` (its name and
    what it is called) say it in short; ``soon`` is "" where no source gives a term.
    """

    actor: str
    who: str
    text: str
    term: str
    place: str = ""
    own: bool = False
    kort: str = ""
    soon: str = ""
    letter: tuple[str, str] = ("", "")


class Group(Struct, frozen=True):
    """What there is to do at one step, with the letters that go with it and its source.

    ``certainty`` is that of the arrow that led here, "" when it leaves one reading; that of an
    action stands with it. ``source`` is one's own, ``elsewhere`` what else there is of other
    regions and sectors. ``avoid`` is what not to
    do, and ``notes`` what to know of it. Of danger ``step`` is the kind and ``visit`` 0.
    """

    step: str
    visit: int
    title: str
    todo: tuple[Todo, ...]
    letters: tuple[tuple[str, str], ...]
    source: str
    certainty: str
    avoid: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    elsewhere: str = ""

    @property
    def danger(self) -> bool:
        """Whether this is about danger, and not about a step."""
        return not self.visit


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
    ``dates`` are all days that are known once the date is known from which they are counted.

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


def advice_view(talk: Conversation) -> AdviceView:
    """The advice of this conversation in words."""
    advice = talk.advice
    seen = [group.step for group in (*advice.now, *advice.alongside)]
    if advice.waiting and not advice.waiting.fact:
        seen.append(advice.waiting.step)
    here = list(dict.fromkeys((*seen, *advice.decided)))
    later = (do.step for do in rungs(talk))
    asked = question(talk)
    edition = talk.library.editions[talk.flow.edition]
    ends = "" if talk.trail.doors else advice.outcome
    steps, beside = _steps(talk)
    return AdviceView(
        route=talk.title,
        safety=safety.state(talk),
        unasked=safety.NOT_ASKED if safety.state(talk) == safety.UNASKED else "",
        assumed=edition.assumed,
        legs=tuple(_leg(leg) for leg in talk.earlier),
        outcome=talk.say(talk.text(ends).title) if ends else "",
        provisional=bool(ends) and advice.provisional,
        waiting=asked.text if asked else "",
        first=first_screen(talk, steps, beside),
        now=(*dangers(talk), *steps),
        alongside=beside,
        earlier=groups(talk, advice.earlier),
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
        missed=tuple(_jumped(talk)),
        dates=due_days(talk),
        outcomes=_outcomes(talk),
        letters=tuple((letter.id, letter.title) for letter in talk.letters),
        partial=talk.trail.partial,
        elsewhere=tuple({each.about: each for s in here for each in elsewhere(talk, s)}.values()),
    )


def first_of(talk: Conversation) -> FirstScreen:
    """The first screen of the advice alone, where the rest of it is not shown."""
    return first_screen(talk, *_steps(talk))


def _steps(talk: Conversation) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """What is to be done now, and what runs beside it."""
    beside = groups(talk, talk.advice.alongside)
    return groups(talk, talk.advice.now), (*beside, *_still_running(talk))


def _jumped(talk: Conversation) -> Iterator[Group]:
    only = only_after(talk)
    for group in groups(talk, jumped_over(talk)):
        yield replace(group, title=f"{group.title}{only[group.step]}")


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


def groups(talk: Conversation, todo: Iterable[Do]) -> tuple[Group, ...]:
    """Things to do, put together by the step they belong to."""
    by_step: dict[tuple[str, int], list[Do]] = {}
    for do in todo:
        by_step.setdefault((do.step, do.visit), []).append(do)
    ready = {letter.id for letter in talk.letters}
    found = []
    for (step_id, visit), dos in by_step.items():
        text, step = talk.text(step_id), talk.step(step_id)
        letters = [
            (letter.id, letter.title)
            for letter in talk.letters
            if step_id in letter.steps and letter.id in ready
        ]
        found.append(
            Group(
                step=step_id,
                visit=visit,
                title=talk.say(text.title),
                todo=tuple(_todo(talk, do, text) for do in dos),
                letters=tuple(letters),
                source=sources(talk, step.sources),
                elsewhere=talk.near.other_sources(step.sources),
                certainty=CERTAINTY_WORDS[dos[0].certainty],
            )
        )
    return tuple(found)


def _todo(talk: Conversation, do: Do, text: Text) -> Todo:
    name, said = do.action.id, talk.near.deed(do.step, do.action.id)
    waits = name in text.yields and safety.waiting(talk)
    return Todo(
        actor=do.action.actor,
        who=talk.word(do.action.actor),
        text=safety.after_advice(said) if waits else said,
        term=_term(talk, do),
        place=f"stap:{talk.flow.id}/{do.step}#{name}",
        own=waits or name in text.own,
        kort=safety.FIRST_KORT if waits else talk.say(text.kort.get(name, "")),
        soon=_soon(talk, do),
        letter=letter_beside(talk, text.letters.get(name, "")),
    )


def _term(talk: Conversation, do: Do) -> str:
    known, facts = talk.rulebook.knowledge, talk.library.facts
    return talk.say(term_words(do, known, facts, talk.situation))


def _soon(talk: Conversation, do: Do) -> str:
    known, facts = talk.rulebook.knowledge, talk.library.facts
    return talk.say(soon_words(do, known, facts, talk.situation))


def dangers(talk: Conversation) -> tuple[Group, ...]:
    """What there is to do about danger, a group for each kind."""
    letters = tuple((letter.id, letter.title) for letter in talk.letters if letter.safety)
    return tuple(
        Group(
            step=each.kind,
            visit=0,
            title=each.title,
            todo=tuple(
                Todo(
                    actor=deed.actor,
                    who=talk.word(deed.actor),
                    text=deed.words,
                    term="",
                    kort=deed.words,
                    place=f"boek:{PAGE}{each.kind}",
                    own=deed.own,
                )
                for deed in each.todo
            ),
            letters=letters,
            source=sources(talk, each.sources),
            certainty="",
            avoid=tuple(deed.words for deed in each.avoid),
            notes=each.notes,
        )
        for each in safety.deeds(talk)
    )


def _to_find_out(talk: Conversation) -> tuple[OpenQuestion, ...]:
    texts = [talk.text(answer.step) for answer in talk.advice.to_find_out]
    texts += [talk.library.facts[fact] for fact in talk.advice.facts_to_find_out]
    found = [
        OpenQuestion(
            question=talk.say(text.question),
            find_out=talk.near.text(talk.say(text.find_out)),
            whom=tuple(talk.word(actor) for actor in text.whom),
        )
        for text in texts
    ]
    for each, (asked, because) in contradictions(talk).items():
        whom = tuple(talk.word(actor) for actor in talk.text(each.step).whom)
        found.append(OpenQuestion(asked, because, whom))
    return tuple(found)
