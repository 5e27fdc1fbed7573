"""What a page of the book says on a question, for who asks it: the pieces that hold for them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.enquiry.disagreeing import differences
from routeboek_tui.conversation.enquiry.in_short import OUTSIDE, SECTION, SHOWN, WANTED
from routeboek_tui.conversation.enquiry.pieces import Piece, held, older, pieces, shown
from routeboek_tui.conversation.enquiry.whose import above, elsewhere, note, own_sources
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.core.facts import REGION, SECTOR
from routeboek_tui.core.flow import Source
from routeboek_tui.library.page import Page
from routeboek_tui.library.reach import Asker
from routeboek_tui.search.sought import Sought
from routeboek_tui.text.document import Block, Heading, Paragraph, Run, Table

NUMBERLESS = 0.6
"""What a line without a number counts, where one asks for a number and nothing else."""

LONGEST = 1_500
"""Characters of a page of the book that are told in a conversation: of most pages all of it."""

OVER, UNDER = 0.8, 0.4
"""What a word counts in a heading, a lead or the head of a column, where one in a row counts 1.

Less in a paragraph that is not the first under its heading.
"""

RIVAL = 0.8
"""What a piece must fit, of what the best one does, to be left room by a long one."""

NAME = 0.35
"""What a word counts that stands in the name of the page: all of it is about that."""

SURPASSED = 0.6
"""What a piece of the newest edition must fit, of what the best one fits, to go before it."""

AMOUNT = 0.3
"""How well a row or an item with what one asks for fits by that alone, of all that is sought
and stands on the page."""


class PageAnswer(Struct, frozen=True):
    """The blocks that are told, and where that is written. ``more`` says that not all of it is."""

    blocks: tuple[Block, ...]
    sources: tuple[Source, ...]
    written: tuple[str, ...] = ()
    more: bool = False


def page_answer(reader: Reader, page: Page, sought: Sought, kind: str = "") -> PageAnswer:
    """What ``page`` says on what is ``sought``; ``kind`` is the part of a tafel that is meant."""
    asker = reader.asker(sought.question)
    every = [p for p in pieces(reader, page) if not kind or p.kind == kind]
    holding = [found for p in every if (found := held(p, asker))]
    if not holding:
        return PageAnswer((note(elsewhere(reader, asker, page.sources)),), page.sources, more=True)
    sought = sought.without(reader.reaches.names_in(sought.question))
    scores = _scores(sought, page, holding)
    kept = _current(asker, holding, scores)
    fit = [scores[n] for n in kept]
    current = [holding[n] for n in kept]
    told = _told(sought, asker, current, fit, _answering(sought, page, current, fit))
    blocks = (
        *as_told(reader, asker, page, told),
        *differences(reader, asker, page, sought, told),
    )
    written = dict.fromkeys(s for piece in told for part in piece.parts for s in part.sources)
    own = own_sources(reader, asker, page.sources)
    return PageAnswer(blocks, own, tuple(written), more=told != tuple(every))


def whole(reader: Reader, page: Page, question: str) -> Iterator[str]:
    """All lines that ``page`` has for who asks ``question``, each with what stands over it."""
    asker = reader.asker(question)
    for piece in pieces(reader, page):
        found = held(piece, asker)
        for text in found.texts if found else ():
            yield f"{piece.over}: {text}" if piece.over else text


def as_told(reader: Reader, asker: Asker, page: Page, told: Sequence[Piece]) -> tuple[Block, ...]:
    """Pieces of ``page`` as they are told, under what must be known of where they are from."""
    return (*above(reader, asker, page.sources, told), *_shown(told, reader.say(page.title)))


def _shown(told: Iterable[Piece], title: str) -> Iterator[Block]:
    """The blocks of pieces, where a heading or a lead stands once.

    What stands under no heading and comes behind one, gets the ``title`` of the page.
    """
    heading: Heading | None = None
    last: Block | None = None
    for piece in told:
        lead = None if piece.lead and piece.lead is last else piece.lead
        head = None if piece.heading is heading else piece.heading
        if heading and not piece.heading:
            yield Heading(1, (Run(title),))
        yield from shown(replace(piece, heading=head, lead=lead))
        heading, last = piece.heading, piece.block


def _answering(
    sought: Sought, page: Page, holding: Sequence[Piece], scores: Sequence[float]
) -> dict[int, Sought]:
    """The piece that fits best; of several questions the one that fits each, with what it seeks."""
    if not any(scores):
        return {}
    found: dict[int, Sought] = {}
    for part in sought.each:
        best = _best(part, holding, _scores(part, page, holding))
        if best is not None:
            found.setdefault(best, part)
    best = _best(sought, holding, scores)
    return found if len(found) > 1 or best is None else {best: sought}


def _best(sought: Sought, holding: Sequence[Piece], scores: Sequence[float]) -> int | None:
    """The piece that fits best; of a tafel the part that is asked for answers, if it has one."""
    asked = [bool(sought.part) and piece.kind == sought.part for piece in holding]
    best = max(range(len(holding)), key=lambda n: (asked[n], scores[n]))
    return best if asked[best] or scores[best] else None


def _told(
    sought: Sought,
    asker: Asker,
    holding: Sequence[Piece],
    scores: Sequence[float],
    answering: Mapping[int, Sought],
) -> tuple[Piece, ...]:
    """The pieces that answer, and those that go with them; the beginning where none does."""
    if not answering:
        return tuple(_beginning(sought, asker, holding))
    order = sorted(range(len(holding)), key=lambda n: (-scores[n], n))
    order.sort(key=lambda n: n not in answering)
    least = RIVAL * scores[order[0]]
    rivals = any(scores[n] >= least > 0 for n in order if n not in answering)
    first, room = holding[order[0]], LONGEST // (len(answering) + rivals)
    cut = {n: _cut(part, holding[n], room) for n, part in answering.items()}
    left = LONGEST - sum(map(_size, cut.values()))
    for n in order[len(answering) :]:
        # The same table for another school answers too, though it holds none of the words.
        alike = isinstance(first.block, Table) and isinstance(holding[n].block, Table)
        if (alike or scores[n] > 0) and all(_apart(asker, holding[k], holding[n]) for k in cut):
            cut[n] = _cut(sought, holding[n], LONGEST)
            left -= _size(cut[n])
    near = sorted(range(len(holding)), key=lambda n: _distance(holding, order[0], n))
    for n in (*(n for n in order if scores[n] > 0), *near):
        if n in cut:
            continue
        piece = _cut(sought, holding[n], left)
        if _size(piece) <= left:
            cut[n] = piece
            left -= _size(piece)
    leads = [holding[n].lead for n in cut]
    told = [n for n in sorted(cut) if holding[n].block not in leads]
    # What answers stands first, with what is under the same heading: of a long answer only the
    # beginning is seen.
    apart = {n: min(_distance(holding, k, n)[:2] for k in answering) for n in told}
    long = sum(_size(cut[n]) for n in told if not any(apart[n])) > SECTION
    told.sort(key=lambda n: (apart[n], long and n not in answering, n))
    return tuple(cut[n] for n in told)


def _current(asker: Asker, holding: Sequence[Piece], scores: Sequence[float]) -> Sequence[int]:
    """What is not of an edition that was replaced, unless only such a piece answers."""
    every = range(len(holding))
    current = [n for n in every if not older(holding[n], asker)]
    best = max((scores[n] for n in current), default=-1.0)
    return current if best >= SURPASSED * max(scores) else every


def _distance(holding: Sequence[Piece], at: int, other: int) -> tuple[bool, bool, int]:
    """How far a piece stands from the one at ``at``: what is under the same heading is nearest."""
    one, two = holding[at], holding[other]
    return one.kind != two.kind, one.heading is not two.heading, abs(at - other)


def _apart(asker: Asker, first: Piece, other: Piece) -> bool:
    """Whether two pieces are for different schools, and it is not known which of them asks."""
    one, two = first.under.facts, other.under.facts
    return any(
        not asker.knows(fact) and fact in one and fact in two and not one[fact] & two[fact]
        for fact in (REGION, SECTOR)
    )


def _beginning(sought: Sought, asker: Asker, holding: Sequence[Piece]) -> Iterator[Piece]:
    """The first pieces, as far as there is room, and the same for every school that may ask."""
    begun: list[Piece] = []
    left = LONGEST
    for piece in holding:
        found = _cut(sought, piece, max(left, 1))
        fits = not begun or _size(found) <= left
        left = left - _size(found) if fits else 0
        if fits or all(_apart(asker, each, piece) for each in begun):
            begun.append(found)
            yield found


def _scores(sought: Sought, page: Page, holding: Sequence[Piece]) -> list[float]:
    """How well each piece fits what is sought; all 0 where only the page is named."""
    title = sought.roots(page.title)
    names = title.union(*map(sought.roots, page.names))
    opening = (holding[0].over, *holding[0].texts)
    if title >= sought.own or (
        names >= sought.own and any(sought.own & sought.roots(text) for text in opening)
    ):
        return [0.0] * len(holding)
    named = {r for r in sought.worth if any(r.startswith(t) or t.startswith(r) for t in title)}

    def weigh(roots: frozenset[str]) -> float:
        if not roots:
            return 0.0
        return sought.weigh(roots - named) + NAME * sought.weigh(roots & named)

    amount, unwanted, every = 0.0, NUMBERLESS if sought.figure else 1.0, 0.0
    if sought.amount or sought.address or sought.asks:
        texts = (text for piece in holding for text in (piece.over, *piece.texts))
        every = weigh(title.union(*map(sought.roots, texts))) or 1.0
        amount, every = AMOUNT * every, sought.weigh(sought.own & sought.worth.keys()) or every

    def fit(piece: Piece, opens: bool) -> float:
        over = sought.roots(piece.over)
        led = OVER if opens else UNDER
        best = 0.0
        for text in piece.texts:
            inside = sought.roots(text)
            fits = weigh(inside) + led * weigh(over - inside)
            if sought.begins(text):
                fits = max(fits, WANTED * weigh(inside | over))
            if has := sought.wanted(text):
                fits = max(fits, 0.0 if isinstance(piece.block, Paragraph) else amount)
                fits = max(fits, AMOUNT * every) if sought.addressed(text) else fits
            tells = sought.asks and sought.shown(f"{piece.over} {text}")
            shown = SHOWN * every if tells else 0.0
            best = max(best, fits * (WANTED if has else unwanted) + shown)
        return best * (OUTSIDE if piece.general else 1.0)

    heads = [None, *(piece.heading for piece in holding)]
    return [
        fit(piece, piece.heading is not before or not isinstance(piece.block, Paragraph))
        for piece, before in zip(holding, heads, strict=False)
    ]


def _cut(sought: Sought, piece: Piece, most: int) -> Piece:
    """A long list or table with only the parts that fit best, in their order; at least one."""
    if _size(piece) <= most or isinstance(piece.block, Paragraph):
        return piece
    worth = [sought.weigh(sought.roots(part.text)) for part in piece.parts]
    left = most - len(piece.over)
    kept: list[int] = []
    for n in sorted(range(len(worth)), key=lambda n: (-worth[n], n)):
        left -= len(piece.parts[n].text)
        if kept and left < 0:
            break
        kept.append(n)
    return replace(piece, parts=tuple(piece.parts[n] for n in sorted(kept)))


def _size(piece: Piece) -> int:
    return sum(len(part.text) for part in piece.parts) + len(piece.over)
