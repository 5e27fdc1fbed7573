"""The wall of a meeting: few lines, large letters, and one line to type on."""

from collections.abc import Iterator
from itertools import pairwise

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from routeboek_tui.conversation.overleg.wall import MOST, Line, Look
from routeboek_tui.course.answering import selected
from routeboek_tui.course.course import Course
from routeboek_tui.course.overleg.overleg import Overleg
from routeboek_tui.course.turn import Leave, Open, Reply, Stop
from routeboek_tui.tui.keyboard import Command, footer
from routeboek_tui.tui.listening import Listening
from routeboek_tui.tui.views import open_view
from routeboek_tui.tui.widgets.item import BLANK, Item
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prompt import Prompt

STYLES = {
    Look.TITLE: "$heading bold",
    Look.ASK: "bold",
    Look.ROW: "",
    Look.NOTE: "$text-warning bold",
    Look.PRESS: "$text-muted",
}
TYPE = "cijfer, of tekst"


class OverlegScreen(Listening[None]):
    """What is projected in a meeting. Esc goes back to the talk, which stays as it was."""

    CSS_PATH = "overleg.tcss"
    about = "meeting"

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course

    @property
    def held(self) -> Overleg:
        """The meeting that is on the wall."""
        return self._course.overleg

    def compose(self) -> ComposeResult:
        """The wall, the line to type on, and the keys."""
        yield Page(id="wall")
        with Horizontal(classes="line"):
            yield Static(Content("›"), classes="mark")
            yield Prompt(self.sent, TYPE)
        back = ("Esc", "gesprek", "back")
        bigger = ("Ctrl +", "groter", "")
        listed = ("F9", "lijst", "app.do('save')")
        yield Keys([*footer("hide"), listed, back, *footer("help"), bigger])

    def on_mount(self) -> None:
        """Show where the meeting stands."""
        self.show()

    def on_screen_resume(self) -> None:
        """Back from a letter: what it filled in may show."""
        super().on_screen_resume()
        self.show()

    def on_resize(self) -> None:
        """Leave out empty lines where the window is low."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show the wall as it is now, in as many lines as fit."""
        self.held.room = max(MOST, self.page.size.height)
        lines = self.held.wall.lines()
        self.page.replace(self._items(lines))
        self.prompt.password = self.held.unseen(self.prompt.value)
        self.page.start = 0
        self.page.scroll_to(y=0, animate=False, force=True, immediate=True)

    def _items(self, lines: tuple[Line, ...]) -> Iterator[Item]:
        """The lines, with empty ones between what is asked and what is picked where they fit."""
        parted = sum(one.look is not other.look for one, other in pairwise(lines))
        roomy, before = self.page.size.height >= len(lines) + parted, Look.TITLE
        for line in lines:
            if roomy and line.look is not before:
                yield BLANK
            before = line.look
            yield Item(line.text, style=STYLES[line.look], action=line.key)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Hide what is typed where it may not be read."""
        super().on_input_changed(event)
        self.prompt.password = self.held.unseen(event.value)

    def selected(self, line: str) -> tuple[str, ...]:
        """The rows that are named by their keys."""
        return selected(line, self.held.wall.options)

    def hear(self, line: str) -> None:
        """A line was typed, or a row picked."""
        self._heard(self.held.hear(line))

    def enter(self) -> None:
        """Go on."""
        self.hear("")

    def on_page_picked(self, event: Page.Picked) -> None:
        """A row was picked by the arrows or the mouse."""
        self.hear(event.action)

    def _heard(self, reply: Reply) -> None:
        self.page.cursor = None
        self.show()
        for part in reply:
            if isinstance(part, Leave):
                self._leave()
            elif isinstance(part, Stop):
                self.app.exit()
            elif isinstance(part, Open):
                open_view(self.guide, self._course, part.view, part.name)

    def action_back(self) -> None:
        """Ask once whether to leave the wall."""
        self._heard(self.held.do("escape"))

    def _leave(self) -> None:
        """Back to the talk, where others may still be watching."""
        farewell = self.held.farewell
        self.dismiss()
        self.app.notify(farewell, markup=False)

    def action_undo(self) -> None:
        """Take back the last thing done."""
        self._heard(self.held.do("back"))

    def save(self) -> None:
        """The list of agreements, to read and then to save."""
        self._heard(self.held.to_list())

    def show_help(self) -> None:
        """What can be typed, on the wall."""
        self._heard(self.held.do("help"))

    def commands(self) -> tuple[Command, ...]:
        """What can be done here."""
        return (Command("Terug naar het gesprek", "Esc", "back"),)
