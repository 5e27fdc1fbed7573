"""What is shown when the window is too small to work in."""

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

LEAST = Size(40, 12)
"""The smallest window, in cells, in which the screens can be used."""


def too_small(size: Size) -> bool:
    """Whether a window of ``size`` is too small."""
    return size.width < LEAST.width or size.height < LEAST.height


class TooSmallScreen(Screen[None]):
    """One sentence over everything; what lies under it stays as it was.

    It goes as soon as there is room, also where something else lay over it when the window grew.
    """

    # In one column a scrollbar leaves no room for the words, and without it they need one again.
    DEFAULT_CSS = "TooSmallScreen { overflow: hidden; }"

    def compose(self) -> ComposeResult:
        """The sentence."""
        words = f"Venster te klein. Maak het {LEAST.width} bij {LEAST.height} tekens of groter."
        yield Static(Content(words))

    def on_resize(self) -> None:
        """Go when there is room."""
        self._go()

    def on_screen_resume(self) -> None:
        """Go when there came room under another screen."""
        self._go()

    def _go(self) -> None:
        if self.app.screen is self and not too_small(self.app.size):
            self.app.pop_screen()
