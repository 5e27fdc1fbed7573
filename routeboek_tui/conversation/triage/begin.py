"""Where a case begins: the door under the facts that are known, and the conversation from there."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import (
    REGION,
    SECTOR,
    UNKNOWN,
    UNLESS_SAID,
    Situation,
    holds,
    may_hold,
)
from routeboek_tui.core.flow import TRIAGE, Edge, Jump, Kind, facts_of
from routeboek_tui.library.content import Library
from routeboek_tui.library.wording import fill_in

FIRST = "eerst een vraag: {}"
"""Where the route hangs on what is asked first."""


class Beginning(Struct, frozen=True):
    """Where a case begins: the ``door`` (route/step) and its words, or the facts it ``needs``.

    ``done`` are the steps of that route that were done before.
    """

    door: str = ""
    needs: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    route: str = ""
    step: str = ""

    @property
    def begins(self) -> str:
        """The route and the step in words, "" while the door is not known.

        The questions that look for a route are none.
        """
        if self.door.startswith(f"{TRIAGE}/"):
            return FIRST.format(self.step) if self.step.endswith("?") else self.step
        return f"route {self.route}, stap {self.step}" if self.door else ""


def implied(library: Library, facts: Mapping[str, str]) -> dict[str, str]:
    """``facts`` that are known, with those that follow from them: also the only sector there is."""
    told = {fact: value for fact, value in facts.items() if value != UNKNOWN}
    known = library.scheme.settled({**UNLESS_SAID, **told})
    sectors = library.sectors_in(known.get(REGION, ""))
    if known.get(REGION) and len(sectors) == 1:
        known.setdefault(SECTOR, sectors[0])
    return known


def known_in(talk: Conversation) -> dict[str, str]:
    """The facts that are known in ``talk``; what is only supposed for the moment is not."""
    supposed = {fact for fact, value in talk.answers.facts.items() if value == UNKNOWN}
    return implied(
        talk.library, {f: value for f, value in talk.situation.items() if f not in supposed}
    )


def beginning(library: Library, edges: Iterable[Edge], known: Situation) -> Beginning:
    """Where ``edges`` lead under the facts that are ``known``, or the facts still needed."""
    ways = open_ways(edges, known)
    sure = [edge for edge in ways if holds(edge.when, known)]
    if sure:
        return _at(library, sure[0].to, sure[0].done)
    return Beginning(needs=tuple(fact for fact in facts_of(ways) if fact not in known))


def begin(
    library: Library,
    at: Beginning,
    facts: Mapping[str, str] | Answers,
    today: date,
    earlier: tuple[Conversation, ...] = (),
) -> Conversation:
    """The conversation that begins at the door of ``at``, with the facts carried along.

    :raises ValueError: when its door is not known yet
    """
    door = Jump.read(at.door)
    if not door.step:
        raise ValueError("this door is not known yet")
    given = facts if isinstance(facts, Answers) else Answers(facts=dict(facts))
    answers = replace(
        given,
        facts={**given.facts, **implied(library, given.facts)},
        steps=(),
        start=door.step,
        done=tuple(sorted({*given.done, *at.done})),
    )
    flow = library.behind(door, today, {leg.flow.edition for leg in earlier})
    return Conversation.at(library, flow, answers, today, earlier)


def open_ways(edges: Iterable[Edge], known: Situation) -> tuple[Edge, ...]:
    """Those of ``edges`` that can hold under the facts that are ``known``."""
    return tuple(edge for edge in edges if may_hold(edge.when, known))


def _at(library: Library, door: str, done: tuple[str, ...] = ()) -> Beginning:
    to = Jump.read(door)
    flow = next(flow for flow in library.editions_of(to.route) if to.step in flow.steps)
    title = fill_in(library.texts[flow.id][to.step].title, library.words_in({}))
    return Beginning(door, (), done, flow.title, title)


def referral(library: Library, known: Situation) -> Beginning | None:
    """Where the triage ends by itself, without a question or a route: the guide has none here."""
    triage = next(iter(library.editions_of(TRIAGE)), None)
    step = triage.steps[triage.start] if triage else None
    while triage and step and step.edges and not step.asks:
        to = next((edge.to for edge in step.edges if holds(edge.when, known)), "")
        step = triage.steps.get(to)
    ended = step is not None and step.kind is Kind.OUTCOME and not step.jump
    return _at(library, f"{TRIAGE}/{step.id}") if step and ended else None
