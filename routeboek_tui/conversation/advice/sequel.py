"""The sequel: what there will be to do after each answer to the question that is open."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from routeboek_tui.conversation.advice.advice_view import first_of
from routeboek_tui.conversation.advice.first_screen import Deed
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import Chosen
from routeboek_tui.conversation.hearing.move import Answered, answer
from routeboek_tui.conversation.view import Option, Question, question
from routeboek_tui.core.flow import TRIAGE

SEQUEL = "Wat er straks te doen is"
"""What stands above the answers with what follows each."""


class Sequel(Struct, frozen=True):
    """An ``answer``, and the ``deeds`` there are after it and were not before."""

    answer: str
    deeds: tuple[Deed, ...]

    @property
    def words(self) -> str:
        """Who does what after this answer, on one line."""
        told = (
            f"{who}: {', '.join(_short(deed) for deed in deeds)}"
            for who, deeds in groupby(self.deeds, key=lambda deed: deed.who)
        )
        return f"Bij “{self.answer}”. {'. '.join(told)}."


def after_each(talk: Conversation, asked: Question) -> Iterator[tuple[Option, Conversation]]:
    """Each answer to what is ``asked`` that can be given, and the conversation after it."""
    for option in asked.options:
        result = answer(talk, Chosen((option.choice,)), {}) if option.choice else None
        if isinstance(result, Answered):
            yield option, result.talk


def sequels(talk: Conversation) -> Iterator[Sequel]:
    """What follows each answer that can be given now, beyond what is to be done already.

    Of an answer that leads to another route it is what that route begins with. Where a fact is
    asked nothing follows yet: the step that needs it comes first.
    """
    asked = question(talk)
    if asked is None or asked.fact or talk.flow.route == TRIAGE or talk.trail.doors:
        return
    known = {(deed.who, deed.kort) for deed in first_of(talk).deeds}
    for option, given in after_each(talk, asked):
        after = given.jump() if given.trail.door else given
        new = (d for d in first_of(after).deeds if (d.who, d.kort) not in known)
        if deeds := tuple(new):
            yield Sequel(option.label, deeds)


def _short(deed: Deed) -> str:
    return f"{deed.words} ({deed.term})" if deed.term else deed.words
