"""Screens with a page and a line to type on: the line keeps the keys, the arrows move the page."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ScreenResultType

from routeboek_tui.tui.screens.once import OnceScreen
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prompt import Prompt


class Listening(OnceScreen[ScreenResultType]):
    """A screen of which the first :class:`Page` is moved along while the prompt has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "omhoog", show=False),
        Binding("down", "move(1)", "omlaag", show=False),
        Binding("pageup", "leaf(-1)", "blad omhoog", show=False),
        Binding("pagedown", "leaf(1)", "blad omlaag", show=False),
    ]

    @property
    def _page(self) -> Page:
        return self.query(Page).first()

    def on_mount(self) -> None:
        """Let the line have the keys."""
        self._page.can_focus = False
        self.query_one(Prompt).focus()

    def on_screen_resume(self) -> None:
        """Back from another screen: the line to type on has the keys."""
        self.query_one(Prompt).focus()

    def on_key(self, event: events.Key) -> None:
        """Typing anywhere goes to the line to type on."""
        prompt = self.query_one(Prompt)
        if prompt.has_focus or not event.is_printable or event.character in {None, " "}:
            return
        event.stop()
        if event.character in prompt.quick and not prompt.value:
            prompt.press(event.character)
        else:
            prompt.focus()
            prompt.insert_text_at_cursor(event.character or "")

    def action_move(self, step: int) -> None:
        """Move along what can be picked while the line keeps the keys."""
        self._page.action_move(step)

    def action_leaf(self, step: int) -> None:
        """Scroll by a page."""
        page = self._page
        page.scroll_relative(y=step * max(page.size.height - 1, 1), animate=False)
