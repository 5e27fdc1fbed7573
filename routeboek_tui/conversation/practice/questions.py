"""Short questions on figures and terms, made from them when they are asked: never out of date."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.practice.mixing import mixed
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.core.facts import REGION, SECTOR
from routeboek_tui.core.figures import Figure, Unit
from routeboek_tui.core.flow import Source
from routeboek_tui.core.policy import registry
from routeboek_tui.library.page import Page
from routeboek_tui.library.practice_words import Words, filled
from routeboek_tui.text.document import Paragraph, plain

FIGURE, TERM = "cijfer:", "begrip:"
"""Before the name of a figure, or of a page of the book."""

CHAPTER = "begrippen"
"""The chapter of the book whose pages explain a word."""

OFFERED = 4
"""Choices of a question, where there are so many."""

LEAST_SAID = 5
"""So many words of the first sentence at least must say what something is."""

PARTS = re.compile(r"\ben\b|\bof\b|[,()]")
"""What stands between the parts of a title, of which each would give the answer away."""

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


def rare(name: str) -> bool:
    """Whether a question is about a figure that is no threshold: those come last."""
    figure = name.removeprefix(FIGURE)
    return name != figure and not any(figure in rule.figures for rule in registry.STEPS.values())


def quiz(reader: Reader, words: Words, name: str) -> Quiz | None:
    """The question called ``name``; ``None`` where the guide does not say it (any more)."""
    if name.startswith(FIGURE):
        figure = _told(reader, name.removeprefix(FIGURE))
        return _figure(reader, words, name, figure) if figure else None
    page = reader.library.pages.get(name.removeprefix(TERM))
    return _term(reader, words, name, page) if page and name.startswith(TERM) else None


def _told(reader: Reader, name: str) -> Figure | None:
    """A figure that is asked for."""
    if name not in reader.library.figures:
        return None
    figure = reader.library.figures.figure(name, reader.today)
    return figure if figure.ask else None


def _figure(reader: Reader, words: Words, name: str, figure: Figure) -> Quiz:
    where = reader.when(
        {
            fact: values
            for fact, values in ((REGION, figure.regions), (SECTOR, figure.sectors))
            if values
        }
    )
    text = filled(words.drill_where, where, figure.ask) if where else figure.ask
    right = _said(words, figure)
    wrong = [each for each in _wrong(reader, words, figure) if each != right]
    wrong.sort(key=lambda said: mixed(name, said))
    choices = sorted({right, *wrong[: OFFERED - 1]}, key=lambda said: (_number(said), said))
    reading = (filled(words.drill_counts, _reading(words, figure)),) if figure.reading else ()
    sources = tuple(Source(document, at) for document, at in figure.sources.items())
    return Quiz(name, text, tuple(choices), right, reading, sources, figure.own)


def _reading(words: Words, figure: Figure) -> str:
    """How it is counted, with the figure itself where the reading speaks of it."""
    number = _said(words, figure)
    said = figure.reading.replace(words.number_itself, filled(words.number_exactly, number))
    said = said.replace(words.the_number, number)
    return f"{said[:1].upper()}{said[1:]}"


def _wrong(reader: Reader, words: Words, figure: Figure) -> set[str]:
    """Figures near this one: others of the guide, and some that nobody says."""
    right = _number(_said(words, figure))
    said = {_said(words, each) for each in _same_unit(reader, figure)}
    near = sorted(said, key=lambda each: (abs(_number(each) - right), each))[: 2 * OFFERED]
    low, high = figure.least or 0, figure.value
    moved = [(low + more, high + more) for more in (-1, 1)]
    # Nobody thinks of an age as half or twice another.
    doubled = [(low // 2, high // 2), (low * 2, high * 2)]
    moved += [(low, high + more) for more in (-2, 2)] if figure.unit is Unit.JAAR else doubled
    spans = [(least, most) for least, most in moved if most > 0 and (least > 0 or not low)]
    made = [replace(figure, value=most, least=figure.least and least) for least, most in spans]
    return {*near[:OFFERED], *(_said(words, each) for each in made)}


def _same_unit(reader: Reader, figure: Figure) -> Iterator[Figure]:
    figures = reader.library.figures
    for name in figures:
        each = figures.figure(name, reader.today)
        if each.unit is figure.unit and (each.least is None) == (figure.least is None):
            yield each


def _said(words: Words, figure: Figure) -> str:
    one = figure.value == 1 and figure.least is None
    return f"{figure.said()} {figure.unit if one else words.units[figure.unit]}"


def _number(said: str) -> float:
    return float(said.split(" ", maxsplit=1)[0].replace(",", "."))


def _term(reader: Reader, words: Words, name: str, page: Page) -> Quiz | None:
    said = _first(reader, page)
    if not said:
        return None
    title = reader.say(page.title)
    same = [p for p in reader.library.pages.values() if p.chapter == page.chapter and p != page]
    others = sorted(same, key=lambda other: mixed(name, other.id))
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
    title = reader.say(page.title)
    parts = (part.strip() for part in PARTS.split(title))
    return _without(plain(block.runs), (title, *parts, *page.names))


def _without(text: str, names: tuple[str, ...]) -> str:
    """``text`` with each of ``names`` hidden; "" where nothing is left that says anything."""
    longest = sorted({name for name in names if name}, key=len, reverse=True)
    hidden = re.sub(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", HIDDEN, text, flags=re.I)
    first, _, _ = hidden.partition(". ")
    said = [word for word in first.split() if HIDDEN not in word]
    return hidden if len(said) >= LEAST_SAID else ""
