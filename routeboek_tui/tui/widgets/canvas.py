"""A drawn route in a window that moves over it: boxes and lines that can be picked."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.content import Content, Span
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from routeboek_tui.export.drawing.drawing import Drawing, Line, Placed
from routeboek_tui.export.drawing.grid import MARGIN, in_margin
from routeboek_tui.tui.widgets.strips import painted

LINE, WAY = "$text-muted", "$heading bold"
CHOSEN = "$block-cursor-foreground on $block-cursor-background bold"
AIR = 3
"""Cells that stay in sight around what is chosen."""


class Canvas(ScrollView, can_focus=True):
    """Shows a :class:`Drawing`. One box is chosen, or one of the lines that touch it.

    ``box`` is that box; ``line`` is the line, or ``None`` where the box itself is meant.
    ``chosen`` is called when that changes, and ``picked`` at Enter or a click on what is chosen:
    at once, so that a key that follows fast finds what comes of this one.
    """

    DEFAULT_CSS = """
    Canvas {
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        height: 1fr;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(0, -1)", "omhoog", show=False),
        Binding("down", "go(0, 1)", "omlaag", show=False),
        Binding("left", "go(-1, 0)", "naar links", show=False),
        Binding("right", "go(1, 0)", "naar rechts", show=False),
        Binding("ctrl+up", "pan(0, -4)", "schuif omhoog", show=False),
        Binding("ctrl+down", "pan(0, 4)", "schuif omlaag", show=False),
        Binding("ctrl+left", "pan(-8, 0)", "schuif naar links", show=False),
        Binding("ctrl+right", "pan(8, 0)", "schuif naar rechts", show=False),
        Binding("tab", "turn(1)", "volgende pijl", show=False),
        Binding("shift+tab", "turn(-1)", "vorige pijl", show=False),
        Binding("enter", "pick", "open", show=False),
        Binding("home", "screen.here", "waar je bent", show=False),
    ]

    def __init__(self, chosen: Callable[[], None], picked: Callable[[], None]) -> None:
        super().__init__()
        self._chosen, self._picked = chosen, picked
        self.drawing: Drawing | None = None
        self.box = ""
        self.line: Line | None = None
        self._by_row: dict[int, list[Placed]] = {}
        self._way: Mapping[int, list[int]] = {}
        self._lit: Mapping[int, list[int]] = {}
        self._strips: LRUCache[int, Strip] = LRUCache(512)

    def show(self, drawing: Drawing, box: str) -> None:
        """Show ``drawing`` with ``box`` chosen, and bring that into view."""
        self.drawing = drawing
        self._by_row = {}
        for placed in drawing.boxes.values():
            for y in range(placed.y, placed.bottom + 1):
                self._by_row.setdefault(y, []).append(placed)
        self._way = _by_row(line for line in drawing.lines if line.taken)
        self.virtual_size = Size(drawing.width, len(drawing.rows))
        self._strips.clear()
        self._put(box if box in drawing.boxes else drawing.chart.start, None)
        self.call_after_refresh(self.see)
        self.refresh()

    def choose(self, box: str, line: Line | None = None) -> None:
        """Choose a box, or a line that touches it, and bring it into view."""
        for y in self._touched():
            self._strips.discard(y)
        self._put(box, line)
        for y in self._touched():
            self._strips.discard(y)
        self.see()
        self.refresh()
        self._chosen()

    def see(self) -> None:
        """Bring what is chosen into view: to the middle, unless it is seen already."""
        if self.drawing is None:
            return
        placed, room = self.drawing.boxes[self.box], self.scrollable_content_region
        top, bottom = placed.y, placed.bottom + 1
        if self.line and self.line.start == self.box:
            bottom += AIR
        top -= AIR if self.line and self.line.end == self.box else 1
        x = _seen(self.scroll_offset.x, room.width, placed.x - AIR, placed.x + placed.width + AIR)
        y = _seen(self.scroll_offset.y, room.height, top, bottom)
        self.scroll_to(x, y, animate=False, force=True, immediate=True)

    def action_go(self, right: int, down: int) -> None:
        """Choose the nearest box at one side; of a line the box at its end or its beginning."""
        if self.drawing is None:
            return
        if self.line and down:
            self.choose(self.line.end if down > 0 else self.line.start)
        else:
            self.choose(self.drawing.beside(self.box, right, down))

    def action_turn(self, step: int) -> None:
        """Choose the next of the lines that leave the box, then of those that come to it."""
        if self.drawing is None:
            return
        lines = [*self.drawing.out_of(self.box), *self.drawing.into(self.box)]
        ways = [None, *lines]
        at = lines.index(self.line) + 1 if self.line in lines else 0
        self.choose(self.box, ways[(at + step) % len(ways)])

    def action_pan(self, right: int, down: int) -> None:
        """Move the window over the drawing."""
        self.scroll_relative(right, down, animate=False, force=True, immediate=True)

    def action_pick(self) -> None:
        """Pick what is chosen."""
        self._picked()

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked; a box that is chosen already is picked."""
        offset = event.get_content_offset(self)
        if offset is None or self.drawing is None:
            return
        at = (offset.x + self.scroll_offset.x, offset.y + self.scroll_offset.y)
        if box := self.drawing.box_at(at):
            if box == self.box and self.line is None:
                self.action_pick()
            else:
                self.choose(box)
        elif lines := self.drawing.lines_at(at):
            # Where lines run together, those of the box one is at go first, then the next.
            own = [line for line in lines if line.start == self.box and self.line is None]
            turn = lines.index(self.line) + 1 if self.line in lines else 0
            line = (own or lines[turn % len(lines) :])[0]
            self.choose(line.start, line)

    def notify_style_update(self) -> None:
        """Paint anew when the theme changes."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """One painted line of the part in view."""
        width = self.size.width
        row, x = y + self.scroll_offset.y, self.scroll_offset.x
        if self.drawing is None or row >= len(self.drawing.rows):
            return Strip.blank(width, self.rich_style)
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._paint(row)
        return strip.crop(x, x + width).adjust_cell_length(width, self.rich_style)

    def _put(self, box: str, line: Line | None) -> None:
        self.box, self.line = box, line
        self._lit = _by_row([line]) if line else {}

    def _touched(self) -> set[int]:
        """The rows on which what is chosen stands."""
        placed = self.drawing.boxes.get(self.box) if self.drawing else None
        rows = set(range(placed.y, placed.bottom + 1)) if placed else set()
        return rows | {*self._lit}

    def _paint(self, row: int) -> Strip:
        assert self.drawing is not None
        text = self.drawing.rows[row]
        spans = [Span(0, len(text), LINE), *self._spans(row, text)]
        return painted([Content(text, spans)], self.visual_style, None, len(text))[0]

    def _spans(self, row: int, text: str) -> Iterator[Span]:
        """The styles on a row, the uppermost last."""
        assert self.drawing is not None
        for top, title in self.drawing.parts.items():
            if 0 <= row - top < len(in_margin(title)):
                yield Span(0, min(MARGIN, len(text)), "$heading bold")
        yield from (Span(x, x + 1, WAY) for x in self._way.get(row, ()))
        yield from (Span(x, x + 1, CHOSEN) for x in self._lit.get(row, ()))
        for placed in self._by_row.get(row, ()):
            yield from self._box_spans(placed, row)

    def _box_spans(self, placed: Placed, row: int) -> Iterator[Span]:
        left, right = placed.x, placed.x + placed.width
        looks, actor = placed.face, placed.box.actor
        if placed.box.id == self.box and self.line is None:
            yield Span(left, right, CHOSEN)
            return
        edge = f"$actor-{actor}" if actor else "$heading"
        yield Span(left, right, edge)
        if row == placed.y:
            yield Span(left + 3, left + 3 + len(looks.head), f"{edge} bold")
            if looks.mark:
                yield Span(right - 3 - len(looks.mark), right - 3, "$text-warning bold")
        elif row < placed.bottom:
            bold = looks.rows[row - placed.y - 1].bold
            yield Span(left + 1, right - 1, "$text bold" if bold else "$text")


def _seen(at: int, room: int, first: int, last: int) -> int:
    """Where a window ``at`` a place, with so much ``room``, is to stand to show a stretch."""
    if at <= first and last <= at + room:
        return at
    return max(0, min((first + last - room) // 2, first))


def _by_row(lines: Iterable[Line]) -> dict[int, list[int]]:
    """The columns of the cells of ``lines`` on each row, where they leave a box left out."""
    found: dict[int, set[int]] = {}
    for line in lines:
        for x, y in line.cells():
            found.setdefault(y, set()).add(x)
    return {y: sorted(columns) for y, columns in found.items()}
