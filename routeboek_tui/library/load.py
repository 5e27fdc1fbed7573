"""Reads the whole guide from its files, with every problem at once."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from routeboek_tui.core.facts import DOMAINS
from routeboek_tui.core.figures import Figures
from routeboek_tui.core.flow import Flow
from routeboek_tui.core.letter import Letter
from routeboek_tui.letters.checks import check
from routeboek_tui.library import (
    book,
    dangers,
    pages,
    proofs,
    provenance,
    routes,
    school_calendar,
    sentences,
    tables,
)
from routeboek_tui.library.calendar import SchoolCalendar
from routeboek_tui.library.content import (
    Claim,
    Conflict,
    Library,
    Signal,
    SourceDocument,
    Text,
    Together,
)
from routeboek_tui.library.danger import Danger, Number
from routeboek_tui.library.figures import FigureFiles, reckoned
from routeboek_tui.library.flows import FlowFile, Known, read_flow
from routeboek_tui.library.node import UNREADABLE
from routeboek_tui.library.numerals import looked_at, official, remarks
from routeboek_tui.library.places import FIGURES
from routeboek_tui.library.problems import Problem, suggestion
from routeboek_tui.library.references import References, names_in
from routeboek_tui.library.sayings import FILE as SAYINGS
from routeboek_tui.library.sayings import read_sayings
from routeboek_tui.library.signals import read_signals, read_together

WORDS = "content/words.yaml"

STEERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]"
)
"""Characters that steer a screen or stand for something else: none belongs in a text."""


class _Files:
    """The files below a folder, read as text; what cannot be read is a problem."""

    def __init__(self, root: Path, problems: list[Problem]) -> None:
        self.root = root
        self.problems = problems
        self._told: list[Problem] | None = None
        self.references: References | None = None
        self.official: frozenset[str] = frozenset()

    @property
    def told(self) -> list[Problem]:
        """The problems to tell, in order of place."""
        if self._told is None:
            return sorted(set(self.problems))
        unreadable = (each for each in self.problems if each.message in UNREADABLE)
        return sorted({*self._told, *unreadable})

    def rest_on(self, *names: object) -> None:
        """Names that could not be read silence what is found later: all of it would miss them.

        Only files that cannot be read themselves are still told.
        """
        if self._told is None and not all(names):
            self._told = list(self.problems)

    def name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def text(self, path: Path) -> str:
        try:
            return self.filled(path, self.printable(path, path.read_text(encoding="utf-8-sig")))
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            message = "Hier staat geen UTF-8-tekst. Sla het bestand op als UTF-8."
            self.problems.append(Problem(self.name(path), line, message))
            return path.read_text(encoding="utf-8-sig", errors="replace")
        except FileNotFoundError:
            message = "Dit bestand ontbreekt."
        except OSError:
            message = "Dit bestand is niet te lezen. Mag je het openen, en is het wel een bestand?"
        self.problems.append(Problem(self.name(path), 1, message))
        return ""

    def filled(self, path: Path, text: str) -> str:
        """``text`` with the figures in it, once they are known."""
        name, told = self.name(path), self.references
        # The braces of the arithmetic hold slots, which are filled when it speaks.
        if told is None or path.suffix not in {".md", ".yaml"} or name == SAYINGS:
            return text
        if looked_at(name):
            self.problems.extend(remarks(text, name, told.figures, told.on, self.official))
        return told.fill(text, name, self.problems)

    def printable(self, path: Path, text: str) -> str:
        """``text``, with a problem for every line that holds a character nobody can see."""
        for number, line in enumerate(text.split("\n"), start=1):
            if STEERS.search(line):
                message = "Hier staat een onzichtbaar stuurteken. Typ de regel opnieuw."
                self.problems.append(Problem(self.name(path), number, message))
        if self.name(path) != dangers.NUMBERS:
            self.problems.extend(dangers.loose_numbers(text, self.name(path)))
        return text

    def below(self, folder: str, ending: str) -> list[Path]:
        return sorted((self.root / folder).rglob(f"*{ending}"))


def read(root: Path, on: date | None = None) -> tuple[Library, list[Problem]]:
    """Decode the guide below ``root`` as it is ``on`` a day (today); all problems, by place."""
    problems: list[Problem] = []
    files, on = _Files(root, problems), on or date.today()

    def table(name: str) -> tuple[str, str, list[Problem]]:
        return files.text(root / name), name, problems

    sources = tables.read_documents(*table("content/sources.yaml"))
    editions = tables.read_editions(*table("flows/editions.yaml"))
    figure_files = _figures(files, sources, editions, on)
    actors = tables.read_actors(*table("content/actors.yaml"))
    words = tables.read_words(*table(WORDS))
    fields = tables.read_fields(*table("letters/fields.yaml"))
    files.rest_on(actors, sources, words, editions, fields)
    text, name, _ = table("letters/recipients.yaml")
    recipients = tables.read_recipients(text, name, sources, problems)
    files.rest_on(recipients)

    known = _known(actors, sources, editions, words, figure_files.figures, on)
    flow_files = routes.join(_flow_files(files, known))
    problems.extend(routes.prove(flow_files, editions))
    flows = {flow_id: flow_file.flow for flow_id, flow_file in flow_files.items()}
    steps = _own_steps(flows.values())
    names = pages.Names(actors, sources, words, fields, recipients, steps)
    numbers, kinds = _dangers(files, names)
    danger_pages = dangers.pages(kinds, numbers)
    letters = _letters(files, names)
    chapters = book.read_chapters(*table("content/boek/inhoud.yaml"))
    book_pages = _book(files, names, chapters)
    problems.extend(book.prove_links(book_pages, steps, letters, danger_pages))
    signals, together = _triage(files, names, flows.values())
    text, name, _ = table("content/stukken.yaml")
    library = Library(
        editions=editions,
        flows=flows,
        texts=_texts(files, flow_files, names),
        facts=_fact_texts(files, names),
        actors=actors,
        sources=sources,
        words=words,
        chapters=chapters,
        pages={**{name: found.page for name, found in book_pages.items()}, **danger_pages},
        conflicts=_conflicts(files, names, book_pages),
        papers=book.read_papers(text, name, names, letters, problems),
        signals=signals,
        together=together,
        claims=_claims(files, sources),
        fields=fields,
        recipients=recipients,
        letters=letters,
        numbers=numbers,
        dangers=kinds,
        calling=dangers.read_calling(*table(dangers.WORDS)),
        calendar=_calendar(files, sources),
        figures=figure_files.figures,
        sayings=read_sayings(*table(SAYINGS)),
    )
    problems.extend(_prove(library, figure_files, on))
    problems.extend(sentences.prove(root, kinds))
    return library, files.told


def _known(  # noqa: PLR0913, PLR0917 - every table of names
    actors: Collection[str],
    sources: Collection[str],
    editions: Collection[str],
    words: Collection[str],
    figures: Figures,
    on: date,
) -> Known:
    names = (frozenset(actors), frozenset(sources), frozenset(editions), frozenset(words))
    return Known(*names, figures, on)


def _own_steps(flows: Collection[Flow]) -> dict[str, None]:
    """The steps of all routes, without the doors between them."""
    return {step.id: None for flow in flows for step in flow.steps.values() if not step.jump}


def _prove(library: Library, figure_files: FigureFiles, on: date) -> Iterator[Problem]:
    yield from reckoned(library.flows.values(), library.figures)
    yield from provenance.prove(library)
    if library.claims:
        yield from provenance.prove_figures(library.claims, figure_files, on)


def _figures(
    files: _Files,
    sources: Mapping[str, SourceDocument],
    editions: Collection[str],
    on: date,
) -> FigureFiles:
    """The figures; texts that are read later say them as they are on the day ``on``."""
    outside = {name: source.outside for name, source in sources.items()}
    found = FigureFiles(outside, editions, files.problems)
    if not sources or not editions:
        return found
    for path in files.below(FIGURES, ".yaml"):
        found.read(files.text(path), files.name(path))
    tables_of_names = (files.text(files.root / name) for name in (WORDS, dangers.NUMBERS))
    others = frozenset(name for text in tables_of_names for name in names_in(text))
    found.apart_from(others)
    files.references = References(found.figures, others, on)
    files.official = official(files.root)
    return found


def _triage(
    files: _Files, names: pages.Names, flows: Collection[Flow]
) -> tuple[dict[str, Signal], dict[str, Together]]:
    """What people say, and what holds when two things are true at once."""
    doors = {f"{flow.route}/{step}": step for flow in flows for step in flow.steps}
    name = "content/triage/signalen.yaml"
    signals = read_signals(files.text(files.root / name), name, names, doors, files.problems)
    name = "content/triage/samen.yaml"
    text = files.text(files.root / name)
    return signals, read_together(text, name, signals, doors, files.problems)


def _calendar(files: _Files, sources: Collection[str]) -> SchoolCalendar:
    """The school holidays per region."""
    name, problems = school_calendar.REGIONS, files.problems
    regions = school_calendar.read_regions(files.text(files.root / name), name, sources, problems)
    name = school_calendar.NAMES
    names = school_calendar.read_names(files.text(files.root / name), name, problems)
    name = school_calendar.HOLIDAYS
    text = files.text(files.root / name)
    return school_calendar.read_calendar(
        text, name, SchoolCalendar(regions, names), sources, problems
    )


def _claims(files: _Files, sources: Collection[str]) -> dict[str, Claim]:
    text = files.text(files.root / provenance.FILE)
    return provenance.read_claims(text, provenance.FILE, sources, files.problems)


def _dangers(files: _Files, names: pages.Names) -> tuple[dict[str, Number], dict[str, Danger]]:
    name, text = dangers.NUMBERS, files.text(files.root / dangers.NUMBERS)
    numbers = dangers.read_numbers(text, name, names, files.problems)
    name, text = dangers.KINDS, files.text(files.root / dangers.KINDS)
    return numbers, dangers.read_dangers(text, name, names, numbers, files.problems)


def _texts(
    files: _Files, flow_files: Mapping[str, FlowFile], names: pages.Names
) -> dict[str, dict[str, Text]]:
    """Per flow the words of its steps; those of another edition where it has none of its own."""
    written = {flow_id: _step_texts(files, flow_id, names) for flow_id in flow_files}
    texts: dict[str, dict[str, Text]] = {}
    for flow_id, flow_file in flow_files.items():
        own, flow = written[flow_id], flow_file.flow
        lent = {
            step: page
            for step, page in written.get(flow_file.words, {}).items()
            if step in flow.steps
        }
        files.problems.extend(proofs.prove(flow_file, {**lent, **own}))
        files.problems.extend(
            Problem(page.file, 1, f"De route “{flow_id}” heeft geen stap “{step}”.")
            for step, page in own.items()
            if step not in flow.steps
        )
        texts[flow_id] = {step: page.text for step, page in {**lent, **own}.items()}
    flows = {flow_id: flow_file.flow for flow_id, flow_file in flow_files.items()}
    doors = {flow_id: routes.door_texts(flow, flows, texts) for flow_id, flow in flows.items()}
    return {flow_id: {**found, **doors[flow_id]} for flow_id, found in texts.items()}


def _flow_files(files: _Files, known: Known) -> dict[str, FlowFile]:
    found: dict[str, FlowFile] = {}
    paths = [path for path in files.below("flows", ".yaml") if path.name != "editions.yaml"]
    read_files = [
        read_flow(files.text(path), files.name(path), known, files.problems) for path in paths
    ]
    for flow_file in read_files:
        if flow_file is None:
            continue
        first = found.setdefault(flow_file.flow.id, flow_file)
        if first is not flow_file:
            message = f"De route “{flow_file.flow.id}” staat ook in {first.file}."
            files.problems.append(Problem(flow_file.file, 1, message))
    files.rest_on(*read_files)
    return found


def _step_texts(files: _Files, flow_id: str, names: pages.Names) -> dict[str, proofs.TextFile]:
    found = {}
    for path in files.below(f"content/steps/{flow_id}", ".md"):
        name = files.name(path)
        text, head = pages.read_text(files.text(path), name, path.stem, names, files.problems)
        found[path.stem] = proofs.TextFile(text, name, head)
    return found


def _fact_texts(files: _Files, names: pages.Names) -> dict[str, Text]:
    found = {}
    for path in files.below("content/facts", ".md"):
        name = files.name(path)
        text, _ = pages.read_text(files.text(path), name, path.stem, names, files.problems)
        found[path.stem] = text
        wanted = DOMAINS.get(path.stem, ())
        if tuple(text.choices) != wanted:
            files.problems.append(
                Problem(name, 1, f"De keuzes moeten precies deze zijn: {', '.join(wanted)}.")
            )
    files.problems.extend(
        Problem("content/facts", 1, f"Het feit “{fact}” heeft geen tekst.")
        for fact in DOMAINS
        if fact not in found
    )
    return found


def _book(
    files: _Files, names: pages.Names, chapters: Mapping[str, object]
) -> dict[str, book.PageFile]:
    """Every page of the book; its folder is its chapter."""
    found: dict[str, book.PageFile] = {}
    order = list(chapters)
    paths = files.below("content/boek", ".md")
    for path in sorted(paths, key=lambda p: (_place(p.parent.name, order), p.stem)):
        name, chapter = files.name(path), path.parent.name
        if chapter not in chapters:
            message = f"Het hoofdstuk “{chapter}” bestaat niet.{suggestion(chapter, chapters)}"
            files.problems.append(Problem(name, 1, message))
        page = book.read_book_page(
            files.text(path), name, chapter, path.stem, names, files.problems
        )
        first = found.setdefault(path.stem, page)
        if first is not page:
            chapter = first.page.chapter
            message = f"De bladzijde “{path.stem}” staat ook in het hoofdstuk “{chapter}”."
            files.problems.append(Problem(name, 1, message))
    return found


def _place(chapter: str, order: list[str]) -> int:
    return order.index(chapter) if chapter in order else len(order)


def _conflicts(
    files: _Files, names: pages.Names, known: Mapping[str, object]
) -> dict[str, Conflict]:
    found: dict[str, Conflict] = {}
    for path in files.below("content/conflicten", ".yaml"):
        name = files.name(path)
        for conflict in book.read_conflicts(files.text(path), name, names, known, files.problems):
            if conflict.id in found:
                message = f"Het verschil “{conflict.id}” staat er twee keer."
                files.problems.append(Problem(name, 1, message))
            found[conflict.id] = conflict
    return found


def _letters(files: _Files, names: pages.Names) -> dict[str, Letter]:
    letters = {}
    for path in files.below("letters", ".md"):
        name = files.name(path)
        letter, first = pages.read_letter(files.text(path), name, path.stem, names, files.problems)
        letters[path.stem] = letter
        findings = check(letter, names.fields, names.recipients, names.words, names.steps)
        for line, message in findings:
            files.problems.append(Problem(name, first + line - 1 if line else 1, message))
    return letters
