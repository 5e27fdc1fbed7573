"""Words near each other in spelling: slips of the keyboard, and names that were meant."""

from collections.abc import Iterable, Sequence

SHORTEST_SLIP = 4
"""Letters. In a shorter word one slip makes another word."""

LONG_WORD = 8
"""Letters. From here two slips are taken for slips."""

LONGEST_WORD = 48
"""Letters. What is longer is no word, and is not compared."""

ALIKE = 0.6
"""From 0 to 1: how alike two texts must be for one to be offered in place of the other."""


def most_slips(word: str) -> int:
    """How many slips of the keyboard ``word`` may hold and still be told from other words."""
    if len(word) < SHORTEST_SLIP or len(word) > LONGEST_WORD or word.isdigit():
        return 0
    return 2 if len(word) >= LONG_WORD else 1


def near(word: str, vocabulary: Sequence[str], most: int | None = None) -> tuple[str, ...]:
    """The words of ``vocabulary`` nearest to ``word`` in spelling, all equally near.

    A slip is a letter left out, added, changed or swapped with its neighbour. ``most``
    slips count, by default :func:`most_slips`. "Ongeoorloofd" is no slip of "geoorloofd".
    """
    most = most_slips(word) if most is None else min(most, most_slips(word))
    if not most:
        return ()
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(word, vocabulary, scorer=OSA.distance, score_cutoff=most, limit=8)
    opposite = word.startswith("on")
    # With the same first letter a slip is likelier than another word.
    ranked = sorted(
        (slips, other[0] != word[0], other)
        for other, slips, _ in found
        if other.startswith("on") == opposite or other[:2] == word[:2]
    )
    return tuple(other for *rank, other in ranked if rank == list(ranked[0][:2]))


def likeness(text: str, other: str) -> float:
    """How alike two texts are, from 0 to 1; 0 below :data:`ALIKE`."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(text, other, score_cutoff=ALIKE)


def suggestion(name: str, known: Iterable[str]) -> str:
    """The sentence that offers the known name most like ``name``, or nothing."""
    likely = max(((likeness(name, each), each) for each in sorted(known)), default=(0.0, ""))
    return f" Bedoel je “{likely[1]}”?" if likely[0] else ""
