"""The own days of a school: a small file of its own beside the settings, one day or span a line.

``2027-02-08 studiedag`` or ``2027-02-13..2027-02-21 voorjaarsvakantie``; what follows a ``#`` is
for who reads it. Only the names of ``content/kalender/namen.yaml`` may stand behind a day, so that
no name of a pupil can.
"""

from collections.abc import Mapping
from pathlib import Path

from routeboek_tui.core.calendar import SATURDAY, days
from routeboek_tui.library import ordinary_file
from routeboek_tui.library.calendar import FreeName, OwnDay, OwnDays
from routeboek_tui.library.problems import Problem
from routeboek_tui.text import dates
from routeboek_tui.text.spelling import suggestion

LARGEST = 100_000
"""Bytes. A larger file is not one of ours."""

LONGEST = 65
"""Days. A longer span is taken for a slip."""

EXAMPLE = "Schrijf bijvoorbeeld: 2027-02-08 studiedag"


def read_own_days(file: Path, names: Mapping[str, FreeName]) -> OwnDays:
    """The days in ``file``, and a problem for every line that is none; no file has no days."""
    where = str(file)
    try:
        raw = ordinary_file.read(file, LARGEST + 1)
    except FileNotFoundError:
        return OwnDays()
    except OSError:
        return OwnDays(problems=(Problem(where, 1, "Dit bestand is niet te lezen."),))
    if len(raw) > LARGEST:
        message = "Dit bestand is te groot voor een lijst van vrije dagen."
        return OwnDays(problems=(Problem(where, 1, message),))
    known = {name: kind for kind, each in names.items() for name in each.names}
    found: list[OwnDay] = []
    problems: list[Problem] = []
    for number, line in enumerate(raw.decode("utf-8-sig", "replace").split("\n"), start=1):
        text = line.partition("#")[0].strip()
        if not text:
            continue
        read = _line(text, number, known)
        if isinstance(read, OwnDay):
            read = _apart(read, found) or read
        if isinstance(read, OwnDay):
            found.append(read)
        else:
            problems.append(Problem(where, number, read))
    return OwnDays(tuple(found), tuple(problems))


def _line(text: str, number: int, known: Mapping[str, str]) -> OwnDay | str:
    """The day or days of one line, or what is wrong with it."""
    end = max((day.end for day in dates.find(text, None)), default=0)
    written, _, name = text[end:].partition(" ")
    written = text[:end] + written
    name = " ".join(name.lower().split())
    parts = written.split("..")
    found = [dates.read(part) for part in parts]
    for part, day in zip(parts, found, strict=True):
        if day is None:
            return f"“{part}” is geen dag. {EXAMPLE}"
    first, last = found[0], found[-1]
    if len(parts) > 2 or first is None or last is None:  # noqa: PLR2004 - a first and a last day
        return f"“{written}” is geen eerste en laatste dag. {EXAMPLE}"
    if not name:
        return f"Achter de dag staat niet wat er dan is. {EXAMPLE}"
    if name not in known:
        return (
            f"“{name}” kent de gids niet als vrije dag.{suggestion(name, known)}"
            f" Kies uit: {', '.join(known)}."
        )
    return _checked(OwnDay(known[name], first, last, number))


def _checked(own: OwnDay) -> OwnDay | str:
    if own.last < own.first:
        return f"De laatste dag ({own.last}) ligt voor de eerste ({own.first})."
    if (own.last - own.first).days >= LONGEST:
        return f"Dit zijn {(own.last - own.first).days + 1} dagen. Kijk de dagen na."
    if not any(day.weekday() < SATURDAY for day in days(own.first, own.last)):
        return "Dit is alleen weekend: dan is er al geen school. Kijk de dag na."
    return own


def _apart(own: OwnDay, found: list[OwnDay]) -> str:
    """What is wrong where a day stands there twice; "" where none does."""
    for other in found:
        if own.first <= other.last and other.first <= own.last:
            return f"Deze dag staat ook op regel {other.line}."
    return ""
