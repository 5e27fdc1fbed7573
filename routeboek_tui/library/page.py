"""The pages of the book, and the papers of the field, as values."""

from collections.abc import Mapping

from msgspec import Struct, field

from routeboek_tui.core.facts import When
from routeboek_tui.core.flow import Source


class Chapter(Struct, frozen=True):
    """A chapter of the book."""

    id: str
    title: str
    about: str


class Saying(Struct, frozen=True):
    """What holds under the facts of ``when``, and where that is written."""

    say: str
    when: When = field(default_factory=dict)
    sources: tuple[Source, ...] = ()


TAFEL: Mapping[str, str] = {
    "doel": "Waarvoor",
    "frequentie": "Hoe vaak",
    "aanmelden": "Aanmelden",
    "deelnemers": "Wie er zit",
    "eerst": "Wat eerst moet",
}
"""What is told of every tafel, with its heading."""


class Page(Struct, frozen=True):
    """A page of the book. ``names`` are what people type for it; ``tafel`` is told per heading."""

    id: str
    chapter: str
    title: str
    names: tuple[str, ...]
    sources: tuple[Source, ...]
    body: str
    see: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    tafel: Mapping[str, tuple[Saying, ...]] = field(default_factory=dict)


class Paper(Struct, frozen=True):
    """A letter, form, report or registration of the field; ``letter`` is our draft of it.

    ``named`` says that a source names the document, and not only the act.
    """

    id: str
    title: str
    kind: str
    by: str
    to: str
    moment: str
    data: str
    sources: tuple[Source, ...]
    steps: tuple[str, ...] = ()
    letter: str = ""
    named: bool = True
