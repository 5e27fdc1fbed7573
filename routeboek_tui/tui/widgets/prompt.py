"""The line to type on: an answer, a number, or a question. It keeps every key."""

from collections.abc import Callable

from textual import events
from textual.message import Message

from routeboek_tui.tui.widgets.field import Field


class Prompt(Field):
    """A field of one line that is sent with Enter, and emptied with Escape.

    ``sent`` gets the line, which may be empty.
    """

    class Ticked(Message):
        """The space was pressed on an empty line."""

    def __init__(self, sent: Callable[[str], None], placeholder: str = "") -> None:
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False)
        self._sent = sent

    def on_key(self, event: events.Key) -> None:
        """Send, empty or tick; the field itself takes every other key."""
        if event.key == "escape" and self.value:
            self.value = ""
        elif event.key == "enter":
            text, self.value = self.value, ""
            # Called, not posted: what the line leads to is painted together with its clearing.
            self._sent(text)
        elif event.key == "space" and not self.value:
            self.post_message(self.Ticked())
        else:
            return
        event.stop()
        event.prevent_default()
