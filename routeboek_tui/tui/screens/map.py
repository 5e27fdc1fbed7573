"""The route as a map: where one is, how one came there, and where each answer leads."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.conversation.map.map_view import PLACE_MARKS, PLACE_WORDS, WAY_MARKS, Place, here
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.course.course import Course
from routeboek_tui.text.characters import safe
from routeboek_tui.tui.items.map import map_items
from routeboek_tui.tui.items.step import step_items
from routeboek_tui.tui.keyboard import BACK, Command, does, footer
from routeboek_tui.tui.places import panel
from routeboek_tui.tui.room import Room
from routeboek_tui.tui.widgets.danger_strip import DangerStrip
from routeboek_tui.tui.widgets.item import Item
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page

DRAWN = ("^T", "teken", "drawing")
"""How one goes to the drawn map, for the line of keys."""


class MapScreen(Room[None]):
    """The whole route on one page, opened at the step where the walk stands."""

    CSS_PATH = "map.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "drawing", "tekening", show=False),
    ]
    about = "map"

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._talk = course.talk

    def compose(self) -> ComposeResult:
        """The legend, the map and the keys."""
        legend = "  ".join(f"{PLACE_MARKS[place]} {PLACE_WORDS[place]}" for place in Place)
        yield Static(Content(safe(f"Kaart: {self._talk.title}")), id="title")
        yield Static(Content(legend), id="legend")
        yield DangerStrip(self._talk)
        yield Page(map_items(self._talk), id="map")
        keys = footer("help", "advice", "letters", "book", "commands")
        yield Keys([("↑↓", "stap", ""), ("Enter", "lees", ""), DRAWN, BACK, *keys])

    def on_mount(self) -> None:
        """Open at the step where the walk stands."""
        self.query_one(Page).focus()
        self.call_after_refresh(self.action_here)

    def commands(self) -> tuple[Command, ...]:
        """What can be done here."""
        here = Command("Naar waar je bent op de kaart", "", "here")
        return (here, Command("De kaart als tekening", "Ctrl+T", "drawing"))

    def action_drawing(self) -> None:
        """The same route, drawn."""
        self.call_later(self.run_action, does("drawing"))

    def action_here(self) -> None:
        """Go to the step where the walk stands, with what lies before it in view."""
        page = self.query_one(Page)
        step = here(self._talk)
        place = next(n for n, item in enumerate(page.items) if item.action == step)
        page.scroll_to_item(max(place - 4, 0), top=True)
        page.cursor = place

    def help_items(self) -> Iterator[Item]:
        """What the signs mean."""
        yield Item("De tekens", style="$heading bold")
        yield from (Item(PLACE_WORDS[place], 3, f" {PLACE_MARKS[place]}") for place in Place)
        yield Item("Bij een antwoord", style="$heading bold")
        yield from (Item(words, 3, f" {mark}") for mark, words in WAY_MARKS.items())

    def on_page_picked(self, event: Page.Picked) -> None:
        """Read the step that was picked."""
        title = self._talk.say(self._talk.text(event.action).title)
        reader = Reader.within(self._talk)
        panel(self.guide, reader, title, step_items(self._talk, event.action))
