"""A value in the user's cache, sealed: what was damaged, cut off or put there by others is none.

A seal is taken over the name of the file and every byte after it. Losing a cache costs only time.
"""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec

from routeboek_tui.library import ordinary_file

SEAL = 32
"""Bytes at the begin of a file that say that the rest is whole."""

T = TypeVar("T")


def stored(file: Path, kind: type[T]) -> T | None:
    """The value that was stored in ``file``; ``None`` where it must be made again."""
    try:
        kept = ordinary_file.read(file)
        data = memoryview(kept)[SEAL:]
        return msgspec.json.decode(data, type=kind) if kept[:SEAL] == _seal(file, data) else None
    except (OSError, msgspec.MsgspecError):
        return None


def store(file: Path, value: object) -> None:
    """Keep ``value`` in ``file``; failing to is no problem.

    What else was kept of the same kind, which stands before the "-" in its name, is thrown away.
    """
    data = msgspec.json.encode(value)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        ordinary_file.write(_seal(file, memoryview(data)) + data, file)
        kind = file.name.partition("-")[0]
        for old in (*file.parent.glob(f"{kind}-*"), *file.parent.glob(f".{kind}-*.tmp")):
            if old != file:
                old.unlink()


def _seal(file: Path, data: memoryview) -> bytes:
    seal = sha256(file.name.encode())
    seal.update(data)
    return seal.digest()
