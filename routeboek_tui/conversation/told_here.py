"""What a line tells of what is asked now, in other words than those of its choices."""

import re

from routeboek_tui.conversation import matching
from routeboek_tui.conversation.begin import known_in
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.matching import Offer
from routeboek_tui.conversation.meanings import Born, Chosen, FirstDay
from routeboek_tui.conversation.telling.fact import AGE
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.conversation.told import told, told_at
from routeboek_tui.conversation.view import Option, Question
from routeboek_tui.core.facts import DATED
from routeboek_tui.core.safety import KIND, SAFETY
from routeboek_tui.text.characters import bare_line

_NUMBER = re.compile(r"([0-9]{1,2})(?=\s*(?:$|[,;:.(]))")
"""A number that is all of a line, or of its beginning."""


def told_here(talk: Conversation, typed: str, asked: Question) -> Chosen | Born | FirstDay | None:
    """The answer to ``asked`` that ``typed`` tells as a story does; ``None`` where it tells none."""
    if asked.beside_route or asked.fact in {SAFETY, KIND}:
        return None
    if asked.fact:
        return _of_fact(talk, typed, asked)
    said = told_at(counted_at(talk, typed, asked.step), talk.library, (asked.step,), talk.today)
    choices = said.choices.get(asked.step, ())
    here = tuple(option.choice for option in asked.options if option.choice in choices)
    return Chosen(here) if here and matching.fits(here, offers(asked.options)) else None


def offers(options: tuple[Option, ...]) -> list[Offer]:
    """What ``options`` are called, and what people type for them."""
    return [Offer(o.choice, o.key, o.label, o.synonyms, parallel=o.extra) for o in options]


def _of_fact(talk: Conversation, typed: str, asked: Question) -> Chosen | Born | FirstDay | None:
    said = told(typed, talk.library, known_in(talk), talk.today)
    if asked.fact in said.dates:
        return FirstDay(said.dates[asked.fact])
    if asked.fact == AGE and said.birth_date:
        return Born(said.birth_date)
    value = said.facts.get(asked.fact, "")
    known = value != DATED and any(option.choice == value for option in asked.options)
    return Chosen((value,)) if known else None


def counted_at(talk: Conversation, typed: str, step: str) -> str:
    """``typed`` with what ``step`` counts behind a number that is all of it, or begins it."""
    language = talk.library.language
    unit = dict(language.stating.counts).get(step, ())
    text = in_figures(bare_line(typed), language.counting)
    number = _NUMBER.match(text) if unit else None
    return f"{number[1]} {unit[0]}{text[number.end() :]}" if number else typed
