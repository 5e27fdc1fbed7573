"""One place of the guide in short: to stand in a conversation, or in a panel of its own."""

from datetime import date
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.enquiry.disagreeing import difference_blocks, own_says
from routeboek_tui.conversation.enquiry.in_short import in_lines, in_short, note_of
from routeboek_tui.conversation.enquiry.page_answer import page_answer
from routeboek_tui.conversation.enquiry.whose import from_elsewhere, in_words, taken_over
from routeboek_tui.conversation.links import linked
from routeboek_tui.conversation.reader import KIND_WORDS, Link, Reader
from routeboek_tui.core.address import PAGE, Address
from routeboek_tui.core.facts import REGION
from routeboek_tui.core.flow import Source
from routeboek_tui.core.letter import PUPIL
from routeboek_tui.library.page import TAFEL
from routeboek_tui.library.reach import route_reach
from routeboek_tui.search.sought import Sought
from routeboek_tui.text.characters import words_in
from routeboek_tui.text.dates import find
from routeboek_tui.text.document import Block, Heading, Items, Paragraph, Run, Runs, Table

NOTHING_SOUGHT = Sought()

SEATS = "/deelnemers"
"""How the place ends that tells who sits at a table."""

YEAR = 4
"""Figures of a year: who names one asks of that, and not of what comes."""

STEP_ELSEWHERE = "Deze stap is voor {}. Om die te lezen noem je dat in je vraag."

NAMED = 2
"""Sources that are named on one line."""


class PassageView(Struct, frozen=True):
    """A place in short. ``more`` says that there is more to read at ``place``.

    ``short`` is the same in lines, the one that answers first, for where there is little room.
    ``sources`` are where it is written, in words; none where it is ours. ``kind`` is the word
    for what kind of place it is; ``links`` lead on from it.
    """

    place: str
    title: str
    kind: str
    blocks: tuple[Block, ...]
    sources: tuple[str, ...]
    more: bool = False
    links: tuple[Link, ...] = ()
    short: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The same on one line, for a list of places to pick from."""
        return in_short(self.blocks, self.short)

    @property
    def silent(self) -> bool:
        """Whether it only says that nothing of it is for who reads."""
        return self.short == (note_of(self.blocks),)

    @property
    def source(self) -> str:
        """Where it is written, on one line: the first sources, and how many there are more."""
        named = "; ".join(self.sources[:NAMED])
        more = len(self.sources) - NAMED
        return f"{named}; en {more} meer" if more > 0 else named


def passage_view(reader: Reader, place: str, sought: Sought = NOTHING_SOUGHT) -> PassageView:
    """What stands at a place, such as ``boek:mdo``, ``tafel:mdo/eerst`` or ``stap:vo/jes``.

    What of it answers what is ``sought``, for who reads; else its beginning.

    :raises KeyError: when there is no such place
    """
    view = _VIEWS[Address.read(place).kind](reader, place, sought)
    # Who always sits at a table stands first on its page, and before who can be asked as well.
    order = NOTHING_SOUGHT if place.endswith(SEATS) else sought
    short = in_lines(view.blocks, order, view.title)
    if not any(len(word) == YEAR and word.isdecimal() for word in words_in(sought.question)):
        short = tuple(sorted(short, key=lambda line: _over(line, reader.today)))
        view = replace(view, blocks=_to_come(view.blocks, reader.today))
    return replace(view, short=short)


def _to_come(blocks: tuple[Block, ...], today: date) -> tuple[Block, ...]:
    """``blocks`` without rows of times that are over; all of them where no other row is left.

    A table of which nothing is left goes with the heading that stands over it.
    """
    left: list[Block] = []
    for block in blocks:
        if not isinstance(block, Table):
            left.append(block)
        elif rows := tuple(row for row in block.rows if not _over(_in_a_line(row), today)):
            left.append(replace(block, rows=rows))
        elif left and isinstance(left[-1], Heading):
            left.pop()
    before = any(isinstance(block, Table) for block in blocks)
    after = any(isinstance(block, Table) for block in left)
    return tuple(left) if after or not before else blocks


def _in_a_line(row: tuple[Runs, ...]) -> str:
    return "; ".join("".join(run.text for run in cell) for cell in row)


@lru_cache(maxsize=4_000)
def _over(line: str, today: date) -> bool:
    """Whether ``line`` tells of times from a day to a day, such as holidays, that are all over."""
    days = [found.day for found in find(line, today) if found.day]
    return len(days) > 1 and max(days) < today


def _page(reader: Reader, place: str, sought: Sought) -> PassageView:
    page = reader.library.pages[Address.read(place).name]
    found = page_answer(reader, page, sought)
    return PassageView(
        place, reader.say(page.title), _kind(reader, "boek", page.sources), found.blocks,
        found.written or _sources(reader, found.sources), found.more,
    )  # fmt: skip


def _tafel(reader: Reader, place: str, sought: Sought) -> PassageView:
    at = Address.read(place)
    page = reader.library.pages[at.holder]
    found = page_answer(reader, page, sought, at.leaf)
    heading = TAFEL[at.leaf]
    return PassageView(
        f"{PAGE}:{page.id}", f"{reader.say(page.title)}: {heading[:1].lower()}{heading[1:]}",
        _kind(reader, "tafel", page.sources), _headless(found.blocks),
        found.written or _sources(reader, found.sources), more=True,
    )  # fmt: skip


def _headless(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a part of a tafel: its heading stands in the title."""
    return tuple(block for block in blocks if not isinstance(block, Heading))


def _led(lead: str, say: str) -> Runs:
    return (Run(f"{lead}: ", strong=True), Run(say)) if lead else (Run(say),)


