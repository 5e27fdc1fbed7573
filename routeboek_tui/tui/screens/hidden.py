"""Nothing to see: everything is hidden until a key is pressed."""

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

HIDDEN = "Druk op een toets om verder te gaan."


class HiddenScreen(Screen[None]):
    """One sentence over everything; what lies under it stays as it was."""

    DEFAULT_CSS = """
    HiddenScreen { align: center middle; overflow: hidden; }
    HiddenScreen Static { width: auto; color: $text-muted; }
    HiddenScreen Toast { display: none; }
    """

    def compose(self) -> ComposeResult:
        """The sentence."""
        yield Static(Content(HIDDEN))

    def on_mount(self) -> None:
        """What was just told goes too: it can name a letter or a file."""
        self.app.clear_notifications()

    def on_key(self, event: events.Key) -> None:
        """Any key brings everything back; it does nothing else."""
        event.stop()
        event.prevent_default()
        self.reveal()

    def on_click(self) -> None:
        """So does a click."""
        self.reveal()

    def reveal(self) -> None:
        """Show again what lay under it."""
        if self.app.screen is self:
            self.app.pop_screen()
