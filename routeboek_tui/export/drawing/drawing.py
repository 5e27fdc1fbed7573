"""A flowchart as a drawing in characters: what stands where, and which cells a line takes."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from routeboek_tui.core.flow import Certainty
from routeboek_tui.export.chart import Arrow, Box, Chart
from routeboek_tui.export.drawing.faces import Face, Zoom
from routeboek_tui.export.drawing.strokes import Point, along


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

    @property
    def sure(self) -> bool:
        """Whether one of its arrows stands in the source, as it is or as it is read."""
        return any(arrow.certainty is not Certainty.INFERRED for arrow in self.arrows)

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

    def beside(self, box: str, right: int, down: int) -> str:
        """The nearest box at one side of ``box``: to the right (1) or left (-1), below or above.

        It is ``box`` itself where there is none.
        """
        own = self.boxes[box]
        found = []
        for name, placed in self.boxes.items():
            far = placed.x - own.x, placed.y - own.y
            if down and far[1] * down > 0:
                found.append((abs(far[1]) + abs(far[0]) / 4, name))
            elif right and far[0] * right > 0 and placed.y <= own.bottom and own.y <= placed.bottom:
                found.append((float(abs(far[0])), name))
        return min(found)[1] if found else box

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
