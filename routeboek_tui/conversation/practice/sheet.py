"""What somebody who practises sees now: lines, a question, and what can be chosen."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field

from routeboek_tui.conversation.view import Option, source_words
from routeboek_tui.core.flow import Source
from routeboek_tui.library.content import Library
from routeboek_tui.library.practice_words import Words, filled


class Tone(StrEnum):
    """How a line is meant."""

    PLAIN = "plain"
    HEAD = "head"
    MUTED = "muted"
    ITEM = "item"
    SUB = "sub"
    """Belongs to the item above it."""
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
    says how to answer. ``look`` is the word that shows the story and the answers again, "" where
    there is nothing to show. ``heads`` is what stands above an option, by its key.
    """

    title: str
    lines: tuple[Line, ...] = ()
    question: str = ""
    options: tuple[Option, ...] = ()
    several: bool = False
    free: bool = False
    default: str = ""
    hint: str = ""
    look: str = ""
    heads: Mapping[str, str] = field(default_factory=dict)


def source_line(
    library: Library, words: Words, places: Sequence[Source], head: str = ""
) -> tuple[Line, ...]:
    """Where something is written, on one line, those of the routeboek first; none of no source."""
    if not places:
        return ()
    first = sorted(_once(places), key=lambda place: library.sources[place.document].outside)
    said = "; ".join(source_words(library, place) for place in first)
    return (Line(filled(head or words.source, said), Tone.MUTED),)


def _once(places: Sequence[Source]) -> list[Source]:
    """``places`` with each document once: all its places stand together."""
    found: dict[str, dict[str, None]] = {}
    for each in places:
        found.setdefault(each.document, {}).update(dict.fromkeys(each.place.split("; ")))
    return [Source(document, "; ".join(at)) for document, at in found.items()]
