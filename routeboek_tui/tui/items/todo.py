"""What there is to do, in short, above the question."""

from collections.abc import Iterator, Sequence

from routeboek_tui.conversation.advice_view import AFTER, AdviceView, Todo
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.tui.widgets.item import BLANK, Item, styled

MUTED = "$text-muted"
MOST_TODO = 3
"""The most actions shown above a question; the advice shows them all."""


def first(
    view: AdviceView, earlier: Sequence[Conversation], *, most: int = MOST_TODO
) -> Iterator[Item]:
    """What there is to do before the question, in short: what came up since the last one.

    What to do about danger stands on top of the screen already.

    ``earlier`` are the conversations before this. Those that asked a fact do not count:
    what there was to do was not shown there yet, for it may hang on the fact.
    """
    asked = (talk for talk in reversed(earlier) if not (talk.ask and talk.ask.fact))
    before = next(asked, None)
    known = {do.step for do in before.advice.alongside} if before else set()
    groups = (*view.steps, *(group for group in view.alongside if group.step not in known))
    todo = [do for group in groups for do in group.todo]
    if not todo:
        return
    yield BLANK
    yield Item(styled((AFTER if view.danger else "Eerst doen", "bold")), 1)
    for do in todo[:most]:
        yield action_item(do, 3)
    if len(todo) > most:
        words = f"… en nog {len(todo) - most}: druk F2"
        yield Item(words, 3, style=MUTED, action="do:advice", passed=True)


def action_item(do: Todo, indent: int) -> Item:
    """One thing to do, with the word of the actor in the actor's colour."""
    words = styled((f"{do.who}: ", f"$actor-{do.actor} bold"), do.text)
    return Item(words, indent + 2, " " * indent + "•")
