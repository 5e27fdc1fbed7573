"""A route in words without a conversation: its steps, actions, arrows and sources as they stand.

What depends on facts is said for every situation of the route; only the sector is filled in,
where the route holds for one.
"""

from collections.abc import Mapping

from routeboek_tui.conversation.view import NO_SOURCE
from routeboek_tui.core.facts import Situation, When
from routeboek_tui.core.flow import Action, Certainty, Edge, Flow, Kind, Seat, Source, Step
from routeboek_tui.core.terms.term import Term
from routeboek_tui.core.terms.words import NO_TERM, span_words
from routeboek_tui.library.content import Library
from routeboek_tui.library.own_advice import marked
from routeboek_tui.library.source import Edition
from routeboek_tui.library.wording import Text, fill_in
from routeboek_tui.text.characters import one_line
from routeboek_tui.text.enumeration import all_of, one_of

KIND_WORDS = {
    Kind.QUESTION: "vraag",
    Kind.ACTION: "handeling",
    Kind.DECISION: "beslissing",
    Kind.OUTCOME: "uitkomst",
}

SURE = {
    Certainty.SOURCE: "zo staat het in de bron",
    Certainty.READING: "zo lezen wij het",
    Certainty.INFERRED: "door ons afgeleid, staat niet in de bron",
}
OTHER_ROUTE = "Andere route"
"""Whose turn it is at the door to another route."""


class FlowWords:
    """The words of one flow of ``library``.

    :raises KeyError: when there is no such flow
    """

    def __init__(self, library: Library, flow_id: str) -> None:
        self.library = library
        self._knowledge = library.knowledge
        self.flow: Flow = library.flows[flow_id]
        sectors = library.sectors(self.flow)
        self.situation: Situation = {"sector": sectors[0]} if len(sectors) == 1 else {}
        self._words = library.words_in(self.situation)
        self._texts = library.texts.get(flow_id, {})

    @property
    def edition(self) -> Edition | None:
        """The edition of the flow, if it belongs to one."""
        return self.library.editions.get(self.flow.edition)

    @property
    def name(self) -> str:
        """The title of the route with its edition."""
        title = self.say(self.flow.title) or self.flow.id
        return f"{title} ({self.edition_name})"

    @property
    def edition_name(self) -> str:
        """The edition with its region and, where its title does not say so, its year."""
        edition = self.edition
        if edition is None:
            return "zonder editie"
        year = "" if not edition.year or edition.year in edition.title else f", {edition.year}"
        return self.say(f"{edition.title}{year}, {self.library.region(edition)}")

    def say(self, text: str) -> str:
        """``text`` on one line, with the words that always fit this route."""
        return one_line(fill_in(text, self._words))

    def text(self, step: str) -> Text:
        """The words of a step; empty ones where nothing is written."""
        return self._texts.get(step) or Text(step, step)

    def title(self, step: str) -> str:
        """The title of a step."""
        return self.say(self.text(step).title)

    def actor(self, actor: str) -> str:
        """The word for an actor; "" is the door to another route."""
        return self.say(self.library.actors[actor].word) if actor else OTHER_ROUTE

    def choice(self, step: str, choice: str) -> str:
        """The label of a choice."""
        found = self.text(step).choices.get(choice)
        return self.say(found.label if found else choice)

    def action(self, step: str, action: str) -> str:
        """What an action says."""
        return self.say(self.text(step).actions.get(action, action))

    def doer(self, step: Step, action: Action) -> str:
        """Who does an action."""
        return self.actor(action.actor or step.actor)

    def when(self, when: When) -> str:
        """Conditions in words; "" is always."""
        return all_of(
            one_of(self._value(fact, value) for value in values) for fact, values in when.items()
        )

    def _value(self, fact: str, value: str) -> str:
        choice = self.library.facts[fact].choices.get(value)
        return self.say(choice.short or choice.label) if choice else value

    def fact(self, fact: str) -> str:
        """What a fact is called."""
        found = self.library.facts.get(fact)
        return self.say(found.title) if found else fact

    def seat(self, seat: Seat) -> str:
        """Someone at the table, with the facts under which, and when such a one comes."""
        word = self.say(seat.word) if seat.word else self.actor(seat.actor)
        return word + (f" ({seat.note})" if seat.note else "") + self._only(seat.when)

    def _only(self, when: When) -> str:
        return f" (alleen bij {self.when(when)})" if when else ""

    def _not_where(self, when: When) -> str:
        return f" (niet bij {self.when(when)})" if when else ""

    def todo(self, step: Step, action: Action) -> str:
        """An action on one line: who, what, when it holds and, if the source says so, by when."""
        who, what = self.doer(step, action), self.action(step.id, action.id).rstrip(".")
        todo = f"{who}: {what}{self._only(action.when)}{self._not_where(action.unless)}."
        own = action.id in self.text(step.id).own
        term = f" Termijn: {self.term(action.term)}." if action.term else ""
        return f"{marked(todo) if own else todo}{term}"

    def term(self, term: Term | None) -> str:
        """A term in words."""
        if term is None:
            return NO_TERM
        return self.say(span_words(term, self._knowledge, self.library.facts))

    def certainty(self, certainty: Certainty) -> str:
        """How sure we are of an arrow."""
        return SURE[certainty]

    def reason(self, reasons: Mapping[str, str], edge: Edge) -> str:
        """Why an arrow is read so; "" where the source says it."""
        return "" if edge.certainty is Certainty.SOURCE else self.say(reasons.get(edge.to, ""))

    def done(self, edge: Edge) -> str:
        """The steps an arrow to another route takes for done, by title; "" for none."""
        jump = self.flow.steps[edge.to].jump if edge.to in self.flow.steps else None
        texts = self.library.texts.get(jump.route, {}) if jump else {}
        titles = (self.say(texts[step].title) if step in texts else step for step in edge.done)
        return ", ".join(titles)

    def source(self, source: Source) -> str:
        """A place in a document."""
        return f"{self.document(source.document)}, {self.say(source.place)}"

    def document(self, document: str) -> str:
        """A document with its edition."""
        found = self.library.sources.get(document)
        if found is None:
            return document
        outside = "algemene informatie: " if found.outside else ""
        return self.say(f"{outside}{found.title} ({found.edition})")

    @property
    def documents(self) -> tuple[str, ...]:
        """Every document in which a step of this route is written."""
        steps = self.flow.steps.values()
        names = dict.fromkeys(source.document for step in steps for source in step.sources)
        return tuple(map(self.document, names))

    def sources(self, step: Step) -> str:
        """Everywhere a step is written, or that it is not."""
        return "; ".join(map(self.source, step.sources)) or NO_SOURCE
