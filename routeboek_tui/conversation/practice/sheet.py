"""What somebody who practises sees now: lines, a question, and what can be chosen."""

from enum import StrEnum

from msgspec import Struct

from routeboek_tui.conversation.view import Option


class Tone(StrEnum):
    """How a line is meant."""

    PLAIN = "plain"
    HEAD = "head"
    MUTED = "muted"
    ITEM = "item"
    RIGHT = "right"
    WRONG = "wrong"


class Line(Struct, frozen=True):
    """A line above the question."""

    text: str
    tone: Tone = Tone.PLAIN


class Sheet(Struct, frozen=True):
    """One moment of practising.

    ``several`` says that more than one of the ``options`` can be ticked. ``free`` says that a text
    of one's own is asked. ``default`` is the key that Enter alone takes, "" for none; ``hint``
    says how to answer.
    """

    title: str
    lines: tuple[Line, ...] = ()
    question: str = ""
    options: tuple[Option, ...] = ()
    several: bool = False
    free: bool = False
    default: str = ""
    hint: str = ""
