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

from routeboek_tui.text.characters import safe
from routeboek_tui.tui.screens.once import OnceScreen
from routeboek_tui.tui.widgets.page import BLANK, Item, Page, styled

CHOICE = "choice:"
"""What the action of a choice on the page begins with; its number follows."""

KEYS_WIDTH = 50
"""Cells the last line of a panel has in the narrowest window that is comfortable."""


class InfoScreen(ModalScreen[str], OnceScreen[str]):
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
        for number, (_, label) in enumerate(self._choices, start=1):
            # Not the action itself: "" would leave a choice that no arrow or click can reach.
            lead = styled((f" {number}", "$heading bold"))
            rows.append(Item(label, 4, lead=lead, action=f"{CHOICE}{number}"))
        with Vertical(classes="panel"):
            yield Static(Content(safe(self._title)), classes="panel-title")
            yield Page(rows)
            yield Static(Content(self._keys()), classes="panel-keys")

    def on_mount(self) -> None:
        """Let the keys work at once."""
        self.query_one(Page).focus()

    def _keys(self) -> str:
        named = [f"{number} {label}" for number, (_, label) in enumerate(self._choices, start=1)]
        if named and len(line := "   ".join((*named, "Esc terug"))) <= KEYS_WIDTH:
            # A long panel hides its choices below; here they stay in sight.
            return line
        if self._choices:
            return f"1-{len(self._choices)} of Enter kiest   Esc terug"
        return "↑ ↓ lezen   Esc terug"

    def action_leave(self) -> None:
        """Leave without choosing."""
        self.dismiss("")

    def on_page_picked(self, event: Page.Picked) -> None:
        """Leave with what was picked."""
        kind, chosen, number = event.action.partition(CHOICE)
        picked = not kind and chosen
        self.dismiss(self._choices[int(number) - 1][0] if picked else event.action)

    def on_key(self, event: events.Key) -> None:
        """A number picks the choice with that number."""
        number = int(event.key) if event.key.isdecimal() else 0
        if 1 <= number <= len(self._choices):
            event.stop()
            self.dismiss(self._choices[number - 1][0])

    def on_click(self, event: events.Click) -> None:
        """A click beside the panel leaves it."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss("")


def stopping() -> InfoScreen:
    """Asks whether to stop; leaves with "stop" if so."""
    words = "De gids bewaart niets. Je antwoorden en wat je in brieven typte, zijn dan weg."
    return InfoScreen("Stoppen?", [Item(words)], (("stop", "Stoppen"), ("", "Doorgaan")))
