"""The list of commands (ctrl+p): everything the screen can do, found by typing."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from routeboek_tui.tui.keyboard import Command, everywhere
from routeboek_tui.tui.room import Panel
from routeboek_tui.tui.widgets.field import Field
from routeboek_tui.tui.widgets.item import Item
from routeboek_tui.tui.widgets.page import Page


class CommandsScreen(Panel[str]):
    """The list of commands: ``commands``, and what can be done on every screen.

    It is left with the action to run, or with "".
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "omhoog", show=False),
        Binding("down", "move(1)", "omlaag", show=False),
    ]

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = (*commands, *everywhere())

    def compose(self) -> ComposeResult:
        """A field to type in, and the commands that fit."""
        with Vertical(classes="panel"):
            yield Static(Content("Opdrachten"), classes="panel-title")
            yield Field(placeholder="typ wat je zoekt", compact=True)
            yield Page(self._rows(""))
            yield Static(Content("↑ ↓ en Enter kiest   Esc terug"), classes="panel-keys")

    def on_mount(self) -> None:
        """The first command is highlighted; typing narrows the list."""
        self.query_one(Page).can_focus = False
        self.query_one(Input).focus()
        self.call_after_refresh(self.action_move, 1)

    def _rows(self, typed: str) -> list[Item]:
        parts = typed.casefold().split()
        fits = [c for c in self._commands if all(part in c.title.casefold() for part in parts)]
        rows = [
            Item(c.title, 1, side=c.key, action=c.action)
            for c in fits
        ]  # fmt: skip
        return rows or [Item("Geen opdracht gevonden.", 1, style="$text-muted")]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list to what fits."""
        page = self.query_one(Page)
        page.cursor = None
        page.replace(self._rows(event.value))
        page.action_move(1)

    def on_input_submitted(self) -> None:
        """Run what is highlighted."""
        self.query_one(Page).action_pick()

    def on_page_picked(self, event: Page.Picked) -> None:
        """Leave with what was picked."""
        self.dismiss(event.action)

    def action_move(self, step: int) -> None:
        """Move through the list while the field keeps the keys."""
        self.query_one(Page).action_move(step)

    def action_back(self) -> None:
        """Leave without doing anything."""
        self.dismiss("")
