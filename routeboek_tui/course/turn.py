"""What the guide replies: the parts of a turn, for a face to lay out."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from routeboek_tui.conversation.enquiry.passage_view import PassageView


class Tone(StrEnum):
    """What a sentence of the guide is for."""

    HEARD = "heard"
    """A sign of what was understood."""
    TOLD = "told"
    """What follows from an answer, or what was done."""
    FIND_OUT = "find_out"
    """How to find out what is not known yet."""
    NOTE = "note"
    """Why nothing changed, and what can be done."""


class View(StrEnum):
    """Something to look at beside the talk."""

    ADVICE = "advice"
    MAP = "map"
    WHOLE_MAP = "whole_map"
    DRAWING = "drawing"
    LETTERS = "letters"
    ALL_LETTERS = "all_letters"
    LETTER = "letter"
    WHY = "why"
    SOURCE = "source"
    WHAT_IF = "what_if"
    FACTS = "facts"
    QUESTION = "question"
    BOOK = "book"
    SEARCH = "search"
    COMPARE = "compare"
    HELP = "help"
    MEETING = "meeting"
    PAPER = "paper"
    HIDE = "hide"
    PRACTICE = "practice"


class Words(Struct, frozen=True):
    """A sentence or a few."""

    text: str
    tone: Tone = Tone.NOTE


class Passage(Struct, frozen=True):
    """A place of the guide that answers what was asked, or that was picked."""

    view: PassageView


class Place(Struct, frozen=True):
    """A place to pick by its ``mark``, a letter; ``lines`` are what it says that fits best."""

    mark: str
    place: str
    title: str
    kind: str
    lines: tuple[str, ...] = ()


class Places(Struct, frozen=True):
    """The nearest few places, and what is said above them."""

    words: str
    places: tuple[Place, ...]


class Nearest(Struct, frozen=True):
    """Options of the question that a line comes near to, by their keys."""

    words: str
    keys: tuple[str, ...]


class Open(Struct, frozen=True):
    """A view to open; ``name`` is a letter, a page of the book or the words to search for."""

    view: View
    name: str = ""


class Leave(Struct, frozen=True):
    """The talk is undone to before its beginning: back to where it was begun."""


class Stop(Struct, frozen=True):
    """The talk has ended; nothing of it is kept."""


Part: TypeAlias = Words | Passage | Places | Nearest | Open | Leave | Stop
Reply: TypeAlias = tuple[Part, ...]


class Aside(Struct, frozen=True):
    """Something asked in between, and what the guide replied; the talk did not move."""

    typed: str
    reply: Reply
