"""The line of keys at the bottom of a screen; each can be clicked as well."""

from collections.abc import Iterable, Sequence

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widget import Widget


class Keys(Widget):
    """Key names and what they do, such as ``("F2", "advies", "advice")``.

    The third of each is the action of the screen (or ``app.…``) that a click runs;
    "" for a key that only is explained.
    """

    DEFAULT_CSS = """
    Keys {
        height: 1;
        dock: bottom;
        padding: 0 1;
        background: $footer-background;
        color: $footer-foreground;
    }
    """

    def __init__(
        self,
        keys: Iterable[tuple[str, str, str]],
        *,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
    ) -> None:
        super().__init__(id=id)
        self._keys = list(keys)

    def show(self, keys: Iterable[tuple[str, str, str]]) -> None:
        """Show other keys."""
        keys = list(keys)
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def render(self) -> Content:
        """The keys that fit on one line, two cells between them if there is room, else one.

        Where they do not fit, keys that only are explained go first.
        """
        keys, room = list(self._keys), max(self.size.width, 1)
        for key in reversed(self._keys):
            if _length(keys, 1) > room and not key[2]:
                keys.remove(key)
        parts = [_part(*key) for key in keys]
        wide = _length(keys, 2) <= room
        line = Content("")
        for part in parts:
            gap = (" " * (2 if wide else 1)) if line else ""
            if line.cell_length + len(gap) + part.cell_length > room:
                break
            line = line + gap + part
        return line

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        action = event.style.meta.get("run")
        if action:
            await self.screen.run_action(action)


def _length(keys: Sequence[tuple[str, str, str]], gap: int) -> int:
    parts = (_part(*key).cell_length + gap for key in keys)
    return sum(parts) - gap


def _part(key: str, words: str, action: str) -> Content:
    part = Content.assemble((key, "$footer-key-foreground bold"), " ", words)
    return part.stylize(Style.from_meta({"run": action})) if action else part
