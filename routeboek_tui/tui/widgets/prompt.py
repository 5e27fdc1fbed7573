"""The line to type on: an answer, a number, or a question."""

from collections.abc import Collection
from dataclasses import dataclass
from time import monotonic

from textual import events
from textual.message import Message
from textual.widgets import Input

from routeboek_tui.text.characters import safe

TYPED_ON = 3
"""Times the grace: within that a letter after a number belongs to it."""


class Prompt(Input):
    """A field in which, while it is empty, the keys of ``quick`` choose at once.

    ``grace`` is the time in seconds within which the same key counts as held down.
    """

    @dataclass
    class Quick(Message):
        """A key was pressed that chooses at once."""

        key: str

    @dataclass
    class Meant(Message):
        """What chose at once was the start of something longer: "5x ziek"."""

    @dataclass
    class Sent(Message):
        """Enter was pressed; ``text`` may be empty."""

        text: str

    def __init__(self, grace: float) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.quick: Collection[str] = ()
        self._grace = grace
        self._pressed = ("", 0.0)

    def on_key(self, event: events.Key) -> None:
        """Choose at once, send, or let the field have the key."""
        if event.key == "escape" and self.value:
            event.stop()
            self.value = ""
        elif self._typed_on(event):
            self.value, self.cursor_position = self._pressed[0], len(self._pressed[0])
            self._pressed = ("", 0.0)
            self.post_message(self.Meant())
        elif not self.value and event.character in self.quick:
            event.stop()
            event.prevent_default()
            self.press(event.character or "")
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            text, self.value = self.value, ""
            if text or not self._held("enter"):
                self.post_message(self.Sent(text))

    def press(self, key: str) -> None:
        """Choose with ``key``, unless it is being held down."""
        if not self._held(key):
            self.post_message(self.Quick(key))

    def _typed_on(self, event: events.Key) -> bool:
        """Whether this letter comes so soon after a number that both are one text.

        No one reads the next question in that time.
        """
        number, when = self._pressed
        typed = event.character or ""
        soon = monotonic() - when < TYPED_ON * self._grace
        goes_on = typed not in self.quick and (typed.isalpha() or typed == " ")
        return not self.value and number.isdecimal() and soon and goes_on

    def _held(self, key: str) -> bool:
        before, when = self._pressed
        self._pressed = (key, monotonic())
        return key == before and monotonic() - when < self._grace

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(" ".join(safe(event.text).split()))
