"""A panel over the screen with something to choose, and a line to type on."""

from collections.abc import Iterable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.conversation.view import Option
from routeboek_tui.course.answering import selected
from routeboek_tui.text.characters import safe
from routeboek_tui.tui.listening import Listening
from routeboek_tui.tui.room import Panel
from routeboek_tui.tui.widgets.item import BLANK, Item, styled
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prompt import Prompt

CHOOSE = "Typ een cijfer, of ga er met ↓ heen. Dan Enter."


class ChoiceScreen(Panel[str], Listening[str]):
    """``options`` under ``items``. It is left with the line that was typed, which may be a key.

    What is picked by the arrows or the mouse leaves the key as well, Esc leaves ``None``.
    """

    about = "choice"

    def __init__(self, title: str, items: Iterable[Item], options: Sequence[Option]) -> None:
        super().__init__()
        self._title = title
        self._items = list(items)
        self._options = tuple(options)

    def compose(self) -> ComposeResult:
        """The title, the choices, the line to type on and the keys."""
        rows = [*self._items, *([BLANK] if self._items else [])]
        for option in self._options:
            lead = styled((f" {option.key}", "$heading bold"))
            rows.append(Item(option.label, 4, lead=lead, action=option.key))
        with Vertical(classes="panel"):
            yield Static(Content(safe(self._title)), classes="panel-title")
            yield Page(rows)
            with Horizontal(classes="line"):
                yield Static(Content("›"), classes="mark")
                yield Prompt(self.sent, "typ een cijfer")
            yield Static(Content("Cijfer of ↑ ↓, dan Enter   Esc terug"), classes="panel-keys")

    def selected(self, line: str) -> tuple[str, ...]:
        """The choices that are named by their keys."""
        return selected(line, self._options)

    def hear(self, line: str) -> None:
        """Leave with the line."""
        self.dismiss(line)

    def enter(self) -> None:
        """Nothing was chosen: say how."""
        self.query_one(".panel-keys", Static).update(Content(CHOOSE))

    def show_help(self) -> None:
        """A panel says itself what it is for."""
        self.enter()

    def on_page_picked(self, event: Page.Picked) -> None:
        """Leave with what was picked."""
        self.dismiss(event.action)

    def on_click(self, event: events.Click) -> None:
        """A click beside the panel leaves it."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss()
