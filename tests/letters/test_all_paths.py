"""Every letter on every path: when it exists, who reads it, and that it can be made.

A path without its loops is a path too, so what holds for a step on all paths holds on every walk.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

import pytest

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import DOMAINS, UNKNOWN, holds, situations
from routeboek_tui.core.letter import FieldKind, Letter
from routeboek_tui.core.paths import Path, paths
from routeboek_tui.core.replay import replay
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.letters.availability import available
from routeboek_tui.letters.compose import compose
from routeboek_tui.library.content import Library

ROUTE = "ziekteverzuim"
OFFICES = {"leerplicht", "duo"}
NEVER_MEDICAL = {"leerplicht", "duo", "school"}

REPORTED = "duo_melding"
"""From here the absence is no longer plain sickness: leerplicht comes in by the report."""

TOWARDS_EXEMPTION = ("advies_driehoek", "beroep_vrijstelling")
"""The other way in: the overleg advises the Driehoeksoverleg, or the parents claim exemption."""

TOO_EARLY = "te-vroeg"
"""A letter that breaks the rule on purpose: leerplicht writes at the first overleg."""

SAMPLE = 150

Moment: TypeAlias = tuple[frozenset[str], tuple[tuple[str, str], ...]]
"""The grounds passed so far, and the facts the arrows fixed so far."""


@dataclass
class Seen:
    """Where each letter first exists on some path, and paths on which to try it for real."""

    moments: dict[str, set[Moment]] = field(default_factory=dict)
    sample: list[Path] = field(default_factory=list)


def first_index(path: Path) -> dict[str, int]:
    """Per step the number of the move at which the path first comes past it."""
    found: dict[str, int] = {}
    for number, move in enumerate(path.moves):
        found.setdefault(move.step, number)
        for edge in move.alongside:
            found.setdefault(edge.to, number)
    if not path.loop:
        found.setdefault(path.end, len(path.moves))
    return found


@pytest.fixture(scope="module")
def seen(library: Library, rulebook: Rulebook) -> Seen:
    """All paths, walked once."""
    letters = list(library.letters.values())
    letters.append(replace(library.letters["afsprakenbrief"], id=TOO_EARLY, steps=("mdo_jes",)))
    found = Seen({letter.id: set() for letter in letters})
    steps = {step for letter in letters for step in letter.steps}
    gates = (REPORTED, *TOWARDS_EXEMPTION)
    draw = random.Random(3)
    for path in paths(rulebook):
        if draw.random() < SAMPLE / 170_000:
            found.sample.append(path)
        at = first_index(path)
        facts: list[tuple[tuple[str, str], ...]] = [()]
        known: dict[str, str] = {}
        for move in path.moves:
            if move.facts:
                known = {**known, **move.facts}
                facts.append(tuple(sorted(known.items())))
            else:
                facts.append(facts[-1])
        moments: dict[int, Moment] = {}
        for step in steps & at.keys():
            number = at[step]
            if number not in moments:
                passed = frozenset(gate for gate in gates if at.get(gate, number + 1) <= number)
                moments[number] = (passed, facts[number])
        for letter in letters:
            numbers = [at[step] for step in letter.steps if step in at]
            if numbers:
                moment = moments[min(numbers)]
                if not letter.when or possible(letter, dict(moment[1])):
                    found.moments[letter.id].add(moment)
    return found


def possible(letter: Letter, facts: Mapping[str, str]) -> bool:
    """Whether no fact fixed so far contradicts what the letter asks."""
    return all(facts.get(fact, values[0]) in values for fact, values in letter.when.items())


def test_every_letter_exists_on_some_path(seen: Seen) -> None:
    assert [letter for letter, moments in seen.moments.items() if not moments] == []


def test_the_rule_of_existence_is_the_one_the_guide_uses(
    seen: Seen, library: Library, rulebook: Rulebook, today: date
) -> None:
    for path in seen.sample:
        answers = answers_of(path)
        trail = replay(rulebook, answers, today)
        passed = set(path.steps) | {visit.step for visit in trail.main.visits}
        for letter in library.letters.values():
            expected = bool(passed & set(letter.steps)) and holds(letter.when, answers.facts)
            assert available(letter, trail) is expected, (letter.id, path.steps)


def answers_of(path: Path) -> Answers:
    facts = {fact: values[0] for fact, values in DOMAINS.items()} | dict(path.situation)
    steps = tuple(Answer(move.step, 1, move.taken) for move in path.moves if move.taken)
    return Answers(facts, steps)


def test_no_letter_of_leerplicht_while_the_absence_is_plain_sickness(
    seen: Seen, library: Library
) -> None:
    """Leerplicht writes or reads only after a DUO report, or once exemption is at hand."""
    too_early = {
        letter.id
        for letter in library.letters.values()
        if letter.sender == "leerplicht" or OFFICES & set(letter.readers)
        for passed, _ in seen.moments[letter.id]
        if not passed
    }
    assert too_early == set()
    assert not all(passed for passed, _ in seen.moments[TOO_EARLY])


def test_letters_of_the_sickness_half_need_the_report_itself(
    seen: Seen, library: Library, rulebook: Rulebook
) -> None:
    """A letter whose ground does not lie beyond the Driehoeksoverleg exists after a DUO report."""
    beyond = beyond_gates(rulebook)
    for letter in library.letters.values():
        office = letter.sender == "leerplicht" or OFFICES & set(letter.readers)
        if office and not set(letter.steps) <= beyond:
            assert all(REPORTED in passed for passed, _ in seen.moments[letter.id]), letter.id


def beyond_gates(rulebook: Rulebook) -> set[str]:
    """The steps that no walk reaches without the advice or the claim."""
    flow = rulebook.flow
    reached, todo = {flow.start}, [flow.start]
    while todo:
        for _, edge in flow.steps[todo.pop()].ways():
            if edge.to not in reached and edge.to not in TOWARDS_EXEMPTION:
                reached.add(edge.to)
                todo.append(edge.to)
    return set(flow.steps) - reached


def test_the_steps_beyond_the_gates_are_those_of_the_driehoeksoverleg(rulebook: Rulebook) -> None:
    assert beyond_gates(rulebook) == {
        "advies_driehoek",
        "akkoord_driehoek",
        "gesprek_weigering",
        "schoolinschrijving",
        "aanmelding_met_school",
        "aanmelding_zonder_school",
        "driehoeksoverleg",
        "bericht_vrijstelling",
        "bericht_passend_onderwijs",
        "school_zoeken",
        "beroep_vrijstelling",
        "beroep_zonder_driehoek",
        "oordeel_sma_arts",
        "vrijstelling",
        "geen_vrijstelling",
    }


def test_readers_get_only_kinds_of_the_matrix(library: Library) -> None:
    for letter in library.letters.values():
        for name in letter.fields:
            kind = library.fields[name].kind
            for reader in letter.readers:
                assert kind in library.recipients[reader].may, (letter.id, name, reader)


def test_nothing_medical_goes_to_leerplicht_duo_or_school(library: Library) -> None:
    for office in NEVER_MEDICAL:
        assert FieldKind.MEDICAL not in library.recipients[office].may
    for letter in library.letters.values():
        if NEVER_MEDICAL & set(letter.readers):
            kinds = {library.fields[name].kind for name in letter.fields}
            assert FieldKind.MEDICAL not in kinds, letter.id


def in_every_situation(
    letter: Letter, fixed: Mapping[str, str], facts: tuple[str, ...]
) -> Iterator[dict[str, str]]:
    """Every way the facts of a letter can be, known and not known, where an arrow fixed none."""
    known = {fact: value for fact, value in fixed.items() if fact in facts}
    known |= {fact: values[0] for fact, values in letter.when.items()}
    free = tuple(fact for fact in facts if fact not in known)
    for filled in situations(free, {}):
        for number in range(2 ** len(free)):
            hidden = {fact for place, fact in enumerate(free) if number >> place & 1}
            yield {**known, **{f: UNKNOWN if f in hidden else v for f, v in filled.items()}}


def test_every_letter_can_be_made_wherever_it_exists(
    seen: Seen,
    library: Library,
    today: date,
    facts_in_letter: Callable[[Letter], tuple[str, ...]],
) -> None:
    filled = {name: f"<{name}>" for name in library.fields}
    made = 0
    for letter in library.letters.values():
        facts = facts_in_letter(letter)
        done: set[tuple[tuple[str, str], ...]] = set()
        for _, fixed in seen.moments[letter.id]:
            for situation in in_every_situation(letter, dict(fixed), facts):
                key = tuple(sorted(situation.items()))
                if key in done:
                    continue
                done.add(key)
                for values in ({}, filled):
                    made += 1
                    composed = compose(
                        letter,
                        library.fields,
                        values,
                        situation,
                        library.words_in(situation),
                        frozenset(letter.steps),
                        today,
                    )
                    assert composed.document.blocks
                    if values:
                        assert composed.missing == composed.locked == ()
                    else:
                        assert {f.name for f in composed.locked} == set(letter.required)
    assert made >= 2 * len(library.letters)
