"""What a line means among the choices on the screen, and among the doors of the triage."""

from collections.abc import Sequence

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.likely import closest
from routeboek_tui.conversation.hearing.matching import Offer
from routeboek_tui.conversation.hearing.meanings import Asked, Chosen, Told, Understood, Unsure
from routeboek_tui.conversation.hearing.told_here import offers, or_told
from routeboek_tui.conversation.hearing.understanding import understand
from routeboek_tui.conversation.questions import begins_as_question
from routeboek_tui.conversation.telling.sentence import only_days
from routeboek_tui.conversation.telling.sounds import sound_at
from routeboek_tui.conversation.telling.written_out import written_out
from routeboek_tui.conversation.triage.begin import known_in
from routeboek_tui.conversation.triage.wat_nu import candidates
from routeboek_tui.conversation.view import Option, Question
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.text.characters import plain, words_in

MOST_WORDS = 15
"""Words of an answer that is not surely one, where a line can be a story as well."""

TELLING = 6
"""Words that can tell what is going on, beside one that names a choice."""


def read_among(  # noqa: PLR0913 - a line, and what it is read with
    talk: Conversation,
    typed: str,
    options: Sequence[Option],
    *,
    step: str = "",
    policy: str = "",
    fact: str = "",
) -> Understood:
    """What ``typed`` means where ``options`` are offered, those of ``step`` or of a ``fact``."""
    if (policy or fact) and talk.flow.route != TRIAGE:
        calendars, words = talk.rulebook.knowledge.calendars, talk.library.language.counting
        school = calendars.of(talk.situation)
        typed = written_out(typed, calendars.of({}), lambda: school, talk.today, words)
    return understand(
        typed,
        _hinted(talk, options, step),
        policy=policy,
        fact=fact,
        sector=talk.situation.get("sector", ""),
        today=talk.today,
        language=talk.library.language,
        knowledge=talk.rulebook.knowledge,
        terms={each.id: each.names for each in talk.library.pages.values()},
    )


def in_triage(
    talk: Conversation, typed: str, understood: Understood, asked: Question | None
) -> Understood:
    """What ``typed`` means where it can be what is going on as well."""
    if isinstance(understood, Unsure) and only_days(typed, talk.library, talk.today):
        return understood
    found = candidates(talk.library, typed, known_in(talk))
    if isinstance(understood, Chosen):  # who tells two things does not answer with one of them
        return Told(found) if found.tracks else or_told(talk, typed, understood, asked)
    sure = any(each.sure for each in found.candidates)
    if isinstance(understood, Asked) and not sure:
        return understood
    if begins_as_question(typed, talk.library.language):
        return understood
    if isinstance(understood, Unsure) and asked and not found.tracks:
        sure = sure or (bool(found.candidates) and _tells(talk, typed, asked))
        answered = _answered(talk, typed, understood, asked, sure=sure)
        if answered:
            return answered
    return Told(found) if found.anything else or_told(talk, typed, understood, asked)


def _tells(talk: Conversation, typed: str, asked: Question) -> bool:
    """Whether ``typed`` tells what is going on, where nothing is answered yet.

    So many words hold one of a choice by accident, unless they sound like it.
    """
    begun = talk.answers.start or talk.answers.steps
    if begun or len(words_in(typed)) < TELLING:
        return False
    sound = sound_at(asked.step, [each.choice for each in asked.options if each.choice], typed)
    return sound is not None and not sound.here


def _answered(
    talk: Conversation, typed: str, understood: Unsure, asked: Question, *, sure: bool
) -> Understood | None:
    """The answer that ``typed`` is rather than a story: it tells one, or has only its words.

    Where no door is ``sure``, it is enough that it shares some words with a choice. A text of
    more words is a story.
    """
    if len(words_in(typed)) > MOST_WORDS:
        return None
    hinted = _hinted(talk, asked.options, asked.step)
    close = closest(plain(typed), hinted, talk.library.language)
    here = or_told(talk, typed, understood, asked)
    if isinstance(here, Chosen) and (not sure or close == here.choices):
        return here
    if close or (understood.nearest and not sure):
        return Unsure(close or understood.nearest)
    return None


def _hinted(talk: Conversation, options: Sequence[Option], step: str) -> tuple[Offer, ...]:
    """What ``options`` are called, with the words that people tell those of ``step`` in."""
    hints = talk.library.hints
    return tuple(
        replace(each, hints=hints.get(f"{step}={each.choice}", frozenset()))
        for each in offers(options)
    )
