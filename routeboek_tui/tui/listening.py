"""Screens with a page and a line to type on: the line keeps the keys, the arrows move the page."""

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ScreenResultType
from textual.widget import Widget
from textual.widgets import Input

from routeboek_tui.tui.room import Room
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prompt import Prompt

BETWEEN = " ↵ "
"""Stands between lines that wait."""


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

    _lines: tuple[str, ...] = ()
    """What was typed and waits to be heard."""
    _inviting: str = ""
    """What stands on the empty line where nothing waits."""

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
        if self._lines and not self.guide.waits(self._send_again):
            self._send_again()

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
        if self._lines:
            self._wait(*self._lines, *([line] if line else []))
        elif heard and (waiting := self.guide.waits(self._send_again)):
            self._inviting = str(self.prompt.placeholder)
            self._wait(line)
            self.say(waiting)
        elif line:
            self.hear(line)
        elif self.page.cursor is not None:
            self.page.action_pick()
        else:
            self.enter()

    def _wait(self, *lines: str) -> None:
        """Let lines wait, in the order in which they were typed, and show them."""
        self._lines = lines
        self.prompt.placeholder = BETWEEN.join(lines)

    def _send_again(self) -> None:
        """Hear what waited, now that it can be heard."""
        if self.is_current:
            lines, self._lines = self._lines, ()
            self.prompt.placeholder = self._inviting
            self._hear_all(lines)

    def _hear_all(self, lines: Sequence[str]) -> None:
        """Hear lines one by one, each where the one before it led."""
        if lines:
            self.sent(lines[0])
            self.app.call_after_refresh(self._pass_on, lines[1:])

    def _pass_on(self, lines: Sequence[str]) -> None:
        there = self.app.screen
        if isinstance(there, Listening):
            there._hear_all(lines)

    def action_move(self, step: int) -> None:
        """Move along what can be picked while the line keeps the keys."""
        self.page.action_move(step)

    def action_leaf(self, step: int) -> None:
        """Scroll by a page."""
        page = self.page
        page.scroll_relative(y=step * max(page.size.height - 1, 1), animate=False)
