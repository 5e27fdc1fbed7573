"""Whose a text is: what must be known before it is read, where it is not for who asks."""

from collections.abc import Iterable, Iterator, Sequence

from routeboek_tui.conversation.enquiry.pieces import Piece
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.core.facts import REGION, SECTOR
from routeboek_tui.core.flow import Source
from routeboek_tui.library.reach import Asker, Reach
from routeboek_tui.library.source import SourceDocument
from routeboek_tui.text.document import Block, Paragraph, Run
from routeboek_tui.text.enumeration import all_of

TAKEN_OVER = "Overgenomen uit: {}."
ASKED_FOR = "Je vroeg naar {}. Voor jouw school geldt dit niet."
HOLDS_FOR = "Dit staat in de bronnen voor {}."
NOTHING_HERE = "Voor {} zeggen de bronnen hier niets over."
ELSEWHERE = "Wel: {}. Om dat te lezen noem je in je vraag {}."
YOUR_SCHOOL = "jouw school"


def elsewhere(reader: Reader, asker: Asker, sources: Iterable[Source]) -> str:
    """That nothing is said for who asks, and where something is."""
    own = _own(reader, asker, sources)
    inside = [each for each in _documents(sources) if not reader.library.sources[each].outside]
    found = [each for each in inside if each not in own]
    said = NOTHING_HERE.format(_asker(reader, asker))
    if not found:
        return said
    name = in_words(reader, reader.reaches.of(found))
    return f"{said} {ELSEWHERE.format(_titles(reader, found), name)}"


def above(
    reader: Reader, asker: Asker, sources: Iterable[Source], told: Sequence[Piece]
) -> Iterator[Block]:
    """That something is from elsewhere, or for whom it is where that does not show."""
    own = _own(reader, asker, sources)
    unnamed = not own and any(
        not any(REGION in reach.facts for reach in (*piece.above, *part.reach))
        for piece in told
        for part in piece.parts
    )
    if asker.asked:
        named = {fact: asker.values[fact] for fact in asker.asked}
        yield note(ASKED_FOR.format(in_words(reader, Reach(named))))
    elif unnamed:
        yield from taken_over(reader, asker, sources)
    named_facts = {fact for piece in told for fact in piece.named.facts}
    narrow = {
        fact: values
        for fact, values in reader.reaches.of(own).facts.items()
        if fact not in asker.values and fact not in named_facts and len(values) == 1
    }
    if narrow and not asker.asked:
        yield note(HOLDS_FOR.format(in_words(reader, Reach(narrow))))


def taken_over(reader: Reader, asker: Asker, sources: Iterable[Source]) -> Iterator[Block]:
    """That it is from elsewhere, where no source is for who asks."""
    inside = [d for d in _documents(sources) if not reader.library.sources[d].outside]
    if inside and not _own(reader, asker, sources):
        abroad = REGION in asker.values and not _in_region(reader, asker, inside)
        silent = NOTHING_HERE.format(_asker(reader, asker)) if abroad else ""
        yield from_elsewhere(reader, inside, silent)


def from_elsewhere(reader: Reader, documents: Iterable[str], silent: str = "") -> Block:
    """That something is from these documents, and not for who asks, whose own are ``silent``."""
    return note(f"{silent} {TAKEN_OVER.format(_titles(reader, documents))}".lstrip())


def _in_region(reader: Reader, asker: Asker, documents: Iterable[str]) -> frozenset[str]:
    """Those of these documents that are for the region of who asks."""
    region = Asker({REGION: asker.values.get(REGION, frozenset())}, frozenset())
    found = {each: Reach(reader.reaches.of([each]).facts) for each in documents}
    return frozenset(each for each, reach in found.items() if not region.far(reach))


def _documents(sources: Iterable[Source]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source.document for source in sources))


def _own(reader: Reader, asker: Asker, sources: Iterable[Source]) -> list[str]:
    """The documents that are for who asks, of whatever edition."""
    reaches = {name: reader.reaches.of([name]) for name in _documents(sources)}
    return [n for n, of in reaches.items() if of and not asker.far(Reach(of.facts))]


def _titles(reader: Reader, documents: Iterable[str]) -> str:
    """Documents by their titles; of two editions of one document it is said once."""
    found = [reader.library.sources[each] for each in documents]
    return all_of(dict.fromkeys(_source(reader, each) for each in found))


def own_sources(reader: Reader, asker: Asker, sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """The sources of the own region, those of the own sector first; all where none is."""
    far = {s: asker.far(Reach(reader.reaches.of([s.document]).facts)) for s in sources}
    near = _in_region(reader, asker, _documents(sources))
    own = [source for source in sources if source.document in near]
    return tuple(sorted(own or sources, key=far.__getitem__))


def _asker(reader: Reader, asker: Asker) -> str:
    known = {fact: asker.values[fact] for fact in (REGION, SECTOR) if fact in asker.values}
    return in_words(reader, Reach(known)) or YOUR_SCHOOL


def in_words(reader: Reader, reach: Reach) -> str:
    """A reach in words: "Noord-Kennemerland, PO"."""
    return reader.when({fact: tuple(sorted(values)) for fact, values in reach.facts.items()})


def _source(reader: Reader, document: SourceDocument) -> str:
    """A document with where it holds, as far as its title does not say so."""
    facts = reader.reaches.of([document.id]).facts
    where = (in_words(reader, Reach({fact: values})) for fact, values in facts.items())
    found = [each for each in where if each not in document.title]
    return f"{document.title} ({', '.join(found)})" if found else document.title


def note(text: str) -> Paragraph:
    """A note of the guide, in italics."""
    return Paragraph((Run(text, emphasis=True),))
