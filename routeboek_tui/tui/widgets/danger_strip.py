"""What to do about danger, on top of every screen of a conversation, whatever else stands there."""

from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from routeboek_tui.conversation.advice.groups import Group, dangers
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.text.characters import safe

MORE = "F2: alles"


class DangerStrip(Widget):
    """The first thing to do and not to do about each danger; without danger it is not there."""

    DEFAULT_CSS = """
    DangerStrip {
        display: none;
        height: auto;
        max-height: 4;
        padding: 0 1;
        background: $surface;
        color: $text;
    }
    DangerStrip.-danger { display: block; }
    """

    @dataclass
    class Picked(Message):
        """The strip was clicked: the whole advice is wanted."""

    def __init__(self, talk: Conversation | None = None) -> None:
        super().__init__()
        self._groups: tuple[Group, ...] = ()
        if talk is not None:
            self.show(talk)

    def show(self, talk: Conversation) -> None:
        """Show what there is to do about danger in ``talk``."""
        groups = dangers(talk)
        self.set_class(bool(groups), "-danger")
        if groups != self._groups:
            self._groups = groups
            self.refresh(layout=True)

    def render(self) -> Content:
        """The kind of danger, what to do first, what not, and where the rest stands."""
        line = Content("")
        for number, group in enumerate(self._groups):
            line += Content("  ") if number else Content("")
            line += Content.styled(f"{safe(group.title)}. ", "$text-error bold")
            line += Content.styled(safe(group.todo[0].text), "bold")
            for each in group.avoid[:1]:
                line += Content(" ") + Content(safe(each))
        return line + Content.styled(f"  {MORE}", "$text-muted")

    def on_click(self) -> None:
        """Ask for the whole advice."""
        self.post_message(self.Picked())
