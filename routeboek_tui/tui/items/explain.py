"""Panels that explain: help, why a question is asked, its source, what if, and a term."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.advice.doubts import conflicts, readings
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.links import linked
from routeboek_tui.conversation.view import CERTAINTY_WORDS, Question
from routeboek_tui.core.advice import what_if
from routeboek_tui.library.wording import Text
from routeboek_tui.tui.items.doubt import conflict_items, reading_items
from routeboek_tui.tui.items.helping import HELP
from routeboek_tui.tui.items.helping import help_items as help_of_screen
from routeboek_tui.tui.items.written import book_items, edition_items, written_items
from routeboek_tui.tui.widgets.item import BLANK, Item, styled
from routeboek_tui.tui.widgets.prose import prose

MUTED = "$text-muted"

BESIDE = (
    "Dit vragen wij zelf. Het is geen stap van de route, en je antwoord erop kun je terugnemen"
    " met Ctrl+Z. Met Esc ga je terug zonder te kiezen."
)

Explaining: TypeAlias = Callable[[Conversation, Question], Iterator[Item]]


def help_items(talk: Conversation, question: Question | None) -> Iterator[Item]:
    """Help with what is asked now, and the keys."""
    if question is not None and question.beside_route:
        yield from beside_items(question)
        yield BLANK
    elif question is not None:
        yield Item(styled((question.text, "bold")))
        text = _text(talk, question)
        if text.hint:
            yield Item(talk.say(text.hint))
        if text.find_out:
            yield BLANK
            yield Item(styled(("Weet je het niet? ", "bold"), _find_out(talk, text)))
        yield BLANK
    yield from help_of_screen(HELP["talk"])


def beside_items(question: Question) -> Iterator[Item]:
    """What a question beside the route is: it has no step, and no source."""
    yield Item(styled((question.text, "bold")))
    if question.hint:
        yield Item(question.hint)
    yield Item(BESIDE)


def why_items(talk: Conversation, question: Question) -> Iterator[Item]:
    """Why a question is asked, how sure its arrow is, and where it is written."""
    text = _text(talk, question)
    if text.why:
        yield Item(talk.say(text.why))
        yield BLANK
    via = talk.trail.main.last.via
    if via is not None and not question.fact and CERTAINTY_WORDS[via.certainty]:
        words = CERTAINTY_WORDS[via.certainty]
        yield Item(f"Dat je hier uitkomt: {words}.", style="$text-warning")
        yield BLANK
    if text.body:
        yield from prose(linked(talk.say(text.body)))
        yield BLANK
    yield from source_items(talk, question)
    if question.fact:
        return
    for heading, items in (
        ("De bron laat ruimte", map(reading_items, readings(talk, question.step))),
        ("Bronnen verschillen", map(conflict_items, conflicts(talk, question.step))),
    ):
        for each in items:
            yield BLANK
            yield Item(styled((heading, "$heading bold")))
            yield from each


def source_items(talk: Conversation, question: Question) -> Iterator[Item]:
    """Where it is written: every source, or that it is ours, and the book on it."""
    if question.fact:
        yield Item(styled(("Waar het staat", "$heading bold")))
        yield Item("Wij vragen dit omdat de weg ervan afhangt.", 1)
        return
    yield from written_items(talk, question.step)
    yield from edition_items(talk)
    yield from book_items(talk, question.step)


def what_if_items(talk: Conversation, question: Question) -> Iterator[Item]:
    """Where each answer leads, before one chooses."""
    if question.fact:
        text = talk.text(question.step)
        if talk.answers.find(question.step, question.visit):
            yield Item("Dit is een feit over de leerling. Je antwoord op deze vraag blijft staan:")
        else:
            yield Item("Dit is een feit over de leerling. Daarna gaat het gesprek verder bij:")
        yield Item(styled((talk.say(text.question or text.title), "bold")), 1)
        return
    ways = what_if(talk.rulebook, question.step, talk.situation)
    for option in question.options:
        if not option.choice:
            continue
        yield Item(styled((f"{option.key}  {option.label}", "bold")))
        for edge in ways[option.choice]:
            title = talk.say(talk.text(edge.to).title)
            sure = CERTAINTY_WORDS[edge.certainty]
            note = (f"  ({sure})", MUTED) if sure else ""
            yield Item(styled(title, note), 5, "   ▸")
            for action in talk.step(edge.to).actions:
                words = talk.say(talk.text(edge.to).deed(action.id))
                yield Item(words, 7, "     •", style=MUTED)
        yield BLANK


def _text(talk: Conversation, question: Question) -> Text:
    return talk.asked_text(question.step, question.fact)


def _find_out(talk: Conversation, text: Text) -> str:
    whom = ", ".join(talk.word(actor) for actor in text.whom)
    return safety.to_find_out(talk, text) + (f" Vraag: {whom}." if whom else "")
