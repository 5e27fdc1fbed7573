"""What the conversation does about danger besides asking: the rest of a line, and who watches."""

from typing import TYPE_CHECKING, cast

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.safety import ALOUD, QUIET, asked_again, in_manner
from routeboek_tui.core.safety import Manner
from routeboek_tui.tui.screens.doors import Doors
from routeboek_tui.tui.screens.hearing import Heard, hear_rest

if TYPE_CHECKING:
    from routeboek_tui.tui.app import Guide


class Alarmed(Doors):
    """A conversation in which danger can be heard.

    ``rest`` is the line in which it was heard, offered to go on with for whatever else it says.
    """

    def __init__(self, talk: Conversation) -> None:
        super().__init__(talk)
        self.rest = ""

    def show(self, beside: int = 0) -> None:
        """Show the conversation, with ``beside`` items before the live question in view."""
        raise NotImplementedError

    def go(self, talk: Conversation, said: str = "") -> None:
        """Go on with another conversation."""
        raise NotImplementedError

    def take(self, heard: Heard, text: str) -> None:
        """Do what came of a line."""
        raise NotImplementedError

    def go_on(self, rest: str) -> None:
        """Offer to go on with what a line says besides danger."""
        if rest and hear_rest(self.talk, rest) is not None:
            self.rest = rest
            self.show()

    def action_rest(self) -> None:
        """Go on with what the line in which danger was heard says besides."""
        rest, self.rest = self.rest, ""
        heard = hear_rest(self.talk, rest) if rest else None
        if heard is not None:
            self.take(heard, rest)

    def action_safety(self) -> None:
        """Say once more whether there is danger or a worry."""
        self.go(asked_again(self.talk))

    def action_quiet(self) -> None:
        """Others are watching: of safety only a sign is shown."""
        self._watched(Manner.QUIET, QUIET)

    def action_aloud(self) -> None:
        """Nobody is watching any more."""
        self._watched(Manner.ALOUD, ALOUD)

    def _watched(self, manner: Manner, said: str) -> None:
        cast("Guide", self.app).manner = manner
        self.go(in_manner(self.talk, manner), said)

    def on_danger_strip_picked(self) -> None:
        """The whole of what to do about danger is wanted."""
        self.action_advice()
