"""One conversation: a route, the answers given so far, and everything derived from them."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.core.advice import Advice, Do, advise
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.change import Bill, bill, settle
from routeboek_tui.core.facts import READER, SECTOR, UNKNOWN, Situation
from routeboek_tui.core.flow import TRIAGE, Flow, Step
from routeboek_tui.core.letter import Letter
from routeboek_tui.core.missed import Missed, missed
from routeboek_tui.core.replay import replay
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.core.safety import KIND, NOW, SAFETY, WORRY, Manner, Safety
from routeboek_tui.core.said import Said
from routeboek_tui.core.terms.days import moved
from routeboek_tui.core.trail import Ask, Trail
from routeboek_tui.letters.availability import Lock, grounded, lock
from routeboek_tui.library.content import Library
from routeboek_tui.library.danger import Danger
from routeboek_tui.library.wording import Text, fill_in

if TYPE_CHECKING:
    from routeboek_tui.conversation.advice.advice_view import AdviceView
    from routeboek_tui.conversation.advice.groups import Group
    from routeboek_tui.conversation.advice.letter_order import Standing
    from routeboek_tui.conversation.near import Near
    from routeboek_tui.conversation.view import Option


class Conversation:
    """A walk along one route. Immutable: every answer gives a new conversation.

    Answers that have no place on the way (any more) are left out at once, so
    what ``answers`` holds is what was used. ``before`` is the walk up to the last answer,
    when there is one: it only saves time. ``earlier`` are the conversations along other
    routes that led to this one, the first one first.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - the answers, and all they are read with
        self,
        library: Library,
        rulebook: Rulebook,
        answers: Answers,
        today: date,
        before: Trail | None = None,
        earlier: "tuple[Conversation, ...]" = (),
    ) -> None:
        self.library = library
        self.rulebook = rulebook
        self.today = today
        self.earlier = earlier
        if answers.began is None:
            answers = replace(answers, began=today)
        self.trail: Trail = replay(rulebook, answers, today, before)
        self.answers: Answers = settle(rulebook, self.trail, today)
        self._said: dict[str, str] = {}

    @classmethod
    def start(
        cls, library: Library, route: str, today: date, facts: Mapping[str, str] | None = None
    ) -> "Conversation":
        """A fresh conversation along ``route``, with the facts that are known beforehand.

        ``route`` names a route, of which the edition that holds on ``today`` is walked, or the
        flow of one edition.

        :raises KeyError: when there is no such route
        """
        return cls.at(library, library.named(route, today), Answers(facts=dict(facts or {})), today)

    @classmethod
    def at(
        cls,
        library: Library,
        flow: Flow,
        answers: Answers,
        today: date,
        earlier: "tuple[Conversation, ...]" = (),
    ) -> "Conversation":
        """A conversation along ``flow``, from where ``answers`` begin.

        Where the flow holds for one sector, that is known; a fact that cannot be so on it is not.
        """
        sectors = library.sectors(flow)
        if len(sectors) == 1:
            answers = answers.with_fact(SECTOR, sectors[0])
        here = flow.domains
        fitting = {f: v for f, v in answers.facts.items() if v in (UNKNOWN, *here.get(f, (v,)))}
        answers = replace(answers, facts=fitting)
        return cls(library, library.rulebook(flow), answers, today, earlier=earlier)

    @property
    def flow(self) -> Flow:
        """The route."""
        return self.rulebook.flow

    @property
    def title(self) -> str:
        """How the route is called, with its edition where that is not the current one."""
        if not self.library.older(self.flow, self.today):
            return self.flow.title
        edition = self.library.editions[self.flow.edition]
        return f"{self.flow.title} (oudere editie: {edition.title})"

    @property
    def ask(self) -> Ask | None:
        """What is asked now: first whether the pupil is safe; then a fact, or a step's answer."""
        safety, last = self.safety, self.trail.main.last
        first = safety.asks(self.answers.facts.get(SAFETY)) if safety.manner is Manner.ALOUD else ""
        return Ask(last.step, last.visit, first) if first else self.trail.ask

    @property
    def safety(self) -> Safety:
        """What was said about danger."""
        return self.answers.safety

    @cached_property
    def held(self) -> frozenset[str]:
        """The recipients to whom no letter goes yet: none of the numbers was called."""
        if self.answers.facts.get(SAFETY) not in {NOW, WORRY, UNKNOWN}:
            return frozenset()
        called = {*self.safety.called}
        return frozenset(
            name for each in self._dangers if called.isdisjoint(each.call) for name in each.hold
        )

    @property
    def _dangers(self) -> tuple[Danger, ...]:
        """The kinds of danger it can be; at first the one of which nothing more is known."""
        known = self.library.dangers
        return tuple(known[kind] for kind in self.safety.kinds if kind in known)

    @property
    def ended(self) -> bool:
        """Whether the walk has come to an outcome. A resting outcome can still be left."""
        return self.trail.ended

    @property
    def waits(self) -> bool:
        """Whether the question of now waits for somebody: who does not know, stays there."""
        ask = self.trail.ask
        return ask is not None and not ask.fact and self.step(ask.step).waits

    @cached_property
    def passed(self) -> frozenset[str]:
        """The steps that were passed or done on all routes of this walk, guessed or not."""
        legs = (*self.earlier, self)
        visited = {visit.step for leg in legs for visit in leg.trail.main.visits}
        return frozenset(visited.union(*(leg.answers.done for leg in legs)))

    @property
    def situation(self) -> Situation:
        """The facts known on the main way."""
        return self.trail.main.situation

    @property
    def reader(self) -> str:
        """The role of who reads, "" where it was not said."""
        return self.answers.facts.get(READER, "")

    def others(self, actor: str) -> bool:
        """Whether ``actor`` is not who reads; nobody is another where that was not said."""
        known = self.library.actors.get(actor)
        return bool(self.reader) and not (known and self.reader in known.readers)

    @cached_property
    def words(self) -> dict[str, str]:
        """The words that depend on facts, as they are said now."""
        return self.library.words_in(self.situation)

    @cached_property
    def near(self) -> "Near":
        """What is of one's own region and sector."""
        from routeboek_tui.conversation.near import Near

        return Near(self)

    @cached_property
    def advice(self) -> Advice:
        """What the walk comes down to so far."""
        return advise(self.rulebook, self.trail)

    @cached_property
    def view(self) -> "AdviceView":
        """The advice in words; it never changes, so it is put in words once."""
        from routeboek_tui.conversation.advice.advice_view import advice_view

        return advice_view(self)

    @cached_property
    def to_do(self) -> "tuple[Group, ...]":
        """What there is to do now and alongside, where the rest of the advice is not shown."""
        from routeboek_tui.conversation.advice.advice_view import to_do

        return to_do(self)

    @cached_property
    def sequel(self) -> "tuple[tuple[Option, Conversation], ...]":
        """Each answer to what is asked now that can be given, and the conversation after it."""
        from routeboek_tui.conversation.advice.sequel import after_each
        from routeboek_tui.conversation.view import question

        asked = question(self)
        return tuple(after_each(self, asked)) if asked else ()

    @cached_property
    def late(self) -> tuple[Do, ...]:
        """What is urgent of earlier on the walk and of before it began, and may not be done."""
        from routeboek_tui.conversation.advice.overdue import overdue

        return overdue(self)

    @cached_property
    def missed(self) -> tuple[Missed, ...]:
        """What should have been done before the walk began."""
        return missed(self.trail)

    @cached_property
    def jumped(self) -> frozenset[str]:
        """The steps before the beginning of the walk that lie on every way to it."""
        return frozenset(each.step.id for each in self.missed if not each.asked)

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """The letters that have their ground by now, in the order of the advice."""
        from routeboek_tui.conversation.advice.letter_order import in_order

        return in_order(self, (self.library.letters[name] for name in self.ready))

    @cached_property
    def ready(self) -> frozenset[str]:
        """The names of the letters that have their ground by now."""
        among, meldcode = (self.trail, self.jumped), self._meldcode
        letters = self.library.letters.values()
        ground = (each for each in letters if grounded(each, *among, meldcode=meldcode))
        return frozenset(letter.id for letter in ground if self.lock(letter) is None)

    def behind(self, letter: Letter) -> bool:
        """Whether what ``letter`` is for was done."""
        return self._standing.behind(self, letter)

    @cached_property
    def _standing(self) -> "Standing":
        from routeboek_tui.conversation.advice.letter_order import standing

        return standing(self)

    @property
    def to_write(self) -> tuple[Letter, ...]:
        """The letters for what is to be done now."""
        return tuple(letter for letter in self.letters if not self.behind(letter))

    def lock(self, letter: Letter, trail: Trail | None = None) -> Lock | None:
        """Why ``letter`` cannot be made yet, after ``trail`` or here; ``None`` when it can."""
        legs, held, behind = [leg.trail for leg in self.earlier], self.held, self.jumped
        walk, sure = trail or self.trail, self._meldcode
        return lock(letter, walk, held, meldcode=sure, before=legs, behind=behind)

    @cached_property
    def _meldcode(self) -> bool:
        """Whether the Meldcode is the way for a danger it can be."""
        return any(danger.meldcode for danger in self._dangers)

    def step(self, step_id: str) -> Step:
        """A step of the route."""
        return self.flow.steps[step_id]

    def titles(self) -> dict[str, str]:
        """The title of every step of every route, as it is said now."""
        found = {}
        for texts in (*self.library.texts.values(), self.library.texts[self.flow.id]):
            found.update({step: text.title for step, text in texts.items()})
        return {step: self.say(title) for step, title in found.items()}

    def text(self, step_id: str) -> Text:
        """The words of a step."""
        return self.library.texts[self.flow.id][step_id]

    def asked_text(self, step: str, fact: str = "") -> Text:
        """The words of what is asked: of a fact, or of a step."""
        return self.library.facts[SAFETY if fact == KIND else fact] if fact else self.text(step)

    def say(self, text: str) -> str:
        """``text`` with the words that fit the facts."""
        if "{" not in text:
            return text
        if text not in self._said:
            self._said[text] = fill_in(text, self.words)
        return self._said[text]

    def word(self, actor: str) -> str:
        """The word for an actor."""
        return self.say(self.library.actors[actor].word)

    def answered(
        self, choices: tuple[str, ...] = (), *, given: Mapping[str, str] | None = None,
        on: date | None = None,
    ) -> "Conversation":  # fmt: skip
        """This conversation with an answer to the step that is asked now.

        No choices and nothing given is "weet ik nog niet".

        :raises ValueError: when no step waits for an answer
        """
        ask = self.trail.ask
        if ask is None or ask.fact:
            raise ValueError("no step waits for an answer")
        answer = Answer(ask.step, ask.visit, choices, dict(given or {}), on or self.today)
        return self.having(self.answers.having(answer))

    def knowing(self, fact: str, value: str = UNKNOWN) -> "Conversation":
        """This conversation with a value for a fact; no value is "weet ik nog niet"."""
        return self.having(self.answers.with_fact(fact, value))

    def born(self, birth_date: date) -> "Conversation":
        """This conversation with the age taken from a date of birth."""
        return self.having(self.answers.with_birth_date(birth_date))

    def dated(self, fact: str, day: date) -> "Conversation":
        """This conversation with the day of a fact that is a date."""
        return self.having(self.answers.with_date(fact, day))

    def hearing(self, said: Said) -> "Conversation":
        """This conversation, in which this was said as well."""
        if said == Said():
            return self
        answers, anew = self.answers, moved(self.answers, said)
        if anew != answers and not self.bill(anew).free:
            anew = answers
        facts = {**anew.facts, **said.unasked}
        return self.having(replace(anew, facts=facts, said=anew.said.also(said)))

    def having(self, answers: Answers) -> "Conversation":
        """This conversation with other answers."""
        return Conversation(
            self.library, self.rulebook, answers, self.today, self.trail, self.earlier
        )

    def jump(self, to: str = "") -> "Conversation":
        """The conversation along the route behind a door: ``to``, or the only one there is.

        Facts and dates go along, and so do the steps that are certain: what they gave ground
        for stays. Behind a door to which only some ways lead nothing is certain, and what the
        arrow to it says was done is left out.

        :raises ValueError: when this conversation does not stand at that door
        """
        trail = self.trail
        door = next((each for each in trail.doors if to in {"", each.step}), None)
        jump = self.step(door.step).jump if door else None
        if door is None or jump is None or not (to or trail.door):
            raise ValueError("no door to another route here")
        legs = (*self.earlier, self)
        flow = self.library.behind(jump, self.today, {leg.flow.edition for leg in legs})
        supposed = trail.answers.supposed or trail.door is None
        # Ways that part may come to the same door by several arrows: only what all say is sure.
        arrows = [way.last.via for way in trail.ways if way.last.step == door.step]
        told = set.intersection(*({*way.done} if way else set() for way in arrows))
        done = {*self.answers.done, *(set() if supposed else told)}
        done |= {*trail.certain_steps} & {*self.flow.steps} - {door.step}
        facts = [way.facts if way else {} for way in arrows]
        changed = {
            fact: value
            for fact, value in facts[0].items()
            if all(other.get(fact) == value for other in facts)
        }
        answers = replace(
            self.answers,
            facts={**self.answers.facts, **changed},
            steps=(),
            ticked=(),
            start=jump.step,
            done=tuple(sorted(done)),
            supposed=supposed,
            began=door.since,
        )
        return Conversation.at(self.library, flow, answers, self.today, legs)

    def onward(self) -> "Conversation":
        """This conversation, or the one behind the door where the triage found the route."""
        return self.jump() if self.flow.route == TRIAGE and self.trail.door else self

    def change(self, step: str, visit: int, choices: tuple[str, ...]) -> Answers:
        """The answers with one earlier answer changed: show its :meth:`bill` before using them."""
        earlier = self.answers.find(step, visit) or Answer(step, visit)
        return self.answers.having(replace(earlier, choices=choices, given={}))

    def bill(self, answers: Answers) -> Bill:
        """What other answers would cost: which stay, which fall away, what is asked next."""
        return bill(self.rulebook, self.trail, answers, self.today)

    def lost_letters(self, cost: Bill) -> tuple[Letter, ...]:
        """The letters a change would withdraw."""
        return tuple(letter for letter in self.letters if self.lock(letter, cost.after))
