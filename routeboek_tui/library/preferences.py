"""What the guide remembers between two runs: never anything about a pupil."""

import json
from collections.abc import Mapping
from pathlib import Path

from routeboek_tui.core.facts import DOMAINS
from routeboek_tui.library.places import settings_file

THEMES = ("routeboek-licht", "routeboek-donker", "routeboek-contrast")

HOME = "haaglanden"
"""The regio of which the guide knows the gemeenten."""

_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "regio": DOMAINS["regio"],
    "sector": DOMAINS["sector"],
    "gemeente": DOMAINS["gemeente"],
    "thema": THEMES,
}


def recall(file: Path | None = None) -> dict[str, str]:
    """The last used regio, gemeente, sector and thema; what cannot be read is left out.

    A gemeente is left out as well where the regio is another one than hers.
    """
    try:
        kept = json.loads((file or settings_file()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, dict):
        return {}
    found = {name: kept[name] for name, values in _ALLOWED.items() if kept.get(name) in values}
    if found.get("regio", HOME) != HOME:
        found.pop("gemeente", None)
    return found


def overruled(kept: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """What was ``kept``, with what is ``given`` now; a place given replaces the kept one."""
    place = {"regio", "gemeente"}
    gone = place if place & given.keys() else set()
    return {**{name: value for name, value in kept.items() if name not in gone}, **given}


def remember(values: Mapping[str, str], file: Path | None = None) -> None:
    """Keep those of ``values`` that may be kept; failing to is no problem for anyone."""
    path = file or settings_file()
    kept = recall(path)
    kept.update({n: v for n, v in values.items() if n in _ALLOWED and v in _ALLOWED[n]})
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    except OSError:
        return
