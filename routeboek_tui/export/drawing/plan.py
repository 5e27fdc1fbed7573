"""Where everything in a chart stands when it is drawn, from the rows down to the cells."""

from collections import Counter
from collections.abc import Sequence

from routeboek_tui.export.chart import Box, Chart
from routeboek_tui.export.drawing.channel import Track, tracks
from routeboek_tui.export.drawing.columns import columns, spread
from routeboek_tui.export.drawing.drawing import Drawing, Line, Placed
from routeboek_tui.export.drawing.faces import SIZES, Zoom, face, marked
from routeboek_tui.export.drawing.grid import MARGIN, text_of
from routeboek_tui.export.drawing.rows import Net, Rows, in_rows, pins
from routeboek_tui.export.drawing.strokes import Point, Strokes

LEGEND = "✓ gedaan   ● hier ben je   ━ de weg tot nu toe   ╌ door ons afgeleid"
"""What the signs in a drawing of a route mean."""
GAP = 3
"""Columns between boxes."""


def draw(chart: Chart, zoom: Zoom) -> Drawing:
    """``chart`` as a drawing; the same chart gives the same drawing."""
    return Plan(chart, zoom).drawn(chart)


def as_text(chart: Chart, *, near: bool = False) -> str:
    """``chart`` drawn as plain text, with its title; ``near`` with questions and choices.

    A chart of routes, which has no actors, is drawn as blocks.
    """
    zoom = (Zoom.QUESTIONS if near else Zoom.TITLES) if chart.actors else Zoom.ROUTES
    legend = f"{LEGEND}\n" if chart.actors else ""
    return "\n".join([f"{chart.title}\n{legend}", *draw(chart, zoom).rows, ""])


class Plan:
    """Where everything in a chart stands at one step of the zoom."""

    def __init__(self, chart: Chart, zoom: Zoom) -> None:
        self.zoom = zoom
        self._rows: Rows = in_rows(chart, SIZES[zoom].across)
        self._wide = max(SIZES[zoom].wide, 2 * _most_exits(self._rows) + 1)
        margin = MARGIN if self._rows.parts else 0
        self._left = [margin + at for at in columns(self._rows, self._wide, GAP)]
        self._faces = [face(box, zoom) for box in self._rows.boxes]
        self._ports = self._all_ports()
        self._nets = [self._channel(n) for n in range(-1, len(self._rows.items))]
        self._tops, self._channels = self._heights()
        self._points = {
            (source, net.to): self._run(net, source, number)
            for number, net in enumerate(self._rows.nets)
            for source in net.sources
        }

    def drawn(self, chart: Chart) -> Drawing:
        """The drawing of ``chart``: of the planned one, or of that with other marks in it."""
        rows, boxes = self._rows, tuple(chart.boxes.values())
        placed = [self._placed(n, box) for n, box in enumerate(boxes)]
        lines = [self._line(*ends, boxes) for ends in self._points]
        strokes = Strokes()
        ends = {box.id: n for n, box in enumerate(rows.boxes)}
        for line in sorted(lines, key=lambda line: (line.taken, line.sure)):
            strokes.draw(line.points, ends[line.end], broken=not line.sure, thick=line.taken)
        lines.sort(key=lambda line: (ends[line.start], line.points[0]))
        parts = {self._tops[row]: title for row, title in rows.parts.items()}
        rows_of_text = text_of(strokes, placed, lines, parts, self.zoom)
        by_name = {each.box.id: each for each in placed}
        return Drawing(chart, self.zoom, rows_of_text, by_name, tuple(lines), parts)

    def _column(self, item: int) -> int:
        """The column in which a line comes to an item: the middle of a box, or the lane."""
        middle = self._wide // 2 if item < len(self._rows.boxes) else 0
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
            low, high = self._left[source] + 1, self._left[source] + self._wide - 2
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

    def _heights(self) -> tuple[list[int], list[int]]:
        """The first line of every row, and of the channel above each."""
        tops, channels = [], []
        y = 0
        for row, items in enumerate(self._rows.items):
            channels.append(y)
            _, count = self._nets[row]
            y += count + (1 if row or count else 0)
            boxes = [item for item in items if item < len(self._rows.boxes)]
            height = max((len(self._faces[item].rows) + 2 for item in boxes), default=1)
            tops.append(y)
            y += height
        channels.append(y)
        return tops, channels

    def _placed(self, item: int, box: Box) -> Placed:
        looks = self._faces[item]
        if box is not self._rows.boxes[item]:
            looks = marked(looks, box, self.zoom)
        top, height = self._tops[self._rows.row[item]], len(looks.rows) + 2
        return Placed(box, self._left[item], top, self._wide, height, looks)

    def _line(self, source: int, to: int, boxes: Sequence[Box]) -> Line:
        start, end = boxes[source], boxes[to]
        arrows = tuple(arrow for arrow in start.arrows if arrow.end == end.id)
        return Line(start.id, end.id, arrows, self._points[source, to])

    def _run(self, net: Net, source: int, number: int) -> tuple[Point, ...]:
        """Where the line from ``source`` to the box of ``net`` turns."""
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
        return tuple(dict.fromkeys(points))

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


def _most_exits(rows: Rows) -> int:
    """How many lines leave one box at most: each needs a column, and one beside it."""
    exits = Counter(source for net in rows.nets for source in net.sources)
    return max(exits.values(), default=0)


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
