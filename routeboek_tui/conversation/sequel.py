"""The sequel: what there will be to do after each answer to the question that is open."""

from collections.abc import Iterator, Set
from itertools import groupby
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.advice_view import first_of
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.first_screen import Deed
from routeboek_tui.conversation.meanings import Chosen
from routeboek_tui.conversation.move import Answered, answer
from routeboek_tui.conversation.view import Option, Question, question
from routeboek_tui.core.flow import TRIAGE

_Named: TypeAlias = tuple[str, str]

SEQUEL = "Wat er straks te doen is"
"""What stands above the answers with what follows each."""


class Sequel(Struct, frozen=True):
    """An ``answer``, and the ``deeds`` there are after it and were not before.

    With ``asked`` they are those after the answer ``then`` to the question that comes next.
    """

    answer: str
    deeds: tuple[Deed, ...]
    asked: str = ""
    then: str = ""

    @property
    def words(self) -> str:
        """Who does what after this answer, on one line."""
        told = (
            f"{who}: {', '.join(_short(deed) for deed in deeds)}"
            for who, deeds in groupby(self.deeds, key=lambda deed: deed.who)
        )
        then = f", en dan bij “{self.then}”" if self.then else ""
        return f"Bij “{self.answer}”{then}. {'. '.join(told)}."


def after_each(talk: Conversation, asked: Question) -> Iterator[tuple[Option, Conversation]]:
    """Each answer to what is ``asked`` that can be given, and the conversation after it."""
    for option in asked.options:
        result = answer(talk, Chosen((option.choice,)), {}) if option.choice else None
        if isinstance(result, Answered):
            yield option, result.talk


def sequels(talk: Conversation) -> Iterator[Sequel]:
    """What follows each answer that can be given now, beyond what is to be done already.

    Of an answer that leads to another route it is what that route begins with, and of one that
    only leads to another question what follows the usual answer to that one. Where a fact is asked
    nothing follows yet: the step that needs it comes first.
    """
    asked = _open(talk)
    if asked is None:
        return
    known = _known(talk)
    for option, after, new in _after(talk, asked, known):
        if new:
            yield Sequel(option.label, new)
        elif (behind := _open(after)) and behind.step != asked.step:
            yield from _next(after, behind, option, known.union(_known(after)))


def _next(talk: Conversation, asked: Question, led: Option, known: Set[_Named]) -> Iterator[Sequel]:
    """What is to be done anew after the usual answer to what is ``asked`` behind ``led``."""
    usual = talk.step(asked.step).assume
    options = tuple(each for each in asked.options if each.choice and each.choice == usual)
    for then, _, deeds in _after(talk, replace(asked, options=options), known):
        if deeds:
            yield Sequel(led.label, deeds, asked.text, then.label)


def _open(talk: Conversation) -> Question | None:
    """The question of a route that is open, if one is."""
    asked = question(talk)
    none = asked is None or asked.fact or talk.flow.route == TRIAGE or talk.trail.doors
    return None if none else asked


def _known(talk: Conversation) -> frozenset[_Named]:
    return frozenset((deed.who, deed.kort) for deed in first_of(talk).deeds)


def _after(
    talk: Conversation, asked: Question, known: Set[_Named]
) -> Iterator[tuple[Option, Conversation, tuple[Deed, ...]]]:
    """Each answer to what is ``asked``, where it leads, and what is to be done there anew."""
    for option, given in after_each(talk, asked):
        after = given.jump() if given.trail.door else given
        deeds = first_of(after).deeds
        yield option, after, tuple(d for d in deeds if (d.who, d.kort) not in known)


def _short(deed: Deed) -> str:
    return f"{deed.words} ({deed.term})" if deed.term else deed.words