def _step(reader: Reader, place: str, sought: Sought) -> PassageView:
    flow, step_id = reader.at(Address.read(place).name)
    talk = reader.walk(flow)
    step, text = talk.step(step_id), talk.text(step_id)
    found: list[Block] = []
    if text.question:
        found.append(Paragraph((Run(talk.say(text.question), strong=True),)))
    todo = tuple(
        _led(talk.word(action.actor or step.actor), talk.say(text.deed(action.id)))
        for action in step.actions
        if action.may_be(talk.situation)
    )
    if todo:
        found.append(Items(ordered=False, items=todo))
    elif words := text.why or text.hint:
        found.append(Paragraph((Run(talk.say(words)),)))
    link = reader.link(place)
    kind = f"{KIND_WORDS['stap']}, route {link.note}" if link.note else KIND_WORDS["stap"]
    reach = route_reach(reader.library, flow)
    if sought.question and reader.asker(sought.question).far(reach):
        whose = STEP_ELSEWHERE.format(in_words(reader, reach))
        found = [Paragraph((Run(whose, emphasis=True),))]
    return PassageView(
        link.place, link.title, kind, tuple(found), _sources(reader, step.sources), more=True
    )


def _letter(reader: Reader, place: str, sought: Sought) -> PassageView:
    library = reader.library
    letter = library.letters[Address.read(place).name]
    to = [library.recipients[name].word for name in letter.recipients]
    if letter.pupil_too and PUPIL not in letter.recipients:
        to.append(f"{library.actors[PUPIL].word} (vanaf 12 jaar)")
    said = f"Van {library.actors[letter.sender].word} aan {' en '.join(to)}."
    lines = [reader.say(said)]
    if letter.form:
        lines.append(f"Dit helpt je bij het formulier {letter.form}.")
    lines.append("De grond voor deze brief ontstaat op een van deze plekken in de route:")
    links = tuple(reader.link(f"stap:{step}") for step in letter.steps)
    return PassageView(
        place, letter.title, KIND_WORDS["brief"],
        (*_from(reader, letter.sources, sought), *(Paragraph((Run(line),)) for line in lines)),
        _sources(reader, letter.sources), links=links,
    )  # fmt: skip


def _conflict(reader: Reader, place: str, sought: Sought) -> PassageView:
    conflict = reader.library.conflicts[Address.read(place).name]
    own = own_says(reader, reader.asker(sought.question), conflict, older=True)
    says = own or {document: reader.say(text) for document, text in conflict.says.items()}
    whose = () if own else (from_elsewhere(reader, conflict.says),)
    named = (*(f"stap:{s}" for s in conflict.steps), *(f"boek:{p}" for p in conflict.pages))
    return PassageView(
        place, reader.say(conflict.about), KIND_WORDS["verschil"],
        (*whose, *difference_blocks(reader, conflict, says)), (),
        links=tuple(map(reader.link, named)),
    )  # fmt: skip


def _fact(reader: Reader, place: str, _: Sought) -> PassageView:
    text = reader.library.facts[Address.read(place).name]
    lines = [text.question, text.hint, text.why, text.find_out]
    found = tuple(Paragraph((Run(reader.say(line)),)) for line in lines if line)
    return PassageView(
        place, reader.say(text.title), KIND_WORDS["feit"],
        (*found, *linked(reader.say(text.body))), (),
    )  # fmt: skip


def _paper(reader: Reader, place: str, sought: Sought) -> PassageView:
    paper = reader.library.papers[Address.read(place).name]
    said = (
        ("Soort", paper.kind), ("Van", paper.by), ("Aan", paper.to), ("Wanneer", paper.moment),
        ("Gegevens", paper.data),
    )  # fmt: skip
    named = [f"stap:{step}" for step in paper.steps]
    if paper.letter:
        named.insert(0, f"brief:{paper.letter}")
    rows = tuple(_led(lead, reader.say(text)) for lead, text in said if text)
    return PassageView(
        place, reader.say(paper.title), KIND_WORDS["stuk"],
        (*_from(reader, paper.sources, sought), Items(ordered=False, items=rows)),
        _sources(reader, paper.sources), links=tuple(map(reader.link, named)),
    )  # fmt: skip


def _signal(reader: Reader, place: str, _: Sought) -> PassageView:
    signal = reader.library.signals[Address.read(place).name]
    rows = tuple((Run(reader.say(note.say)),) for note in signal.notes)
    blocks = (Items(ordered=False, items=rows),) if rows else ()
    return PassageView(place, reader.say(signal.title), "signaal", blocks, ())


def _from(reader: Reader, sources: tuple[Source, ...], sought: Sought) -> tuple[Block, ...]:
    """That it is from elsewhere, where it is."""
    return tuple(taken_over(reader, reader.asker(sought.question), sources))


def _kind(reader: Reader, kind: str, sources: tuple[Source, ...]) -> str:
    """The word for a kind of place; with the region where it is another than the pupil's."""
    names, own = _regions(reader), reader.known.get(REGION)
    regions = [reader.library.sources[source.document].regio for source in sources]
    if own in names and regions and not {own, ""}.intersection(regions):
        return f"{KIND_WORDS[kind]}, van {names[regions[0]]}"
    return reader.kind(kind, sources)


def _regions(reader: Reader) -> dict[str, str]:
    """The regions of which the guide has an edition, by name."""
    editions = reader.library.editions.values()
    return {each.region: reader.library.region(each) for each in editions if each.region}


def _sources(reader: Reader, sources: tuple[Source, ...]) -> tuple[str, ...]:
    return tuple(map(reader.source, sources))


_VIEWS = {
    "boek": _page, "tafel": _tafel, "stap": _step, "brief": _letter, "verschil": _conflict,
    "feit": _fact, "stuk": _paper, "signaal": _signal,
}  # fmt: skip
