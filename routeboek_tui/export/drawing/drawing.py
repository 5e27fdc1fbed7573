"""A flowchart as a drawing in characters: what stands where, and which cells a line takes."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from routeboek_tui.core.flow import Certainty
from routeboek_tui.export.chart import Arrow, Box, Chart
from routeboek_tui.export.drawing.channel import Track, tracks
from routeboek_tui.export.drawing.columns import columns, spread
from routeboek_tui.export.drawing.faces import SIZES, Face, Zoom, face, marked
from routeboek_tui.export.drawing.rows import Net, Rows, in_rows, pins
from routeboek_tui.export.drawing.strokes import Point, Strokes, along

GAP = 3
"""Columns between boxes."""
MARGIN = 16
"""Columns at the left for the titles of the parts."""
HEAD = "▼"
"""Where a line comes to its box."""


class Placed(Struct, frozen=True):
    """A box in its place: its upper left corner, its size and how it looks."""

    box: Box
    x: int
    y: int
    width: int
    height: int
    face: Face

    @property
    def bottom(self) -> int:
        """The row of its lower edge."""
        return self.y + self.height - 1


class Line(Struct, frozen=True):
    """A line from one box to another: the arrows it stands for, and the points where it turns.

    It leaves the lower edge of the one at the first point and ends in a head at the last, above
    the other.
    """

    start: str
    end: str
    arrows: tuple[Arrow, ...]
    points: tuple[Point, ...]

    @property
    def taken(self) -> bool:
        """Whether the way so far went along it."""
        return any(arrow.taken for arrow in self.arrows)

    @property
    def keys(self) -> str:
        """The numbers of the choices that take it: "1,3"."""
        return ",".join(dict.fromkeys(arrow.key for arrow in self.arrows if arrow.key))

    def cells(self) -> Iterator[Point]:
        """The cells it passes."""
        return along(self.points)


class Drawing(Struct, frozen=True, dict=True):
    """A whole drawing: ``rows`` of text, and what stands where in it."""

    chart: Chart
    zoom: Zoom
    rows: tuple[str, ...]
    boxes: Mapping[str, Placed]
    lines: tuple[Line, ...]
    parts: Mapping[int, str]
    """The title of the part that begins at a row of text."""

    @property
    def width(self) -> int:
        """Columns of the longest row."""
        return max(map(len, self.rows), default=0)

    def box_at(self, at: Point) -> str:
        """The box in which a cell stands, or ""."""
        x, y = at
        for name, placed in self.boxes.items():
            if 0 <= x - placed.x < placed.width and 0 <= y - placed.y < placed.height:
                return name
        return ""

    def lines_at(self, at: Point) -> tuple[Line, ...]:
        """The lines through a cell; where two cross, those that run upright."""
        found = self._by_cell.get(at, ())
        ends = {line.end for line in found}
        if len(ends) > 1:
            return tuple(line for line in found if _upright(line, at))
        return tuple(found)

    def out_of(self, box: str) -> tuple[Line, ...]:
        """The lines that leave a box, from left to right."""
        return tuple(line for line in self.lines if line.start == box)

    def into(self, box: str) -> tuple[Line, ...]:
        """The lines that come to a box."""
        return tuple(line for line in self.lines if line.end == box)

    @cached_property
    def _by_cell(self) -> dict[Point, list[Line]]:
        found: dict[Point, list[Line]] = {}
        for line in self.lines:
            for at in dict.fromkeys(line.cells()):
                found.setdefault(at, []).append(line)
        return found


def _upright(line: Line, at: Point) -> bool:
    cells = set(line.cells())
    return {(at[0], at[1] - 1), (at[0], at[1] + 1)} <= cells


def draw(chart: Chart, zoom: Zoom) -> Drawing:
    """``chart`` as a drawing; the same chart gives the same drawing."""
    return Plan(chart, zoom).drawn(chart)


class Plan:
    """Where everything in a chart stands at one step of the zoom."""

    def __init__(self, chart: Chart, zoom: Zoom) -> None:
        self.zoom = zoom
        self._size = SIZES[zoom]
        self._rows: Rows = in_rows(chart, self._size.across)
        margin = MARGIN if self._rows.parts else 0
        self._left = [margin + at for at in columns(self._rows, self._size.wide, GAP)]
        self._faces = [face(box, zoom) for box in self._rows.boxes]
        self._ports = self._all_ports()
        self._nets = [self._channel(n) for n in range(-1, len(self._rows.items))]
        self._tops, self._bottoms, self._channels = self._heights()

    def drawn(self, chart: Chart) -> Drawing:
        """The drawing of ``chart``: of the planned one, or of that with other marks in it."""
        rows, boxes = self._rows, tuple(chart.boxes.values())
        placed = [self._placed(n, box) for n, box in enumerate(boxes)]
        lines = [
            self._line(net, source, number, boxes)
            for number, net in enumerate(rows.nets)
            for source in net.sources
        ]
        strokes = Strokes()
        ends = {box.id: n for n, box in enumerate(rows.boxes)}
        for line in sorted(lines, key=lambda line: (line.taken, _sure(line))):
            strokes.draw(line.points, ends[line.end], broken=not _sure(line), thick=line.taken)
        lines.sort(key=lambda line: (ends[line.start], line.points[0]))
        parts = {self._tops[row]: title for row, title in rows.parts.items()}
        text = _text(strokes, placed, lines, parts, self.zoom)
        by_name = {each.box.id: each for each in placed}
        return Drawing(chart, self.zoom, text, by_name, tuple(lines), parts)

    def _column(self, item: int) -> int:
        """The column in which a line comes to an item: the middle of a box, or the lane."""
        middle = self._size.wide // 2 if item < len(self._rows.boxes) else 0
        return self._left[item] + middle

    def _all_ports(self) -> dict[tuple[int, int], int]:
        """The column at which the line from a box to another leaves it."""
        ends: list[list[tuple[int, int]]] = [[] for _ in self._rows.boxes]
        for net in self._rows.nets:
            for source in net.sources:
                towards = self._column(_next(self._rows.row, net, source))
                ends[source].append((towards, net.to))
        found = {}
        for source, wanted in enumerate(ends):
            box = self._rows.boxes[source]
            wanted.sort()
            words = [len(self._keys(box, to)) for _, to in wanted]
            low, high = self._left[source] + 1, self._left[source] + self._size.wide - 2
            offset = _beside([max(1, word) + 1 for word in words])
            if not offset or low + offset[-1] > high - words[0]:
                offset = _beside([2] * len(wanted))
                words = [0] * len(wanted)
            low += words[0] if words else 0
            room = high - low - (offset[-1] if offset else 0)
            near = [
                min(max(want, low + off), low + off + room)
                for (want, _), off in zip(wanted, offset, strict=True)
            ]
            for (_, to), port in zip(wanted, spread(near, offset, [1] * len(near)), strict=True):
                found[source, to] = int(port)
        return found

    def _keys(self, box: Box, to: int) -> str:
        if self.zoom is not Zoom.QUESTIONS:
            return ""
        end = self._rows.boxes[to].id
        return ",".join(dict.fromkeys(a.key for a in box.arrows if a.key and a.end == end))

    def _channel(self, channel: int) -> tuple[dict[int, Track], int]:
        """The tracks of every net in the channel below a row."""
        meeting = {}
        for number, net in enumerate(self._rows.nets):
            tops, bottoms = pins(self._rows.row, net, channel)
            if tops or bottoms:
                above = tuple(self._ports.get((item, net.to), self._column(item)) for item in tops)
                meeting[number] = (above, tuple(map(self._column, bottoms)))
        return tracks(meeting)

    def _heights(self) -> tuple[list[int], list[int], list[int]]:
        """The first and last line of every row, and the first line of the channel above each."""
        tops, bottoms, channels = [], [], []
        y = 0
        for row, items in enumerate(self._rows.items):
            channels.append(y)
            _, count = self._nets[row]
            y += count + (1 if row or count else 0)
            boxes = [item for item in items if item < len(self._rows.boxes)]
            height = max((len(self._faces[item].rows) + 2 for item in boxes), default=1)
            if row in self._rows.parts:
                height = max(height, 1)
            tops.append(y)
            y += height
            bottoms.append(y - 1)
        channels.append(y)
        return tops, bottoms, channels

    def _placed(self, item: int, box: Box) -> Placed:
        looks = self._faces[item]
        if box is not self._rows.boxes[item]:
            looks = marked(looks, box, self.zoom)
        top, height = self._tops[self._rows.row[item]], len(looks.rows) + 2
        return Placed(box, self._left[item], top, self._size.wide, height, looks)

    def _line(self, net: Net, source: int, number: int, boxes: Sequence[Box]) -> Line:
        """The line from ``source`` to the box of ``net``, turn by turn."""
        rows = self._rows
        x = self._ports[source, net.to]
        channel = rows.row[source]
        points = [(x, self._tops[channel] + len(self._faces[source].rows) + 1)]
        above, at = True, -1
        while at != net.to:
            at = _onward(rows.row, net, channel)
            to_x, below = self._column(at), rows.row[at] == channel + 1
            track = self._nets[channel + 1][0][number]
            points += self._turns(channel, track, (x, above), (to_x, not below))
            x = to_x
            if at == net.to:
                points.append((x, self._tops[channel + 1] - 1))
            elif below:
                channel, above = channel + 1, True
            else:
                channel, above = channel - 1, False
        start, end = boxes[source], boxes[net.to]
        arrows = tuple(arrow for arrow in start.arrows if arrow.end == end.id)
        return Line(start.id, end.id, arrows, tuple(dict.fromkeys(points)))

    def _turns(
        self, channel: int, track: Track, come: tuple[int, bool], go: tuple[int, bool]
    ) -> list[Point]:
        """The points between two pins of a channel, each a column and whether it is above."""
        if track.upper < 0:
            return []
        first = self._channels[channel + 1]
        level = {True: first + track.upper, False: first + track.lower}
        begin, end = (come[0], level[come[1]]), (go[0], level[go[1]])
        if begin[1] == end[1]:
            return [begin, end]
        return [begin, (track.bend, begin[1]), (track.bend, end[1]), end]


def _sure(line: Line) -> bool:
    """Whether one of the arrows stands in the source, as it is or as it is read."""
    return any(arrow.certainty is not Certainty.INFERRED for arrow in line.arrows)


def _beside(widths: Sequence[int]) -> list[int]:
    """How far each stands from the first, when each needs its width before it."""
    found: list[int] = []
    for width in widths:
        found.append(found[-1] + width if found else 0)
    return found


def _next(row: Sequence[int], net: Net, source: int) -> int:
    """The item to which a line of ``net`` goes first from ``source``."""
    return _onward(row, net, row[source])


def _onward(row: Sequence[int], net: Net, channel: int) -> int:
    """The item to which the lines of ``net`` go on in the channel below row ``channel``."""
    at = row[net.to]
    if channel == at - 1:
        return net.to
    return net.lanes[channel + 1 if channel < at else channel]


def _text(
    strokes: Strokes,
    placed: Sequence[Placed],
    lines: Sequence[Line],
    parts: Mapping[int, str],
    zoom: Zoom,
) -> tuple[str, ...]:
    """The rows of text with everything on them."""
    cells = dict(strokes.glyphs())
    width = max([1 + x for x, _ in cells] + [each.x + each.width for each in placed])
    height = max([1 + y for _, y in cells] + [each.bottom + 1 for each in placed])
    grid = [[" "] * width for _ in range(height)]
    for (x, y), glyph in cells.items():
        grid[y][x] = glyph
    for line in lines:
        x, y = line.points[-1]
        grid[y][x] = HEAD
    for each in placed:
        _put_box(grid, each)
    for line in lines:
        x, y = line.points[0]
        grid[y][x] = _PORTS.get((grid[y][x], line.taken), grid[y][x])
        keys = line.keys if zoom is Zoom.QUESTIONS else ""
        before = grid[y][x - len(keys) : x]
        if keys and len(set(before)) == 1 and before[0] in "─━═":
            grid[y][x - len(keys) : x] = keys
    for y, title in parts.items():
        for n, text in enumerate(_in_margin(title)):
            if y + n < height:
                grid[y + n][: len(text)] = text
    return tuple("".join(row).rstrip() for row in grid)


_PORTS = {
    ("─", False): "┬", ("─", True): "┰", ("━", False): "┯", ("━", True): "┳", ("═", False): "╤",
    ("═", True): "╤",
}  # fmt: skip
"""What the lower edge of a box becomes where a line leaves it."""


def _in_margin(title: str) -> list[str]:
    return textwrap.wrap(title, MARGIN - 2)


def _put_box(grid: list[list[str]], placed: Placed) -> None:
    looks, width = placed.face, placed.width
    corner, level, right, upright, lower, lower_right = looks.edges
    mark = f" {looks.mark} " if looks.mark else ""
    head = f"{corner}{level} {looks.head} "
    grid_row = f"{head}{level * (width - len(head) - len(mark) - 1 - bool(mark))}"
    grid_row += f"{mark}{level if mark else ''}{right}"
    lines = [grid_row]
    lines += [f"{upright} {row.text:<{width - 4}} {upright}" for row in looks.rows]
    lines.append(f"{lower}{level * (width - 2)}{lower_right}")
    for n, text in enumerate(lines):
        grid[placed.y + n][placed.x : placed.x + width] = text
