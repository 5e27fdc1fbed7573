"""Whatever is practised, in one form: a sheet to lay out, and a line that is heard."""

from typing import Protocol

from msgspec import Struct

from routeboek_tui.conversation.practice.sheet import Sheet
from routeboek_tui.course.letter.paper import Paper


class Heard(Struct, frozen=True):
    """What comes of a line: ``said`` is why nothing changed, or what is to be known besides.

    ``back`` says that this is over, and ``stop`` that everything is. ``then`` is what is to be done
    first, before it goes on.
    """

    said: tuple[str, ...] = ()
    back: bool = False
    stop: bool = False
    then: "Practising | None" = None


NOTHING = Heard()
"""Only the sheet is another one."""


class Practising(Protocol):
    """Something to practise: it decides everything, a face lays out its sheet."""

    @property
    def sheet(self) -> Sheet:
        """What is to be seen now."""

    def hear(self, line: str) -> Heard:
        """Take what was typed; "" is Enter alone."""

    @property
    def paper(self) -> Paper | None:
        """What can be saved here."""
