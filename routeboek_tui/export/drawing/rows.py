"""In which row each box stands, and the lanes by which lines pass the rows between.

All lines to one box run together: they are one *net*, with one lane through every row it passes.
So a line that branches leads from everywhere to one place, and nowhere else.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from routeboek_tui.export.chart import Box, Chart
from routeboek_tui.export.layout import order

SWEEPS = 3
"""How often the rows are put in order by what they are joined to."""


class Net(Struct, frozen=True):
    """All lines to the item ``to``: where they come ``sources`` from, and a lane for each row."""

    to: int
    sources: tuple[int, ...]
    lanes: Mapping[int, int]


class Rows(Struct, frozen=True):
    """Items by row, from left to right: an item below ``len(boxes)`` is a box, any other a lane.

    ``row`` is where each item stands; ``above`` and ``below`` are what it is joined to in the row
    before and after it. ``parts`` are the rows at which a part of the route begins.
    """

    boxes: tuple[Box, ...]
    items: tuple[tuple[int, ...], ...]
    row: tuple[int, ...]
    nets: tuple[Net, ...]
    above: tuple[tuple[int, ...], ...]
    below: tuple[tuple[int, ...], ...]
    parts: Mapping[int, str]


def in_rows(chart: Chart, across: int) -> Rows:
    """``chart`` in rows of at most ``across`` boxes, part by part, lines downward where they can.

    The result depends on nothing else.
    """
    boxes = tuple(chart.boxes.values())
    number = {box.id: n for n, box in enumerate(boxes)}
    leads = [tuple(dict.fromkeys(number[a.end] for a in box.arrows)) for box in boxes]
    row, parts = _stacked(chart, boxes, leads, across)
    sources: list[list[int]] = [[] for _ in boxes]
    for source, ends in enumerate(leads):
        for end in ends:
            sources[end].append(source)
    items: list[list[int]] = [[] for _ in range(max(row) + 1)]
    for item, at in enumerate(row):
        items[at].append(item)
    nets = []
    for to, froms in enumerate(sources):
        if not froms:
            continue
        lanes = {}
        for at in _passed(row[to], [row[source] for source in froms]):
            lanes[at] = len(row)
            items[at].append(len(row))
            row.append(at)
        nets.append(Net(to, tuple(froms), lanes))
    above, below = _joined(row, nets)
    _in_order(items, above, below)
    return Rows(
        boxes,
        tuple(map(tuple, items)),
        tuple(row),
        tuple(nets),
        tuple(map(tuple, above)),
        tuple(map(tuple, below)),
        parts,
    )


def _stacked(
    chart: Chart, boxes: Sequence[Box], leads: Sequence[Sequence[int]], across: int
) -> tuple[list[int], dict[int, str]]:
    """The row of every box, and the title of the part that begins at a row.

    A box stands below all that lead to it and come before it in the route. A door stands with the
    first that leads to it.
    """
    starts = {part.start: part.title for part in chart.parts}
    part, part_of = 0, [0] * len(boxes)
    titles = [starts.get(boxes[0].id, "")] if boxes else []
    for n, box in enumerate(boxes):
        if n and box.id in starts:
            part += 1
            titles.append(starts[box.id])
        part_of[n] = part
    turn: list[tuple[int, int]] = [(n, 0) for n in range(len(boxes))]
    for n in range(len(boxes) - 1, -1, -1):
        for door in (end for end in leads[n] if boxes[end].door):
            part_of[door], turn[door] = part_of[n], (n, 1)
    row = [0] * len(boxes)
    least = [0] * len(boxes)
    full: dict[int, int] = {}
    parts: dict[int, str] = {}
    first = 0
    for number, title in enumerate(titles):
        parts[first] = title
        members = [n for n in range(len(boxes)) if part_of[n] == number]
        last = first
        for n in sorted(members, key=turn.__getitem__):
            at = max(first, least[n])
            while full.get(at, 0) >= across:
                at += 1
            row[n] = at
            full[at] = full.get(at, 0) + 1
            last = max(last, at)
            for end in leads[n]:
                if end > n:
                    least[end] = max(least[end], at + 1)
        first = last + 1
    return row, {at: title for at, title in parts.items() if title}


def _passed(to: int, froms: Sequence[int]) -> Iterable[int]:
    """The rows a net needs a lane in: between what is higher and ``to``, and up from below."""
    yield from range(min(froms) + 1, to)
    yield from range(to, max(froms) + 1)


def _joined(row: Sequence[int], nets: Sequence[Net]) -> tuple[list[list[int]], list[list[int]]]:
    """What every item is joined to in the row above it and below it.

    The ends of a lane that runs up are drawn to what the box at that end is joined to.
    """
    above: list[list[int]] = [[] for _ in row]
    below: list[list[int]] = [[] for _ in row]

    def join(upper: int, lower: int) -> None:
        below[upper].append(lower)
        above[lower].append(upper)

    for net in nets:
        at = row[net.to]
        for channel in range(min(at - 1, *(row[s] for s in net.sources)), row[net.to] + 1):
            tops, bottoms = pins(row, net, channel)
            for upper in tops:
                for lower in bottoms:
                    join(upper, lower)
        rising = [lane for place, lane in sorted(net.lanes.items()) if place >= at]
        for upper, lower in pairwise(rising):
            if lower not in below[upper]:
                join(upper, lower)
    for net in nets:
        at = row[net.to]
        if at in net.lanes and not above[net.lanes[at]]:
            above[net.lanes[at]] += above[net.to]
        for source in net.sources:
            lane = net.lanes.get(row[source])
            if lane is not None and row[source] >= at and not below[lane]:
                below[lane] += below[source]
    return above, below


def pins(row: Sequence[int], net: Net, channel: int) -> tuple[list[int], list[int]]:
    """The items of ``net`` that meet in the channel below row ``channel``: from above, from below.

    The channel above the first row is -1.
    """
    tops = [source for source in net.sources if row[source] == channel]
    bottoms = [net.to] if row[net.to] == channel + 1 else []
    if channel in net.lanes:
        tops.append(net.lanes[channel])
    if channel + 1 in net.lanes:
        bottoms.append(net.lanes[channel + 1])
    return tops, bottoms


def _in_order(
    items: list[list[int]], above: Sequence[Sequence[int]], below: Sequence[Sequence[int]]
) -> None:
    """Put every row in the order that keeps lines short and lets few of them cross."""
    up, down = dict(enumerate(above)), dict(enumerate(below))
    for _ in range(SWEEPS):
        for upper, lower in pairwise(items):
            order(lower, upper, up)
        for lower, upper in pairwise(items[::-1]):
            order(upper, lower, down)
