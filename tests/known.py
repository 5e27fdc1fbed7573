"""What the real guide knows, read once, for every test."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from routeboek_tui.library.content import Library
from routeboek_tui.library.load import read

ROOT = Path(__file__).resolve().parent.parent


@cache
def guide() -> Library:
    """The guide as it stands in the checkout, read from its files."""
    library, problems = read(ROOT)
    assert not problems, "\n".join(map(str, problems))
    return library


def in_words(file: Path) -> Any:
    """What stands in a YAML file, with every value as it is written."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(file.read_text(encoding="utf-8"), loader)


def in_kinds(file: Path) -> Any:
    """What stands in a YAML file, with every value as what it is: a number, a day, a text."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(file.read_text(encoding="utf-8"), loader)


KNOWLEDGE = guide().knowledge
