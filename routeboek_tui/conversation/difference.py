"""A difference between sources, in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where sources disagree: what each source says, and how the guide handles it."""

    about: str
    says: tuple[tuple[str, str], ...]
    handling: str
