"""What a text is made of for the ear of the guide: words, pairs of words, and pieces of them."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from routeboek_tui.search.words import stem
from routeboek_tui.text.characters import words_in
from routeboek_tui.text.concepts import Concepts

MOST_WORDS = 60
"""Words of one stretch of text that are looked at together."""

PIECES = (4, 5, 6)
"""Characters of the pieces in which a text is cut, across its words: a slip or a compound keeps
most of them."""

PIECE = 4
"""The same, where the words count by their stems as well."""

FAR = (2, 3)
"""How far the words of a pair may stand from each other."""

_DIGIT = re.compile(r"[0-9]")
_JOINS = "[eé]n|maar|dus|want|omdat|and|but|of|terwijl|daarnaast"
_PART = re.compile(rf"[.,;:!?()\n]+\s|\s(?:{_JOINS})\s")
_SENTENCE = re.compile(r"(?<=[.!?;\n])\s+")


def features(words: Sequence[str]) -> set[str]:
    """The features of a stretch of words."""
    found = {f"w{word}" for word in words}
    edged = ("^", *words, "$")
    found.update(f"b{first} {then}" for first, then in pairwise(edged))
    text = f" {' '.join(words)} "
    for size in PIECES:
        found.update(f"{size}{text[at : at + size]}" for at in range(len(text) - size + 1))
    return found


def stretches(text: str) -> list[list[str]]:
    """The words of ``text`` in stretches that are read together: all, or sentence by sentence."""
    whole = words_in(text)
    if len(whole) <= MOST_WORDS:
        return [whole] if whole else []
    return sentences(text)


def sentences(text: str) -> list[list[str]]:
    """The words of every sentence of ``text``, each sentence once.

    A long one is cut in stretches that overlap by half, so that nothing falls in between.
    """
    found: dict[tuple[str, ...], None] = {}
    step = MOST_WORDS // 2
    for sentence in _SENTENCE.split(text):
        words = tuple(words_in(sentence))
        starts = range(0, max(len(words) - step, 1), step) if words else ()
        found.update((words[start : start + MOST_WORDS], None) for start in starts)
    return [list(words) for words in found]


def parts(text: str) -> list[list[str]]:
    """The words of every part of ``text`` that can speak of something else, however short."""
    return [words for part in _PART.split(text) if (words := words_in(part)[:MOST_WORDS])]


def heard_in(words: Sequence[str], concepts: Concepts) -> set[str]:
    """The features by which an ear hears a stretch of words: words, stems, pairs and pieces.

    Which number it is says nothing: every digit is the same. A pair may hold one or two words in
    between. Beside the words there are the ``concepts`` they stand for, and pairs of these: that
    of a word and that of the next one or the one after that has any.
    """
    words = _without_number(words[:MOST_WORDS])
    found = words_and_stems(words)
    found.update(f"b{first} {then}" for first, then in pairwise(("^", *words, "$")))
    found.update(
        f"k{one} {other}" for far in FAR for one, other in zip(words, words[far:], strict=False)
    )
    text = f" {' '.join(words)} "
    found.update(f"p{text[at : at + PIECE]}" for at in range(len(text) - PIECE + 1))
    return found | _meant(words, concepts)


def _meant(words: Iterable[str], concepts: Concepts) -> set[str]:
    """The features that are concepts; of what stands for several, the first is told in pairs."""
    meant = [each for each in map(concepts.of, words) if each]
    found = {f"c{each}" for each in chain.from_iterable(meant)}
    first = [each[0] for each in meant]
    for mark, far in (("d", 1), ("e", 2)):
        found.update(f"{mark}{one} {then}" for one, then in zip(first, first[far:], strict=False))
    return found


def words_and_stems(words: Sequence[str]) -> set[str]:
    """The features that are a whole word, or the stem of one."""
    roots = _without_number([stem(word) for word in words])
    return {f"w{word}" for word in _without_number(words)} | {f"s{root}" for root in roots}


def _without_number(words: Sequence[str]) -> list[str]:
    """The words, where every digit is the same."""
    return _DIGIT.sub("0", " ".join(words)).split(" ") if words else []


def is_word(feature: str) -> bool:
    """Whether a feature is a whole word, the stem of one, or what one stands for."""
    return feature[0] in "wsc"
