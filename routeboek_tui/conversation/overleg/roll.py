"""Who should be at a meeting and why, who is there, and what is missing for a valid outcome."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.facts import REGION, holds, may_hold
from routeboek_tui.core.flow import Flow, Seat, Source
from routeboek_tui.core.meeting import Here, Meeting
from routeboek_tui.library.overleg import Lacking, Needed

LONGEST = 24
"""Characters of a word for a seat; a longer one gives way to that of its actor."""


class Party(Struct, frozen=True):
    """Someone who should be at the meeting: a word, and why in a few words and in whole."""

    actor: str
    word: str
    here: Here | None = None
    kort: str = ""
    why: str = ""
    note: str = ""
    sources: tuple[Source, ...] = ()


def roll(talk: Conversation, meeting: Meeting) -> tuple[Party, ...]:
    """Everyone who should be there: who sits at the step, who joins, and who was called already.

    Who makes the outcome count goes first. Who is needed only where something was reported is not
    expected once the table says that nothing was.
    """
    words = {seat.actor: _word(talk, seat) for seat in reversed(_seats(talk, meeting))}
    notes = {seat.actor: talk.say(seat.note) for seat in reversed(_seats(talk, meeting))}
    fitting, seated = tuple(_fitting(talk, meeting)), [*words][::-1]
    order = dict.fromkeys(n.actor for n in fitting if n.joins and n.steps)
    counts = (each.actor for each in _valid(talk, meeting) if not each.here)
    order |= dict.fromkeys(actor for actor in counts if actor in seated)
    order |= dict.fromkeys(seat.actor for seat in _seats(talk, meeting))
    order |= dict.fromkeys(n.actor for n in fitting if n.joins)
    order |= dict.fromkeys(meeting.roll)
    return tuple(
        _party(talk, meeting, actor, words.get(actor, talk.word(actor)), notes.get(actor, ""))
        for actor in order
        if actor in talk.library.actors and not _outside(talk, actor)
        if actor in meeting.roll or meeting.reported is not False or not _asks(talk, meeting, actor)
    )


def unreported(talk: Conversation, meeting: Meeting) -> tuple[Party, ...]:
    """Who is needed only where something was reported."""
    return tuple(each for each in roll(talk, meeting) if _asks(talk, meeting, each.actor))


def present(talk: Conversation, meeting: Meeting) -> tuple[Party, ...]:
    """Who is at the table now; everyone, as long as nobody was called."""
    everyone = roll(talk, meeting)
    there = tuple(party for party in everyone if party.here is Here.PRESENT)
    return there or everyone if not meeting.roll else there


def lacking(talk: Conversation, meeting: Meeting) -> tuple[Lacking, ...]:
    """What the outcome is worth without who is not there, and what who is there asks."""
    return tuple(
        each
        for each in _valid(talk, meeting)
        if each.actor in meeting.roll and (meeting.roll[each.actor] is Here.PRESENT) is each.here
    )


def asks_reported(talk: Conversation, meeting: Meeting) -> bool:
    """Whether somebody is needed only where something was reported, and nobody said so yet."""
    if meeting.reported is not None:
        return False
    asking = {party.actor for party in unreported(talk, meeting)}
    reports = {*talk.library.meeting.reports}
    return any(
        each.actor in asking and reports & {*each.steps} and may_hold(each.when, talk.situation)
        for each in talk.library.meeting.needed
    )


def _valid(talk: Conversation, meeting: Meeting) -> Iterator[Lacking]:
    """What is said here of an outcome without somebody, or with somebody."""
    for each in talk.library.meeting.lacking:
        here = holds(each.when, talk.situation) and _at(talk, meeting, each.steps)
        if here and not (each.unless and _at(talk, meeting, each.unless)):
            yield each


def _party(talk: Conversation, meeting: Meeting, actor: str, word: str, note: str) -> Party:
    found, here = _why(talk, meeting, actor), meeting.roll.get(actor)
    if found is None:
        return Party(actor, word, here, note=note)
    kort, why = talk.say(found.kort), talk.say(found.why)
    return Party(actor, word, here, kort, why, note, found.sources)


def _why(talk: Conversation, meeting: Meeting, actor: str) -> Needed | None:
    return next((each for each in _fitting(talk, meeting) if each.actor == actor), None)


def _asks(talk: Conversation, meeting: Meeting, actor: str) -> bool:
    found = _why(talk, meeting, actor)
    return found is not None and found.asks


def _fitting(talk: Conversation, meeting: Meeting) -> Iterator[Needed]:
    """Why parties are needed, as far as it holds here; what holds at a step goes first."""
    found = (
        each
        for each in talk.library.meeting.needed
        if (holds if each.joins else may_hold)(each.when, talk.situation)
        and _at(talk, meeting, each.steps)
    )
    yield from sorted(found, key=lambda each: not each.steps)


def _outside(talk: Conversation, actor: str) -> bool:
    """Whether this actor is no party at the table here."""
    return any(
        each.actor == actor and not (each.unless and holds(each.unless, talk.situation))
        for each in talk.library.meeting.outside
    )


def _at(talk: Conversation, meeting: Meeting, steps: Iterable[str]) -> bool:
    """Whether the talk has come to one of ``steps``; without any it always has.

    What the table says was reported, was.
    """
    steps = set(steps)
    passed = {visit.step for visit in talk.trail.main.visits} | {*talk.answers.done}
    passed |= {*talk.library.meeting.reports} if meeting.reported else set()
    return not steps or not steps.isdisjoint(passed)


def _seats(talk: Conversation, meeting: Meeting) -> list[Seat]:
    """Who sits at the table of this kind of meeting, and whom the step asks for besides."""
    steps, known = talk.library.meeting.kinds[meeting.kind].steps, talk.situation
    where = known.get(REGION, "")
    passed = {visit.step for visit in talk.trail.main.visits}
    every = (talk.flow, *talk.library.flows.values())
    flows = [flow for flow in every if not where or _region(talk, flow) in {"", where}]
    tables = [flow.steps[step] for flow in flows for step in steps if step in flow.steps]
    tables.sort(key=lambda step: step.id not in passed)
    own = next((step.table for step in tables if step.table), ())
    asked = [seat for table in talk.advice.tables for seat in table.seats]
    return [*(seat for seat in own if may_hold(seat.when, known)), *asked]


def _region(talk: Conversation, flow: Flow) -> str:
    return talk.library.editions[flow.edition].region


def _word(talk: Conversation, seat: Seat) -> str:
    """The word for who sits there; where the region is not known, one that fits them all."""
    word = talk.say(seat.word) if seat.word and REGION in talk.situation else ""
    return word if word and len(word) <= LONGEST else talk.word(seat.actor)
