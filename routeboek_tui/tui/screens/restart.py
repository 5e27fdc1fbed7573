"""Beginning again: asked first when answers would be lost."""

from collections.abc import Callable

from textual.app import App

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.tui.screens.info import InfoScreen
from routeboek_tui.tui.widgets.page import Item

LOST = "Dan vervallen je antwoorden. Wat je in brieven typte, blijft tot je stopt."


def restart(app: App[None], talk: Conversation, leave: Callable[[], object]) -> None:
    """Leave the conversation, after asking when something was answered."""

    def decided(chosen: str | None) -> None:
        if chosen == "restart":
            leave()

    choices = (("restart", "Opnieuw beginnen"), ("", "Doorgaan"))
    if talk.answers.steps or talk.earlier:
        app.push_screen(InfoScreen("Opnieuw beginnen?", [Item(LOST)], choices), decided)
    else:
        leave()
