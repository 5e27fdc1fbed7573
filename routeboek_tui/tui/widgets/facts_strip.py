"""The strip of facts on top of a conversation; each can be picked to be changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from routeboek_tui.conversation.view import FactWord
from routeboek_tui.tui.text import safe


class FactsStrip(Widget, can_focus=True):
    """The route and the facts known so far. Left and right go along them, Enter picks one."""

    DEFAULT_CSS = """
    FactsStrip {
        height: auto;
        max-height: 3;
        padding: 0 1;
        background: $bar;
        color: $text;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "go(-1)", "vorige", show=False),
        Binding("right", "go(1)", "volgende", show=False),
        Binding("enter,space", "pick", "wijzig", show=False),
    ]

    @dataclass
    class Picked(Message):
        """A fact was picked to be changed."""

        fact: str

    def __init__(self, route: str) -> None:
        super().__init__()
        self._route = route
        self._facts: Sequence[FactWord] = ()
        self._place = 0

    def show(self, facts: Sequence[FactWord]) -> None:
        """Show these facts."""
        if facts != self._facts:
            self._facts = facts
            self._place = min(self._place, max(len(facts) - 1, 0))
            self.refresh(layout=True)

    def render(self) -> Content:
        """The facts with points between them; the one Enter would pick stands out."""
        line = Content.assemble((safe(self._route), "$heading bold"))
        for place, fact in enumerate(self._facts):
            here = self.has_focus and place == self._place
            style = "$block-cursor-foreground on $block-cursor-background" if here else ""
            word = Content(safe(fact.said)).stylize(style)
            line = line + " · " + word.stylize(Style.from_meta({"fact": fact.fact}))
        return line

    def action_go(self, step: int) -> None:
        """Go along the facts."""
        if self._facts:
            self._place = (self._place + step) % len(self._facts)
            self.refresh()

    def action_pick(self) -> None:
        """Pick the fact that stands out."""
        if self._facts:
            self.post_message(self.Picked(self._facts[self._place].fact))

    def on_click(self, event: events.Click) -> None:
        """Pick the fact that was clicked."""
        fact = event.style.meta.get("fact")
        if fact:
            self.post_message(self.Picked(fact))
