"""Reads the whole guide from its files, with every problem at once."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from routeboek_tui import memory
from routeboek_tui.core.facts import REGION
from routeboek_tui.core.flow import Edge, Flow
from routeboek_tui.core.letter import Letter
from routeboek_tui.core.terms.milestone import Milestones
from routeboek_tui.letters import template
from routeboek_tui.letters.abbreviations import unexplained
from routeboek_tui.letters.checks import check
from routeboek_tui.library import (
    book,
    cautions,
    citations,
    dangers,
    distinctions,
    facts,
    fields,
    general,
    grounds,
    grounds_proof,
    languages,
    milestones,
    pages,
    proofs,
    provenance,
    routes,
    scope,
    seats,
    sentences,
    short_forms,
    subjects,
    tellings,
    waiting,
)
from routeboek_tui.library.actions import Known
from routeboek_tui.library.basics import Basics, read_basics
from routeboek_tui.library.concepts import FILE as CONCEPTS
from routeboek_tui.library.concepts import read_concepts
from routeboek_tui.library.conflict import Conflict
from routeboek_tui.library.content import Library
from routeboek_tui.library.danger import Danger, Number
from routeboek_tui.library.figures import reckoned
from routeboek_tui.library.files import Files
from routeboek_tui.library.flows import FlowFile, read_flow
from routeboek_tui.library.overlegs import FILE as MEETING
from routeboek_tui.library.overlegs import read_overleg
from routeboek_tui.library.page import Chapter, Page
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.provenance import with_own
from routeboek_tui.library.regions import Doors
from routeboek_tui.library.sayings import FILE as SAYINGS
from routeboek_tui.library.sayings import read_sayings
from routeboek_tui.library.signal import Signal, Together
from routeboek_tui.library.signals import read_signals, read_together
from routeboek_tui.library.source import Claim
from routeboek_tui.library.wording import Text
from routeboek_tui.text.spelling import suggestion


def read(root: Path, on: date | None = None) -> tuple[Library, list[Problem]]:
    """Decode the guide below ``root`` as it is ``on`` a day (today); all problems, by place."""
    with memory.undisturbed():
        return _read(root, on or date.today())


def _read(root: Path, on: date) -> tuple[Library, list[Problem]]:
    problems: list[Problem] = []
    files = Files(root, problems)
    basics = read_basics(files, on)
    flow_files = routes.join(_flow_files(files, basics.known))
    problems.extend(routes.prove(flow_files, basics.editions))
    flows = {flow_id: flow_file.flow for flow_id, flow_file in flow_files.items()}
    steps = {s.id: None for f in flows.values() for s in f.steps.values() if not s.jump}
    names = basics.names(steps)
    numbers, kinds, danger_pages = _dangers(files, names)
    letter_files = _letters(files, names, basics.says, numbers)
    letters = {letter_id: each.letter for letter_id, each in letter_files.items()}
    chapters, book_pages = _book(files, names)
    problems.extend(book.prove_links(book_pages, steps, letters, danger_pages))
    fact_texts = _fact_texts(files, basics, names)
    problems.extend(distinctions.prove_pages(map(book.body_of, book_pages.values()), fact_texts))
    doors = Doors(flows, basics.editions, frozenset(basics.scheme.domains[REGION]))
    claims = _claims(files, basics.sources)
    begins = _milestones(files, basics, names, claims)
    signals, together = _triage(files, names, doors, flow_files, begins.starts)
    rules = _hear(files, names, flows, letter_files, _begun(signals, together))
    library = Library(
        editions=basics.editions,
        flows=flows,
        texts=with_own(_texts(files, flow_files, basics, names, letters), claims.values()),
        facts=fact_texts,
        actors=basics.actors,
        sources=basics.sources,
        words=basics.words,
        chapters=chapters,
        pages={**{name: found.page for name, found in book_pages.items()}, **danger_pages},
        conflicts=_conflicts(files, names, book_pages),
        papers=book.read_papers(*files.table("content/stukken.yaml"), names, letters),
        signals=signals,
        together=together,
        beliefs=cautions.read_beliefs(*files.table(cautions.BELIEFS), names, claims),
        cautions=cautions.read_cautions(*files.table(cautions.CAUTIONS), names, claims),
        milestones=begins,
        claims=claims,
        fields=basics.fields,
        recipients=basics.recipients,
        letters=letters,
        positions=rules.positions,
        apart={name: tuple(table.apart) for name, table in rules.tables.items()},
        numbers=numbers,
        dangers=kinds,
        calling=dangers.read_calling(*files.table(dangers.WORDS)),
        language=languages.read_language(files, basics.scheme.domains, flows),
        calendar=basics.calendar,
        figures=basics.figures.figures,
        sayings=read_sayings(*files.table(SAYINGS)),
        meeting=read_overleg(*files.table(MEETING), names, letters),
    )
    routes_right = not any(problem.file.startswith("flows/") for problem in problems)
    problems.extend(_prove(library, basics, routes_right=routes_right))
    if routes_right:
        problems.extend(fields.prove(files.root, library, letter_files.values()))
    problems.extend(_prove_references(files, basics, scope.Scope(library, doors, on), flow_files))
    problems.extend(_prove_banks(files, library))
    return library, files.told


def _milestones(
    files: Files, basics: Basics, names: pages.Names, claims: Mapping[str, Claim]
) -> Milestones:
    figures, table = basics.figures.figures, files.table(milestones.FILE)
    return milestones.read_milestones(*table, names, claims, figures, basics.on)


def _prove_banks(files: Files, library: Library) -> Iterator[Problem]:
    """Whether every sentence people say or ask is about something that is there."""
    root = files.root
    read_concepts(*files.table(CONCEPTS))
    yield from sentences.DANGER.prove(root, library.dangers)
    yield from sentences.prove_model(root)
    yield from sentences.SAID.prove(root, library.signals)
    yield from sentences.ASKED.prove(root, library.pages)
    yield from sentences.CLAIMS.prove(root, library.claims)
    yield from sentences.ANSWERS.prove(root, library.answers)
    yield from sentences.DEEDS.prove(root, (*library.deeds, sentences.NOT_DONE))


def _prove_references(
    files: Files, basics: Basics, reach: scope.Scope, flow_files: Mapping[str, FlowFile]
) -> Iterator[Problem]:
    """References to figures that do not hold, in another region or no more."""
    if files.references is None:
        return
    yield from reach.prove(files.references.written, flow_files)
    for name, message in files.references.ended():
        figure = reach.figures.figure(name, basics.on)
        yield Problem(*basics.figures.place(figure), message)


def _fact_texts(files: Files, basics: Basics, names: pages.Names) -> dict[str, Text]:
    files.problems.extend(facts.prove_places(basics.facts, basics.scheme, basics.editions))
    texts = facts.fact_texts(basics.facts, basics.scheme, names, files.problems)
    for fact, text in texts.items():
        files.explained(text, basics.facts[fact].file)
    return texts


def _prove(library: Library, basics: Basics, *, routes_right: bool) -> Iterator[Problem]:
    """What only shows once everything is read.

    While a route is wrong, nobody knows which step is reached by whom, nor what it may leave out.
    """
    yield from reckoned(library.flows.values(), library.figures)
    yield from provenance.prove(library)
    yield from citations.prove(library)
    yield from general.prove(library)
    yield from cautions.prove_length(library.cautions.values(), library.words)
    yield from cautions.prove_deeds(library.cautions.values(), library.flows.values())
    if library.claims:
        yield from provenance.prove_figures(library.claims, basics.figures)
    if library.claims and routes_right:
        yield from tellings.lost(library)


def _triage(
    files: Files, names: pages.Names, doors: Doors, flow_files: Mapping[str, FlowFile],
    starts: Iterable[str],
) -> tuple[dict[str, Signal], dict[str, Together]]:  # fmt: skip
    """What people say, and what holds when two things are true at once."""
    files.problems.extend(doors.prove(flow_files))
    name = "content/triage/signalen.yaml"
    text = files.text(files.root / name)
    signals = read_signals(text, name, names, doors, starts, files.problems)
    name = "content/triage/samen.yaml"
    text = files.text(files.root / name)
    return signals, read_together(text, name, names, signals, doors, files.problems)


def _hear(
    files: Files,
    names: pages.Names,
    flows: Mapping[str, Flow],
    letters: Mapping[str, pages.LetterFile],
    begun: list[tuple[str, Edge]],
) -> grounds.Grounds:
    """Prove that nobody hears of a pupil without ground; who may hear what."""
    text = files.text(files.root / grounds.FILE)
    rules = grounds.read_grounds(text, names, flows, files.problems)
    heard = grounds_proof.Hearing(rules, flows, names.fields, begun)
    files.problems.extend(grounds_proof.prove(heard, letters.values(), names.recipients))
    return rules


def _begun(
    signals: Mapping[str, Signal], together: Mapping[str, Together]
) -> list[tuple[str, Edge]]:
    """Every arrow from what people say, with what it is called."""
    arrows = [(f"“{each.id}”", edge) for each in signals.values() for edge in each.goto]
    return arrows + [(f"“{each.id}”", edge) for each in together.values() for edge in each.goto]


def _claims(files: Files, sources: Collection[str]) -> dict[str, Claim]:
    text = files.text(files.root / provenance.FILE)
    return provenance.read_claims(text, provenance.FILE, sources, files.problems)


def _dangers(
    files: Files, names: pages.Names
) -> tuple[dict[str, Number], dict[str, Danger], dict[str, Page]]:
    name, text = dangers.NUMBERS, files.text(files.root / dangers.NUMBERS)
    numbers = dangers.read_numbers(text, name, names, files.problems)
    name, text = dangers.KINDS, files.text(files.root / dangers.KINDS)
    kinds = dangers.read_dangers(text, name, names, numbers, files.problems)
    return numbers, kinds, dangers.pages(kinds, numbers)


def _texts(
    files: Files,
    flow_files: Mapping[str, FlowFile],
    basics: Basics,
    names: pages.Names,
    letters: Mapping[str, Letter],
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
        files.problems.extend(waiting.prove(flow_file, {**lent, **own}))
        files.problems.extend(
            short_forms.prove(flow, own, basics.words, basics.actors, files.plain_words)
        )
        files.problems.extend(subjects.prove(flow_file, {**lent, **own}, basics.actors))
        files.problems.extend(short_forms.prove_letters(own, letters))
        files.problems.extend(
            Problem(page.file, 1, f"De route “{flow_id}” heeft geen stap “{step}”.")
            for step, page in own.items()
            if step not in flow.steps
        )
        texts[flow_id] = {step: page.text for step, page in {**lent, **own}.items()}
    flows = {flow_id: flow_file.flow for flow_id, flow_file in flow_files.items()}
    doors = {flow_id: routes.door_texts(flow, flows, texts) for flow_id, flow in flows.items()}
    return {flow_id: {**found, **doors[flow_id]} for flow_id, found in texts.items()}


def _flow_files(files: Files, known: Known) -> dict[str, FlowFile]:
    found: dict[str, FlowFile] = {}
    paths = [path for path in files.below("flows", ".yaml") if path.name != "editions.yaml"]
    known = replace(known, tafels=seats.read_tafels(files, known))
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


def _step_texts(files: Files, flow_id: str, names: pages.Names) -> dict[str, proofs.TextFile]:
    found = {}
    for path in files.below(f"content/steps/{flow_id}", ".md"):
        name = files.name(path)
        text, head = pages.read_text(files.text(path), name, path.stem, names, files.problems)
        files.explained(text, name)
        found[path.stem] = proofs.TextFile(text, name, head)
    return found


def _book(files: Files, names: pages.Names) -> tuple[dict[str, Chapter], dict[str, book.PageFile]]:
    """The chapters of the book, and every page of it; its folder is its chapter."""
    chapters = book.read_chapters(*files.table("content/boek/inhoud.yaml"))
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
    return chapters, found


def _place(chapter: str, order: list[str]) -> int:
    return order.index(chapter) if chapter in order else len(order)


def _conflicts(
    files: Files, names: pages.Names, known: Mapping[str, object]
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


def _letters(
    files: Files,
    names: pages.Names,
    says: Mapping[str, Sequence[str]],
    numbers: Mapping[str, Number],
) -> dict[str, pages.LetterFile]:
    letters: dict[str, pages.LetterFile] = {}
    titles: dict[str, str] = {}
    reserved = template.reserved(names.words, names.domains)
    chosen = {f.name: [each.say for each in f.options] for f in names.fields.values() if f.options}
    says = {**says, **chosen}
    for path in files.below("letters", ".md"):
        name = files.name(path)
        text = dangers.filled(files.text(path), numbers)
        found = pages.read_letter(text, name, path.stem, names, files.problems)
        letters[path.stem] = found
        letter = found.letter
        same = titles.setdefault(letter.title.lower(), name) if letter.title else name
        if same != name:
            message = f"Deze brief heet hetzelfde als {same}. Is er een een kopie? Dan kan die weg."
            files.problems.append(Problem(name, found.line("title"), message))
        findings = check(letter, names.fields, names.recipients, reserved, names.steps)
        for line, message in (*findings, *unexplained(letter, says)):
            files.problems.append(Problem(name, found.place(line) if line else 1, message))
        domains = {**names.domains, **letter.when}
        for fact, left in distinctions.missing(template.told(letter.text, names.domains), domains):
            message = distinctions.message("Deze brief", fact, left)
            files.problems.append(Problem(name, found.first, message))
    return letters
