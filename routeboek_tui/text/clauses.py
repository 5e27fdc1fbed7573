"""The clauses of a text that somebody typed."""

import re
from functools import cache

_TURNS = ("maar", "dus", "want")

AND, WHILE, BECAUSE = "en", "terwijl", "omdat"
"""Words that join, for who asks to part at those as well."""


def clauses(text: str, *also: str) -> list[str]:
    """The clauses of ``text`` in order, without what ends them but for the mark of a question.

    They end at a mark, at a word that turns the sentence, and at each of the words ``also``.
    """
    found, start = [], 0
    for end in _end(also).finditer(text):
        mark = "?" if "?" in end[0] else ""
        found.append(f"{text[start : end.start()].strip()}{mark}")
        start = end.end()
    return [each for each in (*found, text[start:].strip()) if each]


@cache
def _end(also: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[,;:.!?]+(?=\s|$)|\s+(?:{'|'.join((*_TURNS, *also))})\s+")
