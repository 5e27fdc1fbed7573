"""What can stand under the name of a file without being an ordinary one."""

import os
import socket
from pathlib import Path

import pytest

OBSTACLES = ("folder", "pipe", "socket", "device", "loop", "nowhere")
"""A link to itself is a "loop", a link to what is gone is "nowhere"."""


def put(obstacle: str, path: Path) -> None:
    """Put ``obstacle`` at ``path``; the test is skipped where the system does not know it."""
    try:
        if obstacle == "folder":
            path.mkdir()
        elif obstacle == "pipe":
            os.mkfifo(path)
        elif obstacle == "socket":
            _bind(path)
        else:
            links = {"device": Path("/dev/zero"), "loop": path, "nowhere": path.parent / "weg"}
            path.symlink_to(links[obstacle])
    except (AttributeError, OSError):
        pytest.skip("this system has no such thing")


def _bind(path: Path) -> None:
    back = Path.cwd()
    try:
        # The name of a socket may not be long.
        os.chdir(path.parent)
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(back)


NO_PLACES = {
    "a home of nobody": "~niemand-heet-zo/brief.txt",
    "a name too long": "{folder}/" + "x" * 300 + ".txt",
    "a path too long": "{folder}/" + "map/" * 2_000 + "brief.txt",
    "a folder": "{folder}/map.txt",
    "no folder": "{folder}/weg/brief.txt",
    "a file as folder": "{folder}/los.txt/brief.txt",
    "a device": "{folder}/device.txt",
    "a pipe": "{folder}/pipe.txt",
    "a socket": "{folder}/socket.txt",
    "another format": "{folder}/brief.exe",
    "no format": "{folder}/brief",
}
"""What a user can type as the place of a letter where none can be written."""


def no_place(kind: str, folder: Path) -> str:
    """What to type for one of :data:`NO_PLACES`, with what it needs put in ``folder``."""
    (folder / "los.txt").write_bytes(b"van mij")
    (folder / "map.txt").mkdir()
    for obstacle in ("device", "pipe", "socket"):
        if obstacle in kind:
            put(obstacle, folder / f"{obstacle}.txt")
    return NO_PLACES[kind].format(folder=folder)
