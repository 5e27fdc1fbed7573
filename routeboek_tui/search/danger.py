"""Whether a text holds a word of danger, wherever in it: no such word may be overlooked.

Unlike the comparing of signals this looks at the whole text, and a denial only counts where it
stands right before the word: "geen geweld", but not "komt niet, geweld thuis".
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from routeboek_tui.search.words import bare, near, stem

MOST_LETTERS = 20_000
"""Of a longer text only the beginning is looked at."""

TOGETHER = 7
"""Words within which the words of one clue must stand."""

SHORT_ROOT = 4
"""Letters of the shortest stem to go by; "wel" is the stem of "geweld" too."""

LONG_ROOT = 5
"""Letters that a word of danger needs to be seen inside a compound."""

LONG_WORD = 7
"""Letters that a word needs before a slip of the keyboard in it is taken for one."""

_PIECES = re.compile(r"[^\W_]+|[.,;:!?]")
_DENIALS = frozenset(("niet", "geen", "nooit"))
_SKIPPING = re.compile(
    r"\b(?:sla|slaat|slaan)\b"
    r"(?=(?: \w+){0,3}? \w*(?:les|lessen|uur|uren|dag|dagen)(?: \w+)? over\b)"
)
"""What "slaat" means in "slaat een les over"."""


class Dangers:
    """The clues of danger, made ready to be sought in a text."""

    def __init__(self, clues: Iterable[str]) -> None:
        """Take the clues; a clue of more words holds when they all stand near each other."""
        said = [tuple(_PIECES.findall(bare(clue))) for clue in clues]
        self._clues = [tuple(map(_stem, words)) for words in said if words]
        self._words = sorted({word for words in said for word in words if len(word) >= LONG_WORD})
        roots = {root for clue in self._clues for root in clue}
        self._roots = frozenset(roots)
        inside = sorted({clue[0] for clue in self._clues if len(clue) == 1}, key=len, reverse=True)
        self._inside = re.compile(
            "|".join(re.escape(root) for root in inside if len(root) >= LONG_ROOT) or "$^"
        )

    def heard(self, text: str) -> bool:
        """Whether ``text`` holds one of the clues, not denied."""
        pieces = _PIECES.findall(_SKIPPING.sub(" ", bare(text[:MOST_LETTERS])))
        meant: dict[str, str] = {word: self._root(word) for word in set(pieces)}
        if not any(meant.values()):
            return False
        roots = [meant[word] for word in pieces]
        return any(self._holds(clue, roots, pieces) for clue in self._clues)

    def _root(self, word: str) -> str:
        """The stem of danger that ``word`` stands for, or ""."""
        if (root := _stem(word)) in self._roots:
            return root
        if len(word) < LONG_ROOT or word.startswith("over"):
            return ""
        if found := self._inside.search(word):
            return found[0]
        close = near(word, self._words, 1) if len(word) >= LONG_WORD else ()
        return _stem(close[0]) if close and close[0][0] == word[0] else ""

    def _holds(self, clue: Sequence[str], roots: Sequence[str], pieces: Sequence[str]) -> bool:
        first = clue[0]
        for place, root in enumerate(roots):
            if root != first:
                continue
            if len(clue) == 1:
                if not place or pieces[place - 1] not in _DENIALS:
                    return True
            else:
                around = roots[max(0, place - TOGETHER + 1) : place + TOGETHER]
                if all(other in around for other in clue):
                    return True
        return False


def _stem(word: str) -> str:
    return root if len(root := stem(word)) >= SHORT_ROOT else word


@lru_cache(maxsize=4)
def dangers(clues: tuple[str, ...]) -> Dangers:
    """The clues made ready, kept for the next text."""
    return Dangers(clues)
