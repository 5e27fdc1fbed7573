"""The guide as it is read from its files: one immutable value."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.core.facts import REGION, Scheme, Situation, holds
from routeboek_tui.core.figures import Figures
from routeboek_tui.core.flow import Flow, Jump, Step
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.letter import Field, FieldKind, Letter, Recipient
from routeboek_tui.core.terms.milestone import Milestones
from routeboek_tui.library.actor import Actor
from routeboek_tui.library.calendar import SchoolCalendar
from routeboek_tui.library.caution import Beliefs, Caution
from routeboek_tui.library.conflict import Conflict
from routeboek_tui.library.danger import Calling, Danger, Number
from routeboek_tui.library.language import Language
from routeboek_tui.library.overleg import Guide
from routeboek_tui.library.page import Chapter, Page, Paper
from routeboek_tui.library.repertoire import Repertoire
from routeboek_tui.library.scheme import scheme_of, sectors_in
from routeboek_tui.library.signal import Signal, Together
from routeboek_tui.library.source import Claim, Edition, SourceDocument
from routeboek_tui.library.speaking import Named
from routeboek_tui.library.stating import STRONG
from routeboek_tui.library.ways import words_of
from routeboek_tui.library.wording import Text, Wording

if TYPE_CHECKING:
    from routeboek_tui.core.rulebook import Rulebook
    from routeboek_tui.library.reach import Reaches


EVERYWHERE = "alle regio's"
"""Where an edition without a region holds."""


class Library(Struct, frozen=True, dict=True):
    """Everything the guide knows. ``texts`` holds per flow the text of each step.

    ``positions`` is of what kind it is what somebody at a table thinks of a question, by its step;
    ``apart`` who sits at a table without reading what is written to it.
    """

    editions: Mapping[str, Edition]
    flows: Mapping[str, Flow]
    texts: Mapping[str, Mapping[str, Text]]
    facts: Mapping[str, Text]
    actors: Mapping[str, Actor]
    sources: Mapping[str, SourceDocument]
    words: Mapping[str, tuple[Wording, ...]]
    chapters: Mapping[str, Chapter]
    pages: Mapping[str, Page]
    conflicts: Mapping[str, Conflict]
    papers: Mapping[str, Paper]
    signals: Mapping[str, Signal]
    together: Mapping[str, Together]
    beliefs: Beliefs
    cautions: Mapping[str, Caution]
    milestones: Milestones
    claims: Mapping[str, Claim]
    fields: Mapping[str, Field]
    recipients: Mapping[str, Recipient]
    letters: Mapping[str, Letter]
    positions: Mapping[str, FieldKind]
    apart: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, Number]
    dangers: Mapping[str, Danger]
    calling: Calling
    language: Language
    calendar: SchoolCalendar
    figures: Figures
    sayings: Mapping[str, str]
    meeting: Guide

    @cached_property
    def scheme(self) -> Scheme:
        """The values of the facts, in order, and what follows from them."""
        return scheme_of(self.facts)

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """A step of any route by its name; of one that editions share, that of the last."""
        return {name: step for flow in self.flows.values() for name, step in flow.steps.items()}

    @cached_property
    def stated(self) -> Repertoire:
        """The ways to answer a step before it is asked."""
        return self._stating(self.language.stating.says, strong=False)

    @cached_property
    def stated_whole(self) -> Repertoire:
        """Those that a whole sentence tells, and that go before the others."""
        return self._stating(self.language.stating.says, strong=True)

    @cached_property
    def stated_here(self) -> Repertoire:
        """Those that answer only a step that is the door one comes in by."""
        return self._stating(self.language.stating.here, strong=False)

    @cached_property
    def stated_whole_here(self) -> Repertoire:
        """Those of a whole sentence that do."""
        return self._stating(self.language.stating.here, strong=True)

    @cached_property
    def answers(self) -> frozenset[str]:
        """Every answer to a question of a route, as ``step=choice``."""
        steps = (step for flow in self.flows.values() for step in flow.steps.values())
        return frozenset(f"{step.id}={choice.id}" for step in steps for choice in step.choices)

    @cached_property
    def deeds(self) -> frozenset[str]:
        """The name of everything that somebody does on a route."""
        steps = (step for flow in self.flows.values() for step in flow.steps.values())
        return frozenset(action.id for step in steps for action in step.actions)

    @cached_property
    def hints(self) -> Mapping[str, frozenset[str]]:
        """The words with which people tell an answer, by "step=choice"."""
        found: dict[str, set[str]] = defaultdict(set)
        for answers, ways in (*self.language.stating.says, *self.language.stating.here):
            words = {word for way in ways for word in words_of(way)}
            for answer in answers.split():
                found[answer.removesuffix(STRONG)] |= words
        return {answer: frozenset(words) for answer, words in found.items()}

    def _stating(self, said: Named, *, strong: bool) -> Repertoire:
        ways = tuple(each for each in said if each[0].endswith(STRONG) is strong)
        return Repertoire(ways, self.language.seeking.stop)

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """The names of places of which no source tells."""
        choices = [choice for text in self.facts.values() for choice in text.choices.values()]
        return frozenset(name for choice in choices for name in choice.places)

    def sectors_in(self, region: str) -> tuple[str, ...]:
        """The sectors for which the guide has a route in ``region``."""
        return sectors_in(self.editions.values(), region)

    def sectors(self, flow: Flow) -> tuple[str, ...]:
        """The sectors a flow holds for: its own, or else those of its edition."""
        edition = self.editions.get(flow.edition)
        return flow.sectors or (edition.sectors if edition else ())

    def region(self, edition: Edition) -> str:
        """Where an edition holds, in words."""
        if not edition.region:
            return EVERYWHERE
        choice = self.facts[REGION].choices[edition.region]
        return choice.short or choice.label

    @cached_property
    def knowledge(self) -> Knowledge:
        """What policies reckon with."""
        return Knowledge(self.figures, self.sayings, self.calendar.calendars())

    @cached_property
    def _rulebooks(self) -> "dict[str, Rulebook]":
        return {}

    def rulebook(self, flow: Flow) -> "Rulebook":
        """Where every answer of ``flow`` leads, made once.

        Its policies reckon with the calendar of its region.
        """
        found = self._rulebooks.get(flow.id)
        if found is None or found.flow is not flow:
            from routeboek_tui.core.rulebook import Rulebook

            known, place = self.knowledge, self.editions[flow.edition].region
            known = replace(known, calendars=known.calendars.within({REGION: place}))
            found = self._rulebooks[flow.id] = Rulebook(flow, known)
        return found

    @cached_property
    def choices(self) -> Mapping[str, frozenset[str]]:
        """Every step of any edition by its name, with its choices; a door is none.

        Of a step that has none they are the values of the facts on which its ways hang.
        """
        found: dict[str, set[str]] = {}
        for flow in self.flows.values():
            for step in flow.steps.values():
                if not step.jump:
                    facts = () if step.choices else {f for edge in step.edges for f in edge.when}
                    values = (each for fact in facts for each in self.scheme.domains[fact])
                    names = (each.id for each in step.choices)
                    found.setdefault(step.id, set()).update(names, values)
        return {step: frozenset(choices) for step, choices in found.items()}

    @cached_property
    def reaches(self) -> "dict[date, Reaches]":
        """What reads for whom a text holds, by the day it is read on: made once for all talks."""
        return {}

    def words_in(self, situation: Situation) -> dict[str, str]:
        """Every word of ``content/words.yaml`` as it is said in this situation."""
        return {
            name: next(way.say for way in ways if holds(way.when, situation))
            for name, ways in self.words.items()
        }

    def editions_of(self, route: str) -> tuple[Flow, ...]:
        """The flows of a route, the newest edition first."""
        flows = [flow for flow in self.flows.values() if flow.route == route]
        return tuple(sorted(flows, key=self._since, reverse=True))

    def _since(self, flow: Flow) -> date:
        return self.editions[flow.edition].since

    def current(self, route: str, on: date) -> Flow:
        """The flow of a route in the edition that holds on the day ``on``, or else the newest.

        :raises KeyError: when there is no such route
        """
        flows = self.editions_of(route)
        if not flows:
            raise KeyError(route)
        holding = (flow for flow in flows if self.editions[flow.edition].holds(on))
        return next(holding, flows[0])

    def named(self, name: str, on: date) -> Flow:
        """The flow called ``name``: a route in the edition that holds on ``on``, or one edition.

        :raises KeyError: when there is no such route
        """
        if any(flow.route == name for flow in self.flows.values()):
            return self.current(name, on)
        return self.flows[name]

    def behind(self, jump: Jump, on: date, editions: Collection[str] = ()) -> Flow:
        """The flow a jump leads to: in one of ``editions`` where it can be, else the current one.

        :raises KeyError: when no edition of the route has the step
        """
        flows = [flow for flow in self.editions_of(jump.route) if jump.step in flow.steps]
        if not flows:
            raise KeyError(f"{jump.route}/{jump.step}")
        chosen = [flow for flow in flows if flow.edition in editions]
        holding = [flow for flow in flows if self.editions[flow.edition].holds(on)]
        return (*chosen, *holding, *flows)[0]

    def older(self, flow: Flow, on: date) -> bool:
        """Whether another edition of the route of ``flow`` holds on the day ``on``."""
        return self.current(flow.route, on).id != flow.id
