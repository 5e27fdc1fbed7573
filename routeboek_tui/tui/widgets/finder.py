"""A line to search with, that lets go of the keys it has no use for while it is empty."""

from dataclasses import dataclass

from textual import events
from textual.message import Message

from routeboek_tui.tui.widgets.field import Field

FREE = frozenset({"backspace", "home", "end"})
"""Keys that mean something else while nothing is typed."""


class Finder(Field):
    """A field of one line; :class:`Key` tells of a key that was pressed while it was empty."""

    @dataclass
    class Key(Message):
        """A key of :data:`FREE` was pressed in the empty field."""

        key: str

    def __init__(self, value: str = "", placeholder: str = "") -> None:
        super().__init__(value, placeholder, compact=True, select_on_focus=False)

    def on_key(self, event: events.Key) -> None:
        """Let go of a key that has no use here."""
        if not self.value and event.key in FREE:
            event.stop()
            event.prevent_default()
            self.post_message(self.Key(event.key))
