"""A panel over the screen: something to read, and perhaps something to choose."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from routeboek_tui.tui.text import safe
from routeboek_tui.tui.widgets.page import BLANK, Item, Page, styled


class InfoScreen(ModalScreen[str]):
    """A panel with ``items`` and below them ``choices``: pairs of an action and its label.

    It is left with the action that was picked, of an item or a choice, or with "" by Esc.
    A choice is picked by its number, by Enter or by a click.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "terug", show=False)]

    def __init__(
        self, title: str, items: Iterable[Item], choices: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._items = list(items)

    def compose(self) -> ComposeResult:
        """The title, the page and how to leave."""
        rows = list(self._items)
        if self._choices:
            rows.append(BLANK)
        for number, (action, label) in enumerate(self._choices, start=1):
            rows.append(Item(label, 4, lead=styled((f" {number}", "$heading bold")), action=action))
        with Vertical(classes="panel"):
            yield Static(Content(safe(self._title)), classes="panel-title")
            yield Page(rows)
            yield Static(Content(self._keys()), classes="panel-keys")

    def on_mount(self) -> None:
        """Let the keys work at once."""
        self.query_one(Page).focus()

    def _keys(self) -> str:
        if self._choices:
            return f"1-{len(self._choices)} of Enter kiest   Esc terug"
        return "↑ ↓ lezen   Esc terug"

    def action_leave(self) -> None:
        """Leave without choosing."""
        self.dismiss("")

    def on_page_picked(self, event: Page.Picked) -> None:
        """Leave with what was picked."""
        self.dismiss(event.action)

    def on_key(self, event: events.Key) -> None:
        """A number picks the choice with that number."""
        number = int(event.key) if event.key.isdecimal() else 0
        if 1 <= number <= len(self._choices):
            event.stop()
            self.dismiss(self._choices[number - 1][0])

    def on_click(self, event: events.Click) -> None:
        """A click beside the panel leaves it."""
        if event.widget is self:
            self.dismiss("")
