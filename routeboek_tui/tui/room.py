"""What all screens have in common: how they are left, what is saved there, where text goes."""

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.widget import Widget
from textual.widgets import Input

from routeboek_tui.tui.keyboard import Command
from routeboek_tui.tui.shelf import Shelf
from routeboek_tui.tui.widgets.item import Item

if TYPE_CHECKING:
    from routeboek_tui.course.letter.paper import Paper

LEAVE = "leave"
"""What is done where no screen has anything to say against stopping."""

NOTHING_TO_SAVE = "Er is nog geen gesprek, en dus geen advies om te bewaren of te kopiëren."
COPIED = "Gekopieerd. Kun je het niet plakken? Bewaar het dan met F9."


class Room(Screen[ScreenResultType]):
    """A screen of the guide. ``about`` is the name of its help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "terug", show=False),
        Binding("ctrl+z", "undo", "terug", show=False),
    ]
    about: ClassVar[str] = ""
    own_keys: ClassVar[frozenset[str]] = frozenset()
    """Signs that are keys here, and no text for the question."""

    @property
    def guide(self) -> Shelf:
        """The app, as what it is."""
        app = self.app
        assert isinstance(app, Shelf)
        return app

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave with ``result``, unless this screen is not on top (any more).

        Textual takes away whatever is on top, so leaving twice would lose the screen below.
        """
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """As in Textual, unless this screen was left meanwhile: then nothing on it is there."""

        def if_here() -> Any:
            here = self.is_attached and self in self.app.screen_stack
            return callback(*args, **kwargs) if here else None

        return super().call_after_refresh(if_here)

    def action_back(self) -> None:
        """Back to where one came from."""
        self.dismiss()

    def action_undo(self) -> None:
        """Take back the last thing that was done: here, that this was opened."""
        self.action_back()

    @property
    def field(self) -> Widget | None:
        """Where typed text goes; ``None`` where it goes to the question of the talk."""
        return None

    @property
    def typing(self) -> bool:
        """Whether a field has the keys."""
        return isinstance(self.focused, Input)

    def commands(self) -> tuple[Command, ...]:
        """What can be done here besides what can be done everywhere."""
        return ()

    def help_items(self) -> Iterable[Item]:
        """What stands above the help of this screen: about what is chosen now."""
        return ()

    @property
    def refused(self) -> Collection[str]:
        """What of the table of keys can do nothing here now."""
        return ()

    def refusal(self, name: str) -> str:
        """Why what the table of keys calls ``name`` is not done from here, "" if it is."""
        return ""

    def say(self, words: str) -> None:
        """Say something that is no part of the screen."""
        self.notify(words, markup=False)

    def show_help(self) -> None:
        """Say how this screen works."""
        from routeboek_tui.tui.items.helping import HELP, help_items

        help_of = HELP[self.about]
        items = help_items(help_of, self.help_items(), self.refused)
        self.guide.show("panel", help_of.title, items)

    def stop(self) -> None:
        """Stop with everything; what would be lost is asked first."""
        self.guide.action_do(LEAVE)

    def paper(self) -> "Paper | None":
        """What is saved and copied here: the advice of the talk, where nothing else is."""
        course = self.guide.course
        if course is None:
            self.say(NOTHING_TO_SAVE)
            return None
        return course.advice_paper()

    def save(self) -> None:
        """Choose where to save what can be saved here."""
        if (paper := self.paper()) is not None:
            self.guide.show("save", paper, then=self.saved)

    def saved(self, words: str | None) -> None:
        """Say what came of saving, where anything did."""
        if words:
            self.say(words)

    def copy(self) -> None:
        """Put what can be saved here on the clipboard, as plain text."""
        if (paper := self.paper()) is not None:
            self.app.copy_to_clipboard(paper.text)
            self.say(COPIED)


class Panel(ModalScreen[ScreenResultType], Room[ScreenResultType]):
    """A room over another, which stays in sight."""
