"""What is of one's own region and sector: it is shown first, and the rest on request.

Where no source of a step is one's own, the step is taken over from elsewhere, and says so.
"""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from routeboek_tui.conversation.advice.difference import Difference
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.view import document_words, source_words
from routeboek_tui.core.facts import PLACE, REGION, SECTOR
from routeboek_tui.core.flow import Source
from routeboek_tui.library.conflict import Conflict
from routeboek_tui.library.language import Language
from routeboek_tui.library.reach import Asker, Far
from routeboek_tui.library.source import SourceDocument
from routeboek_tui.library.ways import pattern

if TYPE_CHECKING:
    from routeboek_tui.conversation.conversation import Conversation

TAKEN_OVER = "voor jouw school niets, overgenomen uit: {}"
TAKEN = "overgenomen uit {}"
"""What stands behind an action that no own source asks for."""

GENERAL = "algemene informatie"
"""What stands behind an action that only general information asks for."""

ELSEWHERE, ELSEWHERE_DIFFERS = "Ook elders", "Wat elders anders is"
"""What stands above what other regions and sectors say, and where they say it otherwise."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


class Near(Struct, frozen=True, dict=True):
    """Tells what is near and what is far for whoever holds the conversation ``talk``."""

    talk: "Conversation"

    @cached_property
    def _reader(self) -> Reader:
        return Reader.within(self.talk)

    @cached_property
    def _asker(self) -> Asker:
        asker = self._reader.asker()
        values = {fact: own for fact, own in asker.values.items() if fact != PLACE}
        return Asker(values, frozenset())

    @cached_property
    def situation(self) -> dict[str, str]:
        """The facts that are known, with what follows from them and from the route."""
        library, flow = self.talk.library, self.talk.flow
        region, sectors = library.editions[flow.edition].region, library.sectors(flow)
        found = library.scheme.settled(self.talk.situation)
        if region:
            found.setdefault(REGION, region)
        if len(sectors) == 1:
            found.setdefault(SECTOR, sectors[0])
        return found

    def own(self, document: str) -> bool:
        """Whether a document is for one's own region and sector; what is not known is both."""
        return document in self._own

    @cached_property
    def _own(self) -> frozenset[str]:
        sources = self.talk.library.sources.values()
        return frozenset(source.id for source in sources if self._is_own(source))

    def _is_own(self, source: SourceDocument) -> bool:
        values = self._asker.values
        here = not source.regio or source.regio in values.get(REGION, {source.regio})
        ours = not source.sectors or not values.get(SECTOR, {*source.sectors}).isdisjoint(
            source.sectors
        )
        return source.outside or (here and ours)

    def taken_over(self, document: str, step: str) -> bool:
        """Whether a step, taken over from another sector, rests on this document."""
        sources, edition = self.talk.library.sources, self.talk.flow.edition
        sectors = self.talk.library.editions[edition].sectors
        there = self.talk.flow.steps.get(step)
        places = [each.document for each in there.sources] if there else []
        own = any(self.own(each) and not sources[each].outside for each in places)
        theirs = self._asker.values.get(SECTOR, {*sectors}).isdisjoint(sectors)
        return (theirs or not own) and document in places and not self._abroad(document)

    def _abroad(self, document: str) -> bool:
        """Whether a document is of another region."""
        source, own = self.talk.library.sources[document], self._asker.values.get(REGION)
        return bool(source.regio and own and source.regio not in own)

    def sources(self, places: Iterable[Source]) -> str:
        """One's own sources in words; where there is none, from where it is taken over."""
        every = tuple(places)
        own = [place for place in every if self.own(place.document)]
        said = "; ".join(source_words(self.talk.library, place) for place in own or every)
        return said if own else TAKEN_OVER.format(said)

    def other_sources(self, places: Iterable[Source]) -> str:
        """The sources of elsewhere beside one's own, in words; "" where there is none."""
        every = tuple(places)
        far = [place for place in every if not self.own(place.document)]
        if len(far) == len(every):
            return ""
        return "; ".join(source_words(self.talk.library, place) for place in far)

    def deed(self, step: str, action: str) -> str:
        """What an action says; where the step is one's own and it is not, from where it is."""
        text = self.talk.text(step)
        said, told = self.talk.say(text.deed(action)), text.told.get(action, ())
        if not told:
            return said
        if all(self.talk.library.sources[each].outside for each in told):
            return f"{said} ({GENERAL})"
        own = any(self.own(each.document) for each in self.talk.step(step).sources)
        if not own or any(map(self.own, told)):
            return said
        titles = dict.fromkeys(self.talk.library.sources[each].title for each in told)
        return f"{said} ({TAKEN.format(', '.join(titles))})"

    def text(self, words: str) -> str:
        """``words`` without the sentences about another region or sector.

        A sentence that points back to one that is left out goes with it.
        """
        reaches = self._reader.reaches
        sentences, near = _SENTENCE.split(words), list[str]()
        left_out = False
        for each in sentences:
            far = self._asker.far(reaches.told(each)) is Far.ELSEWHERE
            left_out = far or (left_out and _points_back(each, self.talk.library.language))
            near += [] if left_out else [each]
        return words if len(near) == len(sentences) else " ".join(near)

    def is_near(self, conflict: Conflict, step: str) -> bool:
        """Whether a difference is one's own: of own sources, or with one of the own region.

        At a step that is taken over it is, for what it rests on is disputed.
        """
        own = [name for name in conflict.says if self.own(name)]
        if not own:
            return not any(self.own(each.document) for each in self.talk.step(step).sources)
        others = [name for name in conflict.says if name not in own]
        return len(own) > 1 or not others or not all(map(self._abroad, others))

    def difference(self, conflict: Conflict, *, whole: bool) -> Difference:
        """A difference in words: what one's own sources say, or ``whole`` all of them."""
        talk = self.talk
        handling = talk.say(conflict.handling)
        own = {name: says for name, says in conflict.says.items() if self.own(name)}
        return Difference(
            about=talk.say(conflict.about),
            says=tuple(
                (document_words(talk, name), talk.say(says))
                for name, says in (conflict.says if whole or not own else own).items()
            ),
            handling=handling if whole else self.text(handling) or handling,
        )


def _points_back(sentence: str, language: Language) -> bool:
    """Whether a sentence is about what was said before it."""
    begins, within = pattern(language.points_back), pattern(language.points_back_within)
    return bool(begins.match(sentence) or within.search(sentence))
