"""What the guide remembers between two runs: never anything about a pupil."""

import json
from collections.abc import Mapping
from pathlib import Path

from routeboek_tui.core.facts import DOMAINS
from routeboek_tui.library.places import settings_file

THEMES = ("routeboek-licht", "routeboek-donker", "routeboek-contrast")

_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "sector": DOMAINS["sector"],
    "gemeente": DOMAINS["gemeente"],
    "thema": THEMES,
}


def recall(file: Path | None = None) -> dict[str, str]:
    """The last used sector, gemeente and thema; what is missing or unreadable is left out."""
    try:
        kept = json.loads((file or settings_file()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {name: kept[name] for name, values in _ALLOWED.items() if kept.get(name) in values}


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
