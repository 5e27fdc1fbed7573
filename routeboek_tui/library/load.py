"""Reads the whole guide from its files, with every problem at once."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from routeboek_tui.core.facts import REGION, Scheme
from routeboek_tui.core.flow import Edge, Flow
from routeboek_tui.letters import template
from routeboek_tui.letters.checks import check
from routeboek_tui.library import (
    apart,
    book,
    citations,
    dangers,
    facts,
    grounds,
    hearing,
    languages,
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
from routeboek_tui.library.regions import Doors
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
        if self.references is None or path.suffix not in {".md", ".yaml"}:
            return text
        name, told = self.name(path), self.references
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
    """Decode everything below ``root`` and prove what must hold; all problems, by place.

    Figures in texts are those of the day ``on``, by default today.
    """
    problems: list[Problem] = []
    files, on = _Files(root, problems), on or date.today()

    def table(name: str) -> tuple[str, str, list[Problem]]:
        return files.text(root / name), name, problems

    actors = tables.read_actors(*table("content/actors.yaml"))
    scheme, _ = _facts(files)
    sayings = read_sayings(*table(SAYINGS))
    sources = tables.read_documents(*table("content/sources.yaml"), scheme.domains)
    editions = tables.read_editions(*table("flows/editions.yaml"), scheme.domains)
    figure_files = _figures(files, sources, editions, scheme, on)
    # Their texts name figures, and figures name values of facts: so they are read twice.
    _, fact_files = _facts(files)
    words = tables.read_words(*table(WORDS), scheme.domains)
    fields = tables.read_fields(*table("letters/fields.yaml"))
    files.rest_on(actors, sources, words, editions, fields)
    recipients = tables.read_recipients(*table("letters/recipients.yaml"), sources)
    files.rest_on(recipients)
    regions = {name: edition.region for name, edition in editions.items()}
    known = Known(
        frozenset(actors),
        frozenset(sources),
        regions,
        frozenset(words),
        scheme,
        figure_files.figures,
        on,
    )
    flow_files = routes.join(_flow_files(files, known))
    problems.extend(routes.prove(flow_files, editions))
    flows = {flow_id: flow_file.flow for flow_id, flow_file in flow_files.items()}
    steps = {s.id: None for f in flows.values() for s in f.steps.values() if not s.jump}
    names = pages.Names(actors, sources, words, scheme.domains, fields, recipients, steps)
    numbers, kinds = _dangers(files, names)
    danger_pages = dangers.pages(kinds, numbers)
    letter_files = _letters(files, names)
    letters = {letter_id: each.letter for letter_id, each in letter_files.items()}
    chapters = book.read_chapters(*table("content/boek/inhoud.yaml"))
    book_pages = _book(files, names, chapters)
    problems.extend(book.prove_links(book_pages, steps, letters, danger_pages))
    problems.extend(facts.prove_places(fact_files, scheme, editions))
    fact_texts = facts.fact_texts(fact_files, scheme, names, problems)
    problems.extend(apart.prove_pages(map(book.body_of, book_pages.values()), fact_texts))
    doors = Doors(flows, editions, frozenset(scheme.domains[REGION]))
    signals, together = _triage(files, names, doors, flow_files)
    _hear(files, names, flows, letter_files, _begun(signals, together))
    claims = _claims(files, sources)
    texts = provenance.with_own(_texts(files, flow_files, names), claims.values())
    library = Library(
        editions=editions,
        flows=flows,
        texts=texts,
        facts=fact_texts,
        actors=actors,
        sources=sources,
        words=words,
        chapters=chapters,
        pages={**{name: found.page for name, found in book_pages.items()}, **danger_pages},
        conflicts=_conflicts(files, names, book_pages),
        papers=book.read_papers(*table("content/stukken.yaml"), names, letters),
        signals=signals,
        together=together,
        claims=claims,
        fields=fields,
        recipients=recipients,
        letters=letters,
        numbers=numbers,
        dangers=kinds,
        calling=dangers.read_calling(*table(dangers.WORDS)),
        language=languages.read_language(*table(languages.TALK)),
        calendar=_calendar(files, sources, scheme),
        figures=figure_files.figures,
        sayings=sayings,
    )
    problems.extend(reckoned(library.flows.values(), library.figures))
    problems += [*provenance.prove(library), *citations.prove(library)]
    if library.claims:
        problems.extend(provenance.prove_figures(library.claims, figure_files, on))
    problems += sentences.prove(root, kinds)
    return library, files.told


def _facts(files: _Files) -> tuple[Scheme, dict[str, facts.FactFile]]:
    """The facts; where they are not whole, all else would miss them."""
    before = len(files.problems)
    order = files.text(files.root / facts.ORDER)
    paths = files.below(facts.FOLDER, ".md")
    texts = {path.stem: (files.name(path), files.text(path)) for path in paths}
    found = facts.read_facts(order, texts, files.problems)
    files.rest_on(len(files.problems) == before)
    return found


def _figures(
    files: _Files,
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
    files.references = References(found.figures, others, on)
    files.official = official(files.root)
    return found


def _triage(
    files: _Files, names: pages.Names, doors: Doors, flow_files: Mapping[str, FlowFile]
) -> tuple[dict[str, Signal], dict[str, Together]]:
    """What people say, and what holds when two things are true at once."""
    files.problems.extend(doors.prove(flow_files))
    name = "content/triage/signalen.yaml"
    signals = read_signals(files.text(files.root / name), name, names, doors, files.problems)
    name = "content/triage/samen.yaml"
    text = files.text(files.root / name)
    return signals, read_together(text, name, names, signals, doors, files.problems)


def _calendar(files: _Files, sources: Collection[str], scheme: Scheme) -> SchoolCalendar:
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


def _hear(
    files: _Files,
    names: pages.Names,
    flows: Mapping[str, Flow],
    letters: Mapping[str, pages.LetterFile],
    begun: list[tuple[str, Edge]],
) -> None:
    """Prove that nobody hears of a pupil without ground."""
    text = files.text(files.root / grounds.FILE)
    rules = grounds.read_grounds(text, names, flows, files.problems)
    heard = hearing.Hearing(rules, flows, names.fields, begun)
    files.problems.extend(hearing.prove(heard, letters.values(), names.recipients))


def _begun(
    signals: Mapping[str, Signal], together: Mapping[str, Together]
) -> list[tuple[str, Edge]]:
    """Every arrow from what people say, with what it is called."""
    arrows = [(f"“{each.id}”", edge) for each in signals.values() for edge in each.goto]
    return arrows + [(f"“{each.id}”", edge) for each in together.values() for edge in each.goto]


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


def _letters(files: _Files, names: pages.Names) -> dict[str, pages.LetterFile]:
    letters = {}
    reserved = template.reserved(names.words, names.domains)
    for path in files.below("letters", ".md"):
        name = files.name(path)
        found = pages.read_letter(files.text(path), name, path.stem, names, files.problems)
        letters[path.stem] = found
        letter = found.letter
        findings = check(letter, names.fields, names.recipients, reserved, names.steps)
        for line, message in findings:
            files.problems.append(Problem(name, found.first + line - 1 if line else 1, message))
        domains = {**names.domains, **letter.when}
        for fact, left in apart.missing(template.told(letter.body, names.domains), domains):
            message = apart.message("Deze brief", fact, left)
            files.problems.append(Problem(name, found.first, message))
    return letters
