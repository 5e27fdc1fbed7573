"""The book, ready to be shown: its chapters, and each page with what belongs to it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from msgspec import Struct

from routeboek_tui.conversation.advice.difference import Difference
from routeboek_tui.conversation.links import linked, places
from routeboek_tui.conversation.reader import Link, Reader
from routeboek_tui.core.address import LETTER, PAGE, STEP, Address
from routeboek_tui.core.facts import holds, may_hold
from routeboek_tui.library.conflict import Conflict
from routeboek_tui.library.page import TAFEL, Chapter, Page, Saying
from routeboek_tui.text.characters import plain, undotted
from routeboek_tui.text.document import Block

PAPERS, DIFFERENCES = "stukken", "verschillen"
"""The chapters that are made of all papers and of all places where sources disagree."""


class ChapterView(Struct, frozen=True):
    """A chapter with its pages, by title."""

    chapter: Chapter
    pages: tuple[Link, ...]


class Told(Struct, frozen=True):
    """What holds, the facts under which it does ("" for always), and where it is written.

    ``own`` says that these facts are those of the pupil, ``elsewhere`` that they cannot be.
    """

    lead: str
    say: str
    sources: tuple[str, ...]
    own: bool
    elsewhere: bool


class Part(Struct, frozen=True):
    """One heading of a tafel, the pupil's own facts first."""

    heading: str
    told: tuple[Told, ...]


class PageView(Struct, frozen=True):
    """A page of the book. ``links`` are the other pages, from its text and its "zie ook".

    ``kind`` is the word for it: "boek", or that it is general information and when that was seen.
    """

    id: str
    title: str
    kind: str
    chapter: Chapter
    parts: tuple[Part, ...]
    blocks: tuple[Block, ...]
    sources: tuple[str, ...]
    links: tuple[Link, ...]
    steps: tuple[Link, ...]
    letters: tuple[Link, ...]
    conflicts: tuple[Difference, ...]


def page_named(reader: Reader, name: str) -> str:
    """The page of the book with this id, title or other name, or ""."""
    pages = reader.library.pages
    if name in pages:
        return name
    words = plain(undotted(name))
    for page in pages.values():
        if words in {plain(reader.say(page.title)), *map(plain, page.names)}:
            return page.id
    return ""


def contents(reader: Reader) -> tuple[ChapterView, ...]:
    """Every chapter of the book, in order."""
    by_chapter: dict[str, list[Link]] = {name: [] for name in reader.library.chapters}
    for page in reader.library.pages.values():
        by_chapter[page.chapter].append(reader.link(f"boek:{page.id}"))
    for chapter, kind, names in (
        (PAPERS, "stuk", reader.library.papers),
        (DIFFERENCES, "verschil", reader.library.conflicts),
    ):
        if chapter in by_chapter:
            by_chapter[chapter] += [reader.link(f"{kind}:{name}") for name in names]
    return tuple(
        ChapterView(chapter, tuple(sorted(by_chapter[name], key=_by_title)))
        for name, chapter in reader.library.chapters.items()
    )


def chapter_view(reader: Reader, chapter: str) -> ChapterView:
    """One chapter of the book.

    :raises KeyError: when there is no such chapter
    """
    found = {view.chapter.id: view for view in contents(reader)}
    return found[chapter]


def page_view(reader: Reader, page_id: str) -> PageView:
    """A page of the book as this reader sees it.

    :raises KeyError: when there is no such page
    """
    page = reader.library.pages[page_id]
    blocks = linked(reader.say(page.body))
    named = [*places(blocks), *(f"boek:{name}" for name in page.see)]
    kinds = [(Address.read(place).kind, place) for place in named]
    steps = [place for kind, place in kinds if kind == STEP]
    letters = [place for kind, place in kinds if kind == LETTER]
    steps += [f"stap:{step}" for step in page.steps]
    letters += [f"brief:{letter}" for letter in page.letters]
    return PageView(
        id=page.id,
        title=reader.say(page.title),
        kind=reader.kind("boek", page.sources),
        chapter=reader.library.chapters[page.chapter],
        parts=tuple(parts(reader, page)),
        blocks=blocks,
        sources=tuple(reader.source(source) for source in page.sources),
        links=_links(reader, (place for kind, place in kinds if kind == PAGE)),
        steps=_links(reader, steps),
        letters=_links(reader, letters),
        conflicts=tuple(
            difference(reader, conflict)
            for conflict in reader.library.conflicts.values()
            if page.id in conflict.pages
        ),
    )


def parts(reader: Reader, page: Page) -> Iterator[Part]:
    """What is told of a tafel, heading by heading."""
    for name, heading in TAFEL.items():
        if sayings := page.tafel.get(name):
            told = [_told(reader, saying) for saying in sorted(sayings, key=_nearness(reader))]
            yield Part(heading, tuple(told))


def difference(reader: Reader, conflict: Conflict) -> Difference:
    """A place where sources disagree, in the words of this reader."""
    titles = {name: reader.library.sources[name] for name in conflict.says}
    return Difference(
        about=reader.say(conflict.about),
        says=tuple(
            (f"{titles[name].title} ({titles[name].edition})", reader.say(says))
            for name, says in conflict.says.items()
        ),
        handling=reader.say(conflict.handling),
    )


def pages_of(reader: Reader, step: str) -> tuple[Link, ...]:
    """The pages of the book that name a step."""
    pages = reader.library.pages.values()
    found = (reader.link(f"boek:{page.id}") for page in pages if step in page.steps)
    return tuple(sorted(found, key=_by_title))


def _nearness(reader: Reader) -> Callable[[Saying], int]:
    """How far what is told is from this reader: one's own 0, what cannot be so 2."""

    def far(saying: Saying) -> int:
        if saying.when and holds(saying.when, reader.known):
            return 0
        return 1 if may_hold(saying.when, reader.known) else 2

    return far


def _told(reader: Reader, saying: Saying) -> Told:
    return Told(
        lead=reader.when(saying.when),
        say=reader.say(saying.say),
        sources=tuple(reader.source(source) for source in saying.sources),
        own=bool(saying.when) and holds(saying.when, reader.known),
        elsewhere=not may_hold(saying.when, reader.known),
    )


def _links(reader: Reader, named: Iterable[str]) -> tuple[Link, ...]:
    found = {}
    for place in named:
        with suppress(KeyError):
            link = reader.link(place)
            found[link.place] = link
    return tuple(found.values())


def _by_title(link: Link) -> str:
    return link.title.casefold()
