"""The sentence of a passage that fits a query, with the words that matched."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from routeboek_tui.search.words import places, stem

LONGEST = 200
"""Characters of an excerpt."""

Mark: TypeAlias = tuple[int, int]
"""Where a matched word begins and ends in an excerpt."""

_NO_SENTENCE = 0.8
"""What a heading or the lead of a list counts, where a sentence counts 1."""

_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")


def excerpt(
    text: str, sought: Mapping[str, float], known: Mapping[str, str]
) -> tuple[str, tuple[Mark, ...]]:
    """The sentence of ``text`` that holds most of what is ``sought``, or else the first.

    :param sought: how much each stem counts
    :param known: the stem of every word of the guide
    """
    best, first, told = 0.0, "", False
    found: tuple[str, tuple[Mark, ...]] = ("", ())
    for sentence in _sentences(text):
        whole = sentence.endswith((".", "!", "?"))
        if not first or (whole and not told):
            first, told = sentence, whole
        worth, marks = _marked(sentence, sought, known)
        if not whole:
            worth *= _NO_SENTENCE
        if worth > best:
            best, found = worth, (sentence, marks)
    return _shortened(*found) if best else _shortened(first, ())


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _ENDS.finditer(text):
        if sentence := text[start : end.start()].strip():
            yield sentence
        start = end.end()
    if rest := text[start:].strip():
        yield rest


def _marked(
    sentence: str, sought: Mapping[str, float], known: Mapping[str, str]
) -> tuple[float, tuple[Mark, ...]]:
    """How much of what is sought stands in a sentence, and where."""
    worth: dict[str, float] = {}
    marks = []
    for word, start, end in places(sentence):
        root = known.get(word) or stem(word)
        if root in sought:
            worth[root] = sought[root]
            marks.append((start, end))
    return sum(worth.values()), tuple(marks)


def _shortened(sentence: str, marks: tuple[Mark, ...]) -> tuple[str, tuple[Mark, ...]]:
    """At most :data:`LONGEST` characters, with the first mark in sight."""
    if len(sentence) <= LONGEST:
        return sentence, marks
    room = LONGEST - 2
    start = max(0, marks[0][0] - room // 3) if marks else 0
    start = min(start, len(sentence) - room)
    if start:
        start = sentence.find(" ", start) + 1 or start
    end = start + room
    if end < len(sentence):
        end = max(sentence.rfind(" ", start, end), start + room // 2)
    lead = "…" if start else ""
    shown = f"{lead}{sentence[start:end]}{'…' if end < len(sentence) else ''}"
    shift = len(lead) - start
    inside = ((a + shift, b + shift) for a, b in marks if a >= start and b <= end)
    return shown, tuple(inside)
