"""Every letter on every path of every route: that it exists, for whom, and that it can be made.

A path without its loops is a path too, so what holds for a step on all paths holds on every walk.
"""

import random
from collections.abc import Callable, Collection, Iterator
from datetime import date

import pytest
from msgspec import Struct, field
from msgspec.structs import replace

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import UNKNOWN, Domains, Situation, holds, may_hold, situations
from routeboek_tui.core.flow import Flow
from routeboek_tui.core.letter import FieldKind, Letter
from routeboek_tui.core.paths import Move, Path, paths
from routeboek_tui.core.replay import replay
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.core.trail import Visit
from routeboek_tui.letters.availability import lock
from routeboek_tui.letters.composition import compose
from routeboek_tui.library.content import Library
from routeboek_tui.library.grounds import Grounds

SICKNESS = "ziekteverzuim"
NEVER_MEDICAL = {"leerplicht", "duo", "school"}

TOO_EARLY = "te-vroeg"
"""A letter that breaks the rule on purpose: leerplicht writes at the first overleg."""

SAMPLE = 30
"""Paths of each route, of each door into it, and of each route after steps that were done."""


class Seen(Struct, dict=True):
    """What walking all paths showed.

    ``existing`` are the letters some path gives. ``early`` are those of leerplicht in the
    sickness route that some path gives before the report. ``sample`` are paths to try for real,
    each with its flow, where it began and what was done by then.
    """

    existing: set[str] = field(default_factory=set)
    early: set[str] = field(default_factory=set)
    sample: list[tuple[Flow, Path, str, tuple[str, ...]]] = field(default_factory=list)


def gone(
    rulebook: Rulebook, counted: Collection[str], gates: Collection[str]
) -> Iterator[tuple[Path, frozenset[str], frozenset[str]]]:
    """Every path with the steps it passes that count, and those of them before any gate.

    Paths come one after another with their beginning in common: only the rest is gone through.
    """
    known: dict[Move, frozenset[str]] = {}
    way: list[tuple[frozenset[str], frozenset[str], bool]] = []

    def after(
        so_far: tuple[frozenset[str], frozenset[str], bool], here: frozenset[str]
    ) -> tuple[frozenset[str], frozenset[str], bool]:
        passed, early, gated = so_far
        if here <= passed:
            return so_far
        gated = gated or not here.isdisjoint(gates)
        return passed | here, early if gated else early | here, gated

    for path in paths(rulebook):
        del way[path.shared :]
        at = way[-1] if way else (frozenset[str](), frozenset[str](), False)
        for move in path.moves[path.shared :]:
            if move not in known:
                known[move] = frozenset(counted) & {move.step, *(e.to for e in move.alongside)}
            at = after(at, known[move])
            way.append(at)
        if not path.loop and path.end in counted:
            at = after(at, frozenset((path.end,)))
        yield path, at[0], at[1]


@pytest.fixture(scope="module")
def seen(library: Library, grounds: Grounds) -> Seen:
    """All paths of all routes from their beginning, and some from every door."""
    too_early = replace(library.letters["afsprakenbrief"], id=TOO_EARLY, steps=("mdo_jes",))
    letters = [*library.letters.values(), too_early]
    found = Seen()
    draw = random.Random(3)
    for flow in library.flows.values():
        rulebook = Rulebook(flow)
        here = [letter for letter in letters if set(letter.steps) & set(flow.steps)]
        offices = [letter for letter in here if flow.id == SICKNESS and grounds.office(letter)]
        theirs = {step for letter in offices for step in letter.steps}
        gates = {gate.step for gate in grounds.gates[SICKNESS]}
        unseen = [letter for letter in here if letter.id not in found.existing]
        counted = gates.union(*(letter.steps for letter in here))
        kept: list[Path] = []
        too_soon: set[str] = set()
        for number, (path, passed, early) in enumerate(gone(rulebook, counted, gates)):
            # Every path has the same chance to be one of those kept.
            if len(kept) < SAMPLE:
                kept.append(path)
            elif (place := int(draw.random() * (number + 1))) < SAMPLE:
                kept[place] = path
            for letter in unseen:
                if not passed.isdisjoint(letter.steps) and may_hold(letter.when, path.situation):
                    found.existing.add(letter.id)
                    unseen = [each for each in unseen if each is not letter]
            if not theirs.isdisjoint(early):
                too_soon |= theirs & early
        found.early.update(each.id for each in offices if too_soon.intersection(each.steps))
        found.sample += [(flow, path, "", ()) for path in kept]
    for flow, start, done in doors(library):
        some = iter(paths(Rulebook(flow), start))
        found.sample += [(flow, path, start, done) for _, path in zip(range(5), some, strict=False)]
    return found


def doors(library: Library) -> Iterator[tuple[Flow, str, tuple[str, ...]]]:
    """Every way into the middle of a route, with the steps that were done by then."""
    for step in (step for flow in library.flows.values() for step in flow.steps.values()):
        for _, edge in step.ways():
            route, _, target = edge.to.partition("/")
            for flow in library.flows.values():
                there = flow.steps.get(target) if flow.route == route else None
                if there and (there.edges or there.choices):
                    yield flow, target, edge.done


