"""What the guide knows about danger: whom to call, and per kind what to do and what not."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from routeboek_tui.core.flow import Source
from routeboek_tui.library.own_advice import marked

PAGE = "gevaar_"
"""What stands before the id of a kind in the name of its page of the book."""

MELDCODE = "meldcode_volgen"
"""The deed of the kind ``onduidelijk`` that is added wherever the Meldcode is the way."""


class Number(Struct, frozen=True):
    """A number to call. ``say`` is how it is called, ``names`` what people type for it.

    ``checked`` is the day on which somebody looked whether it is still right.
    """

    id: str
    number: str
    say: str
    about: str
    hours: str
    names: tuple[str, ...]
    sources: tuple[Source, ...]
    checked: date

    @property
    def words(self) -> str:
        """The number as it stands in a sentence: "Veilig Thuis (0800-2000)"."""
        return self.number if self.say == self.number else f"{self.say} ({self.number})"


class Calling(Struct, frozen=True):
    """How people say that somebody was called: words for ``done``, and those for ``not_yet``.

    ``address`` are words that stand with a name, and tell nothing in a place for one.
    """

    done: tuple[str, ...]
    not_yet: tuple[str, ...]
    address: tuple[str, ...] = ()


class Deed(Struct, frozen=True):
    """One thing to do, or not to do. ``own`` is the advice of the guide itself, of no source.

    ``parents`` says that they hear of it by this: it waits where that may be what harms.
    """

    id: str
    text: str
    actor: str
    own: bool
    sources: tuple[Source, ...]
    parents: bool = False

    @property
    def words(self) -> str:
        """The text as it is shown: our own advice says so."""
        return marked(self.text) if self.own else self.text


class Danger(Struct, frozen=True):
    """A kind of danger. It is general information, not the routeboek.

    ``about`` is how it is named in a sentence, and ``names`` how else people say that it is this.
    ``now`` is what to do when there is danger, and
    ``worry`` when one worries; ``avoid`` is what not to do, and ``tell`` who must hear of it.
    ``call`` are the numbers, the first one first. Until that was called no letter goes to the
    recipients in ``hold``. ``meldcode`` says that the Meldcode is the way here. ``said`` are ways
    of saying it in which it always may be this kind, whatever the ear makes of them.
    """

    id: str
    title: str
    about: str
    names: tuple[str, ...]
    call: tuple[str, ...]
    now: tuple[Deed, ...]
    worry: tuple[Deed, ...]
    avoid: tuple[Deed, ...]
    tell: tuple[Deed, ...]
    hold: tuple[str, ...]
    meldcode: bool
    sources: tuple[Source, ...]
    checked: date
    said: tuple[str, ...] = ()

    @property
    def deeds(self) -> Mapping[str, Deed]:
        """Everything to do and not to do, by its id."""
        return {deed.id: deed for deed in (*self.now, *self.worry, *self.avoid, *self.tell)}
