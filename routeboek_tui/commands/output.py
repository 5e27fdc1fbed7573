"""What a command writes: lines to read, or JSON for a program."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from routeboek_tui.commands.refusal import Exit, Refusal
from routeboek_tui.lines.lines import Lines

JSON_VERSION = 2
"""The version of what ``--json`` writes; it grows when a name changes or goes."""


def write_json(data: Mapping[str, Any]) -> None:
    """Write ``data`` for a program, with the version of its form."""
    text = json.dumps({"version": JSON_VERSION, **data}, ensure_ascii=False, indent=2)
    sys.stdout.write(f"{text}\n")


def lines() -> Lines:
    """Where lines go."""
    return Lines.between(sys.stdin, sys.stdout)


def typed_place(typed: str) -> Path:
    """The path meant by what was typed after an option.

    :raises Refusal: when no file or folder can be called so
    """
    from routeboek_tui.export.file import ExportError
    from routeboek_tui.export.place import place

    try:
        return place(typed)
    except ExportError as error:
        raise Refusal(str(error), Exit.NOT_WRITTEN) from error
