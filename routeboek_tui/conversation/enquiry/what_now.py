"""What there is to do now, where a question asks that and the case stands at a question itself."""

from collections.abc import Iterator

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.case_answer import Kind, Line, asked_of_case, deeds, view_of
from routeboek_tui.conversation.enquiry.passage_view import PassageView
from routeboek_tui.conversation.enquiry.subjects import Before
from routeboek_tui.conversation.enquiry.supposed import each_answer, supposing
from routeboek_tui.conversation.hearing import matching
from routeboek_tui.conversation.hearing.meanings import Chosen
from routeboek_tui.conversation.hearing.move import read_rest
from routeboek_tui.conversation.hearing.told_here import offers
from routeboek_tui.conversation.questions import asks
from routeboek_tui.conversation.view import Question, question, sources
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.safety import KIND, SAFETY
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.subject import unfilled
from routeboek_tui.text.characters import plain
from routeboek_tui.text.clauses import clauses

MOST = 8
"""Lines that are told of all answers."""

FEW = 2
"""Fewer deeds than this do not say what there is to do without what the answers ask."""


def what_now(talk: Conversation, typed: str, before: Before) -> PassageView | None:
    """What there is to do, where ``typed`` asks that and little is to be done but to answer.

    An answer that the question tells itself, or that was told ``before`` it, is supposed; else it
    is told what each answer asks. ``None`` where what there is to do is told already.
    """
    if onward := _onward(talk, typed):
        return onward
    asked = question(talk)
    if asked is None or talk.flow.route == TRIAGE or asked.fact in {SAFETY, KIND}:
        return None
    said = [each for each in clauses(typed) if not asks(each, talk.library.language)]
    if not asked_of_case(typed, talk.library.language, Kind.NEXT, besides=bool(said)):
        return None
    if asked.fact:
        lines = tuple(each_answer(talk, asked))[:MOST]
        return view_of(talk, lines) if lines else None
    # What should be done already does not come between the case and what is asked.
    current = [group for group in talk.view.now if not group.late]
    now = [line for group in current for line in deeds(group, Kind.NEXT)]
    # Where something else is to be done first, what was told is not yet about the question.
    beside = {asked.step, *talk.flow.beside}
    here = not asked.policy and all(line.step in beside for line in now)
    stories = (part for story in before.typed if here for part in (story, *clauses(story)))
    title = plain(asked.title).split()
    for words in (*(said if not asked.policy else ()), *stories):
        # Who says again where the case stands, answers nothing.
        if set(plain(words).split()) - talk.library.language.seeking.stop <= {*title}:
            continue
        if chosen := _chosen(talk, words, asked):
            return supposing(talk, chosen, asked)
    lines = tuple(each_answer(talk, asked))[:MOST] if len(now) < FEW else ()
    return view_of(talk, (*now, *_own(talk, asked), *lines)) if lines else None


def _onward(talk: Conversation, typed: str) -> PassageView | None:
    """What there is to do and where each answer leads, where ``typed`` asks what comes next."""
    ways = pattern(talk.library.language.seeking.onward)
    said = unfilled(plain(typed), talk.library.language.seeking)
    if talk.flow.route == TRIAGE or not ways.fullmatch(said):
        return None
    asked, now = question(talk), [*_deeds_of(talk)]
    if asked and not (asked.fact or asked.beside_route):
        now += (*_own(talk, asked), *tuple(each_answer(talk, asked))[:MOST])
    return view_of(talk, now) if now else None


def _deeds_of(talk: Conversation) -> Iterator[Line]:
    """What there is to do now, first where the case stands."""
    here = [visit.step for visit in talk.trail.main.visits]
    lines = [line for group in talk.view.now for line in deeds(group, Kind.NEXT)]
    lines.sort(key=lambda line: -here.index(line.step) if line.step in here else 1)
    yield from lines[:MOST]


def _chosen(talk: Conversation, words: str, asked: Question) -> Chosen | None:
    """The answer that ``words`` are, where they are one answer and surely so."""
    found = read_rest(talk, words)
    fits = isinstance(found, Chosen) and matching.fits(found.choices, offers(asked.options))
    return found if isinstance(found, Chosen) and fits else None


def _own(talk: Conversation, asked: Question) -> Iterator[Line]:
    """What the step says of itself."""
    text = talk.text(asked.step)
    if text.hint:
        source = sources(talk, talk.step(asked.step).sources)
        yield Line(Kind.STEP, talk.say(text.hint), asked.step, source)
