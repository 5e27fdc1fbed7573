"""A drawing as rows of text."""

import textwrap
from collections.abc import Mapping, Sequence

from routeboek_tui.export.drawing.drawing import Line, Placed
from routeboek_tui.export.drawing.faces import Zoom
from routeboek_tui.export.drawing.strokes import Strokes

MARGIN = 16
"""Columns at the left for the titles of the parts."""
HEAD = "▼"
"""Where a line comes to its box."""


def text_of(
    strokes: Strokes,
    placed: Sequence[Placed],
    lines: Sequence[Line],
    parts: Mapping[int, str],
    zoom: Zoom,
) -> tuple[str, ...]:
    """The rows of a drawing with everything on them: lines, boxes, and the titles of parts."""
    cells = strokes.glyphs()
    across, down = zip(*cells, strict=True) if cells else ((), ())
    width = max([1 + max(across, default=-1), *(each.x + each.width for each in placed)])
    height = max([1 + max(down, default=-1), *(each.bottom + 1 for each in placed)])
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
        for n, text in enumerate(in_margin(title)):
            if y + n < height:
                grid[y + n][: len(text)] = text
    return tuple("".join(row).rstrip() for row in grid)


_PORTS = {
    ("─", False): "┬", ("─", True): "┰", ("━", False): "┯", ("━", True): "┳", ("═", False): "╤",
    ("═", True): "╤",
}  # fmt: skip
"""What the lower edge of a box becomes where a line leaves it."""


def in_margin(title: str) -> list[str]:
    """The title of a part in lines that fit beside the boxes."""
    return textwrap.wrap(title, MARGIN - 2)


def _put_box(grid: list[list[str]], placed: Placed) -> None:
    looks, width = placed.face, placed.width
    corner, level, right, upright, lower, lower_right = tuple(looks.edges)
    mark = f" {looks.mark} " if looks.mark else ""
    head = f"{corner}{level} {looks.head} "
    grid_row = f"{head}{level * (width - len(head) - len(mark) - 1 - bool(mark))}"
    grid_row += f"{mark}{level if mark else ''}{right}"
    lines = [grid_row]
    lines += [f"{upright} {row.text:<{width - 4}} {upright}" for row in looks.rows]
    lines.append(f"{lower}{level * (width - 2)}{lower_right}")
    for n, text in enumerate(lines):
        grid[placed.y + n][placed.x : placed.x + width] = text
