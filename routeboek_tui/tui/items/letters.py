"""The letters of a route as items of a page."""

from collections.abc import Iterator

from routeboek_tui.conversation.advice.letter_view import (
    correspondents,
    fact_words,
    heading_of,
    letters_of,
)
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.letter import Letter, LetterKind
from routeboek_tui.tui.widgets.item import BLANK, Item, styled

KIND_WORDS = {
    LetterKind.LETTER: "brief",
    LetterKind.APPLICATION: "aanvraag",
    LetterKind.MESSAGE: "tekst",
    LetterKind.FORM_HELP: "invulhulp",
}


def letter_items(talk: Conversation) -> Iterator[Item]:
    """The letters that can be made, and the others with the reason."""
    ready = talk.letters
    yield Item("Deze kun je nu maken", style="bold $heading")
    if talk.to_write:
        yield Item(
            "Het zijn concepten. Lees ze na en vul ze aan voor je ze verstuurt.",
            style="$text-muted",
        )
    else:
        yield Item("Nu geen. Een brief komt erbij als de route zo ver is.", indent=2)
    above = ""
    for letter in ready:
        yield BLANK
        if (heading := heading_of(talk, letter)) != above:
            yield Item(heading, style="bold $heading")
            yield BLANK
        above = heading
        side = styled((KIND_WORDS[letter.kind], "$text-muted"))
        yield Item(styled((letter.title, "bold")), 2, lead="▸", side=side, action=letter.id)
        yield Item(f"{correspondents(talk, letter)} · {_at(talk, letter)}", 2, style="$text-muted")
    locked = [letter for letter in letters_of(talk) if letter not in ready]
    if not locked:
        return
    yield BLANK
    yield Item("Deze nog niet", style="bold $heading")
    facts = fact_words(talk)
    for letter in locked:
        found = talk.lock(letter)
        yield BLANK
        side = styled((KIND_WORDS[letter.kind], "$text-muted"))
        yield Item(letter.title, 2, lead="–", side=side)
        yield Item(correspondents(talk, letter), 2, style="$text-muted")
        if found:
            yield Item(found.text(talk.titles(), facts), 2, style="$text-muted")


def _at(talk: Conversation, letter: Letter) -> str:
    """The step that gives the ground: the last one the walk came past."""
    passed = [visit.step for visit in talk.trail.main.visits if visit.step in letter.steps]
    step = passed[-1] if passed else letter.steps[0]
    return f"bij stap {talk.titles()[step]}"
