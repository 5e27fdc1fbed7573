"""The talk so far, as it was held: what was asked, what was said, and in whose words."""

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import UNKNOWN_LABEL, Line, facts, lines
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.course.turn import Aside

Key: TypeAlias = tuple[str, str, int, str]
"""A question: the flow, the step, its visit, and the fact or ""."""


class Exchange(Struct, frozen=True):
    """One thing that was asked and said, or a step that was passed without a question.

    ``said`` is the answer in the words of the guide, "" for a step that was passed. ``own`` are
    the words it was said in, "" where it was picked. ``asides`` were asked before the answer.
    A fact can be changed by its name, an answer by its step and visit; neither is nothing to
    change. ``from_said`` is an answer that was said before it was asked.
    """

    asked: str
    said: str = ""
    own: str = ""
    who: str = ""
    actor: str = ""
    notes: tuple[str, ...] = ()
    find_out: str = ""
    fact: str = ""
    step: str = ""
    visit: int = 0
    alongside: bool = False
    supposed: bool = False
    certain: bool = True
    asides: tuple[Aside, ...] = ()
    from_said: bool = False


class Spoken(Struct, frozen=True):
    """What the answers do not hold: the user's own words, and when a fact was asked.

    ``own`` are the words by question, ``at`` the questions for facts in the order they came,
    ``opening`` what was told before the route was known, and ``filled`` the answers that were said
    before they were asked, as they were understood. ``stories`` are what was typed of what is going
    on, also where it led nowhere.
    """

    own: Mapping[Key, str] = field(default_factory=dict)
    at: tuple[Key, ...] = ()
    opening: tuple[Exchange, ...] = ()
    filled: Mapping[Key, str] = field(default_factory=dict)
    stories: tuple[str, ...] = ()

    def saying(self, key: Key, words: str) -> "Spoken":
        """This, with a question answered in these words; "" where it was picked."""
        own = {**self.own, key: words} if words else {k: v for k, v in self.own.items() if k != key}
        at = self.at if not key[3] or key in self.at else (*self.at, key)
        filled = {each: said for each, said in self.filled.items() if each != key}
        return replace(self, own=own, at=at, filled=filled)

    def filling(self, key: Key, said: str) -> "Spoken":
        """This, with a question that was answered by what was said before."""
        return replace(self, filled={**self.filled, key: said})

    def told(self, exchange: Exchange) -> "Spoken":
        """This, with something told before the route was known."""
        return replace(self, opening=(*self.opening, exchange))

    def telling(self, story: str) -> "Spoken":
        """This, with a story that was typed; the same one told anew is no other."""
        new = story and story not in self.stories[-1:]
        return replace(self, stories=(*self.stories, story)) if new else self


def exchanges(
    talk: Conversation, spoken: Spoken, asides: Mapping[Key, tuple[Aside, ...]]
) -> tuple[Exchange, ...]:
    """Everything asked and said along the route of ``talk``, in the order it came."""
    found = [] if talk.earlier else [*spoken.opening]
    told = _facts(talk, spoken, asides)
    for line in lines(talk):
        found += told.get((line.step, line.visit), ())
        found.append(_line(talk, line, spoken, asides))
    last = talk.trail.main.last
    return (*found, *told.get((last.step, last.visit), ()))


def _line(
    talk: Conversation, line: Line, spoken: Spoken, asides: Mapping[Key, tuple[Aside, ...]]
) -> Exchange:
    key = (talk.flow.id, line.step, line.visit, "")
    text = talk.text(line.step)
    open_answer = line.said == UNKNOWN_LABEL
    return Exchange(
        asked=talk.say(text.question or text.title) if line.answer else line.title,
        said=line.said,
        own=spoken.own.get(key, ""),
        who=line.who,
        actor=talk.step(line.step).actor,
        notes=line.note,
        find_out=talk.say(text.find_out) if open_answer else "",
        step=line.step if line.answer else "",
        visit=line.visit,
        alongside=line.alongside,
        supposed=line.supposed,
        certain=talk.trail.certain(line.step),
        asides=asides.get(key, ()),
        from_said=spoken.filled.get(key, "") == line.said != "",
    )


def _facts(
    talk: Conversation, spoken: Spoken, asides: Mapping[Key, tuple[Aside, ...]]
) -> dict[tuple[str, int], list[Exchange]]:
    """The facts that were asked on this route and are known, by the visit that asked them."""
    known = {word.fact: word for word in facts(talk)}
    found: dict[tuple[str, int], list[Exchange]] = {}
    for key in spoken.at:
        flow, step, visit, fact = key
        if flow != talk.flow.id or fact not in known:
            continue
        text, word = talk.library.facts[fact], known[fact]
        unknown = talk.answers.facts.get(fact) == UNKNOWN
        words = UNKNOWN_LABEL if unknown else word.said.removeprefix(f"{word.title}: ")
        exchange = Exchange(
            asked=talk.say(text.question),
            said=words,
            own=spoken.own.get(key, ""),
            find_out=talk.say(text.find_out) if unknown else "",
            fact=fact,
            asides=asides.get(key, ()),
            from_said=spoken.filled.get(key, "") == words,
        )
        found.setdefault((step, visit), []).append(exchange)
    return found
