"""Screens with a page and a line to type on: the line keeps the keys, the arrows move the page."""

from collections.abc import Collection
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ScreenResultType
from textual.widget import Widget
from textual.widgets import Input

from routeboek_tui.tui.room import Room
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prompt import Prompt


class Listening(Room[ScreenResultType]):
    """A screen on which a line is typed. Nothing is chosen before Enter.

    What a line selects is highlighted while it is typed; on an empty line Enter takes what the
    arrows highlight.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "omhoog", show=False),
        Binding("down", "move(1)", "omlaag", show=False),
        Binding("pageup", "leaf(-1)", "blad omhoog", show=False),
        Binding("pagedown", "leaf(1)", "blad omlaag", show=False),
    ]

    @property
    def page(self) -> Page:
        """What is read and picked from."""
        return self.query(Page).first()

    @property
    def prompt(self) -> Prompt:
        """The line to type on."""
        return self.query_one(Prompt)

    @property
    def field(self) -> Widget | None:
        """The line to type on."""
        return self.prompt

    def selected(self, line: str) -> Collection[str]:
        """The actions of what ``line`` selects: all of it says so, or nothing is selected."""
        raise NotImplementedError

    def hear(self, line: str) -> None:
        """A line was typed."""
        raise NotImplementedError

    def enter(self) -> None:
        """Enter was pressed where nothing was typed or highlighted."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Let the line have the keys."""
        self.page.can_focus = False
        self.prompt.focus()

    def on_screen_resume(self) -> None:
        """Back from another screen: the line to type on has the keys."""
        self.prompt.focus()

    def take_over(self, text: str) -> None:
        """Put text that was typed elsewhere before what stands on the line."""
        prompt = self.prompt
        prompt.value = f"{text}{prompt.value}"
        prompt.cursor_position = len(prompt.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what the line selects; what the arrows highlighted is no longer meant."""
        if event.value:
            self.guide.prepare_search()
            self.page.cursor = None
        self.page.marked = frozenset(self.selected(event.value))

    def sent(self, text: str) -> None:
        """A line was typed, or Enter alone."""
        line = " ".join(text.split())
        heard = line and not self.selected(line)
        if heard and (waiting := self.guide.waits(self._send_again)):
            self.prompt.value = text
            self.prompt.action_end()
            self.say(waiting)
        elif line:
            self.hear(line)
        elif self.page.cursor is not None:
            self.page.action_pick()
        else:
            self.enter()

    def _send_again(self) -> None:
        if self.is_current and self.prompt.value:
            line, self.prompt.value = self.prompt.value, ""
            self.sent(line)

    def action_move(self, step: int) -> None:
        """Move along what can be picked while the line keeps the keys."""
        self.page.action_move(step)

    def action_leaf(self, step: int) -> None:
        """Scroll by a page."""
        page = self.page
        page.scroll_relative(y=step * max(page.size.height - 1, 1), animate=False)
