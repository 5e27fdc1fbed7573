"""Papers of a meeting that are no letters: the pupil's own sheet, the agendas, and the recap."""

from collections.abc import Iterable, Iterator
from datetime import date

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.plan import when
from routeboek_tui.conversation.view import source_words
from routeboek_tui.core.meeting import Case
from routeboek_tui.course.letter.paper import Paper
from routeboek_tui.library.overleg_words import PaperWords
from routeboek_tui.text import dates
from routeboek_tui.text.characters import one_line
from routeboek_tui.text.document import Block, Document, Heading, Items, Paragraph, Run, Runs, Table

LINE, LINES = "…" * 50, 3
"""A line to write on, and how many there are below each question of the sheet."""


def sheet_of(talk: Conversation) -> Paper:
    """The pupil's own sheet, empty, to fill in before the meeting."""
    guide = talk.library.meeting
    words = guide.paper
    blocks: list[Block] = [_said(talk.say(words.sheet_intro))]
    for each in guide.own_words:
        blocks.append(Heading(1, (Run(talk.say(each.ask)),)))
        blocks += [_said(LINE)] * LINES
    blocks += [_said(talk.say(words.sheet_after)), _said(talk.say(words.sheet_source))]
    return Paper(Document(words.sheet_title, words.sheet_notice, tuple(blocks)), "blad-leerling")


def agenda_of(talk: Conversation, kind: str) -> Paper:
    """An agenda of ``content/overleg.yaml`` to print. It is about no pupil, so it needs no ground.

    :raises KeyError: when there is no agenda of that name
    """
    guide = talk.library.meeting
    agenda, words = guide.agendas[kind], guide.paper
    source = "; ".join(source_words(talk.library, each) for each in agenda.sources)
    blocks: tuple[Block, ...] = (
        _blank(words.agenda_school),
        _blank(words.agenda_day),
        Items(True, tuple((Run(talk.say(point)),) for point in agenda.points)),
        _said(words.agenda_source.format(source)),
    )
    title = talk.say(agenda.title)
    return Paper(Document(title, words.agenda_notice, blocks), f"agenda-{kind}")


def recap_of(
    talk: Conversation, cases: Iterable[Case], on: date, *, without: bool = False
) -> Paper:
    """What was agreed about several pupils, each by initials, on one paper.

    It says so where it is ``without`` the pupil who is spoken of now.
    """
    words, kept = talk.library.meeting.paper, tuple(cases)
    agreed = tuple(row for case in kept for row in _agreed(talk, words, case))
    onward = tuple(_onward(words, case) for case in kept)
    next_case = talk.library.meeting.words.next_case
    blocks: tuple[Block, ...] = (
        _said(words.recap_day.format(dates.write(on))),
        *((_said(words.recap_without.format(next_case)),) if without else ()),
        Heading(1, (Run(words.recap_agreed),)),
        Table(_header(words.pupil, words.who, words.what, words.when), agreed),
        Heading(1, (Run(words.recap_onward),)),
        Table(_header(words.pupil, words.regie, words.again), onward),
    )
    document = Document(words.recap_title, words.recap_notice, blocks)
    return Paper(document, "afspraken-vandaag")


def _agreed(talk: Conversation, words: PaperWords, case: Case) -> Iterator[tuple[Runs, ...]]:
    for each in case.agreements:
        yield (
            (Run(one_line(case.initials), strong=True),),
            _cell(words, words.who, each.who),
            _cell(words, words.what, each.what),
            _cell(words, words.when, when(talk, each, dates.named)),
        )


def _onward(words: PaperWords, case: Case) -> tuple[Runs, ...]:
    on = case.evaluation.on
    day = dates.named(on) if on else words.open if case.evaluation.open else ""
    return (
        (Run(one_line(case.initials), strong=True),),
        _cell(words, words.regie, case.regie),
        _cell(words, words.again, day),
    )


def _cell(words: PaperWords, name: str, text: str) -> Runs:
    """What was agreed; what is lacking is marked."""
    typed = one_line(text)
    lacking = words.lacking.format(f"{name[:1].lower()}{name[1:]}")
    return (Run(typed or lacking, missing=not typed),)


def _header(*names: str) -> tuple[Runs, ...]:
    return tuple((Run(name),) for name in names)


def _blank(label: str) -> Paragraph:
    return Paragraph((Run(label, strong=True),))


def _said(text: str) -> Paragraph:
    return Paragraph((Run(text),))
