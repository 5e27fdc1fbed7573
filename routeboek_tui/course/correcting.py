"""A line that takes back an answer that was given before: which answer that is."""

import re

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.among import read_among
from routeboek_tui.conversation.hearing.likely import likely, told
from routeboek_tui.conversation.hearing.meanings import Chosen, Given, Understood, Unsure
from routeboek_tui.conversation.hearing.move import read_rest
from routeboek_tui.conversation.hearing.told_here import offers, or_told
from routeboek_tui.conversation.questions import is_question
from routeboek_tui.conversation.view import Question, question
from routeboek_tui.course.changing import LEAVE_CHOICE, Into, Said, all_said
from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import bare_line, plain

_WORD = re.compile(r"\W*\w+")


class Correction(Struct, frozen=True):
    """What was ``said`` that a line takes back, and the choices it ``may`` become."""

    said: Said
    may: tuple[str, ...]


def corrected(typed: str, language: Language) -> str:
    """What ``typed`` says behind words that take an answer back; "" where it has none."""
    line = bare_line(typed)
    found = pattern(language.corrects).match(plain(line))
    if not found or line.endswith("?"):
        return ""
    words = len(found[0].split())
    return _WORD.sub("", line, count=words).strip(" ,;:.!-")


def correction(talk: Conversation, rest: str) -> Correction | None:
    """The answer that ``rest`` is to replace, the last that it fits; none where it fits none.

    An answer it says surely goes first; then that to the question of now, then the last answer it
    shares words with, and then just the last one.
    """
    language = talk.library.language
    if is_question(rest, language) or plain(rest) in language.commands:
        return None
    said = all_said(talk)
    answers = [each for each in reversed(said) if each.step]
    for each in (*answers, *(fact for fact in said if fact.fact)):
        read = _read(talk, each, rest)
        if isinstance(read, Given) or (isinstance(read, Chosen) and not _stands(talk, each, read)):
            return Correction(each, read.choices if isinstance(read, Chosen) else ())
    if isinstance(read_rest(talk, rest), Unsure):
        for each in answers:
            names = offers(_asked(talk, each).options)
            if near := likely(plain(rest), names, language):
                return Correction(each, near)
        if answers and not _shares(rest, question(talk), language):
            return Correction(answers[0], ())
    return None


def _shares(rest: str, asked: Question | None, language: Language) -> bool:
    """Whether ``rest`` has a telling word of what is asked now."""
    if asked is None:
        return False
    words = plain(" ".join((asked.text, *(option.label for option in asked.options))))
    return not told(plain(rest).split(), language).isdisjoint(told(words.split(), language))


def _asked(talk: Conversation, said: Said) -> Question:
    """The question that was answered, without leaving all as it is."""
    asked = Into(talk, said).question
    options = tuple(o for o in asked.options if o.choice not in {"", LEAVE_CHOICE})
    return replace(asked, options=options, beside_route=False)


def _read(talk: Conversation, said: Said, rest: str) -> Understood:
    asked = _asked(talk, said)
    read = read_among(
        talk, rest, asked.options, step=said.step, policy=asked.policy, fact=said.fact
    )
    return or_told(talk, rest, read, asked)


def _stands(talk: Conversation, said: Said, read: Chosen) -> bool:
    """Whether that is what was answered already."""
    if said.fact:
        return talk.answers.facts.get(said.fact) in read.choices
    answer = talk.answers.find(said.step, said.visit)
    return answer is not None and answer.choices == read.choices
