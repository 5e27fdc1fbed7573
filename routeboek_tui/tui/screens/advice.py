"""The advice so far: who does what by when, why, and what would change it."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.conversation.advice_view import advice_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.course.course import Course
from routeboek_tui.course.paper import Paper
from routeboek_tui.text.characters import safe
from routeboek_tui.tui.items.advice import advice_items
from routeboek_tui.tui.items.passages import leads_on
from routeboek_tui.tui.items.written import action_items
from routeboek_tui.tui.keyboard import BACK, footer
from routeboek_tui.tui.places import follow, panel
from routeboek_tui.tui.room import Room
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page


class AdviceScreen(Room[None]):
    """The advice of a talk as one page; a letter on it can be opened."""

    CSS_PATH = "advice.tcss"
    about = "advice"

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course
        self._talk = course.talk

    def compose(self) -> ComposeResult:
        """The page, what was saved, and the keys."""
        yield Static(Content("Advies tot nu toe"), id="title")
        yield Page(advice_items(self._talk, advice_view(self._talk)), id="advice")
        status = Static(id="status")
        status.display = False
        yield status
        keys = footer("help", "map", "letters", "save", "copy", "commands")
        yield Keys([("↑↓", "lees", ""), ("Enter", "open", ""), BACK, *keys])

    def on_mount(self) -> None:
        """Let the keys scroll at once."""
        self.query_one(Page).focus()

    def on_page_picked(self, event: Page.Picked) -> None:
        """Read where an action is written, go to a place, or open a letter."""
        if event.action.startswith("stap:"):
            self._written(event.action)
        elif leads_on(event.action):
            follow(self.guide, Reader.within(self._talk), event.action)
        else:
            self.guide.show("letter", self._course.draft(event.action))

    def _written(self, place: str) -> None:
        """Show where an action of the advice is written."""
        step, _, action = place.partition("/")[2].partition("#")
        flow = place.removeprefix("stap:").partition("/")[0]
        legs = (self._talk, *self._talk.earlier)
        talk = next(leg for leg in legs if leg.flow.id == flow)
        items = action_items(talk, step, action)
        panel(self.guide, Reader.within(talk), "Waar het staat", items)

    def paper(self) -> Paper:
        """The advice that stands here."""
        return self._course.advice_paper()

    def say(self, words: str) -> None:
        """Say it below the page."""
        status = self.query_one("#status", Static)
        status.update(Content(safe(words)))
        status.display = True
