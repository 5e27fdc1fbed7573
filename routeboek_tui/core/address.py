"""The address of a place in the guide, as it is written: ``kind:name#part@visit``."""

from msgspec import Struct

STEP, PAGE, PART, LETTER = "stap", "boek", "tafel", "brief"
CONFLICT, FACT, PAPER = "verschil", "feit", "stuk"
KINDS = (STEP, PAGE, PART, LETTER, CONFLICT, FACT, PAPER)
"""The kinds of place that can be read. A ``tafel`` is one heading of the page of a tafel."""


class Address(Struct, frozen=True):
    """A place, such as ``stap:ziekteverzuim/drempel#melden@2`` or ``tafel:mdo/eerst``.

    The ``name`` of a step has its route before it, that of a heading its page. ``part`` is an
    action or a choice of a step, ``visit`` which time one is there; "" where none is meant.
    """

    kind: str
    name: str
    part: str = ""
    visit: str = ""

    @classmethod
    def read(cls, written: str) -> "Address":
        """The address that is ``written``; without a kind its name is empty."""
        place, _, visit = written.partition("@")
        place, _, part = place.partition("#")
        kind, _, name = place.partition(":")
        return cls(kind, name, part, visit)

    @classmethod
    def of_step(cls, route: str, step: str, part: str = "") -> "Address":
        """The address of a step of a route, or of an action or a choice of it."""
        return cls(STEP, f"{route}/{step}", part)

    @property
    def holder(self) -> str:
        """What it is in: the route of a step, the page of a heading; a page is its own."""
        return self.name.partition("/")[0]

    @property
    def leaf(self) -> str:
        """Its own name, without what it is in."""
        return self.name.rpartition("/")[2]

    def __str__(self) -> str:
        """As it is written."""
        part = f"#{self.part}" if self.part else ""
        visit = f"@{self.visit}" if self.visit else ""
        return f"{self.kind}:{self.name}{part}{visit}"
