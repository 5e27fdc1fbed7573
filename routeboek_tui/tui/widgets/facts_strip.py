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

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.safety import SIGN, signs
from routeboek_tui.conversation.view import FactWord
from routeboek_tui.conversation.view import facts as words
from routeboek_tui.core.safety import SAFETY
from routeboek_tui.text.characters import safe


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

    def __init__(self) -> None:
        super().__init__()
        self._route = ""
        self._older = False
        self._sign = False
        self._facts: Sequence[FactWord] = ()
        self._place = 0

    def show(self, talk: Conversation) -> None:
        """Show the route and the facts of ``talk``; an older edition is warned of.

        The region stands there only where nothing else says it.
        """
        route, older = talk.title, talk.library.older(talk.flow, talk.today)
        said = bool(talk.situation.get("gemeente"))
        sign = signs(talk)
        facts = [w for w in words(talk) if w.fact != "regio" or not (said or w.said == route)]
        now = (route, older, facts, sign)
        if now != (self._route, self._older, self._facts, self._sign):
            self._route, self._older, self._sign = route, older, sign
            self._facts = facts
            self._place = min(self._place, max(len(facts) - 1, 0))
            self.refresh(layout=True)

    def render(self) -> Content:
        """The facts with points between them; the one Enter would pick stands out."""
        colour = "$text-warning bold" if self._older else "$heading bold"
        line = Content.assemble((safe(self._route), colour))
        for place, fact in enumerate(self._facts):
            here = self.has_focus and place == self._place
            style = "$block-cursor-foreground on $block-cursor-background" if here else ""
            word = Content(safe(fact.said)).stylize(style)
            line = line + " · " + word.stylize(Style.from_meta({"fact": fact.fact}))
        if self._sign:
            line = line + " " + Content(SIGN).stylize(Style.from_meta({"fact": SAFETY}))
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
