"""A field of one line, in which all that is pasted stays."""

import re

from textual import events
from textual.widgets import Input

from routeboek_tui.text.characters import safe


class Field(Input):
    """One line. Line ends in what is pasted become spaces, so that no words are glued."""

    def on_paste(self, event: events.Paste) -> None:
        """Put in all that was pasted."""
        event.stop()
        event.prevent_default()
        text = re.sub(r"\s+", " ", safe(event.text))
        self.replace(text if self.value else text.lstrip(), *sorted(self.selection))
