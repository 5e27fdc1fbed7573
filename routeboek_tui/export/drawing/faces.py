"""What stands in a box at each step of the zoom, line by line."""

import textwrap
from enum import IntEnum

from msgspec import Struct

from routeboek_tui.core.flow import Kind
from routeboek_tui.export.chart import Box


class Zoom(IntEnum):
    """How near one looks."""

    ROUTES = 1
    """All routes as blocks."""
    TITLES = 2
    """One route: whose turn it is, and what it is about."""
    QUESTIONS = 3
    """One route with its questions, and on every arrow the choice that takes it."""


class Size(Struct, frozen=True):
    """How ``wide`` a box is, how many stand ``across`` a row, and how many lines a title takes."""

    wide: int
    across: int
    title: int


SIZES = {
    Zoom.ROUTES: Size(30, 2, 2),
    Zoom.TITLES: Size(25, 3, 3),
    Zoom.QUESTIONS: Size(36, 3, 4),
}
MOST_LINES = 7
"""Lines a question takes at most in a box; the rest stands with the box when it is chosen."""
MORE = "…"


class Row(Struct, frozen=True):
    """One line of text in a box."""

    text: str
    bold: bool = False


class Face(Struct, frozen=True):
    """A box as it is to be drawn: ``head`` stands in its upper edge, ``mark`` at its end."""

    head: str
    mark: str
    rows: tuple[Row, ...]
    edges: str
    """Its corners and sides: upper left, level, upper right, upright, lower left, lower right."""


PLAIN, ROUND, PASSED, HERE = "┌─┐│└┘", "╭─╮│╰╯", "┏━┓┃┗┛", "╔═╗║╚╝"


def face(box: Box, zoom: Zoom) -> Face:
    """How ``box`` looks at this step of the zoom."""
    size = SIZES[zoom]
    room = size.wide - 4
    rows = [Row(line, True) for line in _wrapped(box.title, room, size.title)]
    if zoom is not Zoom.TITLES:
        rows += [Row(line) for line in _wrapped(box.asks, room, MOST_LINES)]
    if zoom is Zoom.QUESTIONS:
        labels = dict.fromkeys((arrow.key, arrow.label) for arrow in box.arrows if arrow.key)
        for key, label in labels:
            rows += [Row(line) for line in _wrapped(f"{key} {label}", room, 2, "  ")]
    return marked(Face("", "", tuple(rows), PLAIN), box, zoom)


def marked(looks: Face, box: Box, zoom: Zoom) -> Face:
    """``looks`` with the edges and the mark that ``box`` has now."""
    mark = box.mark or ("●" if box.here else "✓" if box.passed else "")
    head = _cut(box.who, SIZES[zoom].wide - 6 - (len(mark) + 2 if mark else 0))
    edges = HERE if box.here else PASSED if box.passed else PLAIN
    if box.kind is Kind.OUTCOME and edges is PLAIN:
        edges = ROUND
    return Face(head, mark, looks.rows, edges)


def _wrapped(text: str, room: int, most: int, hang: str = "") -> list[str]:
    lines = textwrap.wrap(text, room, subsequent_indent=hang)
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(f"{lines[most - 1]} {lines[most]}", room)]
    return lines


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1].rstrip() + MORE
