"""The order in which letters stand: that of the advice in which they are named."""

from collections.abc import Iterable

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overdue import overdue
from routeboek_tui.core.letter import Letter


def in_order(talk: Conversation, letters: Iterable[Letter]) -> tuple[Letter, ...]:
    """``letters`` as the advice comes to them.

    Those to be written now come first, and among them those of who reads, then those about danger.
    What no deed names comes behind what one does.
    """
    advice = talk.advice
    todo = (*overdue(talk), *advice.now, *advice.alongside)
    dos = [*sorted(todo, key=lambda do: not do.action.at_once), *advice.earlier]
    named: dict[str, int] = {}
    steps: dict[str, int] = {}
    for place, do in enumerate(dos):
        named.setdefault(talk.text(do.step).letters.get(do.action.id, ""), place)
        steps[do.step] = place

    def place_of(letter: Letter) -> tuple[bool, bool, bool, bool, int, str]:
        of_steps = (steps[step] for step in letter.steps if step in steps)
        place = named.get(letter.id, min(of_steps, default=len(dos)))
        return (
            talk.behind(letter), talk.others(letter.sender), not letter.safety,
            letter.id not in named, place, letter.title,
        )  # fmt: skip

    return tuple(sorted(letters, key=place_of))
