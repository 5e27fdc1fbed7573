"""The advice so far: who does what by when, why, and what would change it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.conversation.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.text.characters import safe
from routeboek_tui.text.document import Document
from routeboek_tui.tui.commands import Command
from routeboek_tui.tui.screens import helping
from routeboek_tui.tui.screens.advice_page import advice_items
from routeboek_tui.tui.screens.once import OnceScreen
from routeboek_tui.tui.screens.passages import follow, leads_on, show
from routeboek_tui.tui.screens.written import action_items
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page

FILE_NAME = "advies"


class AdviceScreen(OnceScreen[None]):
    """The advice of a conversation as one page; a letter on it can be opened.

    ``values`` are what was typed in letters, by field; the app's own where none are given.
    """

    CSS_PATH = "advice.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "terug"),
        Binding("f1", "help", "hulp"),
        Binding("b", "save", "bewaar"),
        Binding("k", "copy", "kopieer"),
    ]

    def __init__(self, talk: Conversation, values: dict[str, str] | None = None) -> None:
        super().__init__()
        self._talk = talk
        self._view = advice_view(talk)
        self._values = values

    def compose(self) -> ComposeResult:
        """The page, what was saved, and the keys."""
        yield Static(Content("Advies tot nu toe"), id="title")
        yield Page(advice_items(self._talk, self._view), id="advice")
        status = Static(id="status")
        status.display = False
        yield status
        yield Keys(
            [
                ("↑ ↓", "lees", ""),
                ("Enter", "waar het staat, brief", ""),
                ("b", "bewaar", "save"),
                ("k", "kopieer", "copy"),
                ("F1", "hulp", "help"),
                ("Esc", "terug", "leave"),
            ]
        )

    def on_mount(self) -> None:
        """Let the keys scroll at once."""
        self.query_one(Page).focus()

    def commands(self) -> tuple[Command, ...]:
        """What can be done here."""
        return (
            Command("Bewaar het advies", "b", "save"),
            Command("Kopieer het advies", "k", "copy"),
            Command("Hulp", "F1", "help"),
            Command("Terug naar het gesprek", "Esc", "leave"),
        )

    @on(Page.Picked)
    def _picked(self, event: Page.Picked) -> None:
        if event.action.startswith("stap:"):
            self._written(event.action)
        elif leads_on(event.action):
            follow(self.app, Reader.within(self._talk), event.action)
        else:
            self._letter(event.action)

    def _written(self, place: str) -> None:
        """Show where an action of the advice is written."""
        step, _, action = place.partition("/")[2].partition("#")
        flow = place.removeprefix("stap:").partition("/")[0]
        legs = (self._talk, *self._talk.earlier)
        talk = next(leg for leg in legs if leg.flow.id == flow)
        show(self.app, Reader.within(talk), "Waar het staat", action_items(talk, step, action))

    def _letter(self, letter_id: str) -> None:
        from routeboek_tui.tui.screens.letter import LetterScreen

        values = self._values
        if values is None:
            values = self._values = getattr(self.app, "letter_values", {})
        letter = self._talk.library.letters[letter_id]
        self.app.push_screen(LetterScreen(self._talk, letter, values))

    def action_save(self) -> None:
        """Choose where to save the advice."""
        from routeboek_tui.tui.screens.save_letter import SaveScreen

        self.app.push_screen(SaveScreen(self._document(), FILE_NAME), self._was_saved)

    def action_copy(self) -> None:
        """Put the advice on the clipboard as plain text."""
        from routeboek_tui.export.text import text

        self.app.copy_to_clipboard(text(self._document()))
        self._say("Gekopieerd. Kun je het niet plakken? Bewaar het advies dan met b.")

    def action_help(self) -> None:
        """Say what stands here, and the keys."""
        helping.show(self.app, "advice")

    def action_leave(self) -> None:
        """Back to the conversation."""
        self.dismiss()

    def _document(self) -> Document:
        from routeboek_tui.export.advice import document

        return document(self._view)

    def _was_saved(self, path: str | None) -> None:
        if path:
            self._say(f"Bewaard: {path}")

    def _say(self, text: str) -> None:
        status = self.query_one("#status", Static)
        status.update(Content(safe(text)))
        status.display = True
