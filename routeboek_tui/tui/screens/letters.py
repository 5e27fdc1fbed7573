"""The letters of the route: those that can be made now, and why the others cannot yet."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.course.course import Course
from routeboek_tui.tui.items.letters import letter_items
from routeboek_tui.tui.keyboard import BACK, footer
from routeboek_tui.tui.room import Room
from routeboek_tui.tui.widgets.danger_strip import DangerStrip
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page


class LettersScreen(Room[None]):
    """Every letter, those that can be made first."""

    CSS_PATH = "letters.tcss"
    about = "letters"

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course

    def compose(self) -> ComposeResult:
        """The list and the keys."""
        yield Static(Content("Brieven"), id="title")
        yield DangerStrip(self._course.told)
        yield Page(letter_items(self._course.talk), id="letters")
        keys = footer("help", "advice", "map", "book", "commands")
        yield Keys([("↑↓", "lees", ""), ("Enter", "open", ""), BACK, *keys])

    def on_mount(self) -> None:
        """Start at the first letter that can be made."""
        page = self.query_one(Page)
        page.focus()
        page.cursor = next((n for n, item in enumerate(page.items) if item.action), None)

    def on_page_picked(self, event: Page.Picked) -> None:
        """Open the letter that was picked."""
        self.guide.show("letter", self._course.draft(event.action))
