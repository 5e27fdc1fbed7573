"""What there is to do, in short, above the question."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from routeboek_tui.conversation.advice.advice_view import AFTER
from routeboek_tui.conversation.advice.first_screen import Deed, apart
from routeboek_tui.conversation.advice.groups import Todo
from routeboek_tui.conversation.advice.not_to_do import NOT, Avoided
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.tui.widgets.item import BLANK, Item, height, styled

FIRST = "Eerst doen"
MUTED = "$text-muted"
LEAST_TODO = 3
"""The fewest actions shown above a question; the advice shows them all."""

AROUND = 3
"""Lines around the actions above a question: what stands over them, what is left, when to come."""


def first(
    talk: Conversation, earlier: Sequence[Conversation], width: int, room: int = 0
) -> Iterator[Item]:
    """What there is to do before the question, in short: what came up since the last one.

    What to do about danger stands on top of the screen already. ``room`` are the lines there are,
    of ``width`` cells: where they are few, what one actor does stands behind each other.

    ``earlier`` are the conversations before this. Those that asked a fact do not count:
    what there was to do was not shown there yet, for it may hang on the fact. Nor do those that
    asked what is asked now: what was to be done there is to be done before it still.
    """
    view = talk.view
    asked = (each for each in reversed(earlier) if not (each.ask and each.ask.fact))
    before = next((each for each in asked if each.ask != talk.ask), None)
    known = {do.step for do in before.advice.alongside} if before else set()
    told = [deed for deed in view.first.deeds if not (deed.late and before)]
    deeds = [deed for deed in told if not (deed.beside and deed.step in known)]
    if not deeds:
        return
    most = max(room - AROUND, LEAST_TODO)
    most -= len(apart(deeds)) - 1
    # To say that there is one more takes as much room as that one.
    most += len(deeds) == most + 1
    yield BLANK
    heading = AFTER if view.danger else FIRST
    shown = deeds[:most]
    laid = list(_headed(shown, heading, _listed))
    if len(deeds) > most:
        for near in (deeds, [deed for deed in deeds if not deed.other]):
            close = list(_headed(near, heading, _close))
            if len(near) > most and height(close, width) <= max(room - 2, LEAST_TODO):
                shown, laid = near, close
                break
    yield from laid
    if left := len(deeds) - len(shown):
        words = f"… en nog {left}: druk F2"
        yield Item(words, 3, style=MUTED, action="do:advice", passed=True)
    if len(deeds) + len(view.first.avoid) <= most:
        yield from (avoid_item(each, 3) for each in view.first.avoid)
    yield from (Item(styled((each, "bold")), 1) for each in view.first.closing)


def _headed(
    deeds: Sequence[Deed], heading: str, laid: Callable[[Sequence[Deed]], Iterator[Item]]
) -> Iterator[Item]:
    for over, each in apart(deeds):
        yield Item(styled((over or heading, "bold")), 1)
        yield from laid(each)


def _listed(deeds: Sequence[Deed]) -> Iterator[Item]:
    return (deed_item(deed, 3) for deed in deeds)


def _close(deeds: Sequence[Deed]) -> Iterator[Item]:
    """What each actor does, behind each other; what is to be done at once apart."""
    for (who, actor, _), of_one in groupby(deeds, key=lambda d: (d.who, d.actor, d.at_once)):
        parts: list[tuple[str, str]] = [(f"{who}: ", f"$actor-{actor} bold")]
        for deed in of_one:
            parts += [("; ", "")] * (len(parts) > 1) + [(deed.words, "")]
            parts += [(f" ({deed.term})", MUTED)] if deed.term else []
        yield Item(styled(*parts), 5, "   •")


def deed_item(deed: Deed, indent: int) -> Item:
    """One thing to do in short, with the word of the actor in the actor's colour."""
    who = (f"{deed.who}: ", f"$actor-{deed.actor} bold")
    term = (f" ({deed.term})", MUTED) if deed.term else ""
    return Item(styled(who, deed.words, term), indent + 2, " " * indent + "•")


def avoid_item(each: Avoided, indent: int) -> Item:
    """One thing not to do."""
    return Item(styled((NOT, "$text-error bold"), each.words), indent + 2, " " * indent + "✗")


def action_item(do: Todo, indent: int) -> Item:
    """One thing to do, with the word of the actor in the actor's colour."""
    words = styled((f"{do.who}: ", f"$actor-{do.actor} bold"), do.text)
    return Item(words, indent + 2, " " * indent + "•")
