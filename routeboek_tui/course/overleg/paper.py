"""What leaves a meeting: letters filled in from it, papers to print, and days to keep.

Nothing here writes a file; each gives a draft or a paper that is shown first.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, MutableMapping

from routeboek_tui.conversation.advice.timeline import appointments
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.begin import at_meeting, there, where_reported
from routeboek_tui.conversation.overleg.plan import running
from routeboek_tui.conversation.overleg.roll import roll
from routeboek_tui.core.letter import Letter
from routeboek_tui.core.meeting import Agreement, Meeting, differing
from routeboek_tui.course.letter.drafting import Drafting
from routeboek_tui.course.overleg.fields import filled
from routeboek_tui.export.ics import Day
from routeboek_tui.letters.availability import grounded

EVALUATION, NEXT = "evaluatie", "volgende"
"""The keys of the day on which the table looks again, and of the next meeting."""


def drafting(
    talk: Conversation, meeting: Meeting, letter: Letter, values: MutableMapping[str, str]
) -> Drafting:
    """``letter`` to fill in, with what ``meeting`` knows of it; on the route that gives ground.

    ``values`` are what was typed in letters. Nothing of the meeting enters them.
    """
    leg = next((each for each in _legs(talk, meeting) if letter in each.letters), talk)
    return Drafting(leg, letter, values, filled(talk, meeting, letter))


def letters_of(talk: Conversation, meeting: Meeting) -> tuple[Letter, ...]:
    """The letters of the meeting that have their ground now; each is a draft still.

    First those of every meeting, then those in which its positions stand, then those of what was
    agreed.
    """
    ready = {each.id: each for leg in _walked(talk) for each in leg.letters if _passed(leg, each)}
    for each in _besides(talk, meeting):
        ready |= {letter.id: letter for letter in each.letters if _taken_along(talk, letter)}
    disputed = _disputed(talk, meeting, ready.values())
    guide = talk.library.meeting
    due = dict.fromkeys((*guide.letters, *guide.granted, *disputed, *_due(talk, meeting)))
    return tuple(ready[name] for name in due if name in ready)


def _passed(leg: Conversation, letter: Letter) -> bool:
    """Whether the walk came past the ground of ``letter``: what it jumped over is of no meeting."""
    return grounded(letter, leg.trail, meldcode=True)


def _walked(talk: Conversation) -> tuple[Conversation, ...]:
    return (talk, *reversed(talk.earlier))


def _legs(talk: Conversation, meeting: Meeting) -> tuple[Conversation, ...]:
    return (*_walked(talk), *_besides(talk, meeting))


def _besides(talk: Conversation, meeting: Meeting) -> Iterator[Conversation]:
    """What gives ground besides the route: the meeting, what was reported, what is applied for.

    The application can be prepared at the meeting where the table differs or does not agree, and
    where its answer led towards it.
    """
    library = talk.library
    needs = library.letters[library.meeting.letters[0]]
    if all(needs not in leg.letters for leg in _walked(talk)) and (
        held := at_meeting(talk, meeting.kind)
    ):
        yield held
    if meeting.reported and (told := where_reported(talk)):
        yield told
    apply = library.meeting.apply
    here = talk.trail.main.last.step
    divided = any(map(differing, meeting.positions.values())) or False in meeting.consent.values()
    if here in apply.onward or (here in apply.steps and divided):
        yield from (there(talk, talk.flow, step) for step in apply.at if step in talk.flow.steps)


def _taken_along(talk: Conversation, letter: Letter) -> bool:
    """Whether a letter is of every meeting, or one in which the positions stand."""
    guide = talk.library.meeting
    return letter.id in {*guide.letters, *guide.granted} or not _disputes(talk).isdisjoint(
        letter.fields
    )


def _disputes(talk: Conversation) -> set[str]:
    fields = talk.library.fields
    return {name for name, field in fields.items() if field.overleg and field.overleg.disputes}


def _disputed(talk: Conversation, meeting: Meeting, ready: Iterable[Letter]) -> Iterator[str]:
    """The letters with the positions of a table in them, or what it differs on."""
    taken = _disputes(talk)
    for letter in ready:
        if not taken.isdisjoint(letter.fields) and taken & filled(talk, meeting, letter).keys():
            yield letter.id


def _due(talk: Conversation, meeting: Meeting) -> Iterator[str]:
    """The letters that go with what was agreed from the advice."""
    agreed = {each.place for each in meeting.agreements if each.place}
    view = talk.view
    for group in (*view.now, *view.alongside):
        for todo in group.todo:
            if todo.place in agreed and todo.letter[0]:
                yield todo.letter[0]


def the_list(talk: Conversation) -> Letter:
    """The letter that is the list of agreements on one page."""
    return talk.library.letters[talk.library.meeting.letters[0]]


def calendar_of(talk: Conversation, meeting: Meeting) -> tuple[Day, ...]:
    """The days to keep: when each agreement must be done or begins, and when the table meets again.

    Nothing that was typed stands in them; who does it only where that is a party of the guide.
    """
    words, overleg = talk.library.meeting.paper, talk.say("{overleg}")
    parties = {party.word.casefold() for party in roll(talk, meeting)}
    parties |= {talk.word(actor).casefold() for actor in talk.library.actors}
    days, seen = [], Counter[str]()
    for number, each in enumerate(meeting.agreements, start=1):
        key = _key(each)
        seen[key] += 1
        known = each.who.casefold() in parties
        title = words.agreement if known else words.agreement_open
        if running(talk, each):
            title = words.agreement_begins if known else words.agreement_begins_open
        if each.by:
            said = title.format(overleg, number, each.who)
            days.append(Day(f"{key}#{seen[key]}", said, each.by, words.about))
    if meeting.evaluation.on:
        title = words.evaluation.format(overleg)
        days.append(Day(EVALUATION, title, meeting.evaluation.on, words.about))
    if meets := meeting.evaluation.next_meeting:
        days.append(Day(NEXT, words.next_meeting.format(overleg), meets, words.about_next))
    for name, title, on in appointments(talk):
        days.append(Day(name, title, on, words.about_next))
    return tuple(days)


def _key(agreement: Agreement) -> str:
    """What tells an agreement from others when only its day changes."""
    return "|".join((agreement.place, agreement.who, agreement.what))
