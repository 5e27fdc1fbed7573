"""A place to practise that is the same in every test: three cases, and a fixed moment."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from msgspec.structs import replace

from routeboek_tui.conversation.practice.sheet import Sheet
from routeboek_tui.course.practice.training import Training
from routeboek_tui.library.content import Library
from routeboek_tui.library.progress import Store
from routeboek_tui.library.training import Training as Kit
from routeboek_tui.library.training import read_training

ROOT = Path(__file__).resolve().parent.parent
CASES = ("vijfde-griepje", "vier-keer-ziek-wel-zorgen", "precies-zestien-uur")
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)

Practice: TypeAlias = Callable[..., Training]


@cache
def whole() -> Kit:
    """Everything there is to practise with, read from its files."""
    from tests.known import guide

    return read_training(ROOT, guide())


def kit() -> Kit:
    """The words, and the three cases."""
    return replace(whole(), exercises={name: whole().exercises[name] for name in CASES})


def place(library: Library, folder: Path, **given: Any) -> Training:
    """A place to practise at :data:`NOW`."""
    return Training(library, kit(), Store(folder), given.pop("now", lambda: NOW), **given)


def text(sheet: Sheet) -> str:
    """What a sheet says, a line for each of its lines."""
    return "\n".join(line.text for line in sheet.lines)


def begun(practice: Practice, case: str) -> Training:
    """A case of which the story was read."""
    place: Training = practice(first=case)
    place.hear("")
    return place


def played(place: Training, *lines: str) -> Sheet:
    """The sheet after these lines."""
    for line in lines:
        place.hear(line)
    return place.sheet
