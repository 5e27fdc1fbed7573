"""A letter in words: who writes it to whom, and what a lock hangs on."""

from collections.abc import Mapping

from routeboek_tui.conversation.advice.coming_of_age import AGE, birthday_soon
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.facts import Situation
from routeboek_tui.core.letter import PUPIL, Letter
from routeboek_tui.text import dates
from routeboek_tui.text.enumeration import all_of

BEHIND = "Deze horen bij wat al gedaan hoort te zijn"
"""What stands above the letters for what lies behind an answer."""

OF_OTHERS = "Deze schrijft een ander"
"""What stands above the letters for now that somebody else than who reads signs."""

TOO_YOUNG, FROM = "onder_12", "{} (vanaf {})"
"""The age at which a letter is for the parents alone, and a pupil who soon is old enough."""


def correspondents(talk: Conversation, letter: Letter, facts: Situation | None = None) -> str:
    """Who writes the letter, and to whom, with ``facts`` or else with what the walk knows.

    What the walk knows holds today: a pupil who soon is old enough reads it from that day on.
    """
    words = [_word(talk, reader) for reader in letter.recipients]
    if letter.pupil_too and PUPIL not in letter.recipients:
        words += _pupil(talk, facts)
    return f"{_word(talk, letter.sender)} → {all_of(words)}"


def _pupil(talk: Conversation, facts: Situation | None) -> list[str]:
    """The pupil as one of the readers: from when, where that is not now; none where too young."""
    age = (talk.trail.known if facts is None else facts).get(AGE)
    if not age:
        return [talk.say(talk.library.recipients[PUPIL].word)]
    if age != TOO_YOUNG:
        return [_word(talk, PUPIL)]
    soon = birthday_soon(talk) if facts is None else None
    return [FROM.format(_word(talk, PUPIL), dates.write(soon.day))] if soon else []


def fact_words(talk: Conversation) -> Mapping[str, str]:
    """What to call each fact in the reason for a lock: its value when known, else its question."""
    known = talk.trail.known
    return {
        fact: text.choices[known[fact]].label if known.get(fact) else talk.say(text.question)
        for fact, text in talk.library.facts.items()
    }


def _word(talk: Conversation, name: str) -> str:
    library = talk.library
    word = library.actors[name].word if name in library.actors else library.recipients[name].word
    return talk.say(word)


def heading_of(talk: Conversation, letter: Letter) -> str:
    """What stands above the part of the list of ``letter``; "" above one's own for now."""
    return BEHIND if talk.behind(letter) else OF_OTHERS if talk.others(letter.sender) else ""


def letters_of(talk: Conversation) -> tuple[Letter, ...]:
    """The letters that have their ground somewhere on this route."""
    steps, ready = talk.flow.steps, talk.letters
    letters = talk.library.letters.values()
    found = (
        letter
        for letter in letters
        if letter in ready or any(step in steps for step in letter.steps)
    )
    return tuple(sorted(found, key=lambda letter: letter.title))
