"""What all the rest of the guide rests on: its tables of names, its facts and its figures."""

import os
from collections.abc import Collection, Mapping
from datetime import date

from msgspec import Struct

from routeboek_tui.core.facts import Scheme
from routeboek_tui.core.letter import Field, Recipient
from routeboek_tui.library import dangers, facts, pages, school_calendar, tables
from routeboek_tui.library.actions import Known
from routeboek_tui.library.actor import Actor
from routeboek_tui.library.calendar import SchoolCalendar
from routeboek_tui.library.fields import FILE as FIELDS
from routeboek_tui.library.fields import read_fields
from routeboek_tui.library.figures import FigureFiles
from routeboek_tui.library.files import Files
from routeboek_tui.library.holiday_tables import holiday_tables
from routeboek_tui.library.numerals import NAMES, official
from routeboek_tui.library.places import FIGURES
from routeboek_tui.library.plain_words import FILE as PLAIN_WORDS
from routeboek_tui.library.plain_words import read_plain_words
from routeboek_tui.library.references import References, names_in
from routeboek_tui.library.source import Edition, SourceDocument
from routeboek_tui.library.wording import Wording

WORDS = "content/words.yaml"


class Basics(Struct, frozen=True):
    """The tables that other files refer to by name; ``on`` is the day the figures are of."""

    on: date
    scheme: Scheme
    facts: Mapping[str, facts.FactFile]
    actors: Mapping[str, Actor]
    sources: Mapping[str, SourceDocument]
    editions: Mapping[str, Edition]
    words: Mapping[str, tuple[Wording, ...]]
    fields: Mapping[str, Field]
    recipients: Mapping[str, Recipient]
    figures: FigureFiles
    calendar: SchoolCalendar

    @property
    def says(self) -> dict[str, tuple[str, ...]]:
        """The ways in which each word is said."""
        return {name: tuple(way.say for way in ways) for name, ways in self.words.items()}

    @property
    def known(self) -> Known:
        """The names a flow may use."""
        return Known(
            frozenset(self.actors),
            frozenset(self.sources),
            {name: edition.region for name, edition in self.editions.items()},
            frozenset(self.words),
            self.scheme,
            self.figures.figures,
            self.on,
        )

    def names(self, steps: Collection[str]) -> pages.Names:
        """The names a page may use, with the ``steps`` of all routes."""
        return pages.Names(
            self.actors,
            self.sources,
            self.words,
            self.scheme.domains,
            self.fields,
            self.recipients,
            steps,
            holiday_tables(self.calendar),
        )


def read_basics(files: Files, on: date) -> Basics:
    """The tables; where one of them cannot be read, all else would miss its names."""
    scheme, _ = _facts(files)
    files.plain_words = read_plain_words(*files.table(PLAIN_WORDS))
    sources = tables.read_documents(*files.table("content/sources.yaml"), scheme.domains)
    editions = tables.read_editions(*files.table("flows/editions.yaml"), scheme.domains)
    figures = _figures(files, sources, editions, scheme, on)
    # Their texts name figures, and figures name values of facts: so they are read twice.
    _, fact_files = _facts(files)
    actors = tables.read_actors(*files.table("content/actors.yaml"), scheme.domains)
    words = tables.read_words(*files.table(WORDS), scheme.domains)
    fields = read_fields(*files.table(FIELDS), scheme.dates, scheme.domains)
    files.rest_on(actors, sources, words, editions, fields)
    recipients = tables.read_recipients(*files.table("letters/recipients.yaml"), sources)
    files.rest_on(recipients)
    calendar = _calendar(files, sources, scheme)
    return Basics(
        on, scheme, fact_files, actors, sources, editions, words, fields, recipients, figures,
        calendar,
    )  # fmt: skip


def _facts(files: Files) -> tuple[Scheme, dict[str, facts.FactFile]]:
    """The facts; where they are not whole, all else would miss them."""
    before = len(files.problems)
    order = files.text(files.root / facts.ORDER)
    paths = files.below(facts.FOLDER, ".md")
    texts = {path.stem: (files.name(path), files.text(path)) for path in paths}
    found = facts.read_facts(order, texts, files.problems)
    files.rest_on(len(files.problems) == before)
    return found


def _figures(
    files: Files,
    sources: Mapping[str, SourceDocument],
    editions: Collection[str],
    scheme: Scheme,
    on: date,
) -> FigureFiles:
    """The figures; texts that are read later say them as they are on the day ``on``."""
    outside = {name: source.outside for name, source in sources.items()}
    found = FigureFiles(outside, editions, scheme.domains, files.problems)
    if not sources or not editions:
        return found
    for path in files.below(FIGURES, ".yaml"):
        found.read(files.text(path), files.name(path))
    tables_of_names = (files.text(files.root / name) for name in (WORDS, dangers.NUMBERS))
    others = frozenset(name for text in tables_of_names for name in names_in(text))
    found.apart_from(others)
    found.always(on)
    files.references = References(found.figures, others, on)
    own_names = files.root / NAMES
    files.official = official(files.text(own_names) if os.path.lexists(own_names) else "")
    return found


def _calendar(files: Files, sources: Collection[str], scheme: Scheme) -> SchoolCalendar:
    """The school holidays per region."""
    name, problems = school_calendar.REGIONS, files.problems
    text = files.text(files.root / name)
    regions = school_calendar.read_regions(text, name, sources, scheme.domains, problems)
    name = school_calendar.NAMES
    names = school_calendar.read_names(files.text(files.root / name), name, problems)
    name = school_calendar.HOLIDAYS
    text = files.text(files.root / name)
    return school_calendar.read_calendar(
        text, name, SchoolCalendar(regions, names), sources, problems
    )
