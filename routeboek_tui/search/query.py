"""What was typed to search for, cut to what a search can use."""

from msgspec import Struct

from routeboek_tui.library.language import Seeking
from routeboek_tui.text.characters import bare, plain, undotted
from routeboek_tui.text.spelling import LONGEST_WORD

MOST_LETTERS = 300
"""Of a longer text only the beginning is sought."""

MOST_WORDS = 12
"""Of more words only the first ones are sought."""

FEWEST_LETTERS = 2
"""One letter stands in nearly every word."""

_RAW = 4 * MOST_LETTERS
"""Characters that are looked at at all: room for those that do not show."""


class Query(Struct, frozen=True):
    """The plain words sought. ``typing`` says that the last one may still grow.

    ``note`` is Dutch and for the user: why nothing can be sought, or that not all of it is.
    """

    words: tuple[str, ...]
    typing: bool = False
    note: str = ""


def query_of(text: str, seeking: Seeking) -> Query:
    """The query that ``text`` is; any text will do."""
    shown = undotted(bare(text[:_RAW]))
    every = plain(shown[:MOST_LETTERS]).split()
    if not every:
        return Query((), note="Typ een of meer woorden.")
    if sum(map(len, every)) < FEWEST_LETTERS:
        return Query((), note="Typ minstens twee letters.")
    telling = [word for word in every if word not in seeking.stop and word not in seeking.asking]
    telling = telling or [word for word in every if word not in seeking.stop] or every
    words = tuple(word[:LONGEST_WORD] for word in telling[:MOST_WORDS])
    cut = len(text) > _RAW or len(shown) > MOST_LETTERS or len(telling) > MOST_WORDS
    note = "Dit is lang. Alleen het begin telt mee bij het zoeken." if cut else ""
    typing = not cut and shown[-1:].isalnum() and words[-1] == every[-1]
    return Query(words, typing, note)