def on_ground(letter: Letter, path: Path, done: tuple[str, ...], more: tuple[Visit, ...]) -> bool:
    """Whether ``letter`` still has its ground at the end of ``path``, and of what comes after."""
    so = bool(set(done) & set(letter.steps))
    for move in path.moves:
        so = (so or move.step in letter.steps) and not set(move.taken) & set(
            letter.gone.get(move.step, ())
        )
        so = so or bool({edge.to for edge in move.alongside} & set(letter.steps))
    passed = {*path.steps}
    # A path passes every step once; what was told already can lead on from its end, and back.
    so = so or path.end in letter.steps
    for visit in more:
        if visit.step not in passed or visit.visit > 1:
            takes = set(visit.taken) & set(letter.gone.get(visit.step, ()))
            so = (so or visit.step in letter.steps) and not takes
    return so


def test_every_answer_that_takes_a_ground_away_is_on_some_path(
    seen: Seen, library: Library
) -> None:
    lost = {
        (letter.id, step)
        for letter in library.letters.values()
        for _, path, _, _ in seen.sample
        for step in letter.gone
        if set(path.steps) & set(letter.steps)
        if any(m.step == step and set(m.taken) & set(letter.gone[step]) for m in path.moves)
    }
    assert len(lost) >= 6


def test_every_letter_exists_on_some_path(seen: Seen, library: Library) -> None:
    assert set(library.letters) - seen.existing == set()


def answers_of(path: Path, flow: Flow, start: str, done: tuple[str, ...]) -> Answers:
    facts = {fact: values[0] for fact, values in flow.domains.items() if values} | dict(
        path.situation
    )
    facts["veiligheid"] = "nee"
    steps = tuple(Answer(move.step, 1, move.taken) for move in path.moves if move.taken)
    return Answers(facts, steps, start=start, done=done)


def test_the_rule_of_existence_is_the_one_the_guide_uses(
    seen: Seen, library: Library, today: date
) -> None:
    assert len(seen.sample) > 3 * SAMPLE
    books = {flow.id: Rulebook(flow, library.knowledge) for flow in library.flows.values()}
    for flow, path, start, done in seen.sample:
        answers = answers_of(path, flow, start, done)
        trail = replay(books[flow.id], answers, today)
        visits = trail.main.visits
        for letter in library.letters.values():
            ground = on_ground(letter, path, done, visits)
            ground = ground and trail.certain_steps.isdisjoint(letter.over)
            expected = ground and holds(letter.when, answers.facts)
            assert (lock(letter, trail) is None) is expected, (flow.id, letter.id, path.steps)


def test_no_letter_of_leerplicht_while_the_absence_is_plain_sickness(seen: Seen) -> None:
    """On the sickness route: only after a DUO report, or once exemption is at hand."""
    assert seen.early == {TOO_EARLY}


def test_readers_get_only_kinds_of_the_matrix(library: Library) -> None:
    for letter in library.letters.values():
        for name in letter.fields:
            field = library.fields[name]
            for reader in letter.readers:
                may = field.writer or field.kind in library.recipients[reader].may
                assert may, (letter.id, name, reader)


def test_nothing_medical_goes_to_leerplicht_duo_or_school(library: Library) -> None:
    for name in NEVER_MEDICAL:
        assert FieldKind.MEDICAL not in library.recipients[name].may
    for letter in library.letters.values():
        if NEVER_MEDICAL & set(letter.readers):
            kinds = {library.fields[name].kind for name in letter.fields}
            assert FieldKind.MEDICAL not in kinds, letter.id


def test_every_letter_that_parents_get_speaks_to_the_pupil_from_12(library: Library) -> None:
    too_young = {"bericht-begin-leerplicht", "besluit-uren-vijfjarige"}
    for letter in library.letters.values():
        if "ouders" in letter.recipients:
            assert letter.pupil_too == (letter.id not in too_young), letter.id


def in_every_situation(
    letter: Letter, facts: tuple[str, ...], domains: Domains
) -> Iterator[dict[str, str]]:
    """Every way the facts of a letter can be, known and not known."""
    known: Situation = {}
    for filled in situations(facts, known, domains):
        for number in range(2 ** len(facts)):
            hidden = {fact for place, fact in enumerate(facts) if number >> place & 1}
            situation = {f: UNKNOWN if f in hidden else value for f, value in filled.items()}
            if may_hold(letter.when, situation):
                yield situation


def test_every_letter_can_be_made_in_every_situation(
    library: Library, today: date, facts_in_letter: Callable[[Letter], tuple[str, ...]]
) -> None:
    filled = {
        name: "; ".join([f"<{name}>"] * max(len(field.columns), 1))
        for name, field in library.fields.items()
    }
    made = 0
    for letter in library.letters.values():
        done: set[tuple[tuple[str, str], ...]] = set()
        for situation in in_every_situation(
            letter, facts_in_letter(letter), library.scheme.domains
        ):
            key = tuple(sorted(situation.items()))
            if key in done:
                continue
            done.add(key)
            for values in ({}, filled):
                for reached in ((), letter.steps):
                    made += 1
                    composed = compose(
                        letter,
                        library.fields,
                        values,
                        situation,
                        library.scheme.domains,
                        library.words_in(situation),
                        frozenset(reached),
                        today,
                    )
                    assert composed.document.blocks
                    if values:
                        assert composed.missing == composed.locked == ()
                    else:
                        assert {f.name for f in composed.locked} == set(letter.required)
    assert made >= 4 * len(library.letters)
