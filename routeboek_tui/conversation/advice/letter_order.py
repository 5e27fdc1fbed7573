"""Which letters stand with what is to be done now, and the order of all: that of the advice."""

from collections.abc import Iterable

from msgspec import Struct

from routeboek_tui.conversation.advice.overdue import letter_of
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.letter import Letter


def in_order(talk: Conversation, letters: Iterable[Letter]) -> tuple[Letter, ...]:
    """``letters`` as the advice comes to them.

    Those to be written now come first, and among them those of who reads, then those about danger.
    What no deed names comes behind what one does and what asks people to come; what tells of a
    meeting behind what asks for it.
    """
    advice = talk.advice
    todo = (*talk.late, *advice.now, *advice.alongside)
    dos = [*sorted(todo, key=lambda do: not do.action.at_once), *advice.earlier]
    named: dict[str, int] = {}
    steps: dict[str, int] = {}
    for place, do in enumerate(dos):
        named.setdefault(letter_of(talk, do), place)
        steps[do.step] = place

    letters = [*letters]
    reports = [each for each in letters if each.past and each.id in named]

    def place_of(letter: Letter) -> tuple[bool, bool, bool, bool, int, bool, str]:
        of_steps = [steps[step] for step in letter.steps if step in steps]
        if letter.ahead:
            told = (each for each in reports if not set(each.steps).isdisjoint(letter.steps))
            of_steps += [named[each.id] for each in told]
        place = named.get(letter.id, min(of_steps, default=len(dos)))
        return (
            talk.behind(letter), talk.others(letter.sender), not letter.safety,
            letter.id not in named and not letter.ahead, place, not letter.ahead, letter.title,
        )  # fmt: skip

    return tuple(sorted(letters, key=place_of))


class Standing(Struct, frozen=True):
    """The ``steps`` of now and what runs beside, and the letters that stand with their actions.

    Those that are ``asked_for`` stand with what is to be done now and beside it.
    """

    steps: frozenset[str]
    letters: frozenset[str]
    asked_for: frozenset[str]

    def behind(self, talk: Conversation, letter: Letter) -> bool:
        """Whether what ``letter`` is for was done: each step of it lies behind an answer.

        Where the walk is over nobody is asked to come any more, but where a deed says so.
        """
        if letter.ahead and talk.advice.outcome and not talk.advice.provisional:
            return letter.id not in self.asked_for
        passed = (talk.trail.certain_steps | talk.jumped).intersection(letter.steps)
        return (
            bool(passed - self.steps)
            and self.steps.isdisjoint(passed)
            and letter.id not in self.letters
        )


def standing(talk: Conversation) -> Standing:
    """What stands in ``talk`` now."""
    legs = {leg: {do.step for do in leg.advice.alongside} for leg in talk.earlier}
    legs[talk] = {*talk.advice.here}
    named = [leg.text(step).letters.values() for leg, steps in legs.items() for step in steps]
    still = {letter_of(talk, do) for do in (*talk.advice.now, *talk.late)}
    beside = {letter_of(leg, do) for leg in legs for do in leg.advice.alongside}
    return Standing(
        frozenset().union(*legs.values()),
        frozenset(still).union(*named),
        frozenset(still | beside),
    )
