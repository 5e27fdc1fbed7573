"""Those whose turn it can be."""

from msgspec import Struct


class Actor(Struct, frozen=True):
    """Someone whose turn it can be. ``names`` are what our texts call such a one.

    ``readers`` are the roles of who reads to whom this actor is "you".
    """

    id: str
    word: str
    about: str
    names: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
