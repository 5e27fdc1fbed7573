"""The letters of the route: those that can be made now, and why the others cannot yet."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.letter_view import correspondents, fact_words, letters_of
from routeboek_tui.core.letter import Letter, LetterKind
from routeboek_tui.tui.commands import Command
from routeboek_tui.tui.screens import helping
from routeboek_tui.tui.screens.once import OnceScreen
from routeboek_tui.tui.widgets.danger_strip import DangerStrip
from routeboek_tui.tui.widgets.item import BLANK, Item, styled
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page

KIND_WORDS = {
    LetterKind.LETTER: "brief",
    LetterKind.MESSAGE: "tekst",
    LetterKind.FORM_HELP: "invulhulp",
}


class LettersScreen(OnceScreen[None]):
    """Every letter, those that can be made first. ``values`` are what was typed, by field."""

    CSS_PATH = "letters.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "terug"),
        Binding("f1", "help", "hulp"),
    ]

    def __init__(self, talk: Conversation, values: dict[str, str]) -> None:
        super().__init__()
        self._talk = talk
        self._values = values

    def compose(self) -> ComposeResult:
        """The list and the keys."""
        yield Static(Content("Brieven"), id="title")
        yield DangerStrip(self._talk)
        yield Page(items(self._talk), id="letters")
        yield Keys([
            ("↑ ↓", "lees en kies", ""), ("Enter", "open", ""),
            ("F1", "hulp", "help"), ("Esc", "terug", "leave"),
        ])  # fmt: skip

    def on_mount(self) -> None:
        """Start at the first letter that can be made."""
        page = self.query_one(Page)
        page.focus()
        page.cursor = next((n for n, item in enumerate(page.items) if item.action), None)

    def commands(self) -> tuple[Command, ...]:
        """What can be done here."""
        return (Command("Hulp", "F1", "help"), Command("Terug", "Esc", "leave"))

    @on(Page.Picked)
    def _picked(self, event: Page.Picked) -> None:
        from routeboek_tui.tui.screens.letter import LetterScreen

        letter = self._talk.library.letters[event.action]
        self.app.push_screen(LetterScreen(self._talk, letter, self._values))

    def action_help(self) -> None:
        """Say when a letter can be made, and the keys."""
        helping.show(self.app, "letters")

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss()


def items(talk: Conversation) -> Iterator[Item]:
    """The letters that can be made, and the others with the reason."""
    ready = talk.letters
    yield Item("Deze kun je nu maken", style="bold $heading")
    if ready:
        yield Item(
            "Het zijn concepten. Lees ze na en vul ze aan voor je ze verstuurt.",
            style="$text-muted",
        )
    else:
        yield Item("Nog geen. Een brief komt erbij als de route zo ver is.", indent=2)
    for letter in ready:
        yield BLANK
        side = styled((KIND_WORDS[letter.kind], "$text-muted"))
        yield Item(styled((letter.title, "bold")), 2, lead="▸", side=side, action=letter.id)
        yield Item(f"{correspondents(talk, letter)} · {_at(talk, letter)}", 2, style="$text-muted")
    locked = [letter for letter in letters_of(talk) if letter not in ready]
    if not locked:
        return
    yield BLANK
    yield Item("Deze nog niet", style="bold $heading")
    facts = fact_words(talk)
    for letter in locked:
        found = talk.lock(letter)
        yield BLANK
        side = styled((KIND_WORDS[letter.kind], "$text-muted"))
        yield Item(letter.title, 2, lead="–", side=side)
        yield Item(correspondents(talk, letter), 2, style="$text-muted")
        if found:
            yield Item(found.text(talk.titles(), facts), 2, style="$text-muted")


def _at(talk: Conversation, letter: Letter) -> str:
    """The step that gives the ground: the last one the walk came past."""
    passed = [visit.step for visit in talk.trail.main.visits if visit.step in letter.steps]
    step = passed[-1] if passed else letter.steps[0]
    return f"bij stap {talk.titles()[step]}"
