"""A file as others leave it: read only where it is an ordinary one, and written whole or not.

A pipe, a device or a socket under the name of a file would hold up whoever reads it, or never end.
"""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path


def read(path: Path, most: int = -1) -> bytes:
    """What is in the file at ``path``, up to ``most`` bytes.

    :raises OSError: when it cannot be read, also where it is no ordinary file
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "no ordinary file", str(path))
    with path.open("rb") as file:
        return file.read(most)


def read_text(path: Path, errors: str = "strict") -> str:
    """The text of the file at ``path``, with plain line ends and without a mark before it.

    :raises OSError: when it cannot be read, also where it is no ordinary file
    :raises UnicodeDecodeError: when it is no UTF-8, unless ``errors`` says what to do then
    """
    text = read(path).decode("utf-8-sig", errors)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def write(data: bytes, path: Path) -> None:
    """Put ``data`` in ``path``: whoever looks sees the old file or the new one, never half of it.

    Only the owner can read a file made this way.

    :raises OSError: when it cannot be written; then nothing is left beside it
    """
    import tempfile

    kind = path.name.partition("-")[0][:40]
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{kind}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
