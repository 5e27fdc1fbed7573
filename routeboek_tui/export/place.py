"""What a user typed as the place of a file, made into a path: the same way in every face."""

import os
from pathlib import Path

from routeboek_tui.export.file import ExportError, shown

QUOTES = "\"'"
"""What copying a path on Windows, or a habit from a shell, puts around it."""


def unquoted(typed: str) -> str:
    """``typed`` without blanks and quotes around it."""
    text = typed.strip()
    while len(text) > 1 and text[0] == text[-1] and text[0] in QUOTES:
        text = text[1:-1].strip()
    return text


def place(typed: str | os.PathLike[str], folder: Path | None = None) -> Path:
    """The path meant by ``typed``, below ``folder`` or where the user stands if it is not whole.

    A "~" at the begin stands for the home folder. A path that is no text was made already, and
    stays as it is.

    :raises ExportError: when no file can be called so
    """
    if not isinstance(typed, str):
        return Path(typed)
    text = unquoted(typed)
    if not text:
        raise ExportError("Er staat geen naam van een bestand. Typ er een, zoals brief.docx.")
    if not _can_be(text):
        raise ExportError(f"Dit is geen bestandsnaam: {shown(text)!r}. Kies een andere.")
    whole = os.path.expanduser(text)
    if text.startswith("~") and whole == text:
        home = Path(text).parts[0]
        raise ExportError(
            f"Een gebruiker '{shown(home)}' is er niet. Kies een andere plek, of zet er ./ voor"
            " als het bestand zo moet heten."
        )
    return (folder or Path()) / whole


def _can_be(text: str) -> bool:
    """Whether the system could have a file with this name."""
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False
