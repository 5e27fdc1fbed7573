"""The clauses of a text that somebody typed."""

import re

_END = re.compile(r"[,;:.!?]+(?=\s|$)|\s+(?:maar|dus|want)\s+")


def clauses(text: str) -> list[str]:
    """The clauses of ``text`` in order, without what ends them but for the mark of a question."""
    found, start = [], 0
    for end in _END.finditer(text):
        mark = "?" if "?" in end[0] else ""
        found.append(f"{text[start : end.start()].strip()}{mark}")
        start = end.end()
    return [each for each in (*found, text[start:].strip()) if each]
