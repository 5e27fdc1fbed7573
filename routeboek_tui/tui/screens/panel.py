"""A panel over the screen: something to read, from which something can be picked."""

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.text.characters import safe
from routeboek_tui.tui.room import Panel
from routeboek_tui.tui.widgets.item import Item
from routeboek_tui.tui.widgets.page import Page


class PanelScreen(Panel[str]):
    """A panel with ``items``. It is left with the action that was picked, or with "" by Esc."""

    about = "panel"

    def __init__(self, title: str, items: Iterable[Item]) -> None:
        super().__init__()
        self._title = title
        self._items = list(items)

    def compose(self) -> ComposeResult:
        """The title, the page and how to leave."""
        with Vertical(classes="panel"):
            yield Static(Content(safe(self._title)), classes="panel-title")
            yield Page(self._items)
            yield Static(Content("↑ ↓ lezen   Esc terug"), classes="panel-keys")

    def on_mount(self) -> None:
        """Let the keys work at once."""
        self.query_one(Page).focus()

    def action_back(self) -> None:
        """Leave without picking."""
        self.dismiss("")

    def show_help(self) -> None:
        """A panel says itself what it is for."""

    def on_page_picked(self, event: Page.Picked) -> None:
        """Leave with what was picked."""
        self.dismiss(event.action)

    def on_click(self, event: events.Click) -> None:
        """A click beside the panel leaves it."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss("")
