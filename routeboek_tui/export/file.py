"""Saving bytes to a file: whole or not at all, and in plain Dutch when it fails."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from routeboek_tui.library import ordinary_file

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR}
_NAME = {errno.EINVAL, errno.ENAMETOOLONG}

LONGEST = 120
"""Characters of a path in a sentence."""

NO_FOLDER = "De map '{}' bestaat niet. Maak de map of kies een andere."


Say: TypeAlias = Callable[[str], object]
"""Takes a Dutch sentence about a file that is made, which the reader should know."""


def silent(_: str) -> None:
    """Say nothing."""


class ExportError(Exception):
    """A file that could not be written. Its text says in Dutch what, where and what to do."""


class FileExists(ExportError):
    """There is a file of that name already."""


def save(data: bytes, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """Write ``data`` to ``path``, whole or not at all.

    :raises FileExists: when the file is there and ``overwrite`` is false
    :raises ExportError: when it cannot be written
    """
    target = Path(path)
    try:
        _refuse(target, overwrite=overwrite)
        ordinary_file.write(data, target)
    except OSError as error:
        raise ExportError(_explain(error, target)) from error
    except ValueError as error:
        raise ExportError(f"Dit is geen bestandsnaam: {shown(path)!r}. Kies een andere.") from error


def shown(path: str | os.PathLike[str]) -> str:
    """``path`` as it stands in a sentence: of a long one the end."""
    text = os.fspath(path)
    return text if len(text) <= LONGEST else f"…{text[-LONGEST:]}"


def _refuse(target: Path, *, overwrite: bool) -> None:
    folder = target.parent
    if not folder.is_dir():
        raise ExportError(NO_FOLDER.format(shown(folder)))
    if target.is_dir():
        raise ExportError(f"'{shown(target)}' is een map. Kies een naam voor het bestand.")
    if target.exists() and not target.is_file():
        raise ExportError(f"'{shown(target)}' is geen gewoon bestand. Kies een andere naam.")
    if target.exists() and not overwrite:
        raise FileExists(
            f"Er is al een bestand '{shown(target.name)}' in '{shown(folder)}'."
            " Kies een andere naam of vervang het bestand."
        )


def _explain(error: OSError, target: Path) -> str:
    if error.errno in _FULL:
        return (
            f"De schijf is vol: '{shown(target.name)}' past niet in '{shown(target.parent)}'."
            " Maak ruimte of kies een andere map."
        )
    if error.errno in _DENIED:
        return (
            f"Je mag '{shown(target.name)}' niet schrijven in '{shown(target.parent)}'."
            " Sluit het bestand als het nog open is, of kies een andere map."
        )
    if error.errno in _NAME:
        return f"De naam '{shown(target.name)}' kan hier niet. Kies een kortere of andere naam."
    if error.errno in _GONE:
        return NO_FOLDER.format(shown(target.parent))
    return (
        f"'{shown(target.name)}' opslaan in '{shown(target.parent)}' is niet gelukt"
        f" (fout {error.errno}). Probeer een andere map."
    )
