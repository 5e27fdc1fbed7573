"""What a page of the book says on a question, for who asks it: the pieces that hold for them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.pieces import Piece, held, older, pieces, shown
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.whose import above, elsewhere, note, own_sources
from routeboek_tui.core.facts import REGION, SECTOR
from routeboek_tui.core.flow import Source
from routeboek_tui.library.content import Conflict
from routeboek_tui.library.page import Page
from routeboek_tui.library.reach import Asker, Far, Reach
from routeboek_tui.search.sought import Sought
from routeboek_tui.search.subject import part_asked
from routeboek_tui.text.document import Block, Heading, Items, Paragraph, Run, Table

SHORT = 1_000
"""Characters of a page of the book that are told in a conversation."""

ENOUGH = 700
"""Characters up to which what stands under the same heading is told too."""

FEW = 160
"""Characters that are too few for an answer, as of a line that leads in a section."""

MOST = 5
"""Pieces of a page that are told together."""

ALMOST = 0.5
"""How near to the best piece another must come to be told beside it."""

OVER, UNDER = 0.8, 0.4
"""What a word counts in a heading, a lead or the head of a column, where one in a row counts 1.

Less in a paragraph that is not the first under its heading.
"""

NAME = 0.35
"""What a word counts that stands in the name of the page: all of it is about that."""

FIGURE = 1.3
"""How many times as well a piece with a number fits, where one asks how much."""

OUTSIDE = 0.5
"""How many times as well a piece of general information fits: the routeboek goes before it."""

DIFFERENT = 0.7
"""How much of what is sought must stand in what sources disagree on, to be told with it."""

SOURCES = 2
"""How many sources it takes to disagree, and how many numbers they have in common with a text."""

DIFFER = "De bronnen verschillen: {}"

_NUMBER = re.compile(r"\d+")


class PageAnswer(Struct, frozen=True):
    """The blocks that are told, and where that is written. ``more`` says that not all of it is."""

    blocks: tuple[Block, ...]
    sources: tuple[Source, ...]
    written: tuple[str, ...] = ()
    more: bool = False


def page_answer(reader: Reader, page: Page, sought: Sought, kind: str = "") -> PageAnswer:
    """What ``page`` says on what is ``sought``; ``kind`` is the part of a tafel that is meant."""
    asker = reader.asker(sought.question)
    every = [p for p in pieces(reader, reader.reaches, page) if not kind or p.kind == kind]
    holding = [found for p in every if (found := held(p, asker))]
    if not holding:
        return PageAnswer((note(elsewhere(reader, asker, page.sources)),), page.sources, more=True)
    current = [piece for piece in holding if not older(piece, asker)] or holding
    sought = sought.without(reader.reaches.names_in(sought.question))
    scores = _scores(sought, page, current)
    told = _told(sought, asker, current, scores)
    blocks = (
        *as_told(reader, asker, page, told),
        *_differences(reader, asker, page, sought, told),
    )
    written = dict.fromkeys(s for piece in told for part in piece.parts for s in part.sources)
    own = own_sources(reader, asker, page.sources)
    return PageAnswer(blocks, own, tuple(written), more=told != tuple(every))


def as_told(reader: Reader, asker: Asker, page: Page, told: Sequence[Piece]) -> tuple[Block, ...]:
    """Pieces of ``page`` as they are told, under what must be known of where they are from."""
    return (*above(reader, asker, page.sources, told), *_shown(told))


def _shown(told: Iterable[Piece]) -> Iterator[Block]:
    """The blocks of pieces, where a heading or a lead stands once."""
    heading: Heading | None = None
    last: Block | None = None
    for piece in told:
        lead = None if piece.lead and piece.lead is last else piece.lead
        head = None if piece.heading is heading else piece.heading
        yield from shown(replace(piece, heading=head, lead=lead))
        heading, last = piece.heading, piece.block


def _told(
    sought: Sought, asker: Asker, holding: Sequence[Piece], scores: Sequence[float]
) -> tuple[Piece, ...]:
    """The piece that answers, and those that go with it; the beginning where none does."""
    best = max(scores, default=0.0)
    if not best:
        begun = list(_beginning(sought, holding))
        for piece in holding:
            if all(_apart(asker, each, piece) for each in begun):
                begun.append(_cut(sought, piece, SHORT))
        return tuple(begun)
    order = sorted(range(len(holding)), key=lambda n: (-scores[n], n))
    first = holding[order[0]]
    taken = {order[0]}
    left = SHORT - _size(_cut(sought, first, SHORT))
    for n in order[1:]:
        # The same table for another school answers too, though it holds none of the words.
        alike = isinstance(first.block, Table) and isinstance(holding[n].block, Table)
        if (alike or scores[n] > 0) and all(_apart(asker, holding[k], holding[n]) for k in taken):
            taken.add(n)
            left -= _size(holding[n])
    for n in order[1:]:
        size = _size(holding[n])
        near = scores[n] >= ALMOST * best and len(taken) < MOST and size <= left
        if near and n not in taken:
            taken.add(n)
            left -= size
    for n in order[1:]:
        if sum(_size(holding[k]) for k in taken) >= FEW:
            break
        taken.add(n)
    taken |= set(_around(holding, order[0], left - SHORT + ENOUGH))
    leads = [holding[n].lead for n in taken]
    told = [n for n in sorted(taken) if holding[n].block not in leads]
    # What answers stands first: of a long answer only the beginning is seen.
    told.sort(key=lambda n: n != order[0])
    return tuple(_cut(sought, holding[n], SHORT) for n in told)


def _around(holding: Sequence[Piece], at: int, left: int) -> Iterator[int]:
    """What stands under the same heading as the piece at ``at``, as far as there is room."""
    heading, kind = holding[at].heading, holding[at].kind
    for near in (range(at + 1, len(holding)), range(at - 1, -1, -1)):
        for n in near:
            left -= _size(holding[n])
            if left < 0 or holding[n].heading is not heading or holding[n].kind != kind:
                break
            yield n


def _apart(asker: Asker, first: Piece, other: Piece) -> bool:
    """Whether two pieces are for different schools, and it is not known which of them asks."""
    one, two = first.under.facts, other.under.facts
    return any(
        not asker.knows(fact) and fact in one and fact in two and not one[fact] & two[fact]
        for fact in (REGION, SECTOR)
    )


def _beginning(sought: Sought, holding: Sequence[Piece]) -> Iterator[Piece]:
    left = SHORT
    for piece in holding:
        found = _cut(sought, piece, left)
        if left < SHORT and _size(found) > left:
            return
        yield found
        left -= _size(found)


def _scores(sought: Sought, page: Page, holding: Sequence[Piece]) -> list[float]:
    """How well each piece fits what is sought; all 0 where only the page is named."""
    title = sought.roots(page.title)
    names = title.union(*map(sought.roots, page.names))
    if names >= sought.own:
        return [0.0] * len(holding)
    named = {r for r in sought.worth if any(r.startswith(t) or t.startswith(r) for t in title)}

    def weigh(roots: frozenset[str]) -> float:
        return sought.weigh(roots - named) + NAME * sought.weigh(roots & named)

    def fit(piece: Piece, opens: bool) -> float:
        over = sought.roots(piece.over)
        inside = map(sought.roots, piece.texts)
        led = OVER if opens else UNDER
        best = max((weigh(each) + led * weigh(over - each) for each in inside), default=0.0)
        number = sought.amount and any(_NUMBER.search(text) for text in piece.texts)
        return best * (FIGURE if number else 1.0) * (OUTSIDE if piece.general else 1.0)

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


def _differences(
    reader: Reader, asker: Asker, page: Page, sought: Sought, told: Sequence[Piece]
) -> Iterator[Block]:
    """Where sources of the asker's own school disagree on what is told or asked."""
    conflicts = [each for each in reader.library.conflicts.values() if page.id in each.pages]
    if not conflicts:
        return
    kinds = {piece.kind for piece in told}
    only = kinds.pop() if len(kinds) == 1 else ""
    numbers = {n for piece in told for part in piece.parts for n in _NUMBER.findall(part.text)}
    for conflict in conflicts:
        says = own_says(reader, asker, conflict)
        if len(says) < SOURCES:
            continue
        asked = reader.say(conflict.about)
        about = sought.weigh(sought.roots(asked))
        if only and part_asked(asked, reader.library.language.seeking) != only:
            about = 0.0
        same = numbers.intersection(_NUMBER.findall(" ".join(says.values())))
        if len(same) >= SOURCES or (about and about >= DIFFERENT * sought.weigh(sought.worth)):
            yield Paragraph((Run(DIFFER.format(asked), strong=True),))
            yield from difference_blocks(reader, conflict, says)


def own_says(reader: Reader, asker: Asker, conflict: Conflict) -> dict[str, str]:
    """What each source says that is for who asks."""
    if asker.far(Reach({fact: frozenset(v) for fact, v in conflict.when.items()})):
        return {}
    return {
        document: reader.say(says)
        for document, says in conflict.says.items()
        if asker.far(reader.reaches.of([document])) is Far.OWN
    }


def difference_blocks(reader: Reader, conflict: Conflict, says: dict[str, str]) -> Iterator[Block]:
    """What sources say, and how the guide deals with it."""
    sources = reader.library.sources
    titles = {name: f"{sources[name].title} ({sources[name].edition}): " for name in says}
    yield Items(
        ordered=False,
        items=tuple((Run(titles[name], strong=True), Run(text)) for name, text in says.items()),
    )
    yield Paragraph((Run(f"Zo gaat de gids ermee om: {reader.say(conflict.handling)}"),))


def _size(piece: Piece) -> int:
    return sum(len(part.text) for part in piece.parts) + len(piece.over)
