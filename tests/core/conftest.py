"""Walks written as lines: ``stap=keuze``, ``stap#2=keuze+keuze``, and ``stap=`` for unknown."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

import pytest

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.replay import Trail, replay
from routeboek_tui.core.rulebook import Rulebook

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
def walk(rulebook: Rulebook, today: date) -> Walk:
    """The trail of these answers along the real route."""

    def walked(
        *lines: str, facts: Mapping[str, str] = MappingProxyType({}), born: date | None = None
    ) -> Trail:
        return replay(rulebook, Answers(dict(facts), tuple(map(answer, lines)), born), today)

    return walked
