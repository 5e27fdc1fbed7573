"""Walks written as lines: ``stap=keuze``, ``stap#2=keuze+keuze``, and ``stap=`` for unknown."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

import pytest

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.replay import Trail, replay
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.library.actions import Known
from routeboek_tui.library.content import Library
from routeboek_tui.library.flows import read_flow
from routeboek_tui.library.problems import Problem

ROUTE = Path(__file__).parent / "proef.yaml"

Walk: TypeAlias = Callable[..., Trail]


def answer(line: str) -> Answer:
    """One answer; a day may follow after ``@``: ``stap=keuze@2026-03-01``."""
    step, _, said = line.partition("=")
    said, _, on = said.partition("@")
    step, _, visit = step.partition("#")
    choices = tuple(said.split("+")) if said else ()
    return Answer(step, int(visit or 1), choices, {}, date.fromisoformat(on) if on else None)


@pytest.fixture(scope="session")
def said() -> Callable[[str], Answer]:
    return answer


@pytest.fixture(scope="session")
def rulebook(library: Library) -> Rulebook:
    """The route of ``proef.yaml``, which stands apart from the content."""
    known = Known(
        actors=frozenset(library.actors),
        sources=frozenset(library.sources),
        regions={name: edition.region for name, edition in library.editions.items()},
        words=frozenset(),
        scheme=library.scheme,
        figures=library.figures,
        on=date(2026, 11, 23),
    )
    problems: list[Problem] = []
    text = ROUTE.read_text(encoding="utf-8")
    found = read_flow(text, ROUTE.name, known, problems)
    assert found is not None
    assert not problems, "\n".join(map(str, problems))
    return Rulebook(found.flow, library.knowledge)


@pytest.fixture(scope="session")
def walk(rulebook: Rulebook, today: date) -> Walk:
    """The trail of these answers along that route."""

    def walked(
        *lines: str, facts: Mapping[str, str] = MappingProxyType({}), born: date | None = None
    ) -> Trail:
        return replay(rulebook, Answers(dict(facts), tuple(map(answer, lines)), born), today)

    return walked
