"""Where sources disagree."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from routeboek_tui.core.facts import When


class Weight(StrEnum):
    """What goes wrong for whom when a difference between sources is overlooked."""

    STEP = "step"
    """A wrong step."""
    PERSON = "person"
    """A wrong person, term or form."""
    WORDING = "wording"
    """Only words."""


class Conflict(Struct, frozen=True):
    """A place where sources disagree: what each says, and how the guide handles it.

    It is shown at the ``steps`` and ``pages`` named, under the facts of ``when``.
    """

    id: str
    about: str
    weight: Weight
    says: Mapping[str, str]
    handling: str
    when: When = field(default_factory=dict)
    steps: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
