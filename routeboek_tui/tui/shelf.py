"""What the app reads from: the library, the index of its passages, and the book over them."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from textual.app import App

from routeboek_tui.core.safety import Manner

if TYPE_CHECKING:
    from routeboek_tui.conversation.conversation import Conversation
    from routeboek_tui.conversation.reader import Reader
    from routeboek_tui.library.content import Library
    from routeboek_tui.search.index import Index


class Shelf(App[None], inherit_bindings=False):
    """An app with a library. ``take`` gives it, when it is first needed; ``today`` is the day.

        ``known`` are the facts known before a conversation begins. ``letter_values`` is what was
    typed in letters: it lives as long as the program does. ``manner`` is how the safety of a pupil
        is asked.
    """

    def __init__(
        self, take: "Callable[[], Library]", today: date, known: Mapping[str, str]
    ) -> None:
        super().__init__()
        self._take = take
        self.today = today
        self.known = dict(known)
        self.letter_values: dict[str, str] = {}
        self.manner = Manner.ALOUD

    @cached_property
    def library(self) -> "Library":
        """Everything the guide knows."""
        return self._take()

    @cached_property
    def index(self) -> "Index":
        """The index over every passage of the guide."""
        from routeboek_tui.search.compiled import index

        return index(self.library)

    def listen(self) -> None:
        """Get ready what hears and finds things in what is typed."""
        from routeboek_tui.search.danger import ears

        ears()
        _ = self.index

    @property
    def reader(self) -> "Reader":
        """Who reads now: within the conversation that goes on, if there is one."""
        from routeboek_tui.conversation.reader import Reader

        talk: Conversation | None = None
        for screen in self.screen_stack:
            talk = getattr(screen, "talk", talk)
        if talk is not None:
            return Reader.within(talk)
        facts = getattr(self.screen, "facts", dict)() or self.known
        known = {fact: value for fact, value in facts.items() if fact in self.library.facts}
        return Reader(self.library, self.today, known)

    def action_book(self, place: str = "") -> None:
        """Open the book at its contents, at a place such as ``boek:mdo``, or at a page by name."""
        from routeboek_tui.search.passages import PAGE
        from routeboek_tui.search.question import answer
        from routeboek_tui.tui.screens.book import BookScreen

        if place and ":" not in place:
            found = answer(self.index, place)
            if isinstance(found, tuple) or found.passage.kind != PAGE:
                self.action_search(place)
                return
            place = found.passage.id
        self.push_screen(BookScreen(self.reader, place))

    def action_search(self, words: str = "") -> None:
        """Search the book, the steps, the letters and the rest."""
        from routeboek_tui.tui.screens.book import SEARCH, BookScreen

        self.push_screen(BookScreen(self.reader, SEARCH, words))

    def action_compare(self) -> None:
        """Compare two editions of a route."""
        from routeboek_tui.tui.screens.compare import CompareScreen

        self.push_screen(CompareScreen(self.reader))
