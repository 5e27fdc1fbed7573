"""The book: its contents, chapters and pages, and the line to search with, on one screen."""

from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from routeboek_tui.conversation.reader import Reader
from routeboek_tui.core.address import PAGE, PART, Address
from routeboek_tui.text.characters import safe
from routeboek_tui.tui.items.book import (
    chapter_items,
    contents_items,
    found_items,
    how_to_search,
    page_items,
)
from routeboek_tui.tui.items.passages import IN_BOOK, leads_on
from routeboek_tui.tui.keyboard import Command, footer
from routeboek_tui.tui.places import follow
from routeboek_tui.tui.room import Room
from routeboek_tui.tui.widgets.finder import Finder
from routeboek_tui.tui.widgets.item import Item
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page

CONTENTS, SEARCH = "", "zoeken"
"""The places in the book that are no chapter and no page."""

BETWEEN = " › "


class _Was(Struct, frozen=True):
    """Where the reader was before: the place, what was typed, and how far it was scrolled."""

    place: str
    typed: str
    line: int
    action: str


class BookScreen(Room[None]):
    """The book, opened by ``reader`` at ``place``, or with ``words`` to search for.

    What is typed is sought at once; while something is typed, what it finds is shown.
    """

    CSS_PATH = "book.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "omhoog", show=False),
        Binding("down", "move(1)", "omlaag", show=False),
        Binding("pageup", "leaf(-1)", "blad omhoog", show=False),
        Binding("pagedown", "leaf(1)", "blad omlaag", show=False),
    ]
    about: ClassVar[str] = "book"

    def __init__(self, reader: Reader, place: str = CONTENTS, words: str = "") -> None:
        super().__init__()
        self._reader = reader
        self._place = _page_of(place)
        self._typed = words
        self._before: list[_Was] = []

    def compose(self) -> ComposeResult:
        """Where one is, the page, the line to type on, and the keys."""
        yield Static(id="title")
        yield Page(id="book")
        with Horizontal(classes="line"):
            yield Static(Content("›"), classes="mark")
            yield Finder(self._typed, "typ wat je zoekt")
        keys = footer("book", "search", "help", "commands")
        yield Keys([("typ", "zoek", ""), ("↑↓ Enter", "kies", ""), ("Esc", "terug", "back"), *keys])

    def on_mount(self) -> None:
        """The line to type on keeps the keys; the page follows them."""
        self.guide.prepare_search()
        self._page.can_focus = False
        finder = self.query_one(Finder)
        finder.focus()
        finder.cursor_position = len(finder.value)
        self._show()

    def on_screen_resume(self) -> None:
        """Back from a panel: the line to type on has the keys."""
        self.query_one(Finder).focus()

    def commands(self) -> tuple[Command, ...]:
        """What can be done here."""
        return (Command("Boek sluiten", "", "leave"),)

    @property
    def field(self) -> Widget | None:
        """The line to search with."""
        return self.query_one(Finder)

    @property
    def _page(self) -> Page:
        return self.query_one("#book", Page)

    def _show(self, line: int = 0, action: str = "") -> None:
        """Show where one is, from ``line`` on, with ``action`` highlighted."""
        page = self._page
        page.cursor = None
        page.replace(self._items())
        self.query_one("#title", Static).update(Content(safe(self._title())))
        self.call_after_refresh(self._into_view, line, action)

    def _into_view(self, line: int, action: str) -> None:
        page = self._page
        page.scroll_to(y=line, animate=False, force=True)
        if action:
            page.point(action)
        elif self._typed or Address.read(self._place).kind != PAGE:
            page.cursor = next((n for n, item in enumerate(page.items) if item.action), None)

    def _items(self) -> list[Item]:
        reader = self._reader
        at = Address.read(self._place)
        if self._typed.strip():
            if waiting := self.guide.waits(self._made):
                return [Item(waiting)]
            return list(found_items(self.guide.search.findings(reader, self._typed)))
        if self._place == SEARCH:
            return list(how_to_search())
        if at.kind == "hoofdstuk":
            return list(chapter_items(reader, at.name))
        return list(page_items(reader, at.name) if at.name else contents_items(reader))

    def _made(self) -> None:
        if self.is_attached:
            self._show()

    def _title(self) -> str:
        library = self._reader.library
        at = Address.read(self._place)
        if self._typed.strip() or self._place == SEARCH:
            return f"Boek{BETWEEN}zoeken"
        if at.kind == "hoofdstuk":
            return f"Boek{BETWEEN}{library.chapters[at.name].title}"
        if not at.name:
            return "Het boek bij de routes"
        chapter = library.chapters[library.pages[at.name].chapter]
        return f"Boek{BETWEEN}{chapter.title}"

    def go(self, place: str) -> None:
        """Go to a place in the book; back leads here again."""
        page = self._page
        action = page.items[page.cursor].action if page.cursor is not None else ""
        was = _Was(self._place, self._typed, round(page.scroll_offset.y), action)
        self._before.append(was)
        self._at(_page_of(place), "")

    def _at(self, place: str, typed: str, line: int = 0, action: str = "") -> None:
        self._place, self._typed = place, typed
        finder = self.query_one(Finder)
        finder.value = typed
        finder.cursor_position = len(typed)
        self._show(line, action)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search with every letter."""
        if event.value != self._typed:
            self._typed = event.value
            self._show()

    def on_input_submitted(self) -> None:
        """Go where the highlighted line leads."""
        self._page.action_pick()

    def on_page_picked(self, event: Page.Picked) -> None:
        """Go where a line or a word leads."""
        kind, _, words = event.action.partition(":")
        if kind == "zoek":
            self._at(SEARCH, words)
        elif kind in IN_BOOK:
            self.go(event.action)
        elif leads_on(event.action):
            follow(self.guide, self._reader, event.action, self.go)

    def on_finder_key(self, event: Finder.Key) -> None:
        """Backspace goes back, home and end go to the ends of the page."""
        page = self._page
        if event.key == "backspace" and self._before:
            self.action_back()
        elif event.key == "home":
            page.scroll_home(animate=False)
        elif event.key == "end":
            page.scroll_to_end()

    def action_move(self, step: int) -> None:
        """Move along what can be picked, or scroll."""
        self._page.action_move(step)

    def action_leaf(self, step: int) -> None:
        """Scroll by a page."""
        page = self._page
        page.scroll_relative(y=step * max(page.size.height - 1, 1), animate=False)

    def action_back(self) -> None:
        """Wipe what was typed, go back to where one was, or leave the book."""
        if self._typed:
            self._at(self._place, "")
        elif self._before:
            was = self._before.pop()
            self._at(was.place, was.typed, was.line, was.action)
            # What is typed now is another search, and not more of the last one.
            self.query_one(Finder).action_select_all()
        else:
            self.dismiss()

    def action_undo(self) -> None:
        """Back to where one was in the book, or leave it."""
        self.action_back()

    def turn_to(self, place: str) -> None:
        """Go to the contents, or search anew."""
        if self._place != place or self._typed:
            self.go(place)

    def action_leave(self) -> None:
        """Close the book."""
        self.dismiss()


def _page_of(place: str) -> str:
    """The page of the book to which a place belongs: one heading of a tafel is on its page."""
    at = Address.read(place)
    return f"{PAGE}:{at.holder}" if at.kind == PART else place
