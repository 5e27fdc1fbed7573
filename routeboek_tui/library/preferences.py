"""What the guide remembers between two runs: never anything about a pupil."""

import json
from collections.abc import Mapping
from pathlib import Path

from routeboek_tui.core.facts import PLACE, REGION, SECTOR, Scheme
from routeboek_tui.library import ordinary_file
from routeboek_tui.library.places import settings_file

THEMES = ("routeboek-licht", "routeboek-donker", "routeboek-contrast", "routeboek-beamer")


LARGEST = 100_000
"""Bytes. A larger file is not one of ours."""


def recall(scheme: Scheme, file: Path | None = None) -> dict[str, str]:
    """The last used regio, gemeente, sector and thema; what cannot be read is left out.

    A gemeente is left out as well where the regio is another one than hers.
    """
    try:
        kept = json.loads(ordinary_file.read(file or settings_file(), LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    allowed = _allowed(scheme)
    found = {name: kept[name] for name, values in allowed.items() if kept.get(name) in values}
    if any(found.get(name, value) != value for name, value in scheme.settled(found).items()):
        found.pop(PLACE, None)
    return found


def overruled(kept: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """What was ``kept``, with what is ``given`` now; a place given replaces the kept one."""
    place = {REGION, PLACE}
    gone = place if place & given.keys() else set()
    return {**{name: value for name, value in kept.items() if name not in gone}, **given}


def remember(scheme: Scheme, values: Mapping[str, str], file: Path | None = None) -> None:
    """Keep those of ``values`` that may be kept; failing to is no problem for anyone."""
    path = file or settings_file()
    allowed = _allowed(scheme)
    kept = recall(scheme, path)
    kept.update({n: v for n, v in values.items() if v in allowed.get(n, ())})
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        ordinary_file.write(json.dumps(kept, ensure_ascii=False).encode(), path)
    except OSError:
        return


def _allowed(scheme: Scheme) -> dict[str, tuple[str, ...]]:
    places = {fact: scheme.domains[fact] for fact in (REGION, SECTOR, PLACE)}
    return {**places, "thema": THEMES}
