"""A difference between sources, in words."""

from msgspec import Struct


class Difference(Struct, frozen=True):
    """A place where sources disagree: what each source says, and how the guide handles it."""

    about: str
    says: tuple[tuple[str, str], ...]
    handling: str
