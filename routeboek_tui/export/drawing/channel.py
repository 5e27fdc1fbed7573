"""The space between two rows, where lines turn: on which track each net runs."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

Columns = tuple[int, ...]


class Track(Struct, frozen=True):
    """Where a net turns: pins from above on ``upper``, those from below on ``lower``.

    Where these differ, the column ``bend`` joins them. A net that goes straight on has none (-1).
    """

    upper: int
    lower: int
    bend: int = -1


class _Run(Struct):
    """A stretch on one track, from ``left`` to ``right``; ``after`` must stand higher."""

    left: int
    right: int
    after: set[int]
    track: int = -1


STRAIGHT = Track(-1, -1)


def tracks(nets: Mapping[int, tuple[Columns, Columns]]) -> tuple[dict[int, Track], int]:
    """The track of each net by its columns above and below, and how many tracks there are.

    No two nets share a cell but where one crosses the other: where two have a pin in the same
    column, the one from above turns higher. Where that runs in a circle, one turns twice.
    """
    turning = {n: pin for n, pin in nets.items() if len({*pin[0], *pin[1]}) > 1}
    tops = {column: n for n, (above, _) in turning.items() for column in above}
    bottoms = {column: n for n, (_, below) in turning.items() for column in below}
    taken = {column for above, below in nets.values() for column in (*above, *below)}
    before: dict[int, set[int]] = {n: set() for n in turning}
    for column, higher in tops.items():
        lower = bottoms.get(column, higher)
        if lower != higher:
            before[lower].add(higher)
    bends: dict[int, int] = {}
    for n in _circular(before):
        bends[n] = _free(nets[n], taken)
        taken.add(bends[n])
    runs = _runs(turning, before, bends)
    count = _placed(runs)
    found = {n: STRAIGHT for n in nets}
    for n in turning:
        upper, lower = runs[2 * n].track, runs[2 * n + 1 if n in bends else 2 * n].track
        found[n] = Track(upper, lower, bends.get(n, -1))
    return found, count


def _circular(before: Mapping[int, set[int]]) -> Iterable[int]:
    """Nets to turn twice, so that no net has to stand above itself."""
    left = {n: set(higher) for n, higher in before.items()}
    while left:
        ready = [n for n, higher in left.items() if not higher]
        if not ready:
            ready = [max(left, key=lambda n: (sum(n in each for each in left.values()), -n))]
            yield ready[0]
        for n in ready:
            del left[n]
        for higher in left.values():
            higher.difference_update(ready)


def _free(pin: tuple[Columns, Columns], taken: set[int]) -> int:
    """The column nearest to the middle of a net in which no line stands."""
    columns = (*pin[0], *pin[1])
    middle = (min(columns) + max(columns)) // 2
    near = (middle + side for far in range(len(taken) + 1) for side in (far, -far))
    return next(column for column in near if column not in taken and column >= 0)


def _runs(
    turning: Mapping[int, tuple[Columns, Columns]],
    before: Mapping[int, set[int]],
    bends: Mapping[int, int],
) -> dict[int, _Run]:
    """The stretches: that of a net by twice its number, the lower one of two by one more."""
    runs = {}
    for n, (above, below) in turning.items():
        # A net that turns twice stands above what is below it with its upper stretch.
        higher = {2 * each for each in before[n]}
        if n in bends:
            runs[2 * n] = _Run(min(*above, bends[n]), max(*above, bends[n]), set())
            lower = (*below, bends[n])
            runs[2 * n + 1] = _Run(min(lower), max(lower), higher | {2 * n})
        else:
            runs[2 * n] = _Run(min(*above, *below), max(*above, *below), higher)
    return runs


def _placed(runs: Mapping[int, _Run]) -> int:
    """Give every stretch the highest track on which there is room; how many tracks that takes."""
    held: list[list[tuple[int, int]]] = []
    waiting = sorted(runs, key=lambda n: (runs[n].left, runs[n].right))
    while waiting:
        later = []
        for n in waiting:
            run = runs[n]
            highest = [runs[each].track for each in run.after]
            if -1 in highest:
                later.append(n)
                continue
            run.track = max(highest, default=-1) + 1
            while run.track < len(held) and not _room(held[run.track], run):
                run.track += 1
            held += [[] for _ in range(run.track + 1 - len(held))]
            held[run.track].append((run.left, run.right))
        waiting = later
    return len(held)


def _room(held: Sequence[tuple[int, int]], run: _Run) -> bool:
    return all(run.right + 1 < left or right + 1 < run.left for left, right in held)
