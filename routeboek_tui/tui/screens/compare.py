"""Two editions of a route beside each other: what is new, what is gone, and what changed."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.conversation.map.compare_view import Section, compare_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.view import Option
from routeboek_tui.core.flow import Flow
from routeboek_tui.course.answering import selected
from routeboek_tui.tui.keyboard import BACK, Command, footer
from routeboek_tui.tui.room import Room
from routeboek_tui.tui.widgets.item import BLANK, Item, styled
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page

MUTED = "$text-muted"

ONE_EDITION = "Van geen enkele route is er meer dan één editie."


class CompareScreen(Room[None]):
    """The comparison of two editions: those of the route of ``reader``, if it has more than one."""

    CSS_PATH = "compare.tcss"
    about: ClassVar[str] = "compare"

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._pair = _first(reader)

    def compose(self) -> ComposeResult:
        """The comparison and the keys."""
        yield Static(Content("Edities vergelijken"), id="title")
        yield Page(self._items(), id="compared")
        keys = footer("help", "book", "search", "commands")
        yield Keys([("↑↓", "lees", ""), ("Enter", "kies", ""), BACK, *keys])

    def on_mount(self) -> None:
        """Let the keys scroll at once."""
        self.query_one(Page).focus()

    def commands(self) -> tuple[Command, ...]:
        """What can be done here."""
        return (Command("Wissel oud en nieuw om", "", "swap"),)

    def _items(self) -> Iterator[Item]:
        if self._pair is None:
            yield Item(ONE_EDITION)
            return
        old, new = self._pair
        yield self._choice("Oud", old, "old")
        yield self._choice("Nieuw", new, "new")
        yield Item("Wissel oud en nieuw om", 7, lead="   ⇅", action="swap")
        yield BLANK
        view = compare_view(self._reader.library, old.id, new.id)
        yield from map(Item, view.said)
        for section in view.sections:
            if not section.only_source:
                yield from _section(section)
        moved = [section.title for section in view.sections if section.only_source]
        if moved:
            yield BLANK
            yield Item("Alleen de bron is anders", style="$heading bold")
            yield from (Item(title, 2, lead="•") for title in moved)

    def _choice(self, word: str, flow: Flow, action: str) -> Item:
        edition = self._reader.library.editions[flow.edition].title
        words = styled((f"{flow.title}: ", MUTED), (edition, "bold"))
        side = styled(("wijzig", "$heading underline"))
        return Item(words, 7, lead=styled((word, "$heading bold")), side=side, action=action)

    def on_page_picked(self, event: Page.Picked) -> None:
        """Choose another edition in the place of the old or the new one."""
        if self._pair is None:
            return
        if event.action == "swap":
            self.action_swap()
            return
        library = self._reader.library
        flows = _compared(self._reader)
        options = tuple(
            Option(str(n), flow.id, f"{flow.title}: {library.editions[flow.edition].title}")
            for n, flow in enumerate(flows, start=1)
        )

        def chosen(line: str | None) -> None:
            keys = selected(line or "", options)
            if len(keys) == 1:
                picked = next(option.choice for option in options if option.key == keys[0])
                self._put(event.action, library.flows[picked])
            elif line:
                self.guide.tell(line)

        word = "oude" if event.action == "old" else "nieuwe"
        self.guide.show("choice", f"Kies de {word} editie", (), options, then=chosen)

    def _put(self, which: str, flow: Flow) -> None:
        """Take ``flow`` as the old or new one, beside an edition of the same route."""
        assert self._pair is not None
        old, new = self._pair
        other = new if which == "old" else old
        if other.route != flow.route or other.id == flow.id:
            others = self._reader.library.editions_of(flow.route)
            other = next(each for each in others if each.id != flow.id)
        self._pair = (flow, other) if which == "old" else (other, flow)
        self.query_one(Page).replace(self._items())

    def action_swap(self) -> None:
        """Look at it the other way round."""
        if self._pair is not None:
            old, new = self._pair
            self._pair = (new, old)
            self.query_one(Page).replace(self._items())


def _compared(reader: Reader) -> list[Flow]:
    """The flows of every route that has more than one edition."""
    library = reader.library
    return [f for f in library.flows.values() if len(library.editions_of(f.route)) > 1]


def _first(reader: Reader) -> tuple[Flow, Flow] | None:
    """The two newest editions of one's own route, or of the first that has two: old and new."""
    flows = _compared(reader)
    own = reader.talk.flow.route if reader.talk else ""
    route = next((f.route for f in flows if f.route == own), flows[0].route if flows else "")
    if not route:
        return None
    new, old, *_ = reader.library.editions_of(route)
    return old, new


def _section(section: Section) -> Iterator[Item]:
    yield BLANK
    yield Item(section.heading, style="$heading bold")
    for line in section.lines:
        yield Item(line.said, 2, lead="•")
