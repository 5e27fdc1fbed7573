"""What a page of the book says on a question, for who asks it: the pieces that hold for them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.in_short import OUTSIDE, SECTION, WANTED
from routeboek_tui.conversation.pieces import Piece, held, older, pieces, shown
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.whose import above, elsewhere, note, own_sources
from routeboek_tui.core.facts import REGION, SECTOR
from routeboek_tui.core.flow import Source
from routeboek_tui.library.conflict import Conflict
from routeboek_tui.library.page import Page
from routeboek_tui.library.reach import Asker, Far, Reach
from routeboek_tui.search.sought import Sought
from routeboek_tui.search.subject import part_asked
from routeboek_tui.text.document import Block, Heading, Items, Paragraph, Run, Table

LONGEST = 1_500
"""Characters of a page of the book that are told in a conversation: of most pages all of it."""

OVER, UNDER = 0.8, 0.4
"""What a word counts in a heading, a lead or the head of a column, where one in a row counts 1.

Less in a paragraph that is not the first under its heading.
"""

NAME = 0.35
"""What a word counts that stands in the name of the page: all of it is about that."""

SURPASSED = 0.6
"""What a piece of the newest edition must fit, of what the best one fits, to go before it."""

AMOUNT = 0.3
"""How well a row or an item with what one asks for fits by that alone, of all that is sought
and stands on the page."""

DIFFERENT = 0.7
"""How much of what is sought must stand in what sources disagree on, to be told with it."""

SOURCES = 2
"""How many sources it takes to disagree, and how many numbers they have in common with a text."""

DIFFER = "De bronnen verschillen: {}"

_NUMBER = re.compile(r"\d+")
_YEAR = re.compile("20[0-9]{2}")


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
        *_differences(reader, asker, page, sought, told),
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
    found: dict[int, Sought] = {}
    if any(scores):
        for part in sought.each:
            fits = _scores(part, page, holding)
            named = [bool(part.part) and piece.kind == part.part for piece in holding]
            if any(fits) or any(named):
                best = max(range(len(fits)), key=lambda n: (named[n], fits[n]))
                found.setdefault(best, part)
        if len(found) <= 1:
            found = {scores.index(max(scores)): sought}
    return found


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
    first, room = holding[order[0]], LONGEST // len(answering)
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
            best = max(best, fits * (WANTED if has else 1.0))
        return best * (OUTSIDE if piece.general else 1.0)

    amount = 0.0
    if sought.amount or sought.address:
        texts = (text for piece in holding for text in (piece.over, *piece.texts))
        amount = AMOUNT * (sought.weigh(title.union(*map(sought.roots, texts))) or 1.0)
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
    named = reader.reaches.asked(sought.question).facts
    # Of which year an edition is, is not what sources disagree on.
    untimed = [root for root in sought.worth if not _YEAR.fullmatch(root)]
    for conflict in conflicts:
        every = own_says(reader, asker, conflict, older=True)
        asked = reader.say(conflict.about)
        part = part_asked(asked, reader.library.language.seeking)
        about = sought.weigh(sought.roots(asked)) if only in {"", part} else 0.0
        meant = bool(about) and about >= DIFFERENT * sought.weigh(untimed)
        editions = (meant and not named.keys().isdisjoint(conflict.when)) or (
            _speaks_of(reader, page, sought, conflict, every.values())
        )
        says = every if editions else own_says(reader, asker, conflict)
        same = numbers.intersection(_NUMBER.findall(" ".join(says.values())))
        if len(says) >= SOURCES and (meant or editions or len(same) >= SOURCES):
            yield Paragraph((Run(DIFFER.format(asked), strong=True),))
            yield from difference_blocks(reader, conflict, says)


def _speaks_of(
    reader: Reader, page: Page, sought: Sought, conflict: Conflict, says: Iterable[str]
) -> bool:
    """Whether a difference tells what is sought of a page besides its name, of editions too.

    Some of it stands in what the sources of who asks ``says``.
    """
    rest = sought.own & sought.worth.keys()
    rest -= frozenset().union(*map(sought.roots, (page.title, *page.names)))
    about = reader.say(conflict.about)
    if rest.isdisjoint(sought.roots(" ".join((about, *says)))):
        return False
    whole = (about, *map(reader.say, conflict.says.values()), reader.say(conflict.handling))
    return sought.weigh(sought.roots(" ".join(whole)) & rest) >= DIFFERENT * sought.weigh(rest)


def own_says(
    reader: Reader, asker: Asker, conflict: Conflict, *, older: bool = False
) -> dict[str, str]:
    """What each source says that is for who asks; with ``older`` also what was replaced."""
    near = {Far.OWN, Far.OLDER} if older else {Far.OWN}
    if asker.far(Reach({fact: frozenset(v) for fact, v in conflict.when.items()})):
        return {}
    return {
        document: reader.say(says)
        for document, says in conflict.says.items()
        if asker.far(reader.reaches.of([document])) in near
    }


def difference_blocks(reader: Reader, conflict: Conflict, says: dict[str, str]) -> Iterator[Block]:
    """What sources say, and how the guide deals with it."""
    sources = reader.library.sources
    titles = {name: f"{sources[name].title} ({sources[name].edition}): " for name in says}
    yield Items(
        ordered=False,
        items=tuple((Run(titles[name], strong=True), Run(text)) for name, text in says.items()),
    )
    yield Paragraph((Run(f"Zo gaan wij ermee om: {reader.say(conflict.handling)}"),))


def _size(piece: Piece) -> int:
    return sum(len(part.text) for part in piece.parts) + len(piece.over)
