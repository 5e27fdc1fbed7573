"""Those whose turn it can be."""

from msgspec import Struct


class Actor(Struct, frozen=True):
    """Someone whose turn it can be. ``names`` are what our texts call such a one."""

    id: str
    word: str
    about: str
    names: tuple[str, ...] = ()
