"""What people say about a pupil, and where that leads, as values."""

from msgspec import Struct, field

from routeboek_tui.core.facts import When
from routeboek_tui.core.flow import Edge
from routeboek_tui.core.said import Count, Over, Said, Unit, What
from routeboek_tui.library.page import Saying


class Ask(Struct, frozen=True):
    """What must be known first, under the facts of ``when``.

    ``of`` are the places of what it asks (see :func:`routeboek_tui.core.said.places`): one of them
    known, and it need not be asked.
    """

    say: str
    when: When = field(default_factory=dict)
    of: tuple[str, ...] = ()


class Counted(Struct, frozen=True):
    """Something counted: ``what``, in which ``unit``, and ``over`` which time; "" is any."""

    what: What
    unit: Unit
    over: str = ""

    def fits(self, count: Count) -> bool:
        """Whether ``count`` counts this, of the pupil and as things are."""
        away = count.another or count.denied or count.doubted or Over.PAST in count.over
        over = not self.over or Over(self.over) in count.over
        return not away and over and self.unit is count.unit and self.what in count.what


class Signal(Struct, frozen=True):
    """Something people say about a pupil, and where that leads.

    How they say it stands in the bank of sentences. ``goto`` leads to a step of a route, under
    facts. ``ask`` is what must be known first; ``notes`` are what to mind. One that is not
    ``certain`` is offered, but never surely what it is about. ``says`` is what is said
    with it: facts, and the answers to steps of its routes. One that is about what must be
    ``named`` is no second thought about a sentence that doesn't name it; one that has ``words``
    is no thought at all about a sentence without any of these ways of saying, nor one that has
    ``unless`` about a sentence with any of those. One that ``refuses`` is none about a sentence in
    which nobody refuses anything. A number of what is ``counted`` speaks for it. A line that says
    no more than one of the ways of ``bare`` can be about it, and about no signal without it.
    """

    id: str
    theme: str
    title: str
    goto: tuple[Edge, ...]
    ask: tuple[Ask, ...] = ()
    notes: tuple[Saying, ...] = ()
    certain: bool = True
    says: Said = field(default_factory=Said)
    named: str = ""
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    counted: tuple[Counted, ...] = ()
    refuses: bool = False
    bare: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether it tells where a case stands: something was done or decided."""
        return any(edge.done for edge in self.goto) or bool(self.says.choices)


class Together(Struct, frozen=True):
    """Two things that are true at once: the signals of each, and what then holds.

    Where a sentence says it in one of the ways of ``unless``, it does not hold; ``clearly`` says
    that a sentence must be plainly about it. Two ``tracks`` can be walked one after the other, the
    first part first. One that has ``words`` holds only where a sentence has one of them.
    """

    id: str
    title: str
    of: tuple[frozenset[str], ...]
    say: str
    goto: tuple[Edge, ...] = ()
    unless: tuple[str, ...] = ()
    tracks: bool = False
    clearly: bool = False
    words: tuple[str, ...] = ()
