"""Screens that are left once: a key held down does not take the screen below along."""

from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType


class OnceScreen(Screen[ScreenResultType]):
    """A screen that can be left only while it is on top.

    Textual takes away whatever is on top, so leaving twice would lose the screen below.
    A panel names ``ModalScreen`` first: its style follows the first base alone.
    """

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave with ``result``, unless this screen is not on top (any more)."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
