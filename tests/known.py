"""What the real guide knows, read once, for every test."""

import sys
import tempfile
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from routeboek_tui.library.cache import store, stored
from routeboek_tui.library.compiled import _signature
from routeboek_tui.library.content import Library
from routeboek_tui.library.load import read

ROOT = Path(__file__).resolve().parent.parent


@cache
def guide() -> Library:
    """The guide as it stands in the checkout, read from its files.

    It is read anew where a file of it changed or any code did; else as it was read, from a file.
    """
    file = Path(tempfile.gettempdir()) / f"routeboek-gids-{_checkout()}" / f"gids-{_state()}.json"
    kept = stored(file, Library)
    if kept is not None:
        return kept
    library, problems = read(ROOT)
    assert not problems, "\n".join(map(str, problems))
    store(file, library)
    return library


def _checkout() -> str:
    return sha256(f"{ROOT} {sys.version}".encode()).hexdigest()[:16]


def _state() -> str:
    """The state of all code, and of every file of the guide on this day."""
    code = sha256(_signature(ROOT).encode())
    for each in (ROOT / "requirements-dev.lock", *sorted((ROOT / "routeboek_tui").rglob("*.py"))):
        code.update(each.read_bytes())
    return code.hexdigest()[:32]


def in_words(file: Path) -> Any:
    """What stands in a YAML file, with every value as it is written."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(file.read_text(encoding="utf-8"), loader)


def in_kinds(file: Path) -> Any:
    """What stands in a YAML file, with every value as what it is: a number, a day, a text."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(file.read_text(encoding="utf-8"), loader)


KNOWLEDGE = guide().knowledge
