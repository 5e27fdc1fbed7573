"""A paper of a meeting as it will be, to read before it is saved."""

from textual.app import ComposeResult

from routeboek_tui.course.letter.paper import Paper
from routeboek_tui.tui.items.draft import draft_items
from routeboek_tui.tui.keyboard import BACK, footer
from routeboek_tui.tui.room import Room
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page


class PaperScreen(Room[str]):
    """One paper on a page. It is left with what was said of saving it, or with nothing."""

    CSS_PATH = "paper.tcss"
    about = "paper"

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._paper = paper

    def compose(self) -> ComposeResult:
        """The paper, and the keys."""
        yield Page(draft_items(self._paper.document, (), ()), id="paper")
        yield Keys([("↑↓", "lees", ""), BACK, *footer("save", "copy", "hide", "help")])

    def on_mount(self) -> None:
        """Let the keys scroll at once."""
        self.query_one(Page).focus()

    def paper(self) -> Paper:
        """The paper that stands here."""
        return self._paper

    def saved(self, words: str | None) -> None:
        """Once it was saved, back to where it was opened."""
        if words:
            self.dismiss(words)
