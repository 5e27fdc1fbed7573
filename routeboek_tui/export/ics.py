"""Days to keep as a calendar file: the same day keeps its UID, and a later SEQUENCE when it moves.

The file itself is the memory: who saves it again over the earlier one, moves the days in it.
"""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct


class Day(Struct, frozen=True):
    """A whole day to keep. ``key`` tells it from the others of its meeting; no name stands in it.

    ``about`` is more about it, for who opens the day.
    """

    key: str
    title: str
    on: date
    about: str = ""


class Sent(Struct, frozen=True):
    """A day that went out before, under ``uid``, the ``sequence``-th time."""

    uid: str
    on: date
    title: str
    sequence: int = 0


class Issued(Struct, frozen=True):
    """What went out before: a ``token`` of no meaning that all UIDs share, and each day."""

    token: str
    days: tuple[Sent, ...] = ()


def new() -> Issued:
    """Nothing went out yet."""
    raise NotImplementedError


def issued(data: bytes) -> Issued | None:
    """What went out in an earlier file of this guide; ``None`` when it is none."""
    raise NotImplementedError


def render(days: Iterable[Day], before: Issued, today: date) -> tuple[bytes, Issued]:
    """The calendar file, and what has gone out by then. A day that fell away is cancelled."""
    raise NotImplementedError
