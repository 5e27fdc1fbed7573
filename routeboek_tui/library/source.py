"""Where the guide has it from: the documents, their editions, and what each of them claims."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field


class SourceDocument(Struct, frozen=True):
    """A document the guide rests on; ``outside`` is general information, not the routeboek.

    ``region`` says where it holds, in words; ``regio`` is the value of that fact, "" for all.
    ``seen`` is the day on which someone read what is outside.
    ``names`` are what our texts call it, where they say for whom something holds.
    """

    id: str
    title: str
    edition: str
    region: str
    sectors: tuple[str, ...] = ()
    note: str = ""
    outside: bool = False
    regio: str = ""
    seen: date | None = None
    names: tuple[str, ...] = ()


class Edition(Struct, frozen=True):
    """An edition of the routeboek: where, for whom and when it holds.

    ``region`` is a value of the fact ``regio``, "" where it holds in all of them.
    ``since`` and ``until`` are its first and last day (``None``: still current). ``assumed``
    says why a date is ours, where the source gives none. ``unsaid`` is what to know of it where
    nobody said the sector, and it is for one alone.
    """

    id: str
    title: str
    region: str
    municipalities: tuple[str, ...]
    sectors: tuple[str, ...]
    year: str
    since: date
    until: date | None = None
    assumed: str = ""
    unsaid: str = ""

    def holds(self, on: date) -> bool:
        """Whether this edition is current on the day ``on``."""
        return self.since <= on and (self.until is None or on <= self.until)


class Claim(Struct, frozen=True):
    """A fact of a source: what it says, and the places where the guide says it.

    ``places`` are like ``stap:route/step#action`` or ``boek:page``; ``left_out`` is the reason
    why there are none. ``line`` is the line of the table. ``values`` are the figures it gives, by
    name, as :attr:`~routeboek_tui.core.figures.Figure.written` writes them. Of each of
    ``conditions`` a word must stand wherever the fact is told, but not at the ``exempt`` places.
    """

    id: str
    document: str
    place: str
    kind: str
    priority: str
    says: str
    places: tuple[str, ...]
    left_out: str
    line: int
    values: Mapping[str, str] = field(default_factory=dict)
    conditions: tuple[tuple[str, ...], ...] = ()
    exempt: tuple[str, ...] = ()
