"""What goes wrong more than once, as values: what not to do at a step, and what people believe."""

from collections.abc import Mapping

from msgspec import Struct, field

from routeboek_tui.core.facts import When
from routeboek_tui.core.flow import Source


class Caution(Struct, frozen=True):
    """Something not to do at each of ``steps``, under the facts of ``when``.

    It does not hold once a walk passed one of the steps ``not_after``; with ``after`` it holds only
    then. Nor does it hold once one of the deeds ``done``, as "step#action", was done. With
    ``readers`` it is for who reads in one of these roles alone. What sends to the
    ``parents`` is not said while that waits for advice about danger. Without ``sources`` it is our
    own advice.
    """

    id: str
    say: str
    steps: tuple[str, ...]
    when: When = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    parents: bool = False
    readers: tuple[str, ...] = ()

    @property
    def own(self) -> bool:
        """Whether no source says it."""
        return not self.sources


class Belief(Struct, frozen=True):
    """Something people say that is not so: the ways they say it, and what is so.

    Beside one of the ways of ``unless`` they say something else.
    """

    id: str
    heard: tuple[str, ...]
    say: str
    sources: tuple[Source, ...]
    when: When = field(default_factory=dict)
    unless: tuple[str, ...] = ()


class Beliefs(Struct, frozen=True):
    """All of them.

    A sentence with one of the ways of ``unless`` asks, doubts or denies; one that begins with a
    word of ``asks`` asks.
    """

    of: Mapping[str, Belief] = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
