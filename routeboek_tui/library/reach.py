"""For whom a text holds: the region, sector, town and edition that it names, or its sources have.

A text says so itself, by naming a value of a fact ("in Rijswijk", "PO") or a document ("protocol
NK"). A document brings the region and the sectors it is for. What names nothing holds for
everybody its sources are for.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct, field

from routeboek_tui.core.facts import PLACE, REGION, SECTOR, UNKNOWN, Situation
from routeboek_tui.core.flow import Flow
from routeboek_tui.library.content import Library
from routeboek_tui.library.source import SourceDocument

STEERING = (REGION, SECTOR, PLACE)
"""The facts that say for whom a text holds."""

Values: TypeAlias = Mapping[str, frozenset[str]]
"""By fact the values that are meant."""


_ASIDE = re.compile(r"\s*\([^()]*\)$")
"""What stands between brackets at the end."""


class Far(IntEnum):
    """How far a text is from who asks."""

    OWN = 0
    OLDER = 1
    ELSEWHERE = 2


class Reach(Struct, frozen=True):
    """What one text names: by fact the values, and the documents."""

    facts: Values = field(default_factory=dict)
    documents: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.facts or self.documents)

    def __or__(self, other: "Reach") -> "Reach":
        if not self:
            return other
        facts = dict(self.facts)
        for fact, values in other.facts.items():
            facts[fact] = facts.get(fact, frozenset()) | values
        return Reach(facts, self.documents | other.documents)


class Asker(Struct, frozen=True):
    """Who asks: what is known or asked by name, and the documents that have been replaced.

    ``asked`` says which facts the question itself names with another value than is known.
    """

    values: Values
    replaced: frozenset[str]
    asked: frozenset[str] = frozenset()

    def far(self, *named: Reach) -> Far:
        """How far a text is; ``named`` is what it names, and each text it stands under."""
        far = Far.OWN
        for reach in named:
            for fact, values in reach.facts.items():
                if (own := self.values.get(fact)) and not own & values:
                    return Far.ELSEWHERE
            if reach.documents and reach.documents <= self.replaced:
                far = Far.OLDER
        return far

    def knows(self, fact: str) -> bool:
        """Whether one value of ``fact`` is known."""
        return bool(self.values.get(fact))


class Reaches(Struct, frozen=True, dict=True):
    """Reads in any text of ``library`` what it names, on the day ``today``."""

    library: Library
    today: date

    def named(self, text: str) -> Reach:
        """What ``text`` names, all of it together."""
        found = Reach()
        for each in self._names.finditer(text):
            for reach in self._meant[each[0].casefold()]:
                found |= reach
        return found

    def told(self, sentence: str) -> Reach:
        """What a sentence is about: where a document speaks first, it tells of its own schools."""
        first = self._names.search(sentence)
        meant = self._meant[first[0].casefold()] if first else ()
        if first and any(each.documents for each in meant):
            return self.named(first[0])
        return self.named(sentence)

    def about(self, text: str) -> bool:
        """Whether ``text`` begins or ends with a name, such as "PO: …", and so is all about it."""
        bare = _ASIDE.sub("", text.strip())
        return any(not bare[: e.start()] or not bare[e.end() :] for e in self._names.finditer(bare))

    def only(self, text: str) -> bool:
        """Whether ``text`` is nothing but names, such as "VO, nieuwere editie"."""
        rest = self._names.sub("", text)
        return rest != text and not re.search(r"\w", re.sub(r"\b(?:en|de|of)\b", "", rest))

    def of(self, documents: Iterable[str]) -> Reach:
        """What documents of the routeboek hold for; general information is for everybody."""
        found = Reach()
        for name in documents:
            found |= self._of[name]
        return found

    def asker(self, known: Situation, question: str = "", edition: str = "") -> Asker:
        """Who asks ``question``; ``edition`` is the one that is being followed, "" for today's.

        What the question names goes before what is known.
        """
        values = {
            fact: frozenset((known[fact],))
            for fact in STEERING
            if known.get(fact, UNKNOWN) != UNKNOWN
        }
        asked = self.asked(question)
        other = {
            fact
            for fact, meant in asked.facts.items()
            if fact in values and not values[fact] <= meant
        }
        if REGION in other:
            values = {REGION: values[REGION]}
        elif PLACE in other:
            values.pop(PLACE)
        values |= asked.facts
        gone = self._replaced(edition) - asked.documents
        return Asker(values, gone, frozenset(other))

    def names_in(self, question: str) -> str:
        """The names in ``question``, which say for whom and not what."""
        return " ".join(self._typed.findall(question))

    def asked(self, question: str) -> Reach:
        """What ``question`` names, in the words in which people type it."""
        found = Reach()
        for each in self._typed.finditer(question) if question else ():
            for reach in self._meant_typed[each[0].casefold()]:
                found |= reach
        return found

    def _replaced(self, edition: str) -> frozenset[str]:
        """The documents of editions that hold no more, or not yet on the road that is followed."""
        editions = self.library.editions
        followed = editions.get(edition)
        on = self.today if followed is None else min(self.today, followed.until or self.today)
        return frozenset(
            name
            for name, each in editions.items()
            if name in self.library.sources
            and (each.since > on or (each.until is not None and each.until < on))
        )

    @cached_property
    def _of(self) -> dict[str, Reach]:
        return {name: _held_by(each) for name, each in self.library.sources.items()}

    def _words(self, synonyms: bool) -> Iterator[tuple[str, Reach]]:
        """Every name, with what it means. ``synonyms`` are only what people type."""
        library = self.library
        regions = {each.regio for each in library.sources.values() if each.regio}
        for fact in STEERING:
            if fact not in library.facts:
                continue
            for value, choice in library.facts[fact].choices.items():
                if fact == REGION and value not in regions:
                    continue
                facts = {fact: frozenset((value,))}
                facts |= {
                    name: frozenset((own,))
                    for name, own in choice.implies.items()
                    if name in STEERING
                }
                said = {choice.label, choice.short, choice.label.partition(" (")[0]}
                said |= set(choice.synonyms) if synonyms else set()
                yield from ((name, Reach(facts)) for name in said if name)
        for document in library.sources.values():
            yield from (
                (name, self._of[document.id]) for name in document.names if not document.outside
            )

    @cached_property
    def _meant(self) -> dict[str, list[Reach]]:
        return _by_name(self._words(synonyms=False))

    @cached_property
    def _meant_typed(self) -> dict[str, list[Reach]]:
        return _by_name(self._words(synonyms=True))

    @cached_property
    def _names(self) -> re.Pattern[str]:
        return _pattern(self._meant)

    @cached_property
    def _typed(self) -> re.Pattern[str]:
        return _pattern(self._meant_typed)


def _held_by(document: SourceDocument) -> Reach:
    """What a document of the routeboek holds for; general information is for everybody."""
    if document.outside:
        return Reach()
    facts = {SECTOR: frozenset(document.sectors)} if document.sectors else {}
    if document.regio:
        facts[REGION] = frozenset((document.regio,))
    return Reach(facts, frozenset((document.id,)))


def _by_name(words: Iterable[tuple[str, Reach]]) -> dict[str, list[Reach]]:
    found: dict[str, list[Reach]] = {}
    for name, reach in words:
        found.setdefault(name.casefold(), []).append(reach)
    return found


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """The longest name first, so that "protocol NK" is not "NK" alone."""
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest)) or '(?!)'})(?!\w)", re.I)


def route_reach(library: Library, flow: Flow) -> Reach:
    """For whom a route is, and by which document."""
    edition = library.editions[flow.edition]
    facts = {}
    if edition.region:
        facts = {
            REGION: frozenset((edition.region,)),
            SECTOR: frozenset(flow.sectors or edition.sectors),
        }
    return Reach(facts, frozenset((edition.id,)) & library.sources.keys())
