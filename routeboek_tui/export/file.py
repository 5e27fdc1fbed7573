"""Saving bytes to a file: whole or not at all, and in plain Dutch when it fails."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NAME = {errno.EINVAL, errno.ENAMETOOLONG}


class ExportError(Exception):
    """A file that could not be written. Its text says in Dutch what, where and what to do."""


class FileExists(ExportError):
    """There is a file of that name already."""


def save(data: bytes, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """Write ``data`` to ``path``.

    The bytes go to a file beside it first, which then takes the name: whoever
    looks sees the old file or the new one, never half of it.

    :raises FileExists: when the file is there and ``overwrite`` is false
    :raises ExportError: when it cannot be written
    """
    target = Path(path)
    try:
        _refuse(target, overwrite=overwrite)
        _replace(data, target)
    except OSError as error:
        raise ExportError(_explain(error, target)) from error
    except ValueError as error:
        raise ExportError(f"Dit is geen bestandsnaam: {str(path)!r}. Kies een andere.") from error


def _refuse(target: Path, *, overwrite: bool) -> None:
    folder = target.parent
    if not folder.is_dir():
        raise ExportError(f"De map '{folder}' bestaat niet. Maak de map of kies een andere.")
    if target.is_dir():
        raise ExportError(f"'{target}' is een map. Kies een naam voor het bestand.")
    if target.exists() and not overwrite:
        raise FileExists(
            f"Er is al een bestand '{target.name}' in '{folder}'."
            " Kies een andere naam of vervang het bestand."
        )


def _replace(data: bytes, target: Path) -> None:
    # Only the owner can read a file made this way; a letter holds personal data.
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".routeboek-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _explain(error: OSError, target: Path) -> str:
    if error.errno in _FULL:
        return (
            f"De schijf is vol: '{target.name}' past niet in '{target.parent}'."
            " Maak ruimte of kies een andere map."
        )
    if error.errno in _DENIED:
        return (
            f"Je mag '{target.name}' niet schrijven in '{target.parent}'."
            " Sluit het bestand als het nog open is, of kies een andere map."
        )
    if error.errno in _NAME:
        return f"De naam '{target.name}' kan hier niet. Kies een kortere of andere naam."
    return (
        f"'{target.name}' opslaan in '{target.parent}' is niet gelukt"
        f" (fout {error.errno}). Probeer een andere map."
    )
