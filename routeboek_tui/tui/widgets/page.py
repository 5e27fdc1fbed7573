"""A page: items to read and to pick from, of which only the visible lines are painted."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from routeboek_tui.tui.widgets.item import BLANK, PICK, Item, Words, height, styled, words
from routeboek_tui.tui.widgets.strips import painted, restyled, selected

__all__ = ["BLANK", "Item", "Page", "Words", "styled", "words"]


class Page(ScrollView, can_focus=True):
    """A sequence of items, wrapped to the width. Items with an action can be picked.

    ``start`` is the place of the item from which the cursor sets out while nothing is
    highlighted: down goes to the first action from there, up to the last one before it.
    """

    ALLOW_SELECT = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {"page--cursor", "page--hover", "page--own"}
    DEFAULT_CSS = """
    Page {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        height: 1fr;
    }
    Page > .page--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
    Page > .page--own { background: $panel; }
    Page > .page--hover { background: $block-hover-background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "omhoog", show=False),
        Binding("down", "move(1)", "omlaag", show=False),
        Binding("enter", "pick", "kies", show=False),
    ]

    @dataclass
    class Picked(Message):
        """The item with this action was chosen, by Enter or by a click."""

        page: "Page"
        action: str

        @property
        def control(self) -> "Page":
            """The page, for ``@on`` with a selector."""
            return self.page

    @dataclass
    class Left(Message):
        """The cursor was moved past the first (-1) or last (1) line of the page."""

        page: "Page"
        direction: int

    def __init__(
        self,
        items: Iterable[Item] = (),
        *,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.start = 0
        self._items: list[Item] = list(items)
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._width = 0
        self._cursor: int | None = None
        self._hover: int | None = None
        self._marked: frozenset[str] = frozenset()
        self._strips: LRUCache[int, list[Strip]] = LRUCache(256)

    @property
    def items(self) -> Sequence[Item]:
        """What the page shows."""
        return self._items

    @property
    def cursor(self) -> int | None:
        """The place of the highlighted item, or ``None`` while nothing is highlighted."""
        return self._cursor

    @cursor.setter
    def cursor(self, place: int | None) -> None:
        if place != self._cursor:
            for changed in (self._cursor, place):
                self._forget(changed)
            self._cursor = place

    @property
    def marked(self) -> frozenset[str]:
        """The actions of the items that what was typed selects; they stand out."""
        return self._marked

    @marked.setter
    def marked(self, actions: frozenset[str]) -> None:
        changed = self._marked ^ actions
        self._marked = actions
        for place, item in enumerate(self._items if changed else ()):
            if item.action in changed:
                self._forget(place)

    def append(self, *items: Item) -> None:
        """Add items below; only these are measured."""
        self._items.extend(items)
        self._measure(len(self._items) - len(items))

    def replace(self, items: Iterable[Item]) -> None:
        """Show other items. What is the same from the top on is not measured again.

        The cursor stays on its action where that is still there.
        """
        found = list(items)
        action = self._items[self._cursor].action if self._cursor is not None else ""
        same = 0
        for old, new in zip(self._items, found, strict=False):
            if old is not new and old != new:
                break
            same += 1
        self._items = found
        self._hover = None
        for place in range(same, max(len(self._heights), len(found))):
            self._strips.discard(place)
        self._measure(same)
        self._cursor = None
        if action:
            self.point(action)

    def point(self, action: str) -> bool:
        """Highlight the item with this action and bring it into view."""
        for place, item in enumerate(self._items):
            if item.action == action:
                self.cursor = place
                self.scroll_to_item(place)
                return True
        return False

    def scroll_to_item(self, place: int, *, top: bool = False) -> None:
        """Bring an item into view; with ``top`` to the first line of the page."""
        if not 0 <= place < len(self._heights):
            return
        first, last = self._tops[place], self._tops[place + 1]
        height = self.scrollable_content_region.height
        if top or first < self.scroll_offset.y or last - first > height:
            self.scroll_to(y=first, animate=False, force=True, immediate=True)
        elif last > self.scroll_offset.y + height:
            self.scroll_to(y=last - height, animate=False, force=True, immediate=True)

    def scroll_to_end(self) -> None:
        """Bring the last line into view."""
        self.scroll_to(y=self._tops[-1], animate=False, force=True, immediate=True)

    def text(self) -> str:
        """Everything on the page as plain text, one line for each of its lines."""
        width = self._width or 80
        found = [line.plain.rstrip() for item in self._items for line in item.lines(width)]
        return "\n".join(found)

    def action_move(self, step: int) -> None:
        """Move the cursor to the next action (1) or the one before (-1), or scroll to it."""
        target = self._next_action(step)
        y, height = self.scroll_offset.y, self.scrollable_content_region.height
        if target is not None and (
            not self._heights
            or (
                y - height < self._tops[target] < y + 2 * height
                and (self._seen(target) or self._cursor is None or self._seen(self._cursor))
            )
        ):
            self.cursor = target
            self.scroll_to_item(target)
        elif (step < 0 and y <= 0) or (step > 0 and y >= self.max_scroll_y):
            self.post_message(self.Left(self, step))
        else:
            self.scroll_to(y=y + step, animate=False, force=True, immediate=True)

    def action_pick(self) -> None:
        """Choose the highlighted item."""
        if self._cursor is not None:
            self.post_message(self.Picked(self, self._items[self._cursor].action))

    def _next_action(self, step: int) -> int | None:
        if self._cursor is None:
            first = self.start if step > 0 else self.start - 1
        else:
            first = self._cursor + step
        places = range(first, len(self._items)) if step > 0 else range(first, -1, -1)
        items = self._items
        return next((n for n in places if items[n].action and not items[n].passed), None)

    def _seen(self, place: int) -> bool:
        y = self.scroll_offset.y
        return y <= self._tops[place] < y + self.scrollable_content_region.height

    def _measure(self, first: int = 0) -> None:
        """Work out the height of the items from ``first`` on."""
        if not self._width:
            return
        del self._heights[first:]
        self._heights += [item.height(self._width) for item in self._items[first:]]
        top = self._tops[first]
        self._tops[first:] = accumulate(self._heights[first:], initial=top)
        self.virtual_size = Size(self._width, self._tops[-1])
        self.refresh()

    def _forget(self, place: int | None) -> None:
        if place is not None and place < len(self._heights):
            self._strips.discard(place)
            self.refresh_lines(self._tops[place], self._heights[place])

    def _place_at(self, line: int) -> int | None:
        place = bisect_right(self._tops, line) - 1
        return place if 0 <= place < len(self._heights) else None

    def _place_under(self, event: events.MouseEvent) -> int | None:
        at = event.get_content_offset(self)
        return None if at is None else self._place_at(at.y + self.scroll_offset.y)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines the items take at ``width``, so that a page may have an automatic height."""
        return height(self._items, width) if width else 0

    def on_resize(self) -> None:
        """Wrap anew to another width, and stay at the item that was on top."""
        width = self.scrollable_content_region.width
        if width == self._width:
            return
        at_end = bool(self._width) and self.scroll_offset.y >= self.max_scroll_y
        on_top = self._place_at(self.scroll_offset.y)
        self._width = width
        self._strips.clear()
        self._measure()
        if self._cursor is not None:
            self.call_after_refresh(self.scroll_to_item, self._cursor)
        elif at_end:
            self.call_after_refresh(self.scroll_to_end)
        elif on_top:
            self.call_after_refresh(self.scroll_to_item, on_top, top=True)

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """A bar that comes after the page was scrolled stands where the page does."""
        if shown:
            self.vertical_scrollbar.position = int(self.scroll_y)

    def notify_style_update(self) -> None:
        """Paint anew when the theme changes."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """One painted line of the part in view."""
        if not self._width:
            # The first frame comes before the first resize event.
            self.on_resize()
        line = y + self.scroll_offset.y
        place = self._place_at(line)
        width = self.size.width
        if place is None:
            return Strip.blank(width, self.rich_style)
        strips = self._strips.get(place)
        if strips is None:
            strips = self._strips[place] = self._paint(place)
        strip = strips[line - self._tops[place]]
        selection = self.text_selection
        span = selection.get_span(line) if selection else None
        if span is not None:
            style = self.screen.get_component_rich_style("screen--selection", partial=True)
            end = strip.cell_length if span[1] == -1 else span[1]
            strip = restyled(strip, min(span[0], end), end, style)
        return strip.adjust_cell_length(width, self.rich_style).apply_offsets(0, line)

    def _paint(self, place: int) -> list[Strip]:
        item, base = self._items[place], self.visual_style
        over = None
        if place == self._cursor or item.action in self._marked:
            over = self.get_component_rich_style("page--cursor", partial=True)
        elif item.own and place != self._hover:
            over = self.get_component_rich_style("page--own", partial=True)
        elif place == self._hover:
            over = self.get_component_rich_style("page--hover", partial=True)
        lines = item.lines(self._width)
        return painted(lines, base, over, self._width)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text; a paragraph that was wrapped is one line again."""
        lines = (item.lines(self._width) for item in self._items)
        return selected(zip(self._tops, lines, strict=False), selection), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which item a click would pick."""
        place = self._place_under(event)
        hover = place if place is not None and self._items[place].action else None
        if hover != self._hover:
            self._forget(self._hover)
            self._forget(hover)
            self._hover = hover

    def on_leave(self) -> None:
        """The mouse has gone elsewhere."""
        self._forget(self._hover)
        self._hover = None

    def on_click(self, event: events.Click) -> None:
        """Pick the word or item that was clicked; the second click of a double one does nothing."""
        place = self._place_under(event)
        if event.chain == 1 and (word := event.style.meta.get(PICK)):
            self.post_message(self.Picked(self, word))
        elif event.chain == 1 and place is not None and self._items[place].action:
            self.cursor = place
            self.post_message(self.Picked(self, self._items[place].action))
