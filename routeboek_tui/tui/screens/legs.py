"""The routes walked before this one: each folded to a line, and what was answered there."""

from collections.abc import Callable, Iterator

from textual.app import App

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import lines
from routeboek_tui.tui.screens.info import InfoScreen
from routeboek_tui.tui.widgets.page import BLANK, Item, styled

MUTED = "$text-muted"

BACK = "Met Ctrl+Z ga je stap voor stap terug naar deze route."


def folded(talk: Conversation) -> Iterator[Item]:
    """One line for each route before this one, and what was done before on this one."""
    for place, leg in enumerate(talk.earlier):
        count = sum(line.answer for line in lines(leg))
        words = f"{count} {'antwoord' if count == 1 else 'antwoorden'}"
        text = styled((leg.title, MUTED), (f", {words}", MUTED))
        side = styled(("lees", "$heading underline"))
        yield Item(text, 4, styled(("  ✓", MUTED)), side, action=f"leg:{place}")
    done = talk.answers.done
    passed = [talk.say(talk.text(step).title) for step in talk.flow.steps if step in done]
    if passed:
        yield Item(f"Al gedaan: {', '.join(passed)}", 4, "  ✓", style=MUTED)


def tell(app: App[None], talk: Conversation, text: str, go: Callable[[Conversation], None]) -> None:
    """Show what ``text``, typed in the triage, can be about; ``go`` gets what is chosen."""
    from routeboek_tui.tui.screens.what_now import WhatNowScreen

    def chosen(after: Conversation | None) -> None:
        if after is not None and after is not talk:
            go(after)

    app.push_screen(WhatNowScreen(talk, text), chosen)


def show(app: App[None], leg: Conversation) -> None:
    """Open what was answered on an earlier route."""
    app.push_screen(InfoScreen(leg.title, _items(leg)))


def _items(leg: Conversation) -> Iterator[Item]:
    for line in lines(leg):
        if line.answer:
            yield Item(styled((line.title, MUTED)), 1)
            yield Item(styled((line.said, "bold")), 3)
        else:
            yield Item(f"{line.who}: {line.title}", 3, " →", style=MUTED)
    yield BLANK
    yield Item(BACK, 1, style=MUTED)
