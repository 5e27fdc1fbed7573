"""In which column each item of a row stands: near what it is joined to, nothing over another."""

from collections.abc import Sequence

from routeboek_tui.export.drawing.rows import Rows

SWEEPS = 2
"""How often the columns are drawn to those of the row above and the row below."""
LANE_WEIGHT = 2
"""How much harder a lane is kept straight than a box."""


def columns(rows: Rows, width: int, gap: int) -> list[int]:
    """The left column of every item; a box is ``width`` wide and ``gap`` from the next box."""
    count = len(rows.boxes)
    wide = [width if item < count else 1 for item in range(len(rows.row))]
    left = [0] * len(wide)
    offsets = [_offsets(items, wide, count, gap) for items in rows.items]
    for items, offset in zip(rows.items, offsets, strict=True):
        for item, at in zip(items, offset, strict=True):
            left[item] = at
    whole = list(zip(rows.items, offsets, strict=True))
    room = max(offset[-1] + wide[items[-1]] for items, offset in whole)
    weights = [1 if item < count else LANE_WEIGHT for item in range(len(wide))]
    for _ in range(SWEEPS):
        for joined, order in ((rows.above, whole), (rows.below, whole[::-1])):
            for items, offset in order:
                _draw(items, offset, joined, left, wide, weights, room)
    for items, _ in whole:
        _straighten(items, rows, left, wide, gap)
    least = min(left, default=0)
    return [at - least for at in left]


def spread(wanted: Sequence[float], offset: Sequence[int], weights: Sequence[int]) -> list[float]:
    """Places as near as can be to those ``wanted``, each ``offset`` further than the first.

    The weighted squares of the distances are the least there can be (isotonic regression).
    """
    blocks: list[list[float]] = []
    for want, off, weight in zip(wanted, offset, weights, strict=True):
        block = [want - off, float(weight), 1.0]
        while blocks and blocks[-1][0] > block[0]:
            mean, mass, count = blocks.pop()
            total = mass + block[1]
            block = [(mean * mass + block[0] * block[1]) / total, total, count + block[2]]
        blocks.append(block)
    means = [mean for mean, _, count in blocks for _ in range(int(count))]
    return [mean + off for mean, off in zip(means, offset, strict=True)]


def _offsets(items: Sequence[int], wide: Sequence[int], count: int, gap: int) -> list[int]:
    """How far each item stands at least from the left of the first."""
    found, at = [], 0
    for n, item in enumerate(items):
        found.append(at)
        after = items[n + 1] if n + 1 < len(items) else item
        at += wide[item] + (gap if item < count and after < count else 1)
    return found


def _draw(  # noqa: PLR0913, PLR0917 - the row, and what it is drawn to
    items: Sequence[int],
    offset: Sequence[int],
    joined: Sequence[Sequence[int]],
    left: list[int],
    wide: Sequence[int],
    weights: Sequence[int],
    room: int,
) -> None:
    """Move a row towards the middle of what each item is joined to, within ``room`` columns."""
    wanted = []
    spare = room - offset[-1] - wide[items[-1]]
    for item, least in zip(items, offset, strict=True):
        to = joined[item]
        if to:
            middle = sum(left[each] + wide[each] / 2 for each in to) / len(to)
            want = middle - wide[item] / 2
        else:
            want = left[item]
        wanted.append(min(max(want, least), least + spare))
    places = spread(wanted, offset, [weights[item] for item in items])
    for item, place in zip(items, places, strict=True):
        left[item] = round(place + 0.01)


def _straighten(
    items: Sequence[int], rows: Rows, left: list[int], wide: Sequence[int], gap: int
) -> None:
    """Put each lane right below the one it goes on from, where there is room."""
    count = len(rows.boxes)
    for n, item in enumerate(items):
        above = [each for each in rows.above[item] if each >= count]
        if item < count or not above:
            continue
        want = left[above[0]]
        after_last = left[items[n - 1]] + wide[items[n - 1]] + 1 if n else want
        before_next = left[items[n + 1]] - 2 if n + 1 < len(items) else want
        if after_last <= want <= before_next:
            left[item] = want
