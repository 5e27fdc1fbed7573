"""What was found in the line that was typed last: it is asked for again while it is answered."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Guide = TypeVar("Guide")
Found = TypeVar("Found")


def lately(find: Callable[[Guide, str], Found]) -> Callable[[Guide, str], Found]:
    """``find``, which keeps what it found in one text: with the next one it is forgotten.

    What is found may depend on nothing but the guide and the text.
    """
    last: list[tuple[Guide, str, Found]] = []

    @wraps(find)
    def found(guide: Guide, text: str) -> Found:
        for was, line, known in last[:1]:
            if was is guide and line == text:
                return known
        made = find(guide, text)
        last[:] = [(guide, text, made)]
        return made

    return found
