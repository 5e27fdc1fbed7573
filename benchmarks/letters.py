"""The proof of every letter; the floor is a fresh machine per path, with its letters composed.

Ours goes over every arrow, door and start once with what was granted by then, and composes every
letter in every situation its text depends on. The floor walks paths one by one and composes the
letters each of them gives; its time is that of a sample, times the number of paths.
"""

import re
import time
from collections.abc import Iterator, Mapping
from itertools import islice, product

from benchmarks.engine import ROUTE, TODAY, Restarted, timed
from benchmarks.report import show, spread
from routeboek_tui.core.facts import Situation, holds
from routeboek_tui.core.letter import Letter
from routeboek_tui.core.paths import Path, paths
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.letters import template
from routeboek_tui.letters.composition import compose
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library
from routeboek_tui.library.grounds import FILE, read_grounds
from routeboek_tui.library.grounds_proof import Hearing, prove
from routeboek_tui.library.node import Node
from routeboek_tui.library.pages import LetterFile, Names
from routeboek_tui.library.places import content_root

SAMPLE = 300
"""Paths the floor walks."""

_REACHED = re.compile(r"reached\('(\w+)'\)")


def composed(library: Library, letter: Letter, facts: Situation, reached: frozenset[str]) -> None:
    """Compose one letter with every field filled in."""
    values = {name: library.fields[name].example or "x" for name in letter.fields}
    compose(
        letter,
        library.fields,
        values,
        facts,
        library.scheme.domains,
        library.words_in(facts),
        reached,
        TODAY,
    )


def situations_of(library: Library, letter: Letter) -> Iterator[tuple[Situation, frozenset[str]]]:
    """Every situation the text of a letter depends on, with what was passed by then."""
    domains = library.scheme.domains
    facts = {fact for told in template.told(letter.body, domains) for fact in told}
    for name, ways in library.words.items():
        if re.search(rf"\b{name}\b", letter.body):
            facts.update(fact for way in ways for fact in way.when)
    names = sorted(facts | set(letter.when) | ({"leeftijd"} if letter.pupil_too else set()))
    steps = sorted(set(_REACHED.findall(letter.body)))
    for values in product(*((*domains[name], "") for name in names)):
        situation = dict(zip(names, values, strict=True))
        if not holds({k: (*v, "") for k, v in letter.when.items()}, situation):
            continue
        for passed in product((False, True), repeat=len(steps)):
            yield situation, frozenset(s for s, was in zip(steps, passed, strict=True) if was)


def proof(library: Library, files: Mapping[str, LetterFile], names: Names) -> int:
    """Prove that nobody hears too early, and that every letter can be made in every situation."""
    text = (content_root() / FILE).read_text(encoding="utf-8")
    rules = read_grounds(text, names, library.flows, [])
    groups = (library.signals, library.together)
    begun = [(name, edge) for group in groups for name, each in group.items() for edge in each.goto]
    heard = Hearing(rules, library.flows, library.fields, begun)
    wrong = list(prove(heard, files.values(), library.recipients))
    if wrong:
        raise SystemExit("\n".join(map(str, wrong)))
    made = 0
    for letter in library.letters.values():
        for situation, reached in situations_of(library, letter):
            composed(library, letter, situation, reached)
            made += 1
    return made


def walked(library: Library, machine: Restarted, path: Path) -> int:
    """The floor: one path walked by a fresh machine, and its letters composed."""
    machine.walk(path)
    passed = frozenset(path.steps)
    found = [
        letter
        for letter in library.letters.values()
        if passed & set(letter.steps) and holds(letter.when, path.situation)
    ]
    for letter in found:
        composed(library, letter, path.situation, passed)
    return len(found)


def main() -> None:
    """Print the figures of the proof of letters."""
    library = load()
    flow = library.flows[ROUTE]
    names = Names(
        library.actors,
        library.sources,
        library.words,
        library.scheme.domains,
        library.fields,
        library.recipients,
    )
    empty = Node(None, "", 0, [])
    files = {name: LetterFile(each, name, empty, 1) for name, each in library.letters.items()}
    made = proof(library, files, names)
    ours = list(timed(3, lambda: proof(library, files, names)))
    rulebook = Rulebook(flow, library.knowledge)
    every = sum(1 for _ in paths(rulebook))
    some = list(islice(paths(rulebook), 0, every, max(every // SAMPLE, 1)))
    machine = Restarted(flow)
    start = time.perf_counter()
    many = sum(walked(library, machine, path) for path in some)
    floor = (time.perf_counter() - start) / len(some) * every
    show(
        f"proof of {len(library.letters)} letters, {made} composed",
        spread(ours, "s"),
        f"a machine restarted for {every} paths, {many / len(some):.1f} letters each:"
        f" {floor:.0f} s ({floor / min(ours):.0f}x)",
    )


if __name__ == "__main__":
    main()
