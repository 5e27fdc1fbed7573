"""Someone who reads in the guide: what is known of the pupil, and where the conversation is."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from routeboek_tui.conversation.view import source_words
from routeboek_tui.core.address import STEP, Address
from routeboek_tui.core.facts import REGION, Situation, When
from routeboek_tui.core.flow import Flow, Source
from routeboek_tui.library.content import Library
from routeboek_tui.library.general import mark
from routeboek_tui.library.reach import Asker, Reaches
from routeboek_tui.library.wording import fill_in
from routeboek_tui.text.enumeration import one_of

if TYPE_CHECKING:
    from routeboek_tui.conversation.conversation import Conversation
    from routeboek_tui.conversation.enquiry.pieces import Piece

KIND_WORDS = {
    "stap": "stap", "boek": "boek", "tafel": "tafel", "brief": "brief",
    "verschil": "verschil tussen bronnen", "feit": "vraag vooraf", "stuk": "stuk",
}  # fmt: skip
"""How each kind of place in the guide is called."""


class Link(Struct, frozen=True):
    """Somewhere else in the guide: the place, its title, and a word that tells it apart."""

    place: str
    title: str
    note: str = ""


class Reader(Struct, frozen=True, dict=True):
    """Reads the library on the day ``today``. ``talk`` is the conversation, if one goes on."""

    library: Library
    today: date
    known: Situation = field(default_factory=dict)
    talk: "Conversation | None" = None

    @classmethod
    def within(cls, talk: "Conversation") -> "Reader":
        """The reader who holds the conversation ``talk``."""
        library, edition = talk.library, talk.library.editions.get(talk.flow.edition)
        known = library.scheme.settled({**talk.answers.facts, **talk.situation})
        if edition and edition.region:
            known.setdefault(REGION, edition.region)
        return cls(library, talk.today, known, talk)

    @cached_property
    def _words(self) -> dict[str, str]:
        return self.library.words_in(self.known)

    def say(self, text: str) -> str:
        """``text`` with the words that fit what is known."""
        return fill_in(text, self._words) if "{" in text else text

    @cached_property
    def reaches(self) -> Reaches:
        """Reads for whom a text holds."""
        return self.library.reaches.setdefault(self.today, Reaches(self.library, self.today))

    @cached_property
    def pieces(self) -> "dict[str, tuple[Piece, ...]]":
        """The pages that were cut in pieces to be read, by their id."""
        return {}

    def asker(self, question: str = "") -> Asker:
        """Who asks ``question``, with what it names itself."""
        edition = self.talk.flow.edition if self.talk else ""
        return self.reaches.asker(self.known, question, edition)

    def when(self, when: When) -> str:
        """The facts of ``when`` in words, "" when it always holds: "Haaglanden, PO"."""
        said = []
        for fact in sorted(when, key=list(self.library.facts).index):
            choices = self.library.facts[fact].choices
            ways = [choices[value].short or choices[value].label for value in when[fact]]
            said.append(one_of(ways))
        return ", ".join(said)

    def source(self, source: Source) -> str:
        """One source in words: document, edition and place."""
        return source_words(self.library, source)

    def kind(self, kind: str, sources: Sequence[Source]) -> str:
        """The word for a kind of place; a page of general information is called that."""
        return (kind == "boek" and mark(self.library, sources)) or KIND_WORDS[kind]

    def flow(self, step: str) -> Flow:
        """The route in which ``step`` stands: one's own, else a current one, else any.

        :raises KeyError: when no route has this step
        """
        if self.talk is not None and step in self.talk.flow.steps:
            return self.talk.flow
        found = [flow for flow in self.library.flows.values() if step in flow.steps]
        if not found:
            raise KeyError(step)
        current = (flow for flow in found if not self.library.older(flow, self.today))
        return next(current, found[0])

    def walk(self, flow: Flow) -> "Conversation":
        """The conversation along ``flow``: one's own, or a fresh one with what is known."""
        if self.talk is not None and self.talk.flow.id == flow.id:
            return self.talk
        if flow.id not in self._walks:
            from routeboek_tui.conversation.conversation import Conversation
            from routeboek_tui.core.answers import Answers

            begun = Answers(facts=self.known)
            self._walks[flow.id] = Conversation.at(self.library, flow, begun, self.today)
        return self._walks[flow.id]

    @cached_property
    def _walks(self) -> "dict[str, Conversation]":
        """The conversations that were begun to read along, by their flow."""
        return {}

    def link(self, place: str) -> Link:
        """The link to a place, such as ``boek:mdo`` or ``stap:drempel``.

        :raises KeyError: when there is no such place
        """
        library, at = self.library, Address.read(place)
        if at.kind == STEP:
            flow, step = self.at(at.name)
            title = self.say(library.texts[flow.id][step].title)
            own = self.talk is not None and flow.id == self.talk.flow.id
            return Link(f"{Address.of_step(flow.id, step)}", title, "" if own else self.route(flow))
        titles = {
            "boek": lambda: library.pages[at.name].title,
            "tafel": lambda: library.pages[at.holder].title,
            "brief": lambda: library.letters[at.name].title,
            "verschil": lambda: library.conflicts[at.name].about,
            "feit": lambda: library.facts[at.name].title,
            "stuk": lambda: library.papers[at.name].title,
            "signaal": lambda: library.signals[at.name].title,
        }
        if at.kind not in titles:
            raise KeyError(place)
        return Link(place, self.say(titles[at.kind]()))

    def at(self, name: str) -> tuple[Flow, str]:
        """The route and the step of ``route/step``, or of ``step`` alone; a part is left out.

        :raises KeyError: when there is no such step
        """
        name = name.partition("#")[0]
        flow_id, slash, step = name.partition("/")
        if not slash:
            return self.flow(name), name
        flow = self.library.flows[flow_id]
        if step not in flow.steps:
            raise KeyError(name)
        return flow, step

    def route(self, flow: Flow) -> str:
        """How a route is called, with its edition where that is an older one."""
        older = self.library.older(flow, self.today)
        return f"{flow.title}, oudere editie" if older else flow.title
