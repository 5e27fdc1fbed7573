"""A page of the book in pieces that can answer: each with its heading, its lead and its reach."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.enquiry.in_short import GENERAL
from routeboek_tui.conversation.links import linked
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.library.page import TAFEL, Page, Saying
from routeboek_tui.library.reach import Asker, Far, Reach, Reaches
from routeboek_tui.text.document import (
    Block,
    Heading,
    Items,
    Paragraph,
    Run,
    Runs,
    Table,
    announces,
    plain,
)

_ONLY = re.compile(r"\balleen in (?:het )?[A-Z]", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^a-z\s])")


class Part(Struct, frozen=True, dict=True):
    """A row, an item or a sentence. ``reach`` is what it names, one for each that must hold.

    ``about`` is what a row is about, "" where its first cell only says for whom it is; of what is
    told of a tafel it is the facts under which that holds.
    """

    runs: tuple[Runs, ...]
    reach: tuple[Reach, ...]
    about: str = ""
    sources: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """All of it, cell after cell."""
        return "; ".join(filter(None, map(plain, self.runs)))


class Piece(Struct, frozen=True, dict=True):
    """One block of a page: ``parts`` of it, under ``heading`` and ``lead``.

    ``above`` is what title, heading and lead name; ``columns`` what the head of each column does.
    ``kind`` is the part of a tafel, or "".
    """

    block: Block
    parts: tuple[Part, ...]
    heading: Heading | None = None
    lead: Paragraph | None = None
    above: tuple[Reach, ...] = ()
    columns: tuple[Reach, ...] = ()
    kind: str = ""

    @cached_property
    def general(self) -> bool:
        """Whether it stands under the heading of what is from outside the routeboek."""
        return self.heading is not None and plain(self.heading.runs).startswith(GENERAL)

    @cached_property
    def over(self) -> str:
        """What stands over it: its heading, its lead and the heads of its columns."""
        over = [self.heading.runs] if self.heading else []
        over += [self.lead.runs] if self.lead else []
        over += self.block.header if isinstance(self.block, Table) else ()
        return " ".join(map(plain, over))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """What it says: a paragraph at once, of a list or a table each part."""
        texts = [part.text for part in self.parts]
        return (" ".join(texts),) if isinstance(self.block, Paragraph) else tuple(texts)

    @cached_property
    def under(self) -> Reach:
        """All that is named over it: for whom it stands there at all."""
        found = Reach()
        for reach in self.above:
            found |= reach
        return found

    @cached_property
    def named(self) -> Reach:
        """All that is named in it and over it."""
        found = self.under
        for reach in (*self.columns, *(r for p in self.parts for r in p.reach)):
            found |= reach
        return found


def pieces(reader: Reader, page: Page) -> tuple[Piece, ...]:
    """Every piece of ``page``, in order: those of a tafel first. A reader cuts a page once."""
    if page.id not in reader.pieces:
        reader.pieces[page.id] = tuple(_pieces(reader, reader.reaches, page))
    return reader.pieces[page.id]


def _pieces(reader: Reader, reaches: Reaches, page: Page) -> Iterator[Piece]:
    title = reaches.named(reader.say(page.title))
    above = (title,) if title else ()
    purpose, *others = _tafel(reader, reaches, page, above) if page.tafel else ((),)
    yield from purpose
    yield from _body(reader, reaches, page, above)
    yield from (each for other in others for each in other)


def held(piece: Piece, asker: Asker) -> Piece | None:
    """What of ``piece`` holds for ``asker``, or none. An older edition gives way to a newer one."""
    if not piece.named:
        return piece if piece.parts else None
    if asker.far(*piece.above) is Far.ELSEWHERE:
        return None
    piece = _columns_held(piece, asker)
    found = [(asker.far(*part.reach), part) for part in piece.parts]
    if isinstance(piece.block, Paragraph):
        found = list(_followed(found))
    kept = [(each, part) for each, part in found if each is not Far.ELSEWHERE]
    newer = {part.about for each, part in kept if each is Far.OWN and part.reach}
    parts = tuple(part for each, part in kept if each is Far.OWN or not _told(piece, part, newer))
    if len(parts) == len(piece.parts):
        return piece if parts else None
    return replace(piece, parts=parts) if parts else None


def older(piece: Piece, asker: Asker) -> bool:
    """Whether all of it is of an edition that has been replaced."""
    return bool(piece.named) and (
        asker.far(*piece.above) is Far.OLDER
        or all(asker.far(*part.reach) is Far.OLDER for part in piece.parts)
    )


def shown(piece: Piece) -> tuple[Block, ...]:
    """The blocks of ``piece``, with what stands over it."""
    above = [each for each in (piece.heading, piece.lead) if each]
    runs = tuple(part.runs for part in piece.parts)
    match piece.block:
        case Table(header):
            block: Block = Table(header, runs)
        case Items(ordered):
            block = Items(ordered, tuple(each for (each,) in runs))
        case _:
            spaced = [run for (each,) in runs for run in (Run(" "), *each)][1:]
            block = Paragraph(tuple(spaced))
    return (*above, block)


def _told(piece: Piece, part: Part, newer: set[str]) -> bool:
    """Whether a newer edition tells what an older one does in ``part``."""
    return not isinstance(piece.block, Paragraph) and part.about in newer


def _followed(found: Iterable[tuple[Far, Part]]) -> Iterator[tuple[Far, Part]]:
    """Sentences, where one that names nothing is as far as the one before it: it may lean on it."""
    before = Far.OWN
    for far, part in found:
        before = far if part.reach else before
        yield before, part


def _columns_held(piece: Piece, asker: Asker) -> Piece:
    """A table without the columns of another town, sector or an edition that was replaced."""
    if not isinstance(piece.block, Table) or not any(piece.columns):
        return piece
    far = [asker.far(reach) if reach else Far.OWN for reach in piece.columns]
    newer = any(reach and each is Far.OWN for reach, each in zip(piece.columns, far, strict=True))
    kept = [n for n, each in enumerate(far) if each is Far.OWN or (each is Far.OLDER and not newer)]
    if not kept[1:]:  # the first column says what the others are about
        return replace(piece, parts=())
    return replace(
        piece,
        block=Table(tuple(piece.block.header[n] for n in kept), ()),
        columns=tuple(piece.columns[n] for n in kept),
        parts=tuple(replace(p, runs=tuple(p.runs[n] for n in kept)) for p in piece.parts),
    )


def _tafel(
    reader: Reader, reaches: Reaches, page: Page, above: tuple[Reach, ...]
) -> Iterator[tuple[Piece, ...]]:
    for name, heading in TAFEL.items():
        sayings = page.tafel.get(name, ())
        parts = tuple(_saying(reader, reaches, each) for each in sayings)
        head = Heading(2, (Run(heading),))
        items = Items(ordered=False, items=())
        one = len(sayings) == 1 and not sayings[0].when
        block: Block = Paragraph(()) if one else items
        yield (Piece(block, parts, head, above=above, kind=name),) if parts else ()


def _saying(reader: Reader, reaches: Reaches, saying: Saying) -> Part:
    when = {fact: frozenset(values) for fact, values in saying.when.items()}
    of = reaches.of(source.document for source in saying.sources)
    lead, say = reader.when(saying.when), reader.say(saying.say)
    runs = (Run(f"{lead}: ", strong=True), Run(say)) if lead else (Run(say),)
    sources = tuple(map(reader.source, saying.sources))
    return Part((runs,), tuple(filter(None, (Reach(when), of))), lead, sources)


def _body(
    reader: Reader, reaches: Reaches, page: Page, above: tuple[Reach, ...]
) -> Iterator[Piece]:
    heading: Heading | None = None
    under = above
    lead: Paragraph | None = None
    for block in linked(reader.say(page.body)):
        if isinstance(block, Heading):
            heading, lead = block, None
            named = reaches.named(plain(block.runs))
            under = (*above, named) if named else above
            continue
        if isinstance(block, Paragraph) and announces(block.runs):
            lead = block
            continue
        over = under
        if lead and announces(lead.runs) and (named := reaches.named(plain(lead.runs))):
            over = (*under, named)
        led = None if isinstance(block, Paragraph) else lead
        columns = _columns(reaches, block)
        yield Piece(block, tuple(_parts(reaches, block)), heading, led, over, columns)
        lead = block if isinstance(block, Paragraph) else None


def _columns(reaches: Reaches, block: Block) -> tuple[Reach, ...]:
    if not isinstance(block, Table):
        return ()
    heads = [plain(runs) for runs in block.header]
    return tuple(reaches.named(head) if reaches.only(head) else Reach() for head in heads)


def _parts(reaches: Reaches, block: Block) -> Iterator[Part]:
    match block:
        case Table(_, rows):
            for row in rows:
                scopes = (c for n, c in enumerate(map(plain, row)) if not n or reaches.about(c))
                first = plain(row[0])
                about = "" if reaches.only(first) else first
                yield Part(row, tuple(filter(None, map(reaches.named, scopes))), about)
        case Items(_, items):
            for item in items:
                yield Part((item,), _held_by(plain(item), reaches.named))
        case Paragraph(runs):
            for sentence in _sentences(runs):
                yield Part((sentence,), _held_by(plain(sentence), reaches.told))


def _held_by(text: str, read: Callable[[str], Reach]) -> tuple[Reach, ...]:
    """What ``text`` names; that something is only so somewhere tells all others that it is not."""
    reach = read(text)
    everybody = not reach or (_ONLY.search(text) and not reach.documents)
    return () if everybody else (reach,)


def _sentences(runs: Runs) -> Iterator[Runs]:
    """The sentences of a paragraph, each in its own runs."""
    text = plain(runs)
    ends: Sequence[tuple[int, int]] = [found.span() for found in _SENTENCE.finditer(text)]
    start = 0
    for stop, onward in (*ends, (len(text), len(text))):
        yield tuple(_between(runs, start, stop))
        start = onward


def _between(runs: Runs, start: int, stop: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, stop - at)]
        if text:
            yield replace(run, text=text)
        at += len(run.text)
