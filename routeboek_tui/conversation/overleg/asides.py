"""What lies over the wall for a moment: the list of agreements, why, and what can be typed."""

from collections.abc import Callable, Iterator

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.consent import consented
from routeboek_tui.conversation.overleg.plan import agreement_words, day_said
from routeboek_tui.conversation.overleg.roll import roll
from routeboek_tui.conversation.overleg.timetable import stage_words
from routeboek_tui.conversation.overleg.wall import Row, Wall, numbered
from routeboek_tui.conversation.view import sources
from routeboek_tui.core.meeting import Part, Stand

LIST, HELP, SOURCE, BELONGS = "list", "help", "source", "belongs"


def aside(talk: Conversation, stand: Stand) -> Wall:
    """What lies over the wall now."""
    title, rows = ASIDES[stand.aside](talk, stand)
    return Wall("", title, tuple(rows))


def list_rows(talk: Conversation, stand: Stand) -> Iterator[Row]:
    """The list of agreements: who does what by when, how school is built up, and how it goes on."""
    meeting, words = stand.meeting, talk.library.meeting.words
    if not meeting.agreed:
        yield Row(words.nothing_yet)
    yield from (Row(agreement_words(talk, each)) for each in meeting.agreements)
    yield from (Row(stage_words(talk, meeting, each)) for each in meeting.stages)
    yield Row(words.regie_is.format(meeting.regie) if meeting.regie else words.no_regie)
    told = tuple(settled(talk, stand))
    yield Row(told[0] if told else words.no_evaluation)
    yield from map(Row, (*told[1:], *consented(talk, meeting)))


def settled(talk: Conversation, stand: Stand) -> Iterator[str]:
    """What was decided about looking again."""
    evaluation, words = stand.meeting.evaluation, talk.library.meeting.words
    if evaluation.on:
        yield words.on_day.format(day_said(talk, evaluation.on))
    elif evaluation.open:
        yield words.open_evaluation
    if evaluation.meets:
        yield words.next_meeting.format(day_said(talk, evaluation.meets))


def _list(talk: Conversation, stand: Stand) -> tuple[str, Iterator[Row]]:
    return talk.library.meeting.words.list_title, list_rows(talk, stand)


def _help(talk: Conversation, _: Stand) -> tuple[str, Iterator[Row]]:
    guide = talk.library.meeting
    return guide.words.help_title, (Row(line) for line in (guide.words.bigger, *guide.help))


def _source(talk: Conversation, stand: Stand) -> tuple[str, Iterator[Row]]:
    """Where this part is written; of the roll, why each is needed."""
    guide = talk.library.meeting
    return guide.words.why_title, _why(talk, stand)


def _why(talk: Conversation, stand: Stand) -> Iterator[Row]:
    guide = talk.library.meeting
    for party in roll(talk, stand.meeting) if stand.part is Part.ROLL else ():
        if party.why:
            where = f" ({sources(talk, party.sources)})" if party.sources else ""
            yield Row(f"{party.word}: {party.why}{where}")
    places = guide.parts[stand.part].sources
    yield Row(sources(talk, places) if places else guide.words.own_advice)


def _belongs(talk: Conversation, stand: Stand) -> tuple[str, Iterator[Row]]:
    """Whether what was typed is an agreement."""
    words = talk.library.meeting.words
    rows = (*numbered((words.belongs_yes, words.belongs_no)), Row(words.about.format(stand.doubt)))
    return words.belongs, iter(rows)


ASIDES: dict[str, Callable[[Conversation, Stand], tuple[str, Iterator[Row]]]] = {
    LIST: _list,
    HELP: _help,
    SOURCE: _source,
    BELONGS: _belongs,
}
"""What can lie over the wall, by name."""
