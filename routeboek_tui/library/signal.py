"""What people say about a pupil, and where that leads, as values."""

from msgspec import Struct

from routeboek_tui.core.flow import Edge
from routeboek_tui.library.page import Saying


class Signal(Struct, frozen=True):
    """Something people say about a pupil, and where that leads.

    ``phrases`` are whole sentences, ``words`` what gives it away. ``goto`` leads to a step of a
    route, under facts. ``ask`` is what must be known first; ``notes`` are what to mind. One that
    is not ``certain`` is offered, but never surely what it is about.
    """

    id: str
    theme: str
    title: str
    phrases: tuple[str, ...]
    words: tuple[str, ...]
    goto: tuple[Edge, ...]
    ask: tuple[str, ...] = ()
    notes: tuple[Saying, ...] = ()
    certain: bool = True


class Together(Struct, frozen=True):
    """Two things that are true at once: the signals or themes concerned, and what then holds.

    Where a sentence says it in one of the ways of ``unless``, it does not hold.
    """

    id: str
    title: str
    of: tuple[str, ...]
    say: str
    goto: tuple[Edge, ...] = ()
    unless: tuple[str, ...] = ()
