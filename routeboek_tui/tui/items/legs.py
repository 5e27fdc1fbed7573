"""The routes walked before this one: each folded to a line, and what was answered there."""

from collections.abc import Iterator

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import lines
from routeboek_tui.tui.widgets.item import BLANK, Item, styled

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


def leg_items(leg: Conversation) -> Iterator[Item]:
    """What was answered on an earlier route."""
    for line in lines(leg):
        if line.answer:
            yield Item(styled((line.title, MUTED)), 1)
            yield Item(styled((line.said, "bold")), 3)
        else:
            yield Item(f"{line.who}: {line.title}", 3, " →", style=MUTED)
    yield BLANK
    yield Item(BACK, 1, style=MUTED)
