"""The advice so far: who does what by when, why, and what would change it."""

from collections.abc import Collection, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.conversation.reader import Reader
from routeboek_tui.core.address import STEP, Address
from routeboek_tui.course.course import Course
from routeboek_tui.course.letter.paper import Paper
from routeboek_tui.text.characters import safe
from routeboek_tui.tui.items.advice import FOLD, advice_items, folds
from routeboek_tui.tui.items.passages import leads_on
from routeboek_tui.tui.items.written import action_items
from routeboek_tui.tui.keyboard import BACK, Command, footer
from routeboek_tui.tui.places import follow, panel
from routeboek_tui.tui.room import Room
from routeboek_tui.tui.widgets.item import Item, height
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page


class AdviceScreen(Room[None]):
    """The advice of a talk as one page; a letter on it can be opened."""

    CSS_PATH = "advice.tcss"
    about = "advice"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "all", "alles open", show=False),
    ]

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course
        self._talk = course.told
        self.view = course.told.view
        self._opened: frozenset[str] = frozenset()
        self._dense = False

    def compose(self) -> ComposeResult:
        """The page, what was saved, and the keys."""
        yield Static(Content(safe(f"Advies: {self.view.route}")), id="title")
        yield Page(self._items(), id="advice")
        status = Static(id="status")
        status.display = False
        yield status
        keys = footer("help", "map", "letters", "save", "copy", "commands")
        yield Keys([("↑↓", "kies", ""), ("Enter", "klap open", ""), BACK, *keys])

    def on_mount(self) -> None:
        """Let the keys scroll at once."""
        self.query_one(Page).focus()

    def on_resize(self) -> None:
        """Where there is no room for every letter on a line of its own, put them at the right."""
        self.call_after_refresh(self._laid_out)

    def _laid_out(self) -> None:
        page, shut = self.query_one(Page), advice_items(self._talk, self.view, ())
        room = page.scrollable_content_region
        dense = height(shut, max(room.width, 1)) > room.height
        if dense != self._dense:
            self._dense = dense
            page.replace(self._items())

    def on_page_picked(self, event: Page.Picked) -> None:
        """Open or shut a fold, read where an action is written, go to a place, or open a letter."""
        if event.action.startswith(FOLD):
            self._turn({event.action.removeprefix(FOLD)})
        elif Address.read(event.action).kind == STEP:
            self._written(event.action)
        elif leads_on(event.action):
            follow(self.guide, Reader.within(self._talk), event.action)
        else:
            self.guide.show("letter", self._course.draft(event.action))

    def _items(self) -> Iterator[Item]:
        return advice_items(self._talk, self.view, self._opened, dense=self._dense)

    def _turn(self, folds: Collection[str]) -> None:
        """Open what is shut of these folds, and shut what is open."""
        self._opened ^= frozenset(folds)
        self.query_one(Page).replace(self._items())

    def commands(self) -> tuple[Command, ...]:
        """What can be done here."""
        return (Command("Alles open- of dichtklappen", "Spatie", "all"),)

    def action_all(self) -> None:
        """Open every fold; shut them all where none is shut."""
        self._turn(folds(self.view) - self._opened or self._opened)

    def _written(self, place: str) -> None:
        """Show where an action of the advice is written."""
        at, legs = Address.read(place), (self._talk, *self._talk.earlier)
        talk = next(leg for leg in legs if leg.flow.id == at.holder)
        items = action_items(talk, at.leaf, at.part)
        panel(self.guide, Reader.within(talk), "Waar het staat", items)

    def paper(self) -> Paper:
        """The advice that stands here."""
        return self._course.advice_paper()

    def say(self, words: str) -> None:
        """Say it below the page."""
        status = self.query_one("#status", Static)
        status.update(Content(safe(words)))
        status.display = True
