"""The terminal app itself: its themes, the keys that work on every screen, and how it starts."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import Screen

from routeboek_tui import memory
from routeboek_tui.library import preferences
from routeboek_tui.library.compiled import Opening
from routeboek_tui.tui.keyboard import TABLE, does
from routeboek_tui.tui.room import Room
from routeboek_tui.tui.screens.start import StartScreen
from routeboek_tui.tui.screens.too_small import TooSmallScreen, too_small
from routeboek_tui.tui.shelf import Shelf
from routeboek_tui.tui.themes import themes

if TYPE_CHECKING:
    from routeboek_tui.conversation.conversation import Conversation
    from routeboek_tui.course.practice.training import Training
    from routeboek_tui.library.content import Library


class Guide(Shelf, inherit_bindings=False):
    """The guide on the terminal. It opens with ``first``; ``shelf`` gives the rest later."""

    TITLE = "Routeboek"
    CSS_PATH = "tokens.tcss"
    ENABLE_COMMAND_PALETTE = False
    PAUSE_GC_ON_SCROLL = True
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (80, "-normaal"), (120, "-breed")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-laag"), (22, "-hoog")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(k.key, does(k.name), k.word, show=False, priority=True) for k in TABLE if k.key),
        Binding("ctrl+c", does("stop"), "stop", show=False),
    ]

    def __init__(  # noqa: PLR0913 - what an app begins with
        self,
        first: Opening,
        shelf: "Callable[[], Library]",
        today: date,
        *,
        facts: Mapping[str, str] | None = None,
        settings: Path | None = None,
        talk: "Conversation | None" = None,
        practice: "Training | None" = None,
        meeting: bool = False,
    ) -> None:
        kept = preferences.recall(first.scheme, settings)
        super().__init__(shelf, today, preferences.overruled(kept, facts or {}))
        self._first, self._talk, self._meeting = first, talk, meeting
        self.practised = practice
        self.failure: Exception | None = None
        self._settings = settings
        for theme in themes():
            self.register_theme(theme)
        self.theme = kept.get("thema", preferences.THEMES[0])

    def get_default_screen(self) -> Screen[None]:
        """The app opens with its first question."""
        return StartScreen(self._first, self.known)

    def on_mount(self) -> None:
        """Leave the rest for after the first frame."""
        self.call_after_refresh(memory.settled)
        if self._talk:
            from routeboek_tui.course.course import Course

            course = Course(self._talk)
            for name in ("talk", "meeting")[: 1 + self._meeting]:
                self.show(name, course)
        if self.practised:
            self.show("practice", self.practised)
        if not self.is_headless:
            self.set_timer(0.1, self._ahead)

    def _ahead(self) -> None:
        """Get ready what the first choice needs while the first screen is being read."""
        import routeboek_tui.tui.screens.conversation  # noqa: F401

        _ = self.library
        self.prepare_new()

    def remember(self, **values: str) -> None:
        """Keep sector, gemeente or thema for a next time."""
        preferences.remember(self._first.scheme, values, self._settings)

    def on_resize(self, event: events.Resize) -> None:
        """Say so when the window is too small."""
        if too_small(event.size) and not isinstance(self.screen, TooSmallScreen):
            self.push_screen(TooSmallScreen())

    async def on_event(self, event: events.Event) -> None:
        """Let typed text go to the field of the screen, or else to the question.

        It is decided here, in the order the keys come, before any of them is handed on: a key
        never overtakes another, however fast they are typed.
        """
        if self._is_for_question(event):
            assert isinstance(self.screen, Room)
            if self.screen.field is None:
                self.to_question()
            if isinstance(self.screen, Room) and not self.screen.typing:
                self.screen.set_focus(self.screen.field)
        await super().on_event(event)

    def _is_for_question(self, event: events.Event) -> bool:
        """Whether this is text that nothing on the screen takes."""
        if not _is_text(event):
            return False
        screen = self.screen
        if not isinstance(screen, Room) or screen.typing:
            return False
        return not (isinstance(event, events.Key) and event.character in screen.own_keys)

    def action_do(self, name: str) -> None:
        """Do what stands in the table of keys under ``name``, wherever one is."""
        from routeboek_tui.tui.doing import do

        do(self, name)

    def action_colours(self, name: str) -> None:
        """Put on another theme and remember it."""
        self.theme = name
        self.remember(thema=name)

    def _fatal_error(self) -> None:
        # Textual would print a traceback; the command line says it in one sentence.
        self.failure = self._exception
        self._close_messages_no_wait()


def _is_text(event: events.Event) -> bool:
    """Whether this is text; a space alone scrolls or ticks where nothing was typed."""
    if event.is_forwarded:
        return False
    if isinstance(event, events.Key):
        return event.is_printable and event.key != "space"
    return isinstance(event, events.Paste)
