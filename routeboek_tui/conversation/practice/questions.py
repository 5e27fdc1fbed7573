"""Short questions on figures and terms, made from them when they are asked: never out of date."""

import re
from collections.abc import Iterator
from hashlib import sha256

from msgspec import Struct

from routeboek_tui.conversation.reader import Reader
from routeboek_tui.core.facts import REGION, SECTOR
from routeboek_tui.core.figures import Figure, Unit
from routeboek_tui.core.flow import Source
from routeboek_tui.library.page import Page
from routeboek_tui.library.practice_words import Words, filled
from routeboek_tui.text.document import Paragraph, plain

FIGURE, TERM = "cijfer:", "begrip:"
"""Before the name of a figure, or of a page of the book."""

CHAPTER = "begrippen"
"""The chapter of the book whose pages explain a word."""

OFFERED = 4
"""Choices of a question, where there are so many."""

HIDDEN = "…"
"""What stands for the word that is asked."""


class Quiz(Struct, frozen=True):
    """A short question: its choices, the ``right`` one, and what to know of it."""

    id: str
    text: str
    choices: tuple[str, ...]
    right: str
    about: tuple[str, ...]
    sources: tuple[Source, ...]
    own: bool = False


def names(reader: Reader) -> tuple[str, ...]:
    """Every question there may be, the figures first."""
    library = reader.library
    figures = (f"{FIGURE}{name}" for name in library.figures if _told(reader, name))
    pages = (page.id for page in library.pages.values() if page.chapter == CHAPTER)
    return (*figures, *(f"{TERM}{page}" for page in pages))


def quiz(reader: Reader, words: Words, name: str) -> Quiz | None:
    """The question called ``name``; ``None`` where the guide does not say it (any more)."""
    if name.startswith(FIGURE):
        figure = _told(reader, name.removeprefix(FIGURE))
        return _figure(reader, words, name, figure) if figure else None
    page = reader.library.pages.get(name.removeprefix(TERM))
    return _term(reader, words, name, page) if page and name.startswith(TERM) else None


def _told(reader: Reader, name: str) -> Figure | None:
    """A figure of which it is said what it counts."""
    if name not in reader.library.figures:
        return None
    figure = reader.library.figures.figure(name, reader.today)
    return figure if figure.counts else None


def _figure(reader: Reader, words: Words, name: str, figure: Figure) -> Quiz:
    where = reader.when(
        {
            fact: values
            for fact, values in ((REGION, figure.regions), (SECTOR, figure.sectors))
            if values
        }
    )
    counts = f"{figure.counts[:1].upper()}{figure.counts[1:]}"
    text = (
        filled(words.drill_figure_at, where, figure.counts)
        if where
        else filled(words.drill_figure, counts)
    )
    right = _said(figure)
    others = dict.fromkeys(
        _said(each) for each in _same_unit(reader, figure) if _said(each) != right
    )
    reading = (filled(words.drill_counts, figure.reading),) if figure.reading else ()
    sources = tuple(Source(document, at) for document, at in figure.sources.items())
    near = sorted(others, key=lambda said: (abs(_number(said) - _number(right)), said))
    choices = [*near[: OFFERED - 1], right]
    choices += [_unit(figure.value + more, figure.unit) for more in range(1, OFFERED)]
    choices = list(dict.fromkeys(choices))[:OFFERED]
    ordered = tuple(sorted(choices, key=lambda said: (_number(said), said)))
    return Quiz(name, text, ordered, right, reading, sources, figure.own)


def _same_unit(reader: Reader, figure: Figure) -> Iterator[Figure]:
    figures = reader.library.figures
    for name in figures:
        each = figures.figure(name, reader.today)
        if each.unit is figure.unit and (each.least is None) == (figure.least is None):
            yield each


def _said(figure: Figure) -> str:
    return f"{figure.said()} {figure.unit}"


def _unit(value: int, unit: Unit) -> str:
    return _said(Figure("", value, unit))


def _number(said: str) -> float:
    return float(said.split(" ", maxsplit=1)[0].replace(",", "."))


def _term(reader: Reader, words: Words, name: str, page: Page) -> Quiz | None:
    said = _first(reader, page)
    if not said:
        return None
    title = reader.say(page.title)
    same = [p for p in reader.library.pages.values() if p.chapter == page.chapter and p != page]
    others = sorted(same, key=lambda other: sha256(f"{name} {other.id}".encode()).digest())
    choices = sorted({title, *(reader.say(p.title) for p in others[: OFFERED - 1])})
    more = filled(words.drill_page, page.id)
    return Quiz(name, filled(words.drill_term, said), tuple(choices), title, (more,), page.sources)


def _first(reader: Reader, page: Page) -> str:
    """The first lines of a page, without the names of what it is about."""
    from routeboek_tui.conversation.links import linked

    begin, _, _ = page.body.partition("\n\n")
    block = next(iter(linked(reader.say(begin))), None)
    if not isinstance(block, Paragraph):
        return ""
    return _without(plain(block.runs), (reader.say(page.title), *page.names))


def _without(text: str, names: tuple[str, ...]) -> str:
    """``text`` with each of ``names`` hidden; "" where nothing is left that says anything."""
    longest = sorted({name for name in names if name}, key=len, reverse=True)
    hidden = re.sub(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", HIDDEN, text, flags=re.I)
    return hidden if len(hidden.split()) > OFFERED else ""
