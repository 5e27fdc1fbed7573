"""From the first screen to a conversation: by questions, by what was typed, or by a route."""

from typing import TYPE_CHECKING, cast

from routeboek_tui.core.facts import REGION, SECTOR
from routeboek_tui.tui.screens.listening import Listening
from routeboek_tui.tui.widgets.page import Item

if TYPE_CHECKING:
    from routeboek_tui.conversation.conversation import Conversation
    from routeboek_tui.library.compiled import Opening
    from routeboek_tui.tui.app import Guide

NO_WAY = "Voor deze regio en sector heeft de gids geen eigen route. Begin met de vragen."
OLDER = "{title} (oudere editie: {edition})"


class Beginning(Listening[None]):
    """The ways out of the first screen, each imported when it is taken."""

    _first: "Opening"

    def facts(self) -> dict[str, str]:
        """What is known of the case before the first question."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Show a message."""
        raise NotImplementedError

    def action_begin(self) -> None:
        """Begin with the questions that look for the route."""
        from routeboek_tui.core.flow import TRIAGE

        self.begin(TRIAGE)

    def begin(self, route: str) -> None:
        """Begin a conversation along ``route``."""
        from routeboek_tui.conversation.conversation import Conversation
        from routeboek_tui.conversation.safety import in_manner

        guide = cast("Guide", self.app)
        talk = Conversation.start(guide.library, route, guide.today, self.facts())
        self.converse(in_manner(talk, guide.manner))

    def converse(self, talk: "Conversation") -> None:
        """Remember what was chosen here, and go on with ``talk``."""
        from routeboek_tui.tui.screens.conversation import ConversationScreen

        guide = cast("Guide", self.app)
        guide.remember(**self.facts())
        guide.push_screen(ConversationScreen(talk))

    def action_routes(self) -> None:
        """Let the user choose a route: those of this region and sector, older editions last."""
        from routeboek_tui.tui.screens.info import InfoScreen

        facts, guide = self.facts(), cast("Guide", self.app)
        ways = self._first.ways(facts.get(REGION, ""), facts.get(SECTOR, ""), guide.today)
        if not ways:
            self.say(NO_WAY)
            return
        choices = [
            (way.flow, OLDER.format(title=way.title, edition=way.older) if way.older else way.title)
            for way in ways
        ]

        def chosen(route: str | None) -> None:
            if route:
                self.begin(route)

        items = [Item("Je begint bij de eerste vraag van die route.")]
        guide.push_screen(InfoScreen("Welke route?", items, choices), chosen)

    def tell(self, text: str) -> None:
        """Look for the route with what was typed."""
        from routeboek_tui.conversation.conversation import Conversation
        from routeboek_tui.conversation.move import told
        from routeboek_tui.conversation.safety import in_manner
        from routeboek_tui.core.flow import TRIAGE
        from routeboek_tui.tui.screens.what_now import WhatNowScreen

        guide = cast("Guide", self.app)
        fresh = Conversation.start(guide.library, TRIAGE, guide.today, self.facts())
        talk = told(in_manner(fresh, guide.manner), text)
        if talk.safety.rest:
            self.converse(talk)
            return

        def chosen(after: Conversation | None) -> None:
            if after is not None:
                self.converse(after)

        guide.push_screen(WhatNowScreen(talk, text), chosen)
