"""What not to do where a walk stands, with where it is written."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from routeboek_tui.conversation import safety
from routeboek_tui.core.facts import holds
from routeboek_tui.library.own_advice import OWN, marked

if TYPE_CHECKING:
    from routeboek_tui.conversation.conversation import Conversation
    from routeboek_tui.library.caution import Caution

AVOID = "Doe dit niet"
"""What stands above what not to do."""

NOT = "Niet doen: "
"""What stands before one line of it."""


class Avoided(Struct, frozen=True):
    """One thing not to do: the step it belongs to, and its source; ``own`` has none.

    It is for an ``other`` where it is known who reads, and that it is for somebody else alone.
    """

    name: str
    say: str
    step: str
    source: str
    own: bool = False
    other: bool = False

    @property
    def words(self) -> str:
        """What not to do; our own advice says so."""
        return marked(self.say) if self.own else self.say

    @property
    def sourced(self) -> str:
        """What not to do, with where it is written."""
        return self.words if self.own else f"{self.say} Bron: {self.source}."


def not_to_do(talk: "Conversation", steps: Iterable[str]) -> tuple[Avoided, ...]:
    """What not to do at ``steps``, each once: what one's own sources say, and our own advice.

    At a step that is taken over from another sector, what its sources say.
    """
    found: dict[str, Avoided] = {}
    for step in steps:
        for each in _at(talk, step):
            if each.id not in found:
                source = OWN if each.own else talk.near.sources(each.sources)
                other = bool(talk.reader and each.readers) and talk.reader not in each.readers
                said = talk.say(each.say)
                found[each.id] = Avoided(each.id, said, step, source, each.own, other)
    return tuple(sorted(found.values(), key=lambda each: each.other))


def _at(talk: "Conversation", step: str) -> Iterator["Caution"]:
    for each in talk.library.cautions.values():
        if step in each.steps and _near(talk, each, step) and _holds(talk, each):
            yield each


def _near(talk: "Conversation", caution: "Caution", step: str) -> bool:
    """Whether a source of one's own says it, or of the sector the step is taken over from."""
    return caution.own or any(
        talk.near.own(source.document) or talk.near.taken_over(source.document, step)
        for source in caution.sources
    )


def _holds(talk: "Conversation", caution: "Caution") -> bool:
    after = not caution.after or talk.passed & {*caution.after}
    done = {f"{each.step}#{each.action}" for each in talk.answers.ticked}
    told = bool(after) and not talk.passed & {*caution.not_after}
    told = told and done.isdisjoint(caution.done)
    quiet = caution.parents and safety.waiting(talk)
    return told and not quiet and holds(caution.when, talk.near.situation)
