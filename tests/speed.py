"""How long work may take: in milliseconds of a computer on which a known piece of work takes one.

A slow computer, or a busy one, is slow at both, so a bound says something of the guide alone.
"""

from collections import Counter
from time import process_time

ROUNDS = 15
WORDS = 950


def millisecond() -> float:
    """What stands for a millisecond here and now, in seconds of the processor."""
    taken = []
    for _ in range(ROUNDS):
        begun = process_time()
        _work()
        taken.append(process_time() - begun)
    return min(taken)


def _work() -> None:
    """A piece of plain Python like that of the guide: words counted, cut, joined and sorted."""
    words = [f"{n % 97:x}{n % 13}" for n in range(WORDS)]
    counted = Counter(words)
    pieces = {word[at : at + 2]: n for word, n in counted.items() for at in range(len(word))}
    cells = {(n % 40, n // 40): word for n, word in enumerate(words)}
    ordered = sorted(cells, key=lambda at: (at[1], cells[at]))
    " ".join(cells[at] for at in ordered if pieces.get(cells[at][:2], 0) > 0).split()
